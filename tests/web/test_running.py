"""A second start: it finds the app that runs, and nobody else can ask for what it asks.

The one thing a reader would get wrong: the port in the note may belong to somebody else's program
by now. It is told no secret, and what it answers is not believed.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from rainbook.web.entrance.running import AGAIN, FILE, opened_again
from tests.web.journeys.kit import ROOT, Served, served


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path) as one:
        yield one


def _asked(app: Served, path: str, fields: dict[str, str]) -> tuple[int, str]:
    asks = http.client.HTTPConnection("127.0.0.1", app.port, timeout=20)
    asks.request("POST", path, urlencode(fields), {
        "Content-Type": "application/x-www-form-urlencoded", "Origin": app.origin,
    })
    answer = asks.getresponse()
    said = answer.read().decode()
    asks.close()
    return answer.status, said


def _start(home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(p for p in (str(ROOT), os.environ.get("PYTHONPATH", "")) if p)
    return subprocess.run(
        [sys.executable, "-m", "rainbook", "open", "--folder", str(home), *more.pop("more", "")
         .split()],
        capture_output=True, text=True, timeout=120, check=False, stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", **more},
    )


def test_the_note_is_for_this_account_only(app: Served) -> None:
    note = app.home / FILE
    assert set(json.loads(note.read_text())) == {"port", "secret"}
    if sys.platform != "win32":
        assert stat.S_IMODE(note.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform != "linux", reason="browsers are found by PATH on Linux")
def test_a_second_start_hands_over_to_the_app_that_runs(app: Served, tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    said = programs / "said"
    (programs / "firefox").write_text(
        f"#!{sys.executable}\nimport sys\nopen({str(said)!r}, 'w').write('\\n'.join(sys.argv))\n"
    )
    (programs / "firefox").chmod(0o755)
    ended = _start(app.home, PATH=str(programs))
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    start = (app.home / "start.html").read_text("utf-8")
    token = re.search(r'value="([^"]+)"', start)
    assert token and f"127.0.0.1:{app.port}/enter" in start
    assert app.process.poll() is None
    # the token it brought opens once, and the file is gone afterwards
    status, body = _asked(app, "/enter", {"token": token[1]})
    assert status == 200 and "refresh" in body
    assert not (app.home / "start.html").exists()
    assert _asked(app, "/enter", {"token": token[1]})[0] == 303
    assert not said.exists() or token[1] not in said.read_text()


def test_handing_over_ends_the_visit_that_was(app: Served) -> None:
    first = opened_again(app.home)
    second = opened_again(app.home)
    assert first and second and first[0] == second[0] == app.port and first[1] != second[1]
    assert _asked(app, "/enter", {"token": first[1]})[0] == 303
    status, body = _asked(app, "/enter", {"token": second[1]})
    root = re.search(r'href="/([^/]+)/"', body)
    assert status == 200 and root
    assert opened_again(app.home)
    assert _asked(app, f"/{root[1]}/lock", {})[0] == 403


REFUSED: tuple[dict[str, str], ...] = (
    {}, {"once": "x"}, {"once": "x", "shown": ""}, {"once": "x", "shown": "0" * 64},
    {"once": "", "shown": ""}, {"secret": "x"}, {"once": "\u202e", "shown": "\u202e"},
    {"once": "x" * 1_000, "shown": "x"},
)


@pytest.mark.parametrize("fields", REFUSED)
def test_whoever_does_not_know_the_secret_is_refused(
    app: Served, fields: dict[str, str]
) -> None:
    code = app.code
    assert _asked(app, AGAIN, fields) == (403, "")
    # and the visit that may come in is still the same
    assert _asked(app, "/enter", {"code": code})[0] == 200


def test_what_was_shown_once_does_for_that_question_only(app: Served) -> None:
    import hmac  # noqa: PLC0415

    secret = json.loads((app.home / FILE).read_text())["secret"]
    shown = hmac.new(secret.encode(), b"ask one", "sha256").hexdigest()
    assert _asked(app, AGAIN, {"once": "two", "shown": shown})[0] == 403
    assert _asked(app, AGAIN, {"once": "one", "shown": shown})[0] == 200


class Taken:
    """Somebody else's program on the port of an app that was cut off."""

    def __init__(self, answer: bytes) -> None:
        heard = self.heard = []  # type: list[bytes]

        class Answers(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                heard.append(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Answers)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.mark.parametrize("answer", [
    b"a-token", b"a-token " + b"0" * 64, b"", b" ", b"\xff\xfe", b"x" * 100_000,
])
def test_somebody_elses_program_on_that_port_learns_nothing_and_is_not_believed(
    tmp_path: Path, answer: bytes
) -> None:
    taken = Taken(answer)
    note = {"port": taken.server.server_address[1], "secret": "the-secret-of-the-note"}
    (tmp_path / FILE).write_text(json.dumps(note))
    try:
        assert opened_again(tmp_path) is None
    finally:
        taken.server.shutdown()
        taken.server.server_close()
    assert len(taken.heard) == 1 and b"the-secret-of-the-note" not in taken.heard[0]


@pytest.mark.parametrize("text", [
    None, "", "{", "[]", "null", '{"port": 1}', '{"port": "x", "secret": "y"}',
    '{"port": 0, "secret": "y"}', '{"port": 65536, "secret": "y"}', '{"port": -1, "secret": "y"}',
    '{"port": 1e999, "secret": "y"}', '{"port": [1], "secret": "y"}', "[" * 100_000,
    '{"port": 1, "secret": "y"}',  # nobody is there
])
def test_a_note_that_leads_nowhere_is_passed_over(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / FILE).write_text(text)
    assert opened_again(tmp_path) is None


def test_a_dead_note_does_not_keep_the_app_from_starting(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"port": 1, "secret": "y"}')
    with served(tmp_path) as app:
        assert json.loads((tmp_path / FILE).read_text())["port"] == app.port


def test_a_port_that_is_taken_is_said_plainly(app: Served, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    ended = _start(other, more=f"--no-browser --port {app.port}")
    assert ended.returncode == 2 and ended.stdout == ""
    assert ended.stderr.startswith(f"Port {app.port} of this computer cannot be used (")
    assert "Traceback" not in ended.stderr and list(other.iterdir()) == []


def test_without_a_folder_no_note_is_written(tmp_path: Path) -> None:
    with served(tmp_path / "none"):
        assert not (tmp_path / "none").exists()
