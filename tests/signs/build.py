"""Builds case files for the sign tables out of real table rows: no file is read and nothing is
stood in for.

The one thing a reader would get wrong: `case()` goes the same way as the product (people, copies,
what counts, incidents), so a table test here also tests that way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from rainbook.case.known import events_named, whose_acts
from rainbook.events.copies import find_copies
from rainbook.events.incidents import incidents, occasions, what_counts
from rainbook.moment import local_to_utc
from rainbook.record import (
    COLUMNS,
    NO_TIME,
    Account,
    AccountOf,
    CaseFile,
    Citation,
    Decided,
    Decision,
    Event,
    EventTable,
    Kind,
    Moment,
    NotRelevant,
    PersonNamed,
    Precision,
    State,
    Way,
    Withdrawn,
    join,
    rows_named,
)

ZONE = "Europe/London"
SAM, ALEX, KIM = (Account("whatsapp", "name", name) for name in ("Sam", "Alex", "Kim"))
ALEX_PHONE = Account("phone", "phone", "+44 7700 900123")
OWNER = Account("phone", "own", "")
WITHHELD = Account("phone", "withheld", "")
NAMED = (PersonNamed("sam", "Sam", "complainant"), PersonNamed("alex", "Alex", "suspect"))
JOINED = (
    *NAMED,
    AccountOf("sam", "whatsapp:name:Sam", "own number"),
    AccountOf("alex", "whatsapp:name:Alex", "named sender"),
    AccountOf("alex", "phone:+447700900123", "own number"),
)


@dataclass(frozen=True)
class Row:
    """One record: `at` is the zone's clock ("2024-03-03 10:00", with seconds or day only), "" =
    unreadable.
    """

    at: str
    who: Account | None = ALEX
    words: str | None = "hello"
    kind: Kind = Kind.MESSAGE
    way: Way = Way.UNKNOWN
    thread: str | None = "Alex"
    or_at: str = ""
    state: State = State.NORMAL
    warn: int = 0
    zone: str = ZONE


def say(at: str, who: Account = ALEX, **more: object) -> Row:
    """A chat message."""
    return replace(Row(at, who), **more)  # type: ignore[arg-type]


def call(at: str, who: Account = ALEX_PHONE, **more: object) -> Row:
    """A missed call to the complainant's phone."""
    blank = Row(at, who, words=None, kind=Kind.CALL, way=Way.MISSED, thread="+447700900123")
    return replace(blank, **more)  # type: ignore[arg-type]


@dataclass
class File:
    """One export of so many rows, under a name that stands for its hash."""

    rows: Sequence[Row]
    name: str = "a"
    source: str = "whatsapp"
    words: list[str | None] = field(default_factory=list)

    def table(self) -> EventTable:
        """Return the rows as a table; row i cites bytes 100 i to 100 i + 100."""
        accounts: dict[Account, int] = {}
        threads: dict[str, int] = {}
        columns = {name: np.zeros(len(self.rows), kind) for name, kind in COLUMNS.items()}
        for place, row in enumerate(self.rows):
            first, last, precision = _time(row)
            values = {
                "member": -1,
                "start": 100 * place,
                "end": 100 * place + 100,
                "kind": row.kind,
                "way": row.way,
                "state": row.state,
                "duration": -1,
                "earliest": first,
                "latest": last,
                "sent": NO_TIME,
                "precision": precision,
                "seq": place,
                "warnings": int(row.warn),
                "actor": -1 if row.who is None else accounts.setdefault(row.who, len(accounts)),
                "thread": -1
                if row.thread is None
                else threads.setdefault(row.thread, len(threads)),
            }
            for name, value in values.items():
                columns[name][place] = value
        return EventTable(
            columns=columns,
            originals=(self.name * 64,),
            zones=(ZONE,),
            accounts=tuple(accounts),
            threads=tuple(threads),
            readings={self.name * 64: {"source": self.source}},
        )


def _time(row: Row) -> tuple[int, int, Precision]:
    """Return the row's interval as the readers give it: with the width of its last digit."""
    if not row.at:
        return NO_TIME, NO_TIME, Precision.NONE
    texts = [row.at, row.or_at or row.at]
    kind = {10: "D", 16: "m", 19: "s"}[len(row.at)]
    local = np.array(
        sorted(int(np.datetime64(t.replace(" ", "T"), "us").astype(np.int64)) for t in texts)
    )
    first, last, _ = local_to_utc(local, row.zone)
    width = {"D": 86_400_000_000, "m": 60_000_000, "s": 1_000_000}[kind] - 1
    precision = {"D": Precision.DAY, "m": Precision.MINUTE, "s": Precision.SECOND}[kind]
    return int(first.min()), int(last.max()) + width, precision


def decided(decisions: Iterable[Decision]) -> tuple[Decided, ...]:
    """Return the decisions numbered from 1, with those taken back marked."""
    given = list(decisions)
    back = {d.number for d in given if isinstance(d, Withdrawn)}
    return tuple(
        Decided(n, "Sam", "2024-07-01T09:00:00Z", "", d, n in back) for n, d in enumerate(given, 1)
    )


def id_of_row(rows: Sequence[Row], place: int, name: str = "a") -> str:
    """Return the id of one row of a file."""
    return File(rows, name).table().id_of(place)


def case(
    files: Sequence[Row] | Sequence[File],
    decisions: Iterable[Decision] = JOINED,
    zone: str = ZONE,
    gap: str = "",
) -> CaseFile:
    """Return a case file worked out from rows (one file) or files, and decisions."""
    parts = [f if isinstance(f, File) else None for f in files]
    given = [p for p in parts if p] if any(parts) else [File(list(files))]  # type: ignore[arg-type]
    table = join([f.table() for f in given])
    words, known = [row.words for f in given for row in f.rows], decided(decisions)
    named = rows_named(table, events_named([d for d in known if not d.withdrawn]))
    found = whose_acts(table, [d for d in known if not d.withdrawn], named, "GB")
    copies = find_copies(table, lambda row: words[row])
    ids = {d.what.event for d in known if isinstance(d.what, NotRelevant) and not d.withdrawn}
    aside = [r for r in range(len(table)) if ids and table.id_of(r) in ids]
    counted, why = what_counts(table, found, copies.copy_of, aside)
    return CaseFile(
        table=table,
        originals=(),
        people=found.people,
        person_of=found.person_of,
        guessed_of=found.guessed_of,
        basis_of=found.basis_of,
        counted=counted,
        why_not=why,
        way=found.way,
        incidents=incidents(
            occasions(table, found, counted, zone, int(gap or 60)), found.people, found
        ),
        decisions=known,
        orders=(),
        settings={"session_gap_minutes": gap} if gap else {},
        zone=zone,
        as_of="2024-07-01T09:00:00Z",
        event=lambda row: _event(table, row, words[row]),
        account_person=found.account_person,
        relationship_of=found.relationship_of,
        named=named,
    )


def _event(table: EventTable, row: int, words: str | None) -> Event:
    actor = int(table.actor[row])
    return Event(
        id=table.id_of(row),
        row=row,
        kind=Kind(int(table.kind[row])).name.lower(),
        way="",
        state="",
        call="",
        duration=None,
        actor=table.accounts[actor] if actor >= 0 else None,
        thread=None,
        moment=Moment(int(table.earliest[row]), int(table.latest[row]), "", ZONE),
        words=words,
        attachments=(),
        warnings=(),
        source="whatsapp",
        citation=Citation(
            table.originals[int(table.original[row])],
            None,
            int(table.start[row]),
            int(table.end[row]),
        ),
    )
