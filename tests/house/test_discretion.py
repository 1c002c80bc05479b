"""What the machine shows by itself gives nothing away to somebody who glances at the screen.

The one thing a reader would get wrong: this is about surfaces, not about contents. A page the
person opens says what it has to say; a file name, a title, a command in the shell's history or in
the list of processes is seen by whoever looks.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pikepdf
import pytest

TELLING = (
    "stalk", "harass", "abus", "victim", "suspect", "perpetrator", "police", "offender",
    "evidence", "spyware", "tracker",
)
SUMMARY = "A private record book that stays on your computer"


def telling(shown: str) -> list[str]:
    """Return the telling words in a text."""
    return [word for word in TELLING if word in shown.casefold()]


@pytest.mark.parametrize("shown", ["Stalking log.pdf", "--suspect", "ANTISPYWARE", "Tracker"])
def test_a_telling_word_is_found_in_any_spelling(shown: str) -> None:
    assert len(telling(shown)) == 1


def test_the_package_is_called_and_summed_up_quietly(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["description"] == SUMMARY
    shown = [project["name"], project["description"], *project["scripts"]]
    shown += project.get("keywords", []) + project.get("classifiers", [])
    shown += list(project.get("optional-dependencies", {}))
    assert {name: telling(name) for name in shown if telling(name)} == {}


def test_module_and_file_names_that_ship_are_quiet(
    project_files: tuple[Path, ...], root: Path
) -> None:
    ships = [str(p.relative_to(root)) for p in project_files if (root / "rainbook") in p.parents]
    assert ships
    assert {name: telling(name) for name in ships if telling(name)} == {}


def _surface(command: Any) -> Iterator[str]:
    yield command.name or ""
    for one in command.params:
        yield from (*one.opts, *one.secondary_opts)
        # some versions of typer give a parameter no type of its own
        yield from getattr(getattr(one, "type", None), "choices", ())
        yield from (name for name in [one.metavar, one.envvar] if isinstance(name, str))
    for inner in getattr(command, "commands", {}).values():
        yield from _surface(inner)


def test_nothing_typed_on_the_command_line_is_telling() -> None:
    """Commands, options and the values offered end up in the shell's history and in `ps`."""
    typer = import_module("typer")
    cli = import_module("rainbook.cli")
    shown = sorted(set(_surface(typer.main.get_command(cli.app))))
    assert len(shown) > 10, "the command line was not walked"
    assert {name: telling(name) for name in shown if telling(name)} == {}


def test_folders_and_files_made_by_default_are_quiet(way_through: Any) -> None:
    assert way_through.code == 0, way_through.err
    made = [
        str(p.relative_to(folder.parent))
        for folder in (way_through.case, way_through.bundle) for p in folder.rglob("*")
    ]
    assert len(made) > 10
    assert {name: telling(name) for name in made if telling(name)} == {}


def test_names_in_a_bundle_are_short_and_plain(way_through: Any) -> None:
    """ASCII, at most 60 characters, nothing Windows refuses: they pass through any upload."""
    assert way_through.code == 0, way_through.err
    plain = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}")
    names = [p.name for p in way_through.bundle.rglob("*")]
    assert [name for name in names if not plain.fullmatch(name) or name.endswith((".", " "))] == []


def test_titles_of_the_documents_are_quiet(way_through: Any) -> None:
    """The title is what a viewer shows in its tab and its list of recent files."""
    assert way_through.code == 0, way_through.err
    titles = {}
    for path in sorted(way_through.bundle.rglob("*.pdf")):
        with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
            shown = [str(value) for value in (pdf.docinfo or {}).values()]
            titles[path.name] = " ".join([*shown, str(metadata.get("dc:title", ""))])
    assert titles
    assert {name: telling(title) for name, title in titles.items() if telling(title)} == {}
    assert all("Typst" not in t or title_is_there(t) for t in titles.values())


def title_is_there(shown: str) -> bool:
    """Return True when more than the maker's name is there: a viewer shows the path otherwise."""
    return bool(re.sub(r"Typst [0-9.]+|D:[0-9Z+']+", "", shown).strip())


def test_the_recovery_sheet_is_quiet() -> None:
    """It lies in a drawer: it may say what it opens only to somebody who knows."""
    recovery = import_module("rainbook.custody.recovery")
    sheet = recovery.recovery_sheet_text(recovery.code_from(bytes(range(20))), "AAAA-BBBB")
    assert "AAAA-BBBB" in sheet
    assert telling(sheet) == []
