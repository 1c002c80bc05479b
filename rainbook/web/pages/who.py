"""Who is who: which number or name is whose, asked one by one.

The one thing a reader would get wrong: only the person can say it. An address book proposes and no
more; skipping is no answer; "I do not know" is one, joins nothing, and is never taken for "no".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rainbook.case import AccountLine, Looked, Question, shown_day
from rainbook.record import BASES, AccountOf, Decided, PersonNamed, RainbookError, Withdrawn
from rainbook.web.interface import BOOK, Answer, Asked, Page, PageNotThere, Slip
from rainbook.web.who.naming import (
    LONGEST_NAME,
    LONGEST_NOTE,
    ME,
    OWN_PHONE,
    account_words,
    bases,
    basis_words,
    found_by,
    free_word,
    is_withheld,
    many_people,
    mark_of,
    plain,
    role_words,
)

PER_PAGE = 40
WHY = "asked one by one"
NEW, UNKNOWN = "new", "unknown"
_SKIPPED, _CHOSEN = "who-skipped", "who-chosen"


@dataclass(frozen=True)
class Place:
    """One account with what is asked and said about it."""

    key: str
    line: AccountLine | None
    question: Question | None
    said: tuple[Decided, ...]


def overview(asked: Asked) -> Answer:
    """Show everybody who was named, and the accounts with whose they are said to be."""
    looked, zone = asked.book.looked(), asked.book.settings()["zone"]
    pages = max(1, -(-len(looked.accounts) // PER_PAGE))
    page = min(max(1, _number(asked.query.get("page", "1"))), pages)
    some = looked.accounts[(page - 1) * PER_PAGE : page * PER_PAGE]
    return asked.page(
        "who.html",
        people=[
            {"name": p.name, "role": role_words(asked, p.role), "id": mark_of(asked, "p", p.key)}
            for p in asked.book.people()
        ],
        accounts=[_line(asked, looked, line, zone) for line in some],
        others=[q.sentence for q in looked.questions if q.code not in ("whose", "two people")],
        open=bool(_open(asked, looked)) or not _me_named(asked),
        many=many_people(asked),
        number=page,
        pages=pages,
    )


def _line(asked: Asked, looked: Looked, line: AccountLine, zone: str) -> dict[str, Any]:
    days = ""
    if line.first is not None:
        first, last = shown_day(line.first, zone), shown_day(line.last, zone)
        days = first if first == last else asked.t("who-days", first=first, last=last)
    return {
        "id": mark_of(asked, "a", line.key),
        "words": account_words(asked, line.key),
        "days": days,
        "person": line.person,
        "basis": basis_words(asked, line.basis),
        "guess": line.basis == "guess",
        "withheld": is_withheld(line.key),
        "unknown": line.key in looked.not_known and not line.person,
        "proposed": "" if line.person else _proposed(asked, line.key, line.proposed),
    }


def _proposed(asked: Asked, key: str, proposed: tuple[str, ...]) -> str:
    if not proposed:
        return ""
    listed = ", ".join(plain(name, 60) for name in proposed[:5])
    return asked.t("who-saved-numbers" if ":name:" in key else "who-saved-as", names=listed)


def go_on(asked: Asked) -> Answer:
    """Go to the next open question, or say that this is all for now."""
    if not _me_named(asked) and "me" not in _skipped(asked):
        return asked.go("who-me")
    for question in _open(asked, asked.book.looked()):
        if question.accounts[0] not in _skipped(asked):
            return asked.go("who-one", id=mark_of(asked, "a", question.accounts[0]))
    left = bool(_skipped(asked))
    _skipped(asked).clear()
    return asked.page("who-done.html", left=left, many=many_people(asked))


def me(asked: Asked) -> Answer:
    """Ask for the person's own name, as it should stand on paper."""
    if not asked.posted:
        return asked.page("who-me.html", name="")
    name = asked.form.one("name")
    if asked.form.one("do") == "skip" or not name:
        _skipped(asked).add("me")
        return asked.go("who-next")
    if len(name) > LONGEST_NAME:
        return asked.page("who-me.html", slips=(Slip("name", asked.t("who-name-long")),), name=name)
    try:
        asked.decide(PersonNamed(free_word(asked.book.people(), name), name, ME), WHY)
    except RainbookError as refused:
        return asked.page("who-me.html", slips=(Slip("name", str(refused)),), name=name)
    return asked.go("who-next")


def one(asked: Asked) -> Answer:
    """Ask whose one account is."""
    place = _place(asked, asked.path["id"])
    if asked.posted and not is_withheld(place.key):
        return _answered(asked, place)
    return _one(asked, place)


def _one(asked: Asked, place: Place, slips: tuple[Slip, ...] = ()) -> Answer:
    zone, people = asked.book.settings()["zone"], asked.book.people()
    names = {p.key: p.name for p in people}
    seen = place.question or place.line
    days: tuple[str, ...] = ()
    if seen is not None and seen.first is not None:
        days = (shown_day(seen.first, zone), shown_day(seen.last, zone))
    proposed = place.line.proposed if place.line is not None else ()
    choices = [
        (mark_of(asked, "p", p.key), plain(p.name, 60), role_words(asked, p.role)) for p in people
    ]
    return asked.page(
        "who-one.html",
        slips=slips,
        id=asked.path["id"],
        account=account_words(asked, place.key),
        withheld=is_withheld(place.key),
        own_phone=place.key == OWN_PHONE,
        days=days,
        proposed=_proposed(asked, place.key, proposed),
        choices=[*choices, (NEW, asked.t("who-new")), (UNKNOWN, asked.t("base-not-known"))],
        said_before=[
            {"number": d.number, "words": plain(names.get(d.what.person, d.what.person), 60),
             "basis": basis_words(asked, d.what.basis)}
            for d in place.said if isinstance(d.what, AccountOf)
        ],
        two=place.question is not None and place.question.code == "two people",
    )


def _answered(asked: Asked, place: Place) -> Answer:
    if asked.form.one("do") == "skip":
        _skipped(asked).add(place.key)
        return asked.go("who-next")
    if asked.form.one("do") == "holds":
        return _which_holds(asked, place)
    who = asked.form.one("who")
    if not who:
        return _one(asked, place, (Slip("who", asked.t("who-choose")),))
    if who == UNKNOWN:
        asked.book.not_known(place.key)
        asked.say(asked.t("who-not-known-written"))
        return asked.go("who-next")
    if who == NEW:
        return asked.go("person-new", {"of": asked.path["id"]})
    person = found_by(asked, "p", who, (p.key for p in asked.book.people()))
    return chosen(asked, place.key, person)


def chosen(asked: Asked, account: str, person: str) -> Answer:
    """Go on after somebody was chosen for an account: to how it is known, except for oneself."""
    role = next(p.role for p in asked.book.people() if p.key == person)
    if role == ME:
        return _write(asked, account, AccountOf(person, account, "own number"))
    asked.desk.kept[_CHOSEN] = (account, person)
    return asked.go("who-how", id=mark_of(asked, "a", account))


def how(asked: Asked) -> Answer:
    """Ask how it is known that an account is somebody's."""
    account, person = asked.desk.kept.get(_CHOSEN, ("", ""))
    people = {p.key: p.name for p in asked.book.people()}
    if mark_of(asked, "a", account) != asked.path["id"] or person not in people:
        return asked.go("who-one", id=asked.path["id"])
    basis, note = asked.form.one("basis"), asked.form.exact("note")
    slips: tuple[Slip, ...] = ()
    if asked.posted:
        if asked.form.one("do") == "skip":
            _skipped(asked).add(account)
            return asked.go("who-next")
        if basis not in BASES:
            slips = (Slip("basis", asked.t("who-how-choose")),)
        elif len(note) > LONGEST_NOTE:
            slips = (Slip("note", asked.t("who-note-long")),)
        else:
            return _write(asked, account, AccountOf(person, account, basis, note))
    return asked.page(
        "who-how.html", slips=slips, id=asked.path["id"], account=account_words(asked, account),
        person=plain(people[person]), bases=bases(asked), basis=basis, note=note,
    )


def _write(asked: Asked, account: str, what: AccountOf) -> Answer:
    """Write down whose an account is; what was said of somebody else before is taken back."""
    for before in _said_of(asked, account):
        if isinstance(before.what, AccountOf) and before.what.person != what.person:
            asked.book.decide(Withdrawn(before.number), "said anew")
    said = asked.t("who-guess-written") if what.basis == "guess" else ""
    asked.decide(what, WHY, said)
    return asked.go("who-next")


def _which_holds(asked: Asked, place: Place) -> Answer:
    """Take back what does not hold, where an account was given to two people."""
    kept = _number(asked.form.one("number"))
    numbers = [d.number for d in place.said]
    if kept not in numbers:
        return _one(asked, place, (Slip("number", asked.t("who-choose")),))
    people = {d.number: d.what.person for d in place.said if isinstance(d.what, AccountOf)}
    for number in numbers:
        if people[number] != people[kept]:
            asked.book.decide(Withdrawn(number), "asked which of two holds")
            asked.say(asked.t("who-two-done"))
    return asked.go("who-next")


def _place(asked: Asked, mark: str) -> Place:
    looked = asked.book.looked()
    lines = {line.key: line for line in looked.accounts}
    wanted = {q.accounts[0]: q for q in _open(asked, looked)}
    key = found_by(asked, "a", mark, (*lines, *wanted))
    return Place(key, lines.get(key), wanted.get(key), tuple(_said_of(asked, key)))


def account_of(asked: Asked, mark: str) -> AccountLine:
    """Return the account a mark stands for. Raises PageNotThere."""
    place = _place(asked, mark)
    if place.line is None:
        raise PageNotThere(asked.t("people-gone"))
    return place.line


def _said_of(asked: Asked, account: str) -> list[Decided]:
    return [
        d for d in asked.book.decisions()
        if not d.withdrawn and isinstance(d.what, AccountOf) and d.what.account == account
    ]


def _open(asked: Asked, looked: Looked) -> list[Question]:
    """Return the open questions, those about most entries first."""
    found = [q for q in looked.questions if q.code in ("whose", "two people")]
    unknown = looked.not_known
    found = [q for q in found if q.code != "whose" or q.accounts[0] not in unknown]
    return sorted(found, key=lambda q: (-q.rows, q.accounts))


def _me_named(asked: Asked) -> bool:
    return any(p.role == ME for p in asked.book.people())


def _skipped(asked: Asked) -> set[str]:
    """Return what was skipped since the book was opened; it is asked again another day."""
    found: set[str] = asked.desk.kept.setdefault(_SKIPPED, set())
    return found


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


PAGES = (
    Page("who", "/people", overview, BOOK),
    Page("who-next", "/people/next", go_on, BOOK),
    Page("who-me", "/people/me", me, BOOK),
    Page("who-one", "/people/one/{id}", one, BOOK),
    Page("who-how", "/people/how/{id}", how, BOOK),
)
