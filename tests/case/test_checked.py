"""What is refused before it is written down for ever."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from rainbook.case import Book
from rainbook.record import (
    AccountOf,
    ActedFor,
    ActTag,
    AimedAt,
    Allowed,
    Asks,
    Blocked,
    CameAfter,
    Changed,
    Connects,
    DateOrder,
    Decision,
    EncodingIs,
    EventBy,
    Explained,
    GapReason,
    History,
    Impact,
    KnewOf,
    NotAsked,
    NotRelevant,
    OrderAllows,
    OrderClause,
    OrderServed,
    PersonNamed,
    RainbookError,
    Relationship,
    Setting,
    SingleThreat,
    ThemeOf,
    Together,
    ToldTo,
    ToldToStop,
    Warned,
    Withdrawn,
    WitnessOf,
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
    (Setting("threat_words", "maybe"), "'maybe' is not one of: off, on."),
    (Setting("near_days", "soon"), "'soon' is not a number of days, such as 92."),
    (Setting("near_days", "0"), "is not a number of days"),
    (Setting("many_people", "-1"), "'-1' is not a number of people, such as 5."),
    (NotRelevant(""), "event is empty. Say which entry it is about."),
    (Blocked("", "2024"), "person is empty"),
    (Blocked("alex", "2024-13"), "a month like 2012-05, a year like 2012"),
    (OrderServed("alex", "notice", made="2024-05"), "is not a day or time"),
    (OrderServed("alex", "notice", served="2024"), "is not a day or time"),
    (OrderServed("alex", "notice", made="2024-06-01", until="2023"), "until (2023) lies before"),
    (Together("alex", "reunited", "2014", "2012"), "end (2012) lies before start (2014)"),
    (GapReason("alex", "abroad", "2024-03-02", "2024-02"), "lies before start"),
    (GapReason("alex", "abroad", start="1850"), "is not a day or time"),
    (History("bob", "threats"), "knows no person 'bob'"),
    (Impact(), "Say at least one of alarm="),
    (Impact(words="  "), "Say at least one of alarm="),
    (Impact(event="f" * 16, alarm="yes"), "holds no entry"),
    (WitnessOf("ROW", " "), "who is empty. Say who or what else can show it."),
    (ToldTo(""), "who is empty. Say who was told."),
    (ToldTo("a friend", at="whenever"), "is not a day or time"),
    (KnewOf("ROW", ""), "words is empty. Say what they knew"),
    (ThemeOf("ROW", "\t"), "theme is empty"),
    (Connects("ROW", "OTHER", " "), "words is empty. Say what connects the two."),
    (Connects("ROW", "ROW", "the car"), "The two entries are the same one."),
    (Connects("ROW", "f" * 16, "the car"), "holds no entry 'ffffffffffffffff'"),
    (Connects("ROW", "", "the car"), "other is empty. Say which other entry"),
    (AimedAt("ROW", "bob"), "It is one of: me, group, somebody else, do not know; or the short"),
    (AimedAt("ROW", "2024-03-24"), "is nobody it can be aimed at"),
    (ActTag("ROW", "s2A_3_z"), "something_else (something else"),
    (ActedFor("ROW", "bob", "seen"), "knows no person 'bob'"),
    (CameAfter("ROW", 1), "Number 1 in the list is no refusal; none is recorded."),
    (OrderClause(1, "1", "No contact."), "Number 1 in the list is no order; none is recorded."),
    (Allowed("ROW", 7, "no"), "rainbook decide order-served"),
    (NotAsked(""), "question is empty"),
)


def placed(what: Decision, found: list[str]) -> Decision:
    """Return the decision about the first row where it says ROW, the second where it says OTHER."""
    rows = {"ROW": found[0], "OTHER": found[1]}
    given = {f.name: getattr(what, f.name) for f in fields(what)}
    return replace(what, **{n: rows[v] for n, v in given.items() if v in ("ROW", "OTHER")})


@pytest.fixture
def told(book: Book, chat: Write) -> Book:
    book.add(chat("chat.txt", *LINES))
    who_is_who(book)
    return book


def test_what_cannot_be_is_refused_and_not_written_down(told: Book) -> None:
    before = len(told.decisions())
    found = ids(told.file())
    wrong = {}
    for what, says in REFUSED:
        try:
            told.decide(placed(what, found))
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


def test_what_is_told_of_acts_and_people_is_written_down(told: Book) -> None:
    found = ids(told.file())
    served = told.decide(OrderServed("alex", "notice", served="2024-06-01 09:00", until="2025"))
    refused = told.decide(ToldToStop("alex", at="2024-03"))
    for what in (
        AimedAt("ROW", "me"), AimedAt("ROW", "alex", "yes"), ActTag("ROW", "something_else"),
        CameAfter("ROW", refused), CameAfter("ROW", served), Connects("ROW", "OTHER", "the car"),
        KnewOf("ROW", " my shift "), ThemeOf("ROW", "the ring"), SingleThreat("ROW", "death"),
        Relationship("alex", "do not know"), Explained("alex", "do not know"),
        OrderClause(served, "1", "No contact.", ("any contact",), (), "2024-06", "2025-01-01"),
        OrderAllows(served, "Handing over.", hours="22:00-06:00"),
        OrderAllows(served, "Handing over.", hours="18:00-24:00"),
        Allowed("ROW", served, "do not know"), Impact(alarm="no"), Impact(words="I cried."),
        ActedFor("ROW", "alex", "guess"), NotAsked("purpose", "alex"), NotAsked("sort", found[0]),
        WitnessOf("ROW", "the camera"), ToldTo("a friend", at="2024-05", event=found[1]),
    ):
        told.decide(placed(what, found))
    kept = told.decisions()[-22:]
    assert kept[6].what == KnewOf(found[0], " my shift ")
    assert kept[0].what == AimedAt(found[0], "me")
    assert told.decisions()[-24].what == OrderServed(
        "alex", "notice", served="2024-06-01T09:00:00+01:00", until="2025")


@pytest.mark.parametrize(("start", "end"), [
    ("2012", ""), ("2012-05", "2012-05"), ("2012", "2012-05-09"), ("2012-05-09", "2012"),
    ("", "2014"), ("2012-05-09", "2012-05-09T18:40:00+01:00"), ("2200-12", ""),
])
def test_a_time_may_be_a_year_a_month_a_day_or_an_hour(start: str, end: str, told: Book) -> None:
    told.decide(Together("alex", "lived together", start, end))
    told.decide(Changed("sleep", start=f" {start} " if start else "", end=end))
    assert [(d.what.start, d.what.end) for d in told.decisions()[-2:]] == [(start, end)] * 2


@pytest.mark.parametrize("start", [
    "12", "2012-5", "2012-00", "2012-13", "2012/05", "201205", "May 2012", "2012-05-", "20120509",
    "\u0662\u0660\u0661\u0662", "9999", "2012-05-32",
])
def test_what_is_no_year_month_or_day_is_refused(start: str, told: Book) -> None:
    with pytest.raises(RainbookError, match="is not a day or time"):
        told.decide(Together("alex", "lived together", start))


@pytest.mark.parametrize("hours", ["9-17", "09:00", "24:00-09:00", "09:00-25:00", "09:00-17:60"])
def test_hours_that_are_none_are_refused(hours: str, told: Book) -> None:
    number = told.decide(OrderServed("alex", "notice"))
    with pytest.raises(RainbookError, match="Write 09:00-17:00"):
        told.decide(OrderAllows(number, "Handing over.", hours=hours))


def test_an_order_taken_back_is_no_order(told: Book) -> None:
    first = told.decide(OrderServed("alex", "a notice"))
    second = told.decide(OrderServed("alex", "an order"))
    told.decide(Withdrawn(first))
    with pytest.raises(RainbookError) as said:
        told.decide(OrderClause(first, "1", "No contact."))
    assert str(said.value) == (
        f"Number {first} in the list is no order. There is: {second} (an order).")
    assert told.decide(OrderClause(second, "1", "No contact.")) == second + 2
