"""What `rainbook` starts: the app where nothing is said, the command where something is.

The one thing a reader would get wrong: each front loads without the other. The command line never
loads what can open a socket; the app never loads the command line.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.journeys.kit import ROOT, served


def _rainbook(*given: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(p for p in (str(ROOT), os.environ.get("PYTHONPATH", "")) if p)
    return subprocess.run(
        [sys.executable, "-m", "rainbook", *given], cwd=cwd, capture_output=True, text=True,
        timeout=120, check=False, stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", "COLUMNS": "100",
             "HOME": str(cwd), "USERPROFILE": str(cwd)},
    )


GIVEN = (
    # what is typed → exit code, what it says, what it does not say
    (("look", "--book", "none"), 2, "none", "--no-browser"),
    (("look", "--help"), 0, "look", "--no-browser"),
    (("open", "--help"), 0, "--no-browser", "Traceback"),
    (("carry", "--help"), 0, "Put the program on a stick.", "Traceback"),
    (("serve-guide", "--help"), 0, "--behind-proxy", "Traceback"),
    (("nothing-of-this-name",), 2, "nothing-of-this-name", "Traceback"),
    (("open", "--port", "x"), 2, "--port", "Traceback"),
    (("open", "--port", "99999", "--no-browser"), 2, "Port 99999", "Traceback"),
    (("open", "nothing-of-this-name"), 2, "nothing-of-this-name", "Traceback"),
)


@pytest.mark.parametrize(("given", "code", "says", "not_this"), GIVEN)
def test_what_is_started(
    tmp_path: Path, given: tuple[str, ...], code: int, says: str, not_this: str
) -> None:
    ended = _rainbook(*given, cwd=tmp_path)
    said = ended.stdout + ended.stderr
    assert ended.returncode == code, said
    assert says in said and not_this not in said
    assert list(tmp_path.iterdir()) == []


def test_help_names_the_app_and_every_command(tmp_path: Path) -> None:
    said = _rainbook("--help", cwd=tmp_path).stdout
    for word in ("open", "carry", "serve-guide", "look", "verify"):
        assert f" {word} " in said, word
    assert said.startswith("The app, in your browser, on this computer only:")


def test_with_nothing_said_the_app_starts(tmp_path: Path) -> None:
    """It is ended as soon as it says where it is."""
    path = os.pathsep.join(p for p in (str(ROOT), os.environ.get("PYTHONPATH", "")) if p)
    process = subprocess.Popen(
        [sys.executable, "-m", "rainbook"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path),
             "PATH": str(tmp_path), "DISPLAY": "", "WAYLAND_DISPLAY": "", "BROWSER": "none-here",
             "PYTHONUTF8": "1"},
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline().startswith("Go to http://127.0.0.1:")
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()
    # no folder for books is made before there is a book
    assert not (tmp_path / "rainbook").exists()


LOADED = """
import sys
from importlib import import_module
import_module({front!r})
print([name for name in {never!r} if name in sys.modules])
"""


@pytest.mark.parametrize(("front", "never"), [
    ("rainbook.cli", ("rainbook.web", "starlette", "uvicorn", "asyncio", "ssl", "http.client",
                      "webbrowser")),
    ("rainbook.web.serve", ("rainbook.cli", "typer", "rich")),
    ("rainbook.start", ("rainbook.cli", "rainbook.web", "starlette", "typer", "rainbook.case")),
])
def test_each_front_loads_without_the_other(front: str, never: tuple[str, ...]) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LOADED.format(front=front, never=never)], cwd=ROOT,
        capture_output=True, text=True, timeout=120, check=True,
    )
    assert ended.stdout.strip() == "[]"


def test_what_a_list_of_processes_shows_is_neutral(tmp_path: Path) -> None:
    if not Path("/proc/self/cmdline").exists():
        pytest.skip("there is no /proc here to read the list of processes from")
    with served(tmp_path) as app:
        shown = Path(f"/proc/{app.process.pid}/cmdline").read_bytes().split(b"\0")
        assert shown[1:4] == [b"-m", b"rainbook", b"open"]
        assert app.code.encode() not in b" ".join(shown)
