"""What changed in what is worked out: findings, gaps of the law's elements, contact after an order,
promises whose day has passed.

The one thing a reader would get wrong: a gap that closed is an answer that was given, in whatever
direction; and a promise is late by the day of the record, never by the clock of this computer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Entry, Given
from rainbook.handover.paper.plain_words import number_of
from rainbook.handover.said.came_after import contacts_of, is_time
from rainbook.handover.said.facts import facts_of, name_of
from rainbook.handover.said.orders import orders_of, possible
from rainbook.handover.said.rests_on import entry_of
from rainbook.handover.said.signs import title_of
from rainbook.record import CaseFile, Decided, Finding, OrderServed, PoliceContact

_NUMBER = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed. `part`: of PARTS; `then`, `now`: "" where there was or is nothing."""

    part: str
    what: str
    then: str = ""
    now: str = ""
    lines: tuple[int, ...] = ()
    log: tuple[int, ...] = ()


PARTS: Mapping[str, str] = {
    "after an order": "Contact after an order, since then",
    "promises": "Promises whose day has passed",
    "refusals": "New refusals, warnings and orders",
    "lines": "New lines",
    "originals": "New originals",
    "findings": "Findings that changed",
    "figures": "Figures that changed",
    "gaps": "Gaps closed, and gaps that opened",
    "decisions": "Other new answers",
    "taken back": "Taken back",
}
"""In the order of a page: what may need somebody to act comes first."""


def findings(given: Given, before: CaseFile) -> list[Change]:
    """Return the findings whose outcome or figures differ."""
    then = {(f.person, f.sign): f for f in before.findings}
    made = []
    for found in given.case.findings:
        if found.person not in given.disclosure.persons:
            continue
        old = then.get((found.person, found.sign))
        name = title_of(found.sign)
        if len(given.disclosure.persons) > 1:
            name += f": {name_of(given, found.person)}"
        if old is None:
            made.append(Change("findings", name, "not looked at", _outcome(found)))
            continue
        if (old.outcome, old.sentence) != (found.outcome, found.sentence):
            made.append(Change("findings", name, _outcome(old), _outcome(found)))
        made += _figures(name, old.figures, found.figures)
    return made


def _outcome(found: Finding) -> str:
    return f"{found.outcome}: {found.sentence}"


def _figures(name: str, then: Mapping[str, Any], now: Mapping[str, Any]) -> list[Change]:
    """Return each figure that differs; of a table (contacts by day) only what differs in it."""
    made = []
    for figure in sorted({*then, *now}):
        was, is_now = then.get(figure, ""), now.get(figure, "")
        if was == is_now:
            continue
        if isinstance(was, Mapping) and isinstance(is_now, Mapping):
            keys = [k for k in dict.fromkeys((*was, *is_now)) if was.get(k) != is_now.get(k)]
            was, is_now = ({k: one.get(k, 0) for k in keys} for one in (was, is_now))
        what = f"{name}: {figure.replace('_', ' ')}"
        made.append(Change("figures", what, _plain(was), _plain(is_now)))
    return made


def _plain(value: Any) -> str:
    """Return a figure as text: "a: 1; b: 2", "3 to 4", a number as it is."""
    if isinstance(value, Mapping):
        return "; ".join(f"{str(k).replace('_', ' ')}: {_plain(v)}" for k, v in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(
            f"({_plain(v)})" if isinstance(v, (list, tuple, Mapping)) else str(v) for v in value
        )
    return str(value)


def gaps(given: Given, before: CaseFile) -> list[Change]:
    """Return what was not recorded then and is now, and the other way round; a gap of which only
    a number differs is one gap that changed, and one that several sections have is said once.
    """
    persons = given.disclosure.persons
    then, now = _gaps_in(before, persons), _gaps_in(given.case, persons)
    found: dict[tuple[str, str], list[str]] = {}
    for key in (*then, *(k for k in now if k not in then)):
        was, is_now = then.get(key, ""), now.get(key, "")
        if was != is_now:
            found.setdefault((was, is_now or "closed"), []).append(key[0])
    return [
        Change("gaps", _listed(sections), was, is_now) for (was, is_now), sections in found.items()
    ]


def _listed(sections: Iterable[str]) -> str:
    """Return "Protection from Harassment Act 1997 s.4, s.4A(1)(b)": each Act named once."""
    by_act: dict[str, dict[str, None]] = {}
    for one in sections:
        act, _, place = one.rpartition(" ")
        by_act.setdefault(act, {})[place] = None
    return "; ".join(f"{act} {', '.join(places)}".strip() for act, places in by_act.items())


def _gaps_in(case: CaseFile, persons: Iterable[str]) -> dict[tuple[str, str, str], str]:
    return {
        (_section(e.element), e.route, _NUMBER.sub("#", gap.text)): gap.text
        for m in case.matrices
        if m.person in persons
        for e in m.elements
        for gap in e.gaps
    }


def _section(element: Mapping[str, str]) -> str:
    return element.get("section") or element.get("id", "")


def after_orders(given: Given, new: Iterable[Entry]) -> list[Change]:
    """Return, for each order in force, the new contacts surely after it was served, and the new
    acts that may breach it.
    """
    fresh = {e.number for e in new}
    breaches = {o.number: possible(o) for o in orders_of(given)}
    theirs = {p: contacts_of(given, p) for p in given.disclosure.persons}
    made = []
    for decided in facts_of(given):
        what = decided.what
        if not isinstance(what, OrderServed):
            continue
        surely, _ = theirs[what.person].after(what.served)
        ended = {e.number for e in theirs[what.person].after(what.until)[0]}
        after = tuple(e.number for e in surely if e.number in fresh - ended)
        if after:
            said = f"{number_of(len(after), 'new contact')} after it was served"
            made.append(Change("after an order", what.kind, "", said, after, (decided.number,)))
        acts = [entry_of(given, row) for row in breaches.get(decided.number, [])]
        held = tuple(sorted(e.number for e in acts if e is not None and e.number in fresh))
        if held:
            said = f"{number_of(len(held), 'new act')} held against a clause as a possible breach"
            made.append(Change("after an order", what.kind, "", said, held, (decided.number,)))
    return made


def promises(given: Given) -> list[Change]:
    """Return the promises whose day lies before the day of the record and that are not said to be
    kept.
    """
    today = given.case.as_of[:10]
    made = []
    for decided in given.case.decisions:
        what = decided.what
        if (
            decided.withdrawn
            or not isinstance(what, PoliceContact)
            or not about_them(given, decided)
        ):
            continue
        if is_time(what.promised_by) and what.promised_by[:10] < today and what.kept != "yes":
            by = times.recorded(what.promised_by, given.case.zone)
            words = f"“{what.promised}”" if what.promised else "a promise (its words not recorded)"
            said = f"by {by}; kept: {what.kept}"
            made.append(Change("promises", words, "", said, (), (decided.number,)))
    return made


def about_them(given: Given, decided: Decided) -> bool:
    person = getattr(decided.what, "person", "")
    return not person or person in given.disclosure.persons
