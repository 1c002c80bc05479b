"""Runs the sign tables, prints the manual from them, and checks what must not change a number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rainbook.findings.interface import Sign, load_law, questions
from rainbook.findings.signs.court import SIGN as COURT_SIGN
from rainbook.findings.signs.fixated import SIGN as FIXATED_SIGN
from rainbook.findings.signs.linked import SIGN as LINKED_SIGN
from rainbook.findings.signs.obsessive import SIGN as OBSESSIVE_SIGN
from rainbook.findings.signs.repeated import SIGN as REPEATED_SIGN
from rainbook.findings.signs.unwanted import SIGN as UNWANTED_SIGN
from rainbook.record import OUTCOMES, CaseFile, Finding, ToldToStop
from rainbook.shelf import shelf
from tests.signs.build import ALEX, JOINED, SAM, File, Row, call, case, id_of_row, say
from tests.signs.court_table import COURT
from tests.signs.fixated_table import FIXATED
from tests.signs.linked_table import LINKED
from tests.signs.obsessive_table import OBSESSIVE
from tests.signs.repeated_table import REPEATED
from tests.signs.told import Told
from tests.signs.told_by_word import BY_OTHERS, BY_WORD
from tests.signs.unwanted_table import UNWANTED

LAW = load_law()
TABLES: tuple[tuple[Sign, tuple[Told, ...]], ...] = (
    (REPEATED_SIGN, (*REPEATED, *BY_OTHERS)),
    (UNWANTED_SIGN, (*UNWANTED, *BY_WORD)),
    (FIXATED_SIGN, FIXATED),
    (OBSESSIVE_SIGN, OBSESSIVE),
    (LINKED_SIGN, LINKED),
    (COURT_SIGN, COURT),
)
LINES = [
    pytest.param(sign, told, id=f"{sign.name}: {told.given}")
    for sign, table in TABLES
    for told in table
]
NEVER = ("is stalking", "risk", "score", "admissible", "clean", "safe", "guilty", "breach of")
MANUAL = Path(__file__).parents[2] / "docs" / "signs.md"


def look(sign: Sign, file: CaseFile) -> Finding:
    return sign.look(file, next(p for p in file.people if p.key == "alex"), LAW)


def lines_of(found: Finding) -> str:
    return "\n".join(line.text for line in (*found.supports, *found.against, *found.limits))


@pytest.mark.parametrize(("sign", "told"), LINES)
def test_the_table(sign: Sign, told: Told) -> None:
    found = look(sign, told.build())
    assert (found.outcome, found.sentence) == (told.outcome, told.sentence)
    for piece in told.says:
        assert piece in lines_of(found)
    for piece in told.silent:
        assert piece not in lines_of(found)


@pytest.mark.parametrize(("sign", "told"), LINES)
def test_no_verdict_and_every_cited_row_exists(sign: Sign, told: Told) -> None:
    file = told.build()
    found = look(sign, file)
    said = f"{found.sentence}\n{lines_of(found)}".lower()
    assert found.outcome in OUTCOMES
    assert [word for word in NEVER if word in said] == []
    numbers = {d.number for d in file.decisions}
    for line in (*found.supports, *found.against, *found.limits):
        assert all(0 <= row < len(file.table) for row in line.rows)
        assert set(line.decisions) <= numbers
    if found.outcome == "shown":
        assert any(line.rows or line.decisions for line in found.supports)


def test_the_manual_is_printed_from_the_tables(accept: Callable[[Path, str], None]) -> None:
    accept(MANUAL, manual())


def manual() -> str:
    """Return docs/signs.md."""
    parts = [
        "# Signs\n\nPrinted from the tables in `tests/signs` (`pytest tests/signs --accept`); do "
        "not edit. Alex, Sam, Kim, Lee and\nBo are invented. A sign is *shown*, *not shown*, or "
        "it *cannot tell*: the last is not the second. No sign says\nwhat the acts amount to. "
        "Four are the signs; *what links the occasions* and *what a court asks next* stand "
        "beside\nthem.\n"
    ]
    for sign, table in TABLES:
        parts.append(f"\n## {sign.title}\n\n| on record | outcome | sentence |\n|---|---|---|\n")
        parts += [f"| {t.given} | {t.outcome} | {t.sentence} |\n" for t in table]
    return "".join(parts)


def test_every_sign_on_the_shelf_has_a_table() -> None:
    assert {s.name for s in shelf("rainbook.findings.signs", "SIGN")} == {s.name for s, _ in TABLES}
    assert all(isinstance(s, Sign) for s, _ in TABLES)


def test_every_question_is_raised_by_some_row_and_not_by_another() -> None:
    """A question that is raised on every case, or on none, says nothing."""
    raised = [set(look(COURT_SIGN, told.build()).figures["raised"]) for told in COURT]
    names = {q.name for q in questions()}
    assert set().union(*raised) == names
    assert names.intersection(*raised) == set()


# ---- what must not change a number -------------------------------------------------------------

DAYS = [f"2024-{m:02}-{d:02}" for m in (2, 3, 10) for d in (1, 9, 17, 27)]
CHAT: list[Row] = [
    *(say(f"{day} 22:{n:02}:05", words=f"{day} {n}") for day in DAYS for n in (0, 30)),
    say("2024-03-01 12:00:00", SAM, words="please stop"),
    *(call(f"{day} 07:00:00") for day in DAYS[::2]),
    say("2024-10-27 12:00:00", SAM, words="no"),
]
STOP = 24  # the row of "please stop"
# by hand: 24 messages + 6 calls = 30 acts; sessions: two messages 30 minutes apart are one (12),
# the calls at 7 are 6 more;
# 12 days. After noon on 1 March: messages of 1 March evening (2), 9, 17, 27 March (6), October (8)
# = 16; calls: DAYS[::2] is
# 1 and 17 of each month; 1 March 07:00 is before noon, so 17 March, 1 and 17 October = 3. Own
# replies after: 1.
FIGURES = {
    "acts": 30,
    "sessions": [18, 18],
    "days": [12, 12],
    "after": 19,
    "cannot_tell": 0,
    "own_replies_after": 1,
}


def figures(file: CaseFile) -> dict[str, Any]:
    one, two = look(REPEATED_SIGN, file).figures, look(UNWANTED_SIGN, file).figures["refusals"][0]
    return {k: one[k] for k in ("acts", "sessions", "days")} | {
        k: two[k] for k in ("after", "cannot_tell", "own_replies_after")
    }


def stopped(files: Sequence[File], name: str, row: int, **more: Any) -> CaseFile:
    rows = next(f.rows for f in files if f.name == name)
    return case(list(files), [*JOINED, ToldToStop("alex", id_of_row(rows, row, name))], **more)


def by_time(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda r: r.at)


SAME: dict[str, Callable[[], CaseFile]] = {
    "as it is": lambda: stopped([File(CHAT)], "a", STOP),
    "reordered": lambda: stopped([File(CHAT[::-1])], "a", len(CHAT) - 1 - STOP),
    "split across files": lambda: stopped([File(CHAT[:11]), File(CHAT[11:], "b")], "b", STOP - 11),
    "files in another order": lambda: stopped(
        [File(CHAT[11:], "b"), File(CHAT[:11])], "b", STOP - 11
    ),
    "the same original twice": lambda: stopped([File(CHAT), File(CHAT)], "a", STOP),
    "exported twice": lambda: stopped([File(CHAT), File(CHAT, "b")], "a", STOP),
    "exported twice, once to the minute": lambda: stopped(
        [File(CHAT), File([replace(r, at=r.at[:16]) for r in CHAT], "b")], "a", STOP
    ),
    "seen from a neighbouring zone": lambda: stopped([File(CHAT)], "a", STOP, zone="Europe/Paris"),
}


@pytest.mark.parametrize("change", SAME)
def test_figures_do_not_depend_on(change: str) -> None:
    assert figures(SAME[change]()) == FIGURES


def test_the_zone_moves_days_and_nothing_else() -> None:
    """In Auckland 22:00 and 07:00 in London lie on other days: the calls join the evening before.
    Acts stay.
    """
    moved = figures(stopped([File(CHAT)], "a", STOP, zone="Pacific/Auckland"))
    assert {k: v for k, v in moved.items() if k != "days"} == {
        k: v for k, v in FIGURES.items() if k != "days"
    }


def test_deleting_a_cited_act_lowers_the_numbers() -> None:
    less = [r for n, r in enumerate(CHAT) if n != 23]  # the second message of 27 October
    wanted = {**FIGURES, "acts": 29, "after": 18}
    assert figures(stopped([File(less)], "a", STOP - 1)) == wanted


def test_deleting_the_stop_message_deletes_its_line() -> None:
    less = [r for n, r in enumerate(CHAT) if n != STOP]
    found = look(UNWANTED_SIGN, case(less, [*JOINED, ToldToStop("alex", id_of_row(CHAT, STOP))]))
    # the bytes now cited by that id are another record's, so the decision points to nothing or to a
    # wrong row
    assert found.outcome == "cannot tell" and found.supports == ()


def test_an_hour_that_happens_twice_is_not_two_occasions() -> None:
    rows = [say("2024-10-27 01:20"), say("2024-10-27 01:40")]
    assert look(REPEATED_SIGN, case(rows)).figures["sessions"] == [1, 2]


def test_a_number_can_be_counted_again_from_the_rows_cited() -> None:
    found = look(REPEATED_SIGN, stopped([File(CHAT)], "a", STOP))
    each, session, day, _, _, since = found.supports
    assert (len(each.rows), len(set(each.rows))) == (30, 30)
    assert set(session.rows) == set(day.rows) == set(each.rows)
    # by hand (see FIGURES): 8 evenings and 3 mornings after noon on 1 March, on 8 days
    assert len(since.rows) == 19 and since.decisions
    figures = found.figures
    assert [figures[f"{n}_since_refused"] for n in ("acts", "sessions", "days")] == [
        19,
        [11, 11],
        [8, 8],
    ]
    assert since.text == (
        "Of these, after Alex was told to stop (on 1 March 2024 at 12:00:00): 19 acts, "
        "11 sessions, 8 days."
    )


CROWDS = {
    "a busy family group": [
        say(f"2024-03-{d:02} {h:02}:15", thread="Family")
        for d in range(1, 29)
        for h in range(8, 22)
    ],
    "the other parent, about the children": [
        say(f"2024-03-{d:02} 08:00", words="pick-up at 3?") for d in range(1, 29)
    ],
    "an employer": [call(f"2024-03-{d:02} 09:00") for d in range(1, 29)],
    "letters about a debt": [
        say(f"2024-03-{d:02} 09:00", words="balance due") for d in (1, 8, 15, 22)
    ],
    "a mutual argument": [
        say(f"2024-03-{d:02} {h:02}:00", who)
        for d in range(1, 9)
        for h in range(20, 24)
        for who in (SAM, ALEX)
    ],
    "delivery notices": [
        say(f"2024-03-{d:02} 07:00", words="out for delivery") for d in range(1, 29)
    ],
    "a journalist": [
        say(f"2024-03-{d:02} {h}:30", words="Would you like to comment?")
        for d in (4, 5, 6, 11)
        for h in (10, 15)
    ],
    "a loving couple": [
        say(f"2024-03-{d:02} {h:02}:00", who)
        for d in range(1, 29)
        for h in (8, 13, 22)
        for who in (SAM, ALEX)
    ],
}


@pytest.mark.parametrize("crowd", CROWDS)
def test_volume_alone_is_never_unwanted(crowd: str) -> None:
    found = look(UNWANTED_SIGN, case(CROWDS[crowd]))
    assert (found.outcome, found.supports) == ("cannot tell", ())


@pytest.mark.parametrize("times", [1, 40])
@pytest.mark.parametrize(
    "sign", [UNWANTED_SIGN, FIXATED_SIGN, OBSESSIVE_SIGN], ids=lambda s: s.name
)
@pytest.mark.parametrize("crowd", CROWDS)
def test_ordinary_contact_is_not_shown_however_much_there_is(
    crowd: str, sign: Sign, times: int
) -> None:
    """Forty times as much of the same, in the same month, changes no outcome."""
    rows = [
        replace(r, at=f"{r.at[:16]}:{n:02}", words=f"{r.words} {n}" if r.words else None)
        for r in CROWDS[crowd]
        for n in range(times)
    ]
    assert look(sign, case(rows)).outcome != "shown"
