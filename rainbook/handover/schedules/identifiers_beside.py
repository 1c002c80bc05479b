"""What else in the records speaks for whose an account is: the complainant's address book, the
diary, the same number in another file.

The one thing a reader would get wrong: none of it joins an account to a person. It stands beside
what was decided, for the officer to weigh.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rainbook.handover.interface import Entry, Given
from rainbook.handover.said.rests_on import counted
from rainbook.handover.schedules.identifiers_form import normal
from rainbook.record import Account, Kind

CARDS = 20_000
"""Address cards read at most: each is read again from its sealed original."""


@dataclass(frozen=True, slots=True)
class Beside:
    """`names`: normal form → names it is saved under; `files`: normal form → originals it stands
    in; `diary`: the diary lines that are handed over, with their figures and letters only.
    """

    names: Mapping[str, tuple[str, ...]]
    files: Mapping[str, frozenset[int]]
    diary: tuple[tuple[int, str], ...]

    def of(
        self, given: Given, form: str, account: Account, entries: Sequence[Entry]
    ) -> tuple[str, ...]:
        """Return the sentences for one account."""
        said = []
        names = self.names.get(form, ())
        if names:
            listed = ", ".join(f"“{n}”" for n in names[:3])
            said.append(f"In the complainant's address book the number is saved as {listed}.")
        here = {e.citation.original for e in entries}
        others = self.files.get(form, frozenset())
        table = given.case.table
        more = {table.originals[i] for i in others} - here
        if more and account.kind in ("phone", "email"):
            one = len(more) == 1
            refs = [e.ref for e in given.exhibits if e.original in more and e.ref in given.mains]
            where = f" ({', '.join(refs[:6])})" if refs else " (not handed over)"
            said.append(
                f"The same {'number' if account.kind == 'phone' else 'address'} stands in "
                f"{len(more)} other file{'' if one else 's'} of the complainant{where}."
            )
        digits = _bare(form)
        hits = [n for n, text in self.diary if len(digits) >= 7 and digits[-9:] in text]
        if hits:
            where = counted("line", hits, "the chronology", 6)
            said.append(f"It is written in the diary ({where}).")
        return tuple(said)


def beside(given: Given) -> Beside:
    """Return what is known beside the decisions; address cards themselves are never handed over."""
    table = given.case.table
    forms = [normal(given.case, a) for a in table.accounts]
    files: dict[str, set[int]] = {}
    pairs = np.unique(np.stack([table.actor, table.original], axis=1), axis=0)
    for actor, original in pairs.tolist():
        if actor >= 0:
            files.setdefault(forms[actor], set()).add(original)
    diary = tuple(
        (e.number, _bare(e.words or "")) for e in given.entries if e.kind == "diary" and e.words
    )
    return Beside(_names(given), {k: frozenset(v) for k, v in files.items()}, diary)


def _names(given: Given) -> dict[str, tuple[str, ...]]:
    """Return the names on the cards of the accounts of the persons handed over."""
    found: dict[str, dict[str, None]] = {}
    for row in np.flatnonzero(given.case.table.kind == Kind.CONTACT_CARD)[:CARDS].tolist():
        more = given.case.event(row).more
        name = " ".join(str(more.get("name") or "").split())
        raws = [("phone", n) for n in more.get("numbers") or ()]
        raws += [("email", n) for n in more.get("emails") or ()]
        for kind, raw in raws if name else ():
            form = normal(given.case, Account("card", kind, str(raw)))
            found.setdefault(form, {})[name] = None
    return {form: tuple(names) for form, names in found.items()}


def _bare(text: str) -> str:
    return "".join(c for c in text if c.isdigit())
