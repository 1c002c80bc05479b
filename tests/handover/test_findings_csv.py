"""The findings, whole. The one thing a reader would get wrong: rows not handed over are counted,
never described.
"""

from __future__ import annotations

ROWS = [  # part, text, lines, log numbers, figures
    ("in a sentence", "Contact on at least two occasions.", "", "", "acts = 5"),
    ("supports", "first and second", "1 3", "", ""),
    ("against", "one reply", "2 and 1 not handed over", "2", ""),  # row 6 is Mum's
    ("law", "act: PHA 1997 s.7(3)", "", "", ""),
]


def test_findings(handed) -> None:
    found = [
        (r["part"], r["text"], r["lines"], r["log_numbers"], r["figures"])
        for r in handed.table("analysis/findings.csv")
    ]
    assert found == ROWS
    assert {r["person"] for r in handed.table("analysis/findings.csv")} == {"Sam Marsh"}
