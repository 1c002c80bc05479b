"""`tell`: one question after the other, each of which can be passed over, at a keyboard.

The one thing a reader would get wrong: what is typed is written as a list of lines; an empty one is
Enter, which passes a question over.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.typing_kit import Found, Lines, Run, keys, plain, said

PARTS = ["relationship", "history", "stop", "blocked", "warned", "order", "together", "gaps",
         "reason", "changed", "told", "police", "gone", "keep-back"]
ENTRY = ["who", "sort", "tag", "aimed", "started", "back", "purpose", "fear", "shown", "knew",
         "arrived", "after", "threat", "theme", "allowed"]


@pytest.mark.parametrize(("part", "typed", "found"), [
    ("relationship", ("2", "  We parted in January. "), [
        {"kind_of_decision": "relationship", "person": "alex", "bond": "former partners",
         "words": "  We parted in January. "}]),
    ("relationship", ("d", ""), [
        {"kind_of_decision": "relationship", "person": "alex", "bond": "do not know"}]),
    ("relationship", ("",), [
        {"kind_of_decision": "not-asked", "question": "relationship", "about": "alex"}]),
    ("history", ("2", "2019", "by letter", "1", "5", "", "", ""), [
        {"kind_of_decision": "history", "person": "alex", "past": "threats", "start": "2019",
         "words": "by letter"},
        {"kind_of_decision": "history", "person": "alex", "past": "order"}]),
    ("blocked", ("1", "", "2024-05-13 07:52", "", ""), [
        {"kind_of_decision": "blocked", "person": "alex", "at": "2024-05-13T07:52:00+01:00"}]),
    ("warned", ("1", "PC Lee, by telephone", "2024-05", ""), [
        {"kind_of_decision": "warned", "person": "alex", "at": "2024-05",
         "by": "PC Lee, by telephone"}]),
    ("together", ("1", "2012", "2014-05", "in Leeds", ""), [
        {"kind_of_decision": "together", "person": "alex", "how": "lived together",
         "start": "2012", "end": "2014-05", "words": "in Leeds"}]),
    ("reason", ("1", "our son", "2", "", "1", "3", "the rent", ""), [
        {"kind_of_decision": "explained", "person": "alex", "answer": "yes", "words": "our son"},
        {"kind_of_decision": "purpose", "person": "alex", "purpose": "child"},
        {"kind_of_decision": "purpose", "person": "alex", "purpose": "debt",
         "words": "the rent"}]),
    ("reason", ("d", "", "d", ""), [
        {"kind_of_decision": "explained", "person": "alex", "answer": "do not know"},
        {"kind_of_decision": "purpose", "person": "alex", "purpose": "do not know"}]),
    ("changed", ("3", "I walk another way home.", "2024-04", "", "bus, 4 pounds a day", ""), [
        {"kind_of_decision": "changed", "area": "routes and places", "start": "2024-04",
         "words": "I walk another way home.", "cost": "bus, 4 pounds a day"}]),
    ("told", ("1", "the police", "2024-05-27", "They would ring back.", "00/24", ""), [
        {"kind_of_decision": "told", "who": "the police", "at": "2024-05-27",
         "words": "They would ring back.", "reference": "00/24"}]),
])
def test_each_part_writes_down_what_was_said(
    part: str, typed: Lines, found: Found, told: Callable[..., Found]
) -> None:
    assert told("--part", part, typed=typed) == found


@pytest.mark.parametrize(("part", "typed", "answer"), [
    ("history", ("7",), "no, nothing"), ("blocked", ("2",), "no"),
    ("warned", ("d",), "do not know"), ("stop", ("n",), "no, never"),
    ("stop", ("d",), "do not know"), ("order", ("2",), "no"),
    ("together", ("4",), "no, never"), ("changed", ("11",), "no, nothing"),
    ("changed", ("d",), "do not know"), ("told", ("2",), "no"),
])
def test_no_and_do_not_know_are_answers_and_not_the_same(
    part: str, typed: Lines, answer: str, opened: Run, told: Callable[..., Found]
) -> None:
    """They are written down with the answer as the reason, and the question is not asked again."""
    said = "no" if answer.startswith("no") else answer
    assert told("--part", part, typed=typed) == [
        {"kind_of_decision": "answered", "question": part, "answer": said, "about": "alex"}]
    assert opened("decide", "--json").lines()[-1]["why"] == (
        f"asked one by one; in these words: {answer}")
    listed = {q["question"]: q["state"] for q in opened("tell", "alex", "--json").lines()}
    assert listed[part] == "answered"


def test_an_order_with_its_clauses_and_what_it_allows(
    opened: Run, told: Callable[..., Found]
) -> None:
    found = told("--part", "order", typed=(
        "1", "non-molestation order", "2024-05-30", "2024-06", "2024-06-01 10:00", "2025",
        "You must not contact Sam Okafor.", "", "9", "1 2", "",
        "You must not go to Elm Road.", "2b", "4", "Elm Road", "", "1", "2024-06-03", "2024-12",
        "", "Handing over Kim at the school.", "2b", "1", "25:00", "", ""))
    number = opened("decide", "--json").lines()[-4]["number"]
    assert found == [
        {"kind_of_decision": "order-served", "person": "alex", "kind": "non-molestation order",
         "made": "2024-05-30", "served": "2024-06-01T10:00:00+01:00", "until": "2025"},
        {"kind_of_decision": "clause", "order": number, "clause": "1",
         "words": "You must not contact Sam Okafor.",
         "forbids": ["any contact", "contact by others"]},
        {"kind_of_decision": "clause", "order": number, "clause": "2b",
         "words": "You must not go to Elm Road.", "forbids": ["coming near a place"],
         "places": ["Elm Road"], "start": "2024-06-03", "end": "2024-12"},
        {"kind_of_decision": "order-allows", "order": number, "clause": "2b",
         "words": "Handing over Kim at the school.", "purpose": "child"}]


def test_the_message_that_said_stop_is_picked(opened: Run, told: Callable[..., Found]) -> None:
    """The example's own are taken back first, so that they are proposed again."""
    stops = [d for d in opened("decide", "--json").lines()
             if d["what"]["kind_of_decision"] == "told-to-stop"]
    for one in stops:
        opened("decide", "take-back", f"number={one['number']}")
    shown = opened("tell", "alex", "--part", "stop", typed="q\n").out
    lines = [plain(part) for part in shown.split("\n  ") if "please stop contacting me" in part]
    assert len(lines) == 1
    number = lines[0].split()[0]
    found = told("--part", "stop", typed=("7 777", number, "1", "at the door", "2024-04", ""))
    assert found == [
        {"kind_of_decision": "told-to-stop", "person": "alex",
         "event": stops[0]["what"]["event"]},
        {"kind_of_decision": "told-to-stop", "person": "alex", "at": "2024-04",
         "how": "at the door"}]


def test_quiet_times_are_asked_about(opened: Run, told: Callable[..., Found], here: Path) -> None:
    """Two more messages, on 15 August and 14 October 2024; the example ends on 2 June."""
    (here / "later.txt").write_text(
        "15/08/2024, 10:00 - Alex Reed: Hello again.\n"
        "14/10/2024, 10:00 - Alex Reed: And again.\n"
        "14/10/2024, 10:01 - Sam Okafor: No.\n", encoding="utf-8")
    assert opened("add", "later.txt", "--own", "yes").code == 0
    shown = plain(opened("tell", "alex", "--part", "gaps", typed="q\n").out)
    assert "counted between 2 June 2024 and 15 August 2024. Do you know why?" in shown
    found = told("--part", "gaps", typed=("2", "at sea", "8", "in Wales"))
    assert found == [
        {"kind_of_decision": "gap-reason", "person": "alex", "reason": "abroad",
         "start": "2024-06-02", "end": "2024-08-15", "words": "at sea"},
        {"kind_of_decision": "together", "person": "alex", "how": "reunited",
         "start": "2024-08-15", "end": "2024-10-14", "words": "in Wales"}]
    listed = [q for q in opened("tell", "alex", "--json").lines() if q["part"] == "gaps"]
    assert [q["state"] for q in listed] == ["answered", "answered"]


def test_it_can_be_stopped_and_taken_up_again(opened: Run, untold: Path) -> None:
    before = len(opened("decide", "--json").lines())
    first = opened("tell", "alex", typed=keys("2", "", "", "q"))
    assert "You can stop at any time; somebody else can do this with you." in plain(first.out)
    assert [d["kind_of_decision"] for d in said(opened, before)] == ["relationship", "not-asked"]
    second = opened("tell", "Alex Reed", typed=keys("q"))
    assert "What are Alex Reed and you" not in plain(second.out)
    assert "before all this?" not in plain(second.out), "it was passed over"
    assert "Did the police" in plain(second.out), "stop and blocked are in the example already"
    again = plain(opened("tell", "alex", "--again", typed=keys("q")).out)
    assert "before all this?" in again
    assert "What are Alex Reed and you" not in again
    assert len(said(opened, before)) == 2


def test_q_inside_a_question_keeps_what_was_said_of_it(
    opened: Run, told: Callable[..., Found]
) -> None:
    assert told("--part", "relationship", typed=("2", "q")) == [
        {"kind_of_decision": "relationship", "person": "alex", "bond": "former partners"}]
    assert told("--part", "changed", typed=("1", "I wake.", "q")) == [
        {"kind_of_decision": "changed", "area": "sleep", "words": "I wake."}]
    found = told("--part", "order", typed=("1", "an order", "2024-05-30", "q"))
    assert found == [{"kind_of_decision": "order-served", "person": "alex", "kind": "an order",
                      "made": "2024-05-30"}]
    assert told("--part", "warned", typed=("1",)) == [
        {"kind_of_decision": "warned", "person": "alex", "by": "somebody in authority"}], (
        "the keyboard was closed")


@pytest.mark.parametrize("typed", ["", "\n" * 60, "q\n", "Q\n", "99\nnone\n\x1b[2J\n\nq\n"])
def test_every_question_can_be_passed_over(typed: str, opened: Run, untold: Path) -> None:
    before = len(opened("decide", "--json").lines())
    ran = opened("tell", "alex", typed=typed)
    assert (ran.code, ran.err) == (0, "")
    assert "\x1b" not in ran.out
    assert {d["kind_of_decision"] for d in said(opened, before)} <= {"not-asked"}


def test_nothing_left_to_ask(opened: Run, untold: Path) -> None:
    opened("tell", "alex", typed="\n" * 60)
    ran = opened("tell", "alex", typed="")
    assert "There is nothing left to ask here." in plain(ran.out)
    states = [q["state"] for q in opened("tell", "alex", "--json").lines()]
    assert set(states) == {"answered", "passed over"}


def test_a_bad_answer_never_ends_it(opened: Run, told: Callable[..., Found]) -> None:
    shown = opened("tell", "alex", "--part", "together", typed=keys("9", "x", "2", "soon", "q"))
    assert plain(shown.out).count("is none of the choices.") == 2
    assert "'soon' is not a day or time." in plain(shown.out)
    found = told("--part", "together", typed=("2", "2014", "2012", "we tried", "1", "3", "", "",
                                              "", ""))
    assert found == [{"kind_of_decision": "together", "person": "alex", "how": "agreed contact"}]


def test_what_is_taken_back_is_asked_again(opened: Run, told: Callable[..., Found]) -> None:
    told("--part", "relationship", typed=("5", ""))
    number = opened("decide", "--json").lines()[-1]["number"]
    ran = opened("tell", "alex", typed="q\n")
    assert "What are Alex Reed and you" not in plain(ran.out)
    opened("decide", "take-back", f"number={number}")
    assert "What are Alex Reed and you" in plain(opened("tell", "alex", typed="q\n").out)


def test_the_questions_in_json_ask_nobody(opened: Run, untold: Path) -> None:
    lines = opened("tell", "alex", "--json").lines()
    assert {frozenset(line) for line in lines} == {
        frozenset(("part", "question", "about", "state"))}
    assert list(dict.fromkeys(line["part"] for line in lines)) == [
        p for p in PARTS if p != "gaps"], "the example has no quiet time of four weeks"
    states = {line["question"]: line["state"] for line in lines}
    assert (states["stop"], states["blocked"], states["warned"]) == ("answered", "answered", "open")


@pytest.mark.parametrize(("given", "says"), [
    (("zed",), "The book knows no person 'zed'. It knows: sam, alex, jo."),
    (("sam",), "Sam Okafor is you."),
    (("alex", "--part", "weather"), f"'weather' is not a part. There is: {', '.join(PARTS)}."),
    (("alex", "--entry", "zz"), "The book holds no entry 'zz'."),
    (("alex", "--entry", "zz", "--part", "order"), f"There is: {', '.join(ENTRY)}."),
    ((), "Missing argument"),
])
def test_what_cannot_be_asked(given: tuple[str, ...], says: str, opened: Run, untold: Path) -> None:
    ran = opened("tell", *given, typed="\n")
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
