"""`tell PERSON --entry REFERENCE`: the questions about one entry.

The one thing a reader would get wrong: what is typed is written as a list of lines; an empty one is
Enter, which passes a question over.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.typing_kit import Found, Lines, Run, entry, plain, said


def test_one_entry_from_the_first_question_to_the_last(
    opened: Run, told: Callable[..., Found]
) -> None:
    """A sighting in the diary, which the example says was Alex."""
    sat = entry(opened, "Alex sat in the blue car")
    found = told("--entry", sat, typed=(
        "11", "", "5", "", "", "1", "", "1", "1", "  I rang Jo. ", "1", "", "1", "d", "2",
        "I shook. ", "1", "Jo Marsh", "the car", "", "", "1", "my shift", "2", "7", "the car"))
    shown = {"event": sat}
    by_kind = {d["kind_of_decision"]: d for d in found}
    assert by_kind["sort"] == {
        "kind_of_decision": "sort", **shown, "sort": "waited or watched"}
    assert by_kind["tag"] == {"kind_of_decision": "tag", **shown, "tag": "s2A_3_e"}
    assert by_kind["aimed-at"] == {"kind_of_decision": "aimed-at", **shown, "at": "me"}
    assert by_kind["started-by"] == {"kind_of_decision": "started-by", **shown, "who": "them"}
    assert by_kind["did-back"] == {
        "kind_of_decision": "did-back", **shown, "what": "nothing", "words": "  I rang Jo. "}
    assert by_kind["purpose"] == {
        "kind_of_decision": "purpose", **shown, "person": "alex", "purpose": "none"}
    assert by_kind["impact"] == {
        "kind_of_decision": "impact", **shown, "person": "alex", "alarm": "yes",
        "distress": "do not know", "fear_of_violence": "no", "words": "I shook. "}
    assert by_kind["witness"] == {
        "kind_of_decision": "witness", **shown, "who": "Jo Marsh", "words": "the car"}
    assert by_kind["knew"] == {"kind_of_decision": "knew", **shown, "words": "my shift"}
    assert by_kind["theme"] == {"kind_of_decision": "theme", **shown, "theme": "the car"}
    answered = {d["question"]: d["answer"] for d in found if d["kind_of_decision"] == "answered"}
    assert answered == {"arrived": "no", "threat": "no"}
    nothing = opened("tell", "alex", "--entry", sat, typed="")
    assert "There is nothing left to ask here." in plain(nothing.out)


def test_whose_act_an_entry_is_and_for_whom(opened: Run, told: Callable[..., Found]) -> None:
    rang = next(e["id"] for e in opened("look", "--events", "alex", "--json").lines()[:-1]
                if (e["words"] or "").startswith("Somebody rang the doorbell"))
    for one in opened("decide", "--json").lines():
        if one["what"].get("event") == rang:
            opened("decide", "take-back", f"number={one['number']}")
    assert told("--entry", rang, "--part", "who", typed=("2", "4", "")) == [
        {"kind_of_decision": "by-person", "event": rang, "person": "jo", "basis": "seen"}]
    assert told("--entry", rang, "--part", "who", typed=("1", "3", "Jo said so")) == [
        {"kind_of_decision": "acted-for", "event": rang, "person": "alex", "basis": "recognised",
         "words": "Jo said so"}]


def test_alarm_distress_and_fear_are_kept_together(
    opened: Run, told: Callable[..., Found]
) -> None:
    sat = entry(opened, "Alex sat in the blue car")
    assert told("--entry", sat, "--part", "fear", typed=("1", "q")) == [
        {"kind_of_decision": "impact", "event": sat, "person": "alex", "alarm": "yes"}]
    (last,) = [d for d in told("--entry", sat, typed=("",) * 6 + ("2", "1", "I ran."))
               if d["kind_of_decision"] == "impact"]
    assert last == {"kind_of_decision": "impact", "event": sat, "person": "alex", "alarm": "yes",
                    "distress": "no", "fear_of_violence": "yes", "words": "I ran."}


@pytest.mark.parametrize(("typed", "found"), [
    (("1", ""), {"kind_of_decision": "single-threat", "of": "death"}),
    (("6", "he said: you will see"), {"kind_of_decision": "single-threat", "of": "do not know",
                                      "words": "he said: you will see"}),
    (("7",), {"kind_of_decision": "answered", "question": "threat", "answer": "no"}),
    (("d",), {"kind_of_decision": "answered", "question": "threat", "answer": "do not know"}),
])
def test_a_threat_of_something_is_not_the_same_as_not_knowing(
    typed: Lines, found: dict[str, str], opened: Run, told: Callable[..., Found]
) -> None:
    one = entry(opened, "Alex sat in the blue car")
    about = "about" if found["kind_of_decision"] == "answered" else "event"
    assert told("--entry", one, "--part", "threat", typed=typed) == [{**found, about: one}]


def test_an_entry_of_ones_own_is_not_asked_about(opened: Run, untold: Path) -> None:
    own = entry(opened, "Alex, please stop contacting me.")
    before = len(said(opened))
    ran = opened("tell", "alex", "--entry", own, typed="1\n1\n")
    assert (ran.code, "This entry is your own." in plain(ran.out)) == (0, True)
    assert len(said(opened)) == before


def test_the_words_of_an_entry_are_shown_only_when_asked_for(opened: Run, untold: Path) -> None:
    sat = entry(opened, "Alex sat in the blue car")
    assert "blue car" not in opened("tell", "alex", "--entry", sat, typed="q\n").out
    assert "blue car" in opened("tell", "alex", "--entry", sat, "--words", typed="q\n").out


def test_whether_an_order_allowed_it(opened: Run, told: Callable[..., Found]) -> None:
    sat = entry(opened, "Alex sat in the blue car")
    opened("decide", "order-served", "person=alex", "kind=notice")
    number = opened("decide", "--json").lines()[-1]["number"]
    assert told("--entry", sat, "--part", "allowed", typed=("2", "")) == [
        {"kind_of_decision": "allowed", "event": sat, "order": number, "answer": "no"}]
    (line,) = [q for q in opened("tell", "alex", "--entry", sat, "--json").lines()
               if q["part"] == "allowed"]
    assert line["state"] == "answered"


def test_an_entry_without_a_time_is_asked_what_it_came_after(
    opened: Run, rainbook: Run, told: Callable[..., Found], here: Path
) -> None:
    """The example has four refusals: three messages and a block."""
    (here / "undated.csv").write_text(
        "Date,Time,Place,What happened\n"
        "24/03/2024,10:00,Home,A letter.\nsome day,,Home,A card under the door.\n",
        encoding="utf-8")
    assert opened("add", "undated.csv", "--own", "yes").code == 0
    card = next(e["id"] for e in rainbook("read", "undated.csv", "--json").lines()[:-1]
                if (e["words"] or "").startswith("A card"))
    refusals = [d["number"] for d in opened("decide", "--json").lines()
                if d["what"]["kind_of_decision"] in ("told-to-stop", "blocked")]
    assert told("--entry", card, "--part", "after", typed=("1", "2", "d")) == [
        {"kind_of_decision": "came-after", "event": card, "refusal": refusals[0]},
        {"kind_of_decision": "answered", "question": f"after {refusals[1]}", "answer": "no",
         "about": card},
        {"kind_of_decision": "answered", "question": f"after {refusals[2]}",
         "answer": "do not know", "about": card}]
    sat = entry(opened, "Alex sat in the blue car")
    assert told("--entry", sat, "--part", "after", typed=("1",)) == []
