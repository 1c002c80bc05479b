"""What one line of a sign table is, and the accounts and days the tables share.

The one thing a reader would get wrong: `says` and `silent` are pieces of the finding's lines, not
of its sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from rainbook.record import (
    Account,
    AccountOf,
    CaseFile,
    Decision,
    Kind,
    PersonNamed,
    ToldToStop,
    Way,
)
from tests.signs.build import JOINED, NAMED, Row, case, id_of_row

MAR3, MAR4, MAR9, MAR10 = (f"2024-03-{d} 10:00" for d in ("03", "04", "09", "10"))
MAR5 = "2024-03-05 10:00"
ALEX_DIARY = Account("diary", "name", "Alex")
SHOWN, NOT_SHOWN, CANNOT_TELL = "shown", "not shown", "cannot tell"
KIM_IS = (
    PersonNamed("kim", "Kim", "witness"),
    AccountOf("kim", "whatsapp:name:Kim", "named sender"),
)
LEE = Account("whatsapp", "name", "Lee")
GUESSED = (
    *NAMED,
    AccountOf("sam", "whatsapp:name:Sam", "own number"),
    AccountOf("alex", "phone:+447700900123", "guess"),
)


@dataclass(frozen=True)
class Told:
    """One line of the table. `says`: pieces that must stand in its lines; `silent`: pieces that
    must not.
    """

    given: str
    build: Callable[[], CaseFile]
    outcome: str
    sentence: str
    says: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


def stopped(rows: list[Row], stop: int, *more: object) -> CaseFile:
    return case(rows, [*JOINED, ToldToStop("alex", id_of_row(rows, stop)), *more])  # type: ignore[list-item]


def plain(*rows: Row, **more: object) -> Callable[[], CaseFile]:
    return lambda: case(list(rows), **more)  # type: ignore[arg-type]


ALEX_SEEN = AccountOf("alex", "diary:name:Alex", "seen")


def seen(at: str, words: str = "", **more: object) -> Row:
    """Return a diary entry about Alex."""
    made = Row(at, ALEX_DIARY, words or f"saw him at {at}", Kind.DIARY, Way.OBSERVED, None)
    return replace(made, **more)  # type: ignore[arg-type]


def noted(rows: list[Row], *said: Callable[[Callable[[int], str]], Decision]) -> CaseFile:
    """Return a case with decisions; each is given a function from a row's place to its id."""
    return case(rows, [*JOINED, ALEX_SEEN, *(one(lambda n: id_of_row(rows, n)) for one in said)])
