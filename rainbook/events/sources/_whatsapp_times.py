"""Which instants a written day and time of an export can mean.

The one thing a reader would get wrong: a line whose day does not exist in the file's order (13/01
where the month stands first) is not given a made-up day. It keeps the reading it does have, and is
marked as perhaps typed by somebody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from rainbook.moment import local_to_utc, readings_of
from rainbook.moment.clock import DAY
from rainbook.moment.order import DAY_FIRST, MONTH_FIRST, YEAR_FIRST, Token
from rainbook.record import Warn

FIRST_DAY, LAST_DAY = 7_305, 47_846  # 1990-01-01 and 2100-12-31: other days are no header
# WhatsApp did not exist before 2009
EARLIEST, LATEST = 1_230_768_000_000_000, 2_524_608_000_000_000  # 2009-01-01 and 2050-01-01
CONTESTED = int(Warn.FORGED_HEADER_SUSPECT | Warn.MAY_BELONG_TO_MESSAGE_BEFORE)
_AMBIGUOUS, _IMPLAUSIBLE = int(Warn.AMBIGUOUS_DATE_ORDER), int(Warn.TIME_IMPLAUSIBLE)


@lru_cache(maxsize=65_536)
def possible_days(token: Token) -> tuple[int, ...]:
    """Return every day (since 1970-01-01) the three numbers can be; with the year last, if any."""
    for orders in ((DAY_FIRST, MONTH_FIRST), (YEAR_FIRST,)):
        days = _sane(readings_of(token, orders))
        if days:
            return days
    return ()


def days_of(token: Token, orders: Sequence[str]) -> tuple[tuple[int, ...], bool]:
    """Return the days the numbers can be in the file's orders, and True; or all they can be, and
    False where those orders leave none.
    """
    days = _sane(readings_of(token, orders))
    return (days, True) if days else (possible_days(token), False)


def _sane(days: Sequence[int]) -> tuple[int, ...]:
    return tuple(d for d in days if FIRST_DAY <= d <= LAST_DAY)


def when(
    token: Token, clock: tuple[int, bool], reading: Mapping[str, str]
) -> tuple[int, int, tuple[tuple[int, int], ...], int]:
    """Return earliest, latest (µs UTC), every reading, and doubts of one written day and time."""
    days, fits = days_of(token, reading["orders"].split("|"))
    local = np.array(days, np.int64) * DAY + clock[0]
    low, high, warn = local_to_utc(local, reading["zone"])
    high = high + (999_999 if clock[1] else 59_999_999)
    doubt = int(np.bitwise_or.reduce(warn, initial=0))
    if len(days) > 1 or not fits:
        doubt |= _AMBIGUOUS
    if not fits:
        doubt |= CONTESTED
    earliest, latest = int(low.min()), int(high.max())
    if earliest < EARLIEST or latest > LATEST:
        doubt |= _IMPLAUSIBLE
    if reading["zone_said"] != "1":
        doubt |= int(Warn.TZ_ASSUMED)
    pairs = tuple(sorted(zip(low.tolist(), high.tolist(), strict=True)))
    return earliest, latest, pairs, doubt
