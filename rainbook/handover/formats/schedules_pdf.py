"""`record/schedules.pdf`: identifiers, what may soon be gone, and contacts with the police, for
reading.

The one thing a reader would get wrong: it holds no more than the three CSV files beside it, and
less where they are long; what is cut says so.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.plain_words import number_of
from rainbook.handover.paper.typeset import pdf
from rainbook.handover.said.facts import complainant, when
from rainbook.handover.said.paper import Paper
from rainbook.handover.said.rests_on import counted
from rainbook.handover.schedules.contacts import Contact, contacts_of, left_out
from rainbook.handover.schedules.identifiers import Identifier, persons_of, schedule_of
from rainbook.handover.schedules.periods import as_of_day
from rainbook.handover.schedules.perishables import Item, lines_of, perishables_of

NAME = "record/schedules.pdf"
ROWS = 150
"""Rows of each table at most; the CSV files hold all."""


def schedules_pdf(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the three schedules. Raises NotTypeset."""

    def data(plain_only: bool) -> dict[str, Any]:
        return schedules_data(given, Paper(plain_only))

    (folder / NAME).write_bytes(pdf("schedules", data, times.stamp(given.case.as_of)))


def schedules_data(given: Given, paper: Paper) -> dict[str, Any]:
    """Return the values of the template."""
    found, items, contacts = schedule_of(given), perishables_of(given), contacts_of(given)
    away = left_out(given)
    return {
        "title": "Schedules",
        "zone": paper(given.case.zone),
        "as_of": paper(times.recorded(given.case.as_of, given.case.zone)),
        "as_of_day": paper(times.recorded(_day(given), "")),
        "complainant": paper(complainant(given)),
        "other": paper(" and ".join(persons_of(given).values())),
        "sentences": [paper(s) for s in found.sentences],
        "theirs": [_identifier(one, paper) for one in found.theirs[:ROWS]],
        "theirs_more": _more(found.theirs, "identifiers.csv"),
        "others": [_identifier(one, paper) for one in found.others[:ROWS]],
        "others_more": _more(found.others, "identifiers.csv"),
        "items": [_item(one, paper) for one in items[:ROWS]],
        "items_more": _more(items, "perishables.csv"),
        "sources": _sources(items, paper),
        "contacts": [_contact(given, one, paper) for one in contacts[:ROWS]],
        "contacts_more": _more(contacts, "contacts-log.csv"),
        "overdue": [paper(_overdue(c)) for c in contacts if c.overdue][:ROWS],
        "left_out": f"{number_of(away, 'entry', 'entries')} about contacts or things to ask for "
        "name no person and are not handed over: the records are about somebody else too."
        if away
        else "",
    }


def _day(given: Given) -> str:
    day = as_of_day(given.case)
    return day.isoformat() if day else "no day"


def _more(rows: Any, where: str) -> str:
    return f"and {len(rows) - ROWS:,} more, see {where}" if len(rows) > ROWS else ""


def _identifier(one: Identifier, paper: Paper) -> dict[str, Any]:
    written = " · ".join(one.written[:4])
    if len(one.written) > 4:
        written += f" and {len(one.written) - 4} more spellings"
    return {
        "account": paper(one.normal if one.normal != "withheld" else "withheld number"),
        "written": paper(f"written: {written}") if written and written != one.normal else "",
        "kind": paper(f"{one.kind}, {one.service}"),
        "first": paper(one.first),
        "last": paper(one.last),
        "counted": f"{one.counted:,}",
        "not_counted": f"{one.not_counted:,}",
        "lines": paper(counted("line", one.lines, "identifiers.csv", 4)),
        "exhibits": paper(", ".join(one.exhibits[:6]) + (" …" if len(one.exhibits) > 6 else "")),
        "whose": paper(one.attributed),
        "basis": paper(one.basis),
        "sure": paper(one.sure),
        "said_by": paper(_said_by(one)),
        "supports": [paper(s) for s in one.supports],
        "settles": paper(one.settles),
    }


def _said_by(one: Identifier) -> str:
    if not one.log:
        return ""
    return f"Said in {counted('log number', sorted(one.log), 'identifiers.csv', 4)}."


def _item(one: Item, paper: Paper) -> dict[str, Any]:
    log = f"log number {one.number}" if one.number else ""
    return {
        "what": paper(one.period.name if one.period else one.what),
        "where": paper(one.where),
        "when": paper(one.of_when),
        "rests": paper("; ".join(p for p in (lines_of(one), log) if p)),
        "period": paper(one.period.text if one.period else "not known"),
        "sure": paper(one.period.sure if one.period else ""),
        "clock": paper(one.clock.text),
        "asked": paper(one.asked),
        "answer": paper(one.answer),
        "ask": paper(one.ask),
    }


def _sources(items: list[Item], paper: Paper) -> list[str]:
    said = {
        f"{i.period.name}, {i.period.text}: {i.period.source} ({i.period.sure}, "
        f"{i.period.as_of})": None
        for i in items
        if i.period
    }
    return [paper(s) for s in said]


def _contact(given: Given, one: Contact, paper: Paper) -> dict[str, Any]:
    who = ", ".join(p for p in (one.who, one.station) if p)
    return {
        "when": paper(when(given, one.at) if one.at else "not recorded"),
        "how": paper("" if one.how in ("something else", "not said") else one.how),
        "who": paper(who or "not recorded"),
        "reference": paper(one.reference or "none recorded"),
        "said": paper(one.said),
        "promised": paper(one.promised),
        "standing": paper(one.standing),
        "overdue": one.overdue,
        "rests": paper(
            "; ".join(p for p in (f"line {one.line}" if one.line else "", f"log {one.number}") if p)
        ),
    }


def _overdue(one: Contact) -> str:
    who = one.who or one.station or "somebody not named"
    return f"{who}: “{one.promised or 'not recorded what'}”. {one.standing} (log {one.number})"


FORMAT = Format(NAME, "identifiers, what may soon be gone, contacts with the police", schedules_pdf)
