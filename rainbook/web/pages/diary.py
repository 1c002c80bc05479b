"""Notes: writing what the messages do not say, at one's own pace.

The one thing a reader would get wrong: until it is saved a note is no part of the record. It is
kept for later encrypted in the book; saving makes a sealed file of it, which is then read like
every other.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from rainbook.case import shown_span, shown_time
from rainbook.case.diary import (
    ORDERS,
    Entry,
    entry_of,
    photo_of,
    picture_ending,
    set_aside,
    understood,
    write_again,
    write_entry,
    written_here,
)
from rainbook.case.diary_drafts import (
    Draft,
    discard,
    draft,
    drafts,
    keep_draft,
    keep_photo,
    new_draft_id,
    photo_in,
)
from rainbook.record import ANSWERS, UNSAID, Event, RainbookError
from rainbook.web.diary.fields import (
    CHOSEN,
    FELT,
    OTHER,
    SUGGESTED,
    TYPED,
    UNKNOWN,
    entry_from,
    fields_from,
    fields_of,
    is_bare,
    is_id,
    others,
)
from rainbook.web.diary.photo import photo
from rainbook.web.interface import BOOK, NOTHING, Answer, Asked, Page, PageNotThere, Slip
from rainbook.web.who.naming import bases, basis_words, plain

PER_PAGE = 20
BLANK_ROWS = 12
ORDER_OF_BASES = ("seen", "recognised", "named sender", "own number", "guess")
_TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp"}


def listed(asked: Asked) -> Answer:
    """Show the notes that were begun, and those that are saved."""
    zone = asked.book.settings()["zone"]
    entries = written_here(asked.book)
    pages = max(1, -(-len(entries) // PER_PAGE))
    page = min(max(1, _number(asked.query.get("page", ""))), pages)
    aside = set_aside(asked.book.decisions())
    return asked.page(
        "diary.html", number=page, pages=pages,
        begun=[
            {"id": d.id, "at": _clock(d.at, zone), "words": _beginning(d.fields)}
            for d in drafts(asked.book)
        ],
        entries=[
            {"id": e.id, "when": _when(asked, e), "written": e.moment.as_written,
             "words": e.words or "", "aside": e.id in aside}
            for e in entries[(page - 1) * PER_PAGE : page * PER_PAGE]
        ],
    )  # fmt: skip


def write(asked: Asked) -> Answer:
    """Show the form, with what was kept of it; keep it, throw it away, or go on to look at it."""
    id_ = asked.form.one("draft") if asked.posted else asked.query.get("draft", "")
    id_ = id_ if is_id(id_) else new_draft_id()
    if not asked.posted:
        kept = draft(asked.book, id_)
        return _form(asked, id_, kept.fields if kept else {}, kept)
    done, fields = asked.form.one("do"), fields_of(asked, asked.form)
    if done == "discard":
        discard(asked.book, id_)
        asked.say(asked.t("diary-discarded"))
        return asked.go("diary")
    before = draft(asked.book, id_)
    if is_bare(fields) and not (before and before.photo_size):
        if done == "keep":
            discard(asked.book, id_)
            return asked.go("diary")
        slip = Slip("words", asked.t("diary-empty"))
        return _form(asked, id_, fields, before, (slip,))
    try:
        keep_draft(asked.book, id_, fields, _now())
    except RainbookError as refused:
        return _form(asked, id_, fields, before, (Slip("words", str(refused)),))
    if done == "keep":
        asked.say(asked.t("diary-kept"))
        return asked.go("diary")
    return asked.go("diary-check", id=id_)


def _form(
    asked: Asked, id_: str, fields: Mapping[str, str], kept: Draft | None,
    slips: tuple[Slip, ...] = (),
) -> Answer:
    people = [(p.key, plain(p.name, 60)) for p in others(asked)]
    return asked.page(
        "diary-write.html", slips=slips, id=id_, kept=kept is not None,
        typed={**dict.fromkeys((*TYPED, *CHOSEN), ""), **fields},
        people=[*people, (OTHER, asked.t("diary-who-other")), (UNKNOWN, asked.t("base-not-known"))],
        bases=_bases(asked), felt=FELT, parts=[asked.t(f"diary-part-{p}") for p in SUGGESTED],
        answers=[*((a, _answer(asked, a)) for a in ANSWERS if a != UNSAID),
                 ("", asked.t("diary-open"))],
    )  # fmt: skip


def keep(asked: Asked) -> Answer:
    """Keep a note as far as it is typed; what the script of the form asks for."""
    id_, fields = asked.form.one("draft"), fields_of(asked, asked.form)
    if not asked.posted or not is_id(id_):
        return asked.go("diary")
    if not is_bare(fields):
        keep_draft(asked.book, id_, fields, _now())
    return asked.file(asked.t("diary-kept-quietly").encode(), "text/plain; charset=utf-8")


def check(asked: Asked) -> Answer:
    """Show what was typed and how its day is read; save it."""
    kept = _draft(asked)
    if not asked.posted:
        return _check(asked, kept)
    order = asked.form.one("order")
    entry = _entry(asked, kept, order if order in ORDERS else "")
    try:
        if kept.fields.get("again"):
            why = asked.form.exact("why").strip() or "written again"
            write_again(asked.book, kept.fields["again"], entry, why)
        else:
            write_entry(asked.book, entry)
    except RainbookError as refused:
        return _check(asked, kept, (Slip("save", str(refused)),))
    discard(asked.book, kept.id)
    asked.say(asked.t("diary-saved"))
    return asked.go("diary")


def _check(asked: Asked, kept: Draft, slips: tuple[Slip, ...] = ()) -> Answer:
    entry = _entry(asked, kept, "")
    return asked.page(
        "diary-check.html", slips=slips, id=kept.id, entry=entry,
        read=understood(asked.book, entry), forgot=bool(kept.fields.get("forgot")),
        unknown=kept.fields.get("person") == UNKNOWN, basis=basis_words(asked, entry.basis),
        felt=[(name, _answer(asked, kept.fields[name])) for name in FELT if name in kept.fields],
        photo=kept.photo_size > 0, photo_name=kept.photo_name, seeable=_seeable(entry.photo),
        again=bool(kept.fields.get("again")),
    )


def begin_again(asked: Asked) -> Answer:
    """Begin an entry anew with what was written in it."""
    event = _event(asked, asked.form.one("event"))
    if not asked.posted:
        return asked.go("diary")
    id_, entry = new_draft_id(), entry_of(asked.book, event)
    keep_draft(asked.book, id_, fields_from(entry, event.id, others(asked)), _now())
    if entry.photo:
        keep_photo(asked.book, id_, entry.photo, entry.photo_name)
    return asked.go("diary-write", {"draft": id_})


def one(asked: Asked) -> Answer:
    """Show one note as it is in the record."""
    event = _event(asked, asked.path["id"])
    entry, aside = entry_of(asked.book, event), set_aside(asked.book.decisions()).get(event.id)
    return asked.page(
        "diary-one.html", id=event.id, entry=entry, when=_when(asked, event),
        assumed=event.moment.assumed, basis=basis_words(asked, entry.basis),
        felt=[(n, _answer(asked, getattr(entry, n))) for n in FELT if getattr(entry, n) != UNSAID],
        seeable=_seeable(entry.photo), aside=aside,
        written=str(event.more.get("written", "")),
    )


def picture(asked: Asked) -> Answer:
    """Answer with the photo of a note that was begun, or of one that is saved."""
    id_ = asked.path["id"]
    begun = asked.query.get("of") == "begun"
    held = photo_in(asked.book, id_) if begun else photo_of(asked.book, _event(asked, id_))
    if not _seeable(held):
        raise PageNotThere(asked.t("diary-gone"))
    return asked.file(held, _TYPES[picture_ending(held)])


def blank(asked: Asked) -> Answer:
    """Show a page to print and write on by hand; it needs no book."""
    return asked.page("diary-blank.html", rows=range(BLANK_ROWS))


def _bases(asked: Asked) -> list[tuple[str, str]]:
    """Return the choices of "How do you know?", what one sees oneself first."""
    return sorted(bases(asked), key=lambda one: ORDER_OF_BASES.index(one[0]))


def _draft(asked: Asked) -> Draft:
    found = draft(asked.book, asked.path["id"])
    if found is None:
        raise PageNotThere(asked.t("diary-gone"))
    return found


def _entry(asked: Asked, kept: Draft, order: str) -> Entry:
    held = photo_in(asked.book, kept.id) if kept.photo_size else b""
    return entry_from(asked, kept.fields, held, kept.photo_name, order)


def _event(asked: Asked, id_: str) -> Event:
    """Return one of the notes that are saved. Raises PageNotThere."""
    for event in written_here(asked.book):
        if event.id == id_:
            return event
    raise PageNotThere(asked.t("diary-gone"))


def _seeable(held: bytes) -> bool:
    return bool(held) and picture_ending(held) in _TYPES


def _answer(asked: Asked, answer: str) -> str:
    return asked.t(f"diary-answer-{answer.replace(' ', '-')}")


def _beginning(fields: Mapping[str, Any]) -> str:
    return str(fields.get("words") or fields.get("felt") or fields.get("day") or "")


def _when(asked: Asked, event: Event) -> str:
    """Return when it was as it is read, both ways where there are two; "" for no day."""
    when, zone = event.moment, asked.book.settings()["zone"]
    if when.earliest is None:
        return ""
    if len(when.readings) == 2:
        one, other = (shown_span(*ends, zone) for ends in when.readings)
        return asked.t("diary-or", one=one, other=other)
    return shown_span(when.earliest, when.latest, zone)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _clock(at: str, zone: str) -> str:
    return shown_time(round(datetime.fromisoformat(at).timestamp() * 1_000_000), zone)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


PAGES = (
    Page("diary", "/notes", listed, BOOK),
    Page("diary-write", "/notes/write", write, BOOK),
    Page("diary-keep", "/notes/keep", keep, BOOK),
    Page("diary-check", "/notes/check/{id}", check, BOOK),
    Page("diary-photo", "/notes/photo", photo, BOOK, raw=True),
    Page("diary-picture", "/notes/picture/{id}", picture, BOOK),
    Page("diary-again", "/notes/again", begin_again, BOOK),
    Page("diary-one", "/notes/one/{id}", one, BOOK),
    Page("diary-blank", "/notes/blank", blank, NOTHING),
)
