"""A small case of invented people for the hand-over tests: real tables over tiny originals held in
memory.

The one thing a reader would get wrong: nothing here stands in for our code; `event` reads the cited
bytes again and takes them apart, just as the case does.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from rainbook import record
from rainbook.moment import instant

SAM, ASHA, MUM = "sam", "asha", "mum"
PEOPLE = (
    record.Person(ASHA, "Asha Khan", "complainant"),
    record.Person(SAM, "Sam Marsh", "suspect"),
    record.Person(MUM, "Nadia Khan", "other"),
)
NO_DOUBT = record.Warn(0)
# asked what must be kept back, the answer was: nothing
ASKED = record.Decided(
    900, "Asha Khan", "2024-06-01T10:00:00Z", "", record.Answered("keep-back", "no")
)
NUMBER = {SAM: "+44 7700 900123", ASHA: "+44 7700 900001", MUM: "+44 7700 900777"}


@dataclass
class Rec:
    """One record. `who` a key of NUMBER or a raw account; `thread` None = none."""

    at: str = "2024-03-03T14:05:00+00:00"
    words: str | None = "hello"
    who: str | None = SAM
    way: record.Way = record.Way.RECEIVED
    thread: str | None = "+44 7700 900123"
    kind: record.Kind = record.Kind.MESSAGE
    platform: str = "whatsapp"
    precision: record.Precision = record.Precision.SECOND
    second: str = ""  # another reading
    warnings: record.Warn = NO_DOUBT
    counted: bool = True
    why_not: str = ""
    guess: bool = False
    attachments: tuple[record.Attachment, ...] = ()
    state: record.State = record.State.NORMAL


@dataclass
class File:
    """One original: records, and what stands around them."""

    name: str
    records: Sequence[Rec]
    source: str = "whatsapp"
    problems: Sequence[record.Problem] = ()
    zipped: bool = False
    media: Mapping[str, bytes] = field(default_factory=dict)


@dataclass
class Made:
    case: record.CaseFile
    blobs: dict[str, bytes]

    def read(self, sha256: str) -> io.BytesIO:
        return io.BytesIO(self.blobs[sha256])


def _bytes_of(file: File) -> tuple[bytes, list[tuple[int, int]]]:
    text, spans = b"", []
    for place, one in enumerate(file.records):
        start = len(text)
        text += f"{place}|{one.words or ''}".encode("utf-8", "surrogatepass")
        spans.append((start, len(text)))
        text += b"\n"
    if not file.zipped:
        return text, spans
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr(zipfile.ZipInfo("chat.txt"), text)
        for name, content in file.media.items():
            container.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue(), spans


class Builder:
    """Lays records of several files into one table, as the case does."""

    def __init__(self, files: Sequence[File]) -> None:
        self.files, self.blobs = files, {}
        self.rows: list[tuple[Rec, int, int, int, int]] = []
        self.accounts: dict[record.Account, int] = {}
        self.threads: dict[str, int] = {}
        self.originals: list[record.Original] = []
        self.readings: dict[str, dict[str, str]] = {}
        self.problems: list[record.Problem] = []
        for index, one in enumerate(files):
            self._add(index, one)
        columns = {name: np.zeros(len(self.rows), kind) for name, kind in record.COLUMNS.items()}
        for row, place in enumerate(self.rows):
            for name, value in self._values(*place).items():
                columns[name][row] = value
        self.table = record.EventTable(
            columns=columns,
            originals=tuple(o.sha256 for o in self.originals),
            members=("chat.txt",),
            zones=("Europe/London",),
            accounts=tuple(self.accounts),
            threads=tuple(self.threads),
            readings=self.readings,
            problems=tuple(self.problems),
        )

    def _add(self, index: int, one: File) -> None:
        blob, spans = _bytes_of(one)
        sha = hashlib.sha256(blob).hexdigest()
        self.blobs[sha] = blob
        self.originals.append(
            record.Original(
                sha,
                len(blob),
                one.name,
                "2024-06-01T10:00:00Z",
                "Asha Khan",
                "her phone",
                "exported in the app to /home/asha/case/x.txt",
                "yes",
            )
        )
        self.readings[f"{sha}/chat.txt" if one.zipped else sha] = {"source": one.source}
        self.problems += [replace(p, original=sha) for p in one.problems]
        for seq, (rec, (start, end)) in enumerate(zip(one.records, spans, strict=True)):
            self.rows.append((rec, index, start, end, seq))

    def _values(self, rec: Rec, index: int, start: int, end: int, seq: int) -> dict[str, Any]:
        low = instant(rec.at) if rec.at else record.NO_TIME
        high = instant(rec.second) if rec.second else low
        actor = thread = -1
        if rec.who:
            account = record.Account(rec.platform, "phone", NUMBER.get(rec.who, rec.who))
            actor = self.accounts.setdefault(account, len(self.accounts))
        if rec.thread:
            thread = self.threads.setdefault(rec.thread, len(self.threads))
        return {
            "original": index,
            "member": 0 if self.files[index].zipped else -1,
            "start": start,
            "end": end,
            "kind": rec.kind,
            "way": rec.way,
            "state": rec.state,
            "duration": -1,
            "earliest": low,
            "latest": high,
            "sent": record.NO_TIME,
            "precision": rec.precision,
            "actor": actor,
            "thread": thread,
            "seq": seq,
            "warnings": int(rec.warnings),
        }

    def event(self, row: int) -> record.Event:
        """Read the cited bytes again."""
        rec, index, start, end, _ = self.rows[row]
        blob = self.blobs[self.table.originals[index]]
        if self.files[index].zipped:
            blob = zipfile.ZipFile(io.BytesIO(blob)).read("chat.txt")
        words = blob[start:end].decode("utf-8", "surrogatepass").split("|", 1)[1]
        actor = int(self.table.actor[row])
        low, high = int(self.table.earliest[row]), int(self.table.latest[row])
        moment = record.Moment(
            None if low == record.NO_TIME else low,
            None if low == record.NO_TIME else high,
            f"[{rec.at}]",
            "Europe/London",
            readings=((low, low), (high, high)) if rec.second else (),
        )
        return record.Event(
            id=self.table.id_of(row),
            row=row,
            kind=rec.kind.name.lower(),
            way=rec.way.name.lower(),
            state=rec.state.name.lower(),
            call="not_a_call",
            duration=None,
            actor=None if actor < 0 else self.table.accounts[actor],
            thread=rec.thread,
            moment=moment,
            words=None if rec.words is None else words,
            attachments=rec.attachments,
            warnings=tuple(rec.warnings.names()),
            citation=record.Citation(
                self.table.originals[index], self.table.member_of(row), start, end
            ),
            source=self.files[index].source,
        )


def build(
    files: Sequence[File],
    decisions: Sequence[record.Decided] = (),
    findings: Sequence[record.Finding] = (),
    decisions_asked: bool = True,
    **changes: Any,
) -> Made:
    """Return the case of these files, with the bytes of its originals. `decisions_asked`: it was
    asked what must be kept back, and the answer was "nothing".
    """
    made = Builder(files)
    recs = [row[0] for row in made.rows]
    known = [next((i for i, p in enumerate(PEOPLE) if p.key == r.who), -1) for r in recs]
    person = [-1 if r.guess else k for r, k in zip(recs, known, strict=True)]
    guessed = [k if r.guess else -1 for r, k in zip(recs, known, strict=True)]
    guess = "whose account it is was guessed"
    why = {n: r.why_not or guess for n, r in enumerate(recs) if r.guess or not r.counted}
    base: dict[str, Any] = {
        "table": made.table,
        "originals": tuple(made.originals),
        "people": PEOPLE,
        "person_of": np.array(person, np.int32),
        "guessed_of": np.array(guessed, np.int32),
        "basis_of": tuple(
            "guess" if r.guess else "own number" if k >= 0 else ""
            for r, k in zip(recs, known, strict=True)
        ),
        "counted": np.array([n not in why for n in range(len(recs))], bool),
        "why_not": why,
        "way": made.table.way,
        "incidents": incidents(recs, person),
        "decisions": (*decisions, ASKED) if decisions_asked else tuple(decisions),
        "orders": (),
        "settings": {"session_gap_minutes": "60"},
        "zone": "Europe/London",
        "as_of": "2024-06-02T09:00:00Z",
        "event": made.event,
        "findings": tuple(findings),
    }
    return Made(record.CaseFile(**{**base, **changes}), made.blobs)


def incidents(recs: Sequence[Rec], person: Sequence[int]) -> tuple[record.Incident, ...]:
    """One incident for each counted act of Sam with a time, and one for each of his days."""
    found: list[record.Incident] = []
    for row, rec in enumerate(recs):
        if PEOPLE[person[row]].key == SAM and person[row] >= 0 and rec.at and rec.counted:
            at, day = instant(rec.at), rec.at[:10]
            found.append(record.Incident(SAM, "each act", (row,), at, at, day))
            if not any(i.day == day and i.grouping == "calendar day" for i in found):
                found.append(record.Incident(SAM, "calendar day", (row,), at, at, day))
    return tuple(found)
