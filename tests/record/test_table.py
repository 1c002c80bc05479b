"""The event table: joining, ids, taking rows, and the folded copy for finding."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rainbook.record import (
    COLUMNS,
    NO_TIME,
    Account,
    EventTable,
    Kind,
    Problem,
    Warn,
    Wrapping,
    event_id,
    join,
    search_text,
)
from rainbook.record.table import empty_columns, reading_key

ONE, TWO = "1" * 64, "2" * 64
ALEX, SAM, KIM = (Account("whatsapp", "name", n) for n in ("Alex", "Sam", "Kim"))


def table(
    original: str, accounts: tuple[Account, ...], actors: list[int], **more: object
) -> EventTable:
    columns = empty_columns(len(actors))
    columns["actor"][:] = actors
    columns["member"][:] = -1
    columns["thread"][:] = -1
    columns["own"][:] = -1
    columns["recipients"][:] = -1
    columns["start"][:] = np.arange(len(actors)) * 10
    columns["end"][:] = np.arange(len(actors)) * 10 + 10
    key = reading_key(original, None)
    given_: dict[str, object] = {
        "originals": (original,), "accounts": accounts, "zones": ("UTC",),
        "readings": {key: {"source": "x"}}, **more,
    }  # fmt: skip
    return EventTable(columns=columns, **given_)  # type: ignore[arg-type]


def names(joined: EventTable) -> list[str | None]:
    return [None if a < 0 else joined.accounts[a].raw for a in joined.actor.tolist()]


def test_joining_nothing_is_an_empty_table_with_every_column() -> None:
    made = join([])
    assert len(made) == 0 and list(made.columns) == list(COLUMNS)
    assert {n: c.dtype for n, c in made.columns.items()} == {
        n: np.dtype(kind) for n, kind in COLUMNS.items()
    }


def test_joining_keeps_order_and_points_every_row_to_its_own_words() -> None:
    one = table(ONE, (ALEX, SAM), [1, 0, -1])
    two = table(TWO, (KIM, ALEX), [0, 1, -1])
    made = join([one, two])
    assert names(made) == ["Sam", "Alex", None, "Kim", "Alex", None]
    assert made.accounts == (ALEX, SAM, KIM)
    assert [made.originals[o] for o in made.original.tolist()] == [ONE] * 3 + [TWO] * 3
    assert made.start.tolist() == [0, 10, 20, 0, 10, 20]
    assert set(made.readings) == {ONE, TWO}


def test_joining_one_table_changes_nothing() -> None:
    one = table(ONE, (ALEX, SAM), [1, 0, -1])
    again = join([one])
    assert {n: c.tolist() for n, c in again.columns.items()} == {
        n: c.tolist() for n, c in one.columns.items()
    }
    assert [c.dtype for c in again.columns.values()] == [c.dtype for c in one.columns.values()]


def test_joining_is_the_same_in_one_step_or_two() -> None:
    parts = [table(o, a, [0, -1]) for o, a in ((ONE, (ALEX,)), (TWO, (SAM,)), (ONE, (KIM,)))]
    at_once, by_steps = join(parts), join([join(parts[:2]), parts[2]])
    assert names(at_once) == names(by_steps) == ["Alex", None, "Sam", None, "Kim", None]


def test_joining_gathers_members_problems_and_wrappings() -> None:
    problem, wrapping = Problem("x", "x", None, 0, 1, "", ONE), Wrapping(None, 0, 1, "x")
    one = table(ONE, (), [-1], members=("a.txt",), problems=(problem,))
    one.columns["member"][:] = 0
    two = table(TWO, (), [-1], wrappings=(wrapping,))
    made = join([two, one])
    assert [made.member_of(row) for row in range(2)] == [None, "a.txt"]
    assert (made.problems, made.wrappings) == ((problem,), (wrapping,))


def test_recipients_and_the_owners_account_are_pointed_anew() -> None:
    one = table(ONE, (ALEX,), [0], recipients=(("a", "b"),))
    two = table(TWO, (SAM, KIM), [1], recipients=(("c",), ("a", "b")))
    two.columns["recipients"][:] = 1
    two.columns["own"][:] = 0
    made = join([one, two])
    found = made.columns["recipients"].tolist()
    assert [made.recipients[r] if r >= 0 else None for r in found] == [None, ("a", "b")]
    assert made.accounts[int(made.own[1])] == SAM


def test_taking_rows_keeps_their_words() -> None:
    one = table(ONE, (ALEX, SAM), [1, 0, -1])
    assert names(one.take(np.array([2, 0]))) == [None, "Sam"]
    assert names(one.take(one.actor == 0)) == ["Alex"]
    assert len(one.take(np.zeros(3, bool))) == 0


def test_a_column_that_is_not_there_is_no_attribute() -> None:
    with pytest.raises(AttributeError):
        _ = table(ONE, (), []).nothing


IDS = [
    (ONE, None, 0, 10, "x"), (TWO, None, 0, 10, "x"), (ONE, "a", 0, 10, "x"),
    (ONE, None, 1, 10, "x"), (ONE, None, 0, 11, "x"), (ONE, None, 0, 10, "y"),
    (ONE, "0", 0, 10, "x"), (ONE, "a\x000", 10, 10, "x"), (ONE, "\ud800", 0, 10, "x"),
]  # fmt: skip


def test_an_id_names_one_record_for_ever() -> None:
    made = [event_id(*one) for one in IDS]
    assert len(set(made)) == len(IDS)
    assert all(len(m) == 16 and set(m) <= set("0123456789abcdef") for m in made)
    place = f"{ONE}\0\0000\00010\0x".encode()
    assert made[0] == hashlib.sha256(place).hexdigest()[:16]


def test_a_tables_ids_are_those_of_its_places() -> None:
    one = join([table(ONE, (), [-1, -1]), table(TWO, (), [-1])])
    assert [one.id_of(r) for r in range(3)] == [
        event_id(ONE, None, 0, 10, "x"), event_id(ONE, None, 10, 20, "x"),
        event_id(TWO, None, 0, 10, "x"),
    ]  # fmt: skip


def test_the_codes_fit_their_columns_and_the_doubts_are_closed() -> None:
    assert max(Kind) <= np.iinfo(np.uint8).max
    assert max(w.value for w in Warn) <= np.iinfo(np.uint32).max
    assert Warn(0).names() == []
    assert (Warn.DST_FOLD | Warn.TZ_ASSUMED).names() == ["tz_assumed", "dst_fold"]
    assert len({w.value for w in Warn}) == len(list(Warn))
    assert np.iinfo(np.int64).min == NO_TIME


FOLDED = [
    ("Hello  World", "hello world"), ("STRASSE", "strasse"), ("Straße", "strasse"),
    ("CAFÉ", "cafe"), ("cafe\u0301", "cafe"), ("ﬁne", "fine"), ("Ｆｕｌｌ", "full"), ("①", "1"),
    ("a\u202eb\u200ec", "abc"), ("a\u200bb", "ab"), ("a\x00b", "ab"), ("\ufeffa", "a"),
    ("a\n\tb\u00a0c\u2028d", "a b c d"), ("a\x0bb", "a b"), ("\ud83d", ""), ("", ""), (" ", ""),
    ("İstanbul", "istanbul"), ("ΣΟΦΟΣ", "σοφοσ"), ("ёлка", "елка"), ("👍🏽", "👍🏽"),
    ("p\u00adass", "pass"), ("don’t", "don’t"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "folded"), FOLDED)
def test_the_copy_for_finding(words: str, folded: str) -> None:
    assert search_text(words) == folded


@given(st.text())
def test_folding_twice_is_folding_once(words: str) -> None:
    assert search_text(search_text(words)) == search_text(words)
