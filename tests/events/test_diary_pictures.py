"""A diary in a zip may name the photo that lies beside it; nothing else is taken for one."""

from __future__ import annotations

import io
import zipfile

import pytest

from rainbook.events.containers import open_original
from rainbook.events.reading import accounted, read_opened
from rainbook.events.shown import event_of
from rainbook.events.sources.interface import Asked
from rainbook.record import Event, EventTable, join

DIARY = "Date,What happened,Photos\r\n3 March 2024,The card.,{}\r\n"
CHAT = b"03/03/2024, 18:00 - Alex Reed: hello\n03/03/2024, 18:01 - Sam: no\n"
PNG = b"\x89PNG\r\n\x1a\n picture"

# what the diary names, what lies beside it -> whether it is the entry's photo
CASES = (
    ("photo-1.png", {"photo-1.png": PNG}, True),
    (" Photo.JPG ", {"Photo.JPG": PNG}, True),
    ("photo-1.png", {"deeper/photo-1.png": PNG}, False),
    ("photo-2.png", {"photo-1.png": PNG}, False),
    ("", {"photo-1.png": PNG}, False),
    ("../photo-1.png", {"photo-1.png": PNG}, False),
    ("a.txt", {"a.txt": CHAT}, False),
)


def _read(named: str, beside: dict[str, bytes]) -> tuple[EventTable, list[Event], int]:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as held:
        held.writestr("notes.csv", DIARY.format(named))
        for path, data in beside.items():
            held.writestr(path, data)
    opened = open_original(made, "0" * 64, "notes.zip")
    table = join(list(read_opened(opened, Asked())))
    members = {m.path: m for m in opened.materials}
    events = [
        event_of(table, row, lambda _, path, s, e: members[path].read_at(s, e - s))
        for row in range(len(table))
    ]
    return table, events, opened.size


@pytest.mark.parametrize(("named", "beside", "taken"), CASES)
def test_which_file_is_the_photo_of_an_entry(
    named: str, beside: dict[str, bytes], taken: bool
) -> None:
    table, events, size = _read(named, beside)
    (entry,) = (e for e in events if e.kind == "diary")
    ((path, data),) = beside.items()
    found = [(a.name, a.path, a.size) for a in entry.attachments]
    assert found == ([(named.strip(), path, len(data))] if taken else [])
    assert [p.code for p in table.problems if p.path == path] == (
        [] if taken or path.endswith(".txt") else ["not_read"]
    )
    whole = accounted([table], size)
    assert (whole.bytes, whole.of, whole.twice) == (size, size, 0)


def test_an_export_that_a_diary_names_is_read_all_the_same() -> None:
    _, events, _ = _read("a.txt", {"a.txt": CHAT})
    assert sorted(e.words or "" for e in events) == ["The card.", "hello", "no"]
