"""The date card: days to ask somebody about, each with what it is counted from.

The one thing a reader would get wrong: a day here is arithmetic, not advice. Which incident is the
last of a course of conduct is for the police and a court, and an incident added later moves it.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import numpy as np

from rainbook.findings import acts, wording
from rainbook.findings.law import Element, Law
from rainbook.findings.said_times import when_of
from rainbook.moment import days_in_zone
from rainbook.record import NO_TIME, CaseFile, DateCard, Decided, OrderServed, Person


def months_after(day: date, months: int) -> date:
    """Return the same day of the month so many calendar months later; where that month is shorter,
    its last day (31 August and six months: 28 or 29 February).
    """
    place = day.year * 12 + day.month - 1 + months
    year, month = place // 12, place % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def date_card(case: CaseFile, person: Person, law: Law) -> tuple[DateCard, ...]:
    """Return the days to ask about: the time limit where this law has one, and the end of orders.

    Days are the complainant's zone's. Nothing is worked out where no incident has a day.
    """
    limit = law.role("time limit")
    cards = [] if limit is None else [_limit(case, person, limit)]
    return (*cards, *_orders(case, person, law))


def _limit(case: CaseFile, person: Person, limit: Element) -> DateCard:
    found = acts.acts_of(case, person)
    dated = np.flatnonzero(found.first != NO_TIME)
    for_what = f"for {limit.section} only"
    undated = len(found.rows) - len(dated)
    if not len(dated):
        none = "no incident has a day that can be read" if undated else "no incident is recorded"
        text = f"Last dated incident + {limit.months} months, {for_what}: {none}. Ask the police."
        return DateCard(text, "", (), limit.source)
    first, last = found.first[dated], found.last[dated]
    # the latest of the days an act is at least on; of those of that day, the latest act
    place = int(dated[np.lexsort((last, first, days_in_zone(first, case.zone)))[-1]])
    first_day, last_day = (
        wording.day_at(int(t[place]), case.zone) for t in (found.first, found.last)
    )
    row = found.rows[place]
    day = months_after(first_day, limit.months)
    parts = [
        f"Last dated incident ({wording.day_words(first_day)}) + {limit.months} months = "
        f"{wording.day_words(day)}, {for_what}: ask the police.",
        "Counted in calendar months to the same day of the month, or to its last day where it is "
        f"shorter ({case.zone}).",
        "An incident added later moves it.",
    ]
    if last_day != first_day:
        parts.append(
            f"The incident's day is not certain (it may be {wording.day_words(last_day)}): counted "
            "from the earliest."
        )
    if undated:
        parts.append(
            f"{wording.many(undated, 'act')} without a day may be later: what is last is then not "
            "known."
        )
    return DateCard(" ".join(parts), day.isoformat(), (row,), limit.source)


def _orders(case: CaseFile, person: Person, law: Law) -> list[DateCard]:
    return [
        _order(case, law, one, one.what)
        for one in case.decisions
        if not one.withdrawn
        and isinstance(one.what, OrderServed)
        and one.what.person == person.key
        and one.what.until.strip()
    ]


def _order(case: CaseFile, law: Law, decided: Decided, order: OrderServed) -> DateCard:
    kind = law.order(order.kind)
    source = kind.source if kind else f"decision {decided.number}, as it was written there"
    span = when_of(order.until, case.zone)
    named = f"The {order.kind} of decision {decided.number}"
    if span is None:
        text = f"{named} is recorded as lasting until {order.until!r}, which is no day to read."
        return DateCard(text, "", (), source, (decided.number,))
    first, last = (wording.day_at(t, case.zone) for t in span)
    if first != last:
        text = f"{named} is recorded as lasting until {order.until}; the day is not recorded."
        return DateCard(text, "", (), source, (decided.number,))
    text = (
        f"{named} is recorded as lasting until {wording.day_words(first)}: ask before then what "
        "follows it."
    )
    return DateCard(text, first.isoformat(), (), source, (decided.number,))
