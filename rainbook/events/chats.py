"""Says which rows of different exports are of the same chat, and by the same account.

The one thing a reader would get wrong: an export's name for a chat is the name of a file, which
people change and browsers number. Two exports in which exactly the same accounts write (two or
more) are taken as the same chat, so that what stands in both is not counted twice.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rainbook.events.accounts import account_key
from rainbook.record import Account, EventTable

Longs = npt.NDArray[np.int64]


def exports_of(table: EventTable) -> Longs:
    """Return a number for the file or member each row stands in."""
    number = table.original.astype(np.int64) * (len(table.members) + 1) + table.member + 1
    return np.asarray(number, np.int64)


def same_names(table: EventTable, region: str) -> tuple[Longs, Longs]:
    """Return numbers for (service, thread) and account in which two spellings of one phone number
    are the same.
    """
    services = [a.platform for a in table.accounts] + [""]
    keys = [f"{a.platform} {account_key(a, region)}" for a in table.accounts] + [""]
    names = [account_key(Account("", "name", t), region) for t in table.threads] + [""]
    thread, actor, service = (
        _number(names)[table.thread],
        _number(keys)[table.actor],
        _number(services)[table.actor],
    )
    return thread * (len(services) + 1) + service, actor


def _number(texts: Sequence[str]) -> Longs:
    known: dict[str, int] = {}
    return np.array([known.setdefault(t, len(known)) for t in texts], np.int64)


def same_chats(thread: Longs, actor: Longs, export: Longs, named: npt.NDArray[np.bool_]) -> Longs:
    """Return the threads, with those made one in which the same accounts write.

    `named`: rows that have an account; the app's own lines say nothing about who writes.
    """
    if not named.any():
        return thread
    size = int(export.max()) + 1
    chats, where = np.unique(thread * size + export, return_inverse=True)
    pairs = np.unique(where[named] * (int(actor.max()) + 1) + actor[named])
    writers: dict[int, set[int]] = {}
    for chat, who in zip(
        *(a.tolist() for a in np.divmod(pairs, int(actor.max()) + 1)), strict=True
    ):
        writers.setdefault(chat, set()).add(who)
    one_of: dict[int, int] = {}
    met: dict[frozenset[int], int] = {}
    for chat, who in writers.items():
        name = int(chats[chat] // size)
        found = met.setdefault(frozenset(who), name) if len(who) > 1 else name
        one_of[_first(one_of, name)] = _first(one_of, found)
    known, place = np.unique(thread, return_inverse=True)
    return np.array([_first(one_of, t) for t in known.tolist()], np.int64)[place]


def _first(one_of: dict[int, int], name: int) -> int:
    while one_of.get(name, name) != name:
        name = one_of[name]
    return name
