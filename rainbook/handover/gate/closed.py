"""Files of which something was taken out go by another name in a bundle than their own SHA-256.

The one thing a reader would get wrong: a hash is no secret. Whoever has the rest of a file could
put one address after another into the gap until its SHA-256 comes out. So no table gives that hash,
nor a record's id, which is made from it; F, which a secret hides, stands in its place
(docs/bundle-format.md, section 5.4).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from rainbook.handover.interface import Given
from rainbook.record import CaseFile, Decided, Event, EventTable

Name = Callable[[str, int], str]
"""SHA-256 and size of an original → what it is called where its own hash is not given."""


def closed_of(given: Given) -> frozenset[str]:
    """Return the SHA-256 of each original of which something was taken out."""
    taken = {k.original for k in given.kept_back if k.original}
    return frozenset(taken | {e.citation.original for e in given.entries if e.masked})


def closed(given: Given, name: Name | None) -> Given:
    """Return the same with every such original, and every record in it, under another name; a
    number where there is no secret to make one with.
    """
    sizes = {o.sha256: o.size for o in given.case.originals}
    names = {
        sha256: name(sha256, sizes[sha256]) if name else f"{number:064d}"
        for number, sha256 in enumerate(sorted(closed_of(given)), 1)
    }
    if not names:
        return given
    case = renamed_case(given.case, names)
    entries = tuple(
        replace(
            e,
            id=case.table.id_of(e.row),
            citation=replace(e.citation, original=names[e.citation.original]),
        )
        if e.citation.original in names
        else e
        for e in given.entries
    )
    return replace(
        given,
        case=case,
        entries=entries,
        before=None if given.before is None else renamed_case(given.before, names),
        exhibits=tuple(replace(e, original=names.get(e.original, e.original))
                       for e in given.exhibits),
        kept_back=tuple(replace(k, original=names.get(k.original, k.original))
                        for k in given.kept_back),
        closed=frozenset(names.values()),
    )


def renamed_case(case: CaseFile, names: Mapping[str, str]) -> CaseFile:
    """Return the case with these originals under other names, and its decisions in step."""
    table = _table(case.table, names)
    ids = {event: table.id_of(row) for event, row in case.named.items()}

    def event(row: int) -> Event:
        made = case.event(row)
        cited = replace(made.citation, original=names.get(made.citation.original, ""))
        return replace(made, id=table.id_of(row), citation=cited) if cited.original else made

    return replace(
        case,
        table=table,
        originals=tuple(replace(o, sha256=names.get(o.sha256, o.sha256)) for o in case.originals),
        decisions=tuple(_decided(d, names, ids) for d in case.decisions),
        named={ids[event]: row for event, row in case.named.items()},
        event=event,
    )


def _table(table: EventTable, names: Mapping[str, str]) -> EventTable:
    def key(one: str) -> str:
        sha256, slash, path = one.partition("/")
        return f"{names.get(sha256, sha256)}{slash}{path}"

    return replace(
        table,
        originals=tuple(names.get(o, o) for o in table.originals),
        readings={key(k): told for k, told in table.readings.items()},
        problems=tuple(replace(p, original=names.get(p.original, p.original))
                       for p in table.problems),
    )


def _decided(one: Decided, names: Mapping[str, str], ids: Mapping[str, str]) -> Decided:
    """Return a decision that names an original or a record by its other name."""
    changed: dict[str, Any] = {}
    for part in fields(one.what):
        told = getattr(one.what, part.name)
        other = (ids if part.name in ("event", "other") else names).get(told) if told else None
        if other and part.name in ("event", "other", "original"):
            changed[part.name] = other
    return replace(one, what=replace(one.what, **changed)) if changed else one
