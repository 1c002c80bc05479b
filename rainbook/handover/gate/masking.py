"""Takes words out of a text and puts in their place what sort of thing stood there.

The one thing a reader would get wrong: in a file that was received the mark is plain ASCII in the
file's own encoding, and every sign that holds the file together (quotes, commas, tags, line ends)
stays; in what we write ourselves it stands in double brackets, like every other mark of ours.
"""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rainbook.handover.gate.finder import Finder, Hit
from rainbook.handover.gate.unwrapped import RUN, everywhere

_HOLDS = re.compile(r"<[/!A-Za-z][^<>]{0,5000}>|[\"'<>{}\[\],;|\r\n\t]")
_GOES = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31}\d{0,2});"
    r"|\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|.)|%[0-9A-Fa-f]{2}|=[0-9A-F]{2}|=\r?\n"
)


@dataclass(frozen=True, slots=True)
class Cut:
    """Bytes `start` to `end` of a file, what to write there instead, and what kind stood there."""

    start: int
    end: int
    instead: bytes
    kind: str


class NotInItsBytes(Exception):
    """The bytes of a text cannot be told apart well enough to take words out of them."""


def marked(kind: str) -> str:
    """Return the mark in what we write ourselves."""
    return f"⟦kept back: {kind}⟧"


def mark_in_file(kind: str) -> str:
    """Return the mark in a file that was received."""
    return f"[kept back: {kind}]"


class Masker:
    """Masks the texts of one hand-over and counts what it took out, by kind."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.counts: Counter[str] = Counter()
        self._known: dict[str, tuple[str, tuple[str, ...]]] = {}

    def __call__(self, text: str) -> str:
        """Return the text with a mark in place of each thing sought."""
        if not text:
            return text
        known = self._known.get(text)
        if known is None:
            hits = everywhere(self.finder, text)
            known = (_with(text, hits), tuple(h.kind for h in hits))
            if len(text) < 4096:
                self._known[text] = known
        self.counts.update(known[1])
        return known[0]


def _with(text: str, hits: Sequence[Hit]) -> str:
    made, place = [], 0
    for hit in hits:
        made += [text[place : hit.start], marked(hit.kind)]
        place = hit.end
    return "".join([*made, text[place:]])


def cuts_in(text: str, encoding: str, start: int, hits: Sequence[Hit]) -> list[Cut]:
    """Return what to cut out of the bytes of a text that begin at byte `start` of their file.

    Raises NotInItsBytes.
    """
    cuts: list[Cut] = []
    place, at = 0, start
    for hit in hits:
        try:
            low = at + len(text[place : hit.start].encode(encoding))
            high = low + len(text[hit.start : hit.end].encode(encoding))
        except UnicodeEncodeError as half:
            raise NotInItsBytes from half
        cuts.append(Cut(low, high, instead_of(text, hit).encode(encoding), hit.kind))
        place, at = hit.end, high
    return cuts


def instead_of(text: str, hit: Hit) -> str:
    """Return what is written in place of a hit in a file that was received."""
    raw, mark = text[hit.start : hit.end], mark_in_file(hit.kind)
    if hit.packed and RUN.fullmatch(raw):
        return base64.b64encode(mark.encode("ascii")).decode("ascii")
    held = "".join(_HOLDS.findall(_GOES.sub("", raw)))
    first = _HOLDS.match(_GOES.sub("", raw))
    # what opens a field stays in front of the mark, what closes one behind it
    return f"{first.group()}{mark}{held[len(first.group()) :]}" if first else mark + held


def applied(data: bytes, cuts: Sequence[Cut]) -> tuple[bytes, list[Cut]]:
    """Return the bytes with the cuts made, and the cuts in their order, each as bytes of the new
    file (`start` to `end` is the mark).
    """
    out, made, place = bytearray(), [], 0
    for cut in joined(cuts):
        out += data[place : cut.start]
        made.append(Cut(len(out), len(out) + len(cut.instead), cut.instead, cut.kind))
        out += cut.instead
        place = cut.end
    return bytes(out + data[place:]), made


def joined(cuts: Sequence[Cut]) -> list[Cut]:
    """Return the cuts in order; of two that lie over each other the first grows over both."""
    made: list[Cut] = []
    for cut in sorted(set(cuts), key=lambda c: (c.start, -c.end, c.kind)):
        if made and cut.start < made[-1].end:
            before = made[-1]
            made[-1] = Cut(before.start, max(before.end, cut.end), before.instead, before.kind)
        else:
            made.append(cut)
    return made
