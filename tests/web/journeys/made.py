"""Files of invented people, made anew for each journey: two phones, and a chat that means harm.

The one thing a reader would get wrong: nothing here is a real export. The shapes are those of the
apps; the people, the numbers and the address were never anybody's.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from xml.sax.saxutils import quoteattr

from PIL import Image

ME, OTHER, FRIEND = "Sam Okoro", "Alex Marsh", "Jo Banks"
MINE, THEIRS, UNKNOWN, FRIENDS = (
    "+447700900111", "+447700900101", "+447700900155", "+447700900120",
)
ADDRESS = "14 Larkspur Mews"
"""Where the person lives now. The other person does not know it; the friend wrote it once."""
STOP = "please stop writing to me"
WAITING = "I was outside your work again"
PATHS = "../../../../etc/cron.d/hacked.jpg"
HIDDEN = "\u202egpj.tfel\u202c and \u200bz\u200be\u200br\u200bo"
MEGABYTE = 1_000_000

Upload = dict[str, object]
"""A file as a page is given it: `name`, `mimeType`, `buffer`."""


def upload(name: str, held: bytes, kind: str = "application/octet-stream") -> Upload:
    """Return a file as the browser would hold it after it was chosen."""
    return {"name": name, "mimeType": kind, "buffer": held}


def photo() -> bytes:
    """Return a small JPEG."""
    out = io.BytesIO()
    Image.new("RGB", (240, 160), (90, 120, 150)).save(out, "JPEG")
    return out.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, held in members.items():
            archive.writestr(zipfile.ZipInfo(name), held)
    return out.getvalue()


def chat() -> bytes:
    """Return the chat of the old phone: six messages of theirs, two of mine, one photo."""
    said = (
        ("03/02/2024, 21:15", OTHER, "why don't you answer"),
        ("04/02/2024, 08:02", ME, STOP),
        ("04/02/2024, 08:03", OTHER, "you don't mean that"),
        ("11/02/2024, 23:40", OTHER, WAITING),
        ("12/02/2024, 00:10", OTHER, "IMG-20240212-WA0001.jpg (file attached)"),
        ("19/02/2024, 07:55", OTHER, "I will wait for you at the bus stop every day"),
        ("20/02/2024, 18:30", ME, "leave me alone"),
        ("02/03/2024, 02:12", OTHER, "who was that with you"),
    )
    lines = ["03/02/2024, 21:14 - Messages and calls are end-to-end encrypted.\n"]
    lines += [f"{when} - {who}: {words}\n" for when, who, words in said]
    return zipped({
        f"WhatsApp Chat with {OTHER}.txt": "".join(lines).encode(),
        "IMG-20240212-WA0001.jpg": photo(),
    })


def _milliseconds(day: str) -> int:
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000)


def texts() -> bytes:
    """Return the texts of the new phone: theirs, an unknown number's, a friend's with ADDRESS."""
    said = (
        ("2024-03-05T22:10", THEIRS, 1, "I got your new number"),
        ("2024-03-05T22:30", THEIRS, 2, "do not write to me again"),
        ("2024-03-09T06:45", THEIRS, 1, f"nice curtains at {ADDRESS}, Leeds"),
        ("2024-03-14T23:59", UNKNOWN, 1, "you can't hide from me"),
        ("2024-03-20T12:00", FRIENDS, 1, f"I will come to {ADDRESS} at six with soup"),
    )
    lines = [
        f'<sms protocol="0" address="{who}" date="{_milliseconds(when)}" type="{kind}" '
        f'body={quoteattr(words)} read="1" status="-1" date_sent="0" sub_id="1" />\n'
        for when, who, kind, words in said
    ]
    return _xml("smses", lines)


def calls() -> bytes:
    """Return the calls of the new phone: four missed ones at night, one withheld."""
    said = (
        ("2024-03-06T01:05", THEIRS, 3, 0), ("2024-03-06T01:06", THEIRS, 3, 0),
        ("2024-03-10T02:30", THEIRS, 3, 0), ("2024-03-11T19:00", FRIENDS, 1, 300),
        ("2024-03-15T03:00", "-1", 3, 0),
    )
    lines = [
        f'<call number="{who}" duration="{long}" date="{_milliseconds(when)}" type="{kind}" '
        f'presentation="{2 if who == "-1" else 1}" />\n'
        for when, who, kind, long in said
    ]
    return _xml("calls", lines)


def _xml(root: str, lines: list[str]) -> bytes:
    head = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"
    return f'{head}<{root} count="{len(lines)}">\n{"".join(lines)}</{root}>\n'.encode()


def two_phones() -> list[Upload]:
    """Return the three files of the two phones."""
    return [
        upload(f"WhatsApp Chat with {OTHER}.zip", chat(), "application/zip"),
        upload("sms-20240321.xml", texts(), "text/xml"),
        upload("calls-20240321.xml", calls(), "text/xml"),
    ]


SCRIPT = "window.hacked=1"
TEMPLATE = "{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {% if %} { $name }"
EVIL = f'"><img src=x onerror="{SCRIPT}"><script>{SCRIPT}</script> {{{{7*7}}}} \u202ereven\u202c'
"""A display name that means harm, as short as a name is."""
HARMS = (
    f"<script>{SCRIPT}</script>",
    f'<img src=x onerror="{SCRIPT}"><svg onload="{SCRIPT}"><details open ontoggle="{SCRIPT}">',
    f"</textarea></title></style></script><script>{SCRIPT}</script>",
    f"javascript:{SCRIPT} [look](javascript:{SCRIPT}) <a href=\"javascript:{SCRIPT}\">look</a>",
    "<iframe src=https://example.org/></iframe> <form action=https://example.org><input>",
    "![seen](https://example.org/seen.png) <link rel=stylesheet href=https://example.org/a.css>",
    TEMPLATE,
    HIDDEN,
    "before\x00after \x1b[31mred\x1b[0m \ufeff \u2066turned\u2069",
)
_PAGE = f"<html><body><script>{SCRIPT};parent.{SCRIPT}</script></body></html>".encode()
_DRAWN = (
    f'<svg xmlns="http://www.w3.org/2000/svg" onload="{SCRIPT}"><script>{SCRIPT}</script></svg>'
)
SENT = {
    "drawn.svg": _DRAWN.encode(),
    "page.html": _PAGE,
    "named.jpg": _PAGE,
    PATHS: photo(),
    f"x' onerror='{SCRIPT}' y='.png": b"\xff\xd8\xff" + _PAGE,
}
"""Files a chat that means harm has with it; the last begins as a picture does."""


def hostile_chat() -> bytes:
    """Return a chat in which every message, name and attachment means harm, both ways round."""
    lines = ["01/02/2024, 09:00 - Messages and calls are end-to-end encrypted.\n"]
    words = [*HARMS, *(f"{name} (file attached)" for name in SENT)]
    for number, said in enumerate(words):
        lines.append(f"02/02/2024, 10:{number:02} - {EVIL}: {said}\n")
        lines.append(f"03/02/2024, 10:{number:02} - {ME}: {said}\n")
    lines.append(f"04/02/2024, 11:00 - {EVIL}: {'W' * MEGABYTE}\n")
    lines.append(f"04/02/2024, 11:01 - {EVIL}: {'<b>' * 3_000}\n")
    return zipped({"_chat.txt": "".join(lines).encode(), **SENT})


def long_name_chat() -> bytes:
    """Return a chat with somebody whose name has a million characters."""
    name = "N" * MEGABYTE
    return (
        f"15/02/2024, 09:00 - {name}: here I am\n05/02/2024, 09:01 - {ME}: go away\n"
        f"15/02/2024, 09:02 - {name}: no\n"
    ).encode()


def hostile_files() -> list[Upload]:
    """Return the chats that mean harm, under names that mean harm too."""
    return [
        upload(f'..\\..\\"><img src=x onerror={SCRIPT}>\u202etxt.zip', hostile_chat()),
        upload("../../../chat {{7*7}}.txt", long_name_chat(), "text/html"),
        upload("page.html", _PAGE, "text/html"),
    ]
