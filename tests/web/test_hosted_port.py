"""The command `rainbook serve-guide` on a real port: slow clients, big ones, many; and its exports.

The one thing a reader would get wrong: the server is a process of its own, started as an
organisation starts it; what it prints is looked at too.
"""

from __future__ import annotations

import csv
import http.client
import io
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest

from rainbook.web.feedback import Kept
from rainbook.web.hosted import main

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 4.0


@dataclass
class Hosted:
    """A running guide."""

    port: int
    folder: Path
    process: subprocess.Popen[str]

    def ask(self, path: str, fields: dict[str, str] | None = None) -> tuple[int, str, str]:
        """Return status, Retry-After and text of one request of its own connection."""
        made = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            if fields is None:
                made.request("GET", path)
            else:
                made.request("POST", path, urlencode(fields), {
                    "Content-Type": "application/x-www-form-urlencoded",
                    "Origin": f"http://127.0.0.1:{self.port}"})
            answer = made.getresponse()
            return answer.status, answer.headers.get("Retry-After", ""), answer.read().decode()
        finally:
            made.close()


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[Hosted]:
    """Return a guide that runs on a free port until the test ends."""
    path = os.pathsep.join(p for p in (str(ROOT), os.environ.get("PYTHONPATH", "")) if p)
    folder = tmp_path / "said"
    process = subprocess.Popen(
        [sys.executable, "-m", "rainbook", "serve-guide", "--folder", str(folder), "--port", "0",
         "--seconds", str(SECONDS)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert process.stdout is not None
    try:
        said = process.stdout.readline()
        found = re.search(r"127\.0\.0\.1:(\d+)/", said)
        assert found, said + process.stdout.read()
        yield Hosted(int(found[1]), folder, process)
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()


def closed_after(port: int, first: bytes, then: bytes = b"", every: float = 0.2) -> float:
    """Return the seconds until the server closes a connection that sends bytes now and then."""
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=10) as made:
        made.sendall(first)
        made.settimeout(every)
        while time.monotonic() - began < 10:
            try:
                if then:
                    made.sendall(then)
                if not made.recv(1 << 16):
                    return time.monotonic() - began
            except TimeoutError:
                continue
            except OSError:
                return time.monotonic() - began
    raise AssertionError("it was never closed")


@pytest.mark.parametrize(("first", "then"), [
    (b"", b""),
    (b"GET /guide HTTP/1.1\r\nHost: x\r\n", b"X-A: b\r\n"),
    (b"POST /feedback HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
     b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n", b"x"),
])
def test_a_slow_connection_is_closed(hosted: Hosted, first: bytes, then: bytes) -> None:
    took = closed_after(hosted.port, first.replace(b"{port}", str(hosted.port).encode()), then)
    assert SECONDS - 0.3 <= took < SECONDS + 4
    assert hosted.ask("/guide")[0] == 200


def test_a_slow_second_request_is_closed_too(hosted: Hosted) -> None:
    host = f"Host: 127.0.0.1:{hosted.port}\r\n".encode()
    first = b"GET /favicon.ico HTTP/1.1\r\n" + host + b"\r\nGET /guide HTTP/1.1\r\n"
    assert closed_after(hosted.port, first, b"X-A: b\r\n") < SECONDS + 4


def test_many_slow_connections_hold_nobody_up(hosted: Hosted) -> None:
    slow = [socket.create_connection(("127.0.0.1", hosted.port)) for _ in range(100)]
    try:
        for one in slow:
            one.sendall(b"GET /guide HTTP/1.1\r\n")
        began = time.monotonic()
        assert hosted.ask("/help")[0] == 200
        assert time.monotonic() - began < 5
    finally:
        for one in slow:
            one.close()


def test_200_requests_over_the_limit_are_told_to_wait(hosted: Hosted) -> None:
    answers = [hosted.ask("/help") for _ in range(400)]
    refused = [a for a in answers if a[0] == 429]
    assert len(refused) >= 200
    assert all(int(wait) >= 1 and "Please wait" in text for _, wait, text in refused)
    assert {code for code, _, _ in answers} == {200, 429}


def test_a_visit_leaves_its_words_and_nothing_else(hosted: Hosted) -> None:
    _, _, form = hosted.ask("/feedback?page=help")
    mark = re.search(r'name="mark" value="([^"]+)"', form)
    assert mark
    fields = {"mark": mark[1], "page": "help", "step": "look", "text": "It is clear."}
    assert hosted.ask("/feedback", fields)[0] == 303
    lines = (hosted.folder / "feedback.jsonl").read_text("ascii").splitlines()
    assert [json.loads(one) for one in lines] == [
        {"text": "It is clear.", "page": "help", "day": date.today().isoformat()}]
    names = {one.name for one in hosted.folder.iterdir()}
    assert names <= {"feedback.jsonl", "feedback.lock"}
    hosted.process.terminate()
    assert hosted.process.stdout is not None
    assert hosted.process.stdout.read() == "", "no log of who was here"


@pytest.mark.parametrize(("given", "says"), [
    (["--host", "0.0.0.0"], "--behind-proxy"),
    (["--behind-proxy", "127.0.0.1"], "--name"),
    (["--leave", "http://example.org"], "https address"),
    (["--leave", "javascript:alert(1)"], "https address"),
    (["--port", "70000"], "cannot be used"),
])
def test_what_would_be_unsafe_is_refused(
    tmp_path: Path, given: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--folder", str(tmp_path / "said"), *given]) == 2
    assert says in capsys.readouterr().err


def test_a_folder_with_anything_else_in_it_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "book").mkdir()
    assert main(["--folder", str(tmp_path)]) == 2
    assert "folder of its own" in capsys.readouterr().err


@pytest.fixture
def said(tmp_path: Path) -> Path:
    """Return a folder with two entries."""
    Kept(tmp_path).add("=1+1 <b>", "help", date(2026, 1, 31))
    Kept(tmp_path).add("It is\nclear.", "guide", date(2026, 2, 1))
    return tmp_path


def test_export_as_a_table(said: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--folder", str(said)]) == 0
    shown = capsys.readouterr().out.removeprefix("\ufeff")
    assert list(csv.reader(io.StringIO(shown, newline=""))) == [
        ["day", "page", "text"], ["2026-01-31", "help", "'=1+1 <b>"],
        ["2026-02-01", "guide", "It is\nclear."]]


def test_export_as_lines_to_a_new_file_only(
    said: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    given = ["export", "--folder", str(said), "--form", "lines", "--out", str(out)]
    assert main(given) == 0
    assert [json.loads(x)["text"] for x in out.read_text("utf-8").splitlines()] == [
        "=1+1 <b>", "It is\nclear."]
    assert main(given) == 2
    assert "not there yet" in capsys.readouterr().err


def test_delete_before_a_day(said: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--folder", str(said), "--delete-before", "2026-02-01"]) == 0
    assert capsys.readouterr().out == "1 taken away, 1 left.\n"
    assert [one.day for one in Kept(said).entries()] == ["2026-02-01"]


def test_a_damaged_file_is_said_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "feedback.jsonl").write_text("x\n", encoding="ascii")
    assert main(["export", "--folder", str(tmp_path), "--delete-before", "2026-02-01"]) == 2
    assert "not a file this program wrote" in capsys.readouterr().err
    assert (tmp_path / "feedback.jsonl").read_text("ascii") == "x\n"
