"""What a line of a finding rests on, said in line numbers of the chronology and log numbers.

The one thing a reader would get wrong: a row that is not in the bundle has no line number; such
rows are counted and said, never dropped, so a sentence never looks better rested than it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rainbook.handover.interface import Entry, Given
from rainbook.record import Line

AT_MOST = 30


def numbers_of(given: Given, rows: Iterable[int]) -> tuple[list[int], int]:
    """Return the line numbers of these rows, in order and once each, and how many rows have none
    because they are not handed over.
    """
    wanted = set(rows)
    known = sorted(given.numbers[row] for row in wanted if row in given.numbers)
    return known, len(wanted) - len(known)


def runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return sorted numbers as first and last of each unbroken run."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def counted(one: str, numbers: Sequence[int], where: str, at_most: int = AT_MOST) -> str:
    """Return "line 3", "lines 3, 7–9", or past `at_most` runs "lines 3, … and 812 more, see
    `where`"; "" for none.
    """
    if not numbers:
        return ""
    every = runs(numbers)
    shown = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in every[:at_most])
    left = sum(b - a + 1 for a, b in every[at_most:])
    more = f" and {left:,} more, see {where}" if left else ""
    return f"{one}{'s' if len(numbers) > 1 else ''} {shown}{more}"


def rests(given: Given, line: Line, where: str = "findings.csv", at_most: int = AT_MOST) -> str:
    """Return all a line rests on: "lines 3, 7–9; 2 not handed over; log number 4", "" for none."""
    numbers, gone = numbers_of(given, line.rows)
    log = sorted(set(line.decisions))
    parts = (
        counted("line", numbers, where, at_most),
        f"{gone:,} not handed over" if gone else "",
        counted("log number", log, where, at_most),
    )
    return "; ".join(p for p in parts if p)


def cells(given: Given, line: Line) -> tuple[str, str]:
    """Return the lines and the log numbers as the CSV files hold them: every number, with blanks
    between.
    """
    numbers, gone = numbers_of(given, line.rows)
    said = " ".join(map(str, numbers)) + (f" and {gone} not handed over" if gone else "")
    return said.strip(), " ".join(map(str, line.decisions))


def entry_of(given: Given, row: int) -> Entry | None:
    """Return the line of a row of the case's table, None where it is not handed over."""
    number = given.numbers.get(row, 0)
    return given.entries[number - 1] if number else None
