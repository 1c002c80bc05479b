"""Messages that are nearly the same: which are joined, which never, and that order does not matter.

The one thing a reader would get wrong: the shares of common runs of three characters are worked out
by hand beside each row.
"""

from __future__ import annotations

import time

import pytest

from rainbook.findings.alike import folded, groups_of, near

GROUPS = {
    "the same but for capitals, signs and stretched letters": (
        ["Where are you tonight??", "where are you TONIGHT", "where are youuuu tonight!"],
        [(0, 1, 2)],
    ),
    "the same in full width and with a hidden character": (
        ["ａｎｓｗｅｒ your phone", "answer\u200b your phone"],
        [(0, 1)],
    ),
    "short texts, however often": (["ok", "ok", "hi", "hi", "good night", "good night"], []),
    "rows of pictures": (["😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀"], []),
    "nothing, twice": (["", "", "   ", "?!"], []),
    "ten letters are enough to be the same": (["abcde fghij", "ABCDE, FGHIJ"], [(0, 1)]),
    "nine are not": (["abcde fghi", "abcde fghi"], []),
    "one more word in a long message": (
        # 34 runs of the first stand in the 38 of the second: 34/38 = 0.89
        ["please call me back about the house", "please call me back about the house now"],
        [(0, 1)],
    ),
    "one other word in a short one": (["I love you too", "I loved you too"], []),
    "two groups, and one text alone": (
        [
            "you cannot hide from me forever",
            "dinner is at seven on friday night",
            "You cannot hide from me, forever!",
            "the parcel was left with a neighbour",
            "Dinner is at seven on Friday night.",
        ],
        [(0, 2), (1, 4)],
    ),
    "another script": (["где ты была сегодня вечером", "Где ты была сегодня вечером?"], [(0, 1)]),
}


@pytest.mark.parametrize("given", GROUPS)
def test_the_table(given: str) -> None:
    texts, groups = GROUPS[given]
    assert groups_of(texts) == groups


LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"  # 36 characters: 34 runs of three, all different


@pytest.mark.parametrize(
    ("first", "joined"),
    [
        (36, True),
        (26, True),  # 24 of 34 runs: 0.706
        (25, False),  # 23 of 34 runs: 0.676
    ],
)
def test_how_near_is_near(first: int, joined: bool) -> None:
    assert near(LETTERS[:first], LETTERS) is joined
    assert near(LETTERS, LETTERS[:first]) is joined


def test_nearness_asks_for_twenty_letters() -> None:
    # 18 of 20 runs (0.9) are common, but one text has 20 letters and in the second pair one has 19
    assert groups_of([LETTERS[:20], LETTERS[:22]]) == [(0, 1)]
    assert groups_of([LETTERS[:19], LETTERS[:21]]) == []


def test_order_does_not_matter() -> None:
    texts = [f"you owe me an answer, this is message {n}" for n in range(40)]
    texts += [f"{'abcdefghij'[n % 10] * 2}{n * 7919} something else again {n}" for n in range(60)]
    texts += ["ok"] * 5
    places = [(n * 37) % len(texts) for n in range(len(texts))]  # 37 and 105 have no common part
    moved = groups_of([texts[n] for n in places])
    back = sorted(tuple(sorted(places[n] for n in group)) for group in moved)
    assert back == groups_of(texts)
    assert groups_of(texts)[0][:40] == tuple(range(40))


def test_half_a_character_and_a_very_long_text_do_no_harm() -> None:
    long = "word " * 100_000
    assert groups_of(["\ud83d broken pair of letters", "broken pair of letters", long, long]) == [
        (0, 1),
        (2, 3),
    ]


def test_folding_keeps_digits_and_words_apart() -> None:
    assert folded("I'm AT no. 1000!!!") == "i m at no 1000"
    assert folded("Sooooo   LATE") == "so late"


def test_texts_made_to_be_slow_are_not_compared_each_with_each() -> None:
    """Four times the texts may not take anything like sixteen times as long."""
    start = "please call me back about the thing that we spoke of when you were here "

    def seconds(many: int) -> float:
        texts = [start + f"{n * 2654435761 % 2**40:010x}"[::-1] * 3 for n in range(many)]
        began = time.process_time()
        groups_of(texts)
        return time.process_time() - began

    seconds(500)
    assert seconds(6_000) < 10 * max(seconds(1_500), 0.05)
