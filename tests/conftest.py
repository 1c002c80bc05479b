"""What all tests share: the flag that accepts new expected files, the tree, and the way through.

The one thing a reader would get wrong: `way_through` runs the real command in a process of its own
that ends at once when anything opens a socket. A test that uses it has no stand-in for our code.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
NEVER_OURS = {"__pycache__", "build", "dist", "example-bundle", "example-case", "node_modules"}
GUARD = """
import os, sys

def stop(code, said):
    os.write(2, said.encode())
    os._exit(code)

def watch(event, given):
    if event.startswith("socket."):
        stop(97, "opened a socket: " + event)
    # the reader's own process forbids itself sockets and programs (tests/events/test_guarded.py),
    # and so does the one that sets pages (tests/handover/test_press.py)
    ours = [[sys.executable, "-P", "-m", name]
            for name in ("rainbook.events.child", "rainbook.handover.paper.press")]
    if event == "subprocess.Popen" and list(given[1]) in ours:
        return
    if event in ("subprocess.Popen", "os.posix_spawn", "os.fork", "os.system"):
        stop(98, "started a process this guard cannot see into: " + event)

sys.addaudithook(watch)
"""

# the machine is shared and slow: the same cases each time, and no clock
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")


@dataclass(frozen=True)
class WayThrough:
    """What one run of the whole way left behind."""

    code: int
    out: str
    err: str
    case: Path
    bundle: Path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write what was found as the new expected files"
    )
    parser.addoption("--pictures", default="", help="where ./run pictures writes them")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return a function that compares text with an expected file, or writes it with --accept."""
    writing = bool(request.config.getoption("--accept"))

    def compare(expected: Path, found: str) -> None:
        if writing:
            expected.write_text(found, encoding="utf-8", newline="\n")
            return
        if not expected.exists():
            pytest.fail(f"{expected.name} is missing: read what was found, then run with --accept")
        assert found.splitlines() == expected.read_bytes().decode("utf-8").splitlines()

    return compare


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def project_files() -> tuple[Path, ...]:
    """Return every file of the project, sorted: what git would commit, or all where git is not."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT, capture_output=True, check=True,
        ).stdout.decode()
        found = [ROOT / name for name in listed.split("\0") if name]
    else:
        found = [p for p in ROOT.rglob("*") if not _left_out(p.relative_to(ROOT))]
    return tuple(sorted(p for p in found if p.is_file()))


def _left_out(place: Path) -> bool:
    return any(
        part in NEVER_OURS or (part.startswith(".") and part not in (".ci", ".gitignore"))
        for part in place.parts
    )


@pytest.fixture(scope="session")
def no_sockets() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs Python code in a process that ends when a socket is opened.

    It ends with code 97 for a socket and 98 for another process, where the guard would be blind.
    """

    def run(code: str, *given: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join(p for p in (str(ROOT), os.environ.get("PYTHONPATH", "")) if p)
        return subprocess.run(
            [sys.executable, "-c", GUARD + code, *given],
            cwd=cwd, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, timeout=600,
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"}, check=False,
        )

    return run


@pytest.fixture(scope="session")
def way_through(
    tmp_path_factory: pytest.TempPathFactory,
    no_sockets: Callable[..., subprocess.CompletedProcess[str]],
) -> WayThrough:
    """Return what `rainbook example CASE BUNDLE` did: the whole way, once for all tests."""
    place = tmp_path_factory.mktemp("way")
    code = "import sys; sys.argv[0] = 'rainbook'\nfrom rainbook.cli import main\nmain()\n"
    case, bundle = place / "example-case", place / "example-bundle"
    ran = no_sockets(code, "example", str(case), str(bundle), cwd=place)
    return WayThrough(ran.returncode, ran.stdout, ran.stderr, case, bundle)
