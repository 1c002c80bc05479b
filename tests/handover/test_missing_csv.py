"""What could not be read. The one thing a reader would get wrong: beside an extract the words of a
fault are withheld.
"""

from __future__ import annotations

import pytest

from rainbook.handover.bundle import hand_over
from rainbook.handover.formats.missing_csv import WITHHELD
from rainbook.record import Problem
from tests.handover.agreeing import agree


@pytest.mark.parametrize(("others", "said"), [(False, "a torn line from Mum"), (True, WITHHELD)])
def test_problems_of_what_is_handed_over(others: bool, said: str, kit, to_sam, tmp_path) -> None:
    recs = [kit.Rec()] + ([kit.Rec(who="mum", thread="m")] if others else [])
    files = [
        kit.File(
            "a.txt",
            recs,
            problems=[Problem("torn", "a torn line from Mum", None, 3, 9, "who wrote it")],
        ),
        kit.File(
            "b.txt",
            [kit.Rec(words="b", who="mum", thread="m")],
            problems=[Problem("x", "not theirs")],
        ),
    ]
    made = kit.build(files)
    hand_over(made.case, to_sam, made.read, tmp_path / "b", agree)
    text = (tmp_path / "b" / "record/missing.csv").read_text(encoding="utf-8-sig")
    rows = [line.split(",") for line in text.splitlines()]
    assert len(rows) == 2
    assert (rows[1][0], rows[1][1], rows[1][2], rows[1][5], rows[1][6]) == (
        "AB/1",
        "torn",
        said,
        "3",
        "9",
    )
