"""Files of every kind with nothing planted in them: what a gate must not cry wolf about.

The one thing a reader would get wrong: they are not empty. They hold ordinary words, numbers and
pictures, and some hold other people's coordinates that look like nothing else.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable

from benchmarks.leaks_in_documents import packed, pdf, word
from benchmarks.leaks_in_pictures import box, heic, saved
from benchmarks.leaks_in_sound import film, mp3, ogg, wav

WORDS = (
    "message", "call", "evening", "again", "waiting", "outside", "answered", "never", "why",
    "block", "number", "Tuesday", "half", "past", "seven", "twice", "please", "stop", "talking",
    "friend", "work", "shop", "bus", "train", "window", "door",
)
Clean = Callable[[random.Random, int], bytes]


def _prose(chance: random.Random, lines: int = 12) -> str:
    return "\n".join(
        f"{chance.randint(1, 28):02d}/01/2026, {chance.randint(10, 23)}:{chance.randint(10, 59)} - "
        + " ".join(chance.choices(WORDS, k=9)) for _ in range(lines)
    ) + "\n"


def _table(chance: random.Random, _turn: int) -> bytes:
    rows = (f"{n},{chance.randint(0, 900)},{chance.random():.2f}" for n in range(30))
    return ("number,seconds,part\n" + "\n".join(rows) + "\n").encode()


def _json(chance: random.Random, turn: int) -> bytes:
    return json.dumps({"id": chance.getrandbits(64), "said": _prose(chance, turn + 1)}).encode()


def _binary(chance: random.Random, _turn: int) -> bytes:
    return b"\0\1\2" + chance.randbytes(5000)


WITHOUT: list[tuple[str, str, Clean]] = [
    ("txt", "chat", lambda c, _: _prose(c).encode()),
    ("txt", "chat in UTF-16", lambda c, _: _prose(c).encode("utf-16")),
    ("csv", "table", _table),
    ("json", "export", _json),
    ("html", "page", lambda c, _: f"<p>{_prose(c)}</p>".encode()),
    ("ics", "calendar", lambda c, _: (
        b"BEGIN:VCALENDAR\r\nSUMMARY:" + c.choice(WORDS).encode() + b"\r\nEND:VCALENDAR\r\n")),
    ("jpg", "picture", lambda _, n: saved("JPEG", quality=60 + n)),
    ("jpg", "picture, progressive", lambda _, n: saved("JPEG", quality=60 + n, progressive=True)),
    ("png", "picture", lambda _, n: saved("PNG", compress_level=n + 1)),
    ("gif", "picture", lambda _, n: saved("GIF", interlace=n % 2)),
    ("webp", "picture", lambda _, n: saved("WEBP", quality=60 + n)),
    ("heic", "picture", lambda _, n: heic(bytes(8 + n), b"hvc1")),
    ("avif", "picture", lambda _, n: saved("AVIF", quality=60 + n)),
    ("mp4", "film", lambda _, n: film(b"isom", before=box(b"free", bytes(n)))),
    ("mov", "film", lambda _, n: film(b"qt  ", before=box(b"wide", bytes(n)))),
    ("mp3", "sound", lambda _, n: mp3(b"") + b"\xff\xfb\x90\0" + bytes(413 + n)),
    ("opus", "voice note", lambda _, n: ogg([]) + bytes(0 * n)),
    ("wav", "sound", lambda _, n: wav((b"fact", bytes(4 + n)))),
    ("pdf", "document", lambda c, _: pdf(" ".join(c.choices(WORDS, k=8)), "page")),
    ("docx", "document", lambda c, _: word(f"<w:p>{' '.join(c.choices(WORDS, k=8))}</w:p>")),
    ("zip", "chats", lambda c, n: packed({f"chat{n}.txt": _prose(c).encode()})),
    ("bin", "noise", _binary),
]
