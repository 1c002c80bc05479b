"""`new`, `add`, `keys`: the book itself, as somebody at a keyboard meets it."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

EXAMPLE = Path(str(files("rainbook") / "example"))
DIARY, CARDS = EXAMPLE / "diary.csv", EXAMPLE / "contacts.vcf"
Run = Callable[..., Any]


def plain(text: str) -> str:
    """Return the text without its line breaks: where it is folded is no matter."""
    return " ".join(text.split())


def test_a_new_book_with_a_zone_a_sheet_and_advice(rainbook: Run, here: Path) -> None:
    """The only test that does the full key work, which is slow on purpose."""
    (here / "short").write_text("abc", encoding="utf-8")
    ran = rainbook("new", "--passphrase-file", "short", "--zone", "Europe/Paris",
                   "--sheet", "sheet.txt")
    assert ran.code == 0
    assert "shorter than" in plain(ran.out)
    assert "Print it, keep the paper away from this computer" in plain(ran.out)
    sheet = (here / "sheet.txt").read_text(encoding="utf-8")
    assert "RECOVERY SHEET" in sheet
    assert "RECOVERY SHEET" not in ran.out
    listed = rainbook("decide", "--json", "--passphrase-file", "short").lines()
    assert [(d["what"]["name"], d["what"]["value"]) for d in listed] == [
        ("zone", "Europe/Paris"), ("language", "en-GB")]
    code = " ".join(line.split(".  ")[1] for line in sheet.splitlines() if ".  " in line)
    (here / "code").write_text(code, encoding="utf-8")
    (here / "fresh").write_text("four other unrelated words", encoding="utf-8")
    changed = rainbook("keys", "change", "--recovery", "--passphrase-file", "code",
                       "--new-passphrase-file", "fresh")
    assert (changed.code, changed.out) == (0, "The passphrase is changed.\n")
    assert rainbook("look", "--passphrase-file", "short").code == 2
    assert rainbook("look", "--passphrase-file", "fresh").code == 0


@pytest.mark.parametrize(("given", "says"), [
    (("--zone", "Nowhere/Land"), "is not a time zone name"),
    (("--sheet", "pass"), "is there already"),
    (("--sheet", "no folder/sheet.txt"), "folder for the sheet"),
    (("here is something",), "holds something already"),
])
def test_a_book_that_cannot_be_made_is_not_made(
    given: tuple[str, ...], says: str, opened: Run, here: Path
) -> None:
    (here / "here is something").mkdir()
    (here / "here is something" / "mine.txt").write_text("mine", encoding="utf-8")
    ran = opened("new", *given)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert sorted(p.name for p in here.rglob("*")) == ["here is something", "mine.txt", "pass"]


def test_somebody_at_a_keyboard_is_asked_about_the_computer_first(
    rainbook: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    given = iter(["one", "another"])
    monkeypatch.setattr("getpass.getpass", lambda ask: asked.append(ask) or next(given))
    ran = rainbook("new", typed="\n")
    assert (ran.code, asked) == (2, ["Choose a passphrase: ", "The same again: "])
    assert "get into this computer" in plain(ran.out)
    assert "were not the same" in ran.err
    assert rainbook("new", typed="").code == 2, "the keyboard was closed"
    assert not (here / "book").exists()


def test_several_files_one_of_them_bad(opened: Run, empty: Path, here: Path) -> None:
    ran = opened("add", DIARY, "gone.txt", here, CARDS, "--own", "yes", "--how", "by hand")
    assert ran.code == 2
    shown = plain(ran.out)
    assert "diary.csv: sealed. 9 entries read." in shown
    assert "contacts.vcf: sealed. 3 entries read." in shown
    assert "Not added: gone.txt could not be opened" in shown
    assert "Not added: here is a folder" in shown
    assert "2 files of 4 could not be added" in shown
    known = opened("look", "--json").lines()[-1]["originals"]
    assert [(o["name"], o["own"], o["how"]) for o in known] == [
        ("diary.csv", "yes", "by hand"), ("contacts.vcf", "yes", "by hand")]
    again = opened("add", DIARY)
    assert (again.code, "Nothing was added twice" in plain(again.out)) == (0, True)


def test_adding_in_json(opened: Run, empty: Path, here: Path) -> None:
    ran = opened("add", DIARY, "gone.txt", "--json")
    good, bad = ran.lines()
    assert ran.code == 2
    assert (good["events"], good["again"], good["problems"]) == (9, False, [])
    assert good["accounted"]["bytes"] == good["accounted"]["of"] == DIARY.stat().st_size
    assert set(bad) == {"error", "file"}


@pytest.mark.parametrize(("typed", "kept"), [
    ("yes\n", "yes"), ("Y\n", "yes"), ("\n", "not said"),
    ("my sister's, she agreed\n", "my sister's, she agreed"),
])
def test_is_this_yours(typed: str, kept: str, opened: Run, empty: Path) -> None:
    ran = opened("add", CARDS, typed=typed)
    assert ran.code == 0
    assert "Only add what is yours" in plain(ran.out)
    assert opened("look", "--json").lines()[-1]["originals"][0]["own"] == kept


@pytest.mark.parametrize("answer", ["no", "No.", "n", "no, it is theirs", "not mine"])
def test_what_is_not_yours_is_not_added(answer: str, opened: Run, empty: Path) -> None:
    for ran in (opened("add", CARDS, typed=answer + "\n"), opened("add", CARDS, "--own", answer)):
        assert ran.code == 2
        assert "Then it is not added" in ran.err
    assert opened("look", "--json").lines()[-1]["originals"] == []


def test_keys(opened: Run, rainbook: Run, empty: Path, here: Path) -> None:
    (here / "theirs").write_text("a passphrase of their own", encoding="utf-8")
    made = opened("keys", "add", "Robin, advocate", "--new-passphrase-file", "theirs", "--json")
    slot = made.lines()[0]["slot"]
    assert rainbook("look", "--passphrase-file", "theirs").code == 0
    listed = opened("keys", "list")
    assert "Robin, advocate" in plain(listed.out)
    assert len(opened("keys", "list", "--json").lines()) == 3
    assert opened("keys", "remove", slot).code == 0
    assert rainbook("look", "--passphrase-file", "theirs").code == 2
    assert opened("keys", "remove", slot).code == 2
    assert opened("keys", "sheet", "--sheet", "pass").code == 2
    assert len(opened("keys", "sheet", "--json").lines()[0]["recovery_code"].split()) == 4


@pytest.mark.parametrize(("given", "says"), [
    (("--book", "elsewhere"), "There is no folder 'elsewhere' here"),
    (("--passphrase-file", "gone"), "passphrase file gone could not be read"),
    (("--passphrase-fd", "4040"), "file descriptor 4040"),
    (("--passphrase-fd", "-1"), "file descriptor -1"),
    ((), "There is no keyboard"),
    (("--passphrase-file", "wrong"), "passphrase"),
    (("--passphrase-file", "nothing"), "empty"),
    (("--book", "."), "is not a book"),
])
def test_a_book_that_cannot_be_opened(
    given: tuple[str, ...], says: str, rainbook: Run, empty: Path, here: Path
) -> None:
    (here / "wrong").write_text("not this one", encoding="utf-8")
    (here / "nothing").write_text("\n", encoding="utf-8")
    extra = ("--passphrase-file", "pass") if given[:1] == ("--book",) else ()
    for command in (("look",), ("people",), ("decide",), ("keys", "list"), ("add", CARDS)):
        ran = rainbook(*command, *given, *extra)
        assert (ran.code, ran.out) == (2, "")
        assert says in ran.err
        assert set(rainbook(*command, *given, *extra, "--json").lines()[0]) == {"error"}
