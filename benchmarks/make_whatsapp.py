"""Writes a made-up WhatsApp export of any size: the same bytes for the same arguments.

The one thing a reader would get wrong: the words are random, so nothing about real people can be
learnt from it.
"""

from __future__ import annotations

import argparse
import random
from datetime import datetime, timedelta
from pathlib import Path

WORDS = [
    "are",
    "you",
    "there",
    "please",
    "answer",
    "me",
    "I",
    "saw",
    "you",
    "today",
    "why",
    "do",
    "you",
    "not",
    "reply",
    "we",
    "should",
    "talk",
    "about",
    "it",
    "call",
    "me",
    "when",
    "you",
    "get",
    "this",
    "I",
    "am",
    "outside",
    "work",
    "tomorrow",
    "coffee",
    "dinner",
    "late",
    "train",
    "home",
    "again",
    "sorry",
    "thanks",
    "love",
    "never",
    "always",
    "maybe",
    "soon",
    "ok",
    "fine",
    "no",
    "yes",
]


def write(path: Path, messages: int, style: str = "ios", seed: int = 7) -> None:
    """Write messages to `path`; style "ios" (CR LF, seconds) or "android" (LF, minutes)."""
    rng = random.Random(seed)
    at = datetime(2019, 1, 13, 8, 0, 0)
    end = "\r\n" if style == "ios" else "\n"
    with path.open("w", encoding="utf-8", newline="") as out:
        for _ in range(messages):
            at += timedelta(seconds=rng.randrange(5, 300))
            who = "Alex Reed" if rng.random() < 0.7 else "Sam"
            body = " ".join(rng.choices(WORDS, k=rng.randrange(2, 20)))
            roll = rng.random()
            if roll < 0.05:
                body += "\n" + " ".join(rng.choices(WORDS, k=4))
            elif roll < 0.09:
                body += " \U0001f62d\u2764\ufe0f"
            elif roll < 0.11:
                body = "\u200eimage omitted" if style == "ios" else "<Media omitted>"
            stamp = f"[{at:%d/%m/%Y, %H:%M:%S}] " if style == "ios" else f"{at:%d/%m/%Y, %H:%M} - "
            out.write(f"{stamp}{who}: {body}{end}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--style", choices=("ios", "android"), default="ios")
    given = parser.parse_args()
    write(given.path, given.messages, given.style)
