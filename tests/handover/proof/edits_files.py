"""More edits every checker must refuse: names, where the bytes of records are, and the chronology.

The one thing a reader would get wrong: a file is changed as a whole bundle would be, so that no
hash list beside it could find it; only the proof can.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from rainbook.handover.proof.seeds import vrf_key
from rainbook.handover.proof.vrf import prove

CHRONOLOGY, TABLE = "messages/chronology.csv", "exhibits/AB1-spans.csv"
SIGNED_FOR = "are not those that were signed for"
bad: Callable[..., Any] = sys.modules["proof_edits"].bad
"""Keeps an edit in the table of edits.py, which is loaded before this file."""


@bad("one-of-several", "does not say where a record")
def record_not_in_extract(b: Any) -> None:
    """The table of an extract has lost the line of a record."""
    b.write(TABLE, b.rows(TABLE)[:-1])


@bad("one-of-several", SIGNED_FOR)
def extract_pointed_elsewhere(b: Any) -> None:
    """The table of an extract gives another place, as long as the true one."""
    rows = b.rows(TABLE)
    rows[1][3:5] = [str(int(n) + 1) for n in rows[1][3:5]]
    b.write(TABLE, rows)


@bad("one-of-several", "does not say where a record")
def extract_place_turned_round(b: Any) -> None:
    """The table of an extract gives a place that ends before it starts."""
    rows = b.rows(TABLE)
    rows[1][3:5] = [rows[1][4], rows[1][3]]
    b.write(TABLE, rows)


@bad("one-of-several", "says nothing of where")
def bytes_nowhere(b: Any) -> None:
    """It is not said where the records are."""
    b.original()["bytes"] = None


@bad("one-of-several", "says nothing of where")
def file_not_opened(b: Any) -> None:
    """It is not said which file the records are from."""
    b.original()["opened"] = None


@bad("taken-out-of", "given whole")
def closed_file_given_whole(b: Any) -> None:
    """A file whose own hash is not given is said to be there whole."""
    b.original()["bytes"] = {"whole": "exhibits/AB1-extract.txt"}


@bad("taken-out-of", "in part only")
def half_closed(b: Any) -> None:
    """The size of a closed file is given and nothing else of it."""
    b.original()["opened"]["size"] = 60


@bad("taken-out-of", "the proof does not hold")
def closed_file_named_by_its_hash(b: Any) -> None:
    """The chronology names a closed file by a hash of its own."""
    rows = b.rows(CHRONOLOGY)
    place = rows[0].index("original_sha256")
    for row in rows[1:]:
        row[place] = "ab" * 32 if row[place] else ""
    b.write(CHRONOLOGY, rows)


@bad("one-of-several", "cannot be one of this bundle")
def file_outside(b: Any) -> None:
    """The extract is said to lie outside the bundle."""
    b.original()["bytes"]["extracts"][0]["file"] = "../AB1-extract.txt"


@bad("whole-thread", "is not the file that was sealed")
def file_changed_between_records(b: Any) -> None:
    """A byte that is in no record is changed in a file given as received."""
    b.files["exhibits/AB1.txt"] = b.files["exhibits/AB1.txt"].replace(b"\n", b"\r", 1)


@bad("in-a-zip", "is not the file that was sealed")
def zip_repacked(b: Any) -> None:
    """The zip has a byte more at its end; its member is as it was."""
    b.files["exhibits/AB1.zip"] += b"\n"


@bad("in-a-zip", "damaged, or they are not where")
def member_renamed(b: Any) -> None:
    """The records are said to lie in another member."""
    b.original()["members"] = ["other.txt"]
    rows = b.rows(CHRONOLOGY)
    for row in rows[1:]:
        row[2] = "other.txt"
    b.write(CHRONOLOGY, rows)


@bad("in-a-zip", SIGNED_FOR)
def member_forgotten(b: Any) -> None:
    """The records are said to lie in the zip itself."""
    b.original()["members"] = [""]
    rows = b.rows(CHRONOLOGY)
    for row in rows[1:]:
        row[2] = ""
    b.write(CHRONOLOGY, rows)


@bad("one-of-several", "that the proof does not hold")
def chronology_line_extra(b: Any) -> None:
    """The chronology has a line more."""
    rows = b.rows(CHRONOLOGY)
    b.write(CHRONOLOGY, [*rows, [*rows[1][:3], "0", "8", *rows[1][5:]]])


@bad("one-of-several", "that the proof does not hold")
def chronology_line_twice(b: Any) -> None:
    """The chronology has a line twice."""
    rows = b.rows(CHRONOLOGY)
    b.write(CHRONOLOGY, [*rows, rows[1]])


@bad("one-of-several", "not in the chronology")
def chronology_line_missing(b: Any) -> None:
    """The chronology has a line less."""
    b.write(CHRONOLOGY, b.rows(CHRONOLOGY)[:-1])


@bad("one-of-several", "is not in the bundle")
def chronology_missing(b: Any) -> None:
    """There is no chronology."""
    del b.files[CHRONOLOGY]


@bad("one-of-several", "is not one for this name")
def label_swapped(b: Any) -> None:
    """The thread is given his mother's number, and the claim too."""
    label = b"\x01" + b.made.MUM.encode()
    b.thread()["label"] = b.proof["labels"][0]["label"] = label.hex()


@bad("one-of-several", "is not one for this name", signed=True)
def label_swapped_signed(b: Any) -> None:
    """The same, signed again."""
    label_swapped(b)
    b.sign()


@bad("one-of-several", "has not the name it is said to have")
def label_and_proof_swapped(b: Any) -> None:
    """The thread is given his mother's number with the true proof for that number."""
    label_swapped(b)
    key = vrf_key(b.made.seed_of(b.original()["opened"]["sha256"]))
    b.thread()["pi"] = prove(key, bytes.fromhex(b.thread()["label"])).hex()


@bad("one-of-several", "is not one for this name")
def proof_of_another_label(b: Any) -> None:
    """The name stays, its proof is the one for his mother's number."""
    key = vrf_key(b.made.seed_of(b.original()["opened"]["sha256"]))
    b.thread()["pi"] = prove(key, b"\x01" + b.made.MUM.encode()).hex()


@bad("one-of-several", SIGNED_FOR)
def index_swapped(b: Any) -> None:
    """The name is taken away and another index is said."""
    b.thread().update(index="cd" * 32, label=None, pi=None)
    b.proof["labels"] = []
