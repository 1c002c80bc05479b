"""Hand-overs measured: a chat with pictures, one thread out of a million texts, and checking.

The one thing a reader would get wrong: the books are made before, untimed. Each row is a process of
its own from opening the book to the bundle in its folder, gate, proof and signature included; its
peak is that of the largest process it starts. The limit beside it is SHA-256 over every byte of
the same bundle. "Checked" hashes, reads the proof and opens every record it gives.

    python -m benchmarks.handover [--runs N] [--messages N] [--crowd N]
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from statistics import median

from benchmarks.make_handover import CHAT, THEIRS, chat_with_pictures, crowd_of_texts
from benchmarks.timing import Run, compare

PASS = "a passphrase for measuring"
MAKE = """
import sys
from pathlib import Path
from rainbook.case import new_book
from rainbook.custody import LEAST
from rainbook.record import AccountOf, Answered, PersonNamed
book, _ = new_book(Path(sys.argv[1]), sys.argv[3], 'owner', LEAST)
with book:
    book.add(Path(sys.argv[2]))
    book.decide(PersonNamed('alex', 'Alex Reed', 'suspect'))
    book.decide(PersonNamed('sam', 'Sam', 'complainant'))
    for line in book.looked().accounts:
        if sys.argv[4] in line.key:
            book.decide(AccountOf('alex', line.key, 'own number'))
    book.decide(Answered('keep-back', 'no'))
"""
GIVE = """
import shutil, sys
from pathlib import Path
from rainbook.case import open_book
from rainbook.case.agreeing import Agreed
from rainbook.record import Disclosure
shutil.rmtree(sys.argv[2], ignore_errors=True)
with open_book(Path(sys.argv[1]), sys.argv[3], 'owner') as book:
    made = book.hand_over(
        Path(sys.argv[2]), Disclosure(('alex',), 'SO'), lambda report: Agreed(True, 'yes')
    )
    print(len(made.files), 'files')
"""
CHECK = """
import sys
from pathlib import Path
from rainbook.case import check_folder
found = check_folder(Path(sys.argv[1]), lambda: '')
assert not found.faults, found.faults
print(len(found.said), 'sentences, 0 faults')
"""
SHA = """
import hashlib, sys
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob('*')):
    if path.is_file():
        with path.open('rb') as f: last = hashlib.file_digest(f, 'sha256').hexdigest()
print(last[:16])
"""


def python(code: str, *given: object) -> list[str]:
    """Return the command that runs a piece of code in a process of its own."""
    return [sys.executable, "-c", code, *map(str, given)]


def book_of(file: Path, book: Path, theirs: str) -> None:
    """Make the book of one file, with the person's account said to be theirs."""
    subprocess.run(python(MAKE, book, file, PASS, theirs), check=True)


def digest(folder: Path) -> str:
    """Return one hash over every file of a bundle and its name."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return total.hexdigest()


def give(name: str, book: Path, out: Path, runs: int) -> None:
    """Hand one book over again and again, beside the limit, and say whether the bytes agree."""
    subprocess.run(python(GIVE, book, out, PASS), check=True, stdout=subprocess.DEVNULL)
    first = digest(out)
    found = compare(
        {name: python(GIVE, book, out, PASS), "SHA-256 of the bundle": python(SHA, out)},
        runs, "SHA-256 of the bundle",
    )
    same = "identical bytes" if digest(out) == first else "OTHER BYTES"
    size = (out / "proof" / "proof.json").stat().st_size
    print(f"{'':34}two runs: {same}; proof {size / 1000:.0f} kB\n")
    _report(name, found[name])


def _report(name: str, some: list[Run]) -> None:
    wall, peak = median(r.wall for r in some), max(r.peak for r in some)
    print(f"{'':34}{name}: {wall:.1f} s, peak {peak:.0f} MB\n")


def films(path: Path, count: int, size: int) -> None:
    """Write a chat in which `count` films of `size` bytes were sent."""
    block = hashlib.shake_256(b"film").digest(1 << 20)
    head = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom"
    rest = size - len(head) - 8
    with zipfile.ZipFile(path, "w") as out:
        names = [f"VID-20220701-WA{n:04d}.mp4" for n in range(count)]
        lines = [f"01/07/2022, 08:{n:02d} - Alex Reed: {v} (file attached)\n"
                 for n, v in enumerate(names)]
        out.writestr(zipfile.ZipInfo(f"{CHAT}.txt"), "".join(lines))
        for name in names:
            with out.open(zipfile.ZipInfo(name), "w", force_zip64=True) as film:
                film.write(head + (rest + 8).to_bytes(4, "big") + b"mdat")
                for at in range(0, rest, len(block)):
                    film.write(block[: min(len(block), rest - at)])


def check(book: Path, out: Path, runs: int) -> None:
    """Check a bundle with large exhibits and print megabytes a second."""
    subprocess.run(python(GIVE, book, out, PASS), check=True, stdout=subprocess.DEVNULL)
    size = sum(p.stat().st_size for p in out.rglob("*") if p.is_file()) / 1e6
    found = compare(
        {"checked": python(CHECK, out), "SHA-256 of the bundle": python(SHA, out)},
        runs, "SHA-256 of the bundle",
    )
    for name, some in found.items():
        print(f"{'':34}{name}: {size / median(r.wall for r in some):,.0f} MB/s of {size:,.0f} MB")


def main() -> None:
    """Run all three."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--crowd", type=int, default=1_000_000)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        here = Path(made)
        chat = here / f"{CHAT}.zip"
        chat_with_pictures(chat, told.messages, 100)
        book_of(chat, here / "pictures", "lex")
        give(f"{told.messages:,} lines, 100 pictures", here / "pictures", here / "out", told.runs)
        texts = here / "sms.xml"
        crowd_of_texts(texts, told.crowd, 5_000)
        book_of(texts, here / "crowd", THEIRS)
        texts.unlink()
        give(f"5,000 of {told.crowd:,}", here / "crowd", here / "out", told.runs)
        films(chat, 8, 128 << 20)
        book_of(chat, here / "films", "lex")
        chat.unlink()
        check(here / "films", here / "out", told.runs)


if __name__ == "__main__":
    main()
