"""What links a person's acts towards the complainant, and what weakens the link.

The one thing a reader would get wrong: no court has fixed a number of days or of acts. The days
within which two acts are called near each other are a setting, printed with every answer; that
acts are linked by what is recorded does not say that they are one course of conduct.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from rainbook.findings import acts
from rainbook.findings.acts import Acts
from rainbook.findings.facts import Facts, facts_of
from rainbook.findings.links_kinds import (
    Link,
    after_a_refusal,
    far_apart,
    history_before,
    is_felt,
    near_in_time,
    said_to_be,
    same_sort,
)
from rainbook.findings.once import once
from rainbook.record import (
    NO_TIME,
    CaseFile,
    Person,
    PurposeOf,
)

NEAR_DAYS = 92
"""About three months: the default of the setting near_days. It is ours; no court fixed one."""
SHARED_PLACE = "a place both use"


@dataclass(frozen=True)
class Linked:
    """A person's acts with what links them. `places`: the sort of each act; `far`: neighbours that
    are surely more than `near_days` apart; `described`: acts with a day or a sort; `chance`: acts
    said to be meetings at a place both use, which are in none of the others;
    `alarmed`: acts aimed at somebody else that alarmed the complainant, which are among the acts.
    """

    acts: Acts
    facts: Facts
    sorts: tuple[str, ...]
    near_days: int
    links: tuple[Link, ...]
    far: tuple[tuple[int, int], ...]
    described: int
    chance: tuple[int, ...] = ()
    alarmed: tuple[int, ...] = ()

    @property
    def outcome(self) -> str:
        """Return shown, not shown or cannot tell: whether what is recorded links two acts."""
        if len(self.acts.rows) < 2:
            return "not shown"
        if any(link.enough for link in self.links):
            return "shown"
        return "not shown" if self.described >= 2 and not self.links else "cannot tell"


def near_days_of(case: CaseFile) -> int:
    """Return the setting near_days, in days."""
    said = case.settings.get("near_days", "")
    return int(said) if said.isdecimal() else NEAR_DAYS


@once
def links_of(case: CaseFile, person: Person) -> Linked:
    """Return what links this person's acts towards the complainant."""
    facts = facts_of(case, person)
    found, alarmed = _with_alarming(case, acts.acts_of(case, person), facts)
    found, chance = _without_chance(found, facts)
    sorts = tuple(facts.sorts(found.rows))
    near = near_days_of(case)
    dated = sum(1 for t in found.first.tolist() if t != NO_TIME)
    undated = [s for s, t in zip(sorts, found.first.tolist(), strict=True) if t == NO_TIME]
    links: list[Link] = []
    if len(found.rows) >= 2:
        links += after_a_refusal(case, person, found, facts)
        links += same_sort(case, found, sorts, near)
        links += said_to_be(case, found, facts)
        links += history_before(found, facts)
        links += near_in_time(found, facts, near)
    return Linked(
        found,
        facts,
        sorts,
        near,
        tuple(links),
        tuple(far_apart(found, near)),
        dated + sum(1 for s in undated if s),
        chance,
        alarmed,
    )


def _with_alarming(case: CaseFile, found: Acts, facts: Facts) -> tuple[Acts, tuple[int, ...]]:
    """Return the acts with those aimed at somebody else that alarmed the complainant, and these.

    A person harmed by what is done to somebody close may be able to rely on it; that is for a
    court, so they are named wherever they are used.
    """
    alarmed = tuple(row for row, _ in found.elsewhere if is_felt(facts, row))
    if not alarmed:
        return found, ()
    spans = [acts.span_of(case, row) for row in alarmed]
    first = np.concatenate([found.first, np.array([a for a, _ in spans], np.int64)])
    last = np.concatenate([found.last, np.array([b for _, b in spans], np.int64)])
    order = np.argsort(first, kind="stable")
    rows = np.array([*found.rows, *alarmed], np.int64)[order]
    rest = tuple(pair for pair in found.elsewhere if pair[0] not in alarmed)
    made = replace(
        found, rows=tuple(rows.tolist()), first=first[order], last=last[order], elsewhere=rest
    )
    return made, alarmed


def _without_chance(found: Acts, facts: Facts) -> tuple[Acts, tuple[int, ...]]:
    """Return the acts without those said to be meetings at a place both use, and these."""
    chance = {s.row for s in facts.all(PurposeOf) if s.what.purpose == SHARED_PLACE}
    chance &= set(found.rows)
    if not chance:
        return found, ()
    keep = np.array([row not in chance for row in found.rows], bool)
    rows = tuple(row for row in found.rows if row not in chance)
    left = replace(found, rows=rows, first=found.first[keep], last=found.last[keep])
    return left, tuple(row for row in found.rows if row in chance)
