"""A decision read back from the log is the one that was written, or it is refused: never half."""

from __future__ import annotations

import json
from typing import Any

import pytest

from rainbook.record import (
    DECISIONS,
    AccountOf,
    ActedFor,
    ActSort,
    ActTag,
    AimedAt,
    Allowed,
    Answered,
    Asks,
    Blocked,
    CameAfter,
    Changed,
    Connects,
    DateOrder,
    Decision,
    DidBack,
    EncodingIs,
    EventBy,
    Explained,
    GapReason,
    History,
    Impact,
    KeepBack,
    KnewOf,
    NeverArrived,
    NotAsked,
    NotRelevant,
    OrderAllows,
    OrderClause,
    OrderServed,
    Perishable,
    PersonNamed,
    PoliceContact,
    ProducedBy,
    PurposeOf,
    Relationship,
    Setting,
    SingleThreat,
    StartedBy,
    ThemeOf,
    Together,
    ToldTo,
    ToldToStop,
    UnknownDecision,
    Warned,
    Withdrawn,
    WitnessOf,
    ZoneOf,
    decision_from,
    decision_to,
)

EVERY: list[Decision] = [
    PersonNamed("p1", "Alex Marsh", "suspect"),
    AccountOf("p1", "whatsapp:Alex", "own number"),
    AccountOf("p1", "whatsapp:Alex", "guess", "it sounds like him"),
    EventBy("0123456789abcdef", "p1", "recognised"),
    ToldToStop("p1", event="0123456789abcdef"),
    ToldToStop("p1", at="2024-01-24", how="by text"),
    Blocked("p1", "2024-01-24T09:00:00Z", "whatsapp:Alex"),
    Warned("p1", "2024-01-24", "PC 1234"),
    OrderServed("p1", "stalking protection order", clauses=("not to write", "not to come near")),
    NotRelevant("0123456789abcdef"),
    Asks("p1", "that it stops \u202e\U0001f622"),
    DateOrder("5" * 64, "day first"),
    ZoneOf("5" * 64, "Europe/London"),
    EncodingIs("5" * 64, "cp1252"),
    Setting("zone", "Europe/London"),
    Withdrawn(3),
    Relationship("p1", "former partners", "until May"),
    StartedBy("0123456789abcdef", "do not know"),
    DidBack("0123456789abcdef", "asked to stop", "I wrote: stop"),
    PurposeOf("p1", "child", "0123456789abcdef"),
    AimedAt("0123456789abcdef", "kim", "yes"),
    ActedFor("0123456789abcdef", "p1", "recognised"),
    ActSort("0123456789abcdef", "followed me"),
    ActTag("0123456789abcdef", "s2A_3_a"),
    Together("p1", "reunited", "2023-01", "2023-04-02"),
    GapReason("p1", "prison or custody", "2023"),
    History("p1", "threats", "2020"),
    Impact("0123456789abcdef", alarm="yes", fear_of_violence="not said", words="I hid"),
    Changed("sleep", "I sleep at my sister's", "2024-02", cost="12.50"),
    WitnessOf("0123456789abcdef", "the doorbell camera"),
    ToldTo("police", "2024-02-01", reference="12/345"),
    KeepBack("address", "14 Rosewood Avenue, Leeds LS1 4AB", "the new one"),
    PoliceContact("2024-02-01", "phone", "PC 1234", promised="to ring back", kept="no"),
    Perishable("cctv", "the shop", "2024-01-24", kept_days=31, person="p1"),
    ProducedBy("5" * 64, "Kim Reed", "KR"),
    KnewOf("0123456789abcdef", "my new shift"),
    ThemeOf("0123456789abcdef", "the ring"),
    Connects("0123456789abcdef", "fedcba9876543210", "the same car"),
    CameAfter("0123456789abcdef", 5),
    NeverArrived("0123456789abcdef", "the office sent it back"),
    Explained("p1", "do not know"),
    SingleThreat("0123456789abcdef", "death"),
    OrderClause(4, "2", "not to go within 100 metres", ("coming near a place",), ("my home",)),
    OrderAllows(4, "about the children, by e-mail", "1", "child", "email:a@example.org"),
    Allowed("0123456789abcdef", 4, "no"),
    NotAsked("fear of violence", "0123456789abcdef"),
    Answered("blocked", "do not know", "p1"),
]


@pytest.mark.parametrize("what", EVERY, ids=lambda d: type(d).__name__)
def test_what_is_written_is_read(what: Decision) -> None:
    written = decision_to(what)
    assert written["kind_of_decision"] in DECISIONS
    assert decision_from(written) == what
    # as the log keeps it: tuples become lists, and become tuples again
    assert decision_from(json.loads(json.dumps(written))) == what


def test_every_kind_has_a_name_and_every_name_a_kind() -> None:
    assert len(set(DECISIONS.values())) == len(DECISIONS)
    assert {type(d) for d in EVERY} == set(DECISIONS.values())


GOOD = {"kind_of_decision": "person", "person": "p1", "name": "Alex", "role": "suspect"}
SERVED = {"kind_of_decision": "order-served", "person": "p1", "kind": "order"}
REFUSED: list[tuple[dict[str, Any], str]] = [
    ({}, "kind this version does not know"),
    ({**GOOD, "kind_of_decision": "persona"}, "kind this version does not know"),
    ({**GOOD, "kind_of_decision": None}, "kind this version does not know"),
    ({**GOOD, "kind_of_decision": ["person"]}, "kind this version does not know"),
    ({**GOOD, "kind_of_decision": "Person"}, "kind this version does not know"),
    ({**GOOD, "more": "x"}, "holds more than this version knows: more"),
    ({k: v for k, v in GOOD.items() if k != "name"}, "not whole"),
    ({**GOOD, "name": None}, "holds name as NoneType"),
    ({**GOOD, "name": 5}, "holds name as int"),
    ({**GOOD, "name": ["Alex"]}, "holds name as list"),
    ({**GOOD, "role": "stalker"}, "not a role this version knows"),
    ({**GOOD, "role": "Suspect"}, "not a role this version knows"),
    ({"kind_of_decision": "account", "person": "p", "account": "a", "basis": "sure"},
     "not a basis"),
    ({"kind_of_decision": "date-order", "original": "5", "order": "dmy"}, "not a order"),
    ({"kind_of_decision": "withdrawn", "number": "3"}, "holds number as str"),
    ({"kind_of_decision": "withdrawn", "number": True}, "holds number as bool"),
    ({"kind_of_decision": "withdrawn", "number": 3.0}, "holds number as float"),
    ({"kind_of_decision": "withdrawn"}, "not whole"),
    ({"kind_of_decision": "did-back", "event": "e", "what": "wept"}, "not a what"),
    ({"kind_of_decision": "clause", "order": 1, "clause": "1", "words": "w", "forbids": ["all"]},
     "not a forbids"),
    ({**SERVED, "clauses": "not to write"}, "holds clauses as str"),
    ({**SERVED, "clauses": [1]}, "holds clauses as list"),
    ({**SERVED, "clauses": None}, "holds clauses as NoneType"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "says"), REFUSED)
def test_what_is_not_understood_is_refused(value: dict[str, Any], says: str) -> None:
    with pytest.raises(UnknownDecision, match=says):
        decision_from(value)


def test_reading_does_not_change_what_it_is_given() -> None:
    value = {**SERVED, "clauses": ["not to write"]}
    before = json.dumps(value)
    decision_from(value)
    assert json.dumps(value) == before
