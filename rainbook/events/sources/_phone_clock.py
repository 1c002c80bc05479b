"""The clocks in an Android phone's files: the instant itself, the phone's own zone beside it, the
sender's clock.

The one thing a reader would get wrong: `date` is an instant and needs no zone. `readable_date` is
the same instant on the phone's own clock, so the two together say how far from UTC the phone was;
`date_sent` counts milliseconds in a text and seconds in a picture message.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from rainbook.record import NO_TIME, Precision, Warn

_LATEST = 253_402_300_799_999  # the last millisecond of the year 9999
_SECONDS_BELOW = (
    100_000_000_000  # as milliseconds this is 1973: no phone's message; as seconds it is past 5000
)
_FIRST, _LAST = (
    946_684_800,
    4_102_444_800,
)  # the years 2000 to 2099, in seconds: no other is plausible
_QUARTER = 900
_WEST, _EAST = -48, 56  # no clock on earth is further from UTC, in quarters of an hour
_UNREADABLE, _IMPLAUSIBLE = int(Warn.UNREADABLE_TIME), int(Warn.TIME_IMPLAUSIBLE)
_TWO = {b"%02d" % n: n for n in range(60)}
_MONTHS = {
    m: i for i, m in enumerate(b"jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_CLOCK = re.compile(
    rb"([^:]{6,30}?),? ([0-9]{1,2}):([0-9]{2}):([0-9]{2})"
    rb"(?:(?: |\xc2\xa0|\xe2\x80\xaf)?([AaPp])\.?[Mm]\.?)?"
    rb"(?: (?:[A-Z]{2,5}|[+-][0-9]{2}:?[0-9]{2}))?"
)
_DAY = re.compile(
    rb"(?:[A-Za-z]{3,9},? )?"
    rb"(?:([A-Za-z]{3})[a-z]{0,6}\.? ([0-9]{1,2}),? ([0-9]{4})"
    rb"|([0-9]{1,2}) ([A-Za-z]{3})[a-z]{0,6}\.?,? ([0-9]{4})"
    rb"|([0-9]{4})-([0-9]{2})-([0-9]{2}))"
)


_FINE, _COARSE = Precision.MILLISECOND, Precision.SECOND
Clock = tuple[int, int, Precision, int | None, int]
"""Earliest and latest (µs UTC or NO_TIME), precision, the phone's minutes from UTC (None: not
known) and warnings.
"""
_NONE: Clock = (NO_TIME, NO_TIME, Precision.NONE, None, _UNREADABLE)


def clock_of(written: bytes, readable: bytes, may_be_seconds: bool) -> Clock:
    """Return the instant in `date`, checked against `readable_date`; 0 and what is no number give
    no time.
    """
    number = int(written) if written.isdigit() and len(written) <= 15 else 0
    if not 0 < number <= _LATEST:
        return _NONE
    fine = not (may_be_seconds and number < _SECONDS_BELOW)
    seconds = number // 1000 if fine else number
    warn, offset = 0 if _FIRST <= seconds < _LAST else _IMPLAUSIBLE, None
    shown = _shown(readable)
    if shown is not None:
        # a phone may round where another cuts off: one second either way is the same minute of the
        # same zone
        quarters, rest = divmod(shown - seconds + 1, _QUARTER)
        if rest <= 2 and _WEST <= quarters <= _EAST:
            offset = quarters * 15
        else:
            warn |= _IMPLAUSIBLE
    if fine:
        return number * 1000, number * 1000, _FINE, offset, warn
    return number * 1_000_000, number * 1_000_000 + 999_999, _COARSE, offset, warn


def sent_at(written: bytes, in_seconds: bool) -> tuple[int, int]:
    """Return the sender's clock (`date_sent`, µs UTC or NO_TIME) and warnings; 0 means that there
    is none.
    """
    number = int(written) if written.isdigit() and len(written) <= 15 else 0
    if number == 0:
        return NO_TIME, 0
    if in_seconds and number < _SECONDS_BELOW:
        return number * 1_000_000, 0
    if not _SECONDS_BELOW <= number <= _LATEST:
        return NO_TIME, _IMPLAUSIBLE
    return number * 1000, 0


def _shown(readable: bytes) -> int | None:
    """Return the wall clock in `readable_date` as seconds since 1970, or None in a style that is
    not known here.
    """
    if readable[-9:-8] == b" " and readable[-6:-5] == b":" == readable[-3:-2]:
        days = _day(readable[:-9].rstrip(b","))
        clock = (
            _TWO.get(readable[-8:-6], -1),
            _TWO.get(readable[-5:-3], -1),
            _TWO.get(readable[-2:], -1),
        )
        if days is not None and -1 not in clock:  # the commonest style, read without a pattern
            return days + clock[0] * 3600 + clock[1] * 60 + clock[2]
    found = _CLOCK.fullmatch(readable)
    if found is None:
        return None
    day_written, hour, minute, second, half = found.groups()
    day = _day(day_written)
    hours = int(hour)
    if day is None:
        return None
    if half is not None:
        hours = hours % 12 + (12 if half in b"Pp" else 0)
    return day + hours * 3600 + int(minute) * 60 + int(second)


@lru_cache(maxsize=4096)
def _day(written: bytes) -> int | None:
    found = _DAY.fullmatch(written)
    if found is None:
        return None
    m1, d1, y1, d2, m2, y2, y3, m3, d3 = found.groups()
    month = int(m3) if m3 else _MONTHS.get((m1 or m2).lower())
    if month is None:
        return None
    try:
        return (
            date(int(y1 or y2 or y3), month, int(d1 or d2 or d3)).toordinal() - 719_163
        ) * 86_400
    except ValueError:
        return None
