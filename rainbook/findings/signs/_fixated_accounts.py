"""Which accounts a person's acts came from, and which written accounts are one and the same.

The one thing a reader would get wrong: here two accounts are taken for one wherever they may be
one, the other way round than where accounts are joined to people. A second spelling of an old
number must never pass for a new number.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rainbook.findings.interface import acts
from rainbook.findings.signs._fixated_after import Looked
from rainbook.record import Account, Kind, Way, search_text

Identity = tuple[str, ...]
Longs = npt.NDArray[np.int64]
NATIONAL = 9
"""Last digits of a number that are compared: the same with +44 and with 0 before them. Two numbers
that agree in these are taken for one, so that a spelling never makes a new number.
"""
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Used:
    """One account of the person on one service: `rows` acts on it towards the complainant, in time
    order; `seen` every row it stands in, whoever wrote; `wrote` the complainant's own rows to it.
    """

    identity: Identity
    account: Account
    rows: Longs
    seen: Longs
    wrote: Longs

    @property
    def withheld(self) -> bool:
        """Say whether the number was withheld, so that it cannot be told from another."""
        return self.identity[-1] == "withheld"


def identity_of(account: Account) -> Identity | None:
    """Return what makes two written accounts the same, on the careful side: None for the
    complainant's own.
    """
    if account.kind == "own":
        return None
    text = search_text(account.raw)
    if account.kind == "withheld" or not text:
        return (account.platform, "withheld")
    if account.kind == "phone" or (account.kind == "name" and text[0] in "+0"):
        digits = "".join(c for c in text if c.isdecimal())
        if len(digits) > 6 and not any(c.isalpha() for c in text):
            return ("number", digits[-NATIONAL:])
    if account.kind == "email":
        return ("email", text)
    if account.kind == "name" and text.startswith("~"):
        return (account.platform, "~name", text[1:].strip())
    return (account.platform, account.kind, text)


def identity_of_key(key: str) -> Identity | None:
    """Return the same of an account's key, as decisions hold it ("phone:+447700900123")."""
    platform, _, rest = key.partition(":")
    kind, more, raw = rest.partition(":")
    if platform in ("phone", "email") and not more:
        return identity_of(Account(platform, platform, rest))
    return identity_of(Account(platform, "phone" if kind == "as written" else kind, raw))


def shown_name(account: Account) -> str:
    """Return the account as it may be printed: no marks that turn text round, not too long."""
    text = "".join(c for c in account.raw if unicodedata.category(c)[0] != "C").strip()
    text = text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME]}…"
    return f"“{text}”" if text and account.kind != "withheld" else "a withheld number"


def used_by(looked: Looked) -> list[Used]:
    """Return the accounts the person's acts towards the complainant came from; a diary names no
    account.
    """
    table = looked.case.table
    rows = np.array(looked.found.direct(), np.int64)
    rows = rows[table.actor[rows] >= 0]
    same = _codes(table.accounts)
    found: dict[tuple[Identity, str], list[int]] = {}
    for code in np.unique(table.actor[rows]).tolist():
        account = table.accounts[code]
        identity = identity_of(account)
        if identity is not None and account.platform != "diary":
            found.setdefault((identity, account.platform), []).append(code)
    made: list[Used] = []
    for (identity, _), codes in sorted(found.items()):
        mine = rows[np.isin(table.actor[rows], codes)]
        if identity[-1] == "withheld":
            seen = mine
        else:
            # a card in the address book has no time and is no use of the account
            stands = np.isin(table.actor, same[identity]) & (table.kind != Kind.CONTACT_CARD)
            seen = np.flatnonzero(stands).astype(np.int64)
        wrote = _wrote(looked, mine, np.array(same[identity], np.int32))
        made.append(Used(identity, table.accounts[codes[0]], mine, seen, wrote))
    return made


def _codes(accounts: Iterable[Account]) -> dict[Identity, list[int]]:
    same: dict[Identity, list[int]] = {}
    for code, account in enumerate(accounts):
        identity = identity_of(account)
        if identity is not None:
            same.setdefault(identity, []).append(code)
    return same


def _wrote(looked: Looked, rows: Longs, codes: npt.NDArray[np.int32]) -> Longs:
    """Return what the complainant sent in the chats with this account alone."""
    table, way = looked.case.table, np.asarray(looked.case.way)
    threads = np.unique(table.thread[rows])
    threads = threads[threads >= 0]
    inside = np.isin(table.thread, threads)
    others = inside & (table.actor >= 0) & ~np.isin(table.actor, codes) & (way != Way.SENT)
    alone = threads[~np.isin(threads, table.thread[others])]
    sent = (way == Way.SENT) & (np.isin(table.thread, alone) | np.isin(table.actor, codes))
    return np.flatnonzero(sent & (table.kind != Kind.DRAFT)).astype(np.int64)


def known_on(looked: Looked, platform: str) -> dict[Identity, Longs]:
    """Return every row of the person's on a service, guesses among them, by account."""
    table, case = looked.case.table, looked.case
    me = acts.index_of(case, looked.person)
    theirs = (np.asarray(case.person_of) == me) | (np.asarray(case.guessed_of) == me)
    rows = np.flatnonzero(theirs & on_service(looked, platform)).astype(np.int64)
    found: dict[Identity, list[Longs]] = {}
    for code in np.unique(table.actor[rows]).tolist():
        identity = identity_of(table.accounts[code])
        if identity is not None:
            found.setdefault(identity, []).append(rows[table.actor[rows] == code])
    return {identity: np.concatenate(parts) for identity, parts in found.items()}


def on_service(looked: Looked, platform: str) -> npt.NDArray[np.bool_]:
    """Return which rows are of a service; a row that names nobody is of none."""
    table = looked.case.table
    # the last place answers for actor -1
    same = np.array([*(a.platform == platform for a in table.accounts), False], bool)
    return np.asarray(same[table.actor], bool)


def soft(identity: Identity) -> bool:
    """Say whether an account is only a name somebody gave it, which a telephone can change."""
    return len(identity) > 1 and identity[1] in ("name", "~name")
