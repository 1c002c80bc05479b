"""The questions about one entry: what it was, who did it, how it began and what it did to you.

The one thing a reader would get wrong: alarm, distress and fear are three answers, and nothing but
the person's own answer ever fills one in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from rainbook.case import tags_of
from rainbook.cli.screen import say
from rainbook.cli.talking import BASES_SAID, PURPOSES_SAID, Enough, Talk
from rainbook.cli.told_shown import after, allowed, arrived, knew, shown, theme, threat
from rainbook.record import (
    DO_NOT_KNOW,
    DONE_BACK,
    SORTS,
    STARTERS,
    UNSAID,
    ActedFor,
    ActSort,
    ActTag,
    AimedAt,
    DidBack,
    EventBy,
    Impact,
    Person,
    PurposeOf,
    StartedBy,
    rows_named,
)


def placed(talk: Talk) -> Person | None:
    """Return whose act the entry is said to be, a guess included; None where nobody said."""
    case = talk.case
    row = rows_named(case.table, (talk.about,))[talk.about]
    index = max(int(case.person_of[row]), int(case.guessed_of[row]))
    return case.people[index] if index >= 0 else None


def _who(talk: Talk) -> None:
    who = placed(talk)
    if who is not None and who.key != talk.person.key:
        _acted_for(talk, who)
        return
    if not talk.open("who", EventBy, done=who is not None):
        return
    others = [p for p in talk.book.people() if p.role != "complainant"]
    others.sort(key=lambda p: p.key != talk.person.key)
    key = talk.pick("who", "Who did this?", [(p.key, p.name) for p in others], unsure=False)
    if not key:
        return
    if basis := talk.choose("How do you know?", BASES_SAID):
        talk.write(EventBy(talk.about, key, basis, talk.words()))
    else:
        talk.passed("who")


def _acted_for(talk: Talk, who: Person) -> None:
    """Ask whether somebody else, whose act it is, did it for the person."""
    sentence = f"Did {who.name} do this for {talk.person.name}, or on their asking?"
    if not talk.open("acted for", ActedFor) or not talk.yes("acted for", sentence):
        return
    if basis := talk.choose("How do you know?", BASES_SAID):
        talk.write(ActedFor(talk.about, talk.person.key, basis, talk.words()))


def _sort(talk: Talk) -> None:
    if not talk.open("sort", ActSort):
        return
    if sort := talk.pick("sort", "What sort of thing was it?", SORTS):
        talk.write(ActSort(talk.about, sort, talk.words()))


def _tag(talk: Talk) -> None:
    if not talk.open("tag", ActTag):
        return
    tags = tags_of(talk.book.settings()["law"])
    sentence = (
        "The law names some examples, in its own words. Is this one of them? There are others, and "
        "none of them decides anything."
    )
    while tag := talk.pick("tag", sentence, tags, unsure=False):
        talk.write(ActTag(talk.about, tag, talk.words()))
        if not talk.more("Is it another of them too?"):
            return


def _aimed(talk: Talk) -> None:
    if not talk.open("aimed", AimedAt):
        return
    others = [
        (p.key, p.name) for p in talk.book.people()
        if p.role != "complainant" and p.key != talk.person.key
    ]
    options = [
        ("me", "me"),
        ("group", "a group I belong to"),
        *others,
        ("somebody else", "somebody not named here"),
    ]
    at = talk.pick("aimed", "Whom was it aimed at?", options)
    if not at:
        return
    because = UNSAID
    if at != "me":
        because = talk.choose("Was it because of you?", ["yes", "no", DO_NOT_KNOW]) or UNSAID
    talk.write(AimedAt(talk.about, at, because, talk.words()))


def _started(talk: Talk) -> None:
    if not talk.open("started", StartedBy):
        return
    texts = [("them", talk.person.name), ("me", "I did"), ("somebody else", "somebody else")]
    options = [t for t in texts if t[0] in STARTERS]
    if who := talk.pick("started", "Who started this contact?", options):
        talk.write(StartedBy(talk.about, who))


def _back(talk: Talk) -> None:
    if not talk.open("back", DidBack):
        return
    sentence = (
        "What did you do back? Whatever it was, it is better said here first than by somebody else."
    )
    if what := talk.pick("back", sentence, DONE_BACK):
        talk.write(DidBack(talk.about, what, talk.words()))


def _purpose(talk: Talk) -> None:
    if not talk.open("purpose", PurposeOf):
        return
    sentence = f"What would {talk.person.name} say it was for?"
    if purpose := talk.pick("purpose", sentence, PURPOSES_SAID):
        talk.write(PurposeOf(talk.person.key, purpose, talk.about, talk.words()))


_FELT = {
    "alarm": "Did it alarm you?",
    "distress": "Did it distress you?",
    "fear_of_violence": "Did it make you fear that violence would be used against you?",
}


def _fear(talk: Talk) -> None:
    """Ask the three answers and the person's own words; they are kept together, the latest
    whole.
    """
    before = [*talk.said(Impact)]
    one = before[-1] if before else Impact(talk.about, person=talk.person.key)
    found = one
    try:
        for part, sentence in _FELT.items():
            question = part.replace("_", " ")
            if not talk.open(question, done=getattr(one, part) != UNSAID):
                continue
            if answer := talk.pick(question, sentence, ["yes", "no"]):
                found = replace(found, **{part: answer})
        if talk.open("own words", done=bool(one.words)):
            say("\nHow was it for you, in your own words?")
            if words := talk.words("(Enter passes it over) "):
                found = replace(found, words=words)
            else:
                talk.passed("own words")
    finally:
        if found != one:
            talk.write(found)


def of_mine(talk: Talk) -> None:
    """Say that an entry is the complainant's own, and ask nothing. Raises Enough."""
    who = placed(talk)
    if who is not None and who.role == "complainant":
        say("This entry is your own. What you sent back is shown beside what was sent to you.")
        raise Enough


PARTS: Mapping[str, Callable[[Talk], None]] = {
    "who": _who,
    "sort": _sort,
    "tag": _tag,
    "aimed": _aimed,
    "started": _started,
    "back": _back,
    "purpose": _purpose,
    "fear": _fear,
    "shown": shown,
    "knew": knew,
    "arrived": arrived,
    "after": after,
    "threat": threat,
    "theme": theme,
    "allowed": allowed,
}
"""The questions in their order, by the word `--part` takes."""
