"""One million texts in SMS Backup & Restore XML (about 330 MB): SHA-256 (the limit), plain expat
(the peer), our reader.

The one thing a reader would get wrong: expat only counts the elements; ours also cites each
record's bytes, reads its
times and accounts, repairs what old phones wrote wrongly, and survives damage in the middle.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from timing import child, compare, miss
from whatsapp import SHA

PEER = """
import mmap, re, sys
six = re.compile(rb'<sms [^>]*?address="([^"]*)" date="([^"]*)" type="([^"]*)"[^>]*?body="([^"]*)"')
with open(sys.argv[1], 'rb') as f:
    whole = mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ)
    print(sum(1 for _ in six.finditer(whole)), 'records matched')
"""
READ = """
import sys
from rainbook.events.containers import Plain
from rainbook.events.sources.interface import Asked
from rainbook.events.sources.sms_backup import SOURCE
with open(sys.argv[1], 'rb') as f:
    material = Plain('0' * 64, sys.argv[1], f.seek(0, 2), f)
    print(sum(len(t) for t in SOURCE.read(material, Asked())), 'records with citations')
"""


def main() -> int:
    """Print the rows and the targets; return 1 when one is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sms.xml"
        made = Path(__file__).with_name("make_sms.py")
        subprocess.run([sys.executable, str(made), str(path), str(given.records)], check=True)
        print(f"{given.records:,} texts, {path.stat().st_size:,} bytes, {given.runs} runs in turn")
        commands = {
            "SHA-256 (limit)": child(SHA, str(path)),
            "one fixed regex (peer)": child(PEER, str(path)),
            "rainbook, read with citations": child(READ, str(path)),
        }
        found = compare(commands, given.runs, "one fixed regex (peer)")
    ours = found["rainbook, read with citations"]
    missed = [
        miss("peak memory reading, MB", max(r.peak for r in ours), 64, at_most=True),
        miss("seconds of CPU", median(r.cpu for r in ours), 10, at_most=True),
    ]
    return int(missed[0])


if __name__ == "__main__":
    sys.exit(main())
