"""What only the person can say about accounts: whose they are, and what does not fit together.

The one thing a reader would get wrong: an address book or a look-alike proposes, and no more.
Nothing here joins an account to anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rainbook.events.accounts import REGION, clean_name, look_alikes, phone_number
from rainbook.record import NO_TIME, Decided, Event, EventTable


@dataclass(frozen=True, slots=True)
class Names:
    """Names an address book gives for account keys: proposals for a question, never a join."""

    of_key: Mapping[str, tuple[str, ...]]

    @classmethod
    def from_cards(cls, cards: Iterable[Event], region: str = REGION) -> Names:
        """Return the names on contact cards (`more`: "name", "numbers", "emails") under the keys of
        their numbers.
        """
        found: dict[str, dict[str, None]] = {}
        for card in cards:
            name = clean_name(str(card.more.get("name") or ""))
            keys = [
                f"phone:{n}"
                for raw in _texts(card.more.get("numbers"))
                if (n := phone_number(raw, region))
            ]
            keys += [f"email:{raw.strip().lower()}" for raw in _texts(card.more.get("emails"))]
            for key in keys if name else ():
                found.setdefault(key, {})[name] = None
        return cls({key: tuple(names) for key, names in found.items()})

    def keys_for(self, name: str) -> tuple[str, ...]:
        """Return the keys the address book holds under exactly this name."""
        return tuple(key for key, names in self.of_key.items() if name in names)


NO_NAMES = Names({})


@dataclass(frozen=True, slots=True)
class Question:
    """Something only the person can say about accounts. `rows` counts their rows; `first`/`last` µs
    UTC or None.

    `code`: "whose" (not placed), "two people" (contradiction), "withheld", "no such person", "looks
    alike", "not in the records".
    """

    code: str
    sentence: str
    accounts: tuple[str, ...] = ()
    rows: int = 0
    first: int | None = None
    last: int | None = None
    decisions: tuple[int, ...] = ()
    proposed: tuple[str, ...] = ()


def nobody_named(one: Decided, key: str, person: str) -> Question:
    """Return what to say of a decision that places an account with nobody who was named."""
    said = (
        f"Decision {one.number} gives {key} to {person!r}, who has not been named. Name that "
        "person, or take the decision back."
    )
    return Question("no such person", said, (key,), decisions=(one.number,))


def withheld(one: Decided, key: str) -> Question:
    """Return what to say of a decision about a withheld number: it places no row."""
    said = (
        f"Decision {one.number} is about a withheld number. Withheld calls can come from anybody, "
        "so the decision places no row; where you knew the voice, place that one call (rainbook "
        "decide by-person)."
    )
    return Question("withheld", said, (key,), decisions=(one.number,))


def open_questions(
    table: EventTable,
    keys: Sequence[str],
    joined: Mapping[str, Any],
    contested: Mapping[str, tuple[int, ...]],
    names: Names,
) -> list[Question]:
    """Return what is open about the table's accounts, in the order they first stand in it."""
    by_key: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        by_key.setdefault(key, []).append(place)
    found = _unsettled(table, by_key, joined, contested, names)
    for key in [k for k in joined if k not in by_key]:
        said = f"{key} was placed with a person, but no record read so far names it."
        found.append(Question("not in the records", said, (key,)))
    for group in look_alikes(by_key):
        said = (
            f"These look alike and are different accounts: {', '.join(group)}. They are kept "
            "apart; a name that imitates another is worth telling an adviser."
        )
        found.append(Question("looks alike", said, group))
    return found


def _unsettled(
    table: EventTable,
    by_key: Mapping[str, list[int]],
    joined: Mapping[str, Any],
    contested: Mapping[str, tuple[int, ...]],
    names: Names,
) -> list[Question]:
    counts, first, last = _seen(table)
    found: list[Question] = []
    for key, places in by_key.items():
        rows = int(counts[places].sum())
        start, end = int(first[places].min()), int(last[places].max())
        span = (None if end == NO_TIME else start, None if end == NO_TIME else end)
        if key in contested:
            numbers = contested[key]
            said = (
                f"{key} was given to two people (decisions {_list(numbers)}). Its {rows} records "
                "count for neither until one of the decisions is taken back."
            )
            found.append(Question("two people", said, (key,), rows, *span, numbers))
        elif key not in joined and not key.endswith(":withheld") and rows:
            proposed = names.of_key.get(key, ()) or names.keys_for(key.rpartition(":name:")[2])
            said = f"Whose is {key}? It has {rows} records."
            found.append(Question("whose", said, (key,), rows, *span, (), proposed))
    return found


def _seen(table: EventTable) -> tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]:
    """Return for each account its number of rows, and its first and last instant (last = NO_TIME:
    none dated).
    """
    size = len(table.accounts)
    named = table.actor[table.actor >= 0]
    first, last = np.full(size, np.iinfo(np.int64).max), np.full(size, NO_TIME)
    dated = (table.actor >= 0) & (table.earliest != NO_TIME)
    np.minimum.at(first, table.actor[dated], table.earliest[dated])
    np.maximum.at(last, table.actor[dated], table.latest[dated])
    return np.bincount(named, minlength=size), first, last


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [str(v) for v in value] if isinstance(value, (list, tuple)) else []


def _list(numbers: Sequence[int]) -> str:
    return " and ".join(str(n) for n in numbers)
