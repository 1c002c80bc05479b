"""`facts.csv`: the dated facts the complainant recorded, in their own words.

The one thing a reader would get wrong: "when" is as it was recorded, to the day or the second, and
is not made finer. Smaller answers ("it alarmed me") are here when something in the bundle rests on
them, and only then; what was not said is left out, and "do not know" is kept.
"""

from __future__ import annotations

from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table
from rainbook.handover.said.facts import cited_of, facts_of, line_of_event, name_of
from rainbook.record import (
    AimedAt,
    Asks,
    Blocked,
    Decided,
    OrderServed,
    ToldToStop,
    Warned,
    decision_to,
)
from rainbook.record.answers import UNSAID

NOT_GIVEN = ("contact", "person")  # how to reach a witness; whom it is about is said elsewhere


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
    known = [(d.number, _fact(given, d)) for d in facts_of(given)]
    other = [(d.number, _answer(given, d)) for d in cited_of(given)]
    write_table(folder / "record/facts.csv", columns, (row for _, row in sorted(known + other)))


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


def _answer(given: Given, decided: Decided) -> list[str]:
    """Return the row of any other recorded answer, by its own fields; what was not said is left
    out.
    """
    said = {
        name: text
        for name, value in decision_to(decided.what).items()
        if name not in NOT_GIVEN and (text := _text(value))
    }
    fact = said.pop("kind_of_decision", "").replace("-", " ")
    when = [said.pop("start", ""), said.pop("end", "")]
    if isinstance(decided.what, AimedAt):
        said["at"] = name_of(given, said.get("at", ""))
    else:
        when[0] = said.pop("at", "") or when[0]
    line = str(line_of_event(given, said.pop("event", "")) or "")
    words = said.pop("words", "")
    for name in ("order", "refusal"):
        if name in said:
            said[name] = f"log number {said[name]}"
    if "other" in said:
        other = line_of_event(given, said.pop("other"))
        said["with"] = f"line {other}" if other else "a record not handed over"
    more = "; ".join(f"{name.replace('_', ' ')}: {text}" for name, text in said.items())
    at = " to ".join(when) if when[1] else when[0]
    return [str(decided.number), fact, at, words, more, line, decided.by, decided.at, decided.why]


def _text(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(str(v) for v in value)
    return "" if value is None or value == UNSAID else str(value)


FORMAT = Format("record/facts.csv", "what the complainant recorded", facts_csv)
