"""The example that ships: invented, well formed, and as many records as it says.

The one thing a reader would get wrong: the counts here were counted by hand in the files; they do
not come from our readers, so that the readers can be held against them.
"""

from __future__ import annotations

import csv
import json
import re
from importlib.resources import files
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from rainbook.record import decision_from

EXAMPLE = files("rainbook") / "example"
CHAT = "WhatsApp Chat with Alex Reed.txt"
HEADER = re.compile(r"(\d\d)/(\d\d)/2024, (\d\d):(\d\d) - ")


def text_of(name: str) -> str:
    return (EXAMPLE / name).read_bytes().decode("utf-8")


def test_the_chat_has_132_header_lines_of_which_one_was_pasted_by_alex() -> None:
    found = [m for line in text_of(CHAT).split("\n") if (m := HEADER.match(line))]
    times = [(int(m[2]), int(m[1]), int(m[3]), int(m[4])) for m in found]
    back = [n for n, (one, two) in enumerate(pairwise(times)) if two < one]
    assert (len(found), len(back)) == (132, 1)
    assert any(int(m[1]) > 12 for m in found), "the order of day and month must be plain"


@pytest.mark.parametrize(("name", "tags"), [
    ("sms-20240603.xml", {"sms": 26, "mms": 1}),
    ("calls-20240603.xml", {"call": 20}),
])
def test_the_xml_is_well_formed_and_its_count_is_right(name: str, tags: dict[str, int]) -> None:
    top = ElementTree.fromstring(text_of(name))
    assert {tag: len(top.findall(tag)) for tag in tags} == tags
    assert top.get("count") == str(sum(tags.values())) == str(len(top))
    dates = [int(record.get("date", "")) for record in top]
    assert dates == sorted(dates)


def test_the_calls_hold_every_way_a_call_can_end() -> None:
    calls = ElementTree.fromstring(text_of("calls-20240603.xml"))
    assert {call.get("type") for call in calls} == {"1", "2", "3", "4", "5", "6"}
    assert sum(call.get("number") == "-1" for call in calls) == 5


def test_the_diary_has_nine_rows_as_wide_as_its_heading() -> None:
    rows = list(csv.reader(text_of("diary.csv").splitlines(keepends=True)))
    assert (len(rows), {len(row) for row in rows}) == (10, {8})


def _records(name: str) -> list[str]:
    if name == CHAT:
        parts = HEADER.split(text_of(name))
        return [body.partition(": ")[2] for body in parts[5::5]]
    if name == "diary.csv":
        rows = csv.DictReader(text_of(name).splitlines(keepends=True))
        return [row["What happened"] for row in rows]
    return [r.get("body", "") for r in ElementTree.fromstring(text_of(name))]


def _decisions() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text_of("decisions.json"))
    return found


def test_every_decision_is_one_the_record_knows_and_has_a_reason() -> None:
    for given in _decisions():
        what = dict(given["decision"])
        if isinstance(what.get("event"), dict):
            what["event"] = "0" * 16
        if what.get("order") == "the order above":
            what["order"] = 1
        decision_from(what)
        assert given["why"]


def test_every_event_a_decision_speaks_of_is_there_once() -> None:
    spoken_of = [d["decision"]["event"] for d in _decisions() if d["decision"].get("event")]
    assert len(spoken_of) == 22  # 8 messages and 14 times an entry of the diary
    for place in spoken_of:
        starts = [w for w in _records(place["original_name"]) if w.startswith(place["words_start"])]
        assert len(starts) == 1, place
