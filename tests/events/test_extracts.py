"""An extract is read record by record, each as its original was.

The one thing a reader would get wrong: the same bytes give the same record; what lay between two
records is not there, and a record that no longer reads is a Problem.
"""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from rainbook.events.extracts import (
    NOTE,
    TEXT,
    Extract,
    NotAnExtract,
    checked_spans,
    note_of,
    write_extract,
)
from rainbook.events.reading import accounted, read
from rainbook.events.shown import event_of
from rainbook.events.sources.interface import Asked
from rainbook.record import EventTable, join

ORIGINAL, SEALED = "5" * 64, "6" * 64
SMS = b"""<?xml version='1.0' encoding='UTF-8' ?>
<smses count="3">
  <sms address="+447700900317" date="1711440000000" type="1" body="It is me" />
  <sms address="+447700900999" date="1711443600000" type="1" body="soup on Sunday" />
  <sms address="+447700900317" date="1711447200000" type="2" body="Leave me alone" />
</smses>
"""
CHAT = """24/03/2024, 18:40 - Sam Okafor: Please stop.
24/03/2024, 23:41 - Alex Reed: No.
you cannot
25/03/2024, 07:02 - Alex Reed: IMG-20240325-WA0001.jpg (file attached)
"""
DIARY = b"Date,Time,What happened\n27/03/2024,09:00,Alex stood there\n28/03/2024,,Dentist\n"
JPEG = b"\xff\xd8\xff\xe0 a picture"
SOURCES = ("sms_backup", "whatsapp", "diary_csv")


def whole(data: bytes, name: str) -> EventTable:
    return join(list(read(io.BytesIO(data), ORIGINAL, name, Asked())))


def extract_of(
    data: bytes, name: str, rows: list[int], media: dict[str, bytes] | None = None
) -> tuple[bytes, EventTable]:
    """Return the zip of an extract of some rows, and the table of the original."""
    table = whole(data, name)
    spans, text = [], b""
    for row in rows:
        low, high = int(table.start[row]), int(table.end[row])
        text += b"\n" if text else b""
        spans.append((low, high, len(text), len(text) + high - low))
        text += data[low:high]
    said = Extract(ORIGINAL, name, len(data), "", table.readings[ORIGINAL], tuple(spans))
    out = io.BytesIO()
    held = [(path, io.BytesIO(content)) for path, content in (media or {}).items()]
    write_extract(out, said, io.BytesIO(text), held)
    return out.getvalue(), table


def said(table: EventTable, row: int, data: bytes) -> tuple[Any, ...]:
    """Return what a row says, without where it stands."""

    def fetch(_: str, member: str | None, start: int, end: int) -> bytes:
        held = data if member is None else zipfile.ZipFile(io.BytesIO(data)).read(member)
        return held[start:end]

    one = event_of(table, row, fetch)
    names = [a.name for a in one.attachments]
    return one.kind, one.way, one.moment, one.words, one.actor, one.thread, one.warnings, names


FILES: dict[str, tuple[bytes, str, list[int]]] = {
    "two texts of three": (SMS, "sms.xml", [0, 2]),
    "a message of two lines": (CHAT.encode(), "WhatsApp Chat with Alex Reed.txt", [1]),
    "the same with other line ends": (
        CHAT.replace("\n", "\r\n").encode(),
        "WhatsApp Chat with Alex Reed.txt",
        [0, 1],
    ),
    "one entry of a diary": (DIARY, "diary.csv", [0]),
    "the last entry": (DIARY, "diary.csv", [1]),
}


@pytest.mark.parametrize("case", FILES)
def test_each_record_says_what_it_said_in_its_original(case: str) -> None:
    data, name, rows = FILES[case]
    packed, original = extract_of(data, name, rows)
    tables = list(read(io.BytesIO(packed), SEALED, "AB2-extract.zip", Asked()))
    made = join(tables)
    assert len(made) == len(rows)
    found = [said(made, n, packed) for n in range(len(rows))]
    assert found == [said(original, row, data) for row in rows]
    assert made.problems == ()
    members = zipfile.ZipFile(io.BytesIO(packed)).infolist()
    counted = accounted(tables, sum(m.file_size for m in members))
    assert (counted.bytes, counted.twice) == (counted.of, 0)


def test_the_same_extract_has_the_same_bytes() -> None:
    assert extract_of(SMS, "sms.xml", [0])[0] == extract_of(SMS, "sms.xml", [0])[0]


def test_a_picture_sent_with_a_record_is_found_beside_it() -> None:
    packed_chat = io.BytesIO()
    with zipfile.ZipFile(packed_chat, "w") as made:
        made.writestr("_chat.txt", CHAT)
        made.writestr("IMG-20240325-WA0001.jpg", JPEG)
    table = whole(packed_chat.getvalue(), "WhatsApp Chat with Alex Reed.zip")
    reading = table.readings[f"{ORIGINAL}/_chat.txt"]
    low, high = int(table.start[2]), int(table.end[2])
    text = CHAT.encode()[low:high]
    note = Extract(ORIGINAL, "x.zip", 9_999, "_chat.txt", reading, ((low, high, 0, high - low),))
    out = io.BytesIO()
    media = [("IMG-20240325-WA0001.jpg", io.BytesIO(JPEG)), ("stray.bin", io.BytesIO(b"?"))]
    write_extract(out, note, io.BytesIO(text), media)
    made = join(list(read(io.BytesIO(out.getvalue()), SEALED, "AB1-extract.zip", Asked())))
    assert [p.code for p in made.problems] == ["not_read"]
    assert ("IMG-20240325-WA0001.jpg", len(JPEG)) in {(w.path, w.end) for w in made.wrappings}


def changed(packed: bytes, note: Any = None, text: bytes | None = None) -> bytes:
    """Return the zip with another note or text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w") as new:
        raw = json.loads(old.read(NOTE))
        raw = note(raw) if note else raw
        new.writestr(NOTE, raw if isinstance(raw, bytes) else json.dumps(raw))
        new.writestr(TEXT, old.read(TEXT) if text is None else text)
    return out.getvalue()


def problems(packed: bytes) -> tuple[int, list[str]]:
    made = join(list(read(io.BytesIO(packed), SEALED, "AB2-extract.zip", Asked())))
    return len(made), [p.code for p in made.problems]


def test_a_record_in_which_something_was_kept_back_reads_or_is_a_problem() -> None:
    packed, _ = extract_of(SMS, "sms.xml", [0, 2])
    with zipfile.ZipFile(io.BytesIO(packed)) as held:
        text = held.read(TEXT)
    # inside the words it still reads; over the quotation marks it does not
    assert problems(changed(packed, text=text.replace(b"It is me", b"########"))) == (2, [])
    assert problems(changed(packed, text=text.replace(b'body="', b"######"))) == (
        0,
        ["extract_unread", "extract_unread"],
    )


def test_bytes_no_place_names_and_a_cut_are_said() -> None:
    packed, _ = extract_of(SMS, "sms.xml", [0, 2])
    with zipfile.ZipFile(io.BytesIO(packed)) as held:
        text = held.read(TEXT)
    assert problems(changed(packed, text=text + b"more")) == (2, ["extract_not_named"])
    cut = problems(changed(packed, text=text[:-3]))
    assert cut[0] == 1
    assert "extract_cut" in cut[1]


def put(**new: Any) -> Any:
    return lambda note: {**note, **new}


NOTES: dict[str, Any] = {
    "not JSON": lambda _: b"{",
    "a list": lambda _: [],
    "deep": lambda _: b"[" * 100_000,
    "another format": put(format="rainbook extract 9"),
    "no original": put(original="x"),
    "a size that is a text": put(size="9"),
    "a reader there is not": put(reading={"source": "os"}),
    "an encoding that is code": put(reading={"source": "diary_csv", "encoding": "unicode_escape"}),
    "a reading with a number in it": put(reading={"source": "sms_backup", "zone": 1}),
    "a reading that is too long": put(reading={"source": "sms_backup", "x": "y" * (1 << 21)}),
    "places over each other": put(spans=[[0, 9, 0, 9], [5, 12, 10, 17]]),
    "a place behind the end": put(spans=[[0, 9_999_999, 0, 9]]),
    "three numbers": put(spans=[[0, 9, 0]]),
    "true and false": put(spans=[[False, True, False, True]]),
    "a fraction": put(spans=[[0, 1.5, 0, 1]]),
    "groups that are no texts": put(groups=[1]),
    "below nought": put(spans=[[-9, 0, 0, 9]]),
}


@pytest.mark.parametrize("case", NOTES)
def test_a_hostile_note_is_a_problem_and_nothing_is_read(case: str) -> None:
    packed, _ = extract_of(SMS, "sms.xml", [0])
    assert problems(changed(packed, NOTES[case])) == (0, ["extract_note"])


def test_a_thread_the_note_calls_a_group_is_one() -> None:
    packed, _ = extract_of(CHAT.encode(), "WhatsApp Chat with Alex Reed.txt", [0, 1])
    for groups, marked in (["Alex Reed"], [1, 1]), (["Another"], [0, 0]):
        told = changed(packed, put(groups=groups))
        made = join(list(read(io.BytesIO(told), SEALED, "AB2-extract.zip", Asked())))
        assert made.group.tolist() == marked


def test_a_reading_that_lacks_what_its_reader_needs_is_a_problem() -> None:
    packed, _ = extract_of(DIARY, "diary.csv", [0])
    assert problems(changed(packed, put(reading={"source": "diary_csv"}))) == (
        0,
        ["extract_unread"],
    )


def test_a_million_places_and_one_more_are_refused() -> None:
    with pytest.raises(NotAnExtract, match="at most 1,000,000"):
        checked_spans([[n, n + 1, n, n + 1] for n in range(1_000_001)])


def test_a_note_is_read_as_it_was_written() -> None:
    packed, table = extract_of(SMS, "sms.xml", [1])
    with zipfile.ZipFile(io.BytesIO(packed)) as held:
        note = note_of(held.read(NOTE), SOURCES)
    low, high = int(table.start[1]), int(table.end[1])
    assert note.spans == ((low, high, 0, high - low),)
    assert note.reading["source"] == "sms_backup"
