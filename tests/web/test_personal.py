"""What the finder sees of what is personal, and what it must leave alone.

The one thing a reader would get wrong: this table is the specification; how much is seen of texts
nobody here wrote is measured in benchmarks/feedback.py.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rainbook.web.feedback import KINDS, personal_in, without

SEEN = [
    ("My name is Sarah Jones.", [("name", "Sarah Jones")]),
    ("my name is sarah jones", [("name", "sarah jones")]),
    ("my name's Chukwuemeka", [("name", "Chukwuemeka")]),
    ("I'm Angharad from the charity", [("name", "Angharad")]),
    ("my ex dave keeps ringing", [("name", "dave")]),
    ("Mr Ostapczuk was rude", [("name", "Ostapczuk")]),
    ("PC Patel was kind", [("name", "Patel")]),
    ("I like it. Zoë told me.", [("name", "Zoë")]),
    ("Signed, K. Osei", [("name", "Osei")]),
    ("Tell Suhani Bumb to stop", [("name", "Suhani Bumb")]),
    ("Thanks,\nMohammed", [("name", "Mohammed")]),
    ("Mark Taylor did it", [("name", "Mark Taylor")]),
    ("April Jones told me", [("name", "April Jones")]),
    ("call 07700 900123", [("phone", "07700 900123")]),
    ("call (07700) 900-123 now", [("phone", "(07700) 900-123")]),
    ("ring +44 7700 900123", [("phone", "+44 7700 900123")]),
    ("0161 496 0000 is mine", [("phone", "0161 496 0000")]),
    ("０７７００ ９００１２３", [("phone", "０７７００ ９００１２３")]),
    ("0\u200b7700\u200b900123", [("phone", "0\u200b7700\u200b900123")]),
    ("oh double seven double oh nine double oh one two three",
     [("phone", "oh double seven double oh nine double oh one two three")]),
    ("mail sam.x@example.org please", [("mail", "sam.x@example.org")]),
    ("mail kat at example dot org", [("mail", "kat at example dot org")]),
    ("find me @kat_x99", [("mail", "@kat_x99")]),
    ("I live in SW1A 1AA.", [("postcode", "SW1A 1AA")]),
    ("near sw1a1aa", [("postcode", "sw1a1aa")]),
    ("SWIA 1AA is mine", [("postcode", "SWIA 1AA")]),
    ("I live in SE15", [("postcode", "SE15")]),
    ("12 acacia avenue", [("address", "12 acacia avenue")]),
    ("Flat 3b, Rowan House", [("address", "Flat 3b, Rowan House")]),
    ("Flat 3b, Rowan House. He is here", [("address", "Flat 3b, Rowan House")]),
    ("I live on Mill Lane", [("address", "Mill Lane")]),
    ("at 14 Mill Lane, Leeds", [("address", "14 Mill Lane, Leeds")]),
    ("crime ref 4201234/24", [("reference", "4201234/24")]),
    ("CAD 1234/03JUN24", [("reference", "CAD 1234/03JUN24")]),
    ("my URN is 01AB1234524", [("reference", "01AB1234524")]),
    ("log 123 of 3 June 2024", [("reference", "123 of 3 June 2024")]),
    ("Case number: 44240123456", [("reference", "44240123456")]),
]
NOTHING = [
    "The page is clear.", "Call 101 or 999, then press 55.", "0808 802 0300 is out of date",
    "The Samaritans are on 116 123.", "The Protection from Harassment Act 1997 is old.",
    "The Suzy Lamplugh Trust link is broken.", "I am Scottish.", "I'm Deaf and use a reader.",
    "In May it worked.", "Will you add Welsh?", "54% and 15% and 10%",
    "I use Firefox on Windows 11",
    "There are 4 links in a row.", "Mark the dates in bold.", "It said 12/03/2021.",
    "My name is on the list", "Can you say it in Polish?", "THE TEXT IS TOO SMALL FOR ME",
    "Section 2A, 25 November 2012", "one two three four five six seven", "A long way down the page",
    "Victim Support has two numbers.", "",
]


@pytest.mark.parametrize(("text", "wanted"), SEEN)
def test_what_is_personal_is_seen(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.words) for one in personal_in(text)] == wanted


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_not_personal_is_left_alone(text: str) -> None:
    assert personal_in(text) == ()


def test_everything_in_one_text_is_seen_in_order_and_taken_out() -> None:
    text = "My name is Sarah Jones, 12 Acacia Avenue, SW1A 1AA, 07700 900123, s@example.org."
    seen = personal_in(text)
    assert [one.kind for one in seen] == ["name", "address", "postcode", "phone", "mail"]
    assert without(text, seen, "[x]") == "My name is [x], [x], [x], [x], [x]."


@given(st.text(max_size=80))
def test_places_are_in_the_text_as_typed_and_never_overlap(text: str) -> None:
    at = 0
    for one in personal_in(text):
        assert one.kind in KINDS
        assert at <= one.start < one.end <= len(text)
        assert text[one.start:one.end] == one.words
        at = one.end


@pytest.mark.parametrize("piece", [
    "a@", "0 ", "Aa ", "1 ", "flat ", "crime ref ", "(at)", "my name is ", "one ", "A1 ", "1/",
    "12 the ", "live in ", "A.", "x at ", "@a.", "’", "\u200b", "ref 1-",
])
def test_a_hostile_text_does_not_hold_it_up(piece: str) -> None:
    """5,000 characters is the longest text; two seconds is far more than any should take."""
    began = time.perf_counter()
    personal_in((piece * 5_000)[:5_000])
    assert time.perf_counter() - began < 2
