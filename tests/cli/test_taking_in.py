"""`take-in`: a bundle is taken into an empty book, and what comes out is said.

The one thing a reader would get wrong: the command ends with 1 when something differs, so a script
notices; a refusal ends with 2 and leaves the book as it was.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from rainbook.case.taking_in import BundleNotWhole
from rainbook.cli.taking_in import take_in
from tests.case.kit import PASSPHRASE
from tests.case.taken_bundles import bundle_of, empty_book, rehashed, small_book

app = typer.Typer()
app.command()(take_in)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("given")
    with small_book(folder / "first") as book:
        yield bundle_of(book, folder / "bundle")


@pytest.fixture
def there(tmp_path: Path) -> list[str]:
    """An empty book, as the command is told of it."""
    empty_book(tmp_path / "book").close()
    (tmp_path / "pass").write_text(PASSPHRASE, "utf-8")
    return ["--book", str(tmp_path / "book"), "--passphrase-file", str(tmp_path / "pass")]


def test_what_came_of_it_is_said(bundle: Path, there: list[str]) -> None:
    ran = CliRunner().invoke(app, [str(bundle), *there])
    text = " ".join(ran.output.split())
    assert ran.exit_code == 0, text
    assert "Sealed: 3 files, 3 extracts among them. 14 decisions logged under your name" in text
    # four lines of the chat, one with a picture; three texts; one entry of the diary
    assert "Lines of the chronology: 9 there, 9 here: the same." in text
    assert "The same events and the same findings come out of it here." in text
    again = CliRunner().invoke(app, [str(bundle), *there])
    assert "This book holds something already" in str(again.exception)


def test_a_difference_is_named_and_ends_with_one(
    bundle: Path, there: list[str], tmp_path: Path
) -> None:
    forged = tmp_path / "forged"
    shutil.copytree(bundle, forged)
    path = forged / "messages" / "chronology.csv"
    text = path.read_text("utf-8-sig").replace("You do not mean that.", "Yes.")
    path.write_text(text, "utf-8-sig", newline="")
    with pytest.raises(BundleNotWhole):
        CliRunner().invoke(app, [str(forged), *there], catch_exceptions=False)
    rehashed(forged)
    ran = CliRunner().invoke(app, [str(forged), "--json", *there])
    assert ran.exit_code == 1
    said = json.loads(ran.output)
    assert not said["same"]
    assert said["compared"]["tables"][0]["differs"] == ["Line 2 differs in: words."]
