"""Keeps notes that were begun and not saved, encrypted in the book, until they are saved or thrown
away.

The one thing a reader would get wrong: a draft is no part of the record. Nothing reads it, nothing
counts it, no log names it, and a copy of the folder may well come without it.
"""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from rainbook.case.book import Book
from rainbook.custody.book import UNFINISHED
from rainbook.custody.originals import TableDamaged
from rainbook.record import RainbookError

MOST = 50
_NOTES, _PICTURES = UNFINISHED
_MOST_PICTURES = 100 << 20  # bytes of all of them


class TooManyDrafts(RainbookError):
    """There is no room for another unfinished note."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A note somebody began. `at`: when it was last kept (ISO 8601); `fields`: as typed."""

    id: str
    at: str
    fields: Mapping[str, str] = field(default_factory=dict)
    photo_name: str = ""
    photo_size: int = 0


def new_draft_id() -> str:
    """Return an id for a note that is begun now; nothing is kept yet."""
    return secrets.token_hex(8)


def drafts(book: Book) -> tuple[Draft, ...]:
    """Return the notes that were begun, the last kept first."""
    found = [Draft(**one) for one in _kept(book, _NOTES)]
    return tuple(sorted(found, key=lambda d: d.at, reverse=True))


def draft(book: Book, id_: str) -> Draft | None:
    """Return one note that was begun, or None."""
    return next((d for d in drafts(book) if d.id == id_), None)


def keep_draft(book: Book, id_: str, fields: Mapping[str, str], at: str) -> None:
    """Keep a note as far as it is; a photo that was put to it stays. Raises TooManyDrafts."""
    kept = {one["id"]: one for one in _kept(book, _NOTES)}
    if id_ not in kept and len(kept) >= MOST:
        raise TooManyDrafts(
            "There is no room for another unfinished note. Save one of them, or throw one away."
        )
    before = kept.get(id_, {})
    photo: dict[str, Any] = {k: before[k] for k in ("photo_name", "photo_size") if k in before}
    kept[id_] = {"id": id_, "at": at, "fields": dict(fields), **photo}
    _keep(book, _NOTES, list(kept.values()))


def keep_photo(book: Book, id_: str, photo: bytes, name: str) -> None:
    """Put a photo to a note that was kept; b"" takes it away. Raises TooManyDrafts."""
    pictures = {one["id"]: one["bytes"] for one in _kept(book, _PICTURES)}
    pictures.pop(id_, None)
    if photo:
        pictures[id_] = base64.b64encode(photo).decode("ascii")
    if sum(map(len, pictures.values())) > _MOST_PICTURES:
        raise TooManyDrafts(
            "The photos of the unfinished notes take up too much room. Save one of the notes, or "
            "throw one away."
        )
    _keep(book, _PICTURES, [{"id": i, "bytes": b} for i, b in pictures.items()])
    notes = _kept(book, _NOTES)
    for one in notes:
        if one["id"] == id_:
            one |= {"photo_name": name if photo else "", "photo_size": len(photo)}
    _keep(book, _NOTES, notes)


def photo_in(book: Book, id_: str) -> bytes:
    """Return the photo put to a note, b"" for none."""
    found = next((one["bytes"] for one in _kept(book, _PICTURES) if one["id"] == id_), "")
    return base64.b64decode(found)


def discard(book: Book, id_: str) -> None:
    """Throw a note away, with its photo."""
    for key in (_NOTES, _PICTURES):
        kept = _kept(book, key)
        left = [one for one in kept if one["id"] != id_]
        if len(left) != len(kept):
            _keep(book, key, left)


def _kept(book: Book, key: str) -> list[dict[str, Any]]:
    blob = None
    with suppress(TableDamaged):  # what cannot be read is lost, and the next one can be kept
        blob = book.vault().table(key)
    found = json.loads(blob) if blob else []
    return found if isinstance(found, list) else []


def _keep(book: Book, key: str, held: list[dict[str, Any]]) -> None:
    book.vault().keep_table(key, json.dumps(held).encode("utf-8"))
