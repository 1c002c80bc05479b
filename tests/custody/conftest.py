"""Books for the tests, made with the cheapest key work that is accepted."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rainbook.custody import LEAST, Vault

PASSPHRASE = "five blue kettles sing"
VECTORS = Path(__file__).parent / "vectors"


def minutes() -> Callable[[], str]:
    """A clock that moves on one minute each time it is read, from 09:00 on 1 March 2026."""
    ticks = iter(range(60 * 24))

    def clock() -> str:
        passed = next(ticks)
        return f"2026-03-01T{9 + passed // 60:02d}:{passed % 60:02d}:00+00:00"

    return clock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "book"


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    """A new, empty, open book."""
    made, _ = Vault.create(folder, PASSPHRASE, "A. Bell", cost=LEAST, clock=minutes())
    with made:
        yield made


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A copy of the vector every reader must open."""
    return Path(shutil.copytree(VECTORS / "good", tmp_path / "good"))
