"""The documents are true: links lead somewhere, commands exist, every noun has its entry.

The one thing a reader would get wrong: a document that is no longer true fails the build.
"""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest

import rainbook.record

LINK = re.compile(r"\]\(([^)\s]+)\)")
COMMAND = re.compile(r"^\s*(?:\./run|rainbook|\.venv\\Scripts\\rainbook) ([a-z][a-z-]*)", re.M)
SAID_IN_README = (
    "not been tested with survivors, police or courts",
    "not legal advice",
    "not a detector of safety",
    "sees only what is in the files",
    "cannot see what a picture shows",
    "do not need a log, or this tool, in order to report",
    "999", "press 55", "101",
    "check this number",
)


@pytest.fixture(scope="module")
def documents(project_files: tuple[Path, ...]) -> dict[Path, str]:
    """Return every Markdown file of the project with its text."""
    return {p: p.read_text(encoding="utf-8") for p in project_files if p.suffix == ".md"}


def test_every_link_leads_to_a_file_of_the_project(
    documents: dict[Path, str], project_files: tuple[Path, ...]
) -> None:
    broken = [
        f"{path.name}: {link}"
        for path, text in documents.items() for link in LINK.findall(text)
        if "://" not in link and not link.startswith("#")
        and (path.parent / link.split("#")[0]).resolve() not in project_files
    ]
    assert broken == []


def test_every_document_can_be_reached_from_the_readme(
    documents: dict[Path, str], root: Path
) -> None:
    reached, waiting = set(), [root / "README.md"]
    while waiting:
        path = waiting.pop()
        if path not in reached and path in documents:
            reached.add(path)
            waiting += [(path.parent / link.split("#")[0]).resolve()
                        for link in LINK.findall(documents[path]) if "://" not in link]
    # decisions are read in a row from the first one
    unseen = [p.name for p in documents if p not in reached and p.parent.name != "decisions"]
    assert unseen == []


def test_the_readme_begins_with_the_two_commands(documents: dict[Path, str], root: Path) -> None:
    blocks = re.findall(r"```\n(.*?)```", documents[root / "README.md"], re.S)
    assert blocks[0] == "./run\n./run test\n"
    assert (root / "run").read_bytes().startswith(b"#!/usr/bin/env bash\n")


def test_every_command_the_documents_name_exists(documents: dict[Path, str]) -> None:
    typer = import_module("typer")
    cli = import_module("rainbook.cli")
    start = import_module("rainbook.start")
    known = {"test", "pictures", *start.APP, *typer.main.get_command(cli.app).commands}
    named = {name for text in documents.values() for name in COMMAND.findall(text)}
    assert {"new", "read", "add", "people", "decide", "look", "hand-over", "verify"} <= named
    assert named - known == set()


def test_every_noun_of_the_record_has_its_entry(root: Path) -> None:
    entries = set(re.findall(r"^\| (\w+) \|", (root / "docs/words.md").read_text("utf-8"), re.M))
    nouns = {
        name for name in rainbook.record.__all__
        if inspect.isclass(getattr(rainbook.record, name))
        and not issubclass(getattr(rainbook.record, name), Exception)
    }
    # a union of types is not a class, and is a noun all the same
    assert len(nouns) > 30
    assert (nouns | {"Decision"}) - entries == set()


@pytest.mark.parametrize("said", SAID_IN_README)
def test_the_readme_says_plainly(said: str, documents: dict[Path, str], root: Path) -> None:
    text = " ".join(documents[root / "README.md"].replace("**", "").split()).casefold()
    assert said.casefold() in text


def test_every_promise_has_a_number_of_its_own(root: Path) -> None:
    text = (root / "docs/attackers.md").read_text(encoding="utf-8")
    for letter in "PD":
        numbers = [int(n) for n in re.findall(rf"^- \*\*{letter}(\d+)\*\*", text, re.M)]
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers
