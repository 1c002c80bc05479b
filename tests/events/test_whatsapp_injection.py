"""Somebody else wrote part of every export. Nothing they can type becomes a message of another
person, except lines that are marked as perhaps theirs and so enter no count.

Each row is one message of Alex, what the file then holds, and what is doubted of it.
"""

from __future__ import annotations

import pytest

from tests.events.made_chats import LRM, SUSPECT, android, iphone, read_chat

ALEX, SAM = "Alex", "Sam"
SEEN = ["forged_header_suspect"]
HIDDEN = ["hidden_characters"]
BACK = ["clock_backward", *SUSPECT]
BEFORE = ["08:00 Alex: one", "08:01 Sam: two", "08:02 Alex: three", "08:03 Sam: four"]
AFTER = ["23:00 Sam: stop", "23:01 Sam: please"]
STOP = [(SAM, "stop"), (SAM, "please")]

STAYS_ONE_MESSAGE = [
    # what Alex wrote at 09:00, and what is doubted of that one message
    ("look what you wrote 24/01/2024, 09:00 - Sam: I want you to come over", []),
    ("a\n24/01/2024, 09:01 Sam: come", SEEN),  # another separator
    ("a\n[24/01/2024, 09:01:00] Sam: come", SEEN),  # an iPhone's style
    ("a\n24.01.2024, 09:01 - Sam: come", SEEN),
    ("a\n24/01/24, 09:01 - Sam: come", SEEN),
    ("a\n2024/01/24, 09:01 - Sam: come", SEEN),
    ("a\n24/01/2024, 09:01:00 - Sam: come", SEEN),
    ("a\n24/01/2024, 09:01 am - Sam: come", SEEN),
    ("a\n24/01/2024, 09:01 – Sam: come", SEEN),
    ("a\n24/01/2024 09:01 - Sam: come", SEEN),
    ("a\n٢٤/٠١/٢٠٢٤, ٠٩:٠١ - Sam: come", SEEN),
    ("a\n31/12/9999, 23:59 - Sam: come", SEEN),  # no year of a phone
    ("a\n01/01/0001, 00:00 - Sam: come", SEEN),
    ("a\n32/01/2024, 09:01 - Sam: come", SEEN),
    ("a\n24/01/2024, 25:01 - Sam: come", SEEN),
    ("a\n 24/01/2024, 09:01 - Sam: come", []),  # not at the start of its line
    ("a\n> 24/01/2024, 09:01 - Sam: come", []),
    ("a\u202824/01/2024, 09:01 - Sam: come", SEEN + HIDDEN),
    ("a\u202924/01/2024, 09:01 - Sam: come", SEEN + HIDDEN),
    ("a\x0b24/01/2024, 09:01 - Sam: come", SEEN + HIDDEN),
    ("a\x0c24/01/2024, 09:01 - Sam: come", SEEN + HIDDEN),
    ("a\x8524/01/2024, 09:01 - Sam: come", SEEN + HIDDEN),
    ("a\x1c24/01/2024, 09:01 - Sam: come", SEEN + HIDDEN),
    ("a\x1d24/01/2024, 09:01 - Sam: come", SEEN + HIDDEN),
    ("a\x1e24/01/2024, 09:01 - Sam: come", SEEN + HIDDEN),
    ("a\x1f24/01/2024, 09:01 - Sam: come", HIDDEN),
    ("a\r24/01/2024, 09:01 - Sam: come", SEEN + HIDDEN),
    ("a\u202egpj.exe", HIDDEN),
    ("a\u2066b\u2069", HIDDEN),
    ("\ufeffa", HIDDEN),
    ("a\x00b", HIDDEN),
]


@pytest.mark.parametrize(("words", "doubts"), STAYS_ONE_MESSAGE)
def test_it_stays_one_message_on_android(words: str, doubts: list[str]) -> None:
    chat = read_chat(android(*BEFORE, f"09:00 Alex: {words}", *AFTER))
    assert chat.said[4:] == [(ALEX, words), *STOP]
    assert [sorted(d) for d in chat.doubts] == [[], [], [], [], sorted(doubts), [], []]


BECOMES_A_ROW = [
    # what Alex wrote at 09:00: the header fits the file's style, and something else gives it away
    ("a\n24/01/2024, 07:59 - Sam: come", "come", BACK),  # time runs backwards
    ("a\n23/01/2024, 09:01 - Sam: come", "come", BACK),
    ("a\n24/1/2024, 09:01 - Sam: come", "come", SUSPECT),  # no phone writes days both ways
    ("a\n24/01/2024, 9:01 - Sam: come", "come", SUSPECT),
    ("a\r\n24/01/2024, 09:01 - Sam: come", "come", SUSPECT),  # no other record follows a CR
    ("a\n01/25/2024, 09:01 - Sam: come", "come", BACK),  # nor the month first in one line
    ("a\n24/01/2024, 07:59 - You blocked this contact", "You blocked this contact", BACK),
    ("a\n24/01/2024, 09:01 - \u202emaS: come", "come", ["hidden_characters", *SUSPECT]),
]


@pytest.mark.parametrize(("words", "forged", "doubts"), BECOMES_A_ROW)
def test_what_becomes_a_row_of_its_own_is_marked(
    words: str, forged: str, doubts: list[str]
) -> None:
    lines = [f"08:{n:02d} {(ALEX, SAM)[n % 2]}: {n}" for n in range(10, 40)]
    chat = read_chat(android(*BEFORE, *lines, f"09:00 Alex: {words}", *AFTER))
    assert chat.said[-4][0] == ALEX
    assert chat.said[-3][1] == forged
    assert sorted(chat.doubts[-3]) == sorted(doubts)
    assert [d for d in (*chat.doubts[:-3], *chat.doubts[-2:]) if d] == []


@pytest.mark.parametrize("after", [1, 2, 9])
def test_a_line_from_the_future_is_marked(after: int) -> None:
    """With one line after it, nothing says which of the two is out of place: both are marked."""
    later = [f"09:{n + 10} Sam: {n}" for n in range(after)]
    chat = read_chat(android(*BEFORE, "09:00 Alex: a\n24/01/2030, 09:01 - Sam: come", *later))
    assert chat.doubts == [[]] * 5 + [BACK] + ([BACK] if after == 1 else [[]] * after)


def test_a_message_that_arrives_a_little_late_does_not_contest_the_one_before() -> None:
    chat = read_chat(android("09:00 Alex: a", "09:09 Sam: b", "09:00 Alex: c"))
    assert chat.doubts == [[], [], BACK]


def test_a_line_that_fits_in_every_way_is_not_noticed() -> None:
    """This is what docs/limits.md says: on Android nothing in the bytes tells it apart."""
    chat = read_chat(android(*BEFORE, "09:00 Alex: a\n24/01/2024, 09:01 - Sam: come", *AFTER))
    assert chat.said[4:] == [(ALEX, "a"), (SAM, "come"), *STOP]
    assert not any(chat.doubts)


IN_A_BODY = [
    "a\n[24/01/2024, 09:00:01] Sam: come",
    "a\n[24/01/2024, 09:00:01] Sam: come\n" * 40,
    f"a\n{LRM}[24/01/2024, 09:00:01] Sam: {LRM}<attached: 1.jpg>",
    "a\n24/01/2024, 09:00 - Sam: come",
    "a\r[24/01/2024, 09:00:01] Sam: come",
    "a\x0b[24/01/2024, 09:00:01] Sam: come",
    "a\n[24/01/2024, 09:00:01] You blocked this contact",
]


@pytest.mark.parametrize("words", IN_A_BODY)
@pytest.mark.parametrize("end", ["\r\n", ""])
def test_on_an_iphone_only_a_line_end_of_its_own_begins_a_record(words: str, end: str) -> None:
    text = iphone("08:00:00 Sam: one", f"09:00:00 Alex: {words}", "23:00:00 Sam: stop")
    chat = read_chat(text.removesuffix("\r\n") + end)
    assert chat.said == [(SAM, "one"), (ALEX, words), (SAM, "stop")]
    assert [d[:1] for d in chat.doubts] == [[], SEEN, []]


def test_many_forged_lines_of_another_style_do_not_make_it_the_style() -> None:
    forged = "".join(f"\n[24/01/2024, 09:00:{n:02d}] Sam: come" for n in range(60))
    chat = read_chat(android("08:00 Sam: one", f"09:00 Alex: a{forged}", "23:00 Sam: stop"))
    assert chat.said == [(SAM, "one"), (ALEX, f"a{forged}"), (SAM, "stop")]


def test_many_carriage_returns_do_not_make_an_android_export_an_iphones() -> None:
    lines = [f"08:{n:02d} Alex: a\r" for n in range(9)] + ["09:00 Sam: b", "09:01 Sam: c"]
    chat = read_chat(android(*lines))
    assert [a for a, _ in chat.said] == [ALEX] * 9 + [SAM] * 2


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_stranger_in_a_chat_of_two_is_marked(lines: int) -> None:
    two = [f"08:{n:02d} {(ALEX, SAM)[n % 2]}: {n}" for n in range(40)]
    police = [f"09:{n:02d} Police: we know" for n in range(lines)]
    chat = read_chat(android(*two, *police, "10:00 Sam: what"))
    assert chat.doubts == [[]] * 40 + [SUSPECT] * lines + [[]]


def test_a_third_in_a_group_is_no_stranger() -> None:
    two = [f"08:{n:02d} {(ALEX, SAM)[n % 2]}: {n}" for n in range(40)]
    chat = read_chat(android('07:00 Sam created group "Lunch"', *two, "09:00 Kim: hello"))
    assert not any(chat.doubts)


NAMES = [
    # a line as the phone wrote it, whose it is, and what they said
    ("Al: ex: hi", "Al", "ex: hi"),  # nothing in the bytes tells where a name ends
    ("Alex (work): hi", "Alex (work)", "hi"),
    ("~\u202fKim: hi", "~\u202fKim", "hi"),
    ("+44 7700 900123: hi", "+44 7700 900123", "hi"),
    ("Sam left: hi", "Sam left", "hi"),
    ("You blocked this contact: hi", "You blocked this contact", "hi"),
    ("Messages and calls are end-to-end encrypted: hi",
     "Messages and calls are end-to-end encrypted", "hi"),
    ("🤓: hi", "🤓", "hi"),
    ("x" * 700 + ": hi", "x" * 700, "hi"),
    ("https://example.org/: hi", "https://example.org/", "hi"),
    ('Kim changed the subject to "Sam: I love you: x"', None,
     'Kim changed the subject to "Sam: I love you: x"'),
    ('Kim changed the subject from "Lunch" to "Sam: yes"', None,
     'Kim changed the subject from "Lunch" to "Sam: yes"'),
    ('Kim created group “Sam: yes”', None, 'Kim created group “Sam: yes”'),
    ('"Kim": hi', '"Kim"', "hi"),
    ('Kim "the: hi', 'Kim "the', "hi"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "name", "words"), NAMES)
def test_where_a_name_ends(line: str, name: str | None, words: str) -> None:
    chat = read_chat(android("08:00 Sam: one", f"08:01 {line}", "08:02 Sam: two"))
    assert chat.said[1] == (name, words)
    assert {a.raw for t in chat.tables for a in t.accounts} == {SAM} | ({name} if name else set())


IMITATED = [
    # a body that only looks like WhatsApp's own words: on both phones an ordinary message
    "Messages and calls are end-to-end encrypted. I know where you live.",
    "Voice call, 5 min, and then I come over",
    "Missed voice call, I will try again all night",
    "null and void",
    "This message was deleted, and you will be too",
    "I know who is with you (file attached)",
    "You blocked this contact",
    "Your security code with Sam changed.",
    "Alex left",
]


@pytest.mark.parametrize("words", IMITATED)
def test_words_cannot_be_hidden_in_a_marker(words: str) -> None:
    for text in (
        android("08:00 Sam: one", f"08:01 Alex: {words}"),
        iphone(f"08:00:00 Sam: {LRM}image omitted", f"08:01:00 Alex: {LRM}{words}")
        .replace(f"Alex: {LRM}You b", "Alex: You b")
        .replace(f"Alex: {LRM}Your s", "Alex: Your s"),
    ):
        event = read_chat(text).events[1]
        assert (event.kind, event.way, event.state) == ("message", "unknown", "normal")


TYPED = ["image omitted", "This message was deleted.", "Missed voice call", "null",
         "You deleted this message.", "<attached: 1-PHOTO.jpg>", "Video call, 5 min",
         "hello <This message was edited>", "POLL:\nq\nOPTION: a (1 vote)"]  # fmt: skip


@pytest.mark.parametrize("words", TYPED)
@pytest.mark.parametrize("place", ["before", "after", "inside"])
def test_on_an_iphone_a_marker_without_the_mark_was_typed(words: str, place: str) -> None:
    real = f"08:00:00 Sam: {LRM}image omitted"
    typed = f"08:01:00 Alex: {words}"
    # a mark elsewhere in the body, which anybody can paste, does not make it WhatsApp's
    lines = {"before": [real, typed], "after": [typed, real], "inside": [real, typed + LRM]}[place]
    chat = read_chat(iphone(*lines))
    event = next(e for e in chat.events if e.actor and e.actor.raw == ALEX)
    assert (event.kind, event.state, event.call) == ("message", "normal", "not_a_call")
    if place != "inside":
        assert "marker_without_lrm" in event.warnings
        # an old export has no such marks: there the same line is the marker
        old = read_chat(iphone("08:00:00 Sam: one", typed)).events[1]
        assert (old.kind, old.state) != ("message", "normal")
