"""What a source is: one file that reads one kind of export.

The one thing a reader would get wrong: a source never sees the disk, a key or another source. It is
given
`Material` (bytes at a place) and gives back rows that cite those bytes; `reread` on the cited bytes
must give the
same record again, because that is how every page and every court reads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

import numpy as np

from rainbook.record import (
    COLUMNS,
    NO_TIME,
    RARE,
    Account,
    Attachment,
    Call,
    EventTable,
    Kind,
    Precision,
    Problem,
    State,
    Warn,
    Way,
    Wrapping,
    ZoneFrom,
    unfilled,
)

HEAD = 65_536
"""How many bytes a source may look at before it says whether a file is its own."""


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another file in the same container: its path there and its size unpacked, in bytes."""

    path: str
    size: int


class Material(Protocol):
    """A file, or a member of a container, as a source sees it. Nothing here touches the disk by
    name.
    """

    @property
    def original(self) -> str: ...
    @property
    def path(self) -> str | None: ...
    @property
    def name(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def siblings(self) -> Sequence[Sibling]: ...
    def read_at(self, start: int, length: int) -> bytes: ...
    def blocks(self, length: int = 1 << 20) -> Iterator[bytes]: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person has said about this file: zone (IANA), whether they said it, date order,
    encoding, region.
    """

    zone: str = "Europe/London"
    zone_said: bool = False
    date_order: str = ""
    encoding: str = ""
    region: str = "GB"


NO_DOUBT = Warn(0)


@dataclass(slots=True)
class Draft:
    """One record as a source reads it from its own bytes. Times are µs UTC; words are exact, never
    folded.
    """

    kind: Kind = Kind.OTHER
    way: Way = Way.UNKNOWN
    state: State = State.NORMAL
    call: Call = Call.NOT_A_CALL
    duration: int = -1
    earliest: int = NO_TIME
    latest: int = NO_TIME
    sent: int = NO_TIME
    precision: Precision = Precision.NONE
    zone: str = "UTC"
    zone_from: ZoneFrom = ZoneFrom.IN_RECORD
    actor: Account | None = None
    thread: str | None = None
    warnings: Warn = NO_DOUBT
    as_written: str = ""
    assumed: tuple[str, ...] = ()
    readings: tuple[tuple[int, int], ...] = ()
    words: str | None = None
    attachments: tuple[Attachment, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)
    recipients: tuple[str, ...] = ()
    clocks: Mapping[str, int] = field(default_factory=dict)
    group: bool = False
    video: bool = False


@runtime_checkable
class Source(Protocol):
    """One kind of export."""

    name: str
    title: str

    def claims(self, head: bytes, name: str) -> bool:
        """Return True when `head` (the first HEAD bytes) is this kind of export. By content; the
        name may only help.
        """
        ...

    def read(self, material: Material, asked: Asked) -> Iterator[EventTable]:
        """Yield tables of rows in file order, with Problems and Wrappings; together they cover
        every byte once.
        """
        ...

    def reread(self, span: bytes, reading: Mapping[str, str]) -> Draft:
        """Return the record that stands in `span` (the cited bytes), read as the whole file was
        read.
        """
        ...


class Rows:
    """Collects drafts into columns; `table()` gives what was collected so far and starts again
    (vocabularies are kept).

    A row's `seq` runs on over all tables of one file.
    """

    def __init__(self, material: Material, reading: Mapping[str, str]) -> None:
        self._original, self._path = material.original, material.path
        self.reading = dict(reading)
        self._accounts: dict[Account, int] = {}
        self._threads: dict[str, int] = {}
        self._zones: dict[str, int] = {}
        self._recipients: dict[tuple[str, ...], int] = {}
        self._seq = 0
        self._clear()

    def _clear(self) -> None:
        self._rows: list[tuple[int, ...]] = []
        self._rare: list[tuple[str, int, int]] = []
        self._problems: list[Problem] = []
        self._wrappings: list[Wrapping] = []

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, draft: Draft, start: int, end: int) -> None:
        """Add the record that stands in bytes start to end."""
        actor = (
            -1
            if draft.actor is None
            else self._accounts.setdefault(draft.actor, len(self._accounts))
        )
        thread = (
            -1
            if draft.thread is None
            else self._threads.setdefault(draft.thread, len(self._threads))
        )
        zone = self._zones.setdefault(draft.zone, len(self._zones))
        self._rows.append(
            (
                0,
                -1 if self._path is None else 0,
                start,
                end,
                draft.kind,
                draft.way,
                draft.state,
                draft.call,
                draft.duration,
                draft.earliest,
                draft.latest,
                draft.sent,
                draft.precision,
                zone,
                draft.zone_from,
                actor,
                thread,
                self._seq,
                int(draft.warnings),
            )
        )
        if draft.recipients or draft.clocks or draft.group or draft.video:
            self._add_rare(draft, len(self._rows) - 1)
        self._seq += 1

    def _add_rare(self, draft: Draft, row: int) -> None:
        """Keep what few records have apart: a column nobody fills then costs nothing."""
        if draft.recipients:
            known = self._recipients.setdefault(draft.recipients, len(self._recipients))
            self._rare.append(("recipients", row, known))
        self._rare += [(name, row, when) for name, when in draft.clocks.items()]
        self._rare += [(n, row, 1) for n in ("group", "video") if getattr(draft, n)]

    def problem(
        self,
        code: str,
        sentence: str,
        start: int | None = None,
        end: int | None = None,
        unknown: str = "",
    ) -> None:
        """Add something that could not be read; with start and end its bytes count as accounted
        for.
        """
        self._problems.append(
            Problem(code, sentence, self._path, start, end, unknown, self._original)
        )

    def wrapping(self, start: int, end: int, what: str) -> None:
        """Add bytes that only wrap records; an empty span is left out."""
        if end > start:
            self._wrappings.append(Wrapping(self._path, start, end, what))

    def table(self) -> EventTable:
        """Return the rows collected since the last call."""
        key = self._original if self._path is None else f"{self._original}/{self._path}"
        usual = [n for n in COLUMNS if n not in RARE]
        by_column = list(zip(*self._rows, strict=True)) or [()] * len(usual)
        columns = {n: np.array(c, COLUMNS[n]) for n, c in zip(usual, by_column, strict=True)}
        for name in RARE:
            columns[name] = unfilled(name, len(self._rows))
        for name in {n for n, _, _ in self._rare}:
            columns[name] = columns[name].copy()
        for name, row, value in self._rare:
            columns[name][row] = value
        made = EventTable(
            columns=columns,
            originals=(self._original,),
            members=() if self._path is None else (self._path,),
            zones=tuple(self._zones),
            accounts=tuple(self._accounts),
            threads=tuple(self._threads),
            recipients=tuple(self._recipients),
            readings={key: dict(self.reading)},
            problems=tuple(self._problems),
            wrappings=tuple(self._wrappings),
        )
        self._clear()
        return made
