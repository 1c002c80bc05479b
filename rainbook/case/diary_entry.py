"""One entry of a diary as somebody typed it, and the file that is made of it.

The one thing a reader would get wrong: the file is a table in exactly the layout of a diary kept by
hand, so the one reader of diaries reads it. What it gives back is compared, letter for letter, with
what was typed before anything is sealed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from rainbook.events.containers import open_original
from rainbook.events.reading import read_opened
from rainbook.events.shown import event_of
from rainbook.events.sources.interface import Asked
from rainbook.moment import instant, iso
from rainbook.record import UNSAID, Event, RainbookError, join

LARGEST_PHOTO = 25 << 20  # bytes
_STARTS = (
    (0, b"\xff\xd8\xff", ".jpg"),
    (0, b"\x89PNG\r\n\x1a\n", ".png"),
    (0, b"GIF8", ".gif"),
    (8, b"WEBP", ".webp"),
    (4, b"ftypheic", ".heic"),
    (4, b"ftypmif1", ".heic"),
)
_NOBODY = "0" * 64  # stands for the SHA-256 of a file that is not sealed yet


class EntryNotKept(RainbookError):
    """What was typed would not be read back letter for letter; nothing was kept."""


class PhotoNotKnown(RainbookError):
    """The file is no picture of a kind that is known, or it is too large."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing somebody lived through, as they typed it. Every part may be empty.

    `day`, `time`: as written. `who`: a name as written; `person`/`basis`: the short word of
    somebody named, and how it is known (BASES); only both together say whose act it was. `alarm`,
    `distress`, `fear_of_violence`: of ANSWERS. `date_order`: how a day like 03/04/2024 is meant.
    """

    day: str = ""
    time: str = ""
    place: str = ""
    words: str = ""
    who: str = ""
    witnesses: str = ""
    felt: str = ""
    changed: str = ""
    person: str = ""
    basis: str = ""
    note: str = ""
    alarm: str = UNSAID
    distress: str = UNSAID
    fear_of_violence: str = UNSAID
    date_order: str = ""
    photo: bytes = field(default=b"", repr=False)
    photo_name: str = ""


def is_empty(entry: Entry) -> bool:
    """Return whether nothing was typed that could be kept."""
    said = (entry.words, entry.place, entry.who, entry.witnesses, entry.felt, entry.changed)
    return not entry.photo and not any(part.strip() for part in (*said, entry.day, entry.time))


def picture_ending(photo: bytes) -> str:
    """Return the ending of a picture by its first bytes. Raises PhotoNotKnown."""
    if len(photo) > LARGEST_PHOTO:
        raise PhotoNotKnown(
            "This picture is larger than 25 MB. Add it as a file of its own instead."
        )
    for at, start, ending in _STARTS:
        if photo[at : at + len(start)] == start:
            return ending
    raise PhotoNotKnown(
        "This is not a picture of a kind that is known (JPEG, PNG, GIF, WebP, HEIC). Add it as a "
        "file of its own instead."
    )


def file_of(entry: Entry, at: datetime, asked: Asked) -> bytes:
    """Return the file that holds the entry: a table, or a zip with the table and the photo.

    `at`: when it was written down, an instant. Raises PhotoNotKnown, EntryNotKept.
    """
    for wide in (False, True):
        made = _file(entry, at, asked.zone, wide)
        back = as_read(made, asked)
        if back is not None and (back.words or "") == entry.words:
            return made
    raise EntryNotKept(
        "These words could not be kept letter for letter, so nothing was saved. Copy them to a "
        "text file and add that file instead."
    )


def _file(entry: Entry, at: datetime, zone: str, wide: bool) -> bytes:
    cells = {
        "Date": entry.day,
        "Time": entry.time,
        "Place": entry.place,
        "What happened": entry.words,
        "Who": entry.who,
        "Witnesses": entry.witnesses,
        "How I felt": entry.felt,
        "What I changed": entry.changed,
        "Written on": iso(instant(at.isoformat()), zone)[:19].replace("T", " "),
    }
    if not entry.photo:
        return _table(cells, wide)
    name = "photo-1" + picture_ending(entry.photo)
    cells |= {"Photos": name, "The photo was called": entry.photo_name}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as held:
        held.writestr(zipfile.ZipInfo("notes.csv"), _table(cells, wide))
        held.writestr(zipfile.ZipInfo(name), entry.photo)
    return made.getvalue()


def _table(cells: dict[str, str], wide: bool) -> bytes:
    """Return the table as UTF-8; `wide`: as UTF-16, in which no reader but that of diaries looks
    for anything. Somebody may have put a whole chat into their words, or a character of no text.
    """
    text = "".join(_row(row) + "\r\n" for row in (cells, cells.values()))
    return b"\xff\xfe" + text.encode("utf-16-le") if wide else text.encode("utf-8")


def _row(cells: Iterable[str]) -> str:
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)


def as_read(made: bytes, asked: Asked) -> Event | None:
    """Return the one event that the reader of diaries finds in the file; None for none, or more."""
    opened = open_original(io.BytesIO(made), _NOBODY, "notes.csv")
    by_path = {m.path: m for m in opened.materials}
    table = join(list(read_opened(opened, asked)))
    if len(table) != 1 or table.problems:
        return None
    return event_of(table, 0, lambda _, path, start, end: by_path[path].read_at(start, end - start))


def now_or(at: datetime | None) -> datetime:
    """Return the instant given, or the present one."""
    return at or datetime.now(UTC)
