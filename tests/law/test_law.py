"""The law files: nothing in them without a source and a date, and every fault in them is named.

The one thing a reader would get wrong: exact words are checked here against the words as they were
read, typed again by hand; a change of one letter in a law file fails.
"""

from __future__ import annotations

from datetime import date

import pytest

from rainbook.findings.law import ROLES, LawNotUsable, jurisdictions, load_law

NAMES = ("england_wales", "northern_ireland", "scotland")
LAWS = {name: load_law(name) for name in NAMES}
LAW = LAWS["england_wales"]
ELEMENTS = [
    pytest.param(e, id=f"{name}: {e.id}") for name, law in LAWS.items() for e in law.elements
]
ORDERS = [pytest.param(o, id=f"{name}: {o.id}") for name, law in LAWS.items() for o in law.orders]


def test_three_jurisdictions_come_with_it() -> None:
    assert tuple(jurisdictions()) == NAMES
    assert [LAWS[name].jurisdiction for name in NAMES] == list(NAMES)


@pytest.mark.parametrize("element", ELEMENTS)
def test_every_element_has_a_source_a_date_and_what_it_cannot_say(element: object) -> None:
    cited = element.cited()  # type: ignore[attr-defined]
    assert all(
        cited[key] for key in ("source", "as_of", "in_force", "cannot_say", "section", "title")
    )
    assert cited["words"] or cited["says"]
    assert element.in_force or element.in_force_note  # type: ignore[attr-defined]
    assert element.bears  # type: ignore[attr-defined]


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_says_who_applies_and_what_breaking_it_is(order: object) -> None:
    cited = order.cited()  # type: ignore[attr-defined]
    wanted = ("section", "title", "who_applies", "terms", "breach", "source", "as_of", "in_force")
    assert all(cited[key] for key in wanted)


WORDS = {
    ("england_wales", "s1_1"): "A person must not pursue a course of conduct— (a) which amounts to "
    "harassment of another, and (b) which he knows or ought to know amounts to harassment of the "
    "other.",
    ("england_wales", "s1_2"): "in possession of the same information",
    ("england_wales", "s1_3"): "in the particular circumstances the pursuit of the course of "
    "conduct was reasonable",
    ("england_wales", "s2A_2_b"): "are ones associated with stalking",
    ("england_wales", "s3"): "any anxiety caused by the harassment and any financial loss",
    ("england_wales", "s4"): "on at least two occasions, that violence will be used against him",
    ("england_wales", "s4A_1_b"): "to fear, on at least two occasions, that violence will be used "
    "against B",
    ("england_wales", "s7_2"): "References to harassing a person include alarming the person or "
    "causing the person distress.",
    ("england_wales", "s7_3"): "conduct on at least two occasions in relation to that person",
    ("england_wales", "osa_s181"): "a threat of death or serious harm",
    ("england_wales", "time_limit"): "the 6 months' limitation runs from the date of the last "
    "incident comprising the course of conduct",
    ("scotland", "s39_6_course"): "conduct on at least two occasions",
    ("scotland", "s39_2_c"): "A's course of conduct causes B to suffer fear or alarm",
    ("scotland", "s39_6"): "acting in any other way that a reasonable person would expect would "
    "cause B to suffer fear or alarm",
    ("northern_ireland", "s1_4_course"): "conduct on two or more occasions",
    ("northern_ireland", "s1_5"): "was reasonable in the particular circumstances",
}


@pytest.mark.parametrize("name", WORDS, ids=" ".join)
def test_the_words_are_exact(name: tuple[str, str]) -> None:
    jurisdiction, element = name
    assert LAWS[jurisdiction].element(element).words == WORDS[name]


# ---- what each jurisdiction holds ----------------------------------------------------------------

HELD = {
    "england_wales": (
        "s.1(1) s.1(1A) s.1(2) s.1(3) s.2 s.2A(1) s.2A(2)(a) s.2A(2)(b) s.2A(2)(c) s.2A(3) s.2B "
        "s.3 s.4 s.4A(1)(b) s.5A s.7(2) s.7(3) s.7(3A) s.7(4) s.7(5) s.179 s.181 s.182 s.183 "
        "s.184 s.185",
        "spo interim_spo non_molestation restraining injunction dapo",
    ),
    "scotland": ("s.39(1)-(2) s.39(6) s.39(2)(c) s.39(3)-(4) s.39(5) s.38", "nho spo_elsewhere"),
    "northern_ireland": (
        "s.1(1) s.1(1)(b) s.1(2) s.1(4) s.1(5) s.2 s.181 s.182",
        "spo interim_spo",
    ),
}
IN_MATRIX = {
    "england_wales": "s7_3 s1_1 s7_2 s1_2 s1_3 s7_3A s7_5 s1_1A s2A_2_a s2A_2_b s2A_2_c s4 s4A_1_b",
    "scotland": "s39_6_course s39_6 s39_2_c s39_4 s39_5 corroboration",
    "northern_ireland": "s1_4_course s1_4 s1_1_b s1_2 s1_5",
}


@pytest.mark.parametrize("name", NAMES)
def test_what_a_jurisdiction_holds(name: str) -> None:
    sections, orders = HELD[name]
    assert set(sections.split()) <= {e.section for e in LAWS[name].elements}
    assert [o.id for o in LAWS[name].orders] == orders.split()
    assert [e.id for e in LAWS[name].in_matrix()] == IN_MATRIX[name].split()


TAGS = {
    "england_wales": [
        "(a) following a person",
        "(b) contacting, or attempting to contact, a person by any means",
        "(c) publishing any statement or other material (i) relating or purporting to relate to a "
        "person, or (ii) purporting to originate from a person",
        "(d) monitoring the use by a person of the internet, email or any other form of electronic "
        "communication",
        "(e) loitering in any place (whether public or private)",
        "(f) interfering with any property in the possession of a person",
        "(g) watching or spying on a person",
        "something else that frightened or distressed me",
    ],
    "scotland": [
        "following B or any other person",
        "contacting, or attempting to contact, B or any other person by any means",
        "publishing any statement or other material— relating or purporting to relate to B or to "
        "any other person, purporting to originate from B or from any other person",
        "monitoring the use by B or by any other person of the internet, email or any other form "
        "of electronic communication",
        "entering any premises",
        "loitering in any place (whether public or private)",
        "interfering with any property in the possession of B or of any other person",
        "giving anything to B or to any other person or leaving anything where it may be found by, "
        "given to or brought to the attention of B or any other person",
        "watching or spying on B or any other person",
        "acting in any other way that a reasonable person would expect would cause B to suffer "
        "fear or alarm",
        "something else that frightened or alarmed me",
    ],
}


@pytest.mark.parametrize("name", TAGS)
def test_the_acts_are_the_list_and_something_else(name: str) -> None:
    assert [tag.named() for tag in LAWS[name].tags] == TAGS[name]


def test_something_else_is_on_offer_everywhere() -> None:
    assert [law.tags[-1].id for law in LAWS.values()] == ["something_else"] * 3
    assert len(LAWS["northern_ireland"].tags) == 11


@pytest.mark.parametrize(
    ("day", "there"),
    [(date(2012, 11, 24), False), (date(2012, 11, 25), True), (date(2024, 1, 1), True)],
)
def test_stalking_elements_begin_on_their_day(day: date, there: bool) -> None:
    on, later = LAW.in_force_on(day), LAW.not_yet_on(day)
    for name in ("s2A_1", "s2A_2_a", "s2A_2_b", "s2A_2_c", "s2A_3", "s2B", "s4A_1_b"):
        assert (name in {e.id for e in on}) is there
        assert (name in {e.id for e in later}) is not there


FIRST_DAYS = {
    ("england_wales", "s7_3"): date(1997, 6, 16),
    ("england_wales", "s7_3A"): date(2001, 8, 1),
    ("england_wales", "s1_1A"): date(2005, 7, 1),
    ("england_wales", "s5A"): date(2009, 9, 30),
    ("england_wales", "osa_s181"): date(2024, 1, 31),
    ("scotland", "s39_6_course"): date(2010, 12, 13),
    ("northern_ireland", "s1_1"): date(2022, 4, 27),
    ("scotland", "corroboration"): None,
}


@pytest.mark.parametrize("name", FIRST_DAYS, ids=" ".join)
def test_the_first_day(name: tuple[str, str]) -> None:
    assert LAWS[name[0]].element(name[1]).in_force == FIRST_DAYS[name]


def test_what_is_not_known_is_said() -> None:
    unknowns = {name: " ".join(u.sentence for u in law.unknowns) for name, law in LAWS.items()}
    assert "Crime and Policing Bill" in unknowns["england_wales"]
    assert "time limit" in unknowns["scotland"] and "time limit" in unknowns["northern_ireland"]
    assert all("not known" in u or "was not read" in u for u in unknowns.values())
    assert all("may be out of date" in law.note for law in LAWS.values())
    assert LAW.case("kelly").read == "not read"
    assert LAWS["scotland"].case_or_none("kelly") is None


def test_what_was_not_read_is_printed_as_such() -> None:
    corroboration = LAWS["scotland"].element("corroboration")
    assert corroboration.cited()["source"].endswith("(not read)")
    assert corroboration.cited()["in_force"] == "not verified: No text was read."
    assert LAW.element("time_limit").cited()["source"].endswith("(in part)")
    assert LAW.element("s7_2").cited()["source"].endswith("@677ddaa")


def test_roles_are_asked_for_and_may_be_missing() -> None:
    for law in LAWS.values():
        for name in ("prohibition", "course of conduct", "reasonable", "stalking acts"):
            assert law.role(name) is not None
        assert law.role("knows or ought to know") in law.in_matrix()
    assert [e.id for e in LAW.with_role("knows or ought to know")] == ["s1_2", "s2A_2_c"]
    assert LAW.role("single act") is None
    assert LAWS["scotland"].role("single threat") is None
    assert LAWS["scotland"].role("time limit") is None
    assert {e.role for law in LAWS.values() for e in law.elements} == set(ROLES)
    with pytest.raises(LawNotUsable, match="is not a role"):
        LAW.role("villain")


def test_an_order_is_found_by_how_people_write_it() -> None:
    for written in ("Non-Molestation Order", "non molestation order", "NMO", "non_molestation"):
        found = LAW.order(written)
        assert found is not None and found.id == "non_molestation"
    assert LAW.order("an order of the moon") is None
