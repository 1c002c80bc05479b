"""Writes a large made-up SMS Backup & Restore file, always the same for the same number of records.

The one thing a reader would get wrong: nobody in it exists; the numbers are from the range kept for
stories (+44 7700 900xxx) and the texts are dealt from a short list. One million texts are about 330
MB.

    python benchmarks/make_sms.py FILE [RECORDS]
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from time import gmtime, strftime

FIRST = 1_656_633_600_000  # 2022-07-01 00:00 UTC, in milliseconds
NAMES = (
    "Alex Marsh",
    "Sam Okoro",
    "Robin Vale",
    "(Unknown)",
    "Jo &amp; Pat",
    "Morgan Lee",
    "Chris D&apos;Arcy",
)
WORDS = (
    "running ten minutes late, save me a seat",
    "did you get my last message",
    "I was outside again",
    "why are you not answering",
    "ok",
    "Meeting moved to 3pm, bring the blue folder please",
    "see you at the station &#55357;&#56841;",
    "caf\u00e9 on Mill Lane \u2764\ufe0f",
    "line one&#10;line two",
    "I said &quot;please stop&quot; and I meant it",
    "who was that you were with",
)
KINDS = "1111122256"


def records(count: int) -> Iterator[str]:
    """Yield `count` records in the order of their time."""
    dice = random.Random(20_240_601)
    when = FIRST
    for number in range(count):
        when += dice.randrange(1_000, 110_000)
        who = dice.randrange(40)
        kind = dice.choice(KINDS)
        sent = when - dice.randrange(500, 9_000) if kind == "1" else 0
        shown = strftime("%d %b %Y %H:%M:%S", gmtime(when // 1000))
        yield (
            f'  <sms protocol="0" address="+447700900{100 + who}" date="{when}" type="{kind}" '
            f'subject="null" body="{dice.choice(WORDS)} {number}" toa="null" sc_toa="null" '
            'service_center="+447700900999" read="1" '
            f'status="-1" locked="0" date_sent="{sent}" sub_id="1" readable_date="{shown}" '
            f'contact_name="{NAMES[who % len(NAMES)]}" />\n'
        )


def write(path: Path, count: int) -> None:
    """Write the file; its bytes depend on `count` alone."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n")
        out.write(
            f'<smses count="{count}" backup_set="made-up" backup_date="{FIRST}" type="full">\n'
        )
        out.writelines(records(count))
        out.write("</smses>\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
