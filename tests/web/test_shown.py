"""Text of a file or a person on a page: nothing hidden stays hidden, nothing does anything.

The one thing a reader would get wrong: writing that joins or turns by itself (Arabic, Hindi, family
pictures) is left alone; only marks that mislead are made visible.
"""

from __future__ import annotations

import pytest
from markupsafe import Markup

from rainbook.web.frame.shown import LONGEST, seen


def _mark(code: str) -> str:
    return f'<span class="rb-hidden">[U+{code}]</span>'


TEXTS = (
    ("plain words, 7 £", "plain words, 7 £"),
    ("two\nlines\tand more", "two\nlines\tand more"),
    ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
    ("\"'&", "&#34;&#39;&amp;"),
    ("a\rb", "a" + _mark("000D") + "b"),
    ("a\0b", "a" + _mark("0000") + "b"),
    ("\x1b[31m", _mark("001B") + "[31m"),
    ("\x7f\x85", _mark("007F") + _mark("0085")),
    ("gpj.\u202eexe", "gpj." + _mark("202E") + "exe"),
    ("\u2066x\u2069", _mark("2066") + "x" + _mark("2069")),
    ("\u200f\u200e\u061c", _mark("200F") + _mark("200E") + _mark("061C")),
    ("a\u200bb\ufeffc\u00add", f"a{_mark('200B')}b{_mark('FEFF')}c{_mark('00AD')}d"),
    ("\u2028\u2029", _mark("2028") + _mark("2029")),
    ("\ue000", _mark("E000")),
    ("\U000e0041", _mark("E0041")),  # letters nobody sees
    ("\ud83d", _mark("D83D")),
    # joiners and variants belong to the writing where they join something
    ("\U0001f469\u200d\U0001f467", "\U0001f469\u200d\U0001f467"),
    ("\u0646\u200c\u0645", "\u0646\u200c\u0645"),
    ("\u200dx", _mark("200D") + "x"),
    ("x\u200d", "x" + _mark("200D")),
    ("x \u200cy", "x " + _mark("200C") + "y"),
    ("\u2764\ufe0f", "\u2764\ufe0f"),
    ("\ufe0fx", _mark("FE0F") + "x"),
    ("مرحبا", "مرحبا"),
    ("e\u0301", "e\u0301"),
    ("\u00a0", "\u00a0"),
)


@pytest.mark.parametrize(("text", "html"), TEXTS)
def test_how_a_text_is_shown(text: str, html: str) -> None:
    made = seen(text)
    assert isinstance(made, Markup) and str(made) == html


@pytest.mark.parametrize("control", [*range(0, 9), *range(11, 32), *range(127, 160)])
def test_every_control_character_is_a_mark(control: int) -> None:
    assert seen(chr(control)) == _mark(f"{control:04X}")


@pytest.mark.parametrize(("length", "most", "letters", "note"), [
    (LONGEST, LONGEST, 2_000, ""),
    (LONGEST + 1, LONGEST, 2_000, "2,001"),
    (1_234_567, LONGEST, 2_000, "1,234,567"),
    (201, 200, 200, "201"),
])
def test_a_long_text_is_cut_and_says_so(length: int, most: int, letters: int, note: str) -> None:
    made = str(seen("x" * length, most))
    cut = f' <span class="rb-cut">… [{note}]</span>' if note else ""
    assert made == "x" * letters + cut


def test_what_is_html_already_is_escaped_as_well() -> None:
    assert seen(Markup("<b>")) == "&lt;b&gt;"
    assert seen(7) == "7"
