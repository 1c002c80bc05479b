"""More edits every checker must refuse: a name said to be absent that is not, or not accounted for.

The one thing a reader would get wrong: most of these change no hash at all; only the rules for
neighbours and for names find them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from rainbook.handover.proof.forms import hashed, path_of
from rainbook.handover.proof.seeds import vrf_key
from rainbook.handover.proof.vrf import prove

CHRONOLOGY = "messages/chronology.csv"
TEXTS, SMS = 1, 3  # places of two files of the bundle "several-files"
bad: Callable[..., Any] = sys.modules["proof_edits"].bad
"""Keeps an edit in the table of edits.py, which is loaded before this file."""


def tree_of(b: Any, place: int) -> Any:
    from_worlds = b.made.worlds.several_files(b.made)
    return from_worlds.trees[from_worlds.case.originals[place].sha256]


def neighbour(tree: Any, place: int) -> dict[str, Any]:
    one = tree.threads[place]
    path = [h.hex() for h in path_of(tree.levels(), place)]
    return {
        "place": place, "index": one.index.hex(), "body": one.body.hex(), "path": path,
    }


def put_away(b: Any, place: int) -> Any:
    """Take the thread of the name claimed away from an original that has it."""
    part = b.original(place)
    thread = next(t for t in part["given"] if t["label"])
    part["given"].remove(thread)
    sha = b.made.worlds.several_files(b.made).case.originals[place].sha256
    rows = [r for r in b.rows(CHRONOLOGY) if r[5] != sha]
    b.write(CHRONOLOGY, rows)
    return thread


@bad("several-files", "does not account for a name")
def thread_left_out(b: Any) -> None:
    """A thread of the name claimed is left out of one file."""
    put_away(b, SMS)


@bad("several-files", "does not account for a name")
def absence_left_out(b: Any) -> None:
    """Of one file it is not said that the name is absent."""
    b.original(TEXTS)["absent"] = []


@bad("several-files", "not shown that a name is absent")
def absent_though_present(b: Any) -> None:
    """The thread is said to be absent between the one before it and itself."""
    thread, tree = put_away(b, SMS), tree_of(b, SMS)
    at = thread["place"]
    low = neighbour(tree, at - 1) if at else None
    claim = {"label": thread["label"], "pi": thread["pi"], "before": low}
    b.original(SMS)["absent"] = [{**claim, "after": neighbour(tree, at)}]


@bad("several-files", "not shown that a name is absent")
def absent_over_the_thread(b: Any) -> None:
    """The thread is said to be absent between the one before it and the one after it."""
    thread, tree = put_away(b, SMS), tree_of(b, SMS)
    at, last = thread["place"], len(tree.threads)
    claim = {"label": thread["label"], "pi": thread["pi"]}
    low = neighbour(tree, at - 1) if at else None
    high = neighbour(tree, at + 1) if at + 1 < last else None
    b.original(SMS)["absent"] = [{**claim, "before": low, "after": high}]


@bad("several-files", "not shown that a name is absent")
def neighbours_not_adjacent(b: Any) -> None:
    """Between the neighbours of an absent name there is room for another thread."""
    absent, tree = b.original(TEXTS)["absent"][0], tree_of(b, TEXTS)
    absent["before"] = neighbour(tree, absent["before"]["place"] - 1)


@bad("several-files", "not shown that a name is absent")
def neighbours_before_the_place(b: Any) -> None:
    """The neighbours lie beside each other, and both before the place of the name."""
    absent, tree = b.original(TEXTS)["absent"][0], tree_of(b, TEXTS)
    at = absent["before"]["place"]
    absent["before"], absent["after"] = neighbour(tree, at - 1), neighbour(tree, at)


@bad("several-files", "not shown that a name is absent")
def neighbours_after_the_place(b: Any) -> None:
    """The neighbours lie beside each other, and both after the place of the name."""
    absent, tree = b.original(TEXTS)["absent"][0], tree_of(b, TEXTS)
    at = absent["after"]["place"]
    absent["before"], absent["after"] = neighbour(tree, at), neighbour(tree, at + 1)


@bad("several-files", "not shown that a name is absent")
def first_neighbour_left_out(b: Any) -> None:
    """A name that would stand among others is said to stand before the first."""
    absent = b.original(TEXTS)["absent"][0]
    absent["before"] = None


@bad("several-files", "not shown that a name is absent")
def last_neighbour_left_out(b: Any) -> None:
    """A name that would stand among others is said to stand after the last."""
    absent = b.original(TEXTS)["absent"][0]
    absent["after"] = None


@bad("several-files", "not shown that a name is absent")
def neighbour_of_another_file(b: Any) -> None:
    """A neighbour is the entry of another file."""
    other = neighbour(tree_of(b, SMS), 0)
    absent = b.original(TEXTS)["absent"][0]
    other["place"] = absent["before"]["place"]
    absent["before"] = other


@bad("several-files", "not shown that a name is absent")
def absent_from_nothing(b: Any) -> None:
    """A file with threads is said to have no neighbours at all."""
    absent = b.original(TEXTS)["absent"][0]
    absent["before"] = absent["after"] = None


@bad("several-files", "has not the head that was signed for")
def emptied(b: Any) -> None:
    """A file with threads is said to have none."""
    absent, part = b.original(TEXTS)["absent"][0], b.original(TEXTS)
    absent["before"] = absent["after"] = None
    part.update(threads=0, root=hashed(b"\x08").hex())


@bad("several-files", "is not one for this name")
def absence_of_another_name(b: Any) -> None:
    """The proof of an absent name is the one for another name."""
    sha = b.made.worlds.several_files(b.made).case.originals[TEXTS].sha256
    other = prove(vrf_key(b.made.seed_of(sha)), b"\x01Sam")
    b.original(TEXTS)["absent"][0]["pi"] = other.hex()


@bad("several-files", "spoken of twice")
def given_and_absent(b: Any) -> None:
    """A name is given and absent in one file."""
    b.original(0)["absent"] = b.original(TEXTS)["absent"]


@bad("several-files", "does not account for a name")
def name_claimed_for_nothing(b: Any) -> None:
    """A further name is claimed that the proof says nothing of."""
    b.proof["labels"].append({"label": "0153616d", "person": "Sam Marsh"})


@bad("several-files", "its root says otherwise", signed=True)
def emptied_signed(b: Any) -> None:
    """A file with threads is said to have none, its root is kept, and all is signed again."""
    absent, part = b.original(TEXTS)["absent"][0], b.original(TEXTS)
    absent["before"] = absent["after"] = None
    part["threads"] = 0
    b.sign()
