"""The shape of the house: sizes, names, docstrings, and a test beside every file that can grow.

The one thing a reader would get wrong: these are not style wishes. A file over the limit, or a
reader without a specimen, fails the build; the way out is to split by meaning or to write one.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

FILE_LINES, FUNCTION_LINES = 300, 40
ROOT_HOLDS = {
    ".ci", ".gitattributes", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md", "benchmarks",
    "docs", "pyproject.toml", "rainbook", "requirements-dev.txt", "requirements-source.txt",
    "requirements.txt", "run", "tests",
}
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
# put together so that this file does not find itself
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|raise NotImplemented" r"Error)\b")
SHELVES = {
    # folder: the constant each of its files holds, and where its specimen must be; where there is
    # none, a test named after the file, or one that imports it
    "rainbook/events/sources": ("SOURCE", "tests/specimens/{name}"),
    "rainbook/findings/signs": ("SIGN", ""),
    "rainbook/handover": ("FORMAT", ""),
    "rainbook/handover/extras": ("EXTRA", ""),
    "rainbook/handover/gate/files": ("KIND", ""),
}


@pytest.fixture(scope="module")
def modules(project_files: tuple[Path, ...]) -> dict[Path, ast.Module]:
    """Return every Python file of the project, parsed."""
    return {p: ast.parse(p.read_bytes()) for p in project_files if p.suffix == ".py"}


def test_no_file_is_longer_than_300_lines(modules: dict[Path, ast.Module], root: Path) -> None:
    lengths = {str(p.relative_to(root)): len(p.read_bytes().splitlines()) for p in modules}
    assert {name: n for name, n in lengths.items() if n > FILE_LINES} == {}


def test_no_function_is_longer_than_40_lines(modules: dict[Path, ast.Module], root: Path) -> None:
    long = {
        f"{path.relative_to(root)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
        and node.end_lineno - node.lineno + 1 > FUNCTION_LINES
    }
    assert long == {}


def test_the_root_holds_what_the_design_lists(project_files: tuple[Path, ...], root: Path) -> None:
    assert {p.relative_to(root).parts[0] for p in project_files} - ROOT_HOLDS == set()


def test_every_module_says_what_it_is_and_what_one_would_get_wrong(
    modules: dict[Path, ast.Module], root: Path
) -> None:
    silent = []
    for path, tree in modules.items():
        said = ast.get_docstring(tree) or ""
        ours = path.relative_to(root).parts[0] == "rainbook"
        if tree.body and (not said or (ours and "would get wrong" not in " ".join(said.split()))):
            silent.append(str(path.relative_to(root)))
    assert silent == []


def test_names_say_something(project_files: tuple[Path, ...], root: Path) -> None:
    said = {part for p in project_files for part in p.relative_to(root).with_suffix("").parts}
    assert said & NAMES_THAT_SAY_NOTHING == set()


def test_nothing_is_left_half_done(modules: dict[Path, ast.Module], root: Path) -> None:
    marks = [
        f"{path.relative_to(root)}:{number}"
        for path in modules
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if UNFINISHED.search(line)
    ]
    assert marks == []


def _holds(tree: ast.Module, constant: str) -> bool:
    targets = [
        t for node in tree.body
        for t in (node.targets if isinstance(node, ast.Assign)
                  else [node.target] if isinstance(node, ast.AnnAssign) else [])
    ]
    return any(isinstance(t, ast.Name) and t.id == constant for t in targets)


@pytest.mark.parametrize("folder", SHELVES)
def test_every_file_on_a_shelf_has_its_specimen_or_its_table(
    folder: str, modules: dict[Path, ast.Module], root: Path
) -> None:
    constant, wanted = SHELVES[folder]
    names = sorted(
        p.parent.name if p.name == "__init__.py" else p.stem
        for p, tree in modules.items()
        if (root / folder) in p.parents and _holds(tree, constant)
    )
    if wanted:
        without = [n for n in names if not any(root.glob(wanted.format(name=n) + "/*.expected.*"))]
    else:
        tests = {p: t for p, t in modules.items() if p.name.startswith("test_")}
        named = {p.stem.removeprefix("test_") for p in tests}
        imported = {name for tree in tests.values() for name in _imported(tree)}
        dotted = folder.replace("/", ".")
        without = [n for n in names if n not in named
                   and not any(f"{i}.".startswith(f"{dotted}.{n}.") for i in imported)]
    assert without == []


def test_every_specimen_has_the_lines_that_are_expected(
    project_files: tuple[Path, ...], root: Path
) -> None:
    specimens = [p for p in project_files if (root / "tests/specimens") in p.parents]
    given = [p for p in specimens if not p.name.endswith(".expected.jsonl")]
    assert [p.name for p in given if not p.with_name(p.name + ".expected.jsonl").exists()] == []


INTERFACE_OF = {
    "rainbook.events.sources": "rainbook.events.sources.interface",
    "rainbook.findings.signs": "rainbook.findings.interface",
    "rainbook.findings.court": "rainbook.findings.court.interface",
}


@pytest.mark.parametrize("folder", INTERFACE_OF)
def test_files_on_a_shelf_know_the_interface_the_record_and_the_moment_only(
    folder: str, modules: dict[Path, ast.Module], root: Path
) -> None:
    """A grammar that several files share starts with an underscore and is no file of the shelf."""
    inside = root.joinpath(*folder.split("."))
    wrong = [
        f"{path.relative_to(root)}: {name}"
        for path, tree in modules.items()
        if inside in path.parents and f"{folder}.{path.stem}" != INTERFACE_OF[folder]
        for name in _imported(tree)
        if name.split(".")[0] == "rainbook" and not _may_import(name, folder, path, inside)
    ]
    assert wrong == []


def _imported(tree: ast.Module) -> list[str]:
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports here are written in full"
            # a name taken from a folder may be a module of it
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


def _may_import(name: str, folder: str, path: Path, inside: Path) -> bool:
    if f"{name}.".startswith(("rainbook.record.", "rainbook.moment.", f"{INTERFACE_OF[folder]}.")):
        return True
    if not name.startswith(f"{folder}."):
        return False
    first = name.removeprefix(f"{folder}.").split(".")[0]
    own = path.relative_to(inside).parts[0].removesuffix(".py")
    return first.startswith("_") or first == own
