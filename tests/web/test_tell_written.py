"""What a form about a question writes down: the table of every question and every decision.

The one thing a reader would get wrong: what is blank or unsaid is left out of what was written, so
that a line shows only what somebody answered.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.tell_kit import ABOUT, NO, Fields, entry_of, posted

PERSON: list[tuple[str, Fields, dict[str, Any]]] = [
    ("you-two", {"bond": "former partners", "words": "  We parted in January. "},
     {"kind_of_decision": "relationship", "bond": "former partners",
      "words": "  We parted in January. ", **ABOUT}),
    ("you-two", {"bond": "-unsure"},
     {"kind_of_decision": "relationship", "bond": "do not know", **ABOUT}),
    ("before", {"past": "threats", "start-year": "2019", "words": "by letter"},
     {"kind_of_decision": "history", "past": "threats", "start": "2019", "words": "by letter",
      **ABOUT}),
    ("asked-to-end", {"answer": "another way", "how": "at the door", "at-year": "2024",
                      "at-month": "4"},
     {"kind_of_decision": "told-to-stop", "how": "at the door", "at": "2024-04", **ABOUT}),
    ("shut-off", {"answer": "yes", "at-day": "13", "at-month": "5", "at-year": "2024",
                  "at-clock": "7:52", "why": "in the app"},
     {"kind_of_decision": "blocked", "at": "2024-05-13T07:52:00+01:00", "person": "alex",
      "why": "in the app"}),
    ("shut-off", {"answer": "yes", "account": "phone:+447700900842"},
     {"kind_of_decision": "blocked", "account": "phone:+447700900842", **ABOUT}),
    ("spoken-to", {"answer": "yes", "by": "PC Lee, by phone", "at-month": "05",
                   "at-year": "2024"},
     {"kind_of_decision": "warned", "at": "2024-05", "by": "PC Lee, by phone", **ABOUT}),
    ("spoken-to", {"answer": "yes"},
     {"kind_of_decision": "warned", "by": "somebody in authority", **ABOUT}),
    ("paper", {"answer": "yes", "kind": "restraining order", "made-day": "30", "made-month": "5",
               "made-year": "2024", "served-day": "1", "served-month": "6", "served-year": "2024",
               "served-clock": "10:00", "until-year": "2025",
               "exceptions": ["by a solicitor", "", " at court "]},
     {"kind_of_decision": "order-served", "kind": "restraining order", "made": "2024-05-30",
      "served": "2024-06-01T10:00:00+01:00", "until": "2025",
      "exceptions": ("by a solicitor", " at court "), **ABOUT}),
    ("paper", {"answer": "yes"},
     {"kind_of_decision": "order-served", "kind": "an order", **ABOUT}),
    ("together", {"how": "lived together", "start-year": "2012", "end-month": "5",
                  "end-year": "2014", "words": "in Leeds"},
     {"kind_of_decision": "together", "how": "lived together", "start": "2012", "end": "2014-05",
      "words": "in Leeds", **ABOUT}),
    ("reason", {"answer": "yes", "words": "our son"},
     {"kind_of_decision": "explained", "answer": "yes", "words": "our son", **ABOUT}),
    ("reason", {"answer": "no"}, {"kind_of_decision": "explained", "answer": "no", **ABOUT}),
    ("reason", {"answer": "-unsure"},
     {"kind_of_decision": "explained", "answer": "do not know", **ABOUT}),
    ("what-for", {"purpose": "debt", "words": "the rent"},
     {"kind_of_decision": "purpose", "purpose": "debt", "words": "the rent", **ABOUT}),
    ("changed", {"area": "routes and places", "words": "I walk another way home.",
                 "start-month": "4", "start-year": "2024", "cost": "bus, 4 pounds a day"},
     {"kind_of_decision": "changed", "area": "routes and places", "start": "2024-04",
      "words": "I walk another way home.", "cost": "bus, 4 pounds a day",
      "why": "asked one by one"}),
    ("others", {"answer": "yes", "who": "the police", "at-day": "27", "at-month": "5",
                "at-year": "2024", "words": "They would ring back.", "reference": "00/24"},
     {"kind_of_decision": "told", "who": "the police", "at": "2024-05-27",
      "words": "They would ring back.", "reference": "00/24", "why": "asked one by one"}),
    ("contacts", {"how": "phone", "at-day": "2", "at-month": "6", "at-year": "2024",
                  "who": "PC Lee", "station": "Elm Road", "reference": "7/24", "said": "Wait.",
                  "promised": "A call", "promised_by-day": "9", "promised_by-month": "6",
                  "promised_by-year": "2024", "kept": "no"},
     {"kind_of_decision": "police-contact", "how": "phone", "at": "2024-06-02", "who": "PC Lee",
      "station": "Elm Road", "reference": "7/24", "said": "Wait.", "promised": "A call",
      "promised_by": "2024-06-09", "kept": "no", **ABOUT}),
    ("soon-gone", {"what": "doorbell", "where": "number 4", "at-day": "2", "at-month": "6",
                   "at-year": "2024", "kept_days": "30", "asked_at-day": "3",
                   "asked_at-month": "6", "asked_at-year": "2024", "answer": "They will look."},
     {"kind_of_decision": "perishable", "what": "doorbell", "where": "number 4",
      "at": "2024-06-02", "kept_days": 30, "asked_at": "2024-06-03", "answer": "They will look.",
      **ABOUT}),
]


@pytest.mark.parametrize(("question", "fields", "made"), PERSON)
def test_a_question_about_a_person_writes_one_decision(
    question: str, fields: Fields, made: dict[str, Any], example_client: Any
) -> None:
    answer, found = posted(example_client, question, fields)
    assert answer.status_code == 303, answer.text
    assert found == [made]


NOTED = [
    ("before", "past", "-no", "history", "no", "no, nothing"),
    ("asked-to-end", "answer", "-no", "stop", "no", "no, never"),
    ("asked-to-end", "answer", "-unsure", "stop", "do not know", "do not know"),
    ("shut-off", "answer", "-no", "blocked", "no", "no"),
    ("spoken-to", "answer", "-unsure", "warned", "do not know", "do not know"),
    ("paper", "answer", "-no", "order", "no", "no"),
    ("together", "how", "-no", "together", "no", "no, never"),
    ("changed", "area", "-no", "changed", "no", "no, nothing"),
    ("changed", "area", "-unsure", "changed", "do not know", "do not know"),
    ("others", "answer", "-no", "told", "no", "no"),
    ("contacts", "how", "-no", "police", "no", "no, none"),
    ("contacts", "how", "-unsure", "police", "do not know", "do not know"),
    ("soon-gone", "what", "-no", "gone", "no", "no, nothing"),
]


@pytest.mark.parametrize(("question", "field", "chosen", "key", "answer", "words"), NOTED)
def test_no_and_do_not_know_are_answers_and_not_the_same(
    question: str, field: str, chosen: str, key: str, answer: str, words: str, example_client: Any
) -> None:
    _, found = posted(example_client, question, {field: chosen})
    assert found == [{"kind_of_decision": "answered", "question": key, "answer": answer,
                      "about": "alex", "why": NO + words}]


ENTRY: list[tuple[str, Fields, dict[str, Any]]] = [
    ("who", {"person": "jo", "basis": "seen", "note": "from the window"},
     {"kind_of_decision": "by-person", "person": "jo", "basis": "seen",
      "note": "from the window"}),
    ("sort", {"sort": "waited or watched", "words": "by the gate"},
     {"kind_of_decision": "sort", "sort": "waited or watched", "words": "by the gate"}),
    ("sort", {"sort": "-unsure"}, {"kind_of_decision": "sort", "sort": "do not know"}),
    ("list", {"tag": "s2A_3_e"}, {"kind_of_decision": "tag", "tag": "s2A_3_e"}),
    ("aimed", {"at": "me"}, {"kind_of_decision": "aimed-at", "at": "me"}),
    ("aimed", {"at": "jo", "because_of_me": "yes"},
     {"kind_of_decision": "aimed-at", "at": "jo", "because_of_me": "yes"}),
    ("aimed", {"at": "-unsure"}, {"kind_of_decision": "aimed-at", "at": "do not know"}),
    ("started", {"who": "them"}, {"kind_of_decision": "started-by", "who": "them"}),
    ("reply", {"what": "answered"}, {"kind_of_decision": "did-back", "what": "answered"}),
    ("meant", {"purpose": "child"},
     {"kind_of_decision": "purpose", "purpose": "child", "person": "alex"}),
    ("shown", {"answer": "yes", "who": "a camera", "words": "the gate", "contact": "the school"},
     {"kind_of_decision": "witness", "who": "a camera", "words": "the gate",
      "contact": "the school"}),
    ("knew", {"answer": "yes", "words": "my shift"},
     {"kind_of_decision": "knew", "words": "my shift"}),
    ("arrived", {"answer": "yes", "words": "it went back"},
     {"kind_of_decision": "never-arrived", "words": "it went back"}),
    ("serious", {"of": "death"}, {"kind_of_decision": "single-threat", "of": "death"}),
    ("serious", {"of": "something"},
     {"kind_of_decision": "single-threat", "of": "do not know"}),
    ("about", {"theme": "the gate"}, {"kind_of_decision": "theme", "theme": "the gate"}),
]


@pytest.mark.parametrize(("question", "fields", "made"), ENTRY)
def test_a_question_about_an_entry_writes_one_decision(
    question: str, fields: Fields, made: dict[str, Any], example_client: Any
) -> None:
    entry = entry_of(example_client, "Morning")
    answer, found = posted(example_client, question, fields, entry)
    assert answer.status_code == 303, answer.text
    assert found == [{**made, "event": entry, "why": "asked one by one"}]


@pytest.mark.parametrize(("question", "fields", "key", "answer", "words"), [
    ("list", {"tag": "-unsure"}, "tag", "do not know", "do not know"),
    ("shown", {"answer": "-no"}, "shown", "no", "no"),
    ("knew", {"answer": "-unsure"}, "knew", "do not know", "do not know"),
    ("arrived", {"answer": "-no"}, "arrived", "no", "no"),
    ("serious", {"of": "-no"}, "threat", "no", "no"),
    ("serious", {"of": "-unsure"}, "threat", "do not know", "do not know"),
    ("joins", {"other": "-no"}, "connects", "no", "no"),
])
def test_no_about_an_entry_is_noted_under_its_own_key(
    question: str, fields: Fields, key: str, answer: str, words: str, example_client: Any
) -> None:
    entry = entry_of(example_client, "Morning")
    _, found = posted(example_client, question, fields, entry)
    assert found == [{"kind_of_decision": "answered", "question": key, "answer": answer,
                      "about": entry, "why": NO + words}]
