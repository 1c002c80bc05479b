"""Contacts by week. The one thing a reader would get wrong: two readings put a date in no week."""

from __future__ import annotations

from rainbook.handover.bundle import hand_over
from tests.handover.agreeing import agree


def test_weeks(handed) -> None:
    # counted by Sam: 3 March twice (a Sunday: week of 26 February), 6 and 8 March;
    # line 4 and line 9 are in no week
    rows = [tuple(r.values())[:-1] for r in handed.table("analysis/weeks.csv")]
    assert rows == [
        ("2024-02-26", "0", "2", "2", "told to stop"),
        ("2024-03-04", "1", "1", "2", "blocked"),
        ("no certain week", "", "", "2", ""),
    ]


def test_weeks_without_contact_are_there_with_nought(kit, to_sam, tmp_path) -> None:
    recs = [
        kit.Rec("2024-03-04T00:00:00+00:00"),
        kit.Rec("2024-03-24T23:59:59+00:00"),
        kit.Rec("2024-04-07T22:59:59+00:00"),
        kit.Rec("2024-04-07T23:00:00+00:00"),
    ]
    made = kit.build([kit.File("a.txt", recs)])
    hand_over(made.case, to_sam, made.read, tmp_path / "b", agree)
    lines = (tmp_path / "b" / "analysis/weeks.csv").read_text(encoding="utf-8-sig").splitlines()
    # in London 7 April 23:00 UTC is Monday 8 April
    assert [line.split(",")[:2] for line in lines[1:]] == [
        ["2024-03-04", "1"],
        ["2024-03-11", "0"],
        ["2024-03-18", "1"],
        ["2024-03-25", "0"],
        ["2024-04-01", "1"],
        ["2024-04-08", "1"],
        ["no certain week", ""],
    ]
