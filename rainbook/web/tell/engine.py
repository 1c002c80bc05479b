"""The one engine: what was typed about a question becomes decisions, or something to mend.

The one thing a reader would get wrong: passing over is not an answer, "I do not know" is one, and
neither is ever taken for "no". What is written is what `rainbook tell` writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any

from rainbook.record import DO_NOT_KNOW, Answered, Decision, NotAsked, RainbookError
from rainbook.web.interface import Form, Slip
from rainbook.web.tell.kinds import (
    DAY,
    HOURS,
    IN_THE_ANSWER,
    MESSAGES,
    NO,
    PICK,
    TICKS,
    UNSURE,
    WHEN,
    WORDS,
)
from rainbook.web.tell.offers import last_offers, offers_for
from rainbook.web.tell.reading import Given, Say, Values, id_of, read
from rainbook.web.tell.standing import OPEN, One, Standing

ASKED = "asked one by one"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a form: decisions with their reasons, or slips.

    `ways`: for a time that happened twice or never, the instants it may mean, by field.
    """

    made: tuple[tuple[Decision, str], ...] = ()
    slips: tuple[Slip, ...] = ()
    ways: tuple[tuple[str, tuple[str, ...]], ...] = ()


def picks_of(standing: Standing, one: One, messages: Sequence[str]) -> Values:
    """Return every value that can be picked, by field. `messages`: the references proposed."""
    found: dict[str, tuple[str, ...]] = {}
    for spec in one.question.fields:
        if spec.widget == MESSAGES:
            found[spec.name] = tuple(messages)
        elif spec.widget in (PICK, TICKS):
            found[spec.name] = tuple(o.value for o in offers_for(standing, one, spec))
    first = one.question.first
    if first.widget == PICK:
        found[first.name] = (*found[first.name], *(o.value for o in last_offers(one)))
    return found


def answer(
    standing: Standing, one: One, form: Form, messages: Sequence[str], say: Say
) -> Outcome:
    """Return what a form about a question makes. Writes nothing."""
    question, given = one.question, Given()
    picks = picks_of(standing, one, messages)
    for spec in question.fields:
        read(spec, form, picks, standing.case.zone, say, given)
    if given.slips:
        return _to_mend(given)
    chosen = given.values.get(question.first.name, "")
    rest = {k: v for k, v in given.values.items() if k != question.first.name}
    if chosen == NO or (chosen == UNSURE and question.unsure != IN_THE_ANSWER):
        if rest:
            return _slip(question.first.name, say("tell-slip-both"))
        return Outcome(made=((_noted(standing, one, chosen), _why(one, chosen, say)),))
    if chosen == UNSURE:
        given.values[question.first.name] = DO_NOT_KNOW
    _missing(one, given, say)
    return _to_mend(given) if given.slips else _checked(standing, one, given, say)


def passed_over(standing: Standing, one: One) -> list[tuple[Decision, str]]:
    """Return what is written down where a question is passed over: nothing the second time."""
    if one.state != OPEN:
        return []
    keys = one.question.keys or (one.key,)
    return [(NotAsked(key, standing.about), ASKED) for key in keys]


def typed_words(one: One, form: Form) -> bool:
    """Return whether words stand in a form that would be lost."""
    return any(form.exact(f.name).strip() for f in one.question.fields if f.widget == WORDS)


def _missing(one: One, given: Given, say: Say) -> None:
    """Note what is missing: the answer itself, or something nothing can be written without."""
    question, values = one.question, given.values
    if question.keys or question.key == "stop":  # any one of their fields is an answer
        if not values or (question.key == "stop" and set(values) <= {"answer"}):
            given.slips.append(Slip(_first_id(one), say(f"tell-slip-{question.place}")))
        return
    first = question.first
    if first.name not in values:
        if not (question.yes and values):  # what is added to a "yes" says yes
            given.slips.append(Slip(id_of(first), say("tell-slip-nothing")))
            return
    elif question.yes:
        del values[first.name]
    for spec in question.more:
        if spec.need and spec.name not in values:
            sentence = say(f"tell-slip-{question.place}-{spec.name.replace('_', '-')}")
            given.slips.append(Slip(id_of(spec), sentence))


def _first_id(one: One) -> str:
    return one.question.first.name


def _checked(standing: Standing, one: One, given: Given, say: Say) -> Outcome:
    """Return the decisions, each held against the book; what it refuses is a slip."""
    why = str(given.values.pop("why", "")) or ASKED
    made = _made(standing, one, given.values)
    for what in made:
        try:
            standing.book.check(what)
        except RainbookError as refused:
            return _blamed(standing, one, what, refused, say)
    return Outcome(made=tuple((what, why) for what in made))


def _made(standing: Standing, one: One, values: dict[str, Any]) -> Sequence[Decision]:
    question = one.question
    if question.write is not None:
        return question.write(standing, one, values)
    blanks = {f.name: f.blank for f in question.more}
    wanted = {
        f.name: blanks.get(f.name, "")
        for f in fields(question.makes)
        if f.default is MISSING or blanks.get(f.name)
    }
    return [question.makes(**{**wanted, **one.given, **values})]


def _blamed(
    standing: Standing, one: One, what: Decision, refused: RainbookError, say: Say
) -> Outcome:
    """Return the slip at the field without which the book would take it."""
    for spec in reversed(one.question.more):
        if spec.widget not in (WHEN, DAY, HOURS) or not getattr(what, spec.name, ""):
            continue
        try:
            without: Any = {spec.name: ""}
            standing.book.check(replace(what, **without))
        except RainbookError:
            continue
        key = "tell-slip-hours" if spec.widget == HOURS else "tell-slip-order"
        return _slip(id_of(spec), say(key))
    return _slip(_first_id(one), str(refused))


def _noted(standing: Standing, one: One, chosen: str) -> Answered:
    return Answered(one.key, "no" if chosen == NO else DO_NOT_KNOW, standing.about)


def _why(one: One, chosen: str, say: Say) -> str:
    said = say(f"tell-{one.question.place}-no") if chosen == NO else DO_NOT_KNOW
    return f"{ASKED}; in these words: {said}"


def _slip(name: str, sentence: str) -> Outcome:
    return Outcome(slips=(Slip(name, sentence),))


def _to_mend(given: Given) -> Outcome:
    return Outcome(slips=tuple(given.slips), ways=tuple(given.ways.items()))
