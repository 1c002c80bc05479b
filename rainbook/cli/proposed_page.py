"""What the program only proposes for reading: messages with threatening words, and messages in
which somebody may have been told to stop.

The one thing a reader would get wrong: a proposal counts nowhere. It becomes part of the record
only when the person picks it.
"""

from __future__ import annotations

from typing import Any

from rainbook.case import Book, lines_json
from rainbook.cli.cited import tell_lines
from rainbook.cli.screen import next_steps, out, say
from rainbook.record import CaseFile, Line, Person

_MOST = 20
_OFF = (
    "This is off. It sorts the messages of a person by words that often stand in threats, so that "
    "you, or somebody for you, can read those first. It is often wrong both ways: it decides "
    "nothing, and enters no count and no answer. All of it stays on this computer."
)


def read_first_page(book: Book, case: CaseFile, every: bool) -> None:
    """Print the messages to read first, where the setting is on; else say what it is."""
    if case.settings.get("threat_words") != "on":
        say(_OFF)
        next_steps(("rainbook decide setting name=threat_words value=on", "turns it on"))
        return
    for person in _them(case):
        lines = book.read_first(person.key, len(case.table) if every else _MOST)
        _heading(f"Messages of {person.name} to read first", lines)
        tell_lines(case, "", lines, every)
        out("")
    say(
        "A message that is not listed can be a threat all the same. To record one as such: "
        "rainbook tell PERSON --entry REFERENCE"
    )


def refusals_page(book: Book, case: CaseFile, every: bool) -> None:
    """Print the messages in which the other person may have been told to stop."""
    for person in _them(case):
        lines = book.refusals_proposed(person.key)
        _heading(f"Messages in which {person.name} may have been told to stop", lines)
        tell_lines(case, "", lines, every)
        for line in lines:
            for row in line.rows[:1]:
                said = f"person={person.key} event={case.table.id_of(row)}"
                next_steps((f"rainbook decide told-to-stop {said}", ""))
        out("")
    say("None of these counts until you pick it.")


def proposed_json(book: Book, case: CaseFile, first: bool, refusals: bool) -> dict[str, Any]:
    """Return the proposals asked for, by person."""
    found: dict[str, Any] = {}
    if first:
        on = case.settings.get("threat_words") == "on"
        found["read_first"] = {
            p.key: lines_json(book.read_first(p.key), case) if on else [] for p in _them(case)
        }
    if refusals:
        found["refusals_proposed"] = {
            p.key: lines_json(book.refusals_proposed(p.key), case) for p in _them(case)
        }
    return found


def _heading(text: str, lines: tuple[Line, ...]) -> None:
    say(f"{text}:" if any(line.rows for line in lines) else f"{text}: none was found.")


def _them(case: CaseFile) -> list[Person]:
    return [p for p in case.people if p.role == "suspect"]
