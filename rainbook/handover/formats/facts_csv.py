"""`facts.csv`: the dated facts the complainant recorded, in their own words.

The one thing a reader would get wrong: "when" is as it was recorded, to the day or the second, and
is not made finer.
"""

from __future__ import annotations

from pathlib import Path

from rainbook.handover.csv_file import write_table
from rainbook.handover.facts import facts_of, line_of_event
from rainbook.handover.interface import Format, Given, Progress
from rainbook.record import Asks, Blocked, Decided, OrderServed, ToldToStop, Warned


def facts_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the dated facts the complainant recorded, in their own words."""
    columns = (
        "log_number",
        "fact",
        "when",
        "words_or_clauses",
        "more",
        "line",
        "recorded_by",
        "recorded_utc",
        "why",
    )
    write_table(folder / "facts.csv", columns, (_fact(given, d) for d in facts_of(given)))


def _fact(given: Given, decided: Decided) -> list[str]:
    what, line = decided.what, ""
    if isinstance(what, Asks):
        row = ["asks", "", what.words, ""]
    elif isinstance(what, ToldToStop):
        line = str(line_of_event(given, what.event) or "") if what.event else ""
        row = ["told to stop", what.at, what.how, ""]
    elif isinstance(what, Blocked):
        row = ["blocked", what.at, what.account, ""]
    elif isinstance(what, Warned):
        row = ["warned", what.at, what.by, ""]
    elif isinstance(what, OrderServed):
        dates = f"made {what.made or 'not recorded'}; until {what.until or 'not recorded'}"
        exceptions = "; ".join(what.exceptions) or "none recorded"
        row = [
            what.kind,
            what.served,
            "\n".join(what.clauses),
            f"{dates}; exceptions: {exceptions}",
        ]
    else:  # facts_of gives no other
        row = ["", "", "", ""]
    return [str(decided.number), *row, line, decided.by, decided.at, decided.why]


FORMAT = Format("facts.csv", "what the complainant recorded", facts_csv)
