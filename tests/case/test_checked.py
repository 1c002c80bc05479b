"""What is refused before it is written down for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from rainbook.case import Book
from rainbook.record import (
    AccountOf,
    Asks,
    Blocked,
    DateOrder,
    Decision,
    EncodingIs,
    EventBy,
    NotRelevant,
    OrderServed,
    PersonNamed,
    RainbookError,
    Setting,
    ToldToStop,
    Warned,
    Withdrawn,
    ZoneOf,
)
from tests.case.kit import LINES, Write, ids, who_is_who

SHA = "ab" * 32
REFUSED: tuple[tuple[Decision, str], ...] = (
    (PersonNamed("Alex Reed", "Alex Reed", "suspect"), "cannot be the short word"),
    (PersonNamed("", "Alex Reed", "suspect"), "cannot be the short word"),
    (PersonNamed("al", "  ", "suspect"), "name is empty"),
    (AccountOf("bob", "phone:own", "guess"), "knows no person 'bob'"),
    (ToldToStop("bob", at="2024-03-24"), "knows no person"),
    (ToldToStop("alex"), "Say which message"),
    (ToldToStop("alex", event="0" * 16), "holds no entry"),
    (ToldToStop("alex", event="not an id"), "holds no entry"),
    (ToldToStop("alex", at="last spring"), "is not a day or time"),
    (NotRelevant("f" * 16), "holds no entry"),
    (EventBy("f" * 16, "alex", "seen"), "holds no entry"),
    (Blocked("alex", "2024-13-01"), "is not a day or time"),
    (Warned("alex", "soon", "PC Lee"), "is not a day or time"),
    (OrderServed("alex", "notice", served="2024-10-27 01:30"), "happened twice"),
    (Asks("bob", "No contact."), "knows no person"),
    (DateOrder(SHA, "day first"), "holds no file"),
    (ZoneOf(SHA, "Europe/London"), "holds no file"),
    (EncodingIs(SHA, "cp1252"), "holds no file"),
    (Setting("zone", "Mars"), "is not a time zone name"),
    (Setting("colour", "red"), "is not a setting"),
    (Setting("session_gap_minutes", "soon"), "not a number of minutes"),
    (Setting("session_gap_minutes", "0"), "not a number of minutes"),
    (Setting("law", "mars"), "no law file"),
    (Setting("ref_style", "fancy"), "is not one of"),
    (Setting("region", "Britain"), "country code"),
    (Setting("initials", "A1"), "are not initials"),
    (Withdrawn(999), "no decision number 999"),
)


@pytest.fixture
def told(book: Book, chat: Write) -> Book:
    book.add(chat("chat.txt", *LINES))
    who_is_who(book)
    return book


def test_what_cannot_be_is_refused_and_not_written_down(told: Book) -> None:
    before = len(told.decisions())
    wrong = {}
    for what, says in REFUSED:
        try:
            told.decide(what)
        except RainbookError as refused:
            if says not in str(refused):
                wrong[str(what)] = str(refused)
        else:
            wrong[str(what)] = "was written down"
    assert wrong == {}
    assert len(told.decisions()) == before


def test_what_can_be_is_written_down_with_its_time_in_full(told: Book) -> None:
    event = ids(told.file())[0]
    sha = told.originals()[0].sha256
    for what in (
        ToldToStop("alex", event=event), ToldToStop("alex", at="2024-06-01 18:40", how="by letter"),
        ToldToStop("alex", how="more than once, I do not know when"), NotRelevant(event),
        Blocked("alex", "2024-05-13"), Asks("alex", "No contact."), ZoneOf(sha, "UTC"),
        Setting("initials", "SO"), Setting("session_gap_minutes", "90"), Setting("zone", "UTC"),
    ):
        told.decide(what)
    written = [d.what for d in told.decisions()][-9]
    assert written == ToldToStop("alex", at="2024-06-01T18:40:00+01:00", how="by letter")
    assert told.settings()["session_gap_minutes"] == "90"


def test_the_entry_a_decision_speaks_of_is_found_among_many(told: Book, tmp_path: Path) -> None:
    """Ids are looked up by the first eight bytes of their hash: every row has to be found again."""
    path = tmp_path / "WhatsApp Chat with Jo.txt"
    lines = [f"{1 + n % 28:02}/05/2024, 10:{n % 60:02} - Jo: line {n}\n" for n in range(3_000)]
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    told.add(path)
    known = ids(told.file())
    assert len(set(known)) == 3_004
    for row in (0, 3, 4, 1_500, 3_003):
        told.decide(NotRelevant(known[row]))
    case = told.file()
    assert [r for r, why in case.why_not.items() if "not relevant" in why] == [
        0, 3, 4, 1_500, 3_003]
