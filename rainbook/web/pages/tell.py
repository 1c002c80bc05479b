"""The questions only the person can answer: about a person, or about one entry.

The one thing a reader would get wrong: every question stands alone. It can be passed over, stopped
at, gone back to, and answered by somebody else sitting beside the person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rainbook.record import Person, RainbookError, ToldToStop, Withdrawn, rows_named
from rainbook.web.interface import BOOK, Answer, Asked, Form, Page, PageNotThere, Slip
from rainbook.web.tell.asking import (
    Kept,
    kept_in,
    meant_by_entry,
    messages_for,
    next_of,
    questions_of,
    suspects_of,
)
from rainbook.web.tell.engine import ASKED, answer, passed_over, typed_words
from rainbook.web.tell.kinds import DAY, LIST
from rainbook.web.tell.offers import (
    entries_near,
    entries_picked,
    seen_of,
    themes_before,
)
from rainbook.web.tell.plain_text import plain
from rainbook.web.tell.said import said_before
from rainbook.web.tell.showing import before, boxes_of, short_of
from rainbook.web.tell.standing import OPEN, One, Standing
from rainbook.web.tell.times import NoSuchTime, time_of, typed_time

_FIRST_MESSAGES = 12
_TAKEN_BACK = "taken back by the person"


@dataclass(frozen=True, slots=True)
class Where:
    """Where the questions stand: the page that lists them, the page of one, and its places."""

    listed: str
    one: str
    places: Mapping[str, str]
    query: Mapping[str, str] = field(default_factory=dict)


def people(asked: Asked) -> Answer:
    """Ask whom the questions are about."""
    return asked.page("tell.html", people=suspects_of(asked.book))


def about_person(asked: Asked) -> Answer:
    """List the questions about a person, each with how it stands."""
    found = _of_person(asked)
    return found if isinstance(found, Answer) else _listed(asked, *found)


def person_question(asked: Asked) -> Answer:
    """Ask one question about a person."""
    found = _of_person(asked)
    return found if isinstance(found, Answer) else _question(asked, *found)


def about_entry(asked: Asked) -> Answer:
    """List the questions about an entry, each with how it stands."""
    found = _of_entry(asked)
    return found if isinstance(found, Answer) else _listed(asked, *found)


def entry_question(asked: Asked) -> Answer:
    """Ask one question about an entry."""
    found = _of_entry(asked)
    return found if isinstance(found, Answer) else _question(asked, *found)


def _of_person(asked: Asked) -> tuple[Standing, Where] | Answer:
    key = asked.path["person"]
    person = next((p for p in suspects_of(asked.book) if p.key == key), None)
    if person is None:
        raise PageNotThere(asked.t("tell-nobody"))
    kept = _kept(asked)
    if kept is None:
        return _work_out(asked)
    where = Where("tell-person", "tell-question", {"person": key})
    return Standing(asked.book, kept.case, person), where


def _of_entry(asked: Asked) -> tuple[Standing, Where] | Answer:
    kept = _kept(asked)
    if kept is None:
        return _work_out(asked)
    event, chosen = asked.path["id"], asked.query.get("person", "")
    rows = rows_named(kept.case.table, (event,))
    if event not in rows:
        raise PageNotThere(asked.t("tell-no-entry"))
    standing = Standing(asked.book, kept.case, Person("", "", ""), event)
    who = standing.placed()
    if who is not None and who.role == "complainant":
        return _mine(asked, standing)
    standing.person = meant_by_entry(kept.case, rows[event], asked.book, chosen) or standing.person
    if not standing.person.key:
        return asked.page(
            "tell-whom.html", people=suspects_of(asked.book), entry=seen_of(standing, rows[event]),
            event=event,
        )
    query = {"person": standing.person.key} if chosen else {}
    standing.near = _near(asked, standing)
    return standing, Where("tell-entry", "tell-entry-question", {"id": event}, query)


def _near(asked: Asked, standing: Standing) -> str:
    """Return the day near which other entries are looked for, "" where none was said."""
    try:
        return time_of(typed_time(asked.form, "near"), DAY, standing.case.zone)
    except NoSuchTime:
        return ""


def _mine(asked: Asked, standing: Standing) -> Answer:
    """Show an entry of the person's own: all it can be is a message that asked them to stop."""
    slips: tuple[Slip, ...] = ()
    if asked.posted:
        person = next((p for p in suspects_of(asked.book) if p.key == asked.form.one("to")), None)
        if person is not None:
            asked.decide(ToldToStop(person.key, event=standing.event), ASKED)
            return asked.go("tell-entry", id=standing.event)
        slips = (Slip("to", asked.t("tell-slip-pick")),)
    told = {
        d.what.person for d in standing.decisions
        if isinstance(d.what, ToldToStop) and d.what.event == standing.event
    }
    people = suspects_of(asked.book)
    return asked.page(
        "tell-mine.html", slips=slips, entry=seen_of(standing, standing.row()),
        told=[plain(p.name) for p in people if p.key in told],
        people=[p for p in people if p.key not in told], event=standing.event,
    )


def _kept(asked: Asked) -> Kept | None:
    """Return what was worked out; where a form was sent it is worked out at once."""
    found = kept_in(asked.desk.kept, asked.book)
    if found is None and asked.posted:
        asked.book.file()
        found = kept_in(asked.desk.kept, asked.book)
    return found


def _work_out(asked: Asked) -> Answer:
    book = asked.book
    return asked.start(
        "tell-working-out", lambda job: book.file() and None, asked.name, asked.query, **asked.path
    )


def _listed(asked: Asked, standing: Standing, where: Where) -> Answer:
    ones = questions_of(standing)
    following = next_of(ones)
    rows = [
        (short_of(one, asked.words), one.state or "open", _url(asked, where, one)) for one in ones
    ]
    return asked.page(
        "tell-list.html",
        person=standing.person,
        rows=rows,
        go_on=_url(asked, where, following) if following else "",
        begun=any(one.state != OPEN for one in ones),
        entry=seen_of(standing, standing.row()) if standing.event else None,
        event=standing.event,
        others=[p for p in suspects_of(asked.book) if p.key != standing.person.key],
    )


def _url(asked: Asked, where: Where, one: One) -> str:
    return asked.url(where.one, where.query, **where.places, question=one.place)


def _question(asked: Asked, standing: Standing, where: Where) -> Answer:
    ones = questions_of(standing)
    one = next((o for o in ones if o.place == asked.path["question"]), None)
    if one is None:
        raise PageNotThere(asked.t("tell-no-question"))
    if not asked.posted:
        return _shown(asked, standing, where, one, before(standing, one))
    do = asked.form.one("do")
    if do == "back":
        return _take_back(asked, where, one)
    if do == "skip":
        return _skip(asked, standing, where, one)
    if do in ("boxes", "near"):
        return _shown(asked, standing, where, one, asked.form, boxes=2)
    messages = [m.id for m in messages_for(asked.desk.kept, standing, one)]
    outcome = answer(standing, one, asked.form, messages, asked.t)
    if not outcome.slips:
        try:
            for what, why in outcome.made:
                asked.decide(what, why)
        except RainbookError as refused:
            slips = (Slip(one.question.first.name, str(refused)),)
            return _shown(asked, standing, where, one, asked.form, slips)
        return _on(asked, standing, where, one, again=do == "another")
    return _shown(
        asked, standing, where, one, asked.form, outcome.slips, dict(outcome.ways)
    )


def _skip(asked: Asked, standing: Standing, where: Where, one: One) -> Answer:
    """Pass a question over; words that were typed are not thrown away without asking."""
    if typed_words(one, asked.form) and not asked.form.one("sure") and not one.state:
        slip = Slip(one.question.first.name, asked.t("tell-slip-typed"))
        return _shown(asked, standing, where, one, asked.form, (slip,), sure=True)
    noted = passed_over(standing, one)
    for place, (what, why) in enumerate(noted, 1):
        number = asked.book.decide(what, why)
        if place == len(noted):
            asked.say(asked.t("tell-passed"), number)
    return _on(asked, standing, where, one)


def _on(
    asked: Asked, standing: Standing, where: Where, one: One, again: bool = False
) -> Answer:
    """Go to the same question again, the next open one, or the list of them."""
    if again:
        return asked.go(where.one, where.query, **where.places, question=one.place)
    now = Standing(standing.book, standing.case, standing.person, standing.event)
    following = next_of(questions_of(now), one.place)
    if following is not None and following.place != one.place:
        return asked.go(where.one, where.query, **where.places, question=following.place)
    return asked.go(where.listed, where.query, **where.places)


def _take_back(asked: Asked, where: Where, one: One) -> Answer:
    number = asked.form.one("number")
    if number in {str(d.number) for d in one.said}:
        asked.book.decide(Withdrawn(int(number)), _TAKEN_BACK)
        asked.say(asked.t("tell-taken-back"))
    return asked.go(where.one, where.query, **where.places, question=one.place)


def _shown(
    asked: Asked,
    standing: Standing,
    where: Where,
    one: One,
    form: Form,
    slips: Sequence[Slip] = (),
    ways: Mapping[str, tuple[str, ...]] | None = None,
    *,
    boxes: int = 0,
    sure: bool = False,
) -> Answer:
    messages = messages_for(asked.desk.kept, standing, one)
    every = asked.query.get("all") == "1"
    named = {m.id: m for m in entries_picked(standing, one.said)}
    data: dict[str, Any] = {
        "boxes": boxes_of(standing, one, form, asked.words, ways or {}, boxes),
        "messages": messages if every else messages[:_FIRST_MESSAGES],
        "more_messages": not every and len(messages) > _FIRST_MESSAGES,
        "told": said_before(standing, one, asked.words, named),
        "lists": any(spec.widget == LIST for spec in one.question.fields),
        "themes": themes_before(standing) if one.key == "theme" else (),
        "near": entries_near(standing) if one.key == "connects" else (),
    }
    return asked.page(
        "tell-question.html",
        slips=slips,
        one=one,
        person=standing.person,
        entry=seen_of(standing, standing.row()) if standing.event else None,
        action=asked.url(where.one, {**where.query, **_kept_query(asked)}, **where.places,
                         question=one.place),
        listed=asked.url(where.listed, where.query, **where.places),
        every=asked.url(where.one, {**where.query, "all": "1"}, **where.places,
                        question=one.place),
        sure=sure,
        near_day={box: asked.form.one(f"near-{box}") for box in ("day", "month", "year")},
        **data,
    )


def _kept_query(asked: Asked) -> dict[str, str]:
    return {"all": "1"} if asked.query.get("all") == "1" else {}


PAGES = (
    Page("tell", "/questions", people, BOOK),
    Page("tell-person", "/questions/{person}", about_person, BOOK),
    Page("tell-question", "/questions/{person}/{question}", person_question, BOOK),
    Page("tell-entry", "/about/{id}", about_entry, BOOK),
    Page("tell-entry-question", "/about/{id}/{question}", entry_question, BOOK),
)
