"""Works something out once for a case file and a person, however many signs ask for it.

The one thing a reader would get wrong: it is kept on the case file itself and goes with it. A case
file never changes, so nothing kept can be out of date; `dataclasses.replace` starts afresh.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from rainbook.record import CaseFile, Person

T = TypeVar("T")
_KEPT = "_worked_out"


def once(work: Callable[[CaseFile, Person], T]) -> Callable[[CaseFile, Person], T]:
    """Return the function, its answer kept for each case file and person. It must return something
    that nobody changes.
    """

    @wraps(work)
    def kept(case: CaseFile, person: Person) -> T:
        # a frozen dataclass still has its dict; nothing is changed by keeping this in it
        known: dict[tuple[str, Person], Any] = case.__dict__.setdefault(_KEPT, {})
        key = (work.__qualname__, person)
        if key not in known:
            known[key] = work(case, person)
        return known[key]  # type: ignore[no-any-return]

    return kept
