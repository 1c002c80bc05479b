"""What is kept of feedback: text, page, day. Nothing else, and nothing is sent.

The one thing a reader would get wrong: the text is kept exactly as typed, whatever is in it; what
protects a spreadsheet or a screen is done when it is taken out.
"""

from __future__ import annotations

import ast
import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path

import pytest

from rainbook.web.feedback import Entry, FeedbackNotKept, Kept, store
from rainbook.web.feedback.store import FeedbackNotRead, as_csv, as_lines

DAY = date(2026, 11, 22)
HOSTILE = '<script>alert(1)</script>\n{"text":"x"}\r=1+1\u202egnp\x00\t"\'"😀\u2028'
PACKAGE = Path(store.__file__).parent


def test_an_entry_is_text_page_and_day() -> None:
    assert [one.name for one in fields(Entry)] == ["text", "page", "day"]


def test_a_line_holds_nothing_else(tmp_path: Path) -> None:
    Kept(tmp_path).add("It is clear.", "help", DAY)
    line = (tmp_path / "feedback.jsonl").read_text(encoding="ascii")
    assert json.loads(line) == {"text": "It is clear.", "page": "help", "day": "2026-11-22"}


def test_the_files_time_is_the_beginning_of_the_day(tmp_path: Path) -> None:
    Kept(tmp_path).add("x", "")
    when = datetime.fromtimestamp((tmp_path / "feedback.jsonl").stat().st_mtime)
    assert (when.date(), when.hour, when.minute, when.second) == (date.today(), 0, 0, 0)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_only_this_account_reads_it(tmp_path: Path) -> None:
    Kept(tmp_path / "new").add("x", "")
    assert (tmp_path / "new").stat().st_mode & 0o77 == 0
    assert (tmp_path / "new" / "feedback.jsonl").stat().st_mode & 0o77 == 0


def test_a_hostile_text_is_kept_exactly(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.add(HOSTILE, "guide", DAY)
    kept.add("second", "guide", DAY)
    assert [one.text for one in kept.entries()] == [HOSTILE, "second"]


@pytest.mark.parametrize(("text", "cell"), [
    ("=1+1", "'=1+1"), ("+44", "'+44"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\\u0009=1"), ("  =1", "'  =1"), ("＝1", "'＝1"), ("fine", "fine"), ("a=1", "a=1"),
    ("a\u202eb", "a\\u202eb"), ("two\nlines", "two\nlines"), ('say "x"', 'say "x"'),
    ("\n=1", "'\n=1"),
])
def test_no_cell_is_worked_out_as_a_formula(text: str, cell: str) -> None:
    made = as_csv([Entry(text, "help", "2026-11-22")])
    rows = list(csv.reader(io.StringIO(made.removeprefix("\ufeff"), newline="")))
    assert rows == [["day", "page", "text"], ["2026-11-22", "help", cell]]


def test_lines_are_ascii_whatever_was_typed() -> None:
    made = as_lines([Entry(HOSTILE, "", "2026-11-22")])
    assert made.isascii() and made.count("\n") == 1
    assert json.loads(made)["text"] == HOSTILE


def test_old_entries_are_taken_away_and_the_rest_stays(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for day in (20, 21, 22):
        kept.add(f"of {day}", "help", date(2026, 11, day))
    assert kept.delete_before(date(2026, 11, 22)) == 2
    assert [one.text for one in kept.entries()] == ["of 22"]
    assert b"of 20" not in (tmp_path / "feedback.jsonl").read_bytes()
    assert kept.delete_before(date(2026, 11, 22)) == 0


@pytest.mark.parametrize("line", [
    "not json", "[]", '{"text":"x"}', '{"text":"x","page":"","day":"2026-11-22","name":"y"}',
    '{"text":1,"page":"","day":"2026-11-22"}', '{"text":"x","page":"","day":"today"}',
])
def test_a_file_that_is_not_ours_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "feedback.jsonl").write_text(line + "\n", encoding="ascii")
    with pytest.raises(FeedbackNotRead, match="not a file this program wrote"):
        Kept(tmp_path).entries()


def test_a_full_file_keeps_nothing_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "WHOLE", 100)
    kept = Kept(tmp_path)
    kept.add("x", "", DAY)
    with pytest.raises(FeedbackNotKept, match="no more room"):
        kept.add("x" * 100, "", DAY)
    assert len(kept.entries()) == 1


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="ascii")
    with pytest.raises(FeedbackNotKept, match="Nothing was kept"):
        Kept(tmp_path / "file").add("x", "")


def test_two_processes_do_not_mix_their_lines(tmp_path: Path) -> None:
    body = (
        "import sys; from pathlib import Path; from rainbook.web.feedback import Kept\n"
        "for n in range(60): Kept(Path(sys.argv[1])).add(sys.argv[2] * 3000 + str(n), 'help')"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", body, str(tmp_path), letter]) for letter in "ab"
    ]
    assert [one.wait(60) for one in running] == [0, 0]
    texts = [one.text for one in Kept(tmp_path).entries()]
    wanted = [letter * 3000 + str(n) for letter in "ab" for n in range(60)]
    assert sorted(texts) == sorted(wanted)
    assert [t for t in texts if t[0] == "a"] == wanted[:60], "in the order they were added"


def test_no_code_of_it_can_send_anything() -> None:
    sends = {"socket", "http", "urllib", "smtplib", "ssl", "asyncio", "requests", "httpx",
             "subprocess", "webbrowser", "ftplib"}
    sources = [*PACKAGE.glob("*.py"), PACKAGE.parent / "pages" / "feedback.py"]
    assert len(sources) > 5
    found = set()
    for source in sources:
        for node in ast.walk(ast.parse(source.read_bytes())):
            if isinstance(node, ast.Import):
                found |= {one.name.split(".")[0] for one in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add(str(node.module).split(".")[0])
    assert found & sends == set()
