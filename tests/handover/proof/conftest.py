"""What the tests of the proof are made with."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

HERE = Path(__file__).parent


def _parts() -> SimpleNamespace:
    name = "proof_make_vectors"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, HERE / "make_vectors.py")
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    made: SimpleNamespace = sys.modules[name].of_vectors()
    made.changed = sys.modules[name].changed
    return made


@pytest.fixture(scope="session")
def parts() -> SimpleNamespace:
    """`made`: proof_case; `good`, `bad`: worlds and edits by name."""
    return _parts()


@pytest.fixture
def put(tmp_path: Path) -> Callable[[dict[str, bytes]], Path]:
    """Writes the files of a bundle into a folder and returns it."""

    def write(files: dict[str, bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / "bundle" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return tmp_path / "bundle"

    return write


@pytest.fixture
def several(parts: SimpleNamespace) -> Any:
    """A case of six originals (see worlds.several_files)."""
    return parts.good["several-files"].make(parts.made)
