"""When a clause of an order bound the person: after it was served or known of, and before it ended.

The one thing a reader would get wrong: that an order was made says nothing about who knew of it.
Where it is not recorded when it was served, no act is laid before or after it; and an edge is as
wide as it was typed, so a day that was typed is a day of "cannot tell".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rainbook.findings.orders.words import Clock, Longs, quoted
from rainbook.findings.said_times import when_of
from rainbook.record import NO_TIME, OrderClause, OrderServed

OUT, POSSIBLE, BEFORE_SERVED, AFTER_END, ALLOWED, CANNOT, BEFORE_BEGAN = range(-1, 6)
"""Places in CLAUSE_ANSWERS; OUT: an act before the order, which is not listed."""
NOT_SERVED, SERVED_UNREAD, AT_SERVED, UNDATED, AT_START, AT_END, TWO_ENDS = range(1, 8)
Ints = npt.NDArray[np.int8]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Edge:
    """One end of a time as it was typed. `span`: µs UTC, first and last; None = not given, or (with
    `typed`) no day or time that can be read.
    """

    typed: str
    span: tuple[int, int] | None

    def said(self, clock: Clock) -> str:
        """Return "on 1 June 2024", or what was typed."""
        if self.span is None:
            return quoted(self.typed) if self.typed else "not recorded"
        return clock.when(*self.span)


def edge_of(typed: str, zone: str) -> Edge:
    """Return an edge of what was typed as an ISO 8601 day or time."""
    return Edge(typed.strip(), when_of(typed, zone) if typed.strip() else None)


@dataclass(frozen=True, slots=True)
class Window:
    """The edges of one clause of one order; `starts` and `ends` are the clause's own."""

    made: Edge
    served: Edge
    until: Edge
    starts: Edge
    ends: Edge

    def end(self) -> tuple[int, int] | None:
        """Return the stretch in which it ended: before it in force, after it not, in it not known.

        A clause's own end goes before the order's. One later than the order's leaves the time
        between the two open.
        """
        own, whole = self.ends.span, self.until.span
        if own is None or whole is None:
            return own or whole
        return own if own[1] <= whole[1] else (min(own[0], whole[0]), own[1])

    def last(self) -> Edge:
        """Return the edge that says when it ended."""
        return self.ends if self.ends.span is not None else self.until

    def hold(self, first: Longs, last: Longs, said_after: Mask) -> tuple[Ints, Ints]:
        """Return for each act (µs UTC, its whole width) an answer and, for CANNOT, the reason.

        `said_after`: acts of which the complainant says that they came after it was served; it
        settles what their times leave open, and nothing else.
        """
        code, why = np.zeros(len(first), np.int8), np.zeros(len(first), np.int8)
        for rows, doubt in self._doubts(first, last, said_after):
            code[rows], why[rows] = CANNOT, doubt
        dated, end, began = first != NO_TIME, self.end(), self.starts.span
        if began is not None:
            code[dated & (last < began[0])] = BEFORE_BEGAN
        self._before(code, last, dated)
        if end is not None:
            code[dated & (first > end[1])] = AFTER_END
        why[code != CANNOT] = 0
        return code, why

    def _doubts(self, first: Longs, last: Longs, said_after: Mask) -> list[tuple[Mask, int]]:
        """Return what cannot be told, the reason that matters most last."""
        dated, end, began, served = first != NO_TIME, self.end(), self.starts.span, self.served

        def meets(span: tuple[int, int]) -> Mask:
            return np.asarray(dated & (last >= span[0]) & (first <= span[1]), bool)

        found: list[tuple[Mask, int]] = []
        if end is not None:
            own = self.ends.span is not None and end != self.ends.span
            found.append((meets(end), TWO_ENDS if own else AT_END))
        if began is not None:
            found.append((meets(began), AT_START))
        if served.span is not None:
            found.append((meets(served.span) & ~said_after, AT_SERVED))
        never = served.span is not None and end is None and began is None
        found.append((~dated & ~said_after if never else ~dated, UNDATED))
        if served.span is None:
            every = np.ones(len(first), bool)
            found.append((every, SERVED_UNREAD if served.typed else NOT_SERVED))
        return found

    def _before(self, code: Ints, last: Longs, dated: Mask) -> None:
        made, served = self.made.span, self.served.span
        if served is not None:
            code[dated & (last < served[0])] = BEFORE_SERVED if made is not None else OUT
        if made is not None:
            code[dated & (last < made[0])] = OUT


def window_of(order: OrderServed, clause: OrderClause, zone: str) -> Window:
    """Return the edges of a clause."""
    return Window(
        edge_of(order.made, zone),
        edge_of(order.served, zone),
        edge_of(order.until, zone),
        edge_of(clause.start, zone),
        edge_of(clause.end, zone),
    )


def reason(window: Window, why: int, clock: Clock) -> str:
    """Return the sentence of a reason."""
    served, until = window.served.said(clock), window.until.said(clock)
    return {
        NOT_SERVED: "When it was served or known of is not recorded.",
        SERVED_UNREAD: f"When it was served is recorded as {served}, which is no day or time that "
        "can be read.",
        AT_SERVED: f"It was served {served}; whether this came before or after cannot be told.",
        UNDATED: "The act has no time that can be laid beside it.",
        AT_START: f"It began {window.starts.said(clock)}; whether this came before or after cannot "
        "be told.",
        AT_END: f"It is recorded as lasting until {window.last().said(clock).removeprefix('on ')}; "
        "whether this came before or after it ended cannot be told.",
        TWO_ENDS: f"The order is recorded as ending {until} and the clause later "
        f"({window.ends.said(clock).removeprefix('on ')}); which holds cannot be told.",
    }[why]
