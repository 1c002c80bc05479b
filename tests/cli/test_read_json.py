"""The stable form of `rainbook read FILE --json`, held against docs/read-json.md on every file; and
the keys of `rainbook look --json`.

The one thing a reader would get wrong: the closed lists are read from the document, so that the
document cannot fall behind.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rainbook.case import case_json, event_json, open_book, problem_json, read_file
from rainbook.case.example import PASSPHRASE
from rainbook.record import (
    Call,
    ClauseCheck,
    DateCard,
    ElementLine,
    Kind,
    Line,
    Matrix,
    State,
    Warn,
    Way,
)

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = Path(str(files("rainbook") / "example"))
SPECIMENS = sorted(
    p for p in [*(ROOT / "tests/specimens").glob("*/*"), *EXAMPLE.iterdir()]
    if p.is_file() and not p.name.endswith((".expected.jsonl", "ABOUT.txt", "decisions.json"))
)
EVENT = {"id", "kind", "way", "actor", "when", "words", "attachments", "state", "call", "duration",
         "warnings", "thread", "source", "more", "citation"}
ATTACHMENT = {"name", "path", "size", "sha256", "media_type"}
CONTRACT = ("kind", "way", "actor", "when", "words", "attachments", "state", "warnings", "citation")
ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3}|\.\d{6})?[+-]\d\d:\d\d")
HEX = re.compile("[0-9a-f]{64}")


@pytest.fixture(scope="module")
def document() -> str:
    return (ROOT / "docs/read-json.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def closed(document: str) -> dict[str, set[str]]:
    """Return each closed list of the document by its name."""
    found = re.findall(r"^(kinds|ways|states|calls|doubts): (.*(?:\n.+)*)", document, re.M)
    return {name: set(re.findall(r"`(\w+)`", listed)) for name, listed in found}


def test_the_lists_in_the_document_are_the_lists_in_the_record(
    closed: dict[str, set[str]]
) -> None:
    ours = {"kinds": Kind, "ways": Way, "states": State, "calls": Call, "doubts": Warn}
    names = {name: {m.name.lower() for m in kind if m.name} for name, kind in ours.items()}
    names["calls"].discard("not_a_call")
    assert closed == names


def test_the_document_speaks_of_every_key(document: str) -> None:
    keys = {*EVENT, "as_written", "earliest", "latest", "zone", "assumed", "readings", "problems",
            "accounted", "wrapping", "original", "size", "start", "end", "path", "media_type"}
    assert {key for key in keys if not re.search(rf"\b{key}\b", document)} == set()


def time_is_sound(written: str | None, zone: str) -> bool:
    """Return whether a time is ISO 8601 with the offset its zone had then (or is not there)."""
    if written is None:
        return True
    read = datetime.fromisoformat(written)
    local = read.astimezone(ZoneInfo(zone))
    return bool(ISO.fullmatch(written)) and read.utcoffset() == local.utcoffset()


def wrong_in_event(line: dict[str, Any], closed: dict[str, set[str]], sha256: str) -> list[str]:
    """Return what in an event's line is not as the document says."""
    when, cited = line["when"], line["citation"]
    ends = [when["earliest"], when["latest"], *(end for pair in when["readings"] for end in pair)]
    checks = {
        "keys": set(line) == EVENT and set(when) == {
            "as_written", "earliest", "latest", "zone", "assumed", "readings"},
        "id": bool(re.fullmatch("[0-9a-f]{16}", line["id"])),
        "kind": line["kind"] in closed["kinds"], "way": line["way"] in closed["ways"],
        "state": line["state"] in closed["states"],
        "call": line["call"] is None or line["call"] in closed["calls"],
        "duration": line["duration"] is None or line["duration"] >= 0,
        "warnings": set(line["warnings"]) <= closed["doubts"],
        "texts": all(isinstance(line[k], str | None) for k in ("actor", "words", "thread")),
        "written": isinstance(when["as_written"], str) and isinstance(when["assumed"], list),
        "times": all(time_is_sound(end, when["zone"]) for end in ends),
        "order": when["earliest"] is None or (
            datetime.fromisoformat(when["earliest"]) <= datetime.fromisoformat(when["latest"])),
        "attachments": all(set(a) == ATTACHMENT for a in line["attachments"]),
        "citation": set(cited) == {"original", "path", "start", "end"}
        and cited["original"] == sha256 and 0 <= cited["start"] < cited["end"],
        "more": isinstance(line["more"], dict), "source": bool(line["source"]),
    }
    return [name for name, sound in checks.items() if not sound]


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_every_line_of_every_file_is_as_the_document_says(
    path: Path, closed: dict[str, set[str]]
) -> None:
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    glance = read_file(path)
    try:
        events = [json.loads(json.dumps(event_json(e))) for e in glance.events()]
        problems = [problem_json(p) for p in glance.problems]
        reached = glance.accounted
    finally:
        glance.close()
    assert {n: w for n, e in enumerate(events) if (w := wrong_in_event(e, closed, sha256))} == {}
    places = [(e["citation"]["path"], e["citation"]["start"]) for e in events]
    assert places == sorted(places, key=lambda p: p[1]) or len({p for p, _ in places}) > 1
    assert all(set(p) == {"code", "sentence", "original", "path", "start", "end", "unknown"}
               and p["original"] == sha256 and p["sentence"].endswith((".", "?")) for p in problems)
    assert (reached.bytes, reached.twice) == (reached.of, 0)
    assert events or problems


def test_the_command_prints_exactly_these_lines(rainbook: Callable[..., Any]) -> None:
    path = EXAMPLE / "sms-20240603.xml"
    ran = rainbook("read", path, "--json")
    assert (ran.code, ran.err, ran.out.isascii()) == (0, "", True)
    *events, last = ran.lines()
    assert len(events) == 27
    assert all(list(e).index("kind") >= 0 and set(CONTRACT) <= set(e) for e in events)
    assert last == {
        "problems": [], "accounted": {"bytes": path.stat().st_size, "of": path.stat().st_size},
        "wrapping": last["wrapping"], "original": hashlib.sha256(path.read_bytes()).hexdigest(),
        "size": path.stat().st_size,
    }
    assert rainbook("read", path, "--json").out == ran.out


def test_a_checker_that_finds_nothing_would_be_worthless(closed: dict[str, set[str]]) -> None:
    """Each of these is one fault in a sound line."""
    glance = read_file(EXAMPLE / "diary.csv")
    try:
        sound = json.loads(json.dumps(event_json(next(iter(glance.events())))))
    finally:
        glance.close()
    sha256 = sound["citation"]["original"]
    assert wrong_in_event(sound, closed, sha256) == []
    faults: list[tuple[str, str, Any]] = [
        ("", "kind", "stalking"), ("", "way", "in"), ("", "state", "ok"), ("", "words", 5),
        ("", "warnings", ["odd"]), ("when", "earliest", "2024-07-01T10:00:00+00:00"),
        ("when", "latest", "1999-01-01T10:00:00+00:00"), ("when", "zone", "America/New_York"),
        ("citation", "end", 0), ("citation", "original", "00"), ("", "extra", 1),
    ]
    for part, key, value in faults:
        line = json.loads(json.dumps(sound))
        (line[part] if part else line)[key] = value
        assert wrong_in_event(line, closed, sha256), (part, key)


CASE = {"as_of", "zone", "events", "people", "occasions", "findings", "decisions", "originals",
        "problems", "removed_later", "matrices", "clauses", "notes", "until"}
LINE = {"text", "events", "decisions"}
FINDING = {"sign", "person", "outcome", "sentence", "supports", "against", "limits", "law",
           "figures"}
MATRIX = {"person", "jurisdiction", "name", "as_of", "note", "threats", "card", "elements",
          "limits"}
ELEMENT = {"element", "route", "bears", "weakens", "gaps"}
CARD = {"sentence", "day", "events", "decisions", "source"}
CLAUSE = {"person", "order", "kind", "clause", "words", "event", "answer", "line"}


def test_the_document_speaks_of_every_key_of_what_is_known(document: str) -> None:
    part = document[document.index("`rainbook look --json`"):]
    keys = CASE | LINE | FINDING | MATRIX | ELEMENT | CARD | CLAUSE
    asked = {"read_first", "refusals_proposed"}
    assert {key for key in keys | asked if f"`{key}`" not in part} == set()


def test_what_is_known_has_exactly_the_keys_of_the_document(
    opened: Callable[..., Any], book: Path
) -> None:
    (known,) = opened("look", "--json").lines()
    assert set(known) == CASE
    assert {frozenset(f) for f in known["findings"]} == {frozenset(FINDING)}
    lines = [line for f in known["findings"] for line in f["supports"]]
    assert {frozenset(line) for line in [*lines, *known["notes"]]} == {frozenset(LINE)}
    assert all(re.fullmatch("[0-9a-f]{16}", e) for line in lines for e in line["events"])
    (more,) = opened("look", "--json", "--read-first", "--refusals").lines()
    assert set(more) == CASE | {"read_first", "refusals_proposed"}


def test_the_law_and_the_orders_cite_events_by_their_id(book: Path) -> None:
    """One line of each kind, about the first rows of the example."""
    line = Line("Two are on record.", (0, 1), (22,))
    element = ElementLine({"id": "s7_3"}, "(i)", (line,), (), (Line("No impact is recorded."),))
    card = DateCard("Six months.", "2024-12-02", (1,), "Baker", (5,))
    matrix = Matrix("alex", "ew", "England", "2015", "Old.", (line,), (card,), (element,), ())
    clause = ClauseCheck("alex", 9, "a notice", "1", "No contact.", 1, "possible breach", line)
    with open_book(book, PASSPHRASE, "owner", read_only=True) as one:
        case = one.file()
        first, second = case.table.id_of(0), case.table.id_of(1)
        known = case_json(replace(case, matrices=(matrix,), clauses=(clause,), until="2024-03-24"))
    cited = {"text": "Two are on record.", "events": [first, second], "decisions": [22]}
    gap = {"text": "No impact is recorded.", "events": [], "decisions": []}
    assert known["matrices"] == [{
        "person": "alex", "jurisdiction": "ew", "name": "England", "as_of": "2015", "note": "Old.",
        "threats": [cited], "limits": [],
        "card": [{"sentence": "Six months.", "day": "2024-12-02", "events": [second],
                  "decisions": [5], "source": "Baker"}],
        "elements": [{"element": {"id": "s7_3"}, "route": "(i)", "bears": [cited], "weakens": [],
                      "gaps": [gap]}],
    }]
    assert known["clauses"] == [{
        "person": "alex", "order": 9, "kind": "a notice", "clause": "1", "words": "No contact.",
        "event": second, "answer": "possible breach", "line": cited}]
    assert known["until"] == "2024-03-24"
