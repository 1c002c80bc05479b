"""When the other person was told to stop: messages are proposed, and the person picks.

The one thing a reader would get wrong: a proposed message counts for nothing until it is picked,
and picking none is not "never told".
"""

from __future__ import annotations

from typing import Any

from rainbook.record import Decided, ToldToStop
from rainbook.web.tell.standing import One, Standing


def told_in_any_way(standing: Standing, one: One) -> list[Decided]:
    """Return every time they were told, in a message or in another way."""
    return standing.all(ToldToStop)


def picked_before(standing: Standing) -> set[str]:
    """Return the references of the messages that were picked already."""
    found = (d.what for d in standing.decisions if isinstance(d.what, ToldToStop))
    return {what.event for what in found if what.event}


def stops_of(standing: Standing, one: One, given: dict[str, Any]) -> list[ToldToStop]:
    """Return one for each message picked, and one for another way that was told of."""
    key = standing.person.key
    made = [ToldToStop(key, event=event) for event in given.get("messages", ())]
    how, at = given.get("how", ""), given.get("at", "")
    if how or at:
        made.append(ToldToStop(key, at=at, how=how))
    return made
