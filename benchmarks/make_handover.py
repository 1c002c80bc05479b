"""Writes the two large made-up cases that hand-overs are measured on: the same bytes every time.

The one thing a reader would get wrong: nobody in them exists; the pictures are noise. The second
file is a million texts with 200 numbers, of which one, the person's, has only a few thousand: what
is measured is picking those out and proving that they are all.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from PIL import Image

CHAT = "WhatsApp Chat with Alex Reed"
THEIRS = "+447700900123"
FIRST = 1_656_633_600_000  # 2022-07-01 00:00 UTC, in milliseconds
WORDS = (
    "running late, save me a seat",
    "did you get my last message",
    "I was outside again",
    "why are you not answering",
    "ok",
    "who was that you were with",
    "see you at the station 😉",
)


def picture(dice: random.Random, side: int = 320) -> bytes:
    """Return a JPEG of noise, about 150 kB."""
    out = io.BytesIO()
    Image.frombytes("RGB", (side, side), dice.randbytes(3 * side * side)).save(
        out, "JPEG", quality=85
    )
    return out.getvalue()


def chat_with_pictures(path: Path, messages: int, pictures: int) -> None:
    """Write a WhatsApp export (zip): a chat of two people and the pictures sent in it."""
    dice, at = random.Random(7), datetime(2022, 7, 1, 8)
    lines = ["01/07/2022, 08:00 - Messages and calls are end-to-end encrypted.\n"]
    shown = set(dice.sample(range(messages), pictures))
    with zipfile.ZipFile(path, "w") as out:
        for number in range(messages):
            at += timedelta(seconds=dice.randrange(60, 9_000))
            who = "Alex Reed" if dice.random() < 0.7 else "Sam"
            words = f"{dice.choice(WORDS)} {number}"
            if number in shown:
                name = f"IMG-{at:%Y%m%d}-WA{number:05d}.jpg"
                out.writestr(zipfile.ZipInfo(name), picture(dice))
                words = f"{name} (file attached)"
            lines.append(f"{at:%d/%m/%Y, %H:%M} - {who}: {words}\n")
        out.writestr(zipfile.ZipInfo(f"{CHAT}.txt"), "".join(lines))


def _texts(count: int, theirs: int) -> Iterator[str]:
    dice, when = random.Random(20_240_601), FIRST
    mine = set(dice.sample(range(count), theirs))
    for number in range(count):
        when += dice.randrange(1_000, 110_000)
        who = THEIRS if number in mine else f"+447700900{dice.randrange(200, 400)}"
        kind = dice.choice("112")
        yield (
            f'  <sms protocol="0" address="{who}" date="{when}" type="{kind}" subject="null" '
            f'body="{dice.choice(WORDS)} {number}" toa="null" sc_toa="null" '
            'service_center="null" read="1" status="-1" locked="0" '
            f'date_sent="{when - 900 if kind == "1" else 0}" sub_id="1" />\n'
        )


def crowd_of_texts(path: Path, count: int, theirs: int) -> None:
    """Write an SMS backup of `count` texts with 201 numbers, `theirs` of them with THEIRS."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n")
        out.write(f'<smses count="{count}">\n')
        out.writelines(_texts(count, theirs))
        out.write("</smses>\n")
