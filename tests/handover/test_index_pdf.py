"""The index: who, what, when, how many, what is asked to stop, what is missing, on two pages
whatever comes.

The one thing a reader would get wrong: the figures are compared with counts made by hand from
`story_files`.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from rainbook import record
from rainbook.handover.bundle import gather
from rainbook.handover.formats.index_pdf import _data
from rainbook.handover.gate.gate import Gate
from rainbook.handover.interface import KeptBack
from rainbook.handover.paper.room import ROOMS
from rainbook.handover.selection import select


@pytest.fixture(scope="module")
def index(story, to_sam, tmp_path_factory) -> dict[str, object]:
    """What the index of the story says, before it is set."""
    given = given_of(story, to_sam, tmp_path_factory.mktemp("index"))
    return _data(given, ROOMS[0])


def given_of(made, disclosure, place):
    """Return what the formats of this disclosure are given."""
    chosen = select(made.case, disclosure)
    gate = Gate(made.case)
    return gather(made.case, disclosure, chosen, made.read, place, gate, None)


def test_first_and_last_and_how_many(index) -> None:
    # counted by Sam: lines 1, 3, 4, 6, 8, 9; days certain: 3, 6 and 8 March
    assert index["span"] == (
        "6 contacts by the person named, on at least 3 days. First: Sun 3 Mar 2024, 14:05:00 "
        "+00:00 (line 1). "
        "Last: Fri 8 Mar 2024, 08:00:00 +00:00 (line 8)."
    )


def test_services_side_by_side(index) -> None:
    # name: from Sam, missed, own, not counted
    found = {
        c["name"]: (c["theirs"], c["missed"], c["own"], c["not_counted"]) for c in index["channels"]
    }
    assert found == {
        "WhatsApp": ("5", "0", "1", "1"),
        "Text message": ("1", "0", "0", "1"),
        "All": ("6", "0", "1", "2"),
    }


def test_accounts_with_why_they_are_said_to_be_theirs(index) -> None:
    assert [(a["account"], a["basis"], a["count"]) for a in index["accounts"]] == [
        ("+44 7700 900123 (WhatsApp)", "own number", "6"),
        ("+44 7700 900123 (Text message)", "a guess, not counted", "1"),
        ("+44 7700 900123 (Text message)", "own number", "1"),
    ]


def test_occasions_under_all_groupings(index) -> None:
    assert [(g["name"], g["count"]) for g in index["groupings"]] == [
        ("Each act", "5"),
        ("Session gap", "0"),
        ("Calendar day", "4"),
    ]


def test_what_is_asked_in_her_own_words_and_nothing_taken_back(index) -> None:
    assert index["asks"] == ["“=I want it all to stop.”"]


def test_facts_say_what_is_not_recorded(index) -> None:
    assert index["facts"] == [
        "Told to stop: Sun 3 Mar 2024, 14:06 +00:00, text.",
        "Blocked: Wed 6 Mar 2024, account +44 7700 900123.",
        "Non-molestation order: made Thu 7 Mar 2024, served or known not recorded, until Fri 7 "
        "Mar 2025, "
        "1 clause (orders.csv).",
    ]


def test_nothing_recorded_is_said(kit, to_sam, tmp_path) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec()])])
    said = _data(given_of(made, to_sam, tmp_path), ROOMS[0])
    assert said["asks"] == ["Not recorded."]
    assert said["facts"] == [
        "That the person was told to stop: not recorded. That does not mean it was wanted.",
        "An order or notice: not recorded.",
    ]
    assert said["missing"] == [
        "How it felt and what was changed because of it: not part of this bundle. Ask."
    ]


def test_what_is_missing(index) -> None:
    assert index["missing"] == [
        "Line 9 without a readable time (at the end of the chronology).",
        "Line 4 with a date that can be read in two ways; both are shown and none is chosen.",
        "Line 4 without a time zone in the record: Europe/London or the zone the complainant "
        "named was assumed.",
        "Line 5 not counted: set aside.",
        "Line 7 not counted: whose account it is was guessed.",
        "1 record of other threads not handed over: nobody else's words are in this bundle.",
        "1 original not handed over at all (address books among them are never given).",
        "1 exhibit is an extract: the whole file also holds other people's records and stays "
        "sealed.",
        "1 decision of the complainant taken back and not given.",
        "1 × A file sent with a message in AB/3 is an address card and was left out.",
        "How it felt and what was changed because of it: not part of this bundle. Ask.",
    ]


def test_findings_cite_lines_and_only_those_of_the_person(index) -> None:
    assert index["findings"] == [
        {
            "sign": "Repeated",
            "outcome": "shown",
            "sentence": "Contact on at least two occasions.",
            "lines": "Lines 1, 3. Against: 1; limits: 0.",
        }
    ]


@pytest.fixture(scope="module")
def lawful_index(lawful_story, to_sam, tmp_path_factory) -> dict[str, object]:
    """What the index says of the story with the law laid beside it."""
    given = given_of(lawful_story, to_sam, tmp_path_factory.mktemp("lawful"))
    return _data(given, ROOMS[0], {"signs": 2, "linked": 3, "court": 4, "threats": 5, "orders": 7})


def test_what_to_read_first(lawful_index) -> None:
    assert lawful_index["first"] == [
        "Single message to read: Picked as conveying a threat of grievous bodily harm. (line 6): "
        "“I know where you work”",
        "Non-molestation order (log number 4), possible breach: 1 act (line 8).",
        "Last dated incident + 6 months, ss.2/2A only: ask the police. Day: Sun 8 Sep 2024. (line "
        "8)",
    ]


def test_an_order_with_no_act_beside_it_is_not_called_kept(index) -> None:
    assert index["first"] == [
        "Non-molestation order (log number 4), no act is listed as a possible breach."
    ]


def test_links_and_questions_are_pointed_to_and_are_no_signs(lawful_index) -> None:
    assert [f["sign"] for f in lawful_index["findings"]] == ["Fixated", "Unwanted", "Repeated"]
    assert lawful_index["where"] == (
        "Where to look in findings.pdf: the signs in full, page 2; what links the occasions and "
        "what weakens the link, page 3; what a court asks next, page 4; single messages to read "
        "first, page 5; the elements of the law; orders, clause by clause, page 7."
    )


def test_how_it_felt_is_pointed_to_where_it_is_recorded(lawful_index) -> None:
    assert lawful_index["missing"][-1] == (
        "How it felt and what was changed because of it: in facts.csv and findings.pdf, as far as "
        "it was recorded. Ask for the rest."
    )


def test_at_most_three_messages_at_the_top(lawful_story, to_sam, tmp_path) -> None:
    (matrix, other) = lawful_story.case.matrices
    line = record.Line("Picked as a threat.", (7,))
    law = record.Line("What the section says, about no message.")
    many = replace(matrix, threats=(law, *[line] * 5))
    case = replace(lawful_story.case, matrices=(many, other))
    said = _data(given_of(replace(lawful_story, case=case), to_sam, tmp_path), ROOMS[0])["first"]
    assert [one.startswith("Single message") for one in said[:4]] == [True, True, True, False]
    assert said[3] == "and 2 single messages more to read first, see findings.pdf and elements.csv"


def test_it_says_what_it_does_not_show(index) -> None:
    flat = index["check"]
    assert "Nothing here says who wrote a message or that a phone's clock was right." in flat
    assert "It is not legal advice." in flat


FORBIDDEN = re.compile(r"is stalking|\bscores?\b|\bclean\b|\bsafe\b|admissible", re.IGNORECASE)


def test_words_that_are_never_printed(index, handed) -> None:
    texts = [str(index), (handed.folder / "read-me.txt").read_text(encoding="utf-8")]
    texts += [p.read_text(encoding="utf-8-sig") for p in handed.folder.glob("*.csv")]
    assert [FORBIDDEN.findall(t) for t in texts if FORBIDDEN.search(t)] == []


def test_it_points_to_the_schedules_and_says_what_was_kept_back(story, to_sam, tmp_path) -> None:
    given = given_of(story, to_sam, tmp_path)
    one = KeptBack("messages/", "address", "the lines of the chronology", "masked", 3)
    said = _data(replace(given, kept_back=(one, one)), ROOMS[0])
    assert said["schedules"][-3:] == [
        "Contact with the police: none recorded.",
        "3 numbers, handles and addresses, each with why and what would settle it: "
        "identifiers.csv.",
        "2 things were kept back: see record/withheld.csv.",
    ]
    assert said["folders"] == (
        "In this folder: messages: the records, with the complainant's replies; exhibits: the "
        "files themselves; record: what the complainant recorded, and the schedules; analysis: "
        "our analysis and charts, apart from the messages."
    )


def test_it_points_only_to_what_is_in_the_bundle(story, to_sam, tmp_path) -> None:
    given = given_of(story, to_sam, tmp_path)
    few = replace(given, parts=frozenset({"index.pdf", "messages/chronology.csv"}))
    said = _data(few, ROOMS[0])
    assert said["schedules"] == []
    assert said["folders"] == (
        "In this folder: messages: the records, with the complainant's replies."
    )
