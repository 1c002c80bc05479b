"""What a proof gives, and what it must not give away."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from rainbook import record
from rainbook.handover.proof.labels import labels_of_persons
from rainbook.handover.proof.making import (
    Sealing,
    TreeNotOfCase,
    claimed_labels,
    prove,
    rows_given,
)
from rainbook.handover.proof.tree import records_of
from rainbook.handover.selection import select


def test_only_threads_with_something_given_or_claimed_are_in_it(several: Any) -> None:
    given = [[t["label"] for t in part["given"]] for part in several.proof()["originals"]]
    sam = (b"\x01" + b"+44 7700 900123").hex()
    assert given == [[sam], [], [], [sam], [], []]
    absent = [len(part["absent"]) for part in several.proof()["originals"]]
    assert absent == [0, 1, 1, 0, 1, 1]


def test_a_file_of_which_nothing_is_given_is_not_opened(several: Any) -> None:
    parts = several.proof()["originals"]
    assert [p["opened"] is not None for p in parts] == [True, False, False, True, False, False]
    assert [p["bytes"] is not None for p in parts] == [True, False, False, True, False, False]


def test_nothing_withheld_is_in_it_in_any_form(parts: SimpleNamespace) -> None:
    made = parts.made
    for name in ("several-files", "some-withheld", "one-of-several"):
        world = parts.good[name].make(made)
        proof = json.dumps(world.proof())
        table = world.case.table
        given = rows_given(world.case, world.chosen, world.redacted, world.where())
        place = records_of(table)
        for row in range(len(table)):
            if given[row]:
                continue
            event = world.case.event(row)
            start, end = int(place.start[row]), int(place.end[row])
            raw = world.read(event.citation.original, event.citation.path, start, end)
            digest = hashlib.sha256(raw)
            spans = start.to_bytes(8, "big") + end.to_bytes(8, "big")
            unsalted = hashlib.sha256(b"\x00" + bytes(4) + spans + digest.digest())
            for secret in (raw.hex(), digest.hexdigest(), unsalted.hexdigest()):
                assert secret not in proof
            if event.words and len(event.words) > 3:
                assert event.words not in proof
            for told in (event.thread, event.actor and event.actor.raw):
                if told and told != made.SAM:
                    raw = told.encode()
                    assert told not in proof
                    assert raw.hex() not in proof
                    for label in (raw, b"\x01" + raw):
                        assert hashlib.sha256(label).hexdigest() not in proof


def test_names_of_members_and_files_are_not_in_it(parts: SimpleNamespace) -> None:
    made = parts.made
    world = made.World([
        made.File("WhatsApp Chat with Sam.txt", made.from_sam("one")),
        made.File("WhatsApp Chat with Mum.txt", made.from_mum("two")),
    ])
    proof = json.dumps(world.proof())
    assert "Mum" not in proof
    assert "WhatsApp Chat" not in proof
    assert world.case.originals[1].sha256 not in proof


def test_a_groups_name_stays_null(parts: SimpleNamespace) -> None:
    world = parts.good["some-withheld"].make(parts.made)
    threads = world.proof()["originals"][0]["given"]
    named = {t["count"]: t["label"] is not None for t in threads}
    assert named == {11: True, 4: False}  # his own thread; the group of four messages
    assert b"Street party".hex() not in json.dumps(threads)


def test_two_proofs_are_the_same_bytes(parts: SimpleNamespace) -> None:
    for good in parts.good.values():
        assert good.make(parts.made).proof() == good.make(parts.made).proof()


@pytest.mark.parametrize(
    ("thread", "who", "shown"),
    [
        ("+44 7700 900123", "sam", True),
        ("07700 900123", "sam", True),  # the same number, written at home
        ("+44 7700 900124", "sam", False),  # another number
        ("Street party", "sam", False),
        ("Street party 7700900123", "sam", False),  # a name with a number in it is a name
        ("900123", "sam", False),  # too short to be sure
    ],
)
def test_which_threads_are_shown_by_name(
    parts: SimpleNamespace, thread: str, who: str, shown: bool
) -> None:
    made = parts.made
    world = made.World([made.File("a.txt", made.from_sam("hello", thread=thread))])
    labels = labels_of_persons(world.case, world.chosen.people)
    assert ((b"\x01" + thread.encode()) in labels) is shown
    assert (b"\x02whatsapp\x00phone\x00+44 7700 900123") in labels


def test_an_account_that_is_only_sometimes_theirs_is_not_shown(parts: SimpleNamespace) -> None:
    made = parts.made
    records = [*made.from_sam("a"), made.Rec(words="b", who="+44 7700 900555", thread="x")]
    world = made.World([made.File("a.txt", records)])
    world.case.person_of[1] = 1  # one call of that number is his by a sighting; the next is not
    records = [*records, made.Rec(words="c", who="+44 7700 900555", thread="x")]
    partly = made.World([made.File("a.txt", records)])
    partly.case.person_of[1] = 1
    label = b"\x02whatsapp\x00phone\x00+44 7700 900555"
    assert label in labels_of_persons(world.case, (1,))
    assert label not in labels_of_persons(partly.case, (1,))


def test_a_guess_shows_no_name(parts: SimpleNamespace) -> None:
    made = parts.made
    guessed = made.Rec(words="who", who="+44 7700 900888", thread="+44 7700 900888")
    world = made.World([made.File("a.txt", [*made.from_sam("a"), guessed])])
    world.case.guessed_of[1] = 1
    chosen = select(world.case, record.Disclosure(("sam",), "AB"))
    given = rows_given(world.case, chosen, frozenset(), world.where())
    assert given.tolist() == [True, True]
    assert list(claimed_labels(world.case, chosen, given)) == [b"\x01+44 7700 900123"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (("sam", "own number"), True),
        (("sam", "guess"), False),
        (("mum", "own number"), False),
        (None, False),
    ],
)
def test_what_was_decided_of_an_account_goes_before_its_records(
    parts: SimpleNamespace, said: tuple[str, str] | None, shown: bool
) -> None:
    made = parts.made
    world = made.World([made.File("a.txt", made.from_sam("a"))])
    joins = {"k": said} if said else {}
    case = replace(world.case, keys=("k",), account_person=joins)
    assert bool(labels_of_persons(case, (1,))) is shown


@pytest.mark.parametrize(
    ("kind", "raw", "shown"),
    [("phone", "+44 7700 900123", True), ("withheld", "", False), ("withheld", "Unknown", False),
     ("name", "", False)],
)
def test_a_withheld_number_or_no_name_is_nobodys(
    parts: SimpleNamespace, kind: str, raw: str, shown: bool
) -> None:
    """A call of a withheld number is his by a sighting; the next one is somebody else's."""
    made = parts.made
    world = made.World([made.File("a.txt", made.from_sam("a", thread=None))])
    account = record.Account("phone", kind, raw)
    case = replace(world.case, table=replace(world.case.table, accounts=(account,)))
    assert bool(labels_of_persons(case, (1,))) is shown


def test_a_tree_of_other_records_is_refused(several: Any, parts: SimpleNamespace) -> None:
    """A tree that was kept from before the reader found one more thread."""
    sha256 = several.case.originals[3].sha256
    old = replace(several.trees[sha256], threads=several.trees[sha256].threads[:-1])
    sealing = Sealing("", "", parts.made.PUBLIC, parts.made.SECRET.sign)
    with pytest.raises(TreeNotOfCase):
        prove(
            several.case, several.chosen, frozenset(), {**several.trees, sha256: old},
            parts.made.seed_of, several.read, several.where(), sealing,
        )


def test_records_that_changed_under_the_book_are_not_proven(parts: SimpleNamespace) -> None:
    world = parts.good["some-withheld"].make(parts.made)
    sha256 = world.case.originals[0].sha256
    blob = world.made.blobs[sha256]
    world.made.blobs[sha256] = blob.replace(b"message 0", b"message X")  # a withheld record
    with pytest.raises(TreeNotOfCase):
        world.proof()
