"""Records one decided case in a book, as a person would: a diary, and typed answers about it.

The one thing a reader would get wrong: an incident that stands for "at least n" becomes n diary
entries with the same words; where only a span of days is known, the first and the last entry carry
its ends and the others no day. Days given as an offset are counted from 1 January 2001.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks import case_words as words
from benchmarks.case_around import (
    SUSPECT,
    act_of,
    bond_of,
    by_of,
    day_of,
    is_past,
    orders,
    refusals,
    whole,
)
from rainbook.case import Book
from rainbook.record import (
    AccountOf,
    ActSort,
    AimedAt,
    CameAfter,
    Decision,
    DidBack,
    EventTable,
    Impact,
    NotRelevant,
    PersonNamed,
    PurposeOf,
    ThemeOf,
    ToldTo,
)

OFFSET_FROM = date(2001, 1, 1)
MOST = 450
ME = "c"


@dataclass
class Recorded:
    """What was recorded: the short word of the person, and which incident each entry is of."""

    suspect: str
    of_event: dict[str, str] = field(default_factory=dict)

    def incidents(self, rows: Iterable[int], table: EventTable) -> list[str]:
        """Return the incidents the rows are of, each once, in the order of their names."""
        return sorted(
            {self.of_event[table.id_of(r)] for r in rows if table.id_of(r) in self.of_event}
        )


def record(book: Book, case: Mapping[str, Any], folder: Path) -> Recorded:
    """Write the case into the book and return what was recorded."""
    kept = [i for i in case.get("incidents") or [] if not is_past(i)]
    entries = [(i, when) for i in kept for when in _days(i)]
    path = folder / "diary.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["date", "time", "what happened", "who", "entry"])
        for n, (one, (day, time)) in enumerate(entries):
            out.writerow([day, time, act_of(one), by_of(one), n])
    book.add(path, own="yes")
    table = book.table()
    told = Recorded(SUSPECT)
    ids: dict[str, list[str]] = {}
    for row, (one, _) in enumerate(entries):
        told.of_event[table.id_of(row)] = one["id"]
        ids.setdefault(one["id"], []).append(table.id_of(row))
    for what in (*_people(case, kept), *whole(case)):
        book.decide(what)
    refused = refusals(book, kept)
    for one in kept:
        for event in ids[one["id"]]:
            for what in _of_act(one, event, case, refused.get(one["id"])):
                book.decide(what)
        for what in _once(one, ids[one["id"]]):
            book.decide(what)
    orders(book, case)
    return told


def _days(one: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return day and time of each entry, "" for neither."""
    number = max(1, min(one.get("count_min") or 1, MOST))
    start, end = day_of(one.get("date")), day_of(one.get("end"))
    if not start and one.get("offset_days") is not None:
        start = (OFFSET_FROM + timedelta(days=int(one["offset_days"]))).isoformat()
    clock = re.match(r"(\d{1,2}:\d{2})", one.get("time") or "")
    time = clock[1] if clock and len(start) == 10 else ""
    if not end or end == start:
        return [(start, time)] * number
    if number == 1:
        return [(start[:4] if start[:4] == end[:4] else "", "")]
    return [(start, ""), *([("", "")] * (number - 2)), (end, "")]


def _people(case: Mapping[str, Any], kept: list[Mapping[str, Any]]) -> Iterable[Decision]:
    yield PersonNamed(ME, "C", "complainant")
    # where nobody is called plain "D", the one with the most incidents is looked at
    actors = [by_of(one) for one in kept]
    main = "D" if "D" in actors or not actors else max(sorted(set(actors)), key=actors.count)
    known = {main: SUSPECT}
    yield PersonNamed(SUSPECT, main, "suspect")
    for one in kept:
        who = by_of(one)
        if who not in known and who != "unknown":
            known[who] = f"other-{len(known)}"
            role = "suspect" if re.fullmatch(r"D\d", who) else "other"
            yield PersonNamed(known[who], who, role)
    for name, key in known.items():
        if any(by_of(one) == name for one in kept):
            yield AccountOf(key, f"diary:name:{name}", _basis(name))
    for one in kept:
        whom = _target(one, case)
        if whom:
            yield PersonNamed(_word(whom), whom, "other")


def _basis(name: str) -> str:
    """Return "guess" for whoever is named only as somebody not known, or as several people."""
    nobody = re.search(r"unknown|unidentified|various|several|different|strangers|persons", name)
    return "guess" if nobody else "recognised"


def _target(one: Mapping[str, Any], case: Mapping[str, Any]) -> str:
    """Return who else an act was aimed at, "" where it was the complainant."""
    aimed = one.get("directed_at") or ""
    labels = [a for i in (case.get("incidents") or []) if (a := i.get("directed_at"))]
    # where nobody is called plain "C", the first complainant named is the one looked at
    mine = "C" if any(_names("C", a) for a in labels) else "C1"
    if not aimed or _names(mine, aimed):
        return ""
    return aimed


def _names(label: str, aimed: str) -> bool:
    """Return whether the words name this complainant, and not somebody of theirs."""
    return bool(re.search(rf"(?<!of )\b{label}\b(?!\d|'s|\u2019s)", aimed))


def _word(name: str) -> str:
    return "o-" + (re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:24] or "somebody")


def _of_act(
    one: Mapping[str, Any], event: str, case: Mapping[str, Any], refusal: int | None
) -> Iterable[Decision]:
    """Yield what is recorded of each entry of an incident."""
    sort = words.sort_of(one.get("kind") or "unknown", act_of(one))
    if sort:
        yield ActSort(event, sort)
    whom = _target(one, case)
    if whom:
        yield AimedAt(event, _word(whom))
    if refusal is not None:
        yield CameAfter(event, refusal)
    if words.NOT_PART.search(one.get("found") or ""):
        yield NotRelevant(event)
    bond = bond_of(case)
    purpose = words.first_of(words.PURPOSES, act_of(one))
    if purpose == "child" and bond != "other parent" and "child" not in act_of(one).lower():
        purpose = purpose if bond == "former partners" else ""
    if purpose:
        yield PurposeOf(SUSPECT, purpose, event)
    if words.BOTH.search(act_of(one)):
        yield DidBack(event, "argued", act_of(one))
    if words.SAME_AGAIN.search(act_of(one)):
        yield ThemeOf(event, "the same as before")


def _once(one: Mapping[str, Any], events: list[str]) -> Iterable[Decision]:
    """Yield what is recorded once for an incident, on its last entry."""
    event = events[-1]
    impact, reply = one.get("impact") or "", one.get("reply") or ""
    said = words.felt(impact)
    if said:
        yield Impact(event, words=impact, **said)
    if reply:
        back = words.first_of(words.DID_BACK, reply)
        if back == "reported it":
            yield ToldTo("police", "", reply, event)
        yield DidBack(event, back or "something else", reply)
    evidence = one.get("unwanted_evidence") or ""
    if evidence and words.REPORTED.search(evidence):
        yield ToldTo("police", "", evidence, event)
