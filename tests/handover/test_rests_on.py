"""What a line rests on, in line numbers. The one thing a reader would get wrong: what is not handed
over is said, and a cut list says how many more there are and where.
"""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from rainbook.handover.said.rests_on import cells, counted, numbers_of, rests, runs
from rainbook.record import Line

# rows 10, 20, 30, 40, 50 are lines 1 to 5; row 60 is not handed over
GIVEN = SimpleNamespace(numbers={10: 1, 20: 2, 30: 3, 40: 4, 50: 5})

RUNS = [  # numbers, runs
    ([], []),
    ([3], [(3, 3)]),
    ([3, 4], [(3, 4)]),
    ([1, 3, 4, 5, 9], [(1, 1), (3, 5), (9, 9)]),
]


@pytest.mark.parametrize(("numbers", "wanted"), RUNS)
def test_runs(numbers: list[int], wanted: list[tuple[int, int]]) -> None:
    assert runs(numbers) == wanted


COUNTED = [  # numbers, at most, as said
    ([], 3, ""),
    ([7], 3, "line 7"),
    ([3, 7, 8, 9], 3, "lines 3, 7–9"),
    ([1, 3, 5, 7, 8], 3, "lines 1, 3, 5 and 2 more, see findings.csv"),
    (list(range(1, 2001)), 3, "lines 1–2000"),
    (list(range(1, 1001, 2)), 2, "lines 1, 3 and 498 more, see findings.csv"),
]


@pytest.mark.parametrize(("numbers", "most", "said"), COUNTED)
def test_counted(numbers: list[int], most: int, said: str) -> None:
    assert counted("line", numbers, "findings.csv", most) == said


LINES = [  # rows, log numbers, on paper, in the CSV
    ((10,), (), "line 1", ("1", "")),
    ((30, 10, 20, 10), (), "lines 1–3", ("1 2 3", "")),
    ((10, 60), (4,), "line 1; 1 not handed over; log number 4", ("1 and 1 not handed over", "4")),
    ((60,), (), "1 not handed over", ("and 1 not handed over", "")),
    ((), (9, 4), "log numbers 4, 9", ("", "9 4")),
    ((), (), "", ("", "")),
]


@pytest.mark.parametrize(("rows", "log", "paper", "csv"), LINES)
def test_lines(rows, log, paper, csv) -> None:
    line = Line("x", rows, log)
    assert (rests(GIVEN, line), cells(GIVEN, line)) == (paper, csv)


def test_a_row_named_twice_is_one_line() -> None:
    assert numbers_of(GIVEN, (10, 10, 60, 60)) == ([1], 1)
