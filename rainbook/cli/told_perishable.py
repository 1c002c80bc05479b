"""The question about what may soon be gone: a camera, a voicemail, messages that disappear.

The one thing a reader would get wrong: nothing here is done or asked for; it is written down so
that somebody can ask in time, and asking may let the other person know.
"""

from __future__ import annotations

import re

from rainbook.cli.screen import say
from rainbook.cli.talking import Talk
from rainbook.record import PERISHABLES, Perishable

_WHAT = {
    "cctv": "a camera of a shop, a street, a bus or a building",
    "doorbell": "a camera in a doorbell",
    "dash camera": "a camera in a car or a van",
    "voicemail": "a voicemail",
    "disappearing messages": "messages that are set to disappear",
    "platform logs": "an account on a service: who opened it, and from where",
    "phone records": "calls, withheld ones too: the network's records",
    "delivery records": "something delivered or ordered: who paid for it",
    "something else": "something else that may be gone soon",
}


def gone(talk: Talk) -> None:
    """Ask for each thing that may show it and may soon be gone."""
    if not talk.open("gone", Perishable):
        return
    sentence = "Is there anything that may show some of this and may soon be gone?"
    things = [(what, _WHAT[what]) for what in PERISHABLES]
    while what := talk.pick("gone", sentence, things, unsure=False, nothing="no, nothing"):
        talk.write(_thing(talk, what))
        if not talk.more("Is there anything else like that?"):
            return


def _thing(talk: Talk, what: str) -> Perishable:
    where = talk.words("Where is it, or whose? (Enter to leave it out) ")
    at = talk.when("What day would it show?")
    days = _days(talk)
    asked_at = talk.when("Has somebody asked for it? When?", exact=True)
    answer = talk.words("What was the answer? (Enter if there is none yet) ") if asked_at else ""
    return Perishable(what, where, at, days, asked_at, answer, person=talk.person.key)


def _days(talk: Talk) -> int:
    """Return how many days it is kept, 0 where nobody knows; a slip is asked again."""
    while given := talk.line("For how many days is it kept, if you know? (Enter if not) "):
        if re.fullmatch("[1-9][0-9]{0,3}", given):
            return int(given)
        say(f"{given!r} is not a number of days, such as 30.")
    return 0
