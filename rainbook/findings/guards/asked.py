"""Whether another reason was asked for, and the questions to ask, for what two people are to each
other.

The one thing a reader would get wrong: "not asked yet", "no", "yes" and "not known" are four
answers, and the questions are printed whether or not they were answered. A reason on record does
not make an act wanted; no reason on record does not make it a wrong.
"""

from __future__ import annotations

from collections.abc import Mapping

from rainbook.findings import wording
from rainbook.findings.facts import Facts, Said, facts_of
from rainbook.findings.orders.words import quoted
from rainbook.record import (
    DO_NOT_KNOW,
    UNSAID,
    CaseFile,
    Explained,
    Line,
    NotAsked,
    Person,
    PurposeOf,
    Relationship,
)

NONE = "none"
QUESTIONS: Mapping[str, str] = {
    "child": "Was some of it about a child you share or look after: handing over, school, health, "
    "money for the child?",
    "debt": "Was money owed, or said to be owed: rent, a loan, a bill, or somebody collecting for "
    "a lender?",
    "complaint": "Was it a complaint, or an answer to one?",
    "work": "Was it needed for work: shifts, pay, a meeting, something handed over?",
    "press": "Was it somebody gathering news, or writing in public about something others should "
    "know?",
    "legal step": "Was it a legal step: a letter before a claim, a court paper, a lawyer?",
    "something else": "Was there anything else that it was needed for?",
}
"""The question for each purpose a person can record."""
BY_BOND: Mapping[str, tuple[str, ...]] = {
    "partners": ("child", "debt"),
    "former partners": ("child", "debt", "legal step"),
    "family": ("child", "debt", "legal step"),
    "other parent": ("child", "debt", "legal step"),
    "friend": ("debt", "work"),
    "acquaintance": ("debt", "work", "complaint"),
    "neighbour": ("complaint", "legal step"),
    "work": ("work", "complaint", "legal step"),
    "client or patient": ("work", "complaint", "debt"),
    "institution": ("debt", "complaint", "legal step", "press"),
    "stranger": ("press", "debt", "work"),
}
"""Which questions come first for what the two are to each other."""
MORE: Mapping[str, str] = {
    "partners": "Was it what the two of you usually sent each other at the time?",
    "former partners": "Was it about things to be fetched, a home to be given up, or bills?",
    "family": "Was it about an illness, a death, or somebody you both look after?",
    "other parent": "Is there an arrangement for the children that asks for this contact?",
    "friend": "Do you share friends, a club or a place where you would meet anyway?",
    "acquaintance": "Do you share friends, a club or a place where you would meet anyway?",
    "neighbour": "Was it about living side by side: parking, noise, a shared path, a wall?",
    "work": "Is there work that asks for this contact, or a place where you would meet anyway?",
    "client or patient": "Was it about the service, an appointment, or how it ended?",
    "institution": "Was it sent by a system to many people, or as a step that a rule asks for?",
    "stranger": "Could it have been meant for somebody else: a wrong number, a delivery, an "
    "advertisement?",
}
"""One more question, which has no purpose of its own."""


def other_reason(person: Person, facts: Facts) -> Line:
    """Return whether another reason for all of it was asked for: not asked yet, no, yes, or not
    known.
    """
    said = _last(facts, Explained)
    purposes = facts.all(PurposeOf)
    numbers = [said.number] if said else []
    cites = tuple(dict.fromkeys((*numbers, *(s.number for s in purposes))))
    rows = tuple(sorted({s.row for s in purposes if s.row is not None}))
    lead = f"Is there another reason for what {person.name} did?"
    return Line(f"{lead} {_answer(said, purposes)}", rows, cites)


def _answer(said: Said[Explained] | None, purposes: list[Said[PurposeOf]]) -> str:
    named = _named(purposes)
    also = f" A purpose is recorded: {named}." if named else ""
    if said is not None and said.what.answer != UNSAID:
        noted = f": {quoted(said.what.words)}" if said.what.words.strip() else ""
        answer = {"yes": "yes", "no": "no", DO_NOT_KNOW: "not known"}[said.what.answer]
        return f"Asked: {answer}{noted}.{also}"
    if named:
        return f"Asked: yes: a purpose is recorded ({named})."
    known = {s.what.purpose for s in purposes if s.row is None}
    if DO_NOT_KNOW in known:
        return "Asked: not known."
    if NONE in known:
        return "Asked: no: no purpose that they would give."
    return "Asked, and not answered." if said is not None else "Not asked yet."


def _named(purposes: list[Said[PurposeOf]]) -> str:
    """Return the purposes recorded, each with what it was said of: "child (of 3 acts)"."""
    of: dict[str, set[int | None]] = {}
    for one in purposes:
        if one.what.purpose not in (NONE, DO_NOT_KNOW):
            of.setdefault(one.what.purpose, set()).add(one.row)
    return wording.listed(f"{purpose} ({_of(rows)})" for purpose, rows in of.items())


def _of(rows: set[int | None]) -> str:
    return "of all of it" if None in rows else f"of {wording.many(len(rows), 'act')}"


def _last(facts: Facts, kind: type[Explained]) -> Said[Explained] | None:
    found = facts.all(kind)
    return found[-1] if found else None


def explanations_of(case: CaseFile, person: Person) -> tuple[Line, ...]:
    """Return the questions on other reasons for one person, those of their relationship first, each
    with its answer or that there is none.
    """
    facts = facts_of(case, person)
    bonds = [s for s in facts.all(Relationship) if s.what.person == person.key]
    bond = bonds[-1] if bonds else None
    name = bond.what.bond if bond else ""
    asked = {s.what.question: s.number for s in facts.all(NotAsked) if s.what.about == person.key}
    lines = [_bond(person, bond)]
    if name in MORE:
        told = f"{MORE[name]} (Its answer goes with the last question.)"
        lines.append(Line(told, (), (bond.number,) if bond else ()))
    first = BY_BOND.get(name, ())
    order = (*first, *(p for p in QUESTIONS if p not in first))
    lines += [_question(purpose, facts, asked) for purpose in order]
    return (*lines, other_reason(person, facts))


def _bond(person: Person, bond: Said[Relationship] | None) -> Line:
    who = f"What are you and {person.name} to each other?"
    if bond is None:
        return Line(f"{who} Not recorded, so every question below is asked.")
    return Line(f"{who} Recorded: {bond.what.bond}.", (), (bond.number,))


def _question(purpose: str, facts: Facts, passed: Mapping[str, int]) -> Line:
    said = facts.all(PurposeOf)
    match = [s for s in said if s.what.purpose == purpose]
    whole = {s.what.purpose: s.number for s in said if s.row is None and not s.what.event}
    question = QUESTIONS[purpose]
    if match:
        words = wording.listed(quoted(s.what.words) for s in match if s.what.words.strip())
        noted = f": {words}" if words else ""
        rows = {s.row for s in match}
        return Line(
            f"{question} Answered: yes, {_of(rows)}{noted}.",
            tuple(sorted(r for r in rows if r is not None)),
            tuple(s.number for s in match),
        )
    for answer, text in ((NONE, "no purpose that they would give"), (DO_NOT_KNOW, "not known")):
        if answer in whole:
            return Line(f"{question} Answered: {text}.", (), (whole[answer],))
    if purpose in passed:
        return Line(f"{question} Passed over for now.", (), (passed[purpose],))
    return Line(f"{question} Not answered.")
