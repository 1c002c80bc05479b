"""A look at a file without a book: nothing is kept, and nothing is written.

The one thing a reader would get wrong: the file is held in memory only, up to MOST bytes, and let
go of before the page is sent. That is why the page is the answer to the form itself.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from starlette.requests import Request

from rainbook.case import Glance, NotUnderstood, read_held, shown_span
from rainbook.record import Event, RainbookError
from rainbook.web.interface import NOTHING, Answer, Asked, Form, Page, Slip
from rainbook.web.unread import unread
from rainbook.web.uploads import (
    Begun,
    Field,
    FormRefused,
    Piece,
    happenings,
    last_part,
    let_go,
)

MOST = 64 << 20  # bytes held in memory
HOME = "Europe/London"
START, MANY = 40, 1_000
_QUIET = ("tz_assumed", "missing_attachment")


class TooLarge(RainbookError):
    """The file is larger than what is held in memory."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as it is shown. `doubts`: the names of its doubts."""

    when: str
    who: str
    kind: str
    way: str
    words: str
    doubts: tuple[str, ...]


def _page(asked: Asked) -> Answer:
    return _drawn(asked, Form(), [])


def _drawn(asked: Asked, typed: Form, slips: Sequence[Slip]) -> Answer:
    return asked.page("glance.html", slips=slips, typed=typed, most=MOST >> 20)


async def _look(asked: Asked, request: Request) -> Answer:
    """Show what the file of a form holds."""
    if not asked.posted:
        return asked.go("glance")
    form, held, name, taking = Form(), bytearray(), "", False
    try:
        async for one in happenings(request, asked.visit.mark_ok, asked.visit.touch):
            if isinstance(one, Field) and len(form) < 20:
                form.setdefault(one.name, []).append(one.value)
            elif isinstance(one, Begun):
                taking = bool(one.filename) and not name
                if taking:
                    name = last_part(one.filename) or asked.t("glance-no-name")
            elif isinstance(one, Piece) and taking:
                held += one.data
                if len(held) > MOST:
                    raise TooLarge(asked.t("glance-too-large", most=MOST >> 20))
        if not name:
            return _drawn(asked, form, [Slip("file", asked.t("glance-none"))])
        return await asyncio.to_thread(_shown, asked, form, bytes(held), name)
    except FormRefused:
        await let_go(request)
        return asked.page("refused.html", status=403)
    except RainbookError as wrong:
        await let_go(request)
        field = "zone" if isinstance(wrong, NotUnderstood) else "file"
        return _drawn(asked, form, [Slip(field, str(wrong))])


def _shown(asked: Asked, form: Form, held: bytes, name: str) -> Answer:
    zone = form.one("zone")
    glance = read_held(
        io.BytesIO(held), name, len(held), zone=zone or None, date_order=form.one("order"),
        encoding=form.one("encoding"),
    )
    try:
        return asked.page("glance-shown.html", **_told(asked, glance, zone or HOME, form))
    finally:
        glance.close()


def _told(asked: Asked, glance: Glance, home: str, form: Form) -> dict[str, Any]:
    most = MANY if form.one("many") else START
    total = sum(len(t) for t in glance.tables)
    rows = [row_of(asked, e, home) for e in islice(glance.events(), most)]
    reached = glance.accounted
    return {
        "name": glance.name, "size": glance.size, "sha256": glance.sha256, "total": total,
        "rows": rows, "problems": unread(glance.problems), "reached": reached, "most": most,
    }


def row_of(asked: Asked, event: Event, home: str) -> Row:
    """Return one entry as its file has it; nobody has said whose account is whose."""
    moment, actor = event.moment, event.actor
    zone = home if moment.zone == "UTC" else moment.zone
    readings = moment.readings or ((moment.earliest, moment.latest),)
    spans = dict.fromkeys(shown_span(a, b, zone) for a, b in readings)
    when = f" {asked.t('glance-or')} ".join(spans)
    who = "" if actor is None else actor.raw
    if actor is not None and actor.kind == "withheld":
        who = asked.t("glance-withheld")
    elif actor is not None and event.way == "sent" and event.thread not in (None, actor.raw):
        who = asked.t("glance-to", who=actor.raw, thread=str(event.thread))
    return Row(
        when, who, asked.t(f"glance-kind-{event.kind.replace('_', '-')}"), _way(asked, event),
        _words(event), tuple(w for w in event.warnings if w not in _QUIET),
    )


def _way(asked: Asked, event: Event) -> str:
    """Return which way it went, how a call ended and how long it was."""
    said = [f"way-{event.way}"] if event.way in ("received", "sent", "missed") else []
    if event.call not in ("not_a_call", event.way):
        said.append(f"call-{event.call}")
    if event.state not in ("normal", "blocked_by_device"):
        said.append(f"state-{event.state}")
    told = [asked.t("glance-" + one.replace("_", "-")) for one in dict.fromkeys(said)]
    if event.duration:
        minutes, seconds = divmod(event.duration, 60)
        told.append(asked.t("glance-lasted", minutes=minutes, seconds=seconds))
    return ", ".join(told)


def _words(event: Event) -> str:
    if event.words is not None:
        return event.words
    if event.attachments:
        return ", ".join(a.name for a in event.attachments)
    card = [event.more.get("name"), *_texts(event.more.get("numbers"))]
    card += _texts(event.more.get("emails"))
    return ", ".join(str(c) for c in card if c)


def _texts(value: object) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list | tuple) else []


PAGES = (
    Page("glance", "/look", _page, NOTHING),
    Page("glance-look", "/look/file", _look, raw=True),
)
