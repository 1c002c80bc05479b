"""Whatever the bytes are: every one is accounted for once, and every record reads the same from its
own bytes. `read_chat` checks both on each call, so these tests only have to make the bytes.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rainbook.events.sources import _whatsapp_pass
from rainbook.events.sources.interface import Asked
from tests.events.made_chats import LRM, read_chat

# one real header of each family; {0} is two digits that become the minute
HEADERS = [
    ("24/01/2024, 09:{0} - ", "\n"),
    ("[24/01/2024, 09:{0}:05] ", "\r\n"),
    ("1/24/24, 9:{0} PM - ", "\n"),
    ("[13/11/2025, 12:{0}:55\u202fPM] ", "\r\n"),
    ("24.01.24, 09:{0} - ", "\n"),
    ("13.6.2018 klo 21.{0}.15 - ", "\n"),
    ("13. 6. 2018. 21:{0}:15 ", "\n"),
    ("2024-01-24, 9:{0} p.m. - ", "\n"),
    ("09/17/19, 8:{0}:52 AM – ", "\n"),
    ("2024/3/15 下午3:{0} - ", "\n"),
    ("2024. 3. 15. 오후 3:{0}, ", "\n"),
    ("\u200f٢٤\u200f/٠١\u200f/٢٠٢٤, ٩:{0} م - ", "\n"),
]
TAGS = ["<Media omitted>", "null", "This message was deleted", "Missed voice call", "\n",
        f"{LRM}<attached: a.jpg>", "IMG-1.jpg (file attached)", "POLL:\n", "\u2028", "\x0b", "\r",
        "\r\n", "\u202e", "\x00", LRM, "Location: https://maps.example.org/?q=1,2", "🙂",
        "Messages and calls are end-to-end encrypted. ", " <This message was edited>", ": ", '"',
        "Video call, 5 min", "You blocked this contact", "24/01/2024, 09:00 - Sam: x",
        "[24/01/2024, 09:01:00] Sam: x", "\n24/01/2024, 09:01 - Sam: x", "\nx", "\n[1", "é"]
WORDS = st.lists(st.one_of(st.sampled_from(TAGS), st.text(max_size=12)), max_size=6).map("".join)
NAMES = st.one_of(
    st.sampled_from(["Alex", "Sam", "+44 7700 900123", "~ Kim", "Al: ex", '"Q', "\u202exelA",
                     "\u202a+44 7700 900123\u202c", 'Kim created group "A', "x" * 300]),
    st.text(st.characters(blacklist_characters="\n\r", blacklist_categories=["Cs"]), max_size=20),
)  # fmt: skip
LINES = st.lists(st.tuples(st.integers(0, 99), st.none() | NAMES, WORDS), min_size=1, max_size=12)
PIECES = st.one_of(
    st.sampled_from([h.format("07").encode() for h, _ in HEADERS]),
    st.sampled_from([t.encode() for t in TAGS]),
    st.binary(max_size=9),
)


def made(header: str, end: str, lines: list[tuple[int, str | None, str]]) -> bytes:
    text = "".join(
        header.format(f"{minute:02d}") + ("" if name is None else f"{name}: ") + words + end
        for minute, name, words in lines
    )
    return text.encode("utf-8", "replace")


@settings(max_examples=150)
@given(st.sampled_from(HEADERS), LINES, st.binary(max_size=3), st.booleans())
def test_any_chat(
    header: tuple[str, str], lines: list[tuple[int, str | None, str]], after: bytes, marked: bool
) -> None:
    chat = read_chat(made(*header, lines) + (LRM.encode() if marked else b"") + after)
    assert chat.events or chat.problems


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=40).map(b"".join))
@example(b"")
@example(b"24/01/2024, 09:00 - ")
@example(b"24/01/2024, 09:00 - \xff\xfe: \xff")
def test_any_bytes(soup: bytes) -> None:
    read_chat(soup)


@settings(max_examples=60)
@given(
    st.lists(PIECES, max_size=40).map(b"".join),
    st.sampled_from(["", "month first", "year first"]),
)
def test_any_bytes_after_a_header_with_any_answer(soup: bytes, order: str) -> None:
    asked = Asked("America/New_York", True, order)
    read_chat(b"24/01/2024, 09:00 - Alex: hi\n" + soup, asked=asked)


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return a function that makes the pass read in blocks of that many bytes."""

    def shrink(size: int) -> None:
        monkeypatch.setattr(_whatsapp_pass, "BLOCK", size)

    return shrink


@pytest.mark.parametrize("size", [1, 7, 64, 1_281, 4_096])
@pytest.mark.parametrize("header", HEADERS, ids=lambda h: h[0])
def test_where_blocks_end_changes_nothing(
    header: tuple[str, str], size: int, small_blocks: Callable[[int], None]
) -> None:
    chance = random.Random(size)
    lines: list[tuple[int, str | None, str]] = [
        (minute, chance.choice(["Alex", "Sam", None]), "".join(chance.choices(TAGS, k=minute % 4)))
        for minute in range(60)
    ]
    data = made(*header, lines)
    whole = read_chat(data)
    small_blocks(size)
    cut = read_chat(data)
    assert [(e.citation, e.kind, e.warnings, e.words) for e in cut.events] == [
        (e.citation, e.kind, e.warnings, e.words) for e in whole.events
    ]


LONG = [
    # what stands at which place of a body of 2.5 million characters, and what is doubted
    ("", 0, ["line_too_long"]),
    ("\u202e", 1_300_000, ["hidden_characters", "line_too_long"]),
    ("\x00", 2_400_000, ["hidden_characters", "line_too_long"]),
    ("\r", 1_048_576, ["hidden_characters", "line_too_long"]),
    ("\r\n", 1_048_576, ["line_too_long"]),
    ("\n24/01/2024, 09:00 _ x", 500_000, ["line_too_long"]),
    ("\n[24/01/2024, 09:00:00] Sam: x", 500, ["forged_header_suspect", "line_too_long"]),
    ("é" * 900_000, 600_000, ["line_too_long"]),
    ("🙂" * 300_000, 1, ["line_too_long"]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "place", "doubts"), LONG)
@pytest.mark.parametrize("shift", [0, 1, 2])
def test_long_bodies(what: str, place: int, doubts: list[str], shift: int) -> None:
    words = "x" * place + what + "y" * (2_500_000 - place)
    head = "24/01/2024, 09:00 - Sam: " + "z" * shift + "\n"
    chat = read_chat(f"{head}24/01/2024, 09:01 - Alex: {words}\n24/01/2024, 09:02 - Sam: end\n")
    assert [len(w or "") for _, w in chat.said] == [shift, len(words), 3]
    assert chat.said[1][1] == words
    assert chat.doubts == [[], doubts, []]


@pytest.mark.parametrize("place", [70_000, 1_048_576, 2_097_152, 2_400_000])
def test_long_broken_bodies(place: int) -> None:
    words = b"x" * place + b"\xc3" + "🙂".encode()[:3] + b"y" * (2_500_000 - place)
    chat = read_chat(b"24/01/2024, 09:01 - Alex: " + words + b"\n24/01/2024, 09:02 - Sam: end")
    assert chat.doubts == [["unreadable_text", "line_too_long"], []]
    assert chat.said[0][1] == words.decode("utf-8", "replace")


@pytest.mark.parametrize("shift", range(-3, 3))
def test_a_record_across_the_border_of_two_blocks(shift: int) -> None:
    first = "24/01/2024, 09:00 - Sam: "
    second = "24/01/2024, 09:01 - Alex: <Media omitted>\n"
    for inside in range(0, len(second), 5):
        padding = _whatsapp_pass.BLOCK - len(first) - 1 - inside + shift
        chat = read_chat(f"{first}{'x' * padding}\n{second}24/01/2024, 09:02 - Sam: end\n")
        assert [e.kind for e in chat.events] == ["message", "media", "message"]
        assert chat.events[1].citation.start == len(first) + padding + 1
