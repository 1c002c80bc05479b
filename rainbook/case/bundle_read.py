"""Reads `record/record.json` and the tables of a bundle somebody else may have written.

The one thing a reader would get wrong: all of it is hostile. Whatever does not fit is refused here,
in one sentence, before anything is sealed.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rainbook.events.extracts import MOST_SPANS, NotAnExtract, Span, checked_spans
from rainbook.handover.paper.csv_file import ADDED, exact
from rainbook.handover.said.record import FORM, NAME, NEVER, SETTINGS
from rainbook.record import Decision, PersonNamed, RainbookError, decision_from

LINES = "messages/chronology.csv"
LARGEST = 64 << 20
LARGEST_TABLE = 1 << 30
MOST_EXHIBITS = 10_000
MOST_DECISIONS = 100_000
_SHA256 = re.compile("[0-9a-f]{64}")
_FILE = re.compile(r"exhibits/[A-Za-z0-9][A-Za-z0-9._-]{0,100}")
Place = tuple[str, str, int, int]
"""Original, path inside it ("" = none), start, end: how a bundle names a record."""


class RecordNotUsable(RainbookError):
    """The bundle's record.json or one of its tables cannot be used; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Given:
    """One exhibit: its file in the bundle; `whole` as received, or an extract of `member`."""

    ref: str
    file: str
    whole: bool
    member: str
    readings: Mapping[str, Any]
    spans: str
    media: Mapping[str, str]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class From:
    """One original of which something is given."""

    sha256: str
    size: int
    name: str
    about: Mapping[str, str]  # received, received_by, came_from, how, own
    exhibits: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One decision as handed over: its number, who, when and why there; `places`: the record each
    of its fields names.
    """

    number: int
    by: str
    at: str
    why: str
    what: Decision
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Record:
    """The whole of record.json."""

    version: str
    as_of: str
    persons: tuple[str, ...]
    initials: str
    settings: Mapping[str, str]
    originals: tuple[From, ...]
    decisions: tuple[Said, ...]

    def files(self) -> dict[str, str]:
        """Return the original of each exhibit's file."""
        return {given.file: one.sha256 for one in self.originals for given in one.exhibits}


def read_record(folder: Path) -> Record:
    """Return what the bundle's record says. Raises RecordNotUsable."""
    path = folder / NAME
    if not path.is_file():
        raise RecordNotUsable(
            f"This bundle holds no {NAME}, so it cannot be taken in. Ask for one that does, or add "
            "its exhibits one by one (rainbook add)."
        )
    if path.stat().st_size > LARGEST:
        raise RecordNotUsable(f"{NAME} is larger than any that was ever written.")
    try:
        said = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as broken:
        raise RecordNotUsable(f"{NAME} is not JSON; this program did not write it.") from broken
    if not isinstance(said, dict) or said.get("format") != FORM:
        raise RecordNotUsable(
            f"{NAME} is of a kind this version does not know. Use a newer version, or add the "
            "exhibits one by one (rainbook add)."
        )
    settings = _texts(said, "settings")
    made = Record(
        _text(said, "version"),
        _text(said, "as_of"),
        tuple(_list(said, "persons", str, MOST_EXHIBITS)),
        _text(said, "initials"),
        {name: value for name, value in settings.items() if name in SETTINGS},
        tuple(_original(one) for one in _list(said, "originals", dict, MOST_EXHIBITS)),
        tuple(_said(one) for one in _list(said, "decisions", dict, MOST_DECISIONS)),
    )
    if not made.originals:
        raise RecordNotUsable("This bundle gives no exhibits, so there is nothing to take in.")
    named = {s.what.person for s in made.decisions if isinstance(s.what, PersonNamed)}
    if not made.persons or not set(made.persons) <= named:
        raise RecordNotUsable(f"{NAME} does not name the persons the bundle is about.")
    return made


def _original(one: Mapping[str, Any]) -> From:
    sha256 = _text(one, "sha256")
    if not _SHA256.fullmatch(sha256):
        raise RecordNotUsable(f"{NAME} names an original by something that is no SHA-256.")
    exhibits = tuple(_exhibit(e) for e in _list(one, "exhibits", dict, MOST_EXHIBITS))
    if not exhibits or (len(exhibits) > 1 and any(e.whole for e in exhibits)):
        raise RecordNotUsable(f"{NAME} does not say what is given of {sha256[:8]}….")
    about = {k: _text(one, k) for k in ("received", "received_by", "came_from", "how", "own")}
    return From(sha256, _whole(one, "bytes"), _text(one, "name"), about, exhibits)


def _exhibit(one: Mapping[str, Any]) -> Given:
    whole, member = one.get("whole"), _text(one, "inside")
    readings, media = one.get("readings"), _texts(one, "media")
    if not isinstance(whole, bool) or not isinstance(readings, dict):
        raise RecordNotUsable(f"{NAME} does not say how an exhibit was read.")
    spans = "" if whole else _file(_text(one, "spans"))
    if not whole and member not in readings:
        raise RecordNotUsable(f"{NAME} does not say how an extract was read.")
    for file in media.values():
        _file(file)
    file = _file(_text(one, "file"))
    groups = tuple(_list(one, "groups", str, MOST_EXHIBITS))
    return Given(_text(one, "exhibit"), file, whole, member, readings, spans, media, groups)


def _file(name: str) -> str:
    if not _FILE.fullmatch(name):
        raise RecordNotUsable(f"{NAME} names a file that is no exhibit of this bundle.")
    return name


def _said(one: Mapping[str, Any]) -> Said:
    what, places = dict(_dict(one, "what")), {}
    for part in ("event", "other"):
        if isinstance(what.get(part), list):
            places[part] = _place(what[part])
            what[part] = part  # a stand-in until the record's new id is known
        elif what.get(part):
            raise RecordNotUsable(f"A decision in {NAME} names a record by no place.")
    decision = decision_from(what)
    if isinstance(decision, NEVER):
        raise RecordNotUsable(
            f"{NAME} holds a decision that never goes with a bundle: a bundle takes nothing back, "
            "settles nothing and keeps nothing back in the book it is taken into."
        )
    why, by, at = _text(one, "why"), _text(one, "by"), _text(one, "at")
    return Said(_whole(one, "number"), by, at, why, decision, places)


def _place(one: list[Any]) -> Place:
    fits = len(one) == 4 and isinstance(one[0], str) and isinstance(one[1], str)
    if not fits or type(one[2]) is not int or type(one[3]) is not int:
        raise RecordNotUsable(f"A decision in {NAME} names a record by no place.")
    return one[0], one[1], one[2], one[3]


def _text(of: Mapping[str, Any], key: str) -> str:
    found = of.get(key)
    if not isinstance(found, str) or len(found) > 1 << 20:
        raise RecordNotUsable(f"{NAME} is not whole: {key} is not a text.")
    return found


def _texts(of: Mapping[str, Any], key: str) -> dict[str, str]:
    found = _dict(of, key)
    if not all(isinstance(v, str) for v in found.values()):
        raise RecordNotUsable(f"{NAME} is not whole: {key} holds something that is no text.")
    return dict(found)


def _dict(of: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = of.get(key)
    if not isinstance(found, dict):
        raise RecordNotUsable(f"{NAME} is not whole: {key} is missing.")
    return found


def _list(of: Mapping[str, Any], key: str, kind: type, most: int) -> list[Any]:
    found = of.get(key)
    if not isinstance(found, list) or not all(isinstance(one, kind) for one in found):
        raise RecordNotUsable(f"{NAME} is not whole: {key} is missing.")
    if len(found) > most:
        raise RecordNotUsable(f"{NAME} holds more {key} than any bundle does ({most:,}).")
    return found


def _whole(of: Mapping[str, Any], key: str) -> int:
    found = of.get(key)
    if type(found) is not int or not 0 <= found < 1 << 53:
        raise RecordNotUsable(f"{NAME} is not whole: {key} is not a number.")
    return found


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of one of the bundle's tables, each cell as it was before a spreadsheet's
    apostrophe. Raises RecordNotUsable.
    """
    csv.field_size_limit(max(csv.field_size_limit(), LARGEST))  # one message may be long
    if path.stat().st_size > LARGEST_TABLE:
        raise RecordNotUsable(f"{path.name} is larger than any table that was ever written.")
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.DictReader(stream, restkey="", restval=""):
                added = row.get(ADDED) or ""
                yield {k: exact(v or "", k, added) for k, v in row.items() if k != ""}
    except (OSError, ValueError, csv.Error) as broken:
        raise RecordNotUsable(f"{path.name} cannot be read as a table.") from broken


def place_of(row: Mapping[str, str], files: Mapping[str, str]) -> Place | None:
    """Return where a line of the chronology lies in its original, None where that is not given.
    `files`: the original of each exhibit's file, for lines that do not name it because something
    in them was kept back. Raises RecordNotUsable.
    """
    try:
        original = row["original_sha256"] or files.get(row["file"], "")
        if not original or not row["byte_start"]:
            return None
        return original, row["inside"], int(row["byte_start"]), int(row["byte_end"])
    except (KeyError, ValueError) as broken:
        raise RecordNotUsable(f"A line of {LINES} does not say where it lies.") from broken


def lines_of(folder: Path, record: Record) -> list[Place]:
    """Return how the bundle names its records, from its chronology. Raises RecordNotUsable."""
    path = folder / LINES
    if not path.is_file():
        return []
    files = record.files()
    return [place for row in rows_of(path) if (place := place_of(row, files)) is not None]


def spans_of(path: Path) -> tuple[Span, ...]:
    """Return where the pieces of an extract lie. Raises RecordNotUsable."""
    columns = ("original_start", "original_end", "extract_start", "extract_end")
    found = []
    try:
        for row in rows_of(path):
            found.append([int(row[c]) for c in columns])
            if len(found) > MOST_SPANS:
                break
        return checked_spans(found)
    except (KeyError, ValueError, NotAnExtract) as broken:
        why = str(broken) if isinstance(broken, NotAnExtract) else "It is not a table of places."
        raise RecordNotUsable(f"{path.name} cannot be used. {why}") from broken
