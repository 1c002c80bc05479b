"""Limb (b) of a stalking protection order: what was said and recorded that bears on a risk.

The one thing a reader would get wrong: nothing here is weighed, added up or called a risk. It lists
what the complainant said and picked, in their own words, and what is recorded against it; whether
there is a risk is for the court.
"""

from __future__ import annotations

from collections.abc import Sequence

from rainbook.handover.interface import Given
from rainbook.handover.paper.plain_words import number_of
from rainbook.handover.said.came_after import REFUSALS, After, kind_of, sentence, what_came, when_of
from rainbook.handover.said.elements import matrices_of, messages
from rainbook.handover.said.facts import when
from rainbook.handover.said.orders import orders_of, possible
from rainbook.record import (
    Decided,
    History,
    Impact,
    KnewOf,
    Line,
    SingleThreat,
)

FELT = ("fear_of_violence", "alarm", "distress")
FELT_IN = ("s4", "s4A_1_b", "s7_2")
"""Of the matrix: fear of violence, serious alarm or distress, alarm or distress."""
PROHIBITION, REASONABLE = "s1_1", "s1_3"
"""What speaks against the first, and what speaks for the second, speaks against a risk."""
WHERE = "facts.csv"


def for_risk(given: Given, person: str, every: Sequence[After]) -> list[Line]:
    """Return what is on record: fear in their words, threats picked, what came after refusals."""
    lines = impacts(given, person, "yes")
    lines += [line for m in matrices_of(given, person) for line in messages(m.threats)]
    for decided, row in said_of(given, KnewOf, person):
        assert isinstance(decided.what, KnewOf)
        text = f"Showed knowledge they should not have had: “{decided.what.words}”"
        lines.append(Line(text, row, (decided.number,)))
    for decided, _ in said_of(given, History, person):
        assert isinstance(decided.what, History)
        words = f": “{decided.what.words}”" if decided.what.words else ""
        since = f" ({decided.what.start})" if decided.what.start else ""
        lines.append(
            Line(f"Before the first act: {decided.what.past}{since}{words}", (), (decided.number,))
        )
    return [*lines, *_went_on(given, every), *_breaches(given, person)]


def against_risk(given: Given, person: str) -> list[Line]:
    """Return what is on record against it: answers of no, what the complainant did of their own
    accord, times together, other reasons for the contact.
    """
    return [
        *impacts(given, person, "no"),
        *of_elements(given, person, (*FELT_IN, PROHIBITION), "weakens"),
        *of_elements(given, person, (REASONABLE,), "bears"),
    ]


def gaps_of_risk(given: Given, person: str) -> list[Line]:
    """Return what is not recorded."""
    lines = []
    if not said_of(given, Impact, person):
        lines.append(Line("Fear, alarm and distress are not recorded."))
    if not said_of(given, SingleThreat, person):
        lines.append(Line("No message is picked as a threat. That does not mean there is none."))
    if not said_of(given, History, person):
        lines.append(Line("What had happened before the first act is not recorded."))
    lines.append(Line("What the police and others know of the other person is not in this record."))
    return [*lines, *of_elements(given, person, (*FELT_IN, REASONABLE), "gaps")]


def impacts(given: Given, person: str, answer: str) -> list[Line]:
    """Return each time fear of violence, alarm or distress was answered so, in their words."""
    lines = []
    for decided, rows in said_of(given, Impact, person):
        what = decided.what
        assert isinstance(what, Impact)
        felt = [n.replace("_", " ") for n in FELT if getattr(what, n) == answer]
        if not felt:
            continue
        at = f" ({when(given, what.start)})" if what.start else ""
        words = f" “{what.words}”" if what.words else ""
        text = f"{sentence(', '.join(felt))}: {answer}{at}.{words}"
        lines.append(Line(text, rows, (decided.number,)))
    return lines


def said_of(given: Given, kind: type, person: str) -> list[tuple[Decided, tuple[int, ...]]]:
    """Return the answers of one kind in force about a person, with the row of the event of each.

    An answer about an event counts where that event is among the lines handed over; one that names
    neither an event nor a person is about the case as a whole.
    """
    rows = {e.id: e.row for e in given.entries}
    persons = {p.key for p in given.case.people if p.role == "suspect"}
    found: list[tuple[Decided, tuple[int, ...]]] = []
    for decided in given.case.decisions:
        what = decided.what
        if decided.withdrawn or not isinstance(what, kind):
            continue
        event, about = getattr(what, "event", ""), getattr(what, "person", "")
        if event and event not in rows:
            continue
        alone = not about and (event or len(persons) == 1)
        if about == person or alone:
            found.append((decided, (rows[event],) if event else ()))
    return found


def of_elements(given: Given, person: str, ids: Sequence[str], part: str) -> list[Line]:
    """Return one part (bears, weakens, gaps) of these elements, each sentence once."""
    found: dict[str, Line] = {}
    for m in matrices_of(given, person):
        for element in m.elements:
            if element.element.get("id") in ids:
                for line in getattr(element, part):
                    found.setdefault(line.text, line)
    return list(found.values())


def _went_on(given: Given, every: Sequence[After]) -> list[Line]:
    lines = []
    for one in every:
        if not isinstance(one.decided.what, REFUSALS) or not one.surely:
            continue
        text = f"Contact went on: {kind_of(one.decided)}, {when_of(given, one)}; "
        lines.append(Line(text + what_came(one, WHERE) + ".", (), (one.decided.number,)))
    return lines


def _breaches(given: Given, person: str) -> list[Line]:
    lines = []
    for order in orders_of(given):
        rows = possible(order)
        if order.person == person and rows:
            number = number_of(len(rows), "act")
            text = f"{order.kind}: {number} held against a clause as a possible breach."
            lines.append(Line(text, tuple(rows), (order.number,)))
    return lines
