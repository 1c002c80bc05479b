"""How words, sentences and tables are printed."""

from __future__ import annotations

import pytest

from rainbook.cli.screen import counted, grid, next_steps, say, visible

FLAG = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(("words", "longest", "shown"), [
    ("plain", 0, "plain"), ("héllo 😂 ❤️", 0, "héllo 😂 ❤️"), ("a\tb", 0, "a b"),
    ("one\r\ntwo", 0, "one\ntwo"), ("a\rb", 0, "a⟦U+000D⟧b"), ("\x1b[2J", 0, "⟦U+001B⟧[2J"),
    ("\u202egnp", 0, "⟦U+202E⟧gnp"), ("a\u200bb", 0, "a⟦U+200B⟧b"), ("\ud800", 0, "⟦U+D800⟧"),
    ("👩\u200d👧", 0, "👩\u200d👧"), (FLAG, 0, FLAG), ("\U000e0067", 0, "⟦U+E0067⟧"),
    ("abcdef", 4, "abc…"), ("abcd", 4, "abcd"), ("\x9b31m", 0, "⟦U+009B⟧31m"),
])
def test_what_does_not_show_is_shown(words: str, longest: int, shown: str) -> None:
    assert visible(words, longest) == shown


@pytest.mark.parametrize("width", [30, 80])
@pytest.mark.parametrize("cell", [
    "short", "several words that have to be folded somewhere", "x" * 70, "漢字" * 30,
    "a line\nand another", "😂" * 40, "",
])
def test_a_table_keeps_to_the_width_and_loses_nothing(
    cell: str, width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    grid("", ("one", "two"), [("first", cell), (cell, "last")])
    shown = capsys.readouterr().out
    letters = sorted(c for c in cell * 2 if not c.isspace())
    rest = list(shown.replace("one", "", 1).replace("two", "", 1).replace("first", "", 1))
    rest = [c for c in "".join(rest).replace("last", "", 1) if not c.isspace()]
    assert sorted(rest) == letters
    wide = {"漢": 2, "字": 2, "😂": 2}
    assert max(sum(wide.get(c, 1) for c in line) for line in shown.splitlines()) <= width


def test_an_empty_table_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    grid("title", ("one",), [])
    assert capsys.readouterr().out == ""


def test_a_command_stays_whole_on_its_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    next_steps(("rainbook people own \"whatsapp:name:Alex Reed\" alex", "what it does"), ("b", ""))
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("  rainbook people own \"whatsapp:name:Alex Reed\" alex  ")
    assert second == "  b"
    say("a sentence that is longer than forty characters and is folded", "  ")
    assert capsys.readouterr().out.splitlines() == [
        "  a sentence that is longer than forty", "    characters and is folded"]


@pytest.mark.parametrize(("number", "said"), [
    (0, "0 entries"), (1, "1 entry"), (1_204, "1,204 entries"),
])
def test_numbers_are_said_in_words(number: int, said: str) -> None:
    assert counted(number, "entry") == said
    assert counted(2, "file") == "2 files"
