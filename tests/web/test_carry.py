"""The program on a stick: it starts from there, and leaves nothing on the computer.

The one thing a reader would get wrong: it is started with a Python that knows none of our packages,
and with a home folder of its own that is looked at afterwards.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from rainbook.web.carry import StickInUse, carry, main, needed


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder the program was put into."""
    folder = tmp_path_factory.mktemp("stick") / "s"
    try:
        carry(folder)
    except ModuleNotFoundError as missing:  # rainbook itself was never installed here
        pytest.skip(f"{missing.name} is not installed as a package in this environment")
    return folder


def test_it_starts_from_the_stick_and_leaves_nothing(stick: Path, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("start.sh is for other systems")
    home, temp = tmp_path / "home", tmp_path / "temp"
    home.mkdir()
    temp.mkdir()
    python = Path(sys.executable).resolve()
    path = f"{_python3(tmp_path, python)}:{os.environ['PATH']}"
    ran = subprocess.Popen(
        ["/bin/sh", str(stick / "start.sh"), "--no-browser"], stdout=subprocess.PIPE, text=True,
        env={"HOME": str(home), "TMPDIR": str(temp), "PATH": path}, cwd=tmp_path,
    )
    assert ran.stdout is not None
    try:
        said = ran.stdout.readline()
        port = re.search(r"127\.0\.0\.1:([0-9]+)/open", said)
        assert port, said
        with urllib.request.urlopen(f"http://127.0.0.1:{port[1]}/open", timeout=20) as answer:
            assert b'name="code"' in answer.read()
    finally:
        ran.terminate()
        ran.wait(30)
        ran.stdout.close()
    assert [*home.rglob("*")] == []
    assert [*temp.rglob("*")] == []
    assert not list(stick.rglob("*.pyc"))


def _python3(place: Path, python: Path) -> Path:
    """Return a folder in which python3 is the bare Python, without the packages of this one."""
    folder = place / "bin"
    folder.mkdir()
    (folder / "python3").symlink_to(python)
    return folder


def test_what_is_needed_is_followed_all_the_way() -> None:
    try:
        names = {one.metadata["Name"].lower() for one in needed("rainbook")}
    except ModuleNotFoundError:
        pytest.skip("rainbook is not installed as a package in this environment")
    assert {"starlette", "anyio", "numpy", "markupsafe", "cffi"} <= names
    assert not {"pytest", "playwright", "pyhanko"} & names


def test_a_stick_that_holds_it_already_is_left_alone(stick: Path) -> None:
    before = sorted(p.name for p in stick.iterdir())
    with pytest.raises(StickInUse, match="holds the program already"):
        carry(stick)
    assert main([str(stick)]) == 2
    assert sorted(p.name for p in stick.iterdir()) == before


def test_what_starts_it_says_nothing_telling(stick: Path) -> None:
    names = " ".join(p.name for p in stick.iterdir())
    assert names.split() and set(names.split()) == {
        "app", "books", "read-me.txt", "start.bat", "start.command", "start.sh",
    }
