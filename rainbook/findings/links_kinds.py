"""The kinds of link: one function for each thing that may join a person's acts.

The one thing a reader would get wrong: each cites every act it joins. A link that is not enough by
itself for two acts says so in `enough`; nothing is added up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rainbook.findings import acts, wording
from rainbook.findings.acts import Acts
from rainbook.findings.facts import Facts
from rainbook.findings.refusals import Refusal, refusals_of, said_after
from rainbook.record import (
    NO_TIME,
    CameAfter,
    CaseFile,
    Connects,
    History,
    Impact,
    Line,
    Person,
    ThemeOf,
    ToldTo,
)

DAY = 86_400_000_000
MOST_READ = 2_000
THREE = 3


@dataclass(frozen=True, slots=True)
class Link:
    """One thing that links acts: a short name, the sentence with what it cites, the acts it joins,
    and whether it is enough by itself for two acts.
    """

    name: str
    line: Line
    rows: tuple[int, ...]
    enough: bool


def after_refusal(
    case: CaseFile, person: Person, found: Acts, facts: Facts
) -> tuple[Refusal | None, tuple[int, ...], tuple[int, ...]]:
    """Return the first refusal, the acts surely after it, and further ones said to be after some
    refusal whose own time does not deny it.
    """
    given = refusals_of(case, person)
    usable = [r for r in given if r.usable]
    first = usable[0] if usable else (given[0] if given else None)
    after: tuple[int, ...] = ()
    if usable:
        later = (found.first != NO_TIME) & (found.first > usable[0].latest)
        after = tuple(found.row_numbers[later].tolist())
    known = set(after)
    said = [row for r in given for row in said_after(found, r, facts)[0] if row not in known]
    return first, after, tuple(dict.fromkeys(said))


def after_a_refusal(case: CaseFile, person: Person, found: Acts, facts: Facts) -> list[Link]:
    """Join the acts that came after a refusal, as recorded or as said."""
    first, after, said = after_refusal(case, person, found, facts)
    if first is None or not (after or said):
        return []
    parts = []
    if after:
        parts.append(f"{wording.many(len(after), 'act')} came after {first.name} {first.when}")
    if said:
        parts.append(
            f"{wording.many(len(said), 'act')} came after a refusal, as "
            f"{acts.complainant(case)} says"
        )
    told = tuple(s.number for s in facts.all(CameAfter) if s.row in said)
    line = Line(f"{'; '.join(parts)}.", (*after, *said), (first.decision, *told))
    return [Link("after a refusal", line, (*after, *said), True)]


def same_sort(case: CaseFile, found: Acts, sorts: Sequence[str], near: int) -> list[Link]:
    """Join acts of one sort, and unsorted entries written in the same words."""
    keys = _keys(case, found, sorts)
    places: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        if key:
            places.setdefault(key, []).append(place)
    made = []
    for key, inside in sorted(places.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(inside) < 2 or (len(inside) == 2 and _far(found, inside[0], inside[1], near)):
            continue
        rows = tuple(found.rows[p] for p in inside)
        words = f"the same words: {key[1:61]!r}" if key[0] == "\0" else f"the same sort: {key}"
        # two entries that only repeat each other's words and say nothing else describe nothing
        enough = key[0] != "\0" or len(inside) >= THREE
        made.append(
            Link(
                "the same sort of act",
                Line(f"{wording.many(len(rows), 'act')} of {words}.", rows),
                rows,
                enough,
            )
        )
    return made


def _keys(case: CaseFile, found: Acts, sorts: Sequence[str]) -> list[str]:
    """Return what each act is joined by: its sort, or for an entry without one its words."""
    read, keys = 0, []
    for row, sort in zip(found.rows, sorts, strict=True):
        if sort and sort != "something else":
            keys.append(sort)
        elif read < MOST_READ:
            read += 1
            words = " ".join((case.event(row).words or "").casefold().split())
            keys.append(f"\0{words}" if words else "")
        else:
            keys.append("")
    return keys


def _far(found: Acts, one: int, two: int, near: int) -> bool:
    """Return whether two acts (places in time order) are surely more than `near` days apart."""
    first, last = found.first, found.last
    if NO_TIME in (first[one], first[two]):
        return False
    return bool(first[two] - last[one] > near * DAY)


def far_apart(found: Acts, near: int) -> list[tuple[int, int]]:
    """Return the rows of neighbouring dated acts that are surely more than `near` days apart."""
    dated = [p for p, t in enumerate(found.first.tolist()) if t != NO_TIME]
    made = []
    ends = NO_TIME
    before = -1
    for place in dated:
        if before >= 0 and int(found.first[place]) - ends > near * DAY:
            made.append((found.rows[before], found.rows[place]))
        if int(found.last[place]) > ends:
            ends, before = int(found.last[place]), place
    return made


def said_to_be(case: CaseFile, found: Acts, facts: Facts) -> list[Link]:
    """Join acts by what the complainant said: a theme, or what connects two."""
    inside, made = set(found.rows), []
    themes: dict[str, list[tuple[int, int]]] = {}
    for said in facts.all(ThemeOf):
        if said.row in inside and said.row is not None:
            themes.setdefault(said.what.theme.casefold(), []).append((said.row, said.number))
    for theme, pairs in sorted(themes.items()):
        rows = tuple(dict.fromkeys(r for r, _ in pairs))
        if len(rows) >= 2:
            text = f"{wording.many(len(rows), 'act')} about the same thing: {theme!r}."
            made.append(
                Link("the same theme", Line(text, rows, tuple(n for _, n in pairs)), rows, True)
            )
    for joined in facts.all(Connects):
        other = case.named.get(joined.what.other)
        if joined.row in inside and other in inside and joined.row is not None:
            rows = (joined.row, other) if other is not None else ()
            text = f"{acts.complainant(case)} says what connects two acts: {joined.what.words!r}."
            made.append(
                Link("said to be connected", Line(text, rows, (joined.number,)), rows, True)
            )
    return made


def history_before(found: Acts, facts: Facts) -> list[Link]:
    """Join the acts by what had happened before the first."""
    told = [s for s in facts.all(History) if s.what.past != "do not know"]
    if not told:
        return []
    what = wording.listed(sorted({s.what.past for s in told}))
    line = Line(
        f"What had happened before the first act is recorded ({what}); later acts may be "
        "read in its light.",
        found.rows[:1],
        tuple(s.number for s in told),
    )
    return [Link("history before", line, found.rows, True)]


def near_in_time(found: Acts, facts: Facts, near: int) -> list[Link]:
    """Join acts near each other in time; two of different sorts need something more."""
    dated = [p for p, t in enumerate(found.first.tolist()) if t != NO_TIME]
    joined: set[int] = set()
    for one, two in pairwise(dated):
        # surely near: the widest they can lie apart
        if int(found.last[two]) - int(found.first[one]) <= near * DAY:
            joined |= {one, two}
    if not joined:
        return []
    rows = tuple(found.rows[p] for p in sorted(joined))
    unwelcome = [r for r in rows if is_unwelcome(facts, r)] if len(rows) < THREE else []
    text = f"{wording.many(len(rows), 'act')}, each within {near} days of its neighbour."
    numbers = tuple(s.number for r in unwelcome for s in facts.by_row.get(r, ()))
    return [
        Link("near in time", Line(text, rows, numbers), rows, len(rows) >= THREE or bool(unwelcome))
    ]


def is_unwelcome(facts: Facts, row: int) -> bool:
    """Return whether alarm, distress or fear is recorded for an act, or that somebody was told of
    it.
    """
    return row in facts.by_row and (is_felt(facts, row) or bool(facts.on(row, ToldTo)))


def is_felt(facts: Facts, row: int) -> bool:
    """Return whether alarm, distress or fear is recorded for an act."""
    return any(
        "yes" in (s.what.alarm, s.what.distress, s.what.fear_of_violence)
        for s in facts.on(row, Impact)
    )
