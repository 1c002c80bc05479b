"""One person: naming somebody new, and changing a name or what they are here.

The one thing a reader would get wrong: a name is never overwritten. Saying it anew is another
decision; the one before stays in the list.
"""

from __future__ import annotations

from rainbook.record import AccountOf, Person, PersonNamed, RainbookError
from rainbook.web.interface import BOOK, Answer, Asked, Page, Slip
from rainbook.web.pages.who import account_of, chosen
from rainbook.web.who.naming import (
    LONGEST_NAME,
    ME,
    ROLES,
    account_words,
    basis_words,
    found_by,
    free_word,
    many_people,
    mark_of,
    plain,
    proposed_name,
    role_words,
)

WHY = "named on the page for people"


def new(asked: Asked) -> Answer:
    """Name somebody new; `of` in the query is the account the name was asked for."""
    of = asked.query.get("of", "") or asked.form.one("of")
    line = account_of(asked, of) if of else None
    if not asked.posted:
        name = proposed_name(line, line.key)[:LONGEST_NAME] if line is not None else ""
        return _form(asked, name, "", of)
    name, role = asked.form.one("name"), asked.form.one("role")
    if asked.form.one("do") == "skip":
        return asked.go("who-next") if of else asked.go("who")
    slips = _slips(asked, name, role)
    if slips:
        return _form(asked, name, role, of, slips)
    made = PersonNamed(free_word(asked.book.people(), name), name, role)
    try:
        asked.decide(made, WHY)
    except RainbookError as refused:
        return _form(asked, name, role, of, (Slip("name", str(refused)),))
    return chosen(asked, line.key, made.person) if line is not None else asked.go("who")


def _form(
    asked: Asked, name: str, role: str, of: str, slips: tuple[Slip, ...] = ()
) -> Answer:
    return asked.page(
        "people-new.html", slips=slips, name=name, role=role, of=of, roles=_roles(asked),
        account=account_words(asked, account_of(asked, of).key) if of else "",
    )


def one(asked: Asked) -> Answer:
    """Show one person with their accounts; change the name, or what they are here."""
    people = {p.key: p for p in asked.book.people()}
    person = people[found_by(asked, "p", asked.path["id"], people)]
    if not asked.posted:
        return _one(asked, person, person.name, person.role)
    name, role = asked.form.one("name"), asked.form.one("role")
    slips = _slips(asked, name, role)
    if slips:
        return _one(asked, person, name, role, slips)
    if (name, role) != (person.name, person.role):
        asked.decide(PersonNamed(person.key, name, role), WHY)
    return asked.go("who")


def _one(
    asked: Asked, person: Person, name: str, role: str, slips: tuple[Slip, ...] = ()
) -> Answer:
    theirs = [
        {"number": d.number, "account": account_words(asked, d.what.account),
         "basis": basis_words(asked, d.what.basis), "note": d.what.note,
         "id": mark_of(asked, "a", d.what.account)}
        for d in asked.book.decisions()
        if not d.withdrawn and isinstance(d.what, AccountOf) and d.what.person == person.key
    ]
    return asked.page(
        "people-one.html", slips=slips, id=asked.path["id"], called=plain(person.name),
        name=name, role=role, roles=_roles(asked, person.role), theirs=theirs,
        many=many_people(asked),
    )


def _roles(asked: Asked, role: str = "") -> list[tuple[str, str]]:
    """Return the roles to choose from; there is one "me"."""
    named = any(p.role == ME for p in asked.book.people())
    roles = ROLES if named and role != ME else (*ROLES, ME)
    return [(role, role_words(asked, role)) for role in roles]


def _slips(asked: Asked, name: str, role: str) -> tuple[Slip, ...]:
    slips = []
    if not name:
        slips.append(Slip("name", asked.t("people-name-missing")))
    elif len(name) > LONGEST_NAME:
        slips.append(Slip("name", asked.t("who-name-long")))
    if role not in (*ROLES, ME):
        slips.append(Slip("role", asked.t("people-role-missing")))
    return tuple(slips)


PAGES = (
    Page("person-new", "/people/new", new, BOOK),
    Page("person", "/people/person/{id}", one, BOOK),
)
