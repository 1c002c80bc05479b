"""A list of decisions with their reasons, as another program or a helper may have written it.

The one thing a reader would get wrong: all of the list is held against the book before any of it is
written down. One fault, and nothing is.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from rainbook.case.book import Book
from rainbook.record import Decision, PersonNamed, RainbookError, decision_from

Listed = Sequence[tuple[Decision, str]]
"""Decisions in their order, each with the reason given, "" for none."""


class ListNotUnderstood(RainbookError):
    """What was given is not a list of decisions."""


def listed_in(text: str, name: str) -> Listed:
    """Return the decisions of a list in JSON; `name` is what the sentence calls it.

    Raises ListNotUnderstood, and what `decision_from` raises.
    """
    wrong = ListNotUnderstood(
        f'{name} must hold a JSON list like [{{"why": "…", "decision": {{"kind_of_decision": '
        '"not-relevant", "event": "…"}}]. Nothing was written down.'
    )
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as refused:
        raise wrong from refused
    if not isinstance(read, list):
        raise wrong
    made = []
    for value in read:
        if not isinstance(value, dict) or not isinstance(value.get("decision"), dict):
            raise wrong
        made.append((decision_from(value["decision"]), str(value.get("why", ""))))
    return made


def check_listed(book: Book, listed: Listed) -> None:
    """Hold every decision of a list against the book, writing nothing. Raises as `decide` does."""
    named = [what for what, _ in listed if isinstance(what, PersonNamed)]
    for what, _ in listed:
        book.check(what, named)
