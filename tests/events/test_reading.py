"""Which source reads a file: exactly one, or it is said why not; and every byte is counted once."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest

from rainbook.case import FileNotOpened, read_file
from rainbook.events import reading
from rainbook.events.containers import Plain, open_original
from rainbook.events.reading import accounted, claimants, read_opened
from rainbook.events.sources.interface import Asked, Draft, Material, Rows
from rainbook.record import EventTable, Problem, Wrapping, join
from tests.events.made_chats import ORIGINAL, android, read_chat, read_tables, zipped
from tests.events.reading_back import EXPORTS, SPECIMENS, specimens

CHAT = android("09:00 Alex: one", "09:01 Sam: two")


@pytest.mark.parametrize("folder", sorted(p.name for p in SPECIMENS.iterdir()))
def test_each_specimen_is_claimed_by_its_own_source_alone(folder: str) -> None:
    for path in specimens(folder):
        if path.suffix == ".zip":
            continue
        data = path.read_bytes()
        plain = Plain(ORIGINAL, path.name, len(data), io.BytesIO(data))
        assert [s.name for s in claimants(plain)] == [folder], path.name


NOT_READ = [
    # the first bytes, what the sentence says
    (b"", "empty"), (b"SQLite format 3\x00" + b"\x00" * 90, "database from a phone"),
    (CHAT.encode("utf-16"), "UTF-16"), (CHAT.encode("utf-16-be"), ""),
    (b"\xfe\xff" + CHAT.encode("utf-16-be"), "UTF-16"), (b"%PDF-1.7\n", "PDF"),
    (b"\xff\xd8\xff\xe0", "picture"), (b"\x89PNG\r\n\x1a\n", "picture"), (b"GIF89a", "picture"),
    (b"RIFF\x00\x00\x00\x00WEBP", "picture"), (b"\x00\x00\x00\x18ftypheic", "picture"),
    (b"\x00\x00\x00\x18ftypmp42", "recording"), (b"OggS", "recording"), (b"ID3\x04", "recording"),
    (b'{"participants": [{"name": "Alex"}], "messages": []}', "Facebook or Instagram"),
    (b'{\n "messages": [{"sender_name": "Alex"}]}', "Facebook or Instagram"),
    (b'{"name": "Alex", "type": "personal_chat", "id": 1, "messages": []}', "Telegram"),
    (b'{"about": "", "personal_information": {}}', "Telegram"),
    (b'\xef\xbb\xbf{"a": 1}', "JSON"), (b"[1, 2]", "JSON"),
    (b"<!DOCTYPE html>\n<title>x</title>", "web page"), (b"<html><body>", "web page"),
    (b"hello\n", "No reader knows"), (b"\x00" * 100, "No reader knows"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "says"), NOT_READ)
def test_a_file_nobody_reads_is_named_and_kept(data: bytes, says: str) -> None:
    chat = read_chat(data, "export.bin")
    (problem,) = chat.problems
    assert (chat.events, problem.start, problem.end) == ([], 0, len(data))
    assert problem.code == ("no_reader" if data else "empty_file")
    assert says in problem.sentence


class Greedy:
    """A source that claims everything and reads each byte as a record of its own."""

    name, title = "greedy", "Anything at all"

    def claims(self, head: bytes, name: str) -> bool:
        return True

    def read(self, material: Material, asked: Asked) -> Iterator[EventTable]:
        rows = Rows(material, {"source": self.name})
        for start in range(material.size):
            rows.add(Draft(), start, start + 1)
            yield rows.table()
            if start == 2:
                raise EOFError("the file stops")

    def reread(self, span: bytes, reading: Mapping[str, str]) -> Draft:
        return Draft()


def test_two_claims_are_said_plainly_and_neither_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    both = (Greedy(), *reading.sources())
    monkeypatch.setattr(reading, "sources", lambda: both)
    chat = read_chat(CHAT)
    assert (chat.events, chat.codes) == ([], ["two_readers"])
    assert "Anything at all and WhatsApp chat export" in chat.problems[0].sentence


def test_what_was_read_before_a_file_breaks_stays_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "sources", lambda: (Greedy(),))
    opened = open_original(io.BytesIO(b"abcdefgh"), ORIGINAL, "x")
    tables = list(read_opened(opened, Asked()))
    made = join(tables)
    assert len(made) == 3
    assert [(p.code, p.start, p.end) for p in made.problems] == [("damaged", 3, 8)]
    assert accounted(tables, 8).bytes == 8


def test_a_chat_saved_with_other_line_ends_and_a_mark_is_still_a_chat() -> None:
    chat = read_chat("\ufeff" + CHAT.replace("\n", "\r\n"))
    assert chat.said == [("Alex", "one"), ("Sam", "two")]


Spans = list[tuple[int, int]]


def table(rows: Spans, wrappings: Spans = [], problems: Spans = []) -> EventTable:  # noqa: B006
    made = Rows(Plain(ORIGINAL, "x", 100, io.BytesIO()), {"source": "x"})
    for start, end in rows:
        made.add(Draft(), start, end)
    for start, end in wrappings:
        made.wrapping(start, end, "x")
    for start, end in problems:
        made.problem("x", "x", start, end)
    return made.table()


COUNTED = [
    # rows, wrappings, problems: accounted for, counted twice
    ([(0, 10)], [], [], 10, 0), ([(0, 5), (5, 10)], [], [], 10, 0), ([], [], [], 0, 0),
    ([(0, 5)], [(5, 10)], [], 10, 0), ([(0, 5)], [], [(5, 10)], 10, 0),
    ([(0, 6), (5, 10)], [], [], 10, 1), ([(0, 10), (2, 4)], [], [], 10, 2),
    ([(0, 10), (2, 4), (3, 5)], [], [], 10, 4), ([(0, 3), (6, 10)], [], [], 7, 0),
    ([(0, 10), (0, 10)], [], [], 10, 10), ([(3, 10)], [(0, 4)], [], 10, 1),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "wrappings", "problems", "once", "twice"), COUNTED)
def test_bytes_are_counted_once(
    rows: Spans, wrappings: Spans, problems: Spans, once: int, twice: int
) -> None:
    found = accounted([table(rows, wrappings, problems)], 10)
    assert (found.bytes, found.of, found.twice) == (once, 10, twice)


def test_members_are_counted_apart() -> None:
    chat = read_chat(zipped({"a.txt": CHAT, "b.txt": CHAT}))
    merged = [join(chat.tables)]
    assert accounted(merged, 2 * len(CHAT)).bytes == 2 * len(CHAT)
    assert accounted(merged, 2 * len(CHAT)).twice == 0


def test_a_problem_without_a_place_counts_no_bytes() -> None:
    made = Rows(Plain(ORIGINAL, "x", 100, io.BytesIO()), {"source": "x"})
    made.problem("x", "x")
    assert accounted([made.table(), table([(0, 5)])], 5).bytes == 5


def test_every_byte_of_other_projects_exports_is_accounted_for() -> None:
    if not EXPORTS.exists():
        pytest.skip("the shared fixtures are not on this machine")
    read = 0
    for path in sorted(p for p in EXPORTS.rglob("*") if p.is_file()):
        _, tables = read_tables(path.read_bytes(), path.name)
        read += bool(sum(map(len, tables)))
    assert read >= 20


def test_read_file_shows_what_a_file_holds(tmp_path: Path) -> None:
    path = tmp_path / "WhatsApp Chat with Alex.txt"
    path.write_bytes(CHAT.encode())
    glance = read_file(path)
    assert [(e.actor and e.actor.raw, e.words) for e in glance.events()] == [
        ("Alex", "one"), ("Sam", "two"),
    ]  # fmt: skip
    assert (glance.problems, glance.wrappings) == ((), ())
    assert (glance.accounted.bytes, glance.accounted.of) == (len(CHAT), len(CHAT))
    glance.close()


def test_read_file_reads_a_zip_as_it_came(tmp_path: Path) -> None:
    path = tmp_path / "WhatsApp Chat - Alex.zip"
    path.write_bytes(zipped({"_chat.txt": CHAT, "é🙂.jpg": b"\xff\xd8\xff"}))
    glance = read_file(path)
    assert [e.words for e in glance.events()] == ["one", "two"]
    assert [(p.code, p.path) for p in glance.problems] == [("not_read", "é🙂.jpg")]
    glance.close()


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_what_cannot_be_opened_is_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileNotOpened, match=r"could not be opened|folder"):
        read_file(tmp_path / name)


def test_a_file_this_person_may_not_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_bytes(b"x")
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        with pytest.raises(FileNotOpened):
            read_file(path)
    else:
        pytest.skip("this account may read every file")


def test_wrappings_and_problems_know_their_member() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "\ufeffMy chat\n" + CHAT)
    chat = read_chat(made.getvalue())
    assert chat.wrappings == (Wrapping("a.txt", 0, 3, "byte order mark"),)
    assert [(p.code, p.path, p.start, p.end) for p in chat.problems] == [
        ("before_first_record", "a.txt", 3, 11)
    ]
    assert all(isinstance(p, Problem) for p in chat.problems)
    assert np.unique(chat.tables[0].member).tolist() == [0]
