"""Works out everything known from originals, tables and decisions: the stages in their order.

The one thing a reader would get wrong: nothing here knows what came later. It works with exactly
the originals and decisions it is given, so the past can be shown as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rainbook.case.past import cut
from rainbook.events.aimed import aim
from rainbook.events.copies import find_copies
from rainbook.events.incidents import SESSION_GAP_MINUTES, incidents, occasions, what_counts
from rainbook.events.people import Names, Whose, whose
from rainbook.events.sources.interface import Asked
from rainbook.findings.guards.notes import explanations_of, notes_of
from rainbook.findings.law import Law, load_law
from rainbook.findings.matrix.elements import matrix_of
from rainbook.findings.orders.clauses import clauses_of
from rainbook.findings.orders.papers import orders_lines
from rainbook.record import (
    NO_TIME,
    CaseFile,
    DateOrder,
    Decided,
    EncodingIs,
    Event,
    EventBy,
    EventTable,
    Incident,
    Kind,
    Matrix,
    NotRelevant,
    Order,
    OrderServed,
    Original,
    Person,
    Setting,
    ZoneOf,
    rows_named,
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
    "threat_words": "off",
    "near_days": "92",
    "many_people": "5",
    # how long things are kept, in days ("14", "7-30"); "" = as usual (handover/periods.toml)
    "period_cctv": "",
    "period_doorbell": "",
    "period_dash_camera": "",
    "period_voicemail": "",
    "period_disappearing_messages": "",
    "period_platform_logs": "",
    "period_phone_records": "",
    "period_delivery_records": "",
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
    until: str = "",
) -> CaseFile:
    """Return everything known; only doubtful rows are read again. `until`: where it was cut."""
    settings = settings_of(decisions)
    standing = [d for d in decisions if not d.withdrawn]
    named = rows_named(table, events_named(standing))
    who = whose_acts(table, standing, named, settings["region"])
    copies = find_copies(table, lambda row: event(row).words, settings["region"])
    counted, why_not = what_counts(table, who, copies.copy_of, _set_aside(standing, named))
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
        incidents=_incidents(table, who, counted, settings),
        decisions=tuple(decisions),
        orders=tuple(_order(d.what) for d in standing if isinstance(d.what, OrderServed)),
        settings=settings,
        zone=settings["zone"],
        as_of=as_of,
        event=event,
        account_person=who.account_person,
        keys=who.keys,
        relationship_of=who.relationship_of,
        removed_later=tuple(r.row for r in copies.removed),
        named=named,
        until=until,
    )
    return _with_findings(case, load_law(settings["law"]))


def _incidents(
    table: EventTable, who: Whose, counted: Any, settings: Mapping[str, str]
) -> tuple[Incident, ...]:
    zone, gap = settings["zone"], int(settings["session_gap_minutes"])
    return incidents(occasions(table, who, counted, zone, gap), who.people, who)


def _set_aside(standing: Sequence[Decided], named: Mapping[str, int]) -> list[int]:
    aside = {d.what.event for d in standing if isinstance(d.what, NotRelevant)}
    return [row for event, row in named.items() if event in aside]


def whose_acts(
    table: EventTable, standing: Sequence[Decided], named: Mapping[str, int], region: str
) -> Whose:
    """Return whose each row is, and towards whom, by these decisions. `named`: the row of each
    event they name.
    """
    single = {d.what.event for d in standing if isinstance(d.what, EventBy)}
    placed = {event: row for event, row in named.items() if event in single}
    return aim(whose(table, standing, region=region, rows=placed), standing, named)


def looked_back(
    originals: Sequence[Original],
    table: EventTable,
    decisions: Sequence[Decided],
    event: Callable[[EventTable, int], Event],
    as_of: str,
    until: str,
) -> CaseFile:
    """Return everything known by the end of a day. Raises DayNotUnderstood."""
    named = rows_named(table, events_named(decisions))
    past = cut(table, decisions, until, settings_of(decisions)["zone"], named)
    found = case_file(
        originals, past.table, past.decisions, lambda row: event(past.table, row), as_of, until
    )
    return replace(found, notes=(*past.notes, *found.notes))


def events_named(decisions: Sequence[Decided]) -> set[str]:
    """Return the ids of every event these decisions name."""
    found = {getattr(d.what, part, "") for d in decisions for part in ("event", "other")}
    return {one for one in found if isinstance(one, str) and one}


def names_of(table: EventTable, event: Callable[[int], Event], region: str) -> Names:
    """Return the names the person's own address book gives."""
    cards = np.flatnonzero(table.kind == Kind.CONTACT_CARD).tolist()
    return Names.from_cards((event(row) for row in cards), region)


def _with_findings(case: CaseFile, law: Law) -> CaseFile:
    """Return the case with what each sign, the law, the orders and the guards say of each person
    said to be the other side.
    """
    suspects = [p for p in case.people if p.role == "suspect"]
    signs = shelf("rainbook.findings.signs", "SIGN")
    return replace(
        case,
        findings=tuple(s.look(case, p, law) for p in suspects for s in signs),
        matrices=tuple(_with_orders(case, p, matrix_of(case, p, law)) for p in suspects),
        clauses=tuple(one for p in suspects for one in clauses_of(case, p)),
        notes=(
            *notes_of(case),
            *(line for p in suspects for line in explanations_of(case, p)),
        ),
    )


def _with_orders(case: CaseFile, person: Person, matrix: Matrix) -> Matrix:
    """Return the matrix with what is not recorded about each order among its limits."""
    return replace(matrix, limits=(*matrix.limits, *orders_lines(case, person)))


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
    counts, first, last = _seen(table)
    grouped: dict[str, list[int]] = {}
    for place, key in enumerate(who.keys):
        grouped.setdefault(key, []).append(place)
    lines = []
    for key, places in grouped.items():
        person, basis = who.account_person.get(key, ("", ""))
        start, end = int(first[places].min()), int(last[places].max())
        lines.append(
            AccountLine(
                key,
                tuple(dict.fromkeys(table.accounts[p].raw for p in places)),
                int(counts[places].sum()),
                None if end == NO_TIME else start,
                None if end == NO_TIME else end,
                people.get(person, person),
                basis,
                tuple(names.of_key.get(key, ())),
            )
        )
    return tuple(sorted(lines, key=lambda line: (-line.rows, line.key)))


def _seen(table: EventTable) -> tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]:
    """Return for each account its rows, and its first and last instant (last = NO_TIME: none)."""
    size = len(table.accounts)
    first, last = np.full(size, np.iinfo(np.int64).max), np.full(size, NO_TIME)
    dated = (table.actor >= 0) & (table.earliest != NO_TIME)
    np.minimum.at(first, table.actor[dated], table.earliest[dated])
    np.maximum.at(last, table.actor[dated], table.earliest[dated])
    return np.bincount(table.actor[table.actor >= 0], minlength=size), first, last
