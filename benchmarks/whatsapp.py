"""One million WhatsApp messages: SHA-256 (the physical limit), whatstk (the peer), our reader, and
file to sealed case.

The one thing a reader would get wrong: all four work on the same generated file in the same run.
"Sealed case" is the
whole of it: a new key (Argon2id), sealing, reading with citations, the encrypted table, and one
question answered
from it after opening it again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

from make_whatsapp import write
from timing import child, compare, miss

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
import sys, shutil, tempfile
from pathlib import Path
from rainbook.case import new_book, open_book
where = Path(tempfile.mkdtemp(dir=sys.argv[2]))
book, _ = new_book(where / 'book', 'a passphrase for measuring', 'owner')
with book:
    book.add(Path(sys.argv[1]))
with open_book(where / 'book', 'a passphrase for measuring', 'owner') as again:
    table = again.table()
    print(int((table.actor == 0).sum()), 'messages of the first account')
shutil.rmtree(where)
"""


def main() -> int:
    """Print the rows and the targets; return 1 when one is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--style", choices=("ios", "android"), default="ios")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "chat.txt"
        write(path, given.messages, given.style)
        print(
            f"{given.messages:,} messages, {path.stat().st_size:,} bytes, {given.style} style, {given.runs} runs in turn"
        )
        commands = {
            "SHA-256 (limit)": child(SHA, str(path)),
            "whatstk 0.9.1, parse only (peer)": child(PEER, str(path)),
            "rainbook, read with citations": child(READ, str(path)),
            "rainbook, file to sealed case": child(CASE, str(path), folder),
        }
        found = compare(commands, given.runs, "whatstk 0.9.1, parse only (peer)")
    peer, read, case = (found[n] for n in list(found)[1:])
    missed = [
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
    return int(any(missed))


if __name__ == "__main__":
    sys.exit(main())
