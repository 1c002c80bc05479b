"""How findings put numbers, days and channels into words.

The one thing a reader would get wrong: every day printed is the day in the complainant's zone, and
"at least" is part of the number, not decoration.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import numpy as np

from rainbook.moment import MONTHS, iso
from rainbook.record import EventTable, Kind

_SERVICE = {
    "whatsapp": "WhatsApp ",
    "sms": "text ",
    "mms": "text ",
    "phone": "text ",
    "email": "",
    "diary": "",
}
SAID = {
    Kind.MESSAGE: ("message", "messages"),
    Kind.CALL: ("call", "calls"),
    Kind.VOICEMAIL: ("voicemail", "voicemails"),
    Kind.EMAIL: ("e-mail", "e-mails"),
    Kind.REACTION: ("reaction", "reactions"),
    Kind.MEDIA: ("picture or file", "pictures or files"),
    Kind.FRIEND_REQUEST: ("friend request", "friend requests"),
    Kind.MESSAGE_REQUEST: ("message request", "message requests"),
    Kind.LOCATION_SHARE: ("shared location", "shared locations"),
    Kind.SCREENSHOT_TAKEN: ("screenshot taken", "screenshots taken"),
    Kind.DIARY: ("diary entry", "diary entries"),
    Kind.POLL: ("poll", "polls"),
}
"""What is an act or an answer, in words. A draft, a note of the service or a block is neither."""


def many(number: int, one: str, more: str = "") -> str:
    """Return "1 act", "2 acts"; `more` where the plural is not made with s."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def at_least(found: tuple[int, int], one: str, more: str = "") -> str:
    """Return "3 days", or "at least 3 days" where the two numbers (fewest, most) differ."""
    low, high = found
    return many(low, one, more) if low == high else f"at least {many(low, one, more)}"


def day_words(day: date, year: bool = True) -> str:
    """Return "3 March 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def day_at(instant: int, zone: str) -> date:
    """Return the zone's day at an instant (µs UTC)."""
    return date.fromisoformat(iso(instant, zone)[:10])


def time_words(instant: int, zone: str, to: str = "second", offset: bool = False) -> str:
    """Return "12 May 2024 at 10:00:05", or "at 10:00" `to` the minute; `offset` adds "+01:00"."""
    written = iso(instant, zone)
    clock = written[11:16] if to == "minute" else written[11:19]
    return f"{day_words(day_at(instant, zone))} at {clock}" + (f" {written[-6:]}" if offset else "")


def between(first: date, last: date) -> str:
    """Return "on 3 March 2024" or "between 3 March and 28 May 2024"."""
    if first == last:
        return f"on {day_words(first)}"
    return f"between {day_words(first, first.year != last.year)} and {day_words(last)}"


def listed(parts: Iterable[str], at_most: int = 31) -> str:
    """Return the parts with commas and "and"; past `at_most` it says how many more there are."""
    all_of = list(parts)
    if len(all_of) > at_most:
        all_of = [*all_of[:at_most], f"{len(all_of) - at_most:,} more"]
    return (
        all_of[0]
        if len(all_of) == 1
        else f"{', '.join(all_of[:-1])} and {all_of[-1]}"
        if all_of
        else ""
    )


def channels(table: EventTable, rows: Iterable[int]) -> str:
    """Return "5 WhatsApp messages, 3 calls": the most first, equal numbers by name."""
    chosen = np.fromiter(rows, np.int64)
    # one row stands for all of its kind and account
    codes = table.kind[chosen].astype(np.int64) * (len(table.accounts) + 1) + table.actor[chosen]
    _, first, number = np.unique(codes, return_index=True, return_counts=True)
    found: Counter[tuple[str, str]] = Counter()
    for row, many_of_it in zip(chosen[first].tolist(), number.tolist(), strict=True):
        found[_channel(table, row)] += many_of_it
    ranked = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    return listed(many(number, one, more) for (one, more), number in ranked)


def _channel(table: EventTable, row: int) -> tuple[str, str]:
    kind = Kind(int(table.kind[row]))
    one, more = SAID.get(kind, ("record", "records"))
    actor = int(table.actor[row])
    platform = table.accounts[actor].platform if actor >= 0 else ""
    if kind not in (Kind.MESSAGE, Kind.CALL):
        return one, more
    shown = _SERVICE.get(platform, f"{platform.capitalize()} " if platform else "")
    if kind == Kind.CALL and shown == "text ":
        shown = ""
    return shown + one, shown + more
