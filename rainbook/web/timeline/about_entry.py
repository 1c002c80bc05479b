"""What there is to know of one entry beside its words.

The one thing a reader would get wrong: a basis and a reason are shown as they stand in the record.
Nothing here weighs them, and "nobody has said yet" is not "nobody".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rainbook.case import shown_span
from rainbook.case.timeline import SIDES, Timeline, timeline_of
from rainbook.record import (
    BASES,
    CaseFile,
    Decided,
    Event,
    NotRelevant,
    ToldToStop,
    Way,
    Withdrawn,
    decision_to,
    rows_named,
)
from rainbook.web.interface import Asked, PageNotThere
from rainbook.web.timeline.tables import kind_name, who_of

_NOT_SHOWN = ("kind_of_decision", "event", "other", "person", "order", "refusal")
_UNSAID = ("", "not said")
ALSO_SAID = ("tz_assumed", "missing_attachment")
"""Doubts every entry of some exports has, or that the list of files says better."""

TYPED = ("diary_csv",)
"""Sources whose files a person types; every other one is a file an app or a phone makes."""


@dataclass(frozen=True, slots=True)
class Said:
    """A decision that names the entry: its number, what was said, about whom, and the answers."""

    number: int
    what: str
    who: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """One entry as a page shows it. `aside`: the number of the decision that set it aside, 0 =
    none; `stop`: of the one that says it was a refusal; `came`: "made" (by an app or a
    phone), "typed" (by a person), "" where that is not known.
    """

    id: str
    row: int
    event: Event
    what: tuple[str, ...]
    when: str
    who: str
    account: str
    basis: str
    counted: bool
    why_not: str
    file: str
    came: str
    own: bool
    to: str
    aside: int
    stop: int
    doubts: tuple[str, ...]
    said: tuple[Said, ...]


def row_of(asked: Asked, case: CaseFile) -> int:
    """Return the row the address names. Raises PageNotThere."""
    found = rows_named(case.table, (asked.path.get("id", ""),))
    if not found:
        raise PageNotThere(asked.t("entry-not-there"))
    return next(iter(found.values()))


def about(asked: Asked, case: CaseFile, row: int) -> About:
    """Return what is known of a row of the case's table, but its words."""
    event, line = case.event(row), timeline_of(case)
    named = [d for d in case.decisions if not d.withdrawn and _names(d, event.id)]
    to = -1 if case.relationship_of is None else int(case.relationship_of[row])
    standing = bool(case.counted[row]) and int(case.person_of[row]) >= 0
    return About(
        id=event.id,
        row=row,
        event=event,
        what=tuple(_what(asked, case, line, event)),
        when=_when(event, case.zone),
        who=who_of(asked, case, row),
        account=_account(asked, event),
        basis=_basis(asked, case.basis_of[row], _own(case, row)),
        counted=standing,
        why_not=case.why_not.get(row, "") or ("" if standing else asked.t("entry-nobody")),
        file=next((o.name for o in case.originals if o.sha256 == event.citation.original), ""),
        came=_came(event.source),
        own=_own(case, row),
        to=case.people[to].key if to >= 0 else "",
        aside=next((d.number for d in named if isinstance(d.what, NotRelevant)), 0),
        stop=next((d.number for d in named if isinstance(d.what, ToldToStop)), 0),
        doubts=tuple(
            asked.t("entry-doubt-" + name.replace("_", "-"))
            for name in event.warnings
            if name not in ALSO_SAID
        ),
        said=tuple(_said(asked, case, d) for d in named),
    )


def _came(source: str) -> str:
    return ("typed" if source in TYPED else "made") if source else ""


def _names(one: Decided, event: str) -> bool:
    what = one.what
    return not isinstance(what, Withdrawn) and event in (
        getattr(what, "event", ""),
        getattr(what, "other", ""),
    )


def _basis(asked: Asked, basis: str, own: bool) -> str:
    if basis not in BASES:
        return ""
    said = "mine" if own and basis != "guess" else basis.replace(" ", "-")
    return asked.t("entry-basis-" + said)


def _own(case: CaseFile, row: int) -> bool:
    who = int(case.person_of[row])
    return int(case.way[row]) == Way.SENT or (who >= 0 and case.people[who].role == "complainant")


def _what(asked: Asked, case: CaseFile, line: Timeline, event: Event) -> Iterator[str]:
    lane, side, _ = line.codes.place(int(line.codes.group[event.row]))
    yield kind_name(asked, case, event.row, line.lanes[lane]) if line.lanes else event.kind
    yield asked.t("timeline-head-" + SIDES[side])
    if event.call not in ("not_a_call", "outcome_unknown"):
        yield asked.t("entry-call-" + event.call.replace("_", "-"))
    if event.state != "normal":
        yield asked.t("entry-state-" + event.state.replace("_", "-"))
    if event.duration:
        minutes, seconds = divmod(event.duration, 60)
        yield asked.t("entry-lasted", minutes=str(minutes), seconds=str(seconds))


def _when(event: Event, home: str) -> str:
    moment = event.moment
    zone = home if moment.zone == "UTC" else moment.zone
    spans = moment.readings or ((moment.earliest, moment.latest),)
    return " or ".join(dict.fromkeys(shown_span(a, b, zone) for a, b in spans))


def _account(asked: Asked, event: Event) -> str:
    if event.actor is None:
        return ""
    return asked.t("entry-withheld") if event.actor.kind == "withheld" else event.actor.raw


def _said(asked: Asked, case: CaseFile, one: Decided) -> Said:
    values: Mapping[str, Any] = decision_to(one.what)
    who = values.get("person", "")
    answers = [
        str(value)
        for name, value in values.items()
        if name not in _NOT_SHOWN and isinstance(value, str) and value not in _UNSAID
    ]
    return Said(
        one.number,
        asked.t("entry-said-" + str(values["kind_of_decision"])),
        next((p.name for p in case.people if p.key == who), ""),
        tuple(answers),
    )
