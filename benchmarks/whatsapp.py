"""One million WhatsApp messages: SHA-256 (the physical limit), whatstk (the peer), our reader, and
file to sealed case.

The one thing a reader would get wrong: all of them work on the same generated file in the same run.
"File to sealed case" opens an empty book with its passphrase (Argon2id), seals the file, reads it
with citations in a process of its own, keeps the encrypted table and answers a question from it;
the last row opens that book again and answers the same question from what is on the disk.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from make_whatsapp import write
from timing import Run, child, compare, miss

SHA = """
import hashlib, sys
with open(sys.argv[1], 'rb') as f: print(hashlib.file_digest(f, 'sha256').hexdigest()[:16])
"""
PEER = """
import sys
from whatstk import WhatsAppChat
print(len(WhatsAppChat.from_source(sys.argv[1], max_size=None).df), 'messages')
"""
READ = """
import sys
from rainbook.events.containers import Plain
from rainbook.events.sources.interface import Asked
from rainbook.events.sources.whatsapp import SOURCE
with open(sys.argv[1], 'rb') as f:
    material = Plain('0' * 64, sys.argv[1], f.seek(0, 2), f)
    print(sum(len(t) for t in SOURCE.read(material, Asked())), 'messages with citations')
"""
CASE = """
import sys
from pathlib import Path
from rainbook.case import open_book
empty = next(p for p in sorted(Path(sys.argv[2]).iterdir()) if not list((p / 'tables').glob('*')))
with open_book(empty, 'a passphrase for measuring', 'owner') as book:
    book.add(Path(sys.argv[1]))
    table = book.table()
    print(int((table.actor == 0).sum()), 'messages of the first account')
"""
AGAIN = """
import sys
from pathlib import Path
from rainbook.case import open_book
with open_book(Path(sys.argv[1]) / '0', 'a passphrase for measuring', 'owner') as book:
    print(int((book.table().actor == 0).sum()), 'messages of the first account')
"""
EMPTY = """
import shutil, sys
from pathlib import Path
from rainbook.case import new_book
for name in sys.argv[2:]:
    book, _ = new_book(Path(sys.argv[1]) / name, 'a passphrase for measuring', 'owner')
    book.close()
"""


def _missed(peer: list[Run], read: list[Run], case: list[Run]) -> list[bool]:
    """Print each target beside what was found; return which were missed."""
    return [
        miss(
            "whatstk CPU / ours, reading",
            median(p.cpu / r.cpu for p, r in zip(peer, read, strict=True)),
            8,
            at_most=False,
        ),
        miss("peak memory reading, MB", max(r.peak for r in read), 300, at_most=True),
        miss(
            "whatstk time / ours, file to sealed case",
            median(p.wall / c.wall for p, c in zip(peer, case, strict=True)),
            4,
            at_most=False,
        ),
    ]


def main() -> int:
    """Print the rows and the targets; return 1 when one is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--style", choices=("ios", "android"), default="ios")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "chat.txt"
        books = Path(folder) / "books"
        books.mkdir()
        write(path, given.messages, given.style)
        print(
            f"{given.messages:,} messages, {path.stat().st_size:,} bytes, {given.style} style, "
            f"{given.runs} runs in turn"
        )
        commands = {
            "SHA-256 (limit)": child(SHA, str(path)),
            "whatstk 0.9.1, parse only (peer)": child(PEER, str(path)),
            "rainbook, read with citations": child(READ, str(path)),
            "rainbook, file to sealed case": child(CASE, str(path), str(books)),
            "rainbook, opened again": child(AGAIN, str(books)),
        }
        names = [str(number) for number in range(given.runs)]
        subprocess.run(child(EMPTY, str(books), *names), check=True)
        found = compare(commands, given.runs, "whatstk 0.9.1, parse only (peer)")
    return int(any(_missed(*(found[n] for n in list(found)[1:4]))))


if __name__ == "__main__":
    sys.exit(main())
