"""The plain sentences that may be said when a proof holds, with their numbers.

The one thing a reader would get wrong: a sentence here speaks of spellings, not of persons. Whose a
number is, only the complainant says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rainbook.handover.paper.visible import visible
from rainbook.handover.proof.heads import fingerprint
from rainbook.handover.proof.parts import GivenThread, Proof
from rainbook.handover.proof.strict import (
    canonical_json,
    fields,
    hexed,
    number,
    several,
    unreadable,
    words,
)

StampCheck = Callable[[bytes, bytes], tuple[str, str] | str]
"""Token (DER) and the 32 bytes it must stamp → (time in ISO 8601, who), or why it does not hold."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """A stamped statement that fits: how many files, whether it speaks of what was found in them
    too, and when and by whom (None: the token was not checked).
    """

    files: int
    trees: bool
    by: tuple[str, str] | None


def reading_of(reading: str) -> dict[str, Any]:
    """Return how a file was read. Raises Refused."""
    whose = "How a file was read"
    part = fields(canonical_json(reading, whose), whose, "records told tool unread")
    number(part["records"], whose)
    hexed(part["told"], whose)
    words(part["tool"], whose)
    if len([number(n, whose) for n in several(part["unread"], whose)]) != 2:
        raise unreadable(f"{whose} is not said in full.")
    return part


def as_written(path: str) -> str:
    """Return a path as a table of the bundle writes it: half a character stands as a mark."""
    return "".join(f"⟦U+{ord(c):04X}⟧" if 0xD800 <= ord(c) <= 0xDFFF else c for c in path)


def sentences(
    proof: Proof, statement: dict[str, Any], stamped: Sequence[Stamped]
) -> tuple[str, ...]:
    """Return what holds, in plain sentences; `proof` and `stamped` were checked."""
    return (
        *_records(proof, statement),
        *_unread(proof),
        f"The statement is signed. The fingerprint of the key is {fingerprint(proof.key)}: compare "
        "it with the one you were given in another way.",
        *(_stamp(one, statement) for one in stamped),
        "This does not show who wrote a message, nor that a clock was right, nor what stands under "
        "another spelling of a name or number.",
    )


def _records(proof: Proof, statement: dict[str, Any]) -> list[str]:
    threads = [t for part in proof.originals for t in part.given]
    named = [t for t in threads if t.label in proof.labels]
    others = [t for t in threads if t.label not in proof.labels]
    files = _many(statement["originals"], "file")
    day = visible(statement["sealed"][:40])
    made = [f"This bundle gives {_many(sum(len(t.records) for t in threads), 'record')}."]
    if proof.labels:
        names = "; ".join(
            f"{named_as(label)} ({visible(person[:200])})" for label, person in proof.labels.items()
        )
        given, closed = _sums(named)
        made += [
            f"{_many(given, 'record')} given here and {closed:,} more that are withheld (as hashes "
            f"only) are all that {_tool(proof)} finds, in {files} of which the last was sealed on "
            f"{day}, in the threads and under the accounts named as follows: {names}.",
            f"Nowhere in {files} is there another thread or account of these names.",
        ]
    if others:
        given, closed = _sums(others)
        made.append(
            f"{_many(given, 'further record')} from {_many(len(others), 'thread')} whose names are "
            f"not given (such as a diary, or a group); {closed:,} more there are withheld. Whether "
            "there are other such threads is not shown."
        )
    return made


def _sums(threads: Sequence[GivenThread]) -> tuple[int, int]:
    given = sum(len(t.records) for t in threads)
    return given, sum(t.count for t in threads) - given


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def named_as(label: bytes) -> str:
    """Return a label in plain words."""
    first, rest = label[:1], label[1:]
    if first == b"\x01":
        return f"the thread “{_shown(rest)}”"
    parts = rest.split(b"\x00", 2)
    if first == b"\x02" and len(parts) == 3:
        platform, kind, raw = map(_shown, parts)
        return f"the account “{raw}” ({platform}, {kind})"
    return "records without a thread or an account" if label == b"\x00" else "an unknown name"


def _shown(raw: bytes) -> str:
    return visible(raw[:400].decode("utf-8", "replace").replace("\n", " "))


def _tool(proof: Proof) -> str:
    """Return which version of the program found the records, as far as it is opened."""
    readings = [reading_of(p.opened.reading) for p in proof.originals if p.opened]
    tools = sorted({visible(r["tool"][:40]) for r in readings})
    return f"version {' and '.join(tools)} of the program" if tools else "the program"


def _unread(proof: Proof) -> list[str]:
    readings = [reading_of(p.opened.reading) for p in proof.originals if p.opened]
    stretches = sum(r["unread"][0] for r in readings)
    if not stretches:
        return []
    size = sum(r["unread"][1] for r in readings)
    return [
        f"In the files that records are given of, {_many(stretches, 'place')} ({size:,} bytes) "
        "could not be read; what stands there is not among the records."
    ]


def _stamp(one: Stamped, statement: dict[str, Any]) -> str:
    which = f"the first {one.files:,} of the {statement['originals']:,} files"
    if one.files == statement["originals"]:
        which = "these files"
    what = (
        f"{which}, and what was found in them, are as they are here"
        if one.trees
        else f"{which} are the ones that are here (another version of the program has read them "
        "since: the stamp says nothing about what was found in them)"
    )
    if one.by is None:
        return f"There is a time stamp that says that {what}; the stamp itself was not checked."
    when, who = visible(one.by[0][:40]), visible(one.by[1][:200])
    return f"A time stamp by {who} of {when} shows that at that time {what}."
