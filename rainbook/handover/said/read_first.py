"""What to read first: single messages picked as threats, possible breaches by order, the date card.

The one thing a reader would get wrong: the complainant picked the messages, and an act under an
order is a possible breach and no more. At most three messages stand here; the rest are counted.
"""

from __future__ import annotations

from datetime import date

from rainbook.handover.interface import Given
from rainbook.handover.paper.plain_words import number_of
from rainbook.handover.said.elements import card_day, matrices_of, messages
from rainbook.handover.said.orders import orders_of, possible
from rainbook.handover.said.rests_on import counted, entry_of, numbers_of, rests
from rainbook.moment import MONTHS
from rainbook.record import DateCard, Line

MOST = 3
FEW = 12
QUOTE = 160


def read_first(given: Given, at_most: int = MOST) -> list[str]:
    """Return the sentences, the messages first; nothing recorded gives none."""
    return [*_threats(given, at_most), *_breaches(given, at_most), *_days(given)]


def _threats(given: Given, at_most: int) -> list[str]:
    every = messages(line for m in matrices_of(given) for line in m.threats)
    lines = [_threat(given, line) for line in every[:at_most]]
    if len(every) > at_most:
        more = number_of(len(every) - at_most, "single message")
        lines.append(f"and {more} more to read first, see findings.pdf and elements.csv")
    return lines


def _threat(given: Given, line: Line) -> str:
    entry = next((e for row in line.rows if (e := entry_of(given, row))), None)
    said = (
        f"Single message to read: {_first_sentence(line.text)} ({rests(given, line, at_most=FEW)})"
    )
    words = " ".join((entry.words or "").split()) if entry and not entry.withheld else ""
    if entry is None or not words or words[:40] in line.text:
        return said
    cut = words if len(words) <= QUOTE else f"{words[:QUOTE]}… (cut)"
    return f"{said}: “{cut}”"


def _breaches(given: Given, at_most: int) -> list[str]:
    lines = []
    every = orders_of(given)
    for one in every[: at_most + 1]:
        rows = possible(one)
        numbers, gone = numbers_of(given, rows)
        where = counted("line", numbers, "orders.csv", FEW)
        where = "; ".join(p for p in (where, f"{gone:,} not handed over" if gone else "") if p)
        if rows:
            said = f"possible breach: {number_of(len(rows), 'act')} ({where})"
        elif one.clauses:
            said = "no act is listed as a possible breach"
        else:
            said = "its clauses are not recorded, so no act was held against it"
        lines.append(f"{one.kind[:1].upper()}{one.kind[1:]} (log number {one.number}), {said}.")
    if len(every) > len(lines):
        lines.append(f"and {number_of(len(every) - len(lines), 'order')} more, see orders.csv")
    return lines


def _days(given: Given) -> list[str]:
    found = []
    for matrix in matrices_of(given):
        for card in matrix.card:
            numbers, _ = numbers_of(given, card.rows)
            where = counted("line", numbers, "elements.csv", FEW)
            day = "" if _says_day(card) else f" Day: {card_day(given, card)}."
            said = f"{_first_sentence(card.sentence)}{day}"
            found.append(f"{said} ({where})" if where else said)
    return list(dict.fromkeys(found))


def _first_sentence(text: str) -> str:
    """Return the first sentence: what else there is to say stands in findings.pdf."""
    return f"{text.split('. ')[0].rstrip('.')}."


def _says_day(card: DateCard) -> bool:
    """Return whether the sentence holds its day already, or there is none."""
    if not card.day:
        return True
    day = date.fromisoformat(card.day)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" in card.sentence
