"""What one line of the table of orders is, and the rows and decisions its lines share.

The one thing a reader would get wrong: `answers` is everything that is listed, in its order; an act
that is not named there is not listed. Row numbers are places in the rows given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rainbook.record import (
    AccountOf,
    ActSort,
    CaseFile,
    Decision,
    Event,
    Kind,
    OrderAllows,
    OrderClause,
    OrderServed,
    Way,
)
from tests.signs.build import (
    JOINED,
    KIM,
    SAM,
    Row,
    case,
    id_of_row,
    say,
)
from tests.signs.told import (
    ALEX_DIARY,
)

BREACH, BEFORE, AFTER, MAY, CANNOT, EARLY = (
    "possible breach",
    "before it was served",
    "after it ended",
    "may be allowed",
    "cannot tell",
    "before it began",
)
ORDER = 6  # the number of the first decision after JOINED
NMO = "non-molestation order"
SERVED = "2024-06-10T10:00:05"
MADE = "2024-06-01"
LATER = "2024-06-12 10:00:05"
Answer = tuple[str, int, str]


@dataclass(frozen=True)
class Clause:
    """One line of the table. `says`/`silent`: pieces of the sentences; `lines`: of orders_lines."""

    given: str
    build: Callable[[], CaseFile]
    answers: tuple[Answer, ...]
    says: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def order(served: str = SERVED, **more: object) -> OrderServed:
    return replace(OrderServed("alex", NMO, MADE, served), **more)  # type: ignore[arg-type]


def clause(*forbids: str, number: str = "2", of: int = ORDER, **more: object) -> OrderClause:
    blank = OrderClause(of, number, "must not do this", forbids)
    return replace(blank, **more)  # type: ignore[arg-type]


CONTACT = clause("any contact")
ENTRY = Row(LATER, ALEX_DIARY, "he stood at the gate", Kind.DIARY, Way.OBSERVED, None)
DIARY_IS = AccountOf("alex", "diary:name:Alex", "seen")


def under(
    rows: Sequence[Row],
    *decisions: Decision,
    joined: Sequence[Decision] = JOINED,
    places: Sequence[str] = (),
) -> Callable[[], CaseFile]:
    """Build a case of rows and decisions; `places`: the place each row's diary entry gives."""

    def build() -> CaseFile:
        made = case(list(rows), [*joined, *decisions])
        if not places:
            return made

        def event(row: int) -> Event:
            return replace(made.event(row), more={"place": places[row]} if places[row] else {})

        return replace(made, event=event)

    return build


def said(rows: Sequence[Row], place: int = 0) -> str:
    return id_of_row(rows, place)


def sorted_as(sort: str, *forbids: str, **more: object) -> Callable[[], CaseFile]:
    """One diary entry of a sort, held against a clause."""
    rows = [ENTRY]
    where = str(more.pop("where", ""))
    return under(
        rows,
        order(),
        clause(*forbids, **more),
        DIARY_IS,
        ActSort(said(rows), sort),
        places=[where],
    )


TO_THE_SECOND = [
    say("2024-06-10 10:00:04"),
    say("2024-06-10 10:00:05"),
    say("2024-06-10 10:00:06"),
]
ONE = [say(LATER, words="first words")]
DAYS = [say("2024-06-09 23:59:59"), say("2024-06-10 08:00:00"), say("2024-06-11 00:00:00")]
EVENING = [
    say("2024-06-12 21:59:59"),
    say("2024-06-12 22:00:00"),
    say("2024-06-13 06:00:00"),
    say("2024-06-13 06:00:01"),
]
CHILD = OrderAllows(ORDER, "may write about the child", "2", "child")
WORDS = OrderAllows(ORDER, "save through a lawyer")
KIM_ROW = [say(LATER, KIM, words="he wants you back", thread="Kim")]
GROUP = [
    say("2024-03-01 10:00:00", KIM, thread="Family"),
    say("2024-03-01 10:01:00", SAM, thread="Family"),
    say(LATER, thread="Family"),
]
