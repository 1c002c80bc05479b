"""The police-contact log: who said or promised what, when, and whether it is recorded as done.

The one thing a reader would get wrong: "not recorded as done" is not "not done". It says only that
nobody wrote down that it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rainbook.handover.interface import Given
from rainbook.handover.once import once
from rainbook.handover.said.facts import line_of_event, when
from rainbook.handover.schedules.periods import as_of_day, day_of
from rainbook.handover.times import recorded
from rainbook.record import DO_NOT_KNOW, Decided, Perishable, PoliceContact, ToldTo

POLICE = re.compile(
    r"\b(?:police|pc|dc|ds|di|dci|pcso|constable|sergeant|inspector|detective|officer|101|999|"
    r"crimestoppers|heddlu)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact. `line`: the line it concerns (0 = none); `standing`: of the promise, in a
    sentence, "" where nothing was promised; `overdue`: its day had passed by the state of the
    records and nobody recorded it as done.
    """

    number: int
    at: str
    how: str
    who: str
    station: str
    reference: str
    said: str
    promised: str
    promised_by: str
    kept: str
    line: int
    standing: str
    overdue: bool
    by: str
    recorded: str


@once
def contacts_of(given: Given) -> list[Contact]:
    """Return the contacts in order of time, those without a day last."""
    made = [c for d in given.case.decisions if (c := _contact(given, d))]
    return sorted(made, key=lambda c: (not c.at, c.at, c.number))


def about_these(given: Given, decided: Decided) -> bool:
    """Return whether what was said goes with this hand-over: it names a person handed over, or a
    line of theirs; or it names neither, and the case is about nobody else.
    """
    what = decided.what
    person, event = getattr(what, "person", ""), getattr(what, "event", "")
    if decided.withdrawn:
        return False
    if person:
        return person in given.disclosure.persons
    if event:
        return line_of_event(given, event) > 0
    suspects = {p.key for p in given.case.people if p.role == "suspect"}
    return suspects <= set(given.disclosure.persons)


def left_out(given: Given) -> int:
    """Return how many contacts with the police and things to ask for name nobody, while the case
    is about somebody else too; they are not handed over.
    """
    kinds = (PoliceContact, Perishable, ToldTo)
    return sum(
        1
        for d in given.case.decisions
        if isinstance(d.what, kinds)
        and not d.withdrawn
        and not getattr(d.what, "person", "")
        and not d.what.event
        and (not isinstance(d.what, ToldTo) or POLICE.search(d.what.who))
        and not about_these(given, d)
    )


def _contact(given: Given, decided: Decided) -> Contact | None:
    what = decided.what
    if isinstance(what, ToldTo) and POLICE.search(what.who):
        what = PoliceContact(
            what.at, "something else", what.who, "", what.reference, what.words, event=what.event
        )
    if not isinstance(what, PoliceContact) or not about_these(given, decided):
        return None
    standing, overdue = _promise(given, what)
    return Contact(
        number=decided.number,
        at=what.at,
        how="not said" if isinstance(decided.what, ToldTo) else what.how,
        who=what.who,
        station=what.station,
        reference=what.reference,
        said=what.said,
        promised=what.promised,
        promised_by=what.promised_by,
        kept=what.kept,
        line=line_of_event(given, what.event) if what.event else 0,
        standing=standing,
        overdue=overdue,
        by=decided.by,
        recorded=decided.at,
    )


def _promise(given: Given, what: PoliceContact) -> tuple[str, bool]:
    """Return what stands recorded of a promise, and whether its day has passed."""
    if not what.promised and not what.promised_by:
        return "", False
    if what.kept == "yes":
        return "Recorded as done.", False
    now, due = as_of_day(given.case), day_of(what.promised_by, given.case.zone)
    said = {
        "no": "recorded as not done",
        DO_NOT_KNOW: "not known whether it was done",
    }.get(what.kept, "not recorded as done")
    if not what.promised_by:
        return f"Promised without a day; {said}.", False
    if due is None or now is None:
        return f"Promised by “{what.promised_by}”, which names no day; {said}.", False
    by = f"Promised by {when(given, what.promised_by)}"
    as_of = recorded(now.isoformat(), "")
    if due < now:
        days = (now - due).days
        late = f"{days:,} day{'s' if days > 1 else ''} past, as of {as_of}"
        return f"{by}, {said} ({late}).", True
    return f"{by}; that day had not passed as of {as_of}.", False
