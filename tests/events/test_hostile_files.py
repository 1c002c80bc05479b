"""Files made to fill the computer or stop the import: each ends in under five seconds and 300 MB,
with a named reason or whole rows.

The one thing a reader would get wrong: each file is read in a process of its own, so that the peak
of one says nothing about another. Where the system does not tell the peak, only time is checked.
"""

from __future__ import annotations

import io
import json
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# measured: each under 5 s of processor time alone; here a busy machine must not fail the build
SECONDS, MEGABYTES = 30.0, 300
READ = """
import json, sys, time
from pathlib import Path
from rainbook.events.containers import open_original
from rainbook.events.reading import accounted, read_opened
from rainbook.events.shown import event_of
from rainbook.events.sources.interface import Asked
began = time.process_time()
opened = open_original(open(sys.argv[1], "rb"), "5" * 64, "WhatsApp Chat with Alex.zip")
tables = list(read_opened(opened, Asked()))
counted = accounted(tables, opened.size)
by_path = {m.path: m for m in opened.materials}
fetch = lambda _, member, start, end: by_path[member].read_at(start, end - start)
rows, longest = sum(map(len, tables)), 0
for table in tables if rows < 100_000 else ():
    for row in range(len(table)):
        longest = max(longest, len(event_of(table, row, fetch).words or ""))
seconds = time.process_time() - began
status = Path("/proc/self/status")
told = status.read_text() if status.exists() else "VmHWM: 0 kB"
peak = int(told.split("VmHWM:")[1].split()[0]) / 1024
codes = sorted({p.code for t in tables for p in t.problems})
print(json.dumps([seconds, peak, codes, rows, longest, counted.bytes - counted.of, counted.twice]))
"""
HEADER = b"24/01/2024, 09:00 - Alex: "


def packed(count: int, size: int) -> bytes:
    """Return a zip of that many members of zeros."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for number in range(count):
            archive.writestr(f"{number}.txt", bytes(size))
    return made.getvalue()


def overlapping() -> bytes:
    """Return a zip whose fifty entries are all the same packed megabyte."""
    plain = HEADER + b"x" * (1 << 20) + b"\n"
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = deflate.compress(plain) + deflate.flush()
    fields = (20, 0, 8, 0, 0, zlib.crc32(plain), len(body), len(plain))
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", *fields, 5, 0) + b"a.txt" + body
    entries = b"".join(
        struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, *fields, 5, 0, 0, 0, 0, 0, 0) + b"a.txt"
        for _ in range(50)
    )
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 50, 50, len(entries), len(local), 0)
    return local + entries + end


def lying_count(entries: int, says: int) -> bytes:
    """Return a zip whose end says it holds few files, and whose list holds very many."""
    one = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, *[0] * 7, 1, *[0] * 6) + b"a"
    listed = one * entries
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, says, says, len(listed), 4, 0)
    return b"PK\x03\x04" + listed + end


def lying_zip64(entries: int) -> bytes:
    """Return the same with a second end that only a large zip has."""
    raw = lying_count(entries, 1)
    listed, end = raw[4:-22], bytearray(raw[-22:])
    end[12:16] = struct.pack("<L", 47)
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, entries, entries,
                       len(listed), 4)  # fmt: skip
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 4 + len(listed), 1)
    return b"PK\x03\x04" + listed + wide + locator + bytes(end)


def many_large_members() -> bytes:
    """Return a zip with forty members of eight megabytes: photos, say."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("_chat.txt", HEADER + b"hello\n")
        for number in range(40):
            archive.writestr(f"{number}.jpg", b"\xff\xd8\xff" + bytes(8 << 20))
    return made.getvalue()


def long_lines_in_a_zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("_chat.txt", (HEADER + b"x" * (1_200_000) + b"\n") * 40)
    return made.getvalue()


HOSTILE = [
    # what it is, its bytes, its reasons, how many rows, the longest words
    ("a bomb by ratio", lambda: packed(2, 70 << 20), ["zip_bomb"], 0, 0),
    ("a bomb by number", lambda: packed(200, 1 << 20), ["zip_bomb"], 0, 0),
    ("overlapping members", overlapping, ["zip_overlap"], 0, 0),
    ("too many members", lambda: lying_count(200_000, 65_535), ["zip_too_many"], 0, 0),
    ("a list that lies", lambda: lying_count(200_000, 1), ["zip_too_many"], 0, 0),
    ("a second end that lies", lambda: lying_zip64(200_000), ["zip_too_many"], 0, 0),
    ("many photos", many_large_members, ["not_read"], 1, 5),
    ("long lines in a zip", long_lines_in_a_zip, [], 40, 1_200_000),
    ("one line of 50 MB", lambda: HEADER + b"x" * 50_000_000 + b"\n" + HEADER + b"y", [], 2,
     50_000_000),
    ("50 MB without a line end", lambda: HEADER + b"1" * 50_000_000, [], 1, 50_000_000),
    ("lines that are nearly headers",
     lambda: HEADER + b"\n24/01/2024, 09:00 _ Alex: x" * 500_000, [], 1, 14_000_000),
    ("50 MB before the first line", lambda: b"\n" * 50_000_000 + HEADER, ["no_reader"], 0, 0),
    ("names without end", lambda: HEADER + b"\n24/01/2024, 09:00 - " * 3000 + b"x" * 30_000_000, [],
     3001, 30_000_000),
    ("broken text", lambda: (HEADER + b"\xff\n") * 200_000, [], 200_000, 0),
    ("brackets", lambda: HEADER + b"[" * 30_000_000 + b"\n" + b"<" * 9_000_000 + b">", [], 1,
     39_000_002),
    ("marks", lambda: HEADER + "\u200e".encode() * 5_000_000 + b"\n" + HEADER, [], 2, 5_000_000),
    ("every line a new name", lambda: b"".join(b"24/01/2024, 09:00 - %d: x\n" % n
                                               for n in range(200_000)), [], 200_000, 0),
    ("times in any order", lambda: b"".join(b"%02d/%02d/2024, 09:00 - A: x\n" % (n * 7 % 28 + 1, n
                                            % 12 + 1) for n in range(300_000)), [], 300_000, 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("made", "codes", "rows", "longest"),
    [h[1:] for h in HOSTILE],
    ids=[h[0] for h in HOSTILE],
)
def test_it_ends_soon_and_small(
    made: Callable[[], bytes], codes: list[str], rows: int, longest: int, tmp_path: Path
) -> None:
    file = tmp_path / "WhatsApp Chat with Alex.zip"
    file.write_bytes(made())
    path = os.pathsep.join(p for p in (str(ROOT), os.environ.get("PYTHONPATH", "")) if p)
    ran = subprocess.run(
        [sys.executable, "-c", READ, str(file)], capture_output=True, text=True, timeout=120,
        env={**os.environ, "PYTHONPATH": path}, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    seconds, peak, found, counted, words, missing, twice = json.loads(ran.stdout)
    assert (found, counted, words, missing, twice) == (codes, rows, longest, 0, 0)
    assert seconds < SECONDS
    assert peak < MEGABYTES
