"""The law file: nothing in it without a source and a date, and every fault in it is named."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest

from rainbook.findings.law import LawNotUsable, load_law, read_law

LAW = load_law()
TEXT = (files("rainbook.findings.law") / "england_wales.toml").read_text("utf-8")


@pytest.mark.parametrize("element", LAW.elements, ids=lambda e: e.id)
def test_every_element_has_a_source_a_date_and_what_it_cannot_say(element: object) -> None:
    cited = element.cited()  # type: ignore[attr-defined]
    assert all(
        cited[key] for key in ("source", "as_of", "in_force", "cannot_say", "section", "title")
    )
    assert cited["words"] or cited["says"]
    assert element.in_force or element.in_force_note  # type: ignore[attr-defined]


WORDS = {
    "s1_1": "A person must not pursue a course of conduct— (a) which amounts to harassment of "
    "another, and (b) which he knows or ought to know amounts to harassment of the other.",
    "s7_2": "References to harassing a person include alarming the person or causing the person "
    "distress.",
    "s7_3": "conduct on at least two occasions in relation to that person",
    "s4A_1_b": "to fear, on at least two occasions, that violence will be used against B",
}


@pytest.mark.parametrize("name", WORDS)
def test_the_words_are_exact(name: str) -> None:
    assert LAW.element(name).words == WORDS[name]


def test_the_acts_are_the_seven_examples_and_something_else() -> None:
    assert [t.id for t in LAW.tags] == [f"s2A_3_{x}" for x in "abcdefg"] + ["something_else"]
    assert LAW.tags[1].words == "contacting, or attempting to contact, a person by any means"


@pytest.mark.parametrize(
    ("day", "there"),
    [(date(2012, 11, 24), False), (date(2012, 11, 25), True), (date(2024, 1, 1), True)],
)
def test_stalking_elements_begin_on_their_day(day: date, there: bool) -> None:
    assert ("s2A_3" in {e.id for e in LAW.in_force_on(day)}) is there
    assert ("s4A_1_b" in {e.id for e in LAW.not_yet_on(day)}) is not there


def test_what_is_not_known_is_said() -> None:
    assert (
        "not known" in LAW.unknowns[0].sentence
        and "Crime and Policing Bill" in LAW.unknowns[0].sentence
    )
    assert LAW.element("s7_3").in_force is None
    assert LAW.case("kelly").read == "not read"
    assert "may be out of date" in LAW.note


FAULTS = {
    "no source": (
        'source = "Protection from Harassment Act 1997 s.2;',
        'sauce = "',
        "does not know sauce",
    ),
    "no date": (
        'as_of = "2015"\nin_force = 2012-11-25',
        "in_force = 2012-11-25",
        "`as_of` is missing",
    ),
    "no day in force": ("in_force = 2012-11-25\n", "", "`in_force` must be a day"),
    "no reason for a day not verified": (
        'in_force_note = "The day the section came into force was not read."',
        "",
        "`in_force_note` is missing",
    ),
    "a date that is text": (
        "in_force = 2012-11-25",
        'in_force = "25.11.2012"',
        "`in_force` must be a day",
    ),
    "a vague date": ('as_of = "2015"', 'as_of = "lately"', "must be a year, month or day"),
    "neither words nor paraphrase": (
        'says = "\\"Conduct\\" includes speech."',
        "",
        "needs `words`",
    ),
    "two of one name": ('id = "s2"', 'id = "s4"', "two elements called 's4'"),
    "not read in a known way": ('read = "in full"', 'read = "skimmed"', "`read` must be one of"),
    "bears on nothing": (
        'bears = ["towards whom each act was"]',
        "bears = []",
        "`bears` must be a list",
    ),
    "a table that is not one": (
        '[[element]]\nid = "s1_1"',
        '[element]\nid = "s1_1"',
        "not a TOML file",
    ),
    "not TOML": ("jurisdiction =", "jurisdiction", "not a TOML file"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named(fault: str) -> None:
    old, new, said = FAULTS[fault]
    assert old in TEXT
    with pytest.raises(LawNotUsable, match=r"england_wales\.toml") as failed:
        read_law(TEXT.replace(old, new), "england_wales.toml")
    assert said in str(failed.value)


def test_a_jurisdiction_that_is_not_there() -> None:
    for name in ("atlantis", "../../secret"):
        with pytest.raises(LawNotUsable, match="no law file"):
            load_law(name)


def test_a_name_that_is_not_in_it() -> None:
    with pytest.raises(LawNotUsable, match="no element"):
        LAW.element("s99")
    with pytest.raises(LawNotUsable, match="no case"):
        LAW.case("nobody")
