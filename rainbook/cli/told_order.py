"""The questions about an order or a notice: its dates, its clauses word for word, what it allows.

The one thing a reader would get wrong: the clauses are copied from the paper. What a clause forbids
is picked from a list only so that acts can be held against it.
"""

from __future__ import annotations

import re

from rainbook.cli.screen import say
from rainbook.cli.talking import Talk
from rainbook.record import FORBIDS, PURPOSES, OrderAllows, OrderClause, OrderServed

_PLACE = "coming near a place"


def order(talk: Talk) -> None:
    """Ask for orders, each with its clauses and what it allows."""
    theirs = any(True for _ in talk.said(OrderServed))
    if not talk.open("order", done=theirs) or not talk.yes(
        "order",
        f"Is there, or was there, a court order or a notice of the police about "
        f"{talk.person.name}?",
    ):
        return
    while True:
        say("\nPlease have the paper at hand, if you can. You can also come back later.")
        kind = talk.words("What is it called, as it stands on the paper? ") or "an order"
        made = talk.when("When was it made?", exact=True)
        known = "When was it given to them, or when did they learn of it? With the hour, if known"
        served = talk.when(known, exact=True)
        until = talk.when("Until when does it hold?")
        number = talk.write(OrderServed(talk.person.key, kind, made, served, until))
        if number is not None:
            _clauses(talk, number)
            _allows(talk, number)
        if not talk.more("Is there another order?"):
            return


def _clauses(talk: Talk, number: int) -> None:
    count = 1
    while True:
        words = talk.words(
            "\nA clause of it, word for word: what they must not do (Enter when that is all) "
        )
        if not words:
            return
        clause = talk.words(f"Its number on the paper (Enter for {count}) ") or str(count)
        forbids = _forbids(talk)
        places = []
        while _PLACE in forbids and (
            place := talk.words("A place it names (Enter when that is all) ")
        ):
            places.append(place)
        start = end = ""
        if talk.more("Does this clause hold for days of its own, apart from the order's?"):
            start, end = talk.when("From when?"), talk.when("Until when?")
        talk.write(OrderClause(number, clause, words, forbids, tuple(places), start, end))
        count += 1


def _forbids(talk: Talk) -> tuple[str, ...]:
    """Return what a clause forbids: none, one or several of the list."""
    if talk.stopping:
        return ()
    say("What does it forbid? You can name several: 1 2")
    for number, text in enumerate(FORBIDS, 1):
        say(f"{number}  {text}", "  ")
    while True:
        given = talk.line("Which ones? (Enter to leave it open) ")
        numbers = [int(n) for n in re.findall("[0-9]+", given)]
        if re.fullmatch("[0-9 ,]{0,80}", given) and all(1 <= n <= len(FORBIDS) for n in numbers):
            return tuple(dict.fromkeys(FORBIDS[n - 1] for n in numbers))
        say(f"{given!r} is none of the choices. Enter skips, q stops.")


def _allows(talk: Talk, number: int) -> None:
    while words := talk.words(
        "\nDoes it allow something, such as handing over a child? Word for word (Enter when that "
        "is all) "
    ):
        clause = talk.words("Which clause does that belong to? (Enter to leave it open) ")
        purpose = talk.choose("What is it allowed for?", PURPOSES[1:-1])
        hours = talk.line("At which hours, such as 09:00-17:00? (Enter to leave it open) ")
        made = OrderAllows(number, words, clause, purpose, hours=hours)
        if talk.write(made) is None and hours:  # the hours were not understood: the rest is kept
            talk.write(OrderAllows(number, words, clause, purpose))
