"""The label of each record: the thread or account as the source wrote it.

The one thing a reader would get wrong: a label is not a person. Two spellings of one number are
two labels, and no decision anybody made is in them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rainbook.handover.proof.forms import utf8
from rainbook.record import Account, CaseFile, EventTable

Ints = npt.NDArray[np.int64]
NOBODY = b"\x00"
_NUMBER = 9
"""Two numbers are the same when at least this many of their last digits are."""


def of_thread(name: str) -> bytes:
    """Return the label of a record in a named thread."""
    return b"\x01" + utf8(name)


def of_account(account: Account) -> bytes:
    """Return the label of a record in no thread, by its account."""
    return b"\x02" + b"\x00".join((utf8(account.platform), utf8(account.kind), utf8(account.raw)))


@dataclass(frozen=True, slots=True)
class Threads:
    """The threads among some rows: `labels`, and for each the places of its records among the rows
    given, in their order.
    """

    labels: tuple[bytes, ...]
    places: tuple[Ints, ...]


def threads_of(table: EventTable, rows: Ints | None = None) -> Threads:
    """Return the threads of these rows of the table (None: all of them), in order of label."""
    thread = table.thread if rows is None else table.thread[rows]
    actor = table.actor if rows is None else table.actor[rows]
    named = len(table.threads)
    nobody = named + len(table.accounts)
    code = np.where(thread >= 0, thread, np.where(actor >= 0, actor + named, nobody))
    present, group = np.unique(code.astype(np.int64), return_inverse=True)
    label_of = [_label(table, int(c), named) for c in present]
    labels = tuple(sorted(set(label_of)))
    number = {label: place for place, label in enumerate(labels)}
    joined = np.array([number[label] for label in label_of], np.int64)[group.reshape(-1)]
    order = np.argsort(joined, kind="stable")
    ends = np.cumsum(np.bincount(joined, minlength=len(labels)))
    return Threads(labels, tuple(np.split(order, ends[:-1]) if labels else ()))


def _label(table: EventTable, code: int, named: int) -> bytes:
    if code < named:
        return of_thread(table.threads[code])
    place = code - named
    return of_account(table.accounts[place]) if place < len(table.accounts) else NOBODY


def labels_of_persons(case: CaseFile, people: tuple[int, ...]) -> dict[bytes, str]:
    """Return the labels that may be shown, with the name the complainant gives the person.

    An account is a person's here when a decision that is no guess says so (where the case does not
    tell, when every record by it is theirs); a thread, when it is named as such an account is. A
    group's name is nobody's.
    """
    table, person = case.table, np.asarray(case.person_of)
    shown: dict[bytes, str] = {}
    theirs: list[tuple[str, str]] = []
    for who in people:
        for actor in np.unique(table.actor[person == who]).tolist():
            if actor >= 0 and _is_theirs(case, who, actor):
                account, name = table.accounts[actor], case.people[who].name
                shown.setdefault(of_account(account), name)
                theirs.append((account.raw, name))
    exact: dict[str, str] = {}
    for raw, name in theirs:
        exact.setdefault(raw, name)
        if digits := _digits(raw):
            exact.setdefault(digits, name)
    for thread in table.threads:
        found = exact.get(thread) or exact.get(_digits(thread) or thread)
        if thread and found:
            shown.setdefault(of_thread(thread), found)
    return shown


def _is_theirs(case: CaseFile, who: int, actor: int) -> bool:
    account = case.table.accounts[actor]
    if account.kind == "withheld" or not account.raw:
        return False
    if case.keys:
        key, basis = case.account_person.get(case.keys[actor], ("", "guess"))
        return key == case.people[who].key and basis != "guess"
    return bool((np.asarray(case.person_of)[case.table.actor == actor] == who).all())


def _digits(raw: str) -> str:
    """Return the last digits of what is a telephone number and nothing else, or ""."""
    digits = "".join(c for c in raw if c in "0123456789")
    others = [c for c in raw if c not in "0123456789+()-. /"]
    return digits[-_NUMBER:] if len(digits) >= _NUMBER and not others else ""
