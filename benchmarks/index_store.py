"""Where the event rows are kept: our encrypted columns beside SQLCipher, on the same million rows
in the same run.

The one thing a reader would get wrong: both are asked the same question after being opened again
from disk, and both
answers are compared. SQLCipher is a peer here, not a part of the product (docs/decisions/0003).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from timing import child, compare

MAKE = """
import sys, numpy as np
from rainbook.record import COLUMNS, EventTable
rows = int(sys.argv[2])
rng = np.random.default_rng(7)
columns = {n: np.zeros(rows, t) for n, t in COLUMNS.items()}
columns['start'] = np.arange(rows) * 86; columns['end'] = columns['start'] + 86
columns['earliest'] = np.cumsum(rng.integers(1, 300, rows)) * 1_000_000 + 1_500_000_000_000_000
columns['latest'] = columns['earliest'] + 999_999
columns['actor'] = rng.integers(0, 3, rows).astype(np.int32)
columns['seq'] = np.arange(rows); columns['member'][:] = -1; columns['duration'][:] = -1
after = int(columns['earliest'][rows // 2])
"""
OURS = (
    MAKE
    + """
from pathlib import Path
from rainbook.custody import LEAST, Vault
from rainbook.events.tables import pack, unpack
import io
table = EventTable(columns=columns, originals=('0' * 64,))
where = Path(sys.argv[1]) / 'ours'
import shutil; shutil.rmtree(where, ignore_errors=True)
vault, _ = Vault.create(where, 'for measuring only', 'owner', cost=LEAST)
with vault:
    sha = vault.seal(io.BytesIO(b'x'), 'x', 'owner', '', '', '').sha256
    vault.keep_table(sha, pack(table, ''))
with Vault.open(where, 'for measuring only') as again:
    read = unpack(again.table(sha), '')
    print(int(((read.actor == 1) & (read.earliest > after)).sum()), 'rows')
"""
)
PEER = (
    MAKE
    + """
import os, sqlcipher3
path = sys.argv[1] + '/peer.db'
for old in (path, path + '-wal', path + '-shm'):
    if os.path.exists(old): os.remove(old)
def opened():
    made = sqlcipher3.connect(path)
    made.execute("PRAGMA key = \\"x'" + '11' * 32 + "'\\"")
    made.execute('PRAGMA journal_mode = WAL')
    return made
names = list(columns)
base = opened()
base.execute('CREATE TABLE event (' + ', '.join(f'"{n}"' for n in names) + ')')
with base:
    marks = ','.join('?' * len(names))
    rows = zip(*(columns[n].tolist() for n in names))
    base.executemany('INSERT INTO event VALUES (' + marks + ')', rows)
    base.execute('CREATE INDEX by_actor ON event (actor, earliest)')
base.close()
again = opened()
ask = 'SELECT count(*) FROM event WHERE actor = 1 AND earliest > ?'
print(again.execute(ask, (after,)).fetchone()[0], 'rows')
"""
)


def main() -> int:
    """Print a row for each; return 1 when their answers differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "making the rows alone": child(
                MAKE + "print(rows, 'rows made')", folder, str(given.rows)
            ),
            "SQLCipher 4, with index (peer)": child(PEER, folder, str(given.rows)),
            "rainbook, encrypted columns": child(OURS, folder, str(given.rows)),
        }
        found = compare(commands, given.runs, "SQLCipher 4, with index (peer)")
        for name in ("peer.db", "ours"):
            size = sum(
                p.stat().st_size
                for p in [Path(folder, name), *Path(folder, name).rglob("*")]
                if p.is_file()
            )
            print(f"{name:34}{size / 1e6:9.1f} MB on disk")
    said = {runs[-1].said for name, runs in found.items() if "alone" not in name}
    return int(len(said) != 1)


if __name__ == "__main__":
    sys.exit(main())
