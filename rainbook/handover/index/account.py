"""The figures of the index: accounts, services, first and last, replies, occasions.

The one thing a reader would get wrong: every figure is counted from the lines of the chronology
that say "counted"; a guess, a second copy or a line set aside is in the column "not counted", never
in a total.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import numpy as np

from rainbook.handover import times
from rainbook.handover.interface import Entry, Given
from rainbook.handover.paper import plain_words
from rainbook.handover.paper.plain_words import number_of
from rainbook.handover.paper.room import Room
from rainbook.record import GROUPINGS

MEANS = {
    "each act": "every message, call or other act by itself",
    "session gap": "acts at most {gap} minutes apart are one occasion",
    "calendar day": "all acts of one day in {zone} are one occasion",
}


def accounts(given: Given, room: Room) -> dict[str, Any]:
    """Return the persons' accounts and why they are said to be theirs, the most used first."""
    case = given.case
    found: dict[tuple[int, str], tuple[int, Entry]] = {}
    person, guessed = np.asarray(case.person_of), np.asarray(case.guessed_of)
    mine = {i for i, p in enumerate(case.people) if p.key in given.disclosure.persons}
    for entry in given.entries:
        actor = int(case.table.actor[entry.row])
        guess = int(guessed[entry.row]) in mine
        if actor >= 0 and (int(person[entry.row]) in mine or guess):
            basis = case.basis_of[entry.row] or ("guess" if guess else "")
            count, last = found.get((actor, basis), (0, entry))
            found[(actor, basis)] = (count + 1, entry if entry.time.earliest else last)
    lines = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
    shown = []
    for (actor, basis), (count, last) in lines[: room.accounts]:
        account = case.table.accounts[actor]
        name = f"{last.who}: " if len(mine) > 1 else ""
        shown.append(
            {
                "account": room.text(
                    f"{name}{account.raw} ({plain_words.channel_name(account.platform)})",
                    max(40, room.letters // 4),
                ),
                "basis": plain_words.said(basis, plain_words.BASES),
                "count": f"{count:,}",
                "last": _day(last),
            }
        )
    more = len(lines) - len(shown)
    return {
        "accounts": shown,
        "accounts_more": f"and {more:,} more, see chronology.csv" if more else "",
    }


def _day(entry: Entry) -> str:
    return (
        times.recorded(entry.time.earliest[:10], "")
        if entry.time.earliest and not entry.time.second_reading
        else entry.time.text
    )


def channel_rows(given: Given, room: Room) -> dict[str, Any]:
    """Return for each service: from the person, missed calls, the complainant's own, not counted;
    then all.
    """
    counts: dict[str, Counter[str]] = {}
    for entry in given.entries:
        into = counts.setdefault(entry.channel, Counter())
        if entry.contact:
            into["missed" if entry.way == plain_words.WAYS["missed"] else "theirs"] += 1
        elif entry.reply:
            into["own"] += 1
        else:
            into["not_counted"] += 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    rows = [_channel(room.text(name, 40), c) for name, c in ordered[: room.channels]]
    if len(ordered) > 1:
        rows.append(_channel("All", sum((c for _, c in ordered), Counter())))
    more = len(ordered) - room.channels
    return {
        "channels": rows,
        "channels_more": f"and {more:,} more services (in “All”), see chronology.csv"
        if more > 0
        else "",
    }


def _channel(name: str, counts: Counter[str]) -> dict[str, str]:
    return {
        "name": name,
        **{key: f"{counts[key]:,}" for key in ("theirs", "missed", "own", "not_counted")},
    }


def span(given: Given) -> str:
    """Return the first and the last counted contact, with line numbers."""
    contacts = [e for e in given.entries if e.contact]
    timed = [e for e in contacts if e.time.earliest]
    if not timed:
        return "No contact with a readable time may be counted."
    first, last = timed[0], timed[-1]
    days = {e.time.earliest[:10] for e in timed if not e.time.second_reading}
    return (
        f"{number_of(len(contacts), 'contact')} by the person named, on at least "
        f"{number_of(len(days), 'day')}. "
        f"First: {first.time.text} (line {first.number}). "
        f"Last: {last.time.text} (line {last.number})."
    )


def answered(given: Given) -> str:
    """Return how many replies there are, and the longest run of contacts without one."""
    own = sum(1 for e in given.entries if e.reply)
    stuck = sum(1 for e in given.entries if e.own and e.counted and not e.went_out)
    longest = longest_run(given)
    sent = f"Sent by the complainant in these threads: {own:,}, all in the chronology."
    if stuck:
        sent += f" Written but not sent or not delivered: {stuck:,}."
    if len(longest) < 2:
        return sent
    return (
        f"{sent} Longest run of contacts with none in between: {len(longest):,} "
        f"(lines {longest[0].number}–{longest[-1].number})."
    )


def longest_run(given: Given) -> list[Entry]:
    """Return the longest run of contacts with no reply in between, the first of equal ones."""
    run: list[Entry] = []
    longest: list[Entry] = []
    for entry in given.entries:
        if entry.reply:
            longest, run = max(longest, run, key=len), []
        elif entry.contact:
            run.append(entry)
    return max(longest, run, key=len)


FIGURES = {"each act": "acts", "session gap": "sessions", "calendar day": "days"}
"""Where the finding "repeated" keeps the number for each grouping (a number, or fewest and most).
"""


def groupings(given: Given, room: Room) -> list[dict[str, str]]:
    """Return the occasions under each stated grouping, and how many of them came after the first
    refusal. With one person the numbers are the finding's own; with several, the incidents'.
    """
    counts = Counter(
        i.grouping for i in given.case.incidents if i.person in given.disclosure.persons
    )
    figures = figures_of(given)
    gap = given.case.settings.get("session_gap_minutes", "")
    rows = []
    for name in (*GROUPINGS, *sorted(set(counts) - set(GROUPINGS))):
        means = MEANS.get(name, "").format(gap=gap or "the set number of", zone=given.case.zone)
        key = FIGURES.get(name, "")
        rows.append(
            {
                "name": room.text(name.capitalize(), 30),
                "means": room.text(means),
                "count": number_said(figures.get(key, counts[name])),
                "after": number_said(figures.get(f"{key}_since_refused", "not recorded")),
            }
        )
    return rows


def figures_of(given: Given) -> Mapping[str, Any]:
    """Return the figures of the finding "repeated", none where there are several persons."""
    found = [
        f.figures
        for f in given.case.findings
        if f.sign == "repeated" and f.person in given.disclosure.persons
    ]
    return found[0] if len(found) == 1 else {}


def number_said(found: Any) -> str:
    """Return a count, or the fewest and the most it can be, as text."""
    if isinstance(found, (list, tuple)):
        few, many = found
        return f"{few:,}" if few == many else f"{few:,}–{many:,}"
    return f"{found:,}" if isinstance(found, int) else str(found)
