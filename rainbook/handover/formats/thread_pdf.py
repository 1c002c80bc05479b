"""`messages/thread-1.pdf`, `thread-2.pdf` …: the conversation as it looks on a phone, at most
VOLUME lines each.

The one thing a reader would get wrong: this is drawn from the sealed original, byte for byte, and
is no photograph of a screen. Each message names its exhibit and its place there, so that anybody
can hold the one against the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.soon import set_soon
from rainbook.handover.said.picture import Piece, drawn_data
from rainbook.handover.said.thread import Thread, threads_of

VOLUME = 1_500


def thread_pdf(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the volumes, each set apart so that memory stays level. Raises NotTypeset."""
    volumes = volumes_of(threads_of(given), VOLUME)
    done = 0
    for number, pieces in enumerate(volumes, 1):
        of = "" if len(volumes) == 1 else f", volume {number} of {len(volumes)}"
        data = drawn_data(given, pieces, f"The messages as a conversation{of}")
        done += sum(len(entries) for _, entries in pieces)
        told = None
        if progress:
            told = partial(progress, "drawing the conversation", done, len(given.entries))
        path = folder / f"messages/thread-{number}.pdf"
        set_soon(given, path, "thread", data, told)


def volumes_of(threads: Sequence[Thread], most: int) -> list[list[Piece]]:
    """Return the threads cut into volumes of at most `most` lines."""
    volumes: list[list[Piece]] = [[]]
    room = most
    for thread in threads:
        at = 0
        while at < len(thread.entries):
            if not room:
                volumes.append([])
                room = most
            taken = thread.entries[at : at + room]
            volumes[-1].append((thread, taken))
            at, room = at + len(taken), room - len(taken)
    return volumes


FORMAT = Format("messages/thread-1.pdf", "the messages as a conversation", thread_pdf)
