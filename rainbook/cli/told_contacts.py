"""The question about the police: each contact, what was promised and whether it was done.

The one thing a reader would get wrong: a promise nobody wrote down as done is not called broken. It
is asked about, and "I do not know" is an answer.
"""

from __future__ import annotations

from rainbook.cli.talking import Talk
from rainbook.record import ANSWERS, CONTACTS, DO_NOT_KNOW, UNSAID, PoliceContact

_HOW = {
    "in person": "at a station, or they came",
    "phone": "by telephone",
    "online": "online, on a form",
    "email": "by e-mail",
    "letter": "by letter",
    "something else": "in another way",
}
_KEPT = tuple(one for one in ANSWERS if one not in (UNSAID, DO_NOT_KNOW))


def police(talk: Talk) -> None:
    """Ask for each contact with the police."""
    sentence = (
        f"Have you had contact with the police about {talk.person.name}, or did somebody for you? "
        "It is not needed in order to report anything."
    )
    if not talk.open("police", PoliceContact):
        return
    ways = [(how, _HOW[how]) for how in CONTACTS]
    while how := talk.pick("police", sentence, ways, unsure=False, nothing="no, none"):
        talk.write(_contact(talk, how))
        if not talk.more("Was there another contact with the police?"):
            return


def _contact(talk: Talk, how: str) -> PoliceContact:
    at = talk.when("When was that?")
    who = talk.words("With whom: a name, a number? (Enter to leave it out) ")
    station = talk.words("From which station or team? (Enter to leave it out) ")
    reference = talk.words("Is there a reference or crime number? (Enter to leave it out) ")
    said = talk.words("What did they say? (Enter to leave it out) ")
    promised = talk.words("Did they say they would do something? What? (Enter if not) ")
    by, kept = "", UNSAID
    if promised:
        by = talk.when("By which day did they say?", exact=True)
        kept = talk.choose("Was it done?", [*_KEPT, (DO_NOT_KNOW, "I do not know")]) or UNSAID
    return PoliceContact(
        at, how, who, station, reference, said, promised, by, kept, person=talk.person.key
    )
