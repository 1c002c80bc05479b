"""The pages of `look`: one answer in full, the law, the orders, the questions of a court, the past.

The one thing a reader would get wrong: what stands on the pages of the law and the orders is made
up here, line by line, so that what is printed can be held against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import open_book
from rainbook.case.example import PASSPHRASE
from rainbook.cli.finding_page import court_page
from rainbook.cli.law_page import law_page
from rainbook.cli.orders_page import orders_page
from rainbook.record import (
    CaseFile,
    ClauseCheck,
    DateCard,
    Decided,
    ElementLine,
    Finding,
    Line,
    Matrix,
    OrderAllows,
    OrderClause,
    OrderServed,
)

Run = Callable[..., Any]
PART = {"id": "x", "section": "Act of 1997 s.7(3)", "title": "Course of conduct",
        "words": "“at least two occasions”", "says": "", "source": "the Act", "as_of": "2015",
        "in_force": "2012-11-25", "cannot_say": "Whether it amounts to one is for a court."}


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def case(book: Path) -> Iterator[CaseFile]:
    with open_book(book, PASSPHRASE, "owner", read_only=True) as one:
        yield one.file()


def reference(case: CaseFile, row: int) -> str:
    return case.table.id_of(row)


def matrix(*elements: ElementLine, threats: tuple[Line, ...] = ()) -> Matrix:
    card = DateCard("Six months from the last dated entry: ask the police.", "2024-12-02", (3,),
                    "Baker [2004]")
    return Matrix("alex", "england_wales", "England and Wales", "2015", "Not legal advice.",
                  threats, (card,), elements, (Line("No text after 2015 was read."),))


def test_the_law_with_what_is_on_record_beside_it(
    case: CaseFile, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = ElementLine(PART, "", (Line("Two dates are on record.", (0, 1), (22,)),),
                        (Line("Sam wrote back.", (2,)),), (Line("No impact is recorded."),))
    route = ElementLine({**PART, "section": "s.4A(1)(b)"}, "(i) fear of violence", (), (), ())
    threat = Line("A threat you picked.", (5,))
    law_page(replace(case, matrices=(matrix(whole, route, threats=(threat,)),)), False)
    shown = plain(capsys.readouterr().out)
    wanted = [
        "England and Wales: what the law asks for, and what is on record about Alex Reed.",
        "The law is given as of 2015. Not legal advice.",
        "Nothing here says that any part of it is made out: that is for a court.",
        "To be read first: single messages you picked. A threat you picked. [entry: ",
        "Dates to ask about. Six months from the last dated entry: ask the police. (2024-12-02)",
        "Act of 1997 s.7(3): Course of conduct “at least two occasions”",
        "on record: Two dates are on record. [entries: ",
        "[number 22 in the list]",
        "against: Sam wrote back. [entry: ",
        "not recorded: No impact is recorded.",
        "what no program can say: Whether it amounts to one is for a court.",
        "(as of 2015; in force 2012-11-25; the Act)",
        "s.4A(1)(b): Course of conduct One of two ways, looked at apart: (i) fear of violence",
        "Nothing is on record that bears on it.",
        "limits: No text after 2015 was read.",
    ]
    places = [shown.find(part) for part in wanted]
    assert -1 not in places, [w for w, p in zip(wanted, places, strict=True) if p < 0]
    assert places == sorted(places), "threats first, then the dates, then the parts of the law"
    assert reference(case, 5) in shown


@pytest.mark.parametrize(("every", "more"), [(False, True), (True, False)])
def test_a_line_cites_a_few_entries_or_all_of_them(
    every: bool, more: bool, case: CaseFile, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tuple(range(9))
    line = ElementLine(PART, "", (Line("Nine.", rows),), (), ())
    law_page(replace(case, matrices=(matrix(line),)), every)
    shown = plain(capsys.readouterr().out)
    assert ("and 4 more, with --all" in shown) is more
    assert [reference(case, row) in shown for row in rows] == [True] * 5 + [every] * 4


def test_orders_clause_by_clause(case: CaseFile, capsys: pytest.CaptureFixture[str]) -> None:
    said = (OrderServed("alex", "a notice", served="2024-05-01T14:10:00+01:00"),
            OrderClause(91, "1", "No contact."), OrderClause(91, "2", "Not in Elm Road."),
            OrderAllows(91, "Handing over.", "1", "child", hours="09:00-17:00"),
            OrderServed("alex", "an order"))
    decided = tuple(Decided(91 + n, "owner", "2024-06-05", "", what) for n, what in enumerate(said))
    check = ClauseCheck("alex", 91, "a notice", "1", "No contact.", 7, "possible breach",
                        Line("Possible breach of clause 1: a message.", (7,), (91, 92)))
    orders_page(replace(case, decisions=decided, clauses=(check,)), False)
    shown = plain(capsys.readouterr().out)
    for part in (
        "a notice - Alex Reed (number 91 in the list)",
        "made: not recorded; served or known of: 2024-05-01 14:10:00+01:00; until: not recorded",
        "clause 1: No contact. possible breach: Possible breach of clause 1: a message. [entry: ",
        f"{reference(case, 7)}] [numbers 91, 92 in the list]",
        "clause 2: Not in Elm Road. No act in the records is held against this clause.",
        "allows: Handing over. (clause 1; child; 09:00-17:00)",
        "an order - Alex Reed (number 95 in the list)",
        "No clause is recorded word for word, so no act is held against it. To record them: "
        "rainbook tell alex --part order",
        "Whether an order was broken is for a court.",
    ):
        assert part in shown, part


def test_what_a_court_asks_next(case: CaseFile, capsys: pytest.CaptureFixture[str]) -> None:
    asks = Finding("court", "alex", "shown", "One question is raised.",
                   (Line("Did Sam start it? One entry.", (1,)),), (Line("Nobody else."),))
    court_page(replace(case, findings=(asks,)), False)
    shown = plain(capsys.readouterr().out)
    assert "What a court asks next - Alex Reed One question is raised." in shown
    assert "raised: Did Sam start it? One entry. [entry: " in shown
    assert "not raised: Nobody else." in shown
    assert "These are questions, not answers." in shown


def test_one_answer_in_full(opened: Run, book: Path) -> None:
    shown = plain(opened("look", "--sign", "unwanted").out)
    assert shown.startswith("Alex Reed - unwanted: shown ")
    for part in ("for: ", "against: ", "limits: ", "law: ", "[entries: ", "figure: "):
        assert part in shown, part
    assert "repeated" not in shown.split(" for: ")[0]
    assert "more, with --all" in shown
    whole = plain(opened("look", "--sign", "unwanted", "--all").out)
    assert "more, with --all" not in whole
    assert len(re.findall("[0-9a-f]{16}", whole)) > 2 * len(re.findall("[0-9a-f]{16}", shown))


def test_a_reference_can_be_looked_up(opened: Run, book: Path) -> None:
    shown = opened("look", "--sign", "unwanted").out
    one = re.findall("[0-9a-f]{16}", shown)[0]
    ran = opened("look", "--entry", one)
    assert (ran.code, one in ran.out, "The words are not shown." in plain(ran.out)) == (
        0, True, True)
    (event, _) = opened("look", "--entry", one, "--json").lines()
    assert event["id"] == one
    assert event["words"].split()[0] in opened("look", "--entry", one, "--words").out


@pytest.mark.parametrize(("given", "says"), [
    (("--sign", "guilty"), "There is no sign 'guilty'. There is: "),
    (("--entry", "zz"), "The book holds no entry 'zz'."),
    (("--as-of", "soon"), "'soon' is neither a number from the list (rainbook decide) nor a day"),
    (("--as-of", "24/03/2024"), "nor a day like 2024-03-24."),
    (("--as-of", "2024-02-30"), "'2024-02-30' is not a day."),
    (("--until", "March"), "'March' is not a day. Write it like 2024-03-24 (year-month-day)."),
    (("--until", "2024-03"), "'2024-03' is not a day."),
    (("--refusals", "--until", "2024-03-24"), "show what the book holds now"),
])
def test_what_cannot_be_shown(given: tuple[str, ...], says: str, opened: Run, book: Path) -> None:
    ran = opened("look", *given)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


@pytest.mark.parametrize(("page", "says"), [
    ("--law", "Nothing can be laid beside the law yet: nobody is named"),
    ("--court", "Nobody is named yet as the one whose contact this book is about"),
    ("--orders", "No order is recorded. To record one: rainbook tell PERSON --part order"),
    ("--notes", "There is nothing to be said about the book as a whole."),
    ("--refusals", "None of these counts until you pick it."),
])
def test_an_empty_book_has_plain_pages(page: str, says: str, opened: Run, empty: Path) -> None:
    ran = opened("look", page)
    assert (ran.code, ran.err, says in plain(ran.out)) == (0, "", True)


def test_messages_to_read_first_are_off_until_turned_on(opened: Run, book: Path) -> None:
    off = plain(opened("look", "--read-first").out)
    assert off.startswith("This is off.")
    assert "it decides nothing, and enters no count and no answer" in off
    assert "rainbook decide setting name=threat_words value=on" in off
    assert opened("look", "--read-first", "--json").lines()[-1]["read_first"] == {"alex": []}
    opened("decide", "setting", "name=threat_words", "value=on")
    on = plain(opened("look", "--read-first").out)
    assert "This is off" not in on
    assert "A message that is not listed can be a threat all the same." in on


def test_a_refusal_is_proposed_with_the_command_that_picks_it(opened: Run, book: Path) -> None:
    shown = opened("look", "--refusals").out
    commands = re.findall("rainbook decide (told-to-stop person=alex event=[0-9a-f]{16})", shown)
    assert commands
    assert "None of these counts until you pick it." in plain(shown)
    proposed = opened("look", "--refusals", "--json").lines()[-1]["refusals_proposed"]["alex"]
    assert {e for line in proposed for e in line["events"][:1]} == {
        c.rpartition("=")[2] for c in commands}
    assert opened("decide", *commands[0].split()).code == 0


def test_as_the_book_stood_on_a_day(opened: Run, book: Path) -> None:
    """The example is made today: before that the book held nothing; far ahead it holds all."""
    before = opened("look", "--as-of", "2020-01-01")
    assert plain(before.out).startswith("As the book stood at the end of 2020-01-01. The book is")
    (line,) = opened("look", "--as-of", "2199-12-31", "--json").lines()
    (now,) = opened("look", "--json").lines()
    assert (line["decisions"], line["events"]) == (now["decisions"], now["events"])


def test_what_had_happened_by_a_day(opened: Run, book: Path) -> None:
    """On the day before the refusal nothing after it is there; on the day itself it is."""
    (before,) = opened("look", "--until", "2024-03-23", "--json").lines()
    (after,) = opened("look", "--until", "2024-03-25", "--json").lines()
    (now,) = opened("look", "--json").lines()
    assert (before["until"], now["until"]) == ("2024-03-23", "")
    assert before["events"] < after["events"] < now["events"]
    assert before["notes"][0]["text"].startswith("As things stood on 2024-03-23")
    unwanted = {f["sign"]: f["outcome"] for f in before["findings"]}["unwanted"]
    assert unwanted != "shown"
    assert {f["sign"]: f["outcome"] for f in after["findings"]}["unwanted"] == "shown"
    shown = plain(opened("look", "--until", "2024-03-25").out)
    assert shown.startswith("What had happened, and had been written down, by the end of 2024-03")
    assert opened("look", "--until", "2024-03-25", "--notes").out.count("As things stood") == 1


def test_everything_at_once(opened: Run, untold: Path) -> None:
    shown = plain(opened("look", "--all").out)
    assert "more, with --all" not in shown
    for part in ("Alex Reed - repeated: shown", "for: ", "against: ", "limits: ",
                 "No order is recorded."):
        assert part in shown, part
