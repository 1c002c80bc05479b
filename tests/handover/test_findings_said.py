"""The findings before they are set: what stands where, what it rests on, and what is not there.

The one thing a reader would get wrong: a sign nobody looked at is said to be so, and a question a
court asks that is not raised is listed too.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from rainbook import record
from rainbook.handover.bundle import gather
from rainbook.handover.gate.gate import Gate
from rainbook.handover.said import paper
from rainbook.handover.said.findings import findings_data
from rainbook.handover.selection import select


def given_of(made, disclosure, place):
    """Return what the formats of this disclosure are given."""
    chosen = select(made.case, disclosure)
    gate = Gate(made.case)
    return gather(made.case, disclosure, chosen, made.read, place, gate, None)


@pytest.fixture(scope="module")
def given(lawful_story, to_sam, tmp_path_factory):
    return given_of(lawful_story, to_sam, tmp_path_factory.mktemp("findings"))


@pytest.fixture(scope="module")
def said(given):
    """What the findings of the story say about Sam, before they are set."""
    data = findings_data(given, False)
    assert len(data["persons"]) == 1
    return {**data, **data["persons"][0]}


def rows(table) -> list[tuple[str, str, str]]:
    return [(r["part"], r["text"], r["rests"]) for r in table]


def test_the_four_signs_in_their_order_and_one_nobody_looked_at(said) -> None:
    assert [(s["name"], s["outcome"]) for s in said["signs"]] == [
        ("Fixated", "not shown"),
        ("Obsessive", "not looked at"),
        ("Unwanted", "cannot tell"),
        ("Repeated", "shown"),
    ]


def test_a_sign_with_what_it_rests_on(said) -> None:
    assert rows(said["signs"][3]["rows"]) == [
        ("For", "Each act by itself: 5.", "lines 1, 3–4, 6, 8"),
        (
            "Against",
            "One reply, and a message of somebody else.",
            "line 2; 1 not handed over; log number 2",
        ),
        ("Limit", "Two dates are in doubt.", ""),
    ]


def test_a_sign_with_nothing_says_so(said) -> None:
    assert rows(said["signs"][0]["rows"]) == [
        ("For", "Nothing recorded.", ""),
        ("Against", "Nothing recorded.", ""),
    ]


def test_the_law_is_quoted_with_the_day_of_its_text(said) -> None:
    assert said["signs"][3]["law"] == [
        {
            "section": "Protection from Harassment Act 1997 s.7(3), Course of conduct",
            "said": "“conduct on at least two occasions in relation to that person”",
            "as_of": "2015",
        }
    ]


def test_what_links_and_what_weakens(said) -> None:
    assert rows(said["linked"]["rows"]) == [
        ("Links", "Three messages of the same sort.", "lines 1, 3–4"),
        ("Weakens", "A gap of two days.", "lines 4, 6"),
    ]


def test_what_a_court_asks_raised_and_not(said) -> None:
    court = said["court"]
    assert rows(court["raised"]) == [
        ("Raised", "Was contact wanted by both? One reply is recorded.", "line 2")
    ]
    assert rows(court["quiet"]) == [
        (
            "Not raised",
            "Is it surely one person? Each act is from his own number.",
            "lines 1, 3",
        )
    ]
    assert [r["text"] for r in court["limits"]] == ["How a court would answer is not said here."]


def test_single_messages_have_their_words(said) -> None:
    (threat,) = said["threats"]["shown"]
    assert (threat["rests"], threat["acts"][0]["when"], threat["acts"][0]["ref"]) == (
        "line 6",
        "Wed 6 Mar 2024, 08:00:00 +00:00",
        "AB/2",
    )
    assert threat["acts"][0]["words"] == [{"text": "I know where you work", "rtl": False}]


def test_the_two_routes_stand_apart_under_one_heading(said) -> None:
    (matrix,) = said["matrices"]
    one, two = matrix["elements"]
    assert rows(one["routes"][0]["rows"]) == [
        ("On record", "Five acts.", "lines 1, 3–4, 6, 8"),
        ("On record against it", "A reply.", "line 2"),
    ]
    assert [(r["name"][:4].split(" ")[0], rows(r["rows"])) for r in two["routes"]] == [
        (
            "(i)",
            [
                ("On record", "Nothing is recorded for it.", ""),
                ("On record against it", "Nothing is recorded against it.", ""),
                ("Not recorded", "Fear of violence is not recorded.", ""),
            ],
        ),
        (
            "(ii)",
            [
                ("On record", "Distress: yes.", "line 6; log number 9"),
                ("On record against it", "Nothing is recorded against it.", ""),
                ("Not recorded", "No change is recorded.", ""),
            ],
        ),
    ]


def test_an_order_clause_by_clause(said) -> None:
    (order,) = said["orders"]
    assert order["dates"] == (
        "Made: Thu 7 Mar 2024. Served, or known of: not recorded. Until: Fri 7 Mar 2025."
    )
    assert order["allows"] == ["“Letters through a solicitor.” (clause 1); log number 11"]
    assert [(c["name"], c["counts"]) for c in order["clauses"]] == [
        (
            "Clause 1",
            [
                "Possible breach: 1 act (line 8).",
                "Before it was served: 1 act (line 6).",
                "Cannot tell: 1 act (line 9).",
            ],
        ),
        ("Clause 2", ["No act is held against it."]),
    ]
    # what was before it was served is counted with its lines and not set out
    assert [(a["answer"], a["line"]) for a in order["clauses"][0]["acts"]] == [
        ("Possible breach", "8"),
        ("Cannot tell", "9"),
    ]


def test_every_section_quoted_has_its_source_once(said) -> None:
    assert [(s["section"][-10:], s["as_of"], s["in_force"]) for s in said["sources"]] == [
        (" s.4A(1)(b)"[-10:], "2015", "2012-11-25"),
        ("997 s.7(3)", "2015", "not verified: the day was not read"),
    ]


def test_nothing_about_a_person_who_is_not_handed_over(given) -> None:
    assert "About mum" not in str(findings_data(given, False))


def test_notes_to_the_complainant_stay_with_the_complainant(lawful_story, to_sam, tmp_path) -> None:
    note = record.Line("A GP can help with sleep and strain.")
    made = replace(lawful_story, case=replace(lawful_story.case, notes=(note,)))
    assert "strain" not in str(findings_data(given_of(made, to_sam, tmp_path), False))


def test_limits_in_the_same_words_are_said_once(kit, to_sam, tmp_path) -> None:
    same, own = record.Line("The text is of 2015."), record.Line("Only here.")
    findings = [
        record.Finding("repeated", "sam", "shown", "x", limits=(same, own)),
        record.Finding("unwanted", "sam", "shown", "x", limits=(same,)),
    ]
    made = kit.build([kit.File("a.txt", [kit.Rec()])], (), findings)
    (said,) = findings_data(given_of(made, to_sam, tmp_path), False)["persons"]
    assert said["shared"] == ["The text is of 2015."]
    limits = [r["text"] for s in said["signs"] for r in s["rows"] if r["part"] == "Limit"]
    assert limits == ["Only here."]


def test_a_flood_of_words_stays_short(kit, to_sam, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(paper, "ALL_LETTERS", 5_000)
    line = record.Line("word " * 2_000, tuple(range(90)))
    findings = [record.Finding("repeated", "sam", "shown", "x", (line,) * 400)]
    made = kit.build([kit.File("a.txt", [kit.Rec() for _ in range(90)])], (), findings)
    given = given_of(made, to_sam, tmp_path)
    (said,) = findings_data(given, False)["persons"]
    table = said["signs"][3]["rows"]
    assert (len(table), table[30]["text"]) == (32, "and 370 more, see findings.csv")
    assert all("cut, whole in the CSV" in r["text"] for r in table[:30])
    assert len(str(said)) < 20_000


def test_two_persons_have_a_part_each(kit, tmp_path) -> None:
    recs = [kit.Rec(words="one"), kit.Rec(words="two", who="mum", thread="m")]
    made = kit.build([kit.File("a.txt", recs)])
    given = given_of(made, record.Disclosure(("sam", "mum"), "AB"), tmp_path)
    found = findings_data(given, False)["persons"]
    assert [p["suffix"] for p in found] == [": Sam Marsh", ": Nadia Khan"]


def test_a_long_message_is_cut_and_one_not_handed_over_has_no_words(kit, to_sam, tmp_path) -> None:
    recs = [kit.Rec(words="z" * 1_000), kit.Rec(words="to mum", who="mum", thread="m")]
    threats = tuple(record.Line("Picked as a threat.", (row,)) for row in (0, 1))
    matrix = record.Matrix("sam", "x", "X", "2015", "note", threats, (), (), ())
    made = kit.build([kit.File("a.txt", recs)], matrices=(matrix,))
    data = findings_data(given_of(made, to_sam, tmp_path), False)
    (said,) = data["persons"]
    one, two = (t["acts"][0] for t in said["threats"]["shown"])
    assert one["words"][-1]["text"] == "[400 more characters: line 1 of the chronology]"
    assert (two["line"], two["when"], two["words"]) == ("–", "not handed over", [])
    assert data["first"][1] == "Single message to read: Picked as a threat. (1 not handed over)"
    assert "to mum" not in str(data)


def test_an_order_without_clauses_says_that_nothing_was_held_against_it(
    kit, to_sam, tmp_path
) -> None:
    order = record.Decided(1, "Asha", "", "", record.OrderServed("sam", "interim order"))
    period = record.OrderClause(2, "1", "No contact.", start="2024-01-01")
    told = [
        order,
        record.Decided(2, "Asha", "", "", record.OrderServed("sam", "order")),
        record.Decided(3, "Asha", "", "", period),
    ]
    made = kit.build([kit.File("a.txt", [kit.Rec()])], told)
    data = findings_data(given_of(made, to_sam, tmp_path), False)
    assert data["first"] == [
        "Interim order (log number 1), its clauses are not recorded, so no act was held against "
        "it.",
        "Order (log number 2), no act is listed as a possible breach.",
    ]
    (clause,) = data["persons"][0]["orders"][1]["clauses"]
    assert clause["period"] == "Its own period: 2024-01-01 to not recorded."
