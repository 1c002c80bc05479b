"""The questions about one entry, in their order: a table that one engine reads.

The one thing a reader would get wrong: a threat is only what the person picks as one, and alarm is
only what the person says. Nothing here is read from a message.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rainbook.record import (
    BASES,
    DO_NOT_KNOW,
    DONE_BACK,
    PURPOSES,
    SERIOUS_HARM,
    SORTS,
    STARTERS,
    TARGETS,
    ActedFor,
    ActSort,
    ActTag,
    AimedAt,
    Connects,
    DidBack,
    EventBy,
    Impact,
    KnewOf,
    NeverArrived,
    PurposeOf,
    SingleThreat,
    StartedBy,
    ThemeOf,
    WitnessOf,
)
from rainbook.web.tell.felt import FEELING_KEYS, FEELINGS, felt_before, felt_whole
from rainbook.web.tell.kinds import (
    IN_THE_ANSWER,
    LINE,
    NOTED,
    PICK,
    WORDS,
    Field,
    Question,
    yes_or_no,
)
from rainbook.web.tell.numbered import AFTER, LETS
from rainbook.web.tell.plain_text import plain
from rainbook.web.tell.standing import One, Standing

_OF_SOMETHING = "something"
_WORDS = Field("words", WORDS)
_BASIS = Field("basis", PICK, BASES, "basis", need=True)
_SORTS = (
    ("sent", ("message", "call", "voicemail", "e-mail", "letter", "social media")),
    ("near", ("spoke to me", "came to my home", "came to my work", "followed me",
              "waited or watched", "filmed or spied")),
    ("hidden", ("tracker or device", "got into an account", "published something",
                "contacted people around me")),
    ("done", ("gift", "damage or theft", "came in", "threat", "violence")),
    ("formal", ("report to an authority", "legal step", "something else")),
)


def _known(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in words if w != DO_NOT_KNOW)


def _is_placed(standing: Standing) -> bool:
    """Return whether it is said whose act it is: of this entry, or of the account behind it."""
    return standing.placed() is not None


def _by_them(standing: Standing, question: Question) -> Sequence[One]:
    """Ask who did it, unless somebody else is said to have done it."""
    who = standing.placed()
    return () if who is not None and who.key != standing.person.key else (standing.one(question),)


def _by_others(standing: Standing, question: Question) -> Sequence[One]:
    """Ask whether somebody else, whose act it is, did it for the person."""
    who = standing.placed()
    if who is None or who.key == standing.person.key:
        return ()
    return (standing.one(question, doer=plain(who.name)),)


def _threat(standing: Standing, one: One, given: dict[str, Any]) -> list[SingleThreat]:
    """Return the threat; one of which nobody knows of what is a threat all the same."""
    made = SingleThreat(**one.given, **given)
    return [replace(made, of=DO_NOT_KNOW) if made.of == _OF_SOMETHING else made]


ABOUT_AN_ENTRY: tuple[Question, ...] = (
    Question(
        "who", "who", "who", EventBy, Field("person", PICK, choices="people"),
        (_BASIS, Field("note", WORDS)), unsure=NOTED, done=_is_placed, spread=_by_them,
    ),
    Question(
        "who", "acted for", "for-them", ActedFor, yes_or_no(), (_BASIS, _WORDS),
        no=True, unsure=NOTED, yes=True, spread=_by_others,
    ),
    Question(
        "sort", "sort", "sort", ActSort,
        Field("sort", PICK, _known(SORTS), "sort", groups=_SORTS), (_WORDS,),
        unsure=IN_THE_ANSWER,
    ),
    Question(
        "tag", "tag", "list", ActTag, Field("tag", PICK, choices="tags"), (_WORDS,),
        unsure=NOTED, repeats=True,
    ),
    Question(
        "aimed", "aimed", "aimed", AimedAt,
        Field("at", PICK, _known(TARGETS), "target", choices="others"),
        (Field("because_of_me", PICK, ("yes", "no", DO_NOT_KNOW), "answer"), _WORDS),
        unsure=IN_THE_ANSWER,
    ),
    Question(
        "started", "started", "started", StartedBy,
        Field("who", PICK, _known(STARTERS), "starter"), unsure=IN_THE_ANSWER,
    ),
    Question(
        "back", "back", "reply", DidBack, Field("what", PICK, _known(DONE_BACK), "reply"),
        (_WORDS,), unsure=IN_THE_ANSWER,
    ),
    Question(
        "purpose", "purpose", "meant", PurposeOf,
        Field("purpose", PICK, _known(PURPOSES), "purpose"), (_WORDS,), unsure=IN_THE_ANSWER,
    ),
    Question(
        "fear", "fear", "felt-then", Impact, FEELINGS[0], FEELINGS[1:],
        keys=FEELING_KEYS, find=felt_before, write=felt_whole,
    ),
    Question(
        "shown", "shown", "shown", WitnessOf, yes_or_no(),
        (Field("who", LINE, need=True), _WORDS, Field("contact", LINE)),
        no=True, unsure=NOTED, yes=True, repeats=True,
    ),
    Question(
        "knew", "knew", "knew", KnewOf, yes_or_no(), (Field("words", WORDS, need=True),),
        no=True, unsure=NOTED, yes=True,
    ),
    Question(
        "arrived", "arrived", "arrived", NeverArrived, yes_or_no(), (_WORDS,),
        no=True, unsure=NOTED, yes=True,
    ),
    AFTER,
    Question(
        "threat", "threat", "serious", SingleThreat,
        Field("of", PICK, (*_known(SERIOUS_HARM), _OF_SOMETHING), "harm"), (_WORDS,),
        no=True, unsure=NOTED, write=_threat,
    ),
    Question("theme", "theme", "about", ThemeOf, Field("theme", LINE, need=True, choices="themes")),
    Question(
        "connects", "connects", "joins", Connects,
        Field("other", PICK, choices="entries"), (Field("words", WORDS, need=True),),
        no=True, unsure=NOTED, repeats=True,
    ),
    LETS,
)
