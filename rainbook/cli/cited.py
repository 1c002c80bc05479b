"""Lines of an answer with the references a person can look up.

The one thing a reader would get wrong: a reference names one record for ever (`rainbook look
--entry REFERENCE` shows it); its day is printed beside it only where the record's time is certain
to a day.
"""

from __future__ import annotations

from collections.abc import Sequence

from rainbook.case import shown_day
from rainbook.cli.screen import say
from rainbook.record import NO_TIME, CaseFile, Line

FEW = 5


def tell_lines(
    case: CaseFile, label: str, lines: Sequence[Line], every: bool, indent: str = "  "
) -> None:
    """Print each line behind its label, with its references: a few, or every one."""
    for line in lines:
        before = f"{label}: " if label else ""
        say(f"{before}{line.text}{references(case, line.rows, line.decisions, every)}", indent)


def references(
    case: CaseFile, rows: Sequence[int], decisions: Sequence[int], every: bool
) -> str:
    """Return " [entry …] [decision 12]" for what a line rests on; "" for a line that cites
    nothing.
    """
    shown = rows if every else rows[:FEW]
    listed = "; ".join(_reference(case, row) for row in shown)
    if len(shown) < len(rows):
        listed += f"; and {len(rows) - len(shown):,} more, with --all"
    cited = f" [{'entry' if len(rows) == 1 else 'entries'}: {listed}]" if listed else ""
    numbers = ", ".join(map(str, decisions))
    if numbers:
        cited += f" [{'number' if len(decisions) == 1 else 'numbers'} {numbers} in the list]"
    return cited


def _reference(case: CaseFile, row: int) -> str:
    first, last = int(case.table.earliest[row]), int(case.table.latest[row])
    if first == NO_TIME or last == NO_TIME:
        return case.table.id_of(row)
    day = shown_day(first, case.zone)
    return f"{day} {case.table.id_of(row)}" if shown_day(last, case.zone) == day else (
        case.table.id_of(row)
    )


def name_of(case: CaseFile, key: str) -> str:
    """Return the name of a person known by their short word."""
    return next((p.name for p in case.people if p.key == key), key)
