"""How many planted leaks are seen, how often none is seen where there is none, and what stays.

The one thing a reader would get wrong: "seen" here means the words stand in something the file
was found to say. Whether they are then recognised as the person's address is the other half.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.leaks_planted import Planted, planted, secrets
from rainbook.handover.gate.files.interface import HEAD, CouldNotLook, Piece, Trace, kind_of

Count = dict[str, list[int]]


def plain(text: str) -> str:
    """Return a text in lower case with only its letters and digits."""
    return "".join(c for c in text.casefold() if c.isalnum())


def told(name: str, data: bytes) -> tuple[list[Piece | Trace], str]:
    """Return what a file says, and why it could not be read to its end ("" when it could)."""
    found: list[Piece | Trace] = []
    try:
        found.extend(kind_of(data[:HEAD], name).look(io.BytesIO(data), len(data)))
    except CouldNotLook as fault:
        return found, str(fault)
    return found, ""


def says(found: Iterable[Piece | Trace], words: str, metadata: bool = False) -> bool:
    """Say whether the words stand anywhere in what was found (or only in its metadata)."""
    wanted = plain(words)
    return any(
        wanted in plain(one.text if isinstance(one, Piece) else one.shown)
        for one in found if one.metadata or not metadata
    )


def bare_says(one: Planted) -> str:
    """Return what became of the words in a bare copy: gone, there, kept back, could not look."""
    out = io.BytesIO()
    kind = kind_of(one.data[:HEAD], one.name)
    try:
        gone = kind.bare(io.BytesIO(one.data), out)
    except CouldNotLook:
        return "could not look"
    if gone is None:
        return "kept back"
    again, fault = told(one.name, out.getvalue())
    if fault:
        return "could not look"
    # a trace is a leak by itself, whatever it says
    trace = any(isinstance(x, Trace) and x.metadata for x in again)
    return "there" if trace or says(again, one.words) else "gone"


@dataclass(slots=True)
class Figures:
    """What was counted: seen and all, by kind of file and of secret; and what went wrong."""

    by_format: Count = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    by_secret: Count = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    bare: Count = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    missed: list[str] = field(default_factory=list)
    kept_back: int = 0
    without: int = 0
    false: int = 0
    to_judge: int = 0


def count(files: Iterable[Planted], everything: Sequence[str]) -> Figures:
    """Look into every file and count; `everything` is all that was planted anywhere."""
    done = Figures()
    for one in files:
        found, fault = told(one.name, one.data)
        if not one.words:
            done.without += 1
            done.false += any(says(found, words) for words in everything)
            done.to_judge += any(isinstance(x, Trace) and x.kind != "unseen" for x in found)
            done.missed += [f"{one.name}: could not be looked into: {fault}"] if fault else []
            continue
        seen, ending = not fault and says(found, one.words), one.name.rpartition(".")[2]
        for table, key in ((done.by_format, ending), (done.by_secret, one.secret)):
            table[key][0] += seen
            table[key][1] += 1
        if not seen:
            done.missed.append(f"{one.name} {one.where}, {one.words!r}: {fault or 'missed'}")
        if one.metadata:
            _count_bare(one, ending, done)
    return done


def _count_bare(one: Planted, ending: str, done: Figures) -> None:
    result = bare_says(one)
    if result == "kept back":
        done.kept_back += 1
        return
    done.bare[ending][0] += result == "gone"
    done.bare[ending][1] += 1
    if result != "gone":
        done.missed.append(f"{one.name} {one.where}: in the bare copy: {result}")


def main() -> int:
    """Print the figures; return 1 when a planted leak was missed or stayed in a bare copy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    seed = parser.parse_args().seed
    files = list(planted(seed))
    began = time.perf_counter()
    done = count(files, [word for words in secrets(seed).values() for word in words])
    total, size = len(files) - done.without, sum(len(one.data) for one in files)
    print(f"{total} planted, {done.without} without, {size:,} bytes, "
          f"{time.perf_counter() - began:.1f} s; seed {seed}")
    _print("seen, by kind of file", done.by_format)
    _print("seen, by kind of secret", done.by_secret)
    _print("metadata gone from the bare copy, looked into again", done.bare)
    print(f"kept back, because such a file cannot be made bare: {done.kept_back}")
    print(f"of {done.without} files without a leak, in 100: a planted word was seen in "
          f"{100 * done.false / done.without:.1f}, a trace to be judged in "
          f"{100 * done.to_judge / done.without:.1f}")
    print(*done.missed[:60], sep="\n")
    return 1 if done.missed or done.false else 0


def _print(title: str, table: Count) -> None:
    seen, total = (sum(row[n] for row in table.values()) for n in (0, 1))
    print(f"{title}: {seen} of {total} ({100 * seen / total:.1f} %)")
    for key, (good, many) in sorted(table.items()):
        print(f"    {key:16} {good:4} of {many:4}")


if __name__ == "__main__":
    sys.exit(main())
