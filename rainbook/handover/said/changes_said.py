"""The values of `changes.pdf`: what changed since an entry of the log, what presses first.

The one thing a reader would get wrong: with no earlier hand-over there is nothing to compare with,
and that is said; an empty list would look like "nothing changed", which is another answer.
"""

from __future__ import annotations

from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Given
from rainbook.handover.paper.plain_words import number_of
from rainbook.handover.said.changes import NO_EARLIER, changes_of, settings_changed
from rainbook.handover.said.changes_found import PARTS, Change
from rainbook.handover.said.facts import complainant, name_of
from rainbook.handover.said.paper import Paper
from rainbook.handover.said.rests_on import counted

TEMPLATE = "changes"
WHERE = "changes.csv"
MOST = 40
NOTHING = "Nothing."
FIGURES = "figures"


def changes_data(given: Given, plain_only: bool) -> dict[str, Any]:
    """Return the values of the template."""
    show = Paper(plain_only)
    every = changes_of(given)
    return {
        "title": "What changed since last time",
        "zone": show(given.case.zone),
        "as_of": show(times.recorded(given.case.as_of, given.case.zone)),
        "complainant": show(complainant(given)),
        "other": show(" and ".join(name_of(given, p) for p in given.disclosure.persons)),
        "since": show(since_said(given)),
        "none": "" if given.before else NO_EARLIER,
        "parts": _parts(every, show) if given.before else [],
        "settings": [show(text) for text in settings_changed(given)],
    }


def _parts(every: list[Change], show: Paper) -> list[dict[str, Any]]:
    """Return each part with its rows; of the figures only how many differ, the CSV has them."""
    found = []
    for part, title in PARTS.items():
        those = [c for c in every if c.part == part]
        if part == FIGURES:
            text = f"{number_of(len(those), 'figure')} of the findings: see {WHERE}."
            found.append(
                {"title": title, "rows": [], "none": text if those else NOTHING, "more": ""}
            )
        else:
            found.append(_part(title, those, show))
    return found


def since_said(given: Given) -> str:
    """Return the entry the record is compared with, and how the book stood then."""
    if given.before is None:
        return ""
    stood = times.recorded(given.before.as_of, given.case.zone) if given.before.as_of else ""
    said = f"Compared with the book after entry {given.disclosure.since} of its log"
    return f"{said}, when its records stood at {stood}." if stood else f"{said}, then still empty."


def _part(title: str, those: list[Change], show: Paper) -> dict[str, Any]:
    rows = [
        {
            "what": show(c.what),
            "then": show(c.then or "–"),
            "now": show(c.now or "–"),
            "rests": show(rests_on(c)),
        }
        for c in those[:MOST]
    ]
    left = len(those) - MOST
    return {
        "title": title,
        "rows": rows,
        "none": "" if rows else NOTHING,
        "more": f"and {left:,} more, see {WHERE}" if left > 0 else "",
    }


def rests_on(change: Change) -> str:
    """Return "lines 3, 7–9; log number 4"."""
    parts = (
        counted("line", sorted(change.lines), WHERE),
        counted("log number", sorted(change.log), WHERE),
    )
    return "; ".join(p for p in parts if p)
