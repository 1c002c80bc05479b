"""What `record/record.json` says: how each exhibit was read and what was decided, for a program.

The one thing a reader would get wrong: nothing stands here that the bundle does not give
elsewhere, and nothing is said twice: where the pieces of an extract lie stands in its own table of
spans, the hash of a file in hashes.txt. An event is named by its place in an original, because its
id is another one in another book; a decision about a record that is not handed over is left out.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from rainbook.handover.exhibits import FOLDER, stem_of
from rainbook.handover.interface import Entry, Given
from rainbook.handover.made_with import tool_version
from rainbook.handover.paper.plain_words import without_folders
from rainbook.handover.said.facts import cited_of, facts_of
from rainbook.record import (
    AccountOf,
    ActedFor,
    ActSort,
    ActTag,
    AimedAt,
    DateOrder,
    Decided,
    EncodingIs,
    EventBy,
    Exhibit,
    KeepBack,
    NeverArrived,
    NotRelevant,
    OrderAllows,
    OrderClause,
    PersonNamed,
    ProducedBy,
    Setting,
    StartedBy,
    Withdrawn,
    ZoneOf,
    decision_to,
)
from rainbook.record.table import reading_key

NAME = "record/record.json"
FORM = "rainbook record 1"
SETTINGS = (
    "zone",
    "language",
    "region",
    "session_gap_minutes",
    "law",
    "near_days",
    "many_people",
)
"""The settings that what is worked out depends on."""
NEVER = (KeepBack, ProducedBy, Setting, Withdrawn)
SHAPES = (ActSort, ActTag, AimedAt, ActedFor, StartedBy, NeverArrived)
"""Closed answers about one act that a figure may rest on."""
BARE = (AccountOf, EventBy, NotRelevant, PersonNamed, *SHAPES)
"""Given because a line, a name or a figure rests on them; what was said in free words with them
only where the bundle gives it elsewhere."""
FREE = ("note", "words")
EVENTS = ("event", "other")


def record_of(given: Given) -> dict[str, Any]:
    """Return the whole as plain JSON values, always in the same order.

    A record is named by [SHA-256 of its original, path inside it ("" = none), start, end].
    """
    case = given.case
    lines = {e.id: e for e in given.entries if not e.withheld}
    decisions = [_decision(lines, d, cited) for d, cited in _handed_over(given, lines)]
    return {
        "format": FORM,
        "version": tool_version(),
        "as_of": case.as_of,
        "until": case.until,
        "persons": list(given.disclosure.persons),
        "initials": given.disclosure.initials,
        "settings": {n: case.settings[n] for n in SETTINGS if n in case.settings},
        "originals": list(_originals(given)),
        "decisions": decisions,
    }


def _originals(given: Given) -> Iterator[dict[str, Any]]:
    """Yield each original of which something is given, in the order it was sealed."""
    mains: dict[str, list[Exhibit]] = {}
    for exhibit in given.exhibits:
        if exhibit.ref in given.mains:
            mains.setdefault(exhibit.original, []).append(exhibit)
    for original in given.case.originals:
        exhibits = mains.pop(original.sha256, [])
        if not exhibits:
            continue
        yield {
            "sha256": original.sha256,
            "bytes": original.size,
            "name": without_folders(original.name),
            "received": original.received,
            "received_by": original.by,
            "came_from": without_folders(original.came_from),
            "how": without_folders(original.how),
            "own": original.own,
            "exhibits": list(_exhibits(given, original.sha256, exhibits)),
        }


def _exhibits(given: Given, sha256: str, exhibits: list[Exhibit]) -> Iterator[dict[str, Any]]:
    mine = [e for e in given.entries if e.citation.original == sha256 and e.ref]
    first = {x.ref: min((e.row for e in mine if e.ref == x.ref), default=0) for x in exhibits}
    for exhibit in sorted(exhibits, key=lambda x: first[x.ref]):
        cited = [e for e in mine if e.ref == exhibit.ref]
        paths = {e.path for e in cited}
        whole = not exhibit.is_extract
        path = "" if whole or not paths else paths.pop()
        media = {} if whole else _media(given, cited)
        yield {
            "exhibit": exhibit.ref,
            "file": exhibit.file,
            "whole": whole,
            "inside": path,
            "readings": _readings(given, sha256, {path} if not whole else {e.path for e in cited}),
            "spans": "" if whole else f"{FOLDER}/{stem_of(exhibit.file)}-spans.csv",
            "media": media,
            "groups": [] if whole else _groups(given, sha256, path),
        }


def _groups(given: Given, sha256: str, path: str) -> list[str]:
    """Return the threads in which others write, whose words are not given: without them nobody
    could tell that a thread is a group.
    """
    table = given.case.table
    seen = {
        int(table.thread[e.row])
        for e in given.entries
        if e.withheld and e.citation.original == sha256 and e.path == path
    }
    return sorted(table.threads[place] for place in seen if place >= 0)


def _readings(given: Given, sha256: str, paths: set[str]) -> dict[str, dict[str, str]]:
    """Return how each file was read: what was settled once for the whole of it."""
    found = {}
    for path in sorted(paths):
        reading = given.case.table.readings.get(reading_key(sha256, path or None))
        if reading is not None:
            found[path] = _without_others(given, sha256, path, dict(reading))
    return found


def _without_others(
    given: Given, sha256: str, path: str, reading: dict[str, str]
) -> dict[str, str]:
    """Return the reading without the names of files that nothing here speaks of."""
    if "beside" not in reading:
        return reading
    refs = {e.ref for e in given.exhibits}
    named = {
        _bare(a, refs)
        for e in given.entries
        if e.citation.original == sha256 and e.path == path
        for a in e.attachments
    }
    kept = {n: at for n, at in json.loads(reading["beside"]).items() if n in named}
    return {**reading, "beside": json.dumps(kept, sort_keys=True)}


def _bare(said: str, refs: Collection[str]) -> str:
    """Return the name of an attachment without the reference of its exhibit behind it."""
    name, _, ref = said.rpartition(" (")
    return name if name and ref.removesuffix(")") in refs else said


def _media(given: Given, cited: list[Entry]) -> dict[str, str]:
    """Return the file of each picture or recording that is given beside an extract, by the path it
    had inside the original.
    """
    files = {e.ref: e.file for e in given.exhibits}
    found = {}
    for entry in cited:
        if not entry.attachments:
            continue
        for said, attachment in zip(
            entry.attachments, given.case.event(entry.row).attachments, strict=True
        ):
            ref = said.removeprefix(f"{attachment.name} (").removesuffix(")")
            if attachment.path and ref != said and ref in files:
                found[attachment.path] = files[ref]
    return dict(sorted(found.items()))


def _handed_over(
    given: Given, lines: Mapping[str, Entry]
) -> list[tuple[Decided, bool]]:
    """Return the decisions in force that go, in the order of the log, each with whether the bundle
    gives it whole elsewhere (record/facts.csv).
    """
    told = {d.number: d for d in (*facts_of(given), *cited_of(given))}
    orders = {d.number for d in facts_of(given)}
    standing = [d for d in given.case.decisions if not d.withdrawn]
    for one in standing:
        if isinstance(one.what, (OrderClause, OrderAllows)) and one.what.order in orders:
            told[one.number] = one
    chosen = {n: d for n, d in told.items() if not isinstance(d.what, NEVER)}
    chosen.update({d.number: d for d in standing if _needed(given, d)})
    chosen.update({d.number: d for d in standing if _names_one(given, d, chosen)})
    going = [(d, n in told) for n, d in sorted(chosen.items())]
    return [(d, cited) for d, cited in going if _is_here(lines, d)]


def _needed(given: Given, decided: Decided) -> bool:
    """Return whether a line, a name or a file here rests on the decision."""
    what, persons = decided.what, set(given.disclosure.persons)
    mine = {p.key for p in given.case.people if p.role == "complainant"}
    if isinstance(what, PersonNamed):
        return what.person in persons | mine
    if isinstance(what, AccountOf):
        return what.person in persons or (what.person in mine and what.account in _keys(given))
    if isinstance(what, (EventBy, ActedFor)):
        return what.person in persons | mine
    if isinstance(what, (DateOrder, ZoneOf, EncodingIs)):
        return any(e.original == what.original for e in given.exhibits)
    return isinstance(what, (NotRelevant, *SHAPES))


def _keys(given: Given) -> set[str]:
    """Return the accounts that stand in the lines, as decisions name them."""
    table, keys = given.case.table, given.case.keys
    rows = [e.row for e in given.entries if not e.withheld]
    seen = {int(table.columns[n][row]) for n in ("actor", "own") for row in rows}
    return {keys[place] for place in seen if 0 <= place < len(keys)}


def _names_one(given: Given, decided: Decided, chosen: Mapping[int, Decided]) -> bool:
    """Return whether the decision names a person whom another one that goes is about."""
    if not isinstance(decided.what, PersonNamed):
        return False
    about = {getattr(d.what, part, "") for d in chosen.values() for part in ("person", "at")}
    return decided.what.person in about


def _is_here(lines: Mapping[str, Entry], decided: Decided) -> bool:
    """Return whether every record the decision names is handed over."""
    named = [getattr(decided.what, part, "") for part in EVENTS]
    return all(not event or event in lines for event in named)


def _decision(
    lines: Mapping[str, Entry], decided: Decided, cited: bool
) -> dict[str, Any]:
    what = decision_to(decided.what)
    for part in EVENTS:
        if what.get(part):
            at = lines[what[part]].citation
            what[part] = [at.original, at.path or "", at.start, at.end]
    if "contact" in what:
        what["contact"] = ""  # how to reach a witness goes nowhere
    bare = isinstance(decided.what, BARE) and not cited
    what.update({part: "" for part in FREE if bare and part in what})
    return {
        "number": decided.number,
        "by": decided.by,
        "at": decided.at,
        "why": "" if bare else decided.why,
        "what": what,
    }
