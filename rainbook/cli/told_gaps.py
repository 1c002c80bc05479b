"""The questions about times: when the two were together, and why there was nothing for a while.

The one thing a reader would get wrong: a quiet time is asked about because a court asks about it.
It says nothing about whether anything was wanted.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from rainbook.cli.talking import Talk
from rainbook.record import GAP_REASONS, TOGETHER, GapReason, Together

_LONGEST = 3
_LEAST_DAYS = 28
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)


def together(talk: Talk) -> None:
    """Ask when the two lived together, were reunited, or agreed to be in contact."""
    if not talk.open("together", Together):
        return
    sentence = (
        f"Were there times when {talk.person.name} and you lived together, were together again, or "
        "had both agreed to be in contact?"
    )
    while how := talk.pick("together", sentence, TOGETHER, nothing="no, never"):
        start, end = talk.when("From when?"), talk.when("Until when?")
        talk.write(Together(talk.person.key, how, start, end, talk.words()))
        if not talk.more("Was there another such time?"):
            return


def gaps(talk: Talk) -> None:
    """Ask for the reason of each of the longest quiet times."""
    said = [(w.start, w.end) for w in talk.said(GapReason)]
    said += [(w.start, w.end) for w in talk.said(Together)]
    for first, last in _longest(talk):
        start, end = first.isoformat(), last.isoformat()
        question = f"gap {start} {end}"
        if not talk.open(question, done=any(_covers(s, first, last) for s in said)):
            continue
        sentence = (
            f"Nothing of {talk.person.name} is counted between {_day(first)} and {_day(last)}. Do "
            "you know why?"
        )
        options = [*GAP_REASONS, *TOGETHER[:-1]]
        found = talk.pick(question, sentence, options)
        if found in TOGETHER[:-1]:
            talk.write(Together(talk.person.key, found, start, end, talk.words()))
        elif found:
            talk.write(GapReason(talk.person.key, found, start, end, talk.words()))


def _longest(talk: Talk) -> list[tuple[date, date]]:
    """Return the days before and after the longest quiet times, the longest first."""
    days: list[date] = []
    for finding in talk.case.findings:
        by_day = finding.figures.get("by_day")
        if finding.person == talk.person.key and isinstance(by_day, Mapping) and not days:
            days = sorted(date.fromisoformat(day) for day in by_day)
    found = [pair for pair in pairwise(days) if (pair[1] - pair[0]).days >= _LEAST_DAYS]
    return sorted(found, key=lambda pair: (pair[0] - pair[1], pair[0]))[:_LONGEST]


def _covers(span: tuple[str, str], first: date, last: date) -> bool:
    """Return whether a time that was told of (each end a year, month or day, "" = open) covers a
    quiet time.
    """
    start, end = span
    return bool(start or end) and start[:10] <= first.isoformat() and (
        not end or end[:10] + "~" >= last.isoformat()
    )


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
