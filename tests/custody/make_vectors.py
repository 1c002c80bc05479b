"""Writes vectors/.

One good book with known keys, and the edits of it that every reader must refuse.

The one thing a reader would get wrong: this is run by hand, when the format gets a new version. The
files it wrote are the specification; running it again makes another book with other random bytes.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rainbook.custody import LEAST, Vault
from rainbook.record import PersonNamed, Setting, Withdrawn

VECTORS = Path(__file__).parent / "vectors"
PASSPHRASE = "five blue Ångström kettles"
"""Typed with U+212B, the Angstrom sign; NFKC makes it the letter U+00C5."""
LONG = bytes(n * 7 % 251 for n in range(2 * 65536 + 100))
SHORT = b"Tuesday. The bell rang twice at 21:40. Nobody there.\n"
HEADER, STEP = 83, 65552
Edit = dict[str, Any]


def clock() -> Iterator[str]:
    for minute in range(60):
        yield f"2026-03-01T09:{minute:02d}:00+00:00"


def build(folder: Path) -> dict[str, Any]:
    """Make the good book; return what a reader must find, and the heads and record ends passed."""
    ticks = clock()
    vault, code = Vault.create(folder, PASSPHRASE, "A. Bell", cost=LEAST, clock=ticks.__next__)
    heads, ends = [], []

    def step() -> None:
        heads.append((folder / "head").read_bytes().hex())
        ends.append((folder / "log").stat().st_size)

    step()
    kept = []
    for data, name in ((LONG, "long.bin"), (SHORT, "diary.txt")):
        kept.append(vault.seal(io.BytesIO(data), name, "A. Bell", "my phone", "export", "yes"))
        step()
    number = vault.decide(PersonNamed("p1", "R. Example", "suspect"), "A. Bell", "I know him")
    step()
    vault.decide(Setting("zone", "Europe/London"), "A. Bell", "where I live")
    step()
    vault.decide(Withdrawn(number), "A. Bell", "wrong name")
    step()
    vault.keep_table(kept[1].sha256, b"columns " * 20)
    names = {o.name: vault._book.path_of(o.sha256).relative_to(folder).as_posix() for o in kept}
    slots = {h.kind: f"keys/{h.slot}.json" for h in vault.holders()}
    table = vault._book.table_path_of(kept[1].sha256).relative_to(folder).as_posix()
    mark = vault.mark()
    vault.close()
    return {
        "passphrase": PASSPHRASE, "recovery_code": code, "mark": mark, "slots": slots,
        "kinds": ["begun", "sealed", "sealed", "decided", "decided", "decided"],
        "originals": {o.sha256: {"name": o.name, "size": o.size, "file": names[o.name]}
                      for o in kept},
        "table": table, "heads": heads, "ends": ends,
    }


def changed_slot(data: bytes, **figures: int) -> str:
    slot = json.loads(data) | figures
    del slot["check"]

    def written(fields: dict[str, Any]) -> bytes:
        return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode() + b"\n"

    slot["check"] = hashlib.sha256(written(slot)).hexdigest()
    return written(slot).hex()


def edit(name: str, edits: list[Edit], *found: tuple[str, str], opens: str = "") -> Edit:
    """One vector.

    The edits to make, every fault `verify` must then name, or the refusal to open.
    """
    return {"name": name, "edits": edits, "found": [list(f) for f in found], "opens": opens}


def flip(file: str, at: int) -> list[Edit]:
    return [{"do": "flip", "file": file, "at": at}]


def cut(file: str, start: int, end: int) -> list[Edit]:
    return [{"do": "cut", "file": file, "from": start, "to": end}]


def put(file: str, data: bytes) -> list[Edit]:
    return [{"do": "put", "file": file, "hex": data.hex()}]


def swap(file: str, one: list[int], two: list[int]) -> list[Edit]:
    return [{"do": "swap", "file": file, "one": one, "two": two}]


def after(file: str, data: bytes) -> list[Edit]:
    return [{"do": "append", "file": file, "hex": data.hex()}]


def gone(file: str) -> list[Edit]:
    return [{"do": "remove", "file": file}]


def file_of(book: dict[str, Any], name: str) -> str:
    return str(next(o["file"] for o in book["originals"].values() if o["name"] == name))


def flips(good: dict[str, Any], folder: Path) -> list[Edit]:
    """A byte flipped in each region of each kind of file."""
    log, ends, long = "log", good["ends"], file_of(good, "long.bin")
    size = (folder / long).stat().st_size
    regions = [
        ("the first word of a sealed file", long, 0), ("the size in a header", long, 15),
        ("the nonce prefix", long, 16), ("the nonce of the wrapping", long, 23),
        ("the wrapped key", long, 40), ("the first chunk", long, HEADER + 5),
        ("the tag of the first chunk", long, HEADER + STEP - 1),
        ("the last chunk", long, size - 17), ("the tag of the last chunk", long, size - 1),
        ("a record's length", log, ends[2] + 1), ("a record's number", log, ends[2] + 11),
        ("a record's chain value", log, ends[2] + 20), ("a record's nonce", log, ends[2] + 50),
        ("a record's words", log, ends[2] + 80), ("a record's tag", log, ends[3] - 1),
        ("the last record", log, ends[-1] - 1), ("the head's nonce", "head", 3),
        ("the head's figures", "head", 20), ("the head's tag", "head", 83),
        ("a table's header", good["table"], 30), ("a table's words", good["table"], HEADER + 1),
        ("a slot that was not used", good["slots"]["recovery"], 200),
    ]
    return [edit(f"a byte flipped in {what}", flip(file, at), ("changed", file))
            for what, file, at in regions]


def sealed(good: dict[str, Any], folder: Path, other: dict[str, Any], there: Path) -> list[Edit]:
    """Chunks, sealed files and tables moved, cut, added and taken away."""
    long, short = file_of(good, "long.bin"), file_of(good, "diary.txt")
    size, same = (folder / long).stat().st_size, file_of(other, "diary.txt")
    first, second = [HEADER, HEADER + STEP], [HEADER + STEP, HEADER + 2 * STEP]
    foreign, nowhere = (there / same).read_bytes(), "originals/00/" + "00" * 32
    return [
        edit("two chunks changed places", swap(long, first, second), ("reordered", long)),
        edit("a chunk dropped", cut(long, *first), ("missing", long)),
        edit("the last chunk dropped", cut(long, second[1], size), ("cut", long)),
        edit("the tail of a sealed file cut", cut(long, size - 7, size), ("cut", long)),
        edit("a sealed file cut to its header", cut(long, HEADER, size), ("cut", long)),
        edit("bytes after a sealed file", after(long, bytes(9)), ("added", long)),
        edit("bytes after a table", after(good["table"], b"A"), ("added", good["table"])),
        edit("an original gone", gone(short), ("missing", short)),
        edit("two originals changed names", [{"do": "exchange", "file": short, "with": long}],
             ("changed", short), ("changed", long)),
        edit("a sealed file under a name that is not its own",
             [{"do": "copy", "file": short, "to": nowhere}], ("added", nowhere)),
        edit("a sealed file of another book in place", put(short, foreign), ("changed", short)),
        edit("a sealed file of another book added", put(same, foreign), ("added", same)),
        edit("a file that does not belong", put("notes", b"x"), ("added", "notes")),
        edit("bytes in the lock", put("lock", b"x"), ("added", "lock")),
    ]


def logged(good: dict[str, Any], there: Path) -> list[Edit]:
    """Records moved, cut, added and taken away; old heads."""
    log, ends, top = "log", good["ends"], good["ends"][-1]
    heads = [bytes.fromhex(head) for head in good["heads"]]
    slots = [("unreadable", slot) for slot in good["slots"].values()]
    unknown = [*slots, ("unreadable", good["table"]),
               *(("unreadable", o["file"]) for o in good["originals"].values())]
    twice = [{"do": "insert", "file": log, "at": ends[3], "from": ends[2], "to": ends[3]}]
    return [
        edit("a byte flipped in the first record", flip(log, 60), ("changed", log), *slots),
        edit("two records changed places", swap(log, [ends[2], ends[3]], [ends[3], ends[4]]),
             ("reordered", log)),
        edit("a record dropped in the middle", cut(log, ends[2], ends[3]), ("missing", log)),
        edit("a record standing twice", twice, ("added", log)),
        edit("the log cut by a record", cut(log, ends[4], top), ("cut", log)),
        edit("the log cut inside a record", cut(log, top - 30, top), ("cut", log)),
        edit("an empty log", cut(log, 0, top), ("cut", log), *unknown),
        edit("bytes after the log", after(log, b"Z" * 40), ("added", log)),
        edit("the start of a record after the log", after(log, b"\0\0\1D" + b"Z" * 40),
             ("unfinished", log)),
        edit("the log of another book", put(log, (there / log).read_bytes()),
             ("changed", log), ("changed", "head"), *unknown),
        edit("an older head", put("head", heads[3]), ("changed", "head")),
        edit("a head of one entry before", put("head", heads[4]), ("unfinished", log)),
        edit("no head", gone("head"), ("missing", "head")),
    ]


def opening(good: dict[str, Any], folder: Path, other: dict[str, Any], there: Path) -> list[Edit]:
    """Slots and the format."""
    owner, recovery = good["slots"]["owner"], good["slots"]["recovery"]
    own = (folder / owner).read_bytes()
    stranger, foreign = "keys/ffffffffffffffff.json", there / other["slots"]["recovery"]
    cheap, dear, long = (bytes.fromhex(changed_slot(own, **figures)) for figures in (
        {"memory_kib": 64}, {"memory_kib": 104_857_600}, {"passes": 1000}))
    return [
        edit("a slot of another book added", put(stranger, foreign.read_bytes()),
             ("added", stranger)),
        edit("a slot gone", gone(recovery), ("missing", recovery)),
        edit("a slot that asks for too little", put(owner, cheap), opens="SlotCostRefused"),
        edit("a slot that asks for 100 GiB", put(owner, dear), opens="SlotCostRefused"),
        edit("a slot that asks for 1000 passes", put(owner, long), opens="SlotCostRefused"),
        edit("a slot with a flipped byte", flip(owner, 200), opens="SlotDamaged"),
        edit("a slot with a space at its end", after(owner, b" "), opens="SlotDamaged"),
        edit("another format", put("format", b"book 2\n"), opens="UnknownVersion"),
        edit("bytes after the format", after("format", b"\n"), opens="NotABook"),
        edit("no format", gone("format"), opens="NotABook"),
    ]


def main() -> None:
    """Write the vectors afresh."""
    shutil.rmtree(VECTORS, ignore_errors=True)
    VECTORS.mkdir()
    with tempfile.TemporaryDirectory() as scratch:
        there = Path(scratch) / "other"
        other = build(there)
        good = build(VECTORS / "good")
        here = VECTORS / "good"
        refused = [*flips(good, here), *sealed(good, here, other, there), *logged(good, there),
                   *opening(good, here, other, there)]
    for name, value in (("good", good), ("refused", refused)):
        text = json.dumps(value, indent=1, ensure_ascii=True) + "\n"
        (VECTORS / f"{name}.json").write_text(text, encoding="ascii", newline="\n")
    sys.stdout.write(f"{len(refused)} edits written\n")


if __name__ == "__main__":
    main()
