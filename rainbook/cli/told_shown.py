"""The questions about one entry that another record may bear out: who else can show it, what it
shows, which order it touches.

The one thing a reader would get wrong: a threat is only what the person picks as one. The program
picks none.
"""

from __future__ import annotations

from rainbook.cli.screen import say
from rainbook.cli.talking import Talk
from rainbook.record import (
    DO_NOT_KNOW,
    NO_TIME,
    SERIOUS_HARM,
    Allowed,
    Blocked,
    CameAfter,
    KnewOf,
    NeverArrived,
    OrderServed,
    SingleThreat,
    ThemeOf,
    ToldToStop,
    Warned,
    WitnessOf,
    rows_named,
)

UNSURE = "a threat of something"
REFUSED = (ToldToStop, Blocked, Warned, OrderServed)


def shown(talk: Talk) -> None:
    """Ask who or what else can show it."""
    sentence = "Can somebody or something else show this: a person, a camera, a receipt?"
    if not talk.open("shown", WitnessOf) or not talk.yes("shown", sentence):
        return
    while who := talk.words("Who or what? (Enter when that is all) "):
        words = talk.words("What can they or it show? (Enter to leave it out) ")
        contact = talk.words("How can they be reached? (Enter to leave it out) ")
        talk.write(WitnessOf(talk.about, who, words, contact))


def knew(talk: Talk) -> None:
    """Ask whether it shows knowledge they should not have had."""
    sentence = f"Does it show that {talk.person.name} knew something they should not have known?"
    if not talk.open("knew", KnewOf) or not talk.yes("knew", sentence):
        return
    if words := talk.words("What was it, and who could know it? "):
        talk.write(KnewOf(talk.about, words))
    else:
        talk.passed("knew")


def arrived(talk: Talk) -> None:
    """Ask whether it never reached the complainant."""
    sentence = "Did it fail to reach you: sent back, returned, or stopped by somebody?"
    if talk.open("arrived", NeverArrived) and talk.yes("arrived", sentence):
        talk.write(NeverArrived(talk.about, talk.words("What became of it? (Enter to leave it) ")))


def after(talk: Talk) -> None:
    """Ask, for an act without a time, which refusals it came after."""
    row = rows_named(talk.case.table, (talk.about,))[talk.about]
    if int(talk.case.table.earliest[row]) != NO_TIME:
        return
    said = {w.refusal for w in talk.said(CameAfter)}
    for one in talk.standing():
        if not isinstance(one.what, REFUSED) or one.what.person != talk.person.key:
            continue
        how = {ToldToStop: "was told to stop", Blocked: "was blocked", Warned: "was warned",
               OrderServed: "was given an order"}[type(one.what)]
        question = f"after {one.number}"
        sentence = (
            f"This entry has no time. Was it after {talk.person.name} {how} (number {one.number} "
            "in the list)?"
        )
        if talk.open(question, done=one.number in said) and talk.yes(question, sentence):
            talk.write(CameAfter(talk.about, one.number))


def threat(talk: Talk) -> None:
    """Ask whether this one message is a threat of death or serious harm."""
    if not talk.open("threat", SingleThreat):
        return
    options = [(of, f"a threat of {of}") for of in SERIOUS_HARM if of != DO_NOT_KNOW]
    options.append((UNSURE, "a threat, and I do not know of what"))
    found = talk.pick(
        "threat",
        "Is this by itself a threat of one of these? One you pick here is put where it is read "
        "first.",
        options,
        unsure=False,
        nothing="no",
    )
    if found:
        of = DO_NOT_KNOW if found == UNSURE else found
        talk.write(SingleThreat(talk.about, of, talk.words()))


def theme(talk: Talk) -> None:
    """Ask what it was about, in a word; the same word joins entries."""
    if not talk.open("theme", ThemeOf):
        return
    used = dict.fromkeys(d.what.theme for d in talk.standing() if isinstance(d.what, ThemeOf))
    say("\nWhat was it about, in a word or two of yours? The same word joins entries.")
    if used:
        say(f"Words you used before: {', '.join(used)}.")
    if word := talk.words("(Enter passes it over) "):
        talk.write(ThemeOf(talk.about, word))
    else:
        talk.passed("theme")


def allowed(talk: Talk) -> None:
    """Ask, for each order about the person, whether it allowed this."""
    said = {w.order for w in talk.said(Allowed)}
    for one in talk.standing():
        order = one.what
        if not isinstance(order, OrderServed) or order.person != talk.person.key:
            continue
        question = f"allowed {one.number}"
        sentence = f"Did the {order.kind} (number {one.number} in the list) allow this?"
        if not talk.open(question, done=one.number in said):
            continue
        if answer := talk.pick(question, sentence, ["yes", "no"]):
            talk.write(Allowed(talk.about, one.number, answer, talk.words()))
