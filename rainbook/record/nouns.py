"""The frozen types: what a thing is called here is what it is called in the field.

The one thing a reader would get wrong: `Finding.outcome` has three answers and never a fourth;
"cannot tell" is
not "not shown", and an empty list never stands for a failure (that is a `Problem`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rainbook.record.decisions import Decided
    from rainbook.record.elements import ClauseCheck, Matrix
    from rainbook.record.table import EventTable

BASES = ("own number", "named sender", "recognised", "seen", "guess")
"""Why an account is said to be a person's. A guess is kept and shown, and never enters a count."""
ROLES = ("complainant", "suspect", "witness", "other")
GROUPINGS = ("each act", "session gap", "calendar day")
OUTCOMES = ("shown", "not shown", "cannot tell")


class RainbookError(Exception):
    """Any failure a person can do something about: its text says what happened and what to do."""


@dataclass(frozen=True, slots=True)
class Original:
    """A file exactly as received. `received` is an ISO 8601 instant in UTC; `own` answers "is this
    yours?".
    """

    sha256: str
    size: int
    name: str
    received: str
    by: str
    came_from: str
    how: str
    own: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where something stands: bytes `start` to `end` (end not included) of an original or of a
    member inside it.
    """

    original: str
    path: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as a source wrote it. `earliest`/`latest` in microseconds UTC, None = could not be
    read.

    `readings` holds each possible interval when the source can be read in more than one way.
    """

    earliest: int | None
    latest: int | None
    as_written: str
    zone: str
    assumed: tuple[str, ...] = ()
    readings: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """A number, handle, name or address on one service; not a person. `kind`: phone, email, handle,
    id, name, withheld.
    """

    platform: str
    kind: str
    raw: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file a record speaks of. `path` is its member in the container, None when it was not in
    what was given.
    """

    name: str
    path: str | None = None
    size: int | None = None
    sha256: str | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the table, made whole for showing."""

    id: str
    row: int
    kind: str
    way: str
    state: str
    call: str
    duration: int | None
    actor: Account | None
    thread: str | None
    moment: Moment
    words: str | None
    attachments: tuple[Attachment, ...]
    warnings: tuple[str, ...]
    citation: Citation
    source: str
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read: a short code, a plain sentence, where, and what that leaves
    unknown.
    """

    code: str
    sentence: str
    path: str | None = None
    start: int | None = None
    end: int | None = None
    unknown: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """Bytes that only wrap the records (a prolog, a root tag, a heading row, blank space):
    accounted for, not evidence.
    """

    path: str | None
    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class Person:
    """A human being known by accounts. `key` is short and stable; `role` is one of ROLES."""

    key: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Order:
    """A court order or notice as the person recorded it; days and instants are ISO 8601."""

    kind: str
    person: str
    made: str | None
    served: str | None
    until: str | None = None
    clauses: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """One occasion by one person under a stated grouping. `rows` are rows of the case's table;
    times µs UTC.
    """

    person: str
    grouping: str
    rows: tuple[int, ...]
    earliest: int
    latest: int
    day: str
    towards: str = "complainant"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a finding: a sentence and the rows (events) and decisions (log numbers) it rests
    on.
    """

    text: str
    rows: tuple[int, ...] = ()
    decisions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one sign or check says: never a score. `figures` are numbers a stranger can recompute
    from `supports`.
    """

    sign: str
    person: str
    outcome: str
    sentence: str
    supports: tuple[Line, ...] = ()
    against: tuple[Line, ...] = ()
    limits: tuple[Line, ...] = ()
    law: tuple[Mapping[str, str], ...] = ()
    figures: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An original or an extract under its reference; `file`: its short ASCII name in the bundle."""

    ref: str
    file: str
    original: str
    is_extract: bool
    sha256: str
    size: int
    description: str


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What goes to whom: the persons whose thread is disclosed, how the exhibits are marked, and
    which parts go.

    `recipe`: the name of a choice of parts; `parts`: the names of the formats chosen, empty = all
    that belong to every hand-over; `since`: the number of the log entry a review compares with.
    """

    persons: tuple[str, ...]
    initials: str
    ref_style: str = "slash"
    purpose: str = ""
    recipe: str = ""
    parts: tuple[str, ...] = ()
    since: int = 0


@dataclass(frozen=True)
class CaseFile:
    """Everything known, worked out afresh from sealed originals and decisions.

    `person_of[row]` is an index into `people` or -1; `basis_of[row]` says why ("" = nobody);
    `counted[row]` is True
    for rows that may enter a count (not a guess, not set aside, not a second copy, not contested);
    `why_not[row]`
    is the reason where it is False. `event(row)` reads the sealed original again.
    `relationship_of[row]` is, for a row
    the complainant sent, the person it went to (index into `people`, -1 = not one person or not
    known).
    `removed_later`: rows that a later export of the same chat no longer holds. `named`: the row of
    every event id a decision names. `until`: the day (ISO 8601) it was cut at, "" for none.
    `notes`:
    what is said about the case as a whole.
    """

    table: EventTable
    originals: tuple[Original, ...]
    people: tuple[Person, ...]
    person_of: Any
    guessed_of: Any
    basis_of: tuple[str, ...]
    counted: Any
    why_not: Mapping[int, str]
    way: Any
    incidents: tuple[Incident, ...]
    decisions: tuple[Decided, ...]
    orders: tuple[Order, ...]
    settings: Mapping[str, str]
    zone: str
    as_of: str
    event: Callable[[int], Event]
    account_person: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    relationship_of: Any = None
    removed_later: tuple[int, ...] = ()
    named: Mapping[str, int] = field(default_factory=dict)
    matrices: tuple[Matrix, ...] = ()
    clauses: tuple[ClauseCheck, ...] = ()
    notes: tuple[Line, ...] = ()
    until: str = ""
    keys: tuple[str, ...] = ()  # the key of each of the table's accounts, as decisions name them


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files handed over: path in the bundle → (SHA-256, size), and the exhibits among them.

    `key`: the fingerprint of the key it is signed with, "" where it is not signed.
    """

    folder: str
    files: Mapping[str, tuple[str, int]]
    exhibits: tuple[Exhibit, ...]
    key: str = ""
