"""Works something out once for each hand-over, however many of its documents ask for it.

The one thing a reader would get wrong: what is kept belongs to one `Given`. A changed copy of it
(`replace`) starts with nothing, so nothing stale can be read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from rainbook.handover.interface import Given

Made = TypeVar("Made")


def once(make: Callable[[Given], Made]) -> Callable[[Given], Made]:
    """Return the function, which works a result out on its first call for a `Given` and returns the
    same result after that. The result must not be changed by whoever asks for it.
    """

    @wraps(make)
    def asked(given: Given) -> Made:
        key = f"{make.__module__}.{make.__qualname__}"
        if key not in given.known:
            given.known[key] = make(given)
        made: Made = given.known[key]
        return made

    return asked
