"""One entry: what it is, whose, whether it counts, what was said about it; its words when asked.

The one thing a reader would get wrong: the words, and any picture, are not in the page until the
person asks for them. They are not hidden in it; they were never sent.
"""

from __future__ import annotations

from rainbook.case import Book
from rainbook.case.around import around
from rainbook.record import CaseFile, NotRelevant, ToldToStop, Withdrawn
from rainbook.web.frame.shown import seen
from rainbook.web.interface import CASE, Answer, Asked, Page, Slip
from rainbook.web.timeline.about_entry import About, about, row_of

_KEPT = ("a", "b", "p", "c")
LONGEST = 10_000


def _page(asked: Asked) -> Answer:
    case = asked.case()
    found = about(asked, case, row_of(asked, case))
    if asked.posted:
        return _decided(asked, asked.book, case, found)
    return _shown(asked, case, found)


def _shown(asked: Asked, case: CaseFile, found: About, slips: tuple[Slip, ...] = ()) -> Answer:
    show = asked.query.get("show") == "1"
    place = asked.query.get("file", "")
    view = {name: asked.query[name][:16] for name in _KEPT if asked.query.get(name)}
    return asked.page(
        "entry.html",
        slips=slips,
        one=found,
        show=show,
        files=[
            (n, a.name, show and place == str(n)) for n, a in enumerate(found.event.attachments)
        ],
        text=(found.event.words or "")[:LONGEST] if show else "",
        cut=show and len(found.event.words or "") > LONGEST,
        bytes=around(asked.book, case, found.row) if show else None,
        view=view,
        people=[
            (p.key, seen(p.name, 60).striptags()) for p in case.people if p.role != "complainant"
        ],
        zone=case.zone,
    )


def _decided(asked: Asked, book: Book, case: CaseFile, found: About) -> Answer:
    wanted = asked.form.one("do")
    if wanted == "aside" and not found.aside:
        asked.decide(NotRelevant(found.id))
    elif wanted == "back" and found.aside:
        book.decide(Withdrawn(found.aside))
        asked.say(asked.t("entry-back-said"))
    elif wanted == "stop" and found.own and not found.stop:
        person = found.to or asked.form.one("person")
        if person not in {p.key for p in case.people if p.role != "complainant"}:
            return _shown(asked, case, found, (Slip("person", asked.t("entry-stop-slip")),))
        asked.decide(ToldToStop(person, event=found.id))
    elif wanted == "stop-back" and found.stop:
        book.decide(Withdrawn(found.stop))
        asked.say(asked.t("entry-back-said"))
    return asked.go("entry", dict(asked.query), id=found.id)


PAGES = (Page("entry", "/entry/{id}", _page, CASE),)
