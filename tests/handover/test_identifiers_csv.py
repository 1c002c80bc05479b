"""The identifiers schedule.

The one thing a reader would get wrong: two spellings of one number are one row; a guess and an
account nobody placed are rows of their own.
"""

from __future__ import annotations

import pytest

from rainbook import record
from rainbook.handover.bundle import hand_over
from rainbook.handover.schedules.identifiers import schedule_of
from rainbook.handover.schedules.identifiers_form import normal, settles
from rainbook.record import Account, Way
from tests.handover.agreeing import agree
from tests.handover.front_door import decided, given_of

SAM = "+44 7700 900123"


@pytest.mark.parametrize(
    ("kind", "raw", "form"),
    [
        ("phone", "07700 900123", "+447700900123"),
        ("phone", "+44 (7700) 900-123", "+447700900123"),
        ("phone", "\u202a+44 7700 900123\u202c", "+447700900123"),
        ("phone", "60075", "60075"),
        ("phone", "Vodafone", "Vodafone"),
        ("email", "Sam@Example.ORG", "sam@example.org"),
        ("handle", "Sam_M", "Sam_M"),
        ("name", "Sam  Marsh", "Sam Marsh"),
        ("name", "~ 07700 900123", "~ 07700 900123"),
        ("withheld", "", "withheld"),
    ],
)
def test_one_form_of_an_account(kind: str, raw: str, form: str, story) -> None:
    assert normal(story.case, Account("sms", kind, raw)) == form


@pytest.mark.parametrize(
    ("kind", "service", "begins"),
    [
        ("phone", "Phone (calls and texts)", "The network's subscriber record for this number:"),
        ("handle", "Instagram", "The service's registration record:"),
        ("name", "WhatsApp", "Which number or handle stands behind this name?"),
        ("withheld", "Phone (calls and texts)", "The networks' records of the complainant's"),
        ("email", "E-mail", "The provider's record:"),
    ],
)
def test_what_would_settle_it_is_a_question(kind: str, service: str, begins: str) -> None:
    asked = settles(kind, service)
    assert asked.startswith(begins) and "?" in asked


def case_of(kit):
    """Sam by two spellings and two services, a guess, somebody unknown, a third person."""
    recs = [
        kit.Rec("2024-03-03T10:00:00+00:00", "one", platform="sms"),
        kit.Rec("2024-03-04T10:00:00+00:00", "two"),
        kit.Rec("2024-03-05T10:00:00+00:00", "x", counted=False, why_not="set aside"),
        kit.Rec("2024-03-06T10:00:00+00:00", "?", guess=True, platform="signal"),
        kit.Rec("2024-03-07T10:00:00+00:00", "mine", "asha", Way.SENT),
        kit.Rec("2024-03-08T10:00:00+00:00", "I am nobody", "+44 7700 900999"),
        kit.Rec("2024-03-09T10:00:00+00:00", "mum", "mum"),
    ]
    told = decided(
        record.AccountOf("sam", "phone:+447700900123", "own number", "since 2012"),
        record.AccountOf("mum", "phone:+447700900777", "own number"),
    )
    keys = {SAM: "phone:+447700900123", "+44 7700 900777": "phone:+447700900777"}
    made = kit.build([kit.File("a.txt", recs)], told)
    every = tuple(keys.get(a.raw, a.raw) for a in made.case.table.accounts)
    return kit.build([kit.File("a.txt", recs)], told, keys=every)


def test_a_row_for_each_account_service_and_basis(kit, tmp_path) -> None:
    found = schedule_of(given_of(case_of(kit), tmp_path))
    rows = [
        (r.service, r.normal, r.attributed, r.basis, r.counted, r.not_counted, r.lines, r.log)
        for r in found.theirs
    ]
    assert rows == [
        ("WhatsApp", "+447700900123", "Sam Marsh", "own number", 1, 1, (2, 3), (1,)),
        ("Phone (calls and texts)", "+447700900123", "Sam Marsh", "own number", 1, 0, (1,), (1,)),
        ("Signal", "+447700900123", "Sam Marsh", "a guess, not counted", 0, 1, (4,), (1,)),
    ]


def test_first_and_last_seen_and_who_said_so(kit, tmp_path) -> None:
    one = schedule_of(given_of(case_of(kit), tmp_path)).theirs[0]
    assert (one.first, one.last) == (
        "Mon 4 Mar 2024, 10:00:00 +00:00",
        "Tue 5 Mar 2024, 10:00:00 +00:00",
    )
    assert one.said_by == "Asha Khan, 2024-06-01T10:00:00Z (log number 1)"
    assert (one.exhibits, one.written) == (("AB/1",), (SAM,))


def test_other_accounts_of_the_thread_stand_apart_and_third_persons_are_not_given(
    kit, tmp_path
) -> None:
    made = case_of(kit)
    found = schedule_of(given_of(made, tmp_path / "g"))
    hand_over(made.case, record.Disclosure(("sam",), "AB"), made.read, tmp_path / "b", agree)
    text = (tmp_path / "b" / "record/identifiers.csv").read_text(encoding="utf-8-sig")
    assert [(r.normal, r.attributed, r.supports) for r in found.others] == []
    assert found.sentences == ("2 accounts of other people in the same groups: not given.",)
    assert "900777" not in text and "900999" not in text


def test_a_person_without_an_account_is_a_sentence(kit, tmp_path) -> None:
    seen = kit.Rec("2024-03-03T10:00:00+00:00", "He stood there.", "sam", thread=None)
    seen.platform, seen.kind = "diary", record.Kind.DIARY
    found = schedule_of(given_of(kit.build([kit.File("d.csv", [seen], "diary_csv")]), tmp_path))
    assert found.theirs == ()
    assert found.sentences == (
        "No number, handle or address in these records is said to be Sam Marsh's; 1 line is "
        "theirs by what was seen or recognised.",
    )
