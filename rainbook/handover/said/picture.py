"""Pictures of conversations: pieces of threads drawn as on a phone, and one message with the
messages around it ("show this one with its context").

The one thing a reader would get wrong: what stands around it is what stands around it in its own
thread, not what came next from anywhere; and nothing between the first and the last is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Entry, Given
from rainbook.handover.paper.plain_words import number_of
from rainbook.handover.paper.typeset import pdf
from rainbook.handover.paper.visible import breakable, visible
from rainbook.handover.said.thread import Part, Thread, parts_of_thread, threads_of
from rainbook.record import RainbookError

CONTEXT = 5
HOW_TO_READ = (
    "Drawn by the program from the records; it is not a photograph of a screen. Right: sent by "
    "the complainant. Left: received. Below each message stands where it lies: the exhibit, the "
    "bytes in the original, the line of the chronology. † after a time: the record names no time "
    "zone, and one was assumed. A mark such as ⟦U+202E⟧ stands for a character that does not show. "
    "A dashed frame: not counted. Nothing here says who wrote a message or that a phone's clock "
    "was right."
)
Piece = tuple[Thread, Sequence[Entry]]


class NoSuchLine(RainbookError):
    """A picture was asked for of a line the hand-over does not hold."""


def picture(given: Given, first: int, last: int, context: int = CONTEXT) -> bytes:
    """Return a PDF of lines `first` to `last` of the chronology with `context` messages before and
    after, in each thread that holds one of them. Raises NoSuchLine, NotTypeset.
    """
    wanted = frozenset(range(first, last + 1))
    pieces = around(threads_of(given), wanted, context)
    if first > last or not pieces:
        raise NoSuchLine(
            f"There is no line {first} to {last} in this hand-over; it has lines 1 to "
            f"{len(given.entries)}."
        )
    lines = f"line {first}" if first == last else f"lines {first} to {last}"
    said = f"Framed: {lines} of the chronology, with {number_of(context, 'message')} around it."
    return drawn(given, pieces, f"Picture of {lines}", said, wanted)


def around(threads: Sequence[Thread], wanted: frozenset[int], context: int) -> list[Piece]:
    """Return of each thread the lines wanted with `context` lines before and after; what lies
    apart is a piece of its own.
    """
    pieces: list[Piece] = []
    for thread in threads:
        places = [at for at, entry in enumerate(thread.entries) if entry.number in wanted]
        reach: list[tuple[int, int]] = []
        for at in places:
            low, high = max(0, at - context), min(len(thread.entries), at + context + 1)
            if reach and low <= reach[-1][1]:
                reach[-1] = (reach[-1][0], high)
            else:
                reach.append((low, high))
        pieces += [(thread, thread.entries[low:high]) for low, high in reach]
    return pieces


def drawn(
    given: Given,
    pieces: Sequence[Piece],
    title: str,
    said: str = "",
    chosen: frozenset[int] = frozenset(),
) -> bytes:
    """Return a PDF of pieces of threads. `chosen`: the lines with a strong frame. Raises
    NotTypeset.
    """
    data = drawn_data(given, pieces, title, said, chosen)
    return pdf("thread", data, times.stamp(given.case.as_of))


def drawn_data(
    given: Given,
    pieces: Sequence[Piece],
    title: str,
    said: str = "",
    chosen: frozenset[int] = frozenset(),
) -> Callable[[bool], dict[str, Any]]:
    """Return what gives the values of the template "thread"."""

    def data(plain_only: bool) -> dict[str, Any]:
        def show(text: str) -> str:
            return breakable(visible(text, plain_only))

        parts: list[Part] = []
        for thread, entries in pieces:
            parts += parts_of_thread(given, thread, entries, plain_only, chosen)
        return {
            "title": show(title),
            "zone": show(given.case.zone),
            "said": show(said),
            "how-to-read": HOW_TO_READ,
            "parts": parts,
        }

    return data
