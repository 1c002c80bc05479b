"""Contacts with the police.

The one thing a reader would get wrong: "not recorded as done" is not "not done".
"""

from __future__ import annotations

import pytest

from rainbook import record
from rainbook.handover.schedules.contacts import contacts_of, left_out
from rainbook.record import PoliceContact, ToldTo
from tests.handover.front_door import decided, given_of

# promised, by, kept → in words, overdue; as of 2 June 2024
PROMISES = [
    ("", "", "not said", "", False),
    ("a call", "2024-06-01", "not said",
     "Promised by Sat 1 Jun 2024, not recorded as done (1 day past, as of Sun 2 Jun 2024).", True),
    ("a call", "2024-05-31", "no",
     "Promised by Fri 31 May 2024, recorded as not done (2 days past, as of Sun 2 Jun 2024).",
     True),
    ("a call", "2024-05-31", "do not know",
     "Promised by Fri 31 May 2024, not known whether it was done (2 days past, as of Sun 2 Jun "
     "2024).", True),
    ("a call", "2024-05-31", "yes", "Recorded as done.", False),
    ("a call", "2024-06-02", "not said",
     "Promised by Sun 2 Jun 2024; that day had not passed as of Sun 2 Jun 2024.", False),
    ("a call", "", "not said", "Promised without a day; not recorded as done.", False),
    ("a call", "next week", "not said",
     "Promised by “next week”, which names no day; not recorded as done.", False),
]


@pytest.mark.parametrize(("promised", "by", "kept", "text", "overdue"), PROMISES)
def test_how_a_promise_stands(promised, by, kept, text, overdue, kit, tmp_path) -> None:
    told = decided(
        PoliceContact("2024-05-20", "phone", "PC Lee", promised=promised, promised_by=by,
                      kept=kept, person="sam")
    )
    made = kit.build([kit.File("a.txt", [kit.Rec()])], told)
    (one,) = contacts_of(given_of(made, tmp_path))
    assert (one.standing, one.overdue) == (text, overdue)


def test_only_what_is_about_the_persons_handed_over(kit, tmp_path) -> None:
    first = kit.Rec()
    other = kit.Rec(who="mum", thread="+44 7700 900777", words="m")
    made = kit.build([kit.File("a.txt", [first, other])])
    mine, hers = (made.case.table.id_of(row) for row in (0, 1))
    told = decided(
        PoliceContact("2024-05-03", who="about Sam", person="sam"),
        PoliceContact("2024-05-02", who="about mum", person="mum"),
        PoliceContact("2024-05-01", who="his message", event=mine),
        PoliceContact("2024-05-01", who="her message", event=hers),
        PoliceContact("", who="about nobody by name"),
        ToldTo("the police, by telephone", "2024-05-04", "They will ring.", reference="00/24"),
        ToldTo("my doctor", "2024-05-04", "rest"),
        ToldTo("Officer Lee", "2024-05-05", "hm", event=hers),
    )
    made = kit.build([kit.File("a.txt", [first, other])], told)
    given = given_of(made, tmp_path)
    assert [(c.who, c.line) for c in contacts_of(given)] == [
        ("his message", 1),
        ("about Sam", 0),
        ("the police, by telephone", 0),
        ("about nobody by name", 0),
    ]
    assert left_out(given) == 0


def test_what_names_nobody_stays_where_the_case_is_about_two(kit, tmp_path) -> None:
    told = decided(PoliceContact("2024-05-03", who="PC Lee"), ToldTo("police"))
    made = kit.build([kit.File("a.txt", [kit.Rec()])], told)
    people = (*made.case.people, record.Person("kit", "Kit", "suspect"))
    two = kit.build([kit.File("a.txt", [kit.Rec()])], told, people=people)
    given = given_of(two, tmp_path)
    assert (contacts_of(given), left_out(given)) == ([], 2)
