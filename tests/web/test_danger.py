"""When the numbers are shown: danger, harm, wanting to die; and when not.

The one thing a reader would get wrong: it errs on showing. The phrases are in
benchmarks/feedback_phrases.txt; the held-out half was written apart from the rules.
"""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from rainbook.web.feedback import DANGERS, dangers_in
from rainbook.web.feedback.danger import rules_for_the_page

PHRASES = Path(__file__).resolve().parents[2] / "benchmarks" / "feedback_phrases.txt"
SHOWN = [
    ("He is outside my house", "now"), ("I am scared for my life", "harm"),
    ("he is going to kill me", "harm"), ("he has a knife", "harm"),
    ("I want to hurt myself", "self"), ("thinking of suicide", "self"),
    ("He’s outside", "now"), ("HE HAS A GUN", "harm"), ("h\u200be is outside my house", "now"),
    ("he won't stop threatening to kill me", "harm"),
    ("I can't get away, he has a knife", "harm"),
    ("The page says call 999 but he is outside my house", "now"),
    ("I am not sure if he has a weapon", "harm"),
    ("Years ago he threatened to kill me and now he is out of prison", "harm"),
]
NOT_SHOWN = [
    "I am not in danger", "nobody threatened me", "he has never hit me", "I'm not suicidal",
    "The page about weapons is unclear", "the section on suicide is too long",
    "the word \"kill\" is too strong", "twenty years ago he threatened to kill me",
    "this website is killing my battery", "The page is clear", "I would kill for a search box", "",
]


def phrases(half: str, wanted: str) -> list[str]:
    """Return the texts of one half that are of one sort."""
    part, made = "", []
    for line in PHRASES.read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            part = line.strip("[]")
        elif part == half and line.startswith(f"{wanted}|"):
            made.append(line.partition("|")[2])
    assert made
    return made


@pytest.mark.parametrize(("text", "kind"), SHOWN)
def test_shown(text: str, kind: str) -> None:
    assert kind in [one.kind for one in dangers_in(text)]


@pytest.mark.parametrize("text", NOT_SHOWN)
def test_not_shown(text: str) -> None:
    assert dangers_in(text) == ()


@pytest.mark.parametrize(("half", "wanted", "least", "most"), [
    ("development", "show", 0.98, 1.0), ("development", "no", 0, 0.05),
    ("development", "plain", 0, 0.05), ("held-out", "show", 0.9, 1.0),
    ("held-out", "no", 0, 0.2), ("held-out", "talk", 0, 0.4), ("held-out", "plain", 0, 0.05),
])
def test_the_measured_part(half: str, wanted: str, least: float, most: float) -> None:
    some = phrases(half, wanted)
    assert least <= sum(bool(dangers_in(t)) for t in some) / len(some) <= most


def test_the_halves_share_no_phrase() -> None:
    sorts = ("show", "no", "talk", "past", "plain")
    here = {t.casefold() for s in sorts for t in phrases("development", s)}
    there = {t.casefold() for s in sorts for t in phrases("held-out", s)}
    assert here & there == set()


def test_the_rules_for_the_page_are_whole() -> None:
    rules = json.loads(rules_for_the_page())
    assert [kind for kind, _ in rules["kinds"]] == list(DANGERS)
    assert set(rules["unless"]) == {"not", "still", "figure", "page", "word", "past", "present"}
    assert "{" not in "".join(c for c in rules_for_the_page().split('"') if "{HE}" in c)


@pytest.mark.parametrize("piece", [
    "he is ", "not ", "page about ", "years ago ", "a ", "i will ", "to ", "my ", "the word ",
    "he's", "no point ", "i'm ",
])
def test_a_hostile_text_does_not_hold_it_up(piece: str) -> None:
    began = time.perf_counter()
    dangers_in((piece * 5_000)[:5_000])
    assert time.perf_counter() - began < 2
