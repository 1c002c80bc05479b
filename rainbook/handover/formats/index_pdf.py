"""`index.pdf`: the case on at most two pages, whatever the case holds.

The one thing a reader would get wrong: two pages is a promise. When the text does not fit, lists
are cut with "and N more, see …" until it does; nothing is cut without saying so and where the whole
stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rainbook.handover import times
from rainbook.handover.figures.weeks import by_week, stops
from rainbook.handover.index import law as index_law
from rainbook.handover.index.account import accounts, answered, channel_rows, groupings, span
from rainbook.handover.index.doubts import missing
from rainbook.handover.index.schedules import schedules, where_things_lie
from rainbook.handover.interface import Format, Given, NotTypeset, Progress
from rainbook.handover.made_with import tool_version
from rainbook.handover.paper.plain_words import account_said, number_of
from rainbook.handover.paper.room import ROOMS, Room
from rainbook.handover.paper.typeset import pages, pdf
from rainbook.handover.said.facts import complainant, facts_of, line_of_event, when
from rainbook.handover.said.findings import where_in_findings
from rainbook.handover.said.orders import orders_of
from rainbook.record import Asks, Blocked, Decided, OrderServed, ToldToStop, Warned

PAGES = 2
NO_PAGES: Mapping[str, int] = {}
CHECK = (
    "Open check.html in any browser and pick this folder; or type sha256sum -c hashes.txt (Linux), "
    "shasum -a 256 -c hashes.txt (Mac), or use Get-FileHash (Windows); read-me.txt says how. How "
    "each number was worked out: how-worked-out.txt. This shows that nothing changed since this "
    "was handed over. Nothing here says who wrote a message or that a phone's clock was right. It "
    "is not legal advice. A record like this is not required in order to report to the police. "
    "Made with rainbook {version}; not tested with courts, police or people affected."
)


def index_pdf(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the index. Raises NotTypeset."""
    stamp = times.stamp(given.case.as_of)
    found = where_in_findings(given)
    for room in ROOMS:

        def data(plain_only: bool, room: Room = room) -> dict[str, Any]:
            return _data(given, room.plain(plain_only), found)

        if pages("index", data, stamp) <= PAGES:
            (folder / "index.pdf").write_bytes(pdf("index", data, stamp))
            return
    raise NotTypeset(
        "The index does not fit two pages even at its shortest. Please report this; nothing "
        "was handed over."
    )


def _data(given: Given, room: Room, found: Mapping[str, int] = NO_PAGES) -> dict[str, Any]:
    """Return the values of the template. `found`: the pages of `findings.pdf`."""
    names = [p.name for p in given.case.people if p.key in given.disclosure.persons]
    other = room.text(" and ".join(names), room.letters // 3)
    return {
        "title": "Index",
        "zone": room.text(given.case.zone),
        "as_of": room.text(times.recorded(given.case.as_of, given.case.zone)),
        "complainant": room.text(complainant(given), room.letters // 3),
        "other": other,
        "other_short": room.text(other, 24),
        "lines": room.text(f"{len(given.entries):,} lines in the chronology."),
        "span": room.text(span(given)),
        "answered": room.text(answered(given)),
        **accounts(given, room),
        **channel_rows(given, room),
        **index_law.findings(given, room),
        "first": index_law.first(given, room),
        "where": index_law.where(given, found),
        "until": room.text(_until(given)),
        **_exhibits(given, room),
        **_weeks(given),
        "groupings": groupings(given, room),
        "asks": _asks(given, room),
        "facts": _facts(given, room),
        "schedules": schedules(given, room),
        "folders": where_things_lie(given),
        "missing": missing(given, room),
        "check": CHECK.format(version=tool_version()),
    }


def _until(given: Given) -> str:
    if not given.case.until:
        return ""
    day = times.recorded(given.case.until, "")
    return f"Cut at {day}: what happened or was written down after that day is not in it."


def _asks(given: Given, room: Room) -> list[str]:
    asked = [d.what.words for d in facts_of(given) if isinstance(d.what, Asks)]
    if not asked:
        return ["Not recorded."]
    return room.some([f"“{room.text(words)}”" for words in asked], room.facts, "facts.csv")


def _facts(given: Given, room: Room) -> list[str]:
    clauses = {one.number: len(one.clauses) for one in orders_of(given)}
    said = [
        (d, _fact(given, d, clauses.get(d.number, 0)))
        for d in facts_of(given)
        if not isinstance(d.what, Asks)
    ]
    lines = room.some([room.text(text) for _, text in said], room.facts, "facts.csv")
    if not any(isinstance(d.what, ToldToStop) for d, _ in said):
        lines.insert(
            0, "That the person was told to stop: not recorded. That does not mean it was wanted."
        )
    if not any(isinstance(d.what, OrderServed) for d, _ in said):
        lines.append("An order or notice: not recorded.")
    return lines


def _fact(given: Given, decided: Decided, clauses: int) -> str:
    what = decided.what
    if isinstance(what, ToldToStop):
        return _told(given, what)
    if isinstance(what, Blocked):
        account = f", account {account_said(what.account)}" if what.account else ""
        return f"Blocked: {when(given, what.at)}{account}."
    if isinstance(what, Warned):
        return f"Warned: {when(given, what.at)}, by {what.by}."
    if isinstance(what, OrderServed):
        return _order(given, what, clauses)
    return ""


def _told(given: Given, what: ToldToStop) -> str:
    line = line_of_event(given, what.event) if what.event else 0
    shown = next((e.time.text for e in given.entries if e.number == line), "")
    at = when(given, what.at) if what.at else shown or "time not recorded"
    where = f", line {line}" if line else ""
    return f"Told to stop: {at}{where}" + (f", {what.how}." if what.how else ".")


def _order(given: Given, what: OrderServed, known: int) -> str:
    made = when(given, what.made) if what.made else "not recorded"
    served = when(given, what.served) if what.served else "not recorded"
    until = f", until {when(given, what.until)}" if what.until else ""
    clauses = number_of(known, "clause")
    return f"{what.kind}: made {made}, served or known {served}{until}, {clauses} (orders.csv)."


def _exhibits(given: Given, room: Room) -> dict[str, Any]:
    rows = [
        {
            "ref": room.text(e.ref, 20),
            "file": room.text(e.file, 40),
            "what": room.text(e.description, 120),
            "cited": f"{given.cited.get(e.ref, 0):,}",
        }
        for e in given.exhibits[: room.exhibits]
    ]
    more = len(given.exhibits) - len(rows)
    return {
        "exhibits": rows,
        "exhibits_more": f"and {more:,} more, see exhibits.csv" if more else "",
    }


def _weeks(given: Given) -> dict[str, Any]:
    weeks, unsure = by_week(given)
    marked = stops(given)
    if not 1 < len(weeks) <= 520:
        return {"weeks": [], "weeks_alt": "", "weeks_note": ""}
    first, last = min(weeks), max(weeks)
    high = max(c.total() for c in weeks.values())
    rows = [{"count": c.total(), "stop": w in marked} for w, c in weeks.items()]
    stop = (
        " A dashed line marks a week in which the person was told to stop, blocked, warned or "
        "served."
        if marked
        else ""
    )
    left = f" Not in it, for want of a certain week: {unsure:,}." if unsure else ""
    note = (
        f"Contacts each week, {times.recorded(first.isoformat(), '')} to the week of "
        f"{times.recorded(last.isoformat(), '')}; most in a week: {high:,}.{stop}{left} "
        "Figures: weeks.csv."
    )
    return {"weeks": rows, "weeks_alt": f"Bar chart. {note}", "weeks_note": note}


FORMAT = Format("index.pdf", "the summary, two pages at most", index_pdf)
