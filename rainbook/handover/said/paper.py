"""How much of the evidence a document that is not the chronology may hold, and in what form.

The one thing a reader would get wrong: the limits keep a document short enough to be read and to be
set at all. What is cut says so on the spot, and stands whole in a CSV or in the chronology.
"""

from __future__ import annotations

import re
from typing import Any

from rainbook.handover.interface import Entry, Given
from rainbook.handover.paper.visible import breakable, right_to_left, visible
from rainbook.handover.said.rests_on import entry_of

LETTERS = 1_200  # of one text
ALL_LETTERS = 150_000  # of one document, about fifty pages; past that every text is short
SHORT = 120
ACTS = 120  # records shown with their words
QUOTED = 600
QUOTED_LINES = 12
_HALF_MARK = re.compile("⟦[^⟧]*$")


class Paper:
    """One document being filled. Called with a text, it returns it fit for paper."""

    def __init__(self, plain_only: bool) -> None:
        self.plain_only = plain_only
        self.letters = ALL_LETTERS
        self.acts = ACTS

    def __call__(self, text: str) -> str:
        """Return the text on one line, every character visible, cut and saying so when it is too
        long.
        """
        most = SHORT if self.full else LETTERS
        flat = visible(" ".join(text[: 4 * LETTERS].split()), self.plain_only)
        if len(flat) > most or len(text) > 4 * LETTERS:
            flat = f"{_HALF_MARK.sub('', flat[:most]).rstrip()}… (cut, whole in the CSV)"
        self.letters -= len(flat)
        return breakable(flat)

    @property
    def full(self) -> bool:
        """True once the document holds as much as it may: from then on every text is short."""
        return self.letters <= 0

    def act(self, given: Given, row: int) -> dict[str, Any]:
        """Return one record for a template: line, when, what it was, its words, its exhibit."""
        entry = entry_of(given, row)
        if entry is None:
            return {"line": "–", "when": "not handed over", "how": "", "words": [], "ref": ""}
        self.acts -= 1
        return {
            "line": str(entry.number),
            "when": self(entry.time.text),
            "how": self(how(entry)),
            "words": self._quoted(entry) if entry.words and not entry.withheld else [],
            "ref": self(entry.ref),
        }

    def _quoted(self, entry: Entry) -> list[dict[str, object]]:
        """Return the first words of a record as lines: text and direction."""
        whole = entry.words or ""
        kept = "\n".join(whole[:QUOTED].split("\n")[:QUOTED_LINES])
        lines: list[dict[str, object]] = [
            {"text": breakable(line), "rtl": right_to_left(line)}
            for line in visible(kept, self.plain_only).split("\n")
        ]
        self.letters -= sum(len(str(line["text"])) for line in lines)
        left = len(whole) - len(kept)
        if left > 0:
            said = f"[{left:,} more characters: line {entry.number} of the chronology]"
            lines.append({"text": said, "rtl": False})
        return lines


def how(entry: Entry) -> str:
    """Return "WhatsApp message, received" for a line."""
    kind = "" if entry.kind == entry.channel.split()[-1].lower() else entry.kind
    return ", ".join(p for p in (f"{entry.channel} {kind}".strip(), entry.way) if p)
