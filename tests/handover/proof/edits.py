"""The edits every checker must refuse: what is done to a good bundle, and by whom.

The one thing a reader would get wrong: an edit is made as well as whoever makes it can make it. The
chronology and the extract are changed along with the proof, so that only what the proof itself
holds is left to find it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from rainbook.handover.proof.seeds import halves

Proof = dict[str, Any]
CHRONOLOGY, EXTRACT, TABLE = (
    "messages/chronology.csv", "exhibits/AB1-extract.txt", "exhibits/AB1-spans.csv",
)
PROOF = "proof/proof.json"


@dataclass
class Bundle:
    """The files of a bundle in memory and its proof taken apart; `again`: what signs it again."""

    files: dict[str, bytes]
    made: ModuleType
    proof: Proof = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.proof = json.loads(self.files[PROOF])

    def put(self) -> None:
        """Write the proof back among the files."""
        raw = json.dumps(self.proof, sort_keys=True, separators=(",", ":")).encode() + b"\n"
        self.files[PROOF] = raw

    def sign(self) -> None:
        self.proof = self.made.signed_again(self.proof)

    def original(self, place: int = 0) -> Any:
        return self.proof["originals"][place]

    def thread(self, place: int = 0, original: int = 0) -> Any:
        return self.proof["originals"][original]["given"][place]

    def rows(self, name: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.files[name].decode("utf-8-sig"), newline="")))

    def write(self, name: str, rows: list[list[str]]) -> None:
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\r\n").writerows(rows)
        self.files[name] = out.getvalue().encode("utf-8-sig")


@dataclass(frozen=True)
class Bad:
    """`of`: the good bundle; `signed`: signed again by the holder of the key; `says`: words of the
    refusal.
    """

    of: str
    why: str
    says: str
    edit: Callable[[Bundle], None]
    signed: bool = False


BAD: dict[str, Bad] = {}


def bad(of: str, says: str, signed: bool = False) -> Callable[[Callable[[Bundle], None]], Any]:
    """Put an edit into the table; its docstring says what is done."""

    def keep(edit: Callable[[Bundle], None]) -> Callable[[Bundle], None]:
        name = edit.__name__.replace("_", "-")
        BAD[name] = Bad(of, " ".join((edit.__doc__ or "").split()), says, edit, signed)
        return edit

    return keep


SIGNED_FOR = "are not those that were signed for"


def _line(b: Bundle, start: int) -> int:
    """The row of the chronology that gives the record from this byte."""
    return next(n for n, row in enumerate(b.rows(CHRONOLOGY)) if row[3] == str(start))


def _drop_line(b: Bundle, start: int) -> None:
    rows = b.rows(CHRONOLOGY)
    del rows[_line(b, start)]
    b.write(CHRONOLOGY, rows)


@bad("one-of-several", SIGNED_FOR)
def record_dropped(b: Bundle) -> None:
    """The last of three records is left out and the number made two."""
    one = b.thread()
    left, _ = halves(bytes.fromhex(one["seeds"][0]))
    _drop_line(b, one["records"].pop()[1])
    one.update(count=2, ranges=[[0, 2]], seeds=[left.hex()])


@bad("one-of-several", "fewer hashes than it has places")
def record_dropped_number_kept(b: Bundle) -> None:
    """The last of three records is left out, the number stays and nothing stands for it."""
    one = b.thread()
    left, _ = halves(bytes.fromhex(one["seeds"][0]))
    _drop_line(b, one["records"].pop()[1])
    one.update(ranges=[[0, 2]], seeds=[left.hex()])


@bad("one-of-several", SIGNED_FOR)
def record_added(b: Bundle) -> None:
    """A fourth record that nobody wrote is put behind the third."""
    one = b.thread()
    last = one["records"][-1][2]
    text, at = b"an invented threat", len(b.files[EXTRACT]) + 1
    b.files[EXTRACT] += b"\n" + text
    place = [str(last + 1), str(last + 1 + len(text))]
    spans = [*place, hashlib.sha256(text).hexdigest(), str(at), str(at + len(text)), ""]
    b.write(TABLE, [*b.rows(TABLE), spans])
    sha = b.original()["opened"]["sha256"]
    b.write(CHRONOLOGY, [*b.rows(CHRONOLOGY), ["9", "given", "", *place, sha, ""]])
    one["records"].append([0, last + 1, last + 1 + len(text)])
    one.update(count=4, ranges=[[0, 4]])


@bad("one-of-several", "order of their file")
def records_reordered(b: Bundle) -> None:
    """The first two records change places in the proof."""
    records = b.thread()["records"]
    records[0], records[1] = records[1], records[0]


@bad("whole-thread", "is not the file that was sealed")
def words_reordered(b: Bundle) -> None:
    """Two messages of the file change places, bytes of the same number."""
    name = "exhibits/AB1.txt"
    b.files[name] = b.files[name].replace(b"1|Answer me", b"1|me Answer")


@bad("one-of-several", SIGNED_FOR)
def record_edited(b: Bundle) -> None:
    """One word of the extract is changed, and the hash beside it too."""
    b.files[EXTRACT] = b.files[EXTRACT].replace(b"where you work", b"where you walk")
    rows = b.rows(TABLE)
    for row in rows[1:]:
        piece = b.files[EXTRACT][int(row[3]) : int(row[4])]
        row[2] = hashlib.sha256(piece).hexdigest()
    b.write(TABLE, rows)


@bad("one-of-several", SIGNED_FOR)
def record_moved_between_threads(b: Bundle) -> None:
    """A record of Sam's mother is put into his thread in place of his first."""
    one, text = b.thread(), b"1|call me"
    start = one["records"][0][1]
    place = [str(start - 1 - len(text)), str(start - 1)]
    at = len(b.files[EXTRACT]) + 1
    b.files[EXTRACT] += b"\n" + text
    spans = [*place, hashlib.sha256(text).hexdigest(), str(at), str(at + len(text)), ""]
    b.write(TABLE, [*b.rows(TABLE), spans])
    rows = b.rows(CHRONOLOGY)
    rows[_line(b, start)][3:5] = place
    b.write(CHRONOLOGY, rows)
    one["records"][0] = [0, int(place[0]), int(place[1])]


@bad("some-withheld", SIGNED_FOR)
def withheld_moved_to_another_thread(b: Bundle) -> None:
    """A withheld record of the group and one of his thread change places."""
    first, second = b.thread(0)["hashes"], b.thread(1)["hashes"]
    first[0], second[0] = second[0], first[0]


@bad("some-withheld", SIGNED_FOR)
def count_forged(b: Bundle) -> None:
    """Of three withheld records two are said to be there: eleven become ten."""
    one = next(t for t in b.original()["given"] if t["count"] == 11)
    # of ten with 4 and 5 closed: the parts 0-4, 6-8 and 8-10 are open, 4-6 is closed
    one.update(count=10, ranges=[[0, 4], [6, 10]])
    one.update(seeds=one["seeds"][:3], hashes=one["hashes"][:1])


@bad("one-of-several", SIGNED_FOR)
def count_raised(b: Bundle) -> None:
    """A withheld record is invented at the end of a whole thread."""
    one = b.thread()
    one.update(count=4, hashes=["ab" * 32])
    left, right = halves(bytes.fromhex(one["seeds"][0]))
    one["seeds"] = [left.hex(), right.hex()]


@bad("one-of-several", "no records")
def count_nothing(b: Bundle) -> None:
    """The thread is said to have no records at all."""
    one = b.thread()
    one.update(count=0, ranges=[], seeds=[], records=[], hashes=[])


@bad("one-of-several", "more hashes than it has places")
def extra_hash(b: Bundle) -> None:
    """There is a hash too many."""
    b.thread()["hashes"].append("00" * 32)


@bad("one-of-several", "more hashes than it has places")
def extra_seed(b: Bundle) -> None:
    """There is a seed too many."""
    b.thread()["seeds"].append("00" * 32)


@bad("some-withheld", "fewer hashes than it has places")
def seeds_cut_off(b: Bundle) -> None:
    """The last seed is missing."""
    next(t for t in b.original()["given"] if t["count"] == 11)["seeds"].pop()


@bad("one-of-several", "has not 32 bytes")
def seed_truncated(b: Bundle) -> None:
    """A seed has a byte less."""
    b.thread()["seeds"][0] = b.thread()["seeds"][0][:-2]


@bad("one-of-several", SIGNED_FOR)
def path_cut_off(b: Bundle) -> None:
    """The last neighbour on the way up is missing."""
    b.thread()["path"].pop()


@bad("one-of-several", SIGNED_FOR)
def path_too_long(b: Bundle) -> None:
    """There is a neighbour too many on the way up."""
    b.thread()["path"].append("00" * 32)


@bad("one-of-several", SIGNED_FOR)
def place_swapped(b: Bundle) -> None:
    """The thread is said to stand at the place beside its own."""
    b.thread()["place"] ^= 1


@bad("some-withheld", "not in order, or one stands twice")
def threads_out_of_order(b: Bundle) -> None:
    """The two threads change places in the list."""
    b.original()["given"].reverse()


@bad("one-of-several", "given twice")
def record_twice(b: Bundle) -> None:
    """The thread is given a second time."""
    b.original()["given"].append(dict(b.thread()))


@bad("one-of-several", "ranges of a thread")
def ranges_touch(b: Bundle) -> None:
    """One range is written as two that touch."""
    b.thread()["ranges"] = [[0, 1], [1, 3]]


@bad("one-of-several", "ranges of a thread")
def range_past_the_end(b: Bundle) -> None:
    """A range goes on behind the last record."""
    b.thread()["ranges"] = [[0, 4]]


@bad("one-of-several", "more or fewer records than its ranges")
def record_without_a_range(b: Bundle) -> None:
    """A record is listed that no range opens."""
    one = b.thread()
    one["ranges"] = [[0, 2]]
    one["hashes"] = ["00" * 32]


@bad("one-of-several", "has no bytes")
def record_of_no_bytes(b: Bundle) -> None:
    """A record ends where it starts."""
    record = b.thread()["records"][0]
    record[2] = record[1]
