"""`tell`: contacts with the police, and what may soon be gone.

The one thing a reader would get wrong: q inside a question keeps what was said of it so far.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.typing_kit import Found, Lines, Run, said

POLICE = {"kind_of_decision": "police-contact", "person": "alex"}
GONE = {"kind_of_decision": "perishable", "person": "alex"}


@pytest.mark.parametrize(("part", "typed", "found"), [
    ("police", ("2", "2024-05-27", "PC Lee", "Mill Road", "24/0001", "They wrote it down.",
                "To ring back", "2024-05-30", "2", ""), [
        {**POLICE, "at": "2024-05-27", "how": "phone", "who": "PC Lee", "station": "Mill Road",
         "reference": "24/0001", "said": "They wrote it down.", "promised": "To ring back",
         "promised_by": "2024-05-30", "kept": "no"}]),
    ("police", ("3", "", "", "", "ENQ-7", "", "", "1", "1", "2024-06", "", "", "", "", "", ""), [
        {**POLICE, "how": "online", "reference": "ENQ-7"},
        {**POLICE, "how": "in person", "at": "2024-06"}]),
    ("police", ("2", "", "", "", "", "", "To write", "", "3", ""), [
        {**POLICE, "how": "phone", "promised": "To write", "kept": "do not know"}]),
    ("police", ("7",), [
        {"kind_of_decision": "answered", "question": "police", "answer": "no", "about": "alex"}]),
    ("police", ("",), [{"kind_of_decision": "not-asked", "question": "police", "about": "alex"}]),
    ("police", ("2", "2024-05-27", "PC Lee", "q"), [
        {**POLICE, "at": "2024-05-27", "how": "phone", "who": "PC Lee"}]),
    ("gone", ("1", "the shop on Mill Lane", "2024-05-18", "a month", "30", "2024-05-20",
              "They kept it.", ""), [
        {**GONE, "what": "cctv", "where": "the shop on Mill Lane", "at": "2024-05-18",
         "kept_days": 30, "asked_at": "2024-05-20", "answer": "They kept it."}]),
    ("gone", ("4", "", "", "", "", ""), [{**GONE, "what": "voicemail", "kept_days": 0}]),
    ("gone", ("d",), [
        {"kind_of_decision": "answered", "question": "gone", "answer": "do not know",
         "about": "alex"}]),
])
def test_each_part_writes_down_what_was_said(
    part: str, typed: Lines, found: Found, told: Callable[..., Found]
) -> None:
    assert told("--part", part, typed=typed) == found


def test_a_period_can_be_set_for_the_case(opened: Run, untold: object) -> None:
    before = len(opened("decide", "--json").lines())
    assert opened("decide", "setting", "name=period_cctv", "value=7-14").code == 0
    assert said(opened, before)[-1]["value"] == "7-14"
    ran = opened("decide", "setting", "name=period_cctv", "value=soon")
    assert ran.code != 0 and "'soon' is not a number of days" in " ".join(ran.err.split())
