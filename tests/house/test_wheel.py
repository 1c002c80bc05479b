"""What is built ships whole: the wheel holds every file of the package, and nothing else.

The one thing a reader would get wrong: the example, the law, the fonts and the templates are files
of the package; a build that leaves one out fails only on somebody else's computer.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import rainbook


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, root: Path) -> zipfile.ZipFile:
    """Return the wheel, built without the network by the pinned backend."""
    pytest.importorskip("uv_build", reason="the pinned build backend is not in this environment")
    place = tmp_path_factory.mktemp("wheel")
    code = f"import uv_build; print(uv_build.build_wheel({str(place)!r}))"
    # the backend looks for its own program on the PATH
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True,
                   env={**os.environ, "PATH": path})
    return zipfile.ZipFile(next(place.glob("*.whl")))


def test_the_wheel_holds_every_file_of_the_package(
    built: zipfile.ZipFile, project_files: tuple[Path, ...], root: Path
) -> None:
    ours = {
        p.relative_to(root).as_posix() for p in project_files if (root / "rainbook") in p.parents
    }
    shipped = {n for n in built.namelist() if not n.endswith("/") and ".dist-info/" not in n}
    assert shipped == ours
    assert "rainbook/example/diary.csv" in shipped


def test_the_wheel_says_the_version_the_package_says(built: zipfile.ZipFile) -> None:
    name = next(n for n in built.namelist() if n.endswith("METADATA"))
    metadata = built.read(name).decode("utf-8")
    assert f"\nVersion: {rainbook.__version__}\n" in metadata
    assert "\nSummary: A private record book that stays on your computer\n" in metadata


def test_a_file_in_the_wheel_is_the_file_in_the_tree(built: zipfile.ZipFile, root: Path) -> None:
    name = "rainbook/example/contacts.vcf"
    assert built.read(name) == (root / name).read_bytes()
    assert b"\r\n" in built.read(name)
