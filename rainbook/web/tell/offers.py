"""What can be picked: the words of a closed list, and the people, accounts and entries of the book.

The one thing a reader would get wrong: a choice with a `key` is said in our words; one with a
`text` is a text of the book, which somebody else may have written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from rainbook.case import shown_span, tags_of
from rainbook.case.aids import refusals_proposed
from rainbook.record import NO_TIME, Decided, Event, ThemeOf, rows_named
from rainbook.web.tell.kinds import NO, UNSURE, Field, label_key
from rainbook.web.tell.standing import One, Standing
from rainbook.web.tell.stops import picked_before

_NEAR = 6
_MOST = 20


@dataclass(frozen=True, slots=True)
class Offer:
    """One choice. `key`: its text in our words, or `text`: a text of the book; `group`: the key of
    the heading it stands under.
    """

    value: str
    key: str = ""
    text: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """One entry as a form shows it: its reference, its time, its words ("" for none)."""

    id: str
    when: str
    words: str


def offers_for(standing: Standing, one: One, spec: Field) -> tuple[Offer, ...]:
    """Return the choices of a field, without "no" and "I do not know"."""
    if spec.choices == "accounts":
        return _accounts(standing)
    if spec.choices == "people":
        return _people(standing)
    if spec.choices == "tags":
        law = standing.book.settings()["law"]
        return tuple(Offer(tag, text=words) for tag, words in tags_of(law))
    if spec.choices == "entries":
        return tuple(Offer(s.id, text=s.when) for s in entries_near(standing))
    fixed = [Offer(w, label_key(spec.labels, w), group=_group(spec, w)) for w in _in_order(spec)]
    if spec.choices == "others":
        them = standing.person.key
        named = [o for o in _people(standing) if o.value != them]
        return (*fixed[:-1], *named, fixed[-1])
    return tuple(fixed)


def last_offers(one: One) -> tuple[Offer, ...]:
    """Return "no" and "I do not know", where the question takes them."""
    question = one.question
    no = [Offer(NO, f"tell-{question.place}-no")] if question.no else []
    return (*no, *([Offer(UNSURE, "tell-unsure")] if question.unsure else []))


def _in_order(spec: Field) -> Sequence[str]:
    return [w for _, words in spec.groups for w in words] if spec.groups else spec.of


def _group(spec: Field, word: str) -> str:
    found = next((name for name, words in spec.groups if word in words), "")
    return f"tell-{spec.labels}-group-{found}" if found else ""


def _people(standing: Standing) -> tuple[Offer, ...]:
    others = [p for p in standing.book.people() if p.role != "complainant"]
    others.sort(key=lambda p: p.key != standing.person.key)
    return tuple(Offer(p.key, text=p.name) for p in others)


def _accounts(standing: Standing) -> tuple[Offer, ...]:
    """Return the accounts that are said to be the person's, each as the records spell it."""
    case, key = standing.case, standing.person.key
    spelt: dict[str, str] = {}
    for account, made in zip(case.table.accounts, case.keys, strict=True):
        spelt.setdefault(made, account.raw)
    theirs = [made for made, (person, _) in case.account_person.items() if person == key]
    return tuple(Offer(made, text=spelt.get(made, made)) for made in sorted(theirs))


def themes_before(standing: Standing) -> tuple[str, ...]:
    """Return the words that were used before for what an entry was about."""
    found = (d.what for d in standing.decisions if isinstance(d.what, ThemeOf))
    return tuple(dict.fromkeys(what.theme for what in found))


def messages_proposed(standing: Standing, rows: Sequence[int]) -> tuple[Seen, ...]:
    """Return the messages at these rows that were not picked yet."""
    picked = picked_before(standing)
    found = (seen_of(standing, row) for row in rows)
    return tuple(one for one in found if one.id not in picked)


def rows_proposed(standing: Standing) -> tuple[int, ...]:
    """Return the rows of the complainant's own messages that may be a refusal."""
    lines = refusals_proposed(standing.case, standing.person.key)
    return tuple(dict.fromkeys(line.rows[0] for line in lines if line.rows))


def entries_near(standing: Standing) -> tuple[Seen, ...]:
    """Return entries of the same person to pick from: those spoken of before, then the nearest."""
    case, here = standing.case, standing.row()
    spoken = rows_named(case.table, {
        event for d in standing.decisions if (event := getattr(d.what, "event", ""))
    })
    people = [n for n, p in enumerate(case.people) if p.key == standing.person.key]
    theirs = np.flatnonzero(np.isin(case.person_of, people) | np.isin(case.guessed_of, people))
    dated = theirs[case.table.earliest[theirs] != NO_TIME]
    far = np.abs(case.table.earliest[dated].astype(float) - _from_when(standing, here))
    near = dated[np.argsort(far, kind="stable")][: _NEAR + 1].tolist()
    known = set(theirs.tolist())
    rows = [r for r in dict.fromkeys([*spoken.values(), *near]) if r != here and r in known]
    rows = sorted(rows[:_MOST], key=lambda r: int(case.table.earliest[r]))
    return tuple(seen_of(standing, row) for row in rows)


def _from_when(standing: Standing, here: int) -> float:
    """Return the instant (µs UTC) near which entries are looked for."""
    if standing.near:
        noon = datetime.fromisoformat(standing.near[:10]).replace(hour=12, tzinfo=UTC)
        return noon.timestamp() * 1e6
    return float(standing.case.table.earliest[here])


def entries_picked(standing: Standing, said: Sequence[Decided]) -> tuple[Seen, ...]:
    """Return the entries these decisions name beside the one that is asked about."""
    named = {getattr(d.what, part, "") for d in said for part in ("event", "other")}
    rows = rows_named(standing.case.table, named - {"", standing.event})
    return tuple(seen_of(standing, row) for row in rows.values())


def seen_of(standing: Standing, row: int) -> Seen:
    """Return one entry as a form shows it."""
    event = standing.case.event(row)
    said = ", ".join(p for p in (when_of(event, standing.case.zone), what_of(event)) if p)
    return Seen(event.id, said, event.words or "")


def when_of(event: Event, home: str) -> str:
    """Return the time in the source's zone, every reading of it."""
    moment = event.moment
    zone = home if moment.zone == "UTC" else moment.zone
    if moment.readings:
        return " or ".join(dict.fromkeys(shown_span(a, b, zone) for a, b in moment.readings))
    return shown_span(moment.earliest, moment.latest, zone)


def what_of(event: Event) -> str:
    """Return the kind of entry in a word or two."""
    return event.kind.replace("_", " ")
