"""`read` and `look`: what somebody sees, and what they are spared until they ask."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

EXAMPLE = Path(str(files("rainbook") / "example"))
Run = Callable[..., Any]


def plain(text: str) -> str:
    return " ".join(text.split())


def test_the_first_screen_is_calm(opened: Run, book: Path) -> None:
    """No number of acts, no words of a message, no list of days."""
    ran = opened("look")
    assert (ran.code, ran.err) == (0, "")
    shown = plain(ran.out)
    assert "Alex Reed - repeated: shown" in shown
    assert "Alex Reed - unwanted: shown" in shown
    assert "5 files sealed." in shown
    assert "You can stop at any time" in shown
    assert set(re.findall(r"\b\d+\b", shown)) == {"5"}
    assert all(len(line) <= 80 for line in ran.out.splitlines())


def test_what_the_answers_rest_on_is_shown_to_who_asks(opened: Run, book: Path) -> None:
    shown = plain(opened("look", "--all").out)
    assert "for: " in shown
    assert "against: " in shown
    assert "limits: " in shown
    assert re.search(r"\[entries: 3 Feb 2024 [0-9a-f]{16}; ", shown)


def test_words_are_shown_only_when_asked_for(opened: Run, book: Path) -> None:
    without, with_words = opened("look", "--events", "alex"), opened(
        "look", "--events", "alex", "--words")
    assert "Jo again" not in without.out
    assert "To show them too, add: --words" in plain(without.out)
    assert "Jo again" in plain(with_words.out)
    assert "[not counted: " in plain(without.out)
    assert opened("look", "--events", "Alex Reed").out == without.out


def test_look_in_json(opened: Run, book: Path) -> None:
    *events, last = opened("look", "--events", "alex", "--json").lines()
    assert {"kind", "way", "when", "citation"} <= set(events[0])
    times = [e["when"]["earliest"] for e in events if e["when"]["earliest"]]
    assert len(times) > 100
    assert [p["key"] for p in last["people"]] == ["sam", "alex", "jo"]
    outcomes = {f["sign"]: f["outcome"] for f in last["findings"]}
    assert (outcomes["repeated"], outcomes["unwanted"]) == ("shown", "shown")


def test_look_as_it_was(opened: Run, book: Path) -> None:
    (line,) = opened("look", "--as-of", "5", "--json").lines()
    assert (line["people"], len(line["decisions"])) == ([], 0)
    assert opened("look", "--as-of", "soon").code == 2


def test_look_at_somebody_nobody_named(opened: Run, book: Path) -> None:
    ran = opened("look", "--events", "zed")
    assert (ran.code, "It knows: sam, alex, jo" in ran.err) == (2, True)


def test_an_empty_book_says_what_to_do(opened: Run, empty: Path) -> None:
    ran = opened("look")
    assert ran.code == 0
    assert "The book is empty so far." in ran.out
    assert "rainbook add FILE" in ran.out


@pytest.mark.parametrize("name", sorted(p.name for p in EXAMPLE.iterdir() if p.suffix in (
    ".txt", ".xml", ".csv", ".vcf") and p.name != "ABOUT.txt"))
def test_reading_each_file_of_the_example(name: str, rainbook: Run, here: Path) -> None:
    ran = rainbook("read", EXAMPLE / name)
    assert (ran.code, ran.err) == (0, "")
    assert "Accounted for: every byte." in ran.out
    assert "Nothing was kept" in plain(ran.out)
    assert sorted(p.name for p in here.iterdir()) == ["pass"]
    assert all(len(line) <= 80 for line in ran.out.splitlines())


def test_a_day_without_an_hour_is_not_midnight(rainbook: Run) -> None:
    shown = plain(rainbook("read", EXAMPLE / "diary.csv").out)
    assert "no hour given" in shown or "no hour" in shown
    assert " 00:00" not in shown


def test_a_contact_card_shows_what_is_on_it(rainbook: Run) -> None:
    shown = plain(rainbook("read", EXAMPLE / "contacts.vcf").out)
    assert "Jo Marsh" in shown
    assert "+447700900155" in shown.replace(" ", "").replace("(0)", "") or "900155" in shown


def test_a_long_file_is_cut_and_says_so(rainbook: Run) -> None:
    chat = EXAMPLE / "WhatsApp Chat with Alex Reed.txt"
    short, whole = rainbook("read", chat), rainbook("read", chat, "--all")
    assert "… and 92 more." in short.out
    assert "more." not in whole.out.splitlines()[-4]
    assert len(whole.out) > 2 * len(short.out)


@pytest.mark.parametrize(("name", "held", "says"), [
    ("empty.txt", b"", "This file is empty"),
    ("noise.bin", bytes(range(256)) * 40, "No reader knows this kind of file"),
    ("photo.jpg", b"\xff\xd8\xff\xe0" + b"x" * 200, "It is a picture"),
    ("cut.zip", b"PK\x03\x04" + b"\x00" * 300, "This zip file has no list of contents"),
    ("letter.pdf", b"%PDF-1.7\n%\xe2\xe3\n", "It is a PDF"),
])
def test_a_file_that_cannot_be_read_says_why(
    name: str, held: bytes, says: str, rainbook: Run, here: Path
) -> None:
    (here / name).write_bytes(held)
    ran = rainbook("read", name)
    assert (ran.code, ran.err) == (0, "")
    assert says in plain(ran.out)
    (last,) = rainbook("read", name, "--json").lines()
    assert last["accounted"] == {"bytes": len(held), "of": len(held)}
    assert len(last["problems"]) == 1


@pytest.mark.parametrize(("given", "says"), [
    (("gone.txt",), "gone.txt could not be opened"),
    ((".",), "is a folder"),
    (("pass", "--zone", "Nowhere"), "is not a time zone name"),
    (("pass", "--day-order", "sideways"), "is not one of: day first"),
    (("pass", "--encoding", "rot13"), "is not one of: cp1252"),
    (("",), "folder"),
    ((), "Missing argument"),
    (("pass", "--frobnicate"), "No such option"),
])
def test_what_cannot_be_read_at_all(
    given: tuple[str, ...], says: str, rainbook: Run, here: Path
) -> None:
    ran = rainbook("read", *given)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    json_ran = rainbook("read", *given, "--json")
    assert (json_ran.code, json_ran.err) == (2, "")
    assert says in json_ran.lines()[0]["error"]


def test_words_that_move_the_cursor_are_shown_as_codes(rainbook: Run, here: Path) -> None:
    """An escape that clears the screen, a direction override, a bell; a flag stays a flag."""
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    text = f"24/03/2024, 18:40 - Alex\x1b[2J Reed: \x1b]0;title\x07 \u202egnp.exe {flag} ok\n"
    (here / "chat.txt").write_text(text, encoding="utf-8")
    ran = rainbook("read", "chat.txt")
    assert ran.code == 0
    assert not any(c in ran.out for c in "\x1b\x07\u202e")
    assert "⟦U+001B⟧" in ran.out
    assert flag in ran.out.replace("\n", "")
