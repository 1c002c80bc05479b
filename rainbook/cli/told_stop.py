"""When the other person was told to stop: messages are proposed, and the person picks.

The one thing a reader would get wrong: a proposed message counts for nothing until it is picked,
and picking none is not "never told".
"""

from __future__ import annotations

import re

from rainbook.cli.rows import when_of, words_of
from rainbook.cli.screen import Wait, out, say
from rainbook.cli.talking import Talk, typed
from rainbook.record import DO_NOT_KNOW, ToldToStop

_MOST = 12
_LONGEST = 160


def stop(talk: Talk) -> None:
    """Ask which messages told them to stop, and about other ways."""
    if not talk.open("stop", done=_was_told(talk)):
        return
    events = _proposed(talk)
    name = talk.person.name
    if not events:
        say(f"\nDid you ever ask {name} to stop, or to leave you alone?")
        letters, asked = {"o": "yes", "n": "no, never"}, "Which one? "
    else:
        say(f"\nIn which of these did you ask {name} to stop? You can name several: 1 3")
        letters = {"o": "in none of these; in another way", "n": "no, never"}
        asked = "Which ones? "
    for number, (_, shown) in enumerate(events, 1):
        say(f"{number}  {shown}", "  ")
    for letter, text in {**letters, "d": "I do not know"}.items():
        out(f"  {letter}  {text}")
    chosen = _chosen(asked, len(events))
    if chosen in ([], ["n"], ["d"]):
        _nothing(talk, chosen)
    elif chosen == ["o"]:
        _another_way(talk)
    else:
        for place in chosen:
            talk.write(ToldToStop(talk.person.key, event=events[int(place) - 1][0]))
        if talk.more("Did you tell them in another way too?"):
            _another_way(talk)


def _was_told(talk: Talk) -> bool:
    """Return whether a refusal of this kind is recorded, in whatever way."""
    return any(
        isinstance(d.what, ToldToStop) and d.what.person == talk.person.key
        for d in talk.standing()
    )


def _proposed(talk: Talk) -> list[tuple[str, str]]:
    """Return the reference of each proposed message that was not picked yet, with its words."""
    picked = {d.what.event for d in talk.standing() if isinstance(d.what, ToldToStop)}
    with Wait("Looking for messages", talk.listing is not None):
        lines, case = talk.book.refusals_proposed(talk.person.key), talk.case
    found = []
    for row in dict.fromkeys(line.rows[0] for line in lines if line.rows):
        event = case.event(row)
        if event.id not in picked:
            shown = f"{when_of(event, case.zone)}: {words_of(event, _LONGEST)}"
            found.append((event.id, shown))
    if len(found) > _MOST:
        say("\nThere are more messages like these. To see all of them: rainbook look --refusals")
    return found[:_MOST]


def _chosen(question: str, most: int) -> list[str]:
    """Return one letter, several numbers, or nothing for passed over."""
    while True:
        given = typed(f"{question}(Enter passes it over) ").lower()
        if given in ("", "o", "n", "d"):
            return [given] if given else []
        numbers = re.findall("[0-9]+", given)
        if re.fullmatch("[0-9 ,]{1,80}", given) and all(1 <= int(n) <= most for n in numbers):
            return list(dict.fromkeys(str(int(n)) for n in numbers))
        say(f"{given!r} is none of the choices. Enter skips, q stops.")


def _nothing(talk: Talk, chosen: list[str]) -> None:
    if chosen == ["n"]:
        talk.answered("stop", "no, never")
    elif chosen == ["d"]:
        talk.answered("stop", DO_NOT_KNOW)
    else:
        talk.passed("stop")


def _another_way(talk: Talk) -> None:
    while True:
        how = talk.words("How did you tell them, in your words? (Enter to leave it out) ")
        at = talk.when("When was that?")
        if how or at:
            talk.write(ToldToStop(talk.person.key, at=at, how=how))
        if not (how or at) or not talk.more("Was there another time?"):
            return
