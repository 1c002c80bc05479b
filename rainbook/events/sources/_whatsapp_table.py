"""The columns of an export's events, worked out from what the quick pass found, and which records
are doubtful.

The one thing a reader would get wrong: a doubtful record is kept and marked, never left out. What
is marked as perhaps belonging to the message before it enters no count.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from rainbook.events.sources._whatsapp_arrays import out_of_order, unlike_the_rest
from rainbook.events.sources._whatsapp_look import name_doubts, padding
from rainbook.events.sources._whatsapp_pass import Pass
from rainbook.events.sources._whatsapp_times import CONTESTED, EARLIEST, LATEST, days_of
from rainbook.events.sources._whatsapp_words import is_notice
from rainbook.moment import local_to_utc
from rainbook.moment.clock import DAY
from rainbook.record import COLUMNS, NO_TIME, RARE, Kind, Precision, Warn, ZoneFrom, unfilled

Columns = dict[str, npt.NDArray[Any]]
MANY, MANY_WITH_FILES = 39_000, 10_000  # an export of so many lines may have lost its oldest
MUCH_OF_A_CHAT = 5
LITTLE, SHARE = 3, 10
_Flags = np.uint32
_MISSING = int(Warn.MISSING_ATTACHMENT)


def columns_of(done: Pass, reading: Mapping[str, str], beside: Mapping[str, Any]) -> Columns:
    """Return the event table's columns for every record found. `beside`: the attachments named
    that lie in the same container.
    """
    rows, second = len(done.starts), done.style.seconds
    made = {n: unfilled(n, rows) if n in RARE else np.zeros(rows, t) for n, t in COLUMNS.items()}
    made["member"][:] = -1 if done.material.path is None else 0
    made["start"], made["end"] = done.starts, np.append(done.starts[1:], done.material.size)[:rows]
    made["kind"][:], made["duration"][:], made["sent"][:] = Kind.MESSAGE, -1, NO_TIME
    made["actor"][:], made["seq"][:] = done.actors, np.arange(rows)
    made["thread"][:] = 0 if reading["thread"] else -1
    made["precision"][:] = Precision.SECOND if second else Precision.MINUTE
    made["zone_from"][:] = ZoneFrom.USER if reading["zone_said"] == "1" else ZoneFrom.ASSUMED
    backward = _times(done, made, reading)
    _meanings(done, made, beside)
    _contested(done, made, backward)
    _names(done, made)
    _cap(done, made)
    _group(made)
    return made


def _group(made: Columns) -> None:
    """Say that it is a group: its own lines tell, or three or more write without a doubt."""
    sure = (made["warnings"] & _Flags(Warn.MAY_BELONG_TO_MESSAGE_BEFORE)) == 0
    writers = np.unique(made["actor"][sure & (made["actor"] >= 0)])
    if len(writers) > 2 or (made["kind"] == Kind.GROUP_CHANGE).any():
        made["group"] = np.ones(len(made["actor"]), np.uint8)


def _meanings(done: Pass, made: Columns, beside: Mapping[str, Any]) -> None:
    """Fill in what the bodies looked at mean."""
    rows = np.fromiter(done.looked, np.int64, len(done.looked))
    found = [meaning for meaning, _ in done.looked.values()]
    for name in ("kind", "way", "state", "call", "duration"):
        made[name][rows] = [getattr(m, name) for m in found]
    missing = [_MISSING * any(a.name not in beside for a in m.attachments) for m in found]
    doubts = [doubt for _, doubt in done.looked.values()]
    made["warnings"][rows] |= np.array(missing, _Flags) | np.array(doubts, _Flags)
    seen = rows[np.array([m.video for m in found], bool)]
    if len(seen):
        made["video"] = made["video"].copy()
        made["video"][seen] = 1


def _times(done: Pass, made: Columns, reading: Mapping[str, str]) -> npt.NDArray[np.int64]:
    """Fill in earliest and latest; return the rows that run backwards in the file's order."""
    orders = reading["orders"].split("|")
    read = [days_of(t, orders) if t else ((), True) for t in done.tokens]
    width = 999_999 if done.style.seconds else 59_999_999
    made["warnings"][:] = 0 if reading["zone_said"] == "1" else int(Warn.TZ_ASSUMED)
    for turn in range(max((len(d) for d, _ in read), default=0)):
        day = np.array([d[min(turn, len(d) - 1)] if d else 0 for d, _ in read], np.int64)
        _widen(done, made, day, reading["zone"], width, turn == 0)
    unsure = np.array([len(d) > 1 or not fits for d, fits in read], bool)
    for mask, doubt in (
        (unsure, Warn.AMBIGUOUS_DATE_ORDER),
        (np.array([not fits for _, fits in read], bool), CONTESTED),
    ):
        if mask.any():
            made["warnings"][mask[done.dates]] |= _Flags(doubt)
    odd = (made["earliest"] < EARLIEST) | (made["latest"] > LATEST)
    made["warnings"][odd] |= _Flags(Warn.TIME_IMPLAUSIBLE)
    return _backward(done, orders)


def _widen(
    done: Pass, made: Columns, day: npt.NDArray[np.int64], zone: str, width: int, first: bool
) -> None:
    """Set each record's interval to one reading of its day, or widen it by a further one."""
    low, high, doubt = local_to_utc(day[done.dates] * DAY + done.times, zone)
    high += width
    if first:
        made["earliest"], made["latest"] = low, high
    else:
        np.minimum(made["earliest"], low, out=made["earliest"])
        np.maximum(made["latest"], high, out=made["latest"])
    made["warnings"] |= doubt


def _backward(done: Pass, orders: list[str]) -> npt.NDArray[np.int64]:
    """Return the rows that run backwards in the day order that leaves the fewest: a wrong order
    would mark the whole file. The person's answer leaves one order.
    """
    outs = []
    for order in orders:
        days = [days_of(t, (order,))[0] if t else () for t in done.tokens]
        day = np.array([d[0] if d else 0 for d in days], np.int64)
        outs.append(out_of_order(day[done.dates] * DAY + done.times))
    least = min(len(o) for o in outs)
    return np.unique(np.concatenate([o for o in outs if len(o) == least]))


def _contested(done: Pass, made: Columns, backward: npt.NDArray[np.int64]) -> None:
    """Mark records that run against the file's order, are written another way than the rest, or
    come from a stranger in a chat of two.
    """
    warnings = made["warnings"]
    if not len(done.starts):
        return
    if len(backward):
        fold = (warnings[backward] & _Flags(Warn.DST_FOLD)) != 0
        warnings[backward] |= _Flags(Warn.CLOCK_BACKWARD)
        warnings[backward[~fold]] |= _Flags(CONTESTED)
    for ids, ways in ((done.traits, _time_ways(done)), (done.dates, _day_ways(done))):
        rows = np.bincount(ids, minlength=len(ways))
        each = [unlike_the_rest(list(trait), rows) for trait in zip(*ways, strict=True)]
        odd = np.any(np.array(each, bool).reshape(-1, len(ways)), axis=0)
        if odd.any():
            warnings[odd[ids]] |= _Flags(CONTESTED)
    warnings[np.array(done.after_return, np.int64)] |= _Flags(CONTESTED)
    said = np.bincount(done.actors[done.actors >= 0], minlength=len(done.names))
    much = said >= MUCH_OF_A_CHAT
    few = ~much & (said <= LITTLE)
    group = bool((made["kind"] == Kind.GROUP_CHANGE).any())
    if (
        not group
        and much.sum() == 2
        and (much | few).all()
        and said[few].sum() * SHARE <= len(done.starts)
    ):
        strange = np.append(few, False)  # the last place answers for nobody
        warnings[strange[done.actors]] |= _Flags(CONTESTED)


def _time_ways(done: Pass) -> list[tuple[int, int]]:
    """Return, for each number in `Pass.traits`, its two parts."""
    most = int(done.traits.max(initial=0))
    return [(n & 3, n >> 2) for n in range(most + 1)]


def _day_ways(done: Pass) -> list[tuple[int, int, int]]:
    """Return how the first and the second number of each day are padded, and which of them can
    only be the day.
    """
    ways = []
    for written, token in zip(done.days, done.tokens, strict=True):
        digits = "".join(c if c.isdigit() else " " for c in written.decode("utf-8", "replace"))
        first, second, *_ = digits.split()
        only = 0 if token is None else 1 if 12 < token[0] < 32 else 2 if token[1] > 12 else 0
        ways.append((padding(first), padding(second), only))
    return ways


def _names(done: Pass, made: Columns) -> None:
    doubts = np.array([*(name_doubts(n) for n in done.names), 0], _Flags)
    if doubts.any():
        made["warnings"] |= doubts[done.actors]  # the last place answers for nobody


def _cap(done: Pass, made: Columns) -> None:
    """Mark the first record of an export so long that WhatsApp may have cut its beginning off."""
    many = MANY_WITH_FILES if len(done.material.siblings) > 1 else MANY
    if len(done.starts) < many:
        return
    first = done.material.read_at(int(done.starts[0]), int(made["end"][0] - made["start"][0]))
    if not is_notice(first[:4096].decode("utf-8", "replace")):
        made["warnings"][0] |= _Flags(Warn.EXPORT_CAP_SUSPECT)
