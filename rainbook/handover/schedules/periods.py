"""How long things that may soon be gone are usually kept, and the clock that runs on them.

The one thing a reader would get wrong: the clock counts from the state of the records (`as_of`),
never from this computer's date; and a usual period is nobody's promise.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from rainbook.handover.times import recorded
from rainbook.moment import instant, iso
from rainbook.record import CaseFile

PERIODS = Path(__file__).with_name("periods.toml")
GONE = "usually gone since"
NOT_VERIFIED = "recalled, not verified"
_SET = re.compile(r"([1-9][0-9]{0,4})(?:-([1-9][0-9]{0,4}))?")
_STRETCH = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?(?:[T ].*)?")


@dataclass(frozen=True, slots=True)
class Period:
    """A usual period in days, fewest and most, with where that stands and how sure it is."""

    what: str
    name: str
    least: int
    most: int
    source: str
    as_of: str
    sure: str
    ask: str

    @property
    def text(self) -> str:
        """Return "7 to 31 days"."""
        one = f"{self.least:,}" if self.least == self.most else f"{self.least:,} to {self.most:,}"
        return f"{one} day{'' if self.most == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Clock:
    """What a period means for one day: None where there is no day or no period."""

    gone_from: date | None
    gone_by: date | None
    days_since: int | None
    text: str


@lru_cache(maxsize=1)
def periods() -> Mapping[str, Period]:
    """Return the usual period of each kind of thing that has one."""
    found = tomllib.loads(PERIODS.read_text(encoding="utf-8"))
    return {
        what: Period(
            what=what,
            name=one["name"],
            least=one["least"],
            most=one["most"],
            source=one["source"],
            as_of=one["as_of"],
            sure="read in the page named" if one["sure"] == "read" else NOT_VERIFIED,
            ask=one["ask"],
        )
        for what, one in found.items()
    }


def setting_of(what: str) -> str:
    """Return the name of the setting that replaces a usual period."""
    return f"period_{what.replace(' ', '_')}"


def period_of(case: CaseFile, what: str, kept_days: int = 0) -> Period | None:
    """Return the period that holds: what was said of this one thing, then the case's setting, then
    what is usual; None where nothing is known.
    """
    usual = periods().get(what)
    day = as_of_day(case)
    as_of = day.isoformat() if day else ""
    if kept_days > 0:
        known = usual or Period(what, what, 0, 0, "", "", "", "")
        said = "said by the complainant of this one"
        return replace(known, least=kept_days, most=kept_days, source=said, as_of=as_of, sure=said)
    name = setting_of(what)
    if usual and (found := _SET.fullmatch(case.settings.get(name, "").replace(" ", ""))):
        ends = sorted((int(found[1]), int(found[2] or found[1])))
        said = f"set for this case ({name})"
        return replace(usual, least=ends[0], most=ends[1], source=said, as_of=as_of, sure=said)
    return usual


def as_of_day(case: CaseFile) -> date | None:
    """Return the day of the state of the records in the case's zone, None where it names none."""
    return day_of(case.as_of, case.zone)


def day_of(written: str, zone: str) -> date | None:
    """Return the day an ISO 8601 day or instant names in the zone; None for anything else."""
    try:
        read = datetime.fromisoformat(written)
        if read.tzinfo is not None:
            return date.fromisoformat(iso(instant(written), zone)[:10])
    except (ValueError, OverflowError):
        return None
    return read.date()


def stretch_of(written: str, zone: str) -> tuple[date, date] | None:
    """Return the first and the last day of a year, month, day or instant; None for all else."""
    if day := day_of(written, zone):
        return day, day
    found = _STRETCH.fullmatch(written.strip())
    if not found or found[3]:
        return None
    try:
        first = date(int(found[1]), int(found[2] or 1), 1)
        month = int(found[2] or 12)
        after = date(int(found[1]) + month // 12, month % 12 + 1, 1)
    except ValueError:
        return None
    return first, after - timedelta(days=1)


def clock_of(case: CaseFile, days: tuple[date, date] | None, period: Period | None) -> Clock:
    """Return from when it may be gone, by when it usually is, and how long ago it was, all said as
    of the state of the records.
    """
    now = as_of_day(case)
    if days is None:
        return Clock(None, None, None, "No day is recorded, so no clock runs; ask now.")
    since = (now - days[1]).days if now else None
    if period is None:
        return Clock(None, None, since, "How long it is kept is not known; ask now.")
    gone_from, gone_by = _later(days[0], period.least), _later(days[1], period.most)
    if now and now >= gone_by:
        text = f"Ask all the same: {GONE} {_said(gone_by)}."
    else:
        since_or_from = "since" if now and now >= gone_from else "from"
        text = f"May be gone {since_or_from} {_said(gone_from)}; usually gone by {_said(gone_by)}."
    return Clock(gone_from, gone_by, since, text)


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


def _said(day: date) -> str:
    return recorded(day.isoformat(), "")
