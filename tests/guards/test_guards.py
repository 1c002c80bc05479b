"""The guards: what is said of many people, of what links rest on, of volume, and of other reasons.

The one thing a reader would get wrong: `says` holds whole lines or their pieces; `silent` pieces
that stand in none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from rainbook.findings.guards.notes import notes_of
from rainbook.record import (
    Account,
    AccountOf,
    ActedFor,
    Decision,
    EventBy,
    Kind,
    NotRelevant,
    PersonNamed,
    Setting,
    ToldToStop,
    Way,
    Withdrawn,
)
from tests.signs.build import JOINED, KIM, NAMED, Row, call, case, id_of_row, say
from tests.signs.told import GUESSED

ROW = [say("2024-03-03 10:00:00")]
LEAD = "Is there another reason for what Alex did? "
SUPPORT = "A GP can help"


def chat(number: int, of: int = 1) -> list[Row]:
    return [
        say(f"2024-03-{d + 1:02} 10:00:00", Account("whatsapp", "name", f"N{number}"))
        for d in range(of)
    ]


def named(many: int, basis: str = "named sender") -> list[Decision]:
    """The complainant and so many people, each with one account of their own."""
    people = [PersonNamed(f"p{n}", f"N{n}", "suspect") for n in range(many)]
    theirs = [AccountOf(f"p{n}", f"whatsapp:name:N{n}", basis) for n in range(many)]
    return [PersonNamed("sam", "Sam", "complainant"), *people, *theirs]


@dataclass(frozen=True)
class Guard:
    """One line of the table."""

    given: str
    rows: Sequence[Row]
    decisions: Sequence[Decision]
    says: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    setting: str = ""


TABLE = (
    Guard(
        "nobody named as the other side",
        ROW,
        [PersonNamed("kim", "Kim", "witness")],
        (),
        ("other", "guess", SUPPORT),
    ),
    Guard(
        "five people, four acts each",
        [r for n in range(5) for r in chat(n, 4)],
        named(5),
        (),
        (SUPPORT, "people are named"),
    ),
    Guard(
        "six people, four acts each",
        [r for n in range(6) for r in chat(n, 4)],
        named(6),
        (
            "6 people are named as the other side. Each of them is looked at alone; nothing here "
            "joins one to another.",
            "a helpline listens",
            "somebody you trust",
            "the number of people named is over 5 (the setting many_people); that limit is this "
            "program's own and comes from no study.",
        ),
    ),
    Guard(
        "six people, and the setting is ten",
        [r for n in range(6) for r in chat(n, 4)],
        named(6),
        (),
        (SUPPORT,),
        "10",
    ),
    Guard(
        "two people, and the setting is one",
        [*chat(0), *chat(1)],
        named(2),
        ("2 people are named", "is over 1 (the"),
        (),
        "1",
    ),
    Guard(
        "three people, three acts in all, and four records by a guess",
        [*chat(0), *chat(1), *chat(2), *chat(3, 4)],
        [*named(3), AccountOf("p0", "whatsapp:name:N3", "guess")],
        (
            "3 people or more are named with 3 acts or fewer each, and more records are placed by "
            "a guess than not",
            "4 records placed by a guess (1 decision): kept and shown, and in no count.",
        ),
    ),
    Guard(
        "three people, three acts in all, and three records by a guess",
        [*chat(0), *chat(1), *chat(2), *chat(3, 3)],
        [*named(3), AccountOf("p0", "whatsapp:name:N3", "guess")],
        (),
        (SUPPORT,),
    ),
    Guard(
        "three people, three acts each, and ten records by a guess",
        [*chat(0, 3), *chat(1, 3), *chat(2, 3), *chat(3, 10)],
        [*named(3), AccountOf("p0", "whatsapp:name:N3", "guess")],
        ("3 people are named",),
    ),
    Guard(
        "the same, and one of them has four acts",
        [*chat(0, 4), *chat(1, 3), *chat(2, 3), *chat(3, 11)],
        [*named(3), AccountOf("p0", "whatsapp:name:N3", "guess")],
        (),
        (SUPPORT,),
    ),
    Guard(
        "a record set aside is in no number",
        [*ROW, say("2024-03-04 10:00:00")],
        [*JOINED, NotRelevant(id_of_row(ROW, 0))],
        ("named sender (1 account, 1 record)",),
    ),
    Guard(
        "two people with guesses only are not many",
        [*chat(0, 4), *chat(1, 4)],
        named(2, "guess"),
        (
            "No record is placed with anybody named as the other side yet.",
            "8 records placed by a guess (2 decisions)",
        ),
        (SUPPORT,),
    ),
    Guard(
        "two accounts on two bases, and one sighting",
        [
            *ROW,
            call("2024-03-04 10:00:00"),
            call("2024-03-05 10:00:00"),
            Row("2024-03-06", None, "at the gate", Kind.DIARY, Way.OBSERVED, None),
        ],
        [*JOINED, EventBy(id_of_row([*ROW] * 4, 3), "alex", "seen")],
        (
            "What the links to the people named rest on: own number (1 account, 2 records), named "
            "sender (1 account, 1 record), recognised (none) and seen "
            "(1 record).",
            "No link to a person rests on a guess.",
        ),
    ),
    Guard(
        "an act that Kim did for Alex, and one by a guess",
        [*ROW, say("2024-03-04 10:00:00", KIM), say("2024-03-05 10:00:00", KIM)],
        [
            *JOINED,
            ActedFor(id_of_row([*ROW] * 3, 1), "alex", "recognised"),
            ActedFor(id_of_row([*ROW] * 3, 2), "alex", "guess"),
        ],
        (
            "own number (1 account), named sender (1 account, 1 record), recognised (1 act by "
            "somebody else) and seen (none).",
            "1 record placed by a guess (1 decision)",
        ),
    ),
    Guard(
        "a guess that was taken back",
        ROW,
        [*GUESSED, Withdrawn(4)],
        ("No link to a person rests on a guess.",),
    ),
    Guard(
        "1,001 acts and no refusal",
        [say(f"2024-03-03 {n // 60:02}:{n % 60:02}:00") for n in range(1001)],
        JOINED,
        (
            "1,001 acts by Alex are recorded, and no refusal. How many there are changes no "
            "outcome here",
        ),
    ),
    Guard(
        "1,000 acts and no refusal",
        [say(f"2024-03-03 {n // 60:02}:{n % 60:02}:00") for n in range(1000)],
        JOINED,
        (),
        ("changes no outcome",),
    ),
    Guard(
        "1,001 acts and a refusal",
        [say(f"2024-03-03 {n // 60:02}:{n % 60:02}:00") for n in range(1001)],
        [*JOINED, ToldToStop("alex", at="2024-03-01")],
        (),
        ("changes no outcome",),
    ),
)


@pytest.mark.parametrize("line", [pytest.param(g, id=g.given) for g in TABLE])
def test_the_table(line: Guard) -> None:
    setting = [Setting("many_people", line.setting)] if line.setting else []
    file = case(list(line.rows), [*line.decisions, *setting])
    if line.setting:
        file.settings["many_people"] = line.setting  # type: ignore[index]
    found = notes_of(file)
    text = "\n".join(note.text for note in found)
    for piece in line.says:
        assert piece in text
    for piece in line.silent:
        assert piece not in text
    assert not re.search(
        r"\b(group|gang|network|conspir|delusion|paranoi|imagin|believe|really|ill|risk|score"
        r"|safe|guilty)",
        text,
        re.I,
    )
    numbers = {d.number for d in file.decisions if not d.withdrawn}
    for note in found:
        assert set(note.decisions) <= numbers
        assert all(0 <= row < len(file.table) for row in note.rows)


def test_the_guesses_are_cited() -> None:
    rows = [call("2024-03-03 10:00:00"), call("2024-03-04 10:00:00")]
    file = case(rows, GUESSED)
    (line,) = [n for n in notes_of(file) if "guess (" in n.text]
    assert (line.rows, line.decisions) == ((0, 1), (4,))
    assert len(NAMED) == 2, "the guess is decision 4"
