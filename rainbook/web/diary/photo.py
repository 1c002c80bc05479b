"""Takes the photo of a note from its form, in memory alone.

The one thing a reader would get wrong: the photo is kept byte for byte as it came, with all that a
camera wrote into it. Nothing of it is put on the disk in plain text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from rainbook.case.diary import LARGEST_PHOTO, PhotoNotKnown, picture_ending
from rainbook.case.diary_drafts import draft, keep_photo
from rainbook.record import RainbookError
from rainbook.web.desk import NoBookOpen
from rainbook.web.interface import Answer, Asked, Form, PageNotThere
from rainbook.web.uploads import Begun, Field, FormRefused, Piece, happenings, last_part, let_go

LONGEST_NAME = 200


@dataclass
class Sent:
    """What a form with a photo held."""

    form: Form = field(default_factory=Form)
    photo: bytes = b""
    name: str = ""


async def _take(asked: Asked, request: Request, sent: Sent) -> bool:
    """Fill in what was sent; return whether a page of this visit sent it. Raises PhotoNotKnown."""
    pieces: list[bytes] = []
    size = 0
    try:
        async for one in happenings(request, asked.visit.mark_ok, asked.visit.touch):
            if isinstance(one, Field):
                sent.form.setdefault(one.name, []).append(one.value)
            elif isinstance(one, Begun):
                sent.name, pieces, size = last_part(one.filename)[:LONGEST_NAME], [], 0
            elif isinstance(one, Piece):
                size += len(one.data)
                if size > LARGEST_PHOTO:
                    raise PhotoNotKnown(asked.t("diary-photo-large"))
                pieces.append(one.data)
    except FormRefused:
        await let_go(request)
        return False
    except PhotoNotKnown:
        await let_go(request)
        raise
    sent.photo = b"".join(pieces)
    return True


async def photo(asked: Asked, request: Request) -> Answer:
    """Put a photo to a note that was kept, or take it away."""
    if not asked.posted:
        return asked.go("diary")
    if not asked.desk.is_open:
        raise NoBookOpen("No book is open.")
    sent = Sent()
    try:
        if not await _take(asked, request, sent):
            return asked.page("refused.html", status=403)
        if sent.photo:
            picture_ending(sent.photo)
    except PhotoNotKnown as refused:
        asked.say(str(refused))
        id_ = sent.form.one("draft")
        return asked.go("diary-check", id=id_) if id_.isalnum() else asked.go("diary")
    return await run_in_threadpool(lambda: asked.desk.run(lambda: _put(asked, sent)).result())


def _put(asked: Asked, sent: Sent) -> Answer:
    """Keep the photo with its note; in the desk's thread."""
    id_ = sent.form.one("draft")
    if draft(asked.book, id_) is None:
        raise PageNotThere(asked.t("diary-gone"))
    if not sent.photo and not sent.form.one("away"):
        asked.say(asked.t("diary-photo-none"))
        return asked.go("diary-check", id=id_)
    try:
        keep_photo(asked.book, id_, sent.photo, sent.name)
    except RainbookError as refused:
        asked.say(str(refused))
    return asked.go("diary-check", id=id_)
