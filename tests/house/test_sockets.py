"""The whole way, from the files to the bundle that is checked, opens no socket.

The one thing a reader would get wrong: the guard is an audit hook of Python itself, set before
anything of ours is imported; code cannot take it away, and it ends the process at once.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(("code", "ends_with"), [
    ("print('nothing')", 0),
    ("import socket; socket.socket()", 97),
    ("import socket; socket.getaddrinfo('localhost', 1)", 97),
    ("try:\n    import socket; socket.socket()\nexcept BaseException:\n    pass", 97),
    ("import asyncio; asyncio.run(asyncio.sleep(0))", 97),
    ("import subprocess, sys; subprocess.run([sys.executable, '-c', ''])", 98),
])
def test_the_guard_sees(code: str, ends_with: int, no_sockets: Run, tmp_path: Path) -> None:
    assert no_sockets(code, cwd=tmp_path).returncode == ends_with


def test_the_whole_way_opens_no_socket(way_through: Any) -> None:
    assert way_through.code == 0, way_through.err
    assert (way_through.bundle / "index.pdf").exists()


@pytest.mark.parametrize("name", ["rainbook", "rainbook.cli"])
def test_importing_opens_no_socket(name: str, no_sockets: Run, tmp_path: Path) -> None:
    ran = no_sockets(f"import {name}", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
