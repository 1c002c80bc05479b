"""The words of the app: none missing, none left over, plain, quiet, and no verdict among them.

The one thing a reader would get wrong: which texts are used is read from the sources as text, so a
name put together in a way the patterns below do not know looks unused here.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from fluent.syntax import ast

from rainbook.record import Kind
from tests.web.reading_age import counted, entries_of, read_file, syllables, texts_of

WEB = Path(__file__).resolve().parents[2] / "rainbook" / "web"
ENGLISH = sorted((WEB / "words" / "en").glob("*.ftl"))
WELSH = sorted((WEB / "words" / "cy").glob("*.ftl"))
TELLING = (  # tests/house/test_discretion.py; and what a Welsh title would give away
    "stalk", "harass", "abus", "victim", "suspect", "perpetrator", "police", "offender",
    "evidence", "spyware", "tracker", "stelc", "stelci", "aflonydd", "cam-drin", "heddlu",
    "tystiolaeth", "dioddefwr",
)
VERDICTS = re.compile(
    r"\b(is stalking|is a stalker|is harassment|guilty|prove[sd]?|admissible|risk score|low risk"
    r"|confidence|probability|clean|safe|safely|innocent|liar)\b", re.I,
)
HIGHEST = 6.0  # school grade; about 11 years old
KEY = r"[a-z][a-z0-9]*(?:[-_][a-z0-9_]+)+"
CALLED = re.compile(
    r"""(?:(?<![\w.])(?:t|md|plain)|asked\.t|words\.(?:text|html|markdown)|asked\.start)"""
    rf"""\(\s*["']({KEY})["']\s*[,)]"""
)
BEGINS = re.compile(rf"""["']((?:{KEY}|[a-z]+)-)(?:\{{|["']\s*(?:if |\)?\s*[~+]))""")
ENDS = re.compile(r"""(?:[~+]\s*["']|\})(-[a-z][a-z_-]*)["']""")


@pytest.fixture(scope="module")
def english() -> dict[str, str]:
    """Return every English text by its name."""
    return {name: text for path in ENGLISH for name, text in texts_of(path).items()}


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    """Return the pages, templates and data of the app, by their place."""
    found = [p for kind in ("py", "html", "toml", "js") for p in WEB.rglob(f"*.{kind}")]
    ours = [p for p in found if "node_modules" not in p.parts]
    return {p.relative_to(WEB).as_posix(): p.read_text(encoding="utf-8") for p in ours}


@pytest.mark.parametrize("paths", [ENGLISH, WELSH], ids=["en", "cy"])
def test_every_entry_can_be_read_and_stands_once(paths: list[Path]) -> None:
    read = [(p.name, entry) for p in paths for entry in entries_of(p)]
    assert [(file, e.content) for file, e in read if isinstance(e, ast.Junk)] == []
    names = Counter(e.id.name for _, e in read if isinstance(e, ast.Message))
    assert [name for name, times in names.items() if times > 1] == []


def test_every_text_asked_for_is_there(english: dict[str, str], sources: dict[str, str]) -> None:
    asked = {(file, name) for file, text in sources.items() for name in CALLED.findall(text)}
    assert len(asked) > 100
    assert sorted((f, name) for f, name in asked if name not in english) == []


def test_no_text_is_left_over(english: dict[str, str], sources: dict[str, str]) -> None:
    """A name stands in a source whole, or as beginning + words of the sources + end."""
    whole = "\n".join(sources.values())
    written = [whole, *(p.read_text(encoding="utf-8") for p in WEB.parent.rglob("*.py"))]
    words = {
        re.sub("[_ ]", "-", word).casefold()
        for text in written for word in re.findall(r"[\"']([\w -]+)[\"']", text)
    } | {str(number) for number in range(10)} | {k.name.lower().replace("_", "-") for k in Kind}
    named = set(re.findall(KEY, whole)) | words
    begins = {b for b in BEGINS.findall(whole) if not b.startswith("govuk")}
    ends = {"", *ENDS.findall(whole)}
    put_together = {
        name for name in english for b in begins for e in ends
        if name not in named and name.startswith(b) and name.endswith(e)
        and _are_words(name.removeprefix(b).removesuffix(e), words)
    }
    put_together |= {n for n in english for e in ends if e and n.removesuffix(e) in words}
    assert [name for name in english if name not in named | put_together] == []


def _are_words(text: str, words: set[str]) -> bool:
    """Whether a text is words of the set, joined by hyphens."""
    if text.replace("_", "-") in words:
        return True
    return any(
        text[:m.start()] in words and _are_words(text[m.end():], words)
        for m in re.finditer("-", text)
    )


def test_a_welsh_text_has_an_english_one_with_the_same_places(english: dict[str, str]) -> None:
    assert WELSH
    places = {n: p for path in ENGLISH for n, p in _places(path).items()}
    for path in WELSH:
        for name, found in _places(path).items():
            assert name in english, f"{path.name}: {name} is not in English"
            assert found == places[name], f"{path.name}: {name} has other places than the English"


def _places(path: Path) -> dict[str, set[str]]:
    parts = re.split(rf"^({KEY}) =", path.read_text(encoding="utf-8"), flags=re.M)
    return {n: set(re.findall(r"\{ *\$([a-z_]+)", body))
            for n, body in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parametrize("path", [*ENGLISH, *WELSH], ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_titles_tell_nothing(path: Path) -> None:
    """A title stands in the tab, in the window's list and in the browser's list of pages."""
    titles = {n: t for n, t in texts_of(path).items() if n.endswith("-title")}
    told = {n: t for n, t in titles.items() if any(w in t.casefold() for w in TELLING)}
    assert told == {}


@pytest.mark.parametrize("path", ENGLISH, ids=lambda p: p.stem)
def test_the_words_can_be_read_at_eleven(path: Path) -> None:
    read = read_file(path)
    print(f"{path.name}: grade {read.grade:.2f}, {read.words} words, {read.sentences} sentences")
    assert read.grade <= HIGHEST


@pytest.mark.parametrize("path", ENGLISH, ids=lambda p: p.stem)
def test_there_is_no_verdict_and_no_shouting(path: Path) -> None:
    found = {
        name: VERDICTS.findall(text) or "!"
        for name, text in texts_of(path).items() if VERDICTS.search(text) or "!" in text
    }
    assert found == {}


@pytest.mark.parametrize("told", ["It is safe.", "This proves it.", "admissible", "Is it clean?"])
def test_a_verdict_would_be_found(told: str) -> None:
    assert VERDICTS.search(told)


@pytest.mark.parametrize(("word", "parts"), [
    ("the", 1), ("people", 2), ("stalking", 2), ("message", 2), ("messages", 3), ("computer", 3),
    ("recovery", 4), ("safety", 2), ("called", 1), ("wanted", 2), ("devices", 3), ("occasion", 3),
    ("serious", 3), ("family", 3), ("change", 1), ("changes", 2), ("video", 3), ("something", 2),
    ("violence", 3), ("advocate", 3), ("whole", 1), ("times", 1), ("people's", 2), ("area", 3),
    ("written", 2), ("yourself", 2), ("before", 2), ("library", 3), ("nation", 2), ("being", 2),
])
def test_syllables_are_counted(word: str, parts: int) -> None:
    assert syllables(word) == parts


@pytest.mark.parametrize(("text", "words", "sentences"), [
    ("The cat sat on the mat.", 6, 1),
    ("The cat sat on the mat. It was a warm day for it.", 13, 2),
    ("Skip", 0, 0),  # a button
    ("- one two three four\n- five six seven eight\n", 8, 2),
    ("You may call the people in Wales on 0808 or so.", 9, 1),  # a name and a number left out
])
def test_a_text_is_counted(text: str, words: int, sentences: int) -> None:
    read = counted(text)
    assert (read.words, read.sentences) == (words, sentences)


def test_the_grade_is_worked_out_as_the_formula_says() -> None:
    # 0.39 x 6/1 + 11.8 x 6/6 - 15.59
    assert counted("The cat sat on the mat.").grade == pytest.approx(-1.45)
    # 5 words, in-ves-ti-ga-tion con-sid-ers se-ri-ous al-le-ga-tions here: 5 + 3 + 3 + 4 + 1 = 16
    hard = "Investigation considers serious allegations here."
    assert counted(hard).grade == pytest.approx(0.39 * 5 + 11.8 * 16 / 5 - 15.59)
    assert counted(hard).grade > HIGHEST
