"""The questions about a person: what you are to each other, what came before, what you did and
changed.

The one thing a reader would get wrong: a "yes" without a day is kept as it is. Nothing is counted
from it, and no day is put in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rainbook.cli.talking import PURPOSES_SAID, Talk
from rainbook.cli.told_contacts import police
from rainbook.cli.told_gaps import gaps, together
from rainbook.cli.told_keep import keep_back
from rainbook.cli.told_order import order
from rainbook.cli.told_perishable import gone
from rainbook.cli.told_stop import stop
from rainbook.record import (
    AREAS,
    BONDS,
    DO_NOT_KNOW,
    PASTS,
    Blocked,
    Changed,
    Explained,
    History,
    PurposeOf,
    Relationship,
    ToldTo,
    Warned,
)

_NO_MORE = "Is there anything else?"


def _relationship(talk: Talk) -> None:
    if not talk.open("relationship", Relationship):
        return
    sentence = f"What are {talk.person.name} and you to each other?"
    if bond := talk.pick("relationship", sentence, BONDS):
        talk.write(Relationship(talk.person.key, bond, talk.words()))


def _history(talk: Talk) -> None:
    sentence = f"Had anything happened between {talk.person.name} and you before all this?"
    if not talk.open("history", History):
        return
    while past := talk.pick("history", sentence, PASTS, nothing="no, nothing"):
        start = talk.when("When was that?")
        talk.write(History(talk.person.key, past, start, talk.words()))
        if not talk.more(_NO_MORE):
            return


def _blocked(talk: Talk) -> None:
    if not talk.open("blocked", Blocked) or not talk.yes(
        "blocked", f"Did you ever block {talk.person.name}, on a phone or in an app?"
    ):
        return
    theirs = [a.key for a in talk.book.looked().accounts if a.person == talk.person.name]
    while True:
        account = talk.choose("Which account did you block?", theirs) if theirs else ""
        at = talk.when("When did you block it?")
        talk.write(Blocked(talk.person.key, at, account), talk.words())
        if not talk.more("Did you block another one?"):
            return


def _warned(talk: Talk) -> None:
    if not talk.open("warned", Warned) or not talk.yes(
        "warned", f"Did the police, or somebody else in authority, warn {talk.person.name}?"
    ):
        return
    while True:
        by = talk.words("Who was it, and how? (Enter to leave it out) ") or "somebody in authority"
        talk.write(Warned(talk.person.key, talk.when("When was that?"), by))
        if not talk.more("Was there another warning?"):
            return


def _reason(talk: Talk) -> None:
    name = talk.person.name
    if talk.open("reason", Explained):
        sentence = (
            f"Is there another reason for all this, as {name} would say it? For example a child, "
            "a debt, work, a complaint."
        )
        if answer := talk.pick("reason", sentence, ["yes", "no"]):
            more = talk.words("Which? In your words (Enter to leave it out): ")
            talk.write(Explained(talk.person.key, answer, more))
    if talk.open("purpose", PurposeOf):
        sentence = f"What would {name} say it is for?"
        while purpose := talk.pick("purpose", sentence, PURPOSES_SAID):
            talk.write(PurposeOf(talk.person.key, purpose, words=talk.words()))
            if purpose in ("none", DO_NOT_KNOW) or not talk.more(_NO_MORE):
                return


def _changed(talk: Talk) -> None:
    sentence = (
        "Have you changed anything in your daily life because of this, even something small: "
        "another way home, another time, a lock, a lamp, a phone you no longer answer?"
    )
    if not talk.open("changed", Changed):
        return
    while area := talk.pick("changed", sentence, AREAS, unsure=False, nothing="no, nothing"):
        words = talk.words("What did you change? In your words (Enter to leave it out): ")
        start, end = talk.when("Since when?"), talk.when("Until when, if it is over?")
        cost = talk.words("What did it cost, if anything? (Enter to leave it out) ")
        talk.write(Changed(area, words, start, end, cost))
        if not talk.more(_NO_MORE):
            return


def _told(talk: Talk) -> None:
    if not talk.open("told", ToldTo) or not talk.yes(
        "told", "Did you tell somebody: the police, a friend, a doctor, somebody at work?"
    ):
        return
    while who := talk.words("Whom did you tell? (Enter when that is all) "):
        at = talk.when("When was that?")
        words = talk.words("What did they say or promise? (Enter to leave it out) ")
        reference = talk.words("Is there a reference or a number? (Enter to leave it out) ")
        talk.write(ToldTo(who, at, words, reference=reference))


PARTS: Mapping[str, Callable[[Talk], None]] = {
    "relationship": _relationship,
    "history": _history,
    "stop": stop,
    "blocked": _blocked,
    "warned": _warned,
    "order": order,
    "together": together,
    "gaps": gaps,
    "reason": _reason,
    "changed": _changed,
    "told": _told,
    "police": police,
    "gone": gone,
    "keep-back": keep_back,
}
"""The questions in their order, by the word `--part` takes."""
