"""What is typed into a question: times, slips, and words somebody meant to do harm with.

The one thing a reader would get wrong: a slip loses nothing. What was typed stands in the boxes
again, and nothing is written down before it is mended.
"""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from rainbook.web.interface import Form
from rainbook.web.tell.kinds import DAY, WHEN
from rainbook.web.tell.times import NoSuchTime, time_of, typed_time

LONDON = "Europe/London"


def boxes(name: str, *parts: str) -> dict[str, str]:
    """Return the boxes of a time: day, month, year, clock."""
    return {f"{name}-{box}": part
            for box, part in zip(("day", "month", "year", "clock"), parts, strict=False)}


def typed(*parts: str, widget: str = WHEN) -> str:
    form = Form({k: [v] for k, v in boxes("at", *parts).items()})
    return time_of(typed_time(form, "at"), widget, LONDON)


@pytest.mark.parametrize(("parts", "read"), [
    (("", "", "", ""), ""),
    (("", "", "2012", ""), "2012"),
    (("", "5", "2012", ""), "2012-05"),
    (("3", "05", "2012", ""), "2012-05-03"),
    (("24", "3", "2024", "18:40"), "2024-03-24T18:40:00+00:00"),
    (("24", "7", "2024", "9.05"), "2024-07-24T09:05:00+01:00"),
    (("24", "7", "2024", "09:05:07"), "2024-07-24T09:05:07+01:00"),
    (("29", "2", "2024", ""), "2024-02-29"),
])
def test_a_time_is_read_as_it_was_known(parts: tuple[str, ...], read: str) -> None:
    assert typed(*parts) == read


@pytest.mark.parametrize(("parts", "widget", "slip"), [
    (("3", "", "2012", ""), WHEN, "part"),
    (("3", "5", "", ""), WHEN, "part"),
    (("", "", "", "18:40"), WHEN, "part"),
    (("", "5", "2012", "18:40"), WHEN, "day"),
    (("", "5", "2012", ""), DAY, "day"),
    (("", "", "2012", ""), DAY, "day"),
    (("30", "2", "2024", ""), WHEN, "time"),
    (("29", "2", "2023", ""), WHEN, "time"),
    (("1", "13", "2024", ""), WHEN, "time"),
    (("1", "1", "24", ""), WHEN, "time"),
    (("1", "1", "1024", "10:00"), WHEN, "time"),
    (("1", "March", "2024", ""), WHEN, "time"),
    (("١", "٣", "2024", ""), WHEN, "time"),
    (("1", "3", "2024", "25:00"), WHEN, "time"),
    (("1", "3", "2024", "6pm"), WHEN, "clock"),
    (("31", "3", "2024", "01:30"), WHEN, "never"),
    (("27", "10", "2024", "01:30"), WHEN, "twice"),
])
def test_what_is_no_time_is_told_apart(
    parts: tuple[str, ...], widget: str, slip: str
) -> None:
    with pytest.raises(NoSuchTime) as found:
        typed(*parts, widget=widget)
    assert str(found.value) == f"tell-slip-{slip}"


def value_of(page: str, name: str) -> str:
    """Return what stands in a box of a page."""
    found = re.search(rf'<input[^>]* name="{name}"[^>]* value="([^"]*)"', page)
    area = re.search(rf'<textarea[^>]* name="{name}"[^>]*>\n(.*?)</textarea>', page, re.S)
    assert found or area, name
    return html.unescape(found[1] if found else area[1])  # type: ignore[index]


def count(client: Any) -> int:
    return len(client.desk.book().decisions())


def test_a_slip_keeps_what_was_typed_and_writes_nothing(example_client: Any) -> None:
    before = count(example_client)
    words = "\n  He said \"no\".\n\nThen & then <b>"
    answer = example_client.post("tell-question", {
        "do": "save", "past": "threats", "words": words, **boxes("start", "31", "2", "2024", "1x"),
    }, person="alex", question="before")
    assert (answer.status_code, count(example_client)) == (422, before)
    assert value_of(answer.text, "words") == words
    assert [value_of(answer.text, f"start-{b}") for b in ("day", "month", "year", "clock")] == [
        "31", "2", "2024", "1x"]
    assert 'value="threats" checked' in answer.text
    assert 'href="#start-day"' in answer.text and 'id="start-day-slip"' in answer.text
    assert re.search(r'<fieldset[^>]*aria-describedby="start-hint start-day-slip"', answer.text)


@pytest.mark.parametrize(("day", "month", "says", "first", "second"), [
    ("27", "10", "01:30, before the clocks went back", "2024-10-27T01:30:00+01:00",
     "2024-10-27T01:30:00+00:00"),
    ("31", "3", "02:30, after the clocks went forward", "2024-03-31T00:30:00+00:00",
     "2024-03-31T02:30:00+01:00"),
])
def test_an_hour_the_clocks_changed_over_is_asked_about(
    day: str, month: str, says: str, first: str, second: str, example_client: Any, text_of: Any
) -> None:
    given = {"do": "save", "past": "order", **boxes("start", day, month, "2024", "01:30")}
    where = {"person": "alex", "question": "before"}
    answer = example_client.post("tell-question", given, **where)
    assert answer.status_code == 422 and says in text_of(answer)
    offered = re.findall(r'name="start-meant"[^>]*value="([^"]+)"', answer.text)
    assert sorted(offered) == sorted((first, second))
    forged = example_client.post(
        "tell-question", {**given, "start-meant": "2020-01-01T00:00:00+00:00"}, **where)
    assert forged.status_code == 422
    for meant in (first, second):
        example_client.post("tell-question", {**given, "start-meant": meant}, **where)
        assert example_client.desk.book().decisions()[-1].what.start == meant


@pytest.mark.parametrize(("question", "fields", "slip", "says"), [
    ("together", {"how": "reunited", **boxes("start", "", "", "2014"),
                  **boxes("end", "", "", "2012")}, "end-day", "before the day it begins"),
    ("paper", {"answer": "yes", **boxes("made", "2", "5", "2024"),
               **boxes("until", "1", "5", "2024")}, "until-day", "before the day it begins"),
    ("paper-lets", {"answer": "yes", "words": "x", "hours-from": "25:00", "hours-to": "17:00"},
     "hours", "two times of the day"),
    ("paper-lets", {"answer": "yes", "words": "x", "hours-from": "9"}, "hours", "two times"),
    ("paper-says", {"answer": "yes"}, "words", "Copy the words of this part"),
    ("soon-gone", {"what": "cctv", "kept_days": "a month"}, "kept_days", "a number such as 30"),
    ("before", {}, "past", "Nothing is picked yet"),
    ("before", {"words": "only words"}, "past", "Nothing is picked yet"),
    ("before", {"past": "-no", "words": "but"}, "past", "an answer that needs no more"),
    ("before", {"past": "murder"}, "past", "Pick one from the list"),
    ("before", {"past": "do not know"}, "past", "Pick one from the list"),
    ("paper-says", {"answer": "yes", "words": "x", "forbids": ["any contact", "joy"]}, "forbids",
     "Pick one from the list"),
    ("shut-off", {"answer": "yes", "account": "phone:+447700900999"}, "account", "from the list"),
    ("others", {"answer": "yes"}, "who", "Say whom you told"),
    ("others", {"answer": "yes", "who": " \n"}, "who", "Say whom you told"),
    ("asked-to-end", {}, "answer", "Pick a message, or say how or when"),
    ("asked-to-end", {"answer": "another way"}, "answer", "Pick a message, or say how or when"),
    ("asked-to-end", {"messages": "0123456789abcdef"}, "messages", "Pick one from the list"),
    ("felt", {}, "alarm", "Nothing is picked yet"),
    ("you-two", {"bond": "family", "words": "a\0b"}, "words", "cannot be kept"),
    ("you-two", {"bond": "family", "words": "x" * 200_001}, "words", "too long"),
])
def test_slips_are_told_at_their_field_in_plain_words(
    question: str, fields: dict[str, Any], slip: str, says: str, example_client: Any, text_of: Any
) -> None:
    before, place = count(example_client), question
    if question.startswith("paper-"):
        listed = example_client.get("tell-person", person="alex").text
        place = re.findall(rf"/({question}-\d+)", listed)[0]
    answer = example_client.post("tell-question", {"do": "save", **fields}, person="alex",
                                 question=place)
    assert (answer.status_code, count(example_client)) == (422, before)
    assert f'href="#{slip}"' in answer.text and says in text_of(answer)
    assert f'id="{slip}"' in answer.text or slip in ("messages", "account"), "it leads somewhere"


HOSTILE = {
    "a script": "</textarea><script>alert(1)</script>",
    "turned round": "\u202egnp.exe\u202c \u2066x\u2069 \u200b\u200f",
    "100 kB": "ä" * 50_000,
    "controls": "a\x07\x1b[31mb\x7f\x85",
    "line ends": "one\ntwo\n\n three \n",
    "templates": "{{ 7*7 }} { $name } ${x} %s &lt;",
    "pictures": "👩‍👧 é Ω \U0001f9d1\u200d\U0001f4bb",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_are_kept_exactly_and_shown_harmlessly(
    name: str, example_client: Any
) -> None:
    words = HOSTILE[name]
    answer = example_client.post(
        "tell-question", {"do": "another", "past": "threats", "words": words}, person="alex",
        question="before")
    assert answer.status_code == 200
    assert example_client.desk.book().decisions()[-1].what.words == words
    assert "<script>alert" not in answer.text and "</textarea><" not in answer.text
    assert not set("\u202e\u2066\u200b\x07\x1b") & set(answer.text)
    assert answer.text.count("ä") <= 700, "what is long is cut on the page"


def test_hostile_names_of_orders_and_words_for_things(example_client: Any) -> None:
    kind = "<img src=x>\u202eorder " + "y" * 500
    example_client.post("tell-question", {"do": "save", "answer": "yes", "kind": kind},
                        person="alex", question="paper")
    page = example_client.get("tell-person", person="alex").text
    assert "<img src" not in page and "\u202e" not in page and "y" * 100 not in page


def test_passing_over_does_not_throw_words_away_at_once(example_client: Any, text_of: Any) -> None:
    before = count(example_client)
    given = {"do": "skip", "past": "", "words": "I had begun to say"}
    answer = example_client.post("tell-question", given, person="alex", question="before")
    assert (answer.status_code, count(example_client)) == (422, before)
    assert value_of(answer.text, "words") == "I had begun to say"
    assert 'name="sure" value="1"' in answer.text
    example_client.post("tell-question", {**given, "sure": "1"}, person="alex", question="before")
    assert count(example_client) == before + 1


def test_more_boxes_are_given_and_nothing_is_lost(example_client: Any) -> None:
    given = {"do": "boxes", "answer": "yes", "kind": "an injunction",
             "exceptions": ["one", "two", "three"]}
    before = count(example_client)
    answer = example_client.post("tell-question", given, person="alex", question="paper")
    texts = re.findall(r'<textarea[^>]* name="exceptions"[^>]*>\n(.*?)</textarea>', answer.text)
    assert texts == ["one", "two", "three", "", ""]
    assert value_of(answer.text, "kind") == "an injunction" and count(example_client) == before
