"""The rows, decisions and sentences the tables of Fixated share.

The one thing a reader would get wrong: a block on a day is a refusal from the end of that day.
"""

from __future__ import annotations

from collections.abc import Callable

from rainbook.record import (
    Account,
    AccountOf,
    ActedFor,
    ActSort,
    AimedAt,
    Blocked,
    CaseFile,
    EventBy,
    Kind,
    KnewOf,
    ThemeOf,
    ToldToStop,
    Way,
)
from tests.signs.build import (
    JOINED,
    SAM,
    File,
    Row,
    case,
    id_of_row,
    say,
)
from tests.signs.told import (
    ALEX_DIARY,
    MAR3,
    MAR9,
)

NUMBER = "+44 7700 900456"
NEW = Account("whatsapp", "phone", NUMBER)
NEW_PHONE = Account("phone", "phone", NUMBER)
NEW_IS = AccountOf("alex", "phone:+447700900456", "own number")
BLOCK = Blocked("alex", "2024-03-05")
STOP_AT = "2024-03-05 10:00:01"
STOP = say(STOP_AT, SAM, words="please stop")
DIARY_IS = AccountOf("alex", "diary:name:Alex", "seen")
LOVE = "I know that you still love me"

BLOCKED = "Sam blocked Alex on 5 March 2024"
STOPPED = "Sam told Alex to stop on 5 March 2024 at 10:00:01"
AFTER_STOP = "After Alex was told to stop on 5 March 2024 at 10:00:01"
NO_REFUSAL = (
    "No refusal is recorded, so what came after one cannot be looked at; nothing else on record "
    "shows it by itself."
)
UNSURE = (
    "Whether what came after shows a way round it, or the same again, cannot be told here; the "
    "limits say why."
)
NEW_ACCOUNT = (
    f"{BLOCKED}; after that Alex used an account that stands in no earlier record (1 act, on 9 "
    "March 2024)."
)
USED_BEFORE = "which was in use before: not a new account"
Made = Callable[[], CaseFile]


def nothing_until(day: str, said: str = BLOCKED) -> str:
    """Return the sentence of "not shown" where the records go on to a day."""
    return (
        f"{said}. In the records after that, which go on to {day}, Alex used no account or service "
        "for the first time and repeated no text or theme on two days; nothing else on record "
        "shows it by itself."
    )


def text(at: str, **more: object) -> Row:
    """A message from the new number, in a chat of its own."""
    return say(at, NEW, thread=NUMBER, **more)


def diary(at: str, words: str = "a diary entry", **more: object) -> Row:
    """An entry in Sam's diary about Alex."""
    return say(at, ALEX_DIARY, words=words, kind=Kind.DIARY, way=Way.OBSERVED, thread=None, **more)


def given(*rows: Row, more: tuple[object, ...] = (BLOCK, NEW_IS)) -> Made:
    """Return a case of one export with these decisions beside who is who."""
    return lambda: case(list(rows), [*JOINED, *more])  # type: ignore[list-item]


def about(
    rows: list[Row], *said: tuple[int, Callable[[str], object]], more: tuple[object, ...] = ()
) -> Made:
    """Return a case with decisions about single rows: (row, what is said of its id)."""
    facts = [make(id_of_row(rows, place)) for place, make in said]
    return given(*rows, more=(*more, *facts))


def stop(
    rows: list[Row], *said: tuple[int, Callable[[str], object]], more: tuple[object, ...] = ()
) -> Made:
    """Return a case whose row 1 is Sam's stop message."""
    told = ToldToStop("alex", id_of_row(rows, 1))
    return about(rows, *said, more=(told, *more))


def two_files(*more: object, refused: bool = False) -> Made:
    """Return a case of two exports: the chat with "Alex" and, later, the chat with a number."""
    old, new = [say(MAR3), STOP], [text(MAR9)]
    told = (ToldToStop("alex", id_of_row(old, 1)),) if refused else ()
    decisions = [*JOINED, NEW_IS, *told, *more]
    return lambda: case([File(old), File(new, "b")], decisions)  # type: ignore[list-item]


def themed(theme: str) -> Callable[[str], object]:
    return lambda event: ThemeOf(event, theme)


def sort_is(sort: str) -> Callable[[str], object]:
    return lambda event: ActSort(event, sort)


def to_kim(event: str) -> object:
    return AimedAt(event, "kim", "yes")


def for_alex(basis: str) -> Callable[[str], object]:
    return lambda event: ActedFor(event, "alex", basis)


def by_alex(basis: str) -> Callable[[str], object]:
    return lambda event: EventBy(event, "alex", basis)


def knew(event: str) -> object:
    return KnewOf(event, "my new address")
