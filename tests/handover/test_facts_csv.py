"""What the complainant recorded, whole. The one thing a reader would get wrong: what was taken back
is not here.
"""

from __future__ import annotations

import csv

import pytest

from rainbook import record
from rainbook.handover.bundle import hand_over
from rainbook.handover.paper.csv_file import ADDED
from tests.handover.agreeing import agree

ROWS = [  # log number, fact, when, words, more, apostrophe
    ("1", "asks", "", "'=I want it all to stop.", "", "words_or_clauses"),
    ("2", "told to stop", "2024-03-03T14:06:00+00:00", "text", "", ""),
    ("3", "blocked", "2024-03-06", "'+44 7700 900123", "", "words_or_clauses"),
    (
        "4",
        "Non-molestation order",
        "",
        "No contact.",
        "made 2024-03-07; until 2025-03-07; exceptions: none recorded",
        "",
    ),
]


CITED = [  # what something rests on, besides: log number, fact, when, words, more
    ("7", "clause", "", "No contact.", "order: log number 4; clause: 1; forbids: any contact"),
    ("9", "impact", "", "I slept at mum's", "distress: yes"),
]


def test_every_log_number_that_is_cited_can_be_looked_up_and_no_other_answer_goes(lawful) -> None:
    # 8 (a clause nothing was held against), 10 (who was told) and 11 are cited by nothing
    found = [
        (r["log_number"], r["fact"], r["when"], r["words_or_clauses"], r["more"])
        for r in lawful.table("record/facts.csv")
    ]
    assert [row for row in found if int(row[0]) > 4] == CITED


AT = "2024-06-01T10:00:00Z"
TOLD = [  # what was recorded about row 0 (line 1), as written: fact, when, words, more, line
    (
        lambda e, o: record.WitnessOf(e, "a neighbour", "heard him", "+44 7700 900555"),
        ("witness", "", "heard him", "who: a neighbour", "1"),
    ),
    (
        lambda e, o: record.Together("sam", "reunited", "2023-01", "2023-06", "we tried"),
        ("together", "2023-01 to 2023-06", "we tried", "how: reunited", ""),
    ),
    (
        lambda e, o: record.AimedAt(e, "mum", "yes"),
        ("aimed at", "", "", "at: Nadia Khan; because of me: yes", "1"),
    ),
    (
        lambda e, o: record.Connects(e, o, "the same car"),
        ("connects", "", "the same car", "with: line 3", "1"),
    ),
    (
        lambda e, o: record.Impact(e, distress="do not know"),
        ("impact", "", "", "distress: do not know", "1"),
    ),
    (
        lambda e, o: record.ToldTo("police", "2024-03-09", "rang", "", "CAD 12"),
        ("told", "2024-03-09", "rang", "who: police; reference: CAD 12", ""),
    ),
]


@pytest.mark.parametrize(("made", "wanted"), TOLD, ids=[t[1][0] for t in TOLD])
def test_an_answer_is_written_as_it_was_said(made, wanted, kit, to_sam, tmp_path) -> None:
    files = [kit.File("a.txt", [kit.Rec(words=w) for w in "abc"])]
    table = kit.build(files).case.table
    told = record.Decided(5, "Asha Khan", AT, "", made(table.id_of(0), table.id_of(2)))
    finding = record.Finding("linked", "sam", "shown", "x", (record.Line("x", (), (5,)),))
    case = kit.build(files, [told], [finding])
    hand_over(case.case, to_sam, case.read, tmp_path / "b", agree)
    with (tmp_path / "b" / "record/facts.csv").open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    found = [row[c] for c in ("fact", "when", "words_or_clauses", "more", "line")]
    assert tuple(found) == wanted


def test_facts(handed) -> None:
    found = [
        (r["log_number"], r["fact"], r["when"], r["words_or_clauses"], r["more"], r[ADDED])
        for r in handed.table("record/facts.csv")
    ]
    assert found == ROWS
