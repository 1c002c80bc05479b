"""The questions about a person, in their order: a table that one engine reads.

The one thing a reader would get wrong: nothing is asked here that another page asks too. What must
be kept back has a page of its own.
"""

from __future__ import annotations

from rainbook.record import (
    AREAS,
    BONDS,
    CONTACTS,
    DO_NOT_KNOW,
    PASTS,
    PERISHABLES,
    PURPOSES,
    TOGETHER,
    Blocked,
    Changed,
    Explained,
    History,
    Impact,
    OrderServed,
    Perishable,
    PoliceContact,
    PurposeOf,
    Relationship,
    Together,
    ToldTo,
    ToldToStop,
    Warned,
)
from rainbook.web.tell.felt import FEELING_KEYS, FEELINGS, felt_before, felt_whole
from rainbook.web.tell.kinds import (
    DAY,
    DAYS,
    IN_THE_ANSWER,
    LINE,
    LIST,
    MESSAGES,
    NOTED,
    PICK,
    WHEN,
    WORDS,
    Field,
    Question,
    yes_or_no,
)
from rainbook.web.tell.orders import ALLOWS, CLAUSES
from rainbook.web.tell.quiet import QUIET
from rainbook.web.tell.stops import stops_of, told_in_any_way

_WORDS = Field("words", WORDS)
_START, _END = Field("start", WHEN), Field("end", WHEN)
_AT = Field("at", WHEN)


def _known(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in words if w != DO_NOT_KNOW)


_BONDS = (
    ("close", ("partners", "former partners", "family", "other parent")),
    ("around", ("friend", "acquaintance", "neighbour", "work", "client or patient")),
    ("far", ("institution", "stranger", "something else")),
)

ABOUT_A_PERSON: tuple[Question, ...] = (
    Question(
        "relationship", "relationship", "you-two", Relationship,
        Field("bond", PICK, _known(BONDS), "bond", groups=_BONDS), (_WORDS,),
        unsure=IN_THE_ANSWER,
    ),
    Question(
        "history", "history", "before", History, Field("past", PICK, _known(PASTS), "past"),
        (_START, _WORDS), no=True, unsure=IN_THE_ANSWER, repeats=True,
    ),
    Question(
        "stop", "stop", "asked-to-end", ToldToStop,
        Field("answer", PICK, ("another way",), "end"),
        (Field("messages", MESSAGES, choices="own"), Field("how", WORDS), _AT),
        no=True, unsure=NOTED, repeats=True, find=told_in_any_way, write=stops_of,
    ),
    Question(
        "blocked", "blocked", "shut-off", Blocked, yes_or_no(),
        (Field("account", PICK, choices="accounts"), _AT, Field("why", WORDS)),
        no=True, unsure=NOTED, yes=True, repeats=True,
    ),
    Question(
        "warned", "warned", "spoken-to", Warned, yes_or_no(),
        (Field("by", WORDS, blank="somebody in authority"), _AT),
        no=True, unsure=NOTED, yes=True, repeats=True,
    ),
    Question(
        "order", "order", "paper", OrderServed, yes_or_no(),
        (
            Field("kind", LINE, blank="an order"), Field("made", DAY), Field("served", DAY),
            Field("until", WHEN), Field("exceptions", LIST),
        ),
        no=True, unsure=NOTED, yes=True, repeats=True,
    ),
    CLAUSES,
    ALLOWS,
    Question(
        "together", "together", "together", Together,
        Field("how", PICK, _known(TOGETHER), "together"), (_START, _END, _WORDS),
        no=True, unsure=IN_THE_ANSWER, repeats=True,
    ),
    QUIET,
    Question(
        "reason", "reason", "reason", Explained, Field("answer", PICK, ("yes", "no"), "answer"),
        (_WORDS,), unsure=IN_THE_ANSWER,
    ),
    Question(
        "reason", "purpose", "what-for", PurposeOf,
        Field("purpose", PICK, _known(PURPOSES), "purpose"), (_WORDS,),
        unsure=IN_THE_ANSWER, repeats=True,
    ),
    Question(
        "changed", "changed", "changed", Changed, Field("area", PICK, AREAS, "area"),
        (_WORDS, _START, _END, Field("cost", WORDS)), no=True, unsure=NOTED, repeats=True,
    ),
    Question(
        "felt", "felt", "felt", Impact, FEELINGS[0], (*FEELINGS[1:], _START),
        keys=FEELING_KEYS, find=felt_before, write=felt_whole,
    ),
    Question(
        "told", "told", "others", ToldTo, yes_or_no(),
        (Field("who", LINE, need=True), _AT, _WORDS, Field("reference", LINE)),
        no=True, unsure=NOTED, yes=True, repeats=True,
    ),
    Question(
        "police", "police", "contacts", PoliceContact, Field("how", PICK, CONTACTS, "contact"),
        (
            _AT, Field("who", LINE), Field("station", LINE), Field("reference", LINE),
            Field("said", WORDS), Field("promised", WORDS), Field("promised_by", DAY),
            Field("kept", PICK, ("yes", "no", DO_NOT_KNOW), "answer"),
        ),
        no=True, unsure=NOTED, repeats=True,
    ),
    Question(
        "gone", "gone", "soon-gone", Perishable, Field("what", PICK, PERISHABLES, "gone"),
        (
            Field("where", LINE), _AT, Field("kept_days", DAYS), Field("asked_at", DAY),
            Field("answer", WORDS),
        ),
        no=True, unsure=NOTED, repeats=True,
    ),
)
