"""The date card, as a table: what is on record, the day, and what is said beside it.

The one thing a reader would get wrong: the days are worked out by hand on a calendar.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from rainbook.findings.law import load_law
from rainbook.findings.matrix.dates import date_card, months_after
from rainbook.record import AimedAt, CaseFile, DateCard, OrderServed, Withdrawn
from tests.law.matrix_told import EW, NI, SC
from tests.signs.build import JOINED, SAM, case, id_of_row, say

MONTHS = {
    ("2024-05-12", 6): "2024-11-12",
    ("2023-08-31", 6): "2024-02-29",
    ("2022-08-31", 6): "2023-02-28",
    ("2022-08-28", 6): "2023-02-28",
    ("2024-03-31", 6): "2024-09-30",
    ("2024-07-01", 6): "2025-01-01",
    ("2024-12-31", 6): "2025-06-30",
    ("2024-02-29", 12): "2025-02-28",
    ("2024-06-30", 6): "2024-12-30",
}


@pytest.mark.parametrize(("day", "months"), MONTHS)
def test_calendar_months(day: str, months: int) -> None:
    found = months_after(date.fromisoformat(day), months)
    assert found == date.fromisoformat(MONTHS[day, months])


def cards(file: CaseFile, law: str = EW) -> tuple[DateCard, ...]:
    return date_card(file, next(p for p in file.people if p.key == "alex"), load_law(law))


@dataclass(frozen=True)
class Card:
    """What is on record, the day of the card, the row it is counted from, pieces of its words."""

    given: str
    build: Callable[[], CaseFile]
    day: str
    rows: tuple[int, ...]
    says: tuple[str, ...]
    silent: tuple[str, ...] = ()


TO_KIM = [say("2024-05-12 10:00"), say("2024-05-20 10:00")]
CARDS = (
    Card(
        "the last of three acts, not in the order of the file",
        lambda: case([say("2024-03-03 10:00"), say("2024-05-12 10:00"), say("2024-04-01 10:00")]),
        "2024-11-12",
        (1,),
        (
            "Last dated incident (12 May 2024) + 6 months = 12 November 2024, for ss.2 and 2A "
            "only: ask the police.",
            "or to its last day where it is shorter (Europe/London)",
            "An incident added later moves it.",
        ),
        ("not certain", "without a day"),
    ),
    Card(
        "a later message of Sam's own moves nothing",
        lambda: case([say("2024-05-12 10:00"), say("2024-06-01 10:00", SAM)]),
        "2024-11-12",
        (0,),
        (),
    ),
    Card(
        "31 August: February is shorter",
        lambda: case([say("2022-08-31 10:00")]),
        "2023-02-28",
        (0,),
        ("= 28 February 2023",),
    ),
    Card(
        "half past eleven in the evening of 30 June by UTC is 1 July in London",
        lambda: case([say("2024-06-30 23:30:00", zone="UTC")]),
        "2025-01-01",
        (0,),
        ("(1 July 2024)",),
    ),
    Card(
        "the same instant seen from UTC",
        lambda: case([say("2024-06-30 23:30:00", zone="UTC")], zone="UTC"),
        "2024-12-30",
        (0,),
        ("(30 June 2024)", "(UTC)"),
    ),
    Card(
        "a day that can be read two ways: counted from the earlier",
        lambda: case([say("2024-04-03 10:00", or_at="2024-05-04 10:00")]),
        "2024-10-03",
        (0,),
        ("(it may be 4 May 2024): counted from the earliest",),
    ),
    Card(
        "an act without a day beside one with a day",
        lambda: case([say("2024-05-12 10:00"), say("")]),
        "2024-11-12",
        (0,),
        ("1 act without a day may be later",),
    ),
    Card(
        "no act with a day",
        lambda: case([say("")]),
        "",
        (),
        ("no incident has a day that can be read. Ask the police.",),
    ),
    Card("no act", lambda: case([say("2024-05-12 10:00", SAM)]), "", (), ("no incident is",)),
    Card(
        "the last act was towards Kim",
        lambda: case(TO_KIM, [*JOINED, AimedAt(id_of_row(TO_KIM, 1), "somebody else")]),
        "2024-11-12",
        (0,),
        (),
    ),
)


@pytest.mark.parametrize("card", CARDS, ids=lambda c: c.given)
def test_the_card(card: Card) -> None:
    (found,) = cards(card.build())
    assert (found.day, found.rows) == (card.day, card.rows)
    assert [piece for piece in card.says if piece not in found.sentence] == []
    assert [piece for piece in card.silent if piece in found.sentence] == []
    assert "for ss.2 and 2A only" in found.sentence and found.source


@pytest.mark.parametrize("law", [SC, NI])
def test_no_time_limit_is_made_up_where_none_was_read(law: str) -> None:
    assert cards(case([say("2024-05-12 10:00")]), law) == ()


def order(until: str, kind: str = "non-molestation order", person: str = "alex") -> OrderServed:
    return OrderServed(person, kind, made="2024-03-01", served="2024-03-02", until=until)


ORDERS = {
    "a day": (
        order("2025-03-06"),
        "2025-03-06",
        "The non-molestation order of decision 6 is recorded as lasting until 6 March 2025: ask "
        "before then what follows it.",
    ),
    "a month": (
        order("2025-03"),
        "",
        "The non-molestation order of decision 6 is recorded as lasting until 2025-03; the day is "
        "not recorded.",
    ),
    "words": (
        order("next spring"),
        "",
        "The non-molestation order of decision 6 is recorded as lasting until 'next spring', which "
        "is no day to read.",
    ),
}


@pytest.mark.parametrize("written", ORDERS)
def test_the_end_of_an_order(written: str) -> None:
    served, day, sentence = ORDERS[written]
    _, found = cards(case([say("2024-05-12 10:00")], [*JOINED, served]))
    assert (found.day, found.sentence, found.decisions) == (day, sentence, (6,))
    assert found.source.startswith("Family Law Act 1996")


@pytest.mark.parametrize(
    "decisions",
    [[order("")], [order("2025-03-06"), Withdrawn(6)], [order("2025-03-06", person="kim")]],
    ids=["no end day", "taken back", "somebody else's"],
)
def test_no_card_for_an_order(decisions: list[OrderServed]) -> None:
    assert len(cards(case([say("2024-05-12 10:00")], [*JOINED, *decisions]))) == 1


def test_an_incident_added_later_moves_the_day() -> None:
    one = [say("2024-05-12 10:00")]
    before, after = (cards(case(rows))[0].day for rows in (one, [*one, say("2024-05-13 00:01")]))
    assert (before, after) == ("2024-11-12", "2024-11-13")
