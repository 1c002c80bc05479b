"""The way from a decided case to what the product says of it, on invented cases.

The one thing a reader would get wrong: these check the way, not the law. How it does on real
decided cases is measured by `python -m benchmarks.cases`, and no figure of that is a test.
"""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from benchmarks.cases import ALLOWED, main, predict

BLANK: dict[str, Any] = {
    "date": None, "date_precision": "unknown", "offset_days": None, "end": None, "time": None,
    "count_min": 1, "count_basis": "stated", "kind": "unknown", "channel": "unknown",
    "act": "something happened", "by": "D", "directed_at": "C", "unwanted_evidence": None,
    "impact": None, "reply": None, "found": "found",
}  # fmt: skip


def incident(number: int, **more: Any) -> dict[str, Any]:
    return {**BLANK, "id": f"i{number}", **more}


def case(*incidents: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "case_id": "X-01",
        "parties": {"complainant": "C", "defendant": "D", "relationship": "acquaintance"},
        "incidents": list(incidents),
        "context": [],
        "orders": [],
        **more,
    }


FOLLOWED = case(
    incident(1, date="2020-01-05", kind="follow", act="followed C from the station"),
    incident(2, date="2020-01-09", kind="follow", act="followed C home", impact="was afraid"),
)


def test_two_followings_are_counted_linked_and_cited() -> None:
    found = predict(FOLLOWED)
    assert (found["L1"], found["L2"], found["cited"]) == ("yes", "yes", ["i1", "i2"])
    assert found["caveats"] == []
    assert found["says_verdict"] is False


def test_an_incident_that_stands_for_many_is_that_many_entries() -> None:
    found = predict(case(incident(1, kind="contact_call", act="hang-up calls", count_min=7)))
    assert (found["acts"], found["L1"], found["cited"]) == (7, "yes", ["i1"])


@pytest.mark.parametrize(("one", "caveat"), [
    (case(incident(1, kind="violence")), "count"),
    (case(incident(1, kind="contact_text"), incident(2, directed_at="C's son")), "target"),
    (case(incident(1, date="2020-01"), incident(2, date="2020-09-01")), "nexus"),
    (case(incident(1, kind="violence", reply="C hit back"), incident(2, kind="violence")),
     "reciprocity"),
    (case(incident(1, kind="contact_text", act="texts about the children", count_min=4)),
     "legitimate_purpose"),
    (case(incident(1, kind="contact_letter"), incident(2, kind="contact_call")), "threshold"),
    (case(incident(1, kind="contact_text", count_min=5)), "fear_element"),
], ids=lambda v: v if isinstance(v, str) else "")  # fmt: skip
def test_a_question_is_raised_by_what_is_recorded(one: dict[str, Any], caveat: str) -> None:
    assert caveat in predict(one)["caveats"]


def test_as_of_a_day_only_what_had_happened_by_then() -> None:
    one = copy.deepcopy(FOLLOWED)
    one["context"] = [{"date": "2020-01-07", "what": "D warned by police to stay away",
                       "by": "police"}]  # fmt: skip
    one["checkpoints"] = [{"as_of": "2020-01-08", "expect": ""}, {"as_of": "2020-01-09",
                                                                   "expect": ""}]  # fmt: skip
    before, after = predict(one)["checkpoints"]
    assert (before["acts"], before["after_a_refusal"]) == (1, [])
    assert (after["acts"], after["after_a_refusal"]) == (2, ["i2"])
    assert after["unwanted"] == "shown"


def test_nothing_but_the_allowed_parts_is_read(tmp_path: Any, capsys: Any) -> None:
    """The same cases with every other part turned round give the same answers."""
    poison = {
        "outcome": {"course_of_conduct": "no"}, "levels": {"L2_connected_course": "no"},
        "reason": "nothing connects them", "trap": "no", "derived": {"acts_min_by_D": 0},
        "label": "no", "citation": "R v X", "facts_completeness": "thin",
    }  # fmt: skip
    files = []
    for name, more in (("bare", {}), ("more", poison)):
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps({"cases": [{**FOLLOWED, **more}]}), "utf-8")
        files.append(path)
    said = []
    for path in files:
        assert main([str(path)]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert set(ALLOWED).isdisjoint(poison)


NAMES = [name for name in BLANK if name != "date_precision"]


@pytest.mark.parametrize("names", [NAMES, ["act", "by"], ["count_min", "date"]], ids=len)
def test_fields_that_are_empty_or_missing_are_left_unsaid(names: list[str]) -> None:
    """Any field but the id may be null or missing: nothing is made up, and nothing stops."""
    nothing = incident(1, **dict.fromkeys(names))
    gone = {k: v for k, v in incident(2).items() if k not in names}
    found = predict(case(nothing, gone))
    # nobody is named where `by` is gone, so who it was is a guess and nothing is counted
    assert found["L1"] == ("no" if "by" in names else "yes")


def test_a_case_without_incidents_is_no_course() -> None:
    found = predict({"case_id": "X-02"})
    assert (found["L1"], found["L2"], found["cited"]) == ("no", "no", [])
