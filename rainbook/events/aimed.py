"""Writes over a thread's answer what the complainant said an act was aimed at.

The one thing a reader would get wrong: "do not know" changes nothing. Only a person who was named,
the complainant, a group, or "somebody else" moves an act from one target to another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rainbook.events.people import Whose
from rainbook.events.threads import TOWARDS_COMPLAINANT, TOWARDS_GROUP, TOWARDS_SOMEBODY_ELSE
from rainbook.record import AimedAt, Decided

_WORDS = {
    "me": TOWARDS_COMPLAINANT,
    "group": TOWARDS_GROUP,
    "somebody else": TOWARDS_SOMEBODY_ELSE,
}


def aim(who: Whose, decisions: Sequence[Decided], rows: Mapping[str, int]) -> Whose:
    """Return whose each row is with `towards` as decided; the latest word on a row holds."""
    codes = _WORDS | {
        p.key: TOWARDS_COMPLAINANT if p.role == "complainant" else place
        for place, p in enumerate(who.people)
    }
    towards = who.towards.copy()
    for one in (d.what for d in decisions if not d.withdrawn):
        if isinstance(one, AimedAt) and one.event in rows and one.at in codes:
            towards[rows[one.event]] = codes[one.at]
    return replace(who, towards=towards)
