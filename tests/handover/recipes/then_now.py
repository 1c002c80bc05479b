"""The two states of one book that the tests of what changed compare.

The one thing a reader would get wrong: the counts in those tests were made by hand from here. The
case before has the chat with Sam only; since then the text messages and the photo came in, answers
were given and one was taken back. The chat is lines 1-5 and 9 (no time), the new ones are 6 (his
text), 7 (a guess) and 8 (the photo).
"""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from rainbook import record

AT = "2024-06-01T10:00:00Z"


def told(number: int, what: record.Decision, withdrawn: bool = False) -> record.Decided:
    return record.Decided(number, "Asha Khan", AT, "", what, withdrawn)


def matrix(*gaps: str) -> record.Matrix:
    element = {"id": "s4", "section": "Act 1997 s.4"}
    lines = tuple(record.Line(g) for g in gaps)
    part = record.ElementLine(element, "", (), (), lines)
    return record.Matrix("sam", "england_wales", "England and Wales", "2015", "", (), (),
                         (part, replace(part, element={**element, "section": "Act 1997 s.5"})), ())


def finding(
    sign: str, outcome: str, sentence: str, person: str = "sam", **figures: Any
) -> record.Finding:
    return record.Finding(sign, person, outcome, sentence, figures=figures)


def then_and_now(kit: Any) -> SimpleNamespace:
    """Return `then` (a case) and `now` (a case with its files)."""
    asked = told(1, record.Asks("sam", "I want it all to stop."))
    block = told(3, record.Blocked("sam", "2024-03-06", kit.NUMBER["sam"]))
    then = kit.build(
        kit.files()[:1],
        [asked, block],
        [finding("repeated", "cannot tell", "One act.", acts=3, by_day={"a": 1, "b": 2}),
         finding("unwanted", "shown", "The same.", acts=1),
         finding("repeated", "not shown", "ABOUT MUM", "mum")],
        matrices=(matrix("Not tagged: 3 acts.", "No impact is recorded."),),
        as_of="2024-05-01T09:00:00Z",
    )
    order = record.OrderServed("sam", "Non-molestation order", "2024-03-05", "2024-03-07")
    now = kit.build(
        kit.files(),
        [
            asked,
            replace(block, withdrawn=True),
            told(20, order),
            told(21, record.PoliceContact(at="2024-03-09", promised="to call back",
                                          promised_by="2024-03-16", person="sam")),
            told(22, record.PoliceContact(at="2024-03-09", promised="kept one",
                                          promised_by="2024-03-16", kept="yes", person="sam")),
            told(23, record.PoliceContact(at="2024-03-09", promised="not yet due",
                                          promised_by="2024-07-01", person="sam")),
            told(24, record.PoliceContact(at="2024-03-09", promised="ABOUT MUM",
                                          promised_by="2024-03-16", person="mum")),
            told(25, record.Asks("mum", "ABOUT MUM")),
            told(26, record.KeepBack("address", "14 Canal Street")),
            told(27, record.Asks("sam", "GONE"), withdrawn=True),
        ],
        [finding("repeated", "shown", "Five acts.", acts=5, by_day={"a": 1, "b": 3}),
         finding("unwanted", "shown", "The same.", acts=1),
         finding("repeated", "shown", "ABOUT MUM", "mum")],
        matrices=(matrix("Not tagged: 5 acts.", "No witness is named."),),
        as_of="2024-06-02T09:00:00Z",
    )
    return SimpleNamespace(then=then.case, now=now)


