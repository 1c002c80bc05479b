"""Finds records that stand in more than one export, so that each is counted once and every copy is
still cited.

The one thing a reader would get wrong: equal messages in one minute of ONE export are real repeats.
Copies are looked for between exports only, matched in file order, and a message that stands twice
in one export and once in another is two messages. Nothing is deleted: `copy_of` points from a copy
to the record that is counted.

Not merged, so counted twice until the person says more: records whose time cannot be read, a
record whose day is in doubt in one export and not in the other, and exports of one chat that bear
different names when somebody writes in only one of them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rainbook.events.accounts import REGION
from rainbook.events.chats import exports_of, same_chats, same_names
from rainbook.record import NO_TIME, EventTable, Kind, Precision, State

MINUTE = 60_000_000
Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
WordsOf = Callable[[int], str | None]
_FINE = (Precision.MICROSECOND, Precision.MILLISECOND, Precision.SECOND)
_UNIT = {int(p): u for p, u in zip(_FINE, (1, 1_000, 1_000_000), strict=True)}
_CHANGED = (
    State.EDITED,
    State.DELETED_BY_SENDER,
    State.DELETED_BY_OWNER,
    State.DELETED,
    State.EXPIRED,
)
_SAID = (Kind.MESSAGE, Kind.MEDIA, Kind.POLL, Kind.LOCATION_SHARE)
_UNMARKED = {ord(c): None for c in "\u200e\u200f\ufeff"}


@dataclass(frozen=True, slots=True)
class Removed:
    """The record in `row` is missing from (or emptied in) another export of the same chat that
    covers its time.

    `export`: (original's SHA-256, member path or None) of the export it is missing from.
    """

    row: int
    export: tuple[str, str | None]


@dataclass(frozen=True)
class Copies:
    """`copy_of[row]`: the row that is counted in its place, or -1. `removed`: what a later export
    no longer holds.
    """

    copy_of: Ints
    removed: tuple[Removed, ...]

    def group(self, row: int) -> tuple[int, ...]:
        """Return every row of the same record, the counted one first: all of them are cited
        together.
        """
        kept = int(self.copy_of[row]) if self.copy_of[row] >= 0 else row
        return (kept, *np.flatnonzero(self.copy_of == kept).tolist())


@dataclass(frozen=True)
class _Look:
    """The columns that are asked row by row, as plain lists: a NumPy scalar at a time is ten times
    slower.
    """

    export: list[int]
    earliest: list[int]
    precision: list[int]
    kind: list[int]
    call: list[int]
    duration: list[int]
    changed: list[bool]
    words_of: WordsOf

    def likeness(self, row: int) -> object:
        """Return what must be equal in two copies beside service, thread, account, kind, way and
        time.
        """
        kind = self.kind[row]
        if (
            kind == Kind.MEDIA
        ):  # the same picture is a file name in one export and "omitted" in another
            return kind
        if kind == Kind.CALL:
            return (self.call[row], self.duration[row])
        words = self.words_of(row)
        if words is None or words.isascii():
            return words if words is None or "\r" not in words else words.replace("\r\n", "\n")
        return unicodedata.normalize("NFC", words.translate(_UNMARKED)).replace("\r\n", "\n")

    def best(self, cluster: list[int]) -> int:
        """Return the row that is counted: not a changed one, the finest time, the first in the
        table.
        """
        return min(cluster, key=lambda row: (self.changed[row], self.precision[row], row))


def find_copies(table: EventTable, words_of: WordsOf, region: str = REGION) -> Copies:
    """Return which rows are copies, and what is missing from a later export of the same chat.

    Same service, thread, account, kind and way; times equal once cut to the coarser of the two;
    words equal after composing (NFC) and dropping direction marks. `words_of(row)` is asked only
    for rows that could be copies.
    """
    copy_of = np.full(len(table), -1, np.int32)
    _same_bytes(table, copy_of)
    export = exports_of(table)
    thread, actor = same_names(table, region)
    thread = same_chats(thread, actor, export, table.actor >= 0)
    shared = _in_two_exports(thread, actor, export) & (table.earliest != NO_TIME) & (copy_of < 0)
    rows = np.flatnonzero(shared)
    if not len(rows):
        return Copies(copy_of, ())
    look = _look(table, export, words_of)
    met: set[tuple[int, int, int]] = set()
    for bucket in _buckets(table, rows, thread, actor, export):
        chat = int(thread[bucket[0]])
        for cluster in _clusters(bucket, look):
            kept = look.best(cluster)
            for row in cluster:
                if row != kept:
                    copy_of[row] = kept
            met.update(
                (chat, look.export[a], look.export[b]) for a in cluster for b in cluster if a != b
            )
    return Copies(copy_of, tuple(_removed(table, copy_of, export, thread, met)))


def _look(table: EventTable, export: Longs, words_of: WordsOf) -> _Look:
    names = ("earliest", "precision", "kind", "call", "duration")
    columns = {name: table.columns[name].tolist() for name in names}
    return _Look(
        export=export.tolist(),
        changed=np.isin(table.state, _CHANGED).tolist(),
        words_of=words_of,
        **columns,
    )


def _same_bytes(table: EventTable, copy_of: Ints) -> None:
    """Mark rows that cite exactly the same bytes: one original that was read twice."""
    columns = (table.end, table.start, table.member, table.original)
    order = np.lexsort(columns)
    same = np.ones(max(len(order) - 1, 0), bool)
    for column in columns:
        same &= column[order][1:] == column[order][:-1]
    if not same.any():
        return
    leader = np.maximum.accumulate(
        np.where(np.concatenate(([False], same)), 0, np.arange(len(order)))
    )
    copies = np.flatnonzero(leader != np.arange(len(order)))
    copy_of[order[copies]] = order[leader[copies]]


def _in_two_exports(thread: Longs, actor: Longs, export: Longs) -> npt.NDArray[np.bool_]:
    """Return the rows whose (thread, account) stands in two exports: most cases end here."""
    both = thread * (int(actor.max(initial=0)) + 1) + actor
    _, where = np.unique(both, return_inverse=True)
    size = int(export.max(initial=0)) + 1
    pairs = np.unique(where * size + export)
    return np.asarray(np.bincount(pairs // size, minlength=len(where))[where] > 1, bool)


def _buckets(
    table: EventTable, rows: Longs, thread: Longs, actor: Longs, export: Longs
) -> Iterator[list[int]]:
    """Yield rows equal in all but words, by minute, where they come from more than one export, in
    file order.
    """
    minute = table.earliest[rows] // MINUTE
    sort = (
        table.seq[rows],
        export[rows],
        table.way[rows],
        table.kind[rows],
        actor[rows],
        thread[rows],
        minute,
    )
    order = np.lexsort(sort)
    rows = rows[order]
    new = np.zeros(len(rows), bool)
    for column in sort[2:]:
        new[1:] |= column[order][1:] != column[order][:-1]
    new[:1] = True
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], len(rows))
    shown = export[rows]
    # rows of a bucket are sorted by export, so the first and the last differ when there are two
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        if shown[start] != shown[end - 1]:
            yield rows[start:end].tolist()


def _clusters(bucket: list[int], look: _Look) -> Iterator[list[int]]:
    """Yield rows that are one record: the nth of equal words here is the nth of them there."""
    unit = max(_UNIT.get(look.precision[row], MINUTE) for row in bucket)
    lines: dict[tuple[int, object], dict[int, list[int]]] = {}
    for row in bucket:
        place = (look.earliest[row] // unit, look.likeness(row))
        lines.setdefault(place, {}).setdefault(look.export[row], []).append(row)
    alone: dict[int, list[int]] = {}
    for (when, _), by_export in lines.items():
        for nth in range(max(map(len, by_export.values()))):
            cluster = [rows[nth] for rows in by_export.values() if nth < len(rows)]
            if len(cluster) > 1:
                yield cluster
            else:
                alone.setdefault(when, []).append(cluster[0])
    for left in alone.values():
        yield from _changed_since(left, look)


def _changed_since(left: list[int], look: _Look) -> Iterator[list[int]]:
    """Yield pairs of what is left where one export marks the record as edited or deleted: still one
    record.
    """
    whole = [row for row in left if not look.changed[row]]
    for row in left:
        if look.changed[row]:
            found = next((one for one in whole if look.export[one] != look.export[row]), None)
            if found is not None:
                whole.remove(found)
                yield [found, row]


def _removed(
    table: EventTable, copy_of: Ints, export: Longs, thread: Longs, met: set[tuple[int, int, int]]
) -> Iterator[Removed]:
    """Yield what stands in one export of a chat and not in another that overlaps it and covers its
    time.
    """
    if not met:
        return
    minute = table.earliest // MINUTE
    leader = np.where(copy_of >= 0, copy_of, np.arange(len(copy_of)))
    whole = ~np.isin(table.state, _CHANGED)
    said = whole & np.isin(table.kind, _SAID) & (table.actor >= 0)
    rows_of = _by_chat(table, thread, export, {(chat, here) for chat, here, _ in met})
    for chat, here, there in sorted(met):
        mine, theirs = rows_of[chat, here], rows_of[chat, there]
        covered = (minute[mine] > minute[theirs].min()) & (minute[mine] < minute[theirs].max())
        gone = mine[covered & said[mine] & ~np.isin(leader[mine], leader[theirs[whole[theirs]]])]
        first = int(theirs[0])
        name = (table.originals[int(table.original[first])], table.member_of(first))
        for row in gone.tolist():
            yield Removed(row, name)


def _by_chat(
    table: EventTable, thread: Longs, export: Longs, wanted: set[tuple[int, int]]
) -> dict[tuple[int, int], Longs]:
    """Return the rows with a time of each wanted (chat, export), in table order."""
    dated = np.flatnonzero(table.earliest != NO_TIME)
    size = int(export.max(initial=0)) + 1
    both = thread[dated] * size + export[dated]
    order = np.argsort(both, kind="stable")
    known, starts = np.unique(both[order], return_index=True)
    pieces = np.split(dated[order], starts[1:])
    found = {
        divmod(int(code), size): piece for code, piece in zip(known.tolist(), pieces, strict=True)
    }
    return {key: found[key] for key in wanted}
