"""The planted files through the gate itself: what is taken out, what is kept back, what is left.

The one thing a reader would get wrong: whether a word is still in a copy is asked of a reader that
knows nothing of what the gate found. A file that is kept back whole gives nothing away and is a
loss, so it is counted apart. A place written in a message is content: it is shown, and left.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from benchmarks.leaks import says, told
from benchmarks.leaks_planted import Planted, planted, secrets
from rainbook.handover.gate.exhibits_bared import bare_exhibits
from rainbook.handover.gate.finder import Finder
from rainbook.handover.gate.interface import GateStopped
from rainbook.handover.gate.last_look import last_look
from rainbook.handover.gate.possible import Gathered
from rainbook.handover.gate.sought import sought_for
from rainbook.record import KEPT_BACK, Exhibit, KeepBack

KINDS = {"plate": "vehicle", "network": "wifi", "calendar": "place", "postcode": "address",
         "phone": "number", "street": "address"}
LEFT, SHOWN, MASKED, BARE, WHOLE, STOPPED = "left", "shown", "masked", "bare", "kept", "stopped"


def kind_for(secret: str) -> str:
    """Return the kind a person would have said it under."""
    kind = KINDS.get(secret, secret)
    return kind if kind in KEPT_BACK else "something else"


def through(one: Planted, finder: Finder, folder: Path) -> tuple[str, int]:
    """Return what became of one file, and how many things were said to be taken out of it."""
    for old in folder.iterdir():
        old.unlink()
    (folder / "AB1").with_suffix(Path(one.name).suffix).write_bytes(one.data)
    name = f"exhibits/AB1{Path(one.name).suffix}"
    sha256 = hashlib.sha256(one.data).hexdigest()
    exhibit = Exhibit("AB/1", name, sha256, False, sha256, len(one.data), "planted, as received")
    done = bare_exhibits((exhibit,), folder.parent, finder)
    if not done.exhibits:
        return WHOLE, len(done.kept_back)
    gathered = Gathered(finder, Finder(()))
    try:
        last_look(folder.parent, done.exhibits, finder, gathered)
    except GateStopped:
        return STOPPED, 0
    made = done.exhibits[0]
    found, fault = told(one.name, (folder.parent / made.file).read_bytes())
    gps = one.secret == "GPS" and any(getattr(x, "kind", "") == "place" for x in found)
    if one.secret == "GPS" and any(p.kind == "place" for p in gathered.all()):
        return SHOWN, 0
    if one.words and (fault or gps or says(found, one.words)):
        return LEFT, len(done.kept_back)
    return (MASKED if made.file != name else BARE), len(done.kept_back)


Table = dict[str, dict[str, int]]


def printed(by_format: Table, by_kind: Table) -> None:
    """Print one table for formats and one for kinds."""
    heads = ("planted", "masked", "bare copy", "kept back", "shown", "left in")
    for title, table in (("format", by_format), ("kind", by_kind)):
        print(f"\n{title:18}" + "".join(f"{head:>11}" for head in heads))
        for name, counts in sorted(table.items()):
            cells = [sum(counts.values()), counts[MASKED], counts[BARE],
                     counts[WHOLE] + counts[STOPPED], counts[SHOWN], counts[LEFT]]
            print(f"{name:18}" + "".join(f"{cell:>11}" for cell in cells))


def main() -> int:
    """Print the figures; return 1 when anything planted was left in a file that goes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    seed = parser.parse_args().seed
    every = [
        sought_for(KeepBack(kind_for(kind), words))
        for kind, many in secrets(seed).items() if kind != "GPS"
        for words in many
    ]
    finder, began = Finder(every), time.perf_counter()
    by_format: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    by_kind: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    left: list[str] = []
    without = alarms = lost = 0
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "exhibits"
        folder.mkdir()
        for one in planted(seed):
            what, taken = through(one, finder, folder)
            if not one.words:
                without, alarms, lost = without + 1, alarms + bool(taken), lost + (what == WHOLE)
                continue
            by_format[Path(one.name).suffix][what] += 1
            by_kind[one.secret][what] += 1
            if what == LEFT:
                left.append(f"{one.name}: {one.secret} in {one.where}")
    printed(by_format, by_kind)
    total = sum(sum(c.values()) for c in by_kind.values())
    shown = sum(c[SHOWN] for c in by_kind.values())
    print(f"\nrecall {total - len(left)} of {total}; limit: all of them. Of these {shown} are "
          "places written in a message: shown before somebody says yes, taken out when told")
    print(f"files without: {without}; something taken out of {alarms}, {lost} kept back whole, "
          f"{100 * alarms / max(1, without):.1f} per 100")
    print(f"{time.perf_counter() - began:.1f} s")
    print(*left[:40], sep="\n")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
