"""Works out everything known from originals, tables and decisions: the stages in their order.

The one thing a reader would get wrong: `as_of` replays the past. Decisions and originals logged
after that instant
are left out, so what was known on a day can be shown as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rainbook.events.copies import find_copies
from rainbook.events.incidents import SESSION_GAP_MINUTES, incidents, occasions, what_counts
from rainbook.events.people import Names, Whose, whose
from rainbook.events.sources.interface import Asked
from rainbook.findings.interface import load_law
from rainbook.record import (
    NO_TIME,
    CaseFile,
    DateOrder,
    Decided,
    EncodingIs,
    Event,
    EventTable,
    Finding,
    Kind,
    NotRelevant,
    Order,
    OrderServed,
    Original,
    Setting,
    ZoneOf,
)
from rainbook.shelf import shelf

DEFAULTS: Mapping[str, str] = {
    "zone": "Europe/London",
    "language": "en-GB",
    "region": "GB",
    "session_gap_minutes": str(SESSION_GAP_MINUTES),
    "initials": "",
    "ref_style": "slash",
    "law": "england_wales",
}


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account for `rainbook people`: how much there is of it, and whose it is said to be. Times
    µs UTC or None.
    """

    key: str
    shown: tuple[str, ...]
    rows: int
    first: int | None
    last: int | None
    person: str
    basis: str
    proposed: tuple[str, ...]


def settings_of(decisions: Sequence[Decided]) -> dict[str, str]:
    """Return the settings in force: defaults, then what was decided."""
    made = dict(DEFAULTS)
    made.update(
        {
            d.what.name: d.what.value
            for d in decisions
            if isinstance(d.what, Setting) and not d.withdrawn
        }
    )
    return made


def asked_of(original: Original, decisions: Sequence[Decided]) -> Asked:
    """Return what the person has said about one original: zone, day order, encoding."""
    settings = settings_of(decisions)
    asked = Asked(zone=settings["zone"], region=settings["region"])
    for one in (d.what for d in decisions if not d.withdrawn):
        if isinstance(one, ZoneOf) and one.original == original.sha256:
            asked = replace(asked, zone=one.zone, zone_said=True)
        elif isinstance(one, DateOrder) and one.original == original.sha256:
            asked = replace(asked, date_order=one.order)
        elif isinstance(one, EncodingIs) and one.original == original.sha256:
            asked = replace(asked, encoding=one.encoding)
    return asked


def case_file(
    originals: Sequence[Original],
    table: EventTable,
    decisions: Sequence[Decided],
    event: Callable[[int], Event],
    as_of: str,
) -> CaseFile:
    """Return everything known. Work is by account, thread and column; only doubtful rows are read
    again.
    """
    settings = settings_of(decisions)
    who = whose(table, decisions, region=settings["region"])
    copies = find_copies(table, lambda row: event(row).words, settings["region"])
    standing = [d for d in decisions if not d.withdrawn]
    aside = {d.what.event for d in standing if isinstance(d.what, NotRelevant)}
    counted, why_not = what_counts(table, who, copies.copy_of, rows_of(table, aside).values())
    zone = settings["zone"]
    found = occasions(table, who, counted, zone, int(settings["session_gap_minutes"]))
    case = CaseFile(
        table=table,
        originals=tuple(originals),
        people=who.people,
        person_of=who.person_of,
        guessed_of=who.guessed_of,
        basis_of=who.basis_of,
        counted=counted,
        why_not=why_not,
        way=who.way,
        incidents=incidents(found, who.people, who),
        decisions=tuple(decisions),
        orders=tuple(_order(d.what) for d in standing if isinstance(d.what, OrderServed)),
        settings=settings,
        zone=zone,
        as_of=as_of,
        event=event,
        account_person=who.account_person,
        relationship_of=who.relationship_of,
        removed_later=tuple(r.row for r in copies.removed),
    )
    return replace(case, findings=_findings(case, settings["law"]))


def names_of(table: EventTable, event: Callable[[int], Event], region: str) -> Names:
    """Return the names the person's own address book gives."""
    cards = np.flatnonzero(table.kind == Kind.CONTACT_CARD).tolist()
    return Names.from_cards((event(row) for row in cards), region)


def rows_of(table: EventTable, ids: set[str]) -> dict[str, int]:
    """Return the rows the given event ids name. An id not found is left out."""
    found: dict[str, int] = {}
    if not ids:
        return found
    for row in range(len(table)):
        one = table.id_of(row)
        if one in ids:
            found[one] = row
            if len(found) == len(ids):
                break
    return found


def _findings(case: CaseFile, law: str) -> tuple[Finding, ...]:
    """Return what each sign says of each person said to be the other side."""
    read = load_law(law)
    signs = shelf("rainbook.findings.signs", "SIGN")
    return tuple(s.look(case, p, read) for p in case.people if p.role == "suspect" for s in signs)


def _order(one: OrderServed) -> Order:
    return Order(
        one.kind,
        one.person,
        one.made or None,
        one.served or None,
        one.until or None,
        one.clauses,
        one.exceptions,
    )


def account_lines(table: EventTable, who: Whose, names: Names) -> tuple[AccountLine, ...]:
    """Return every account in the records, most rows first, with whose it is said to be."""
    people = {p.key: p.name for p in who.people}
    grouped: dict[str, list[int]] = {}
    for place, key in enumerate(who.keys):
        grouped.setdefault(key, []).append(place)
    lines = []
    for key, places in grouped.items():
        mask = np.isin(table.actor, places)
        times = table.earliest[mask]
        times = times[times != NO_TIME]
        person, basis = who.account_person.get(key, ("", ""))
        shown = tuple(dict.fromkeys(table.accounts[p].raw for p in places))
        lines.append(
            AccountLine(
                key,
                shown,
                int(mask.sum()),
                int(times.min()) if len(times) else None,
                int(times.max()) if len(times) else None,
                people.get(person, person),
                basis,
                tuple(names.of_key.get(key, ())),
            )
        )
    return tuple(sorted(lines, key=lambda line: (-line.rows, line.key)))
