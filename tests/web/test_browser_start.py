"""Showing the first page: the file that holds the token, and the browser it is given to.

The one thing a reader would get wrong: the browser here is a small program of the test that writes
down what it was started with; that is all a list of processes could show of it.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from rainbook.web.entrance.browser import FILE, StartFile, open_in_browser
from tests.web.journeys.kit import served

TOKEN = "the-token-that-opens"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="folders have other rights on Windows")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="browsers are found by PATH on Linux")


@POSIX
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_only_this_account_reads_the_file(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        path = StartFile(8, TOKEN, tmp_path).write()
    finally:
        os.umask(before)
    assert path == tmp_path / FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_the_file_holds(tmp_path: Path) -> None:
    text = StartFile(8, 'x"<>', tmp_path).write().read_text("utf-8")
    assert 'action="http://127.0.0.1:8/enter"' in text
    assert 'value="x&#34;&lt;&gt;"' in text or 'value="x&quot;&lt;&gt;"' in text
    assert "<title>Rainbook</title>" in text and text.count("<button>") == 1


def test_it_is_taken_away_and_nothing_else_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    one = StartFile(8, TOKEN, tmp_path)
    one.write()
    one.remove()
    one.remove()
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_one_that_a_later_start_left_is_taken_away_too(tmp_path: Path) -> None:
    StartFile(8, TOKEN, tmp_path).write()
    StartFile(8, "", tmp_path).remove()
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_that_name_that_is_somebodys_own_stays(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("<p>my own page</p>")
    one = StartFile(8, TOKEN, tmp_path)
    path = one.write()
    assert path.parent != tmp_path and TOKEN in path.read_text("utf-8")
    one.remove()
    assert not path.parent.exists()
    assert (tmp_path / FILE).read_text() == "<p>my own page</p>"


def test_an_old_one_of_ours_is_replaced(tmp_path: Path) -> None:
    StartFile(8, "old", tmp_path).write()
    text = StartFile(9, TOKEN, tmp_path).write().read_text("utf-8")
    assert TOKEN in text and "old" not in text


@POSIX
def test_a_link_that_lies_in_its_place_is_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("mine")
    home = tmp_path / "home"
    home.mkdir()
    (home / FILE).symlink_to(other)
    path = StartFile(8, TOKEN, home).write()
    assert other.read_text() == "mine" and not path.is_symlink()


def test_where_there_is_no_folder_none_is_made(tmp_path: Path) -> None:
    one = StartFile(8, TOKEN, tmp_path / "none")
    path = one.write()
    assert not (tmp_path / "none").exists() and path.is_file()
    if sys.platform != "win32":
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    one.remove()
    assert not path.parent.exists()


@pytest.fixture
def browsers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that is the whole PATH; what is started from it writes down how."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def _browser(folder: Path, name: str) -> Path:
    """Put a program there; return the file it writes what it was started with to."""
    said = folder / f"{name}.said"
    program = folder / name
    program.write_text(
        f"#!{sys.executable}\nimport sys\nfrom pathlib import Path\n"
        f"Path({str(said)!r} + '.new').write_text('\\n'.join(sys.argv[1:]))\n"
        f"Path({str(said)!r} + '.new').rename({str(said)!r})\n"
    )
    program.chmod(0o755)
    return said


def _read(said: Path) -> list[str]:
    for _ in range(3_000):
        if said.exists():
            return said.read_text().split("\n")
        time.sleep(0.01)
    raise AssertionError("no browser was started")


@LINUX
@pytest.mark.parametrize(("there", "chosen", "private"), [
    (("firefox", "chromium"), "firefox", "--private-window"),
    (("firefox-esr",), "firefox-esr", "--private-window"),
    (("chromium", "google-chrome"), "google-chrome", "--incognito"),
    (("chromium",), "chromium", "--incognito"),
    (("microsoft-edge",), "microsoft-edge", "--inprivate"),
])
def test_a_private_window_is_asked_for(
    browsers: Path, tmp_path: Path, there: tuple[str, ...], chosen: str, private: str
) -> None:
    said = {name: _browser(browsers, name) for name in there}
    path = StartFile(8, TOKEN, tmp_path).write()
    assert open_in_browser(path)
    assert _read(said[chosen]) == [private, path.as_uri()]
    assert [name for name in there if said[name].exists()] == [chosen]
    assert TOKEN not in path.as_uri()


@LINUX
def test_where_there_is_no_browser_that_is_said(
    browsers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("BROWSER", raising=False)
    assert open_in_browser(StartFile(8, TOKEN, tmp_path).write()) is False


@POSIX
def test_the_program_ended_from_outside_leaves_nothing_behind(tmp_path: Path) -> None:
    """As a computer does that is shut down."""
    with served(tmp_path) as app:
        assert (tmp_path / "running.json").exists()
        StartFile(app.port, TOKEN, tmp_path).write()  # as a second start would
        app.process.terminate()
        assert app.process.wait(30) == 0
    assert list(tmp_path.iterdir()) == []
