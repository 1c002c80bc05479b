"""`decide`: every kind can be said as its example shows, and a slip is refused in one sentence.

The one thing a reader would get wrong: the examples are run as they are printed; only the invented
references and numbers are put right.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rainbook.cli.deciding import KINDS
from rainbook.cli.kinds import EXAMPLES
from rainbook.record import DECISIONS

Run = Callable[..., Any]


def references(opened: Run) -> list[str]:
    """Return the references of Alex's entries, in order of time."""
    return [e["id"] for e in opened("look", "--events", "alex", "--json").lines()[:-1]]


def last(opened: Run) -> dict[str, Any]:
    return dict(opened("decide", "--json").lines()[-1]["what"])


def test_there_is_an_example_for_every_kind() -> None:
    assert sorted(EXAMPLES) == sorted(KINDS)
    assert len(KINDS) == len(DECISIONS)


def test_every_example_can_be_typed(opened: Run, untold: Path) -> None:
    one, other = references(opened)[:2]
    assert opened("decide", "order-served", "person=alex", "kind=an order").code == 0
    number = opened("decide", "--json").lines()[-1]["number"]
    refusal = next(d["number"] for d in opened("decide", "--json").lines()
                   if d["what"]["kind_of_decision"] == "told-to-stop")
    right = {"3fa8c1d2e4b59607": one, "b59607e4d2c1a83f": other, "order=12": f"order={number}",
             "refusal=12": f"refusal={refusal}", "export.txt": "diary.csv"}
    wrong = {}
    for kind, example in EXAMPLES.items():
        if kind == "take-back":
            continue
        typed = re.sub(r"  \(.*\)$", "", example)
        for invented, real in right.items():
            typed = typed.replace(invented, real)
        ran = opened("decide", kind, *shlex.split(typed))
        if (ran.code, ran.err) != (0, "") or last(opened)["kind_of_decision"] != kind:
            wrong[kind] = ran.err
    assert wrong == {}
    made = opened("decide", "--json").lines()[-1]["number"]
    assert opened("decide", "take-back", f"number={made}").code == 0


def test_what_was_said_is_listed_plainly(opened: Run, untold: Path) -> None:
    one = references(opened)[0]
    assert opened("decide", "impact", f"event={one}", "fear_of_violence=do not know").code == 0
    shown = " ".join(opened("decide").out.split())
    assert "fear of violence do not know" in shown
    assert "not said" not in shown


def test_several_words_of_a_closed_list(opened: Run, untold: Path) -> None:
    opened("decide", "order-served", "person=alex", "kind=an order")
    number = opened("decide", "--json").lines()[-1]["number"]
    assert opened(
        "decide", "clause", f"order={number}", "clause=1", "words=No contact, and not his street.",
        "forbids=any contact", "forbids=coming near a place", "places=Elm Road",
        "start=2024-06", "end=2025",
    ).code == 0
    assert last(opened) == {
        "kind_of_decision": "clause", "order": number, "clause": "1",
        "words": "No contact, and not his street.", "places": ["Elm Road"],
        "forbids": ["any contact", "coming near a place"], "start": "2024-06", "end": "2025"}


@pytest.mark.parametrize(("given", "says"), [
    (("sort",), "Also say: event=… sort=…. sort is one of: message, call, voicemail, e-mail, "),
    (("together", "person=alex", "how=married"),
     "'married' is not a how this version knows. It must be one of: lived together, reunited, "
     "agreed contact, do not know."),
    (("together", "person=alex", "how=reunited", "start=2014", "end=2012"),
     "end (2012) lies before start (2014). Check the two."),
    (("together", "person=alex", "how=reunited", "start=last year"),
     "'last year' is not a day or time. Write a day like 2024-03-24 (year-month-day), a month "
     'like 2012-05, a year like 2012, or a time like "2024-03-24 18:40".'),
    (("started-by", "event=ONE", "who=him"), "must be one of: them, me, somebody else, do not"),
    (("aimed-at", "event=ONE", "at=robin"),
     "'robin' is nobody it can be aimed at. It is one of: me, group, somebody else, do not know; "
     "or the short word of a person: sam, alex, jo."),
    (("impact", "event=ONE", "alarm=maybe"), "It must be one of: yes, no, do not know, not said."),
    (("impact", "event=ONE"), "Say at least one of alarm=, distress=, fear_of_violence="),
    (("tag", "event=ONE", "tag=stalked"), "'stalked' is not in the list of the law. There is: "),
    (("clause", "order=12", "clause=1", "words=x"),
     "Number 12 in the list is no order; none is recorded. Record it first, for example: rainbook "
     'decide order-served person=alex kind="…" served=2024-06-01'),
    (("clause", "order=twelve", "clause=1", "words=x"), "is not a number from the list"),
    (("clause", "clause=1", "words=x"), "Also say: order=…."),
    (("connects", "event=ONE", "other=ONE", "words=x"), "The two entries are the same one."),
    (("connects", "event=ONE", "other=zz", "words=x"), "The book holds no entry 'zz'."),
    (("knew", "event=ONE", "words="), "words is empty. Say what they knew, and why they should"),
    (("theme", "event=ONE", "theme= "), "theme is empty."),
    (("came-after", "event=ONE", "refusal=1"), "Number 1 in the list is no refusal. There is: "),
    (("setting", "name=threat_words", "value=yes"), "'yes' is not one of: off, on."),
    (("setting", "name=near_days", "value=many"), "is not a number of days, such as 92."),
    (("setting", "name=many_people", "value=0"), "is not a number of people, such as 5."),
])
def test_a_slip_is_refused_in_one_sentence(
    given: tuple[str, ...], says: str, opened: Run, untold: Path
) -> None:
    one = references(opened)[0]
    before = len(opened("decide", "--json").lines())
    ran = opened("decide", *(g.replace("ONE", one) for g in given))
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert len(opened("decide", "--json").lines()) == before


def test_an_answer_can_be_given_for_a_setting(opened: Run, untold: Path) -> None:
    for name, value in (("threat_words", "on"), ("near_days", "30"), ("many_people", "3")):
        assert opened("decide", "setting", f"name={name}", f"value={value}").code == 0
        assert last(opened) == {"kind_of_decision": "setting", "name": name, "value": value}
