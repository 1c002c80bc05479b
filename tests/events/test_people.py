"""Accounts and people: which spellings are one account, what a decision joins, what stays a
question.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rainbook.events.accounts import account_key, look_alikes
from rainbook.events.people import TOWARDS_COMPLAINANT, TOWARDS_GROUP, Names, Whose, whose
from rainbook.record import Account, AccountOf, Decision, Event, Kind, PersonNamed, Way, Withdrawn
from tests.signs.build import (
    ALEX,
    ALEX_PHONE,
    JOINED,
    KIM,
    NAMED,
    OWNER,
    SAM,
    WITHHELD,
    File,
    Row,
    call,
    case,
    decided,
    say,
)

NUMBER = "phone:+447700900123"
KEYS = [
    ("whatsapp", "phone", "+447700900123", NUMBER),
    ("phone", "phone", "07700 900123", NUMBER),
    ("phone", "phone", "0044 7700 900123", NUMBER),
    ("phone", "phone", "+44 (0)7700 900123", NUMBER),
    ("whatsapp", "name", "\u202a+44\u00a07700\u00a0900123\u202c", NUMBER),
    ("whatsapp", "name", "\u200e+44\u202f7700\u2011900123", NUMBER),
    (
        "phone",
        "phone",
        "\u0660\u0667\u0667\u0660\u0660 \u0669\u0660\u0660\u0661\u0662\u0663",
        NUMBER,
    ),
    # what a sender calls himself is never read as a number
    ("whatsapp", "name", "~ +44 7700 900123", "whatsapp:name:~ +44 7700 900123"),
    ("whatsapp", "name", "Alex 07700 900123", "whatsapp:name:Alex 07700 900123"),
    ("whatsapp", "name", "2024010203", "whatsapp:name:2024010203"),
    ("phone", "phone", "60066", "phone:as written:60066"),
    ("phone", "phone", "own", "phone:as written:own"),
    ("phone", "phone", "900123", "phone:as written:900123"),
    ("whatsapp", "name", "\u200eAlex\u200e ", "whatsapp:name:Alex"),
    ("whatsapp", "name", "~\u202fAlex", "whatsapp:name:~ Alex"),
    ("whatsapp", "name", "~\u00a0 Alex", "whatsapp:name:~ Alex"),
    ("whatsapp", "name", "\u200e~\u200e\u202fAlex", "whatsapp:name:~ Alex"),
    ("whatsapp", "name", "Jose\u0301", "whatsapp:name:Jos\u00e9"),
    ("whatsapp", "name", "\u0391lex", "whatsapp:name:\u0391lex"),  # Greek capital alpha
    ("whatsapp", "name", "Al\u200bex", "whatsapp:name:Al\u200bex"),  # a hidden character inside
    ("whatsapp", "name", "alex", "whatsapp:name:alex"),
    ("phone", "email", "Alex@Example.org", "email:alex@example.org"),
    ("phone", "withheld", "-1", "phone:withheld"),
    ("whatsapp", "name", "\u200e", "whatsapp:withheld"),
    ("phone", "own", "owner of this phone", "phone:own"),
]


@pytest.mark.parametrize(("platform", "kind", "raw", "key"), KEYS)
def test_the_key_of_an_account(platform: str, kind: str, raw: str, key: str) -> None:
    assert account_key(Account(platform, kind, raw)) == key


def test_a_number_without_a_country_is_read_in_the_region_given() -> None:
    assert account_key(Account("phone", "phone", "(206) 555-0100"), "US") == "phone:+12065550100"
    assert account_key(Account("phone", "phone", "+44 7700 900123"), "US") == NUMBER


def test_look_alikes_are_noted_across_scripts_and_never_joined() -> None:
    keys = [
        "whatsapp:name:Alex",
        "whatsapp:name:\u0391lex",
        "whatsapp:name:~ Alex",
        "whatsapp:name:\u0410lex",
        "whatsapp:name:Al\u200bex",
        "whatsapp:name:Bo",
        "phone:+447700900123",
        "whatsapp:name:~ +447700900123",
    ]
    assert look_alikes(keys) == (tuple(sorted([keys[0], keys[1], keys[2], keys[3], keys[4]])),)


def of(rows: list[Row], *decisions: Decision, names: Names | None = None) -> Whose:
    table = File(rows).table()
    return (
        whose(table, decided(decisions))
        if names is None
        else whose(table, decided(decisions), names)
    )


CHAT = [
    say("2024-03-03 10:00"),
    say("2024-03-03 10:01", SAM),
    say("2024-03-03 10:02", KIM, thread="Kim"),
    say("2024-03-03 10:03", SAM, thread="Kim"),
]


def test_without_a_decision_nobody_is_anybody() -> None:
    found = of(CHAT)
    assert found.person_of.tolist() == [-1, -1, -1, -1]
    assert found.way.tolist() == [Way.UNKNOWN] * 4
    assert [(q.code, q.accounts, q.rows) for q in found.questions] == [
        ("whose", ("whatsapp:name:Alex",), 1),
        ("whose", ("whatsapp:name:Sam",), 2),
        ("whose", ("whatsapp:name:Kim",), 1),
    ]


def test_a_decision_joins_says_why_and_answers_the_way() -> None:
    found = of(CHAT, *JOINED)
    assert found.person_of.tolist() == [1, 0, -1, 0]
    assert found.basis_of == ("named sender", "own number", "", "own number")
    # Kim is not placed; but Sam's account here is, so what others sent on this service was received
    assert found.way.tolist() == [Way.RECEIVED, Way.SENT, Way.RECEIVED, Way.SENT]
    assert found.relationship_of.tolist() == [-1, 1, -1, -1]
    assert found.account_person["whatsapp:name:Alex"] == ("alex", "named sender")


def test_the_same_number_joins_across_services() -> None:
    rows = [
        call("2024-03-03 10:00"),
        say("2024-03-03 10:01", Account("whatsapp", "phone", "\u202a+44 7700\u2011900123")),
    ]
    found = of(rows, *NAMED, AccountOf("alex", NUMBER, "own number"))
    assert found.person_of.tolist() == [1, 1]


def test_a_guess_is_kept_apart() -> None:
    found = of(CHAT, *NAMED, AccountOf("alex", "whatsapp:name:Alex", "guess"))
    assert (found.person_of.tolist(), found.guessed_of.tolist()) == ([-1] * 4, [1, -1, -1, -1])
    assert found.basis_of[0] == "guess"


def test_the_latest_word_on_the_same_person_gives_the_basis() -> None:
    joins = (
        AccountOf("alex", "whatsapp:name:Alex", "guess"),
        AccountOf("alex", "whatsapp:name:Alex", "recognised"),
    )
    assert of(CHAT, *NAMED, *joins).basis_of[0] == "recognised"
    assert of(CHAT, *NAMED, *joins[::-1]).basis_of[0] == "guess"


def test_one_account_for_two_people_counts_for_neither_and_is_said() -> None:
    given = (*JOINED, *KIM_AS, AccountOf("kim", "whatsapp:name:Alex", "guess"))
    found = of(CHAT, *given)
    assert (found.person_of[0], bool(found.contested[0]), found.basis_of[0]) == (-1, True, "")
    (said,) = [q for q in found.questions if q.code == "two people"]
    assert (said.decisions, said.rows) == ((4, 8), 1)
    assert found.way[0] == Way.UNKNOWN
    settled = of(CHAT, *given, Withdrawn(8))
    assert settled.person_of[0] == 1 and not settled.contested.any()


KIM_AS = (PersonNamed("kim", "Kim", "witness"), AccountOf("kim", "whatsapp:name:Kim", "own number"))


def test_a_withheld_number_is_nobody() -> None:
    found = of(
        [call("2024-03-03 10:00", WITHHELD)],
        *NAMED,
        AccountOf("alex", "phone:withheld", "recognised"),
    )
    assert (found.person_of.tolist(), found.guessed_of.tolist(), found.basis_of) == (
        [-1],
        [-1],
        ("",),
    )
    assert [q.code for q in found.questions] == ["withheld"]


def test_a_decision_about_nobody_named_and_one_about_no_record() -> None:
    found = of(
        CHAT,
        *NAMED,
        AccountOf("zed", "whatsapp:name:Alex", "seen"),
        AccountOf("alex", "phone:+447700900999", "own number"),
    )
    assert found.person_of.tolist() == [-1] * 4
    assert {q.code for q in found.questions} == {"no such person", "not in the records", "whose"}


def test_an_imitated_name_is_a_question() -> None:
    found = of([*CHAT, say("2024-03-03 10:04", Account("whatsapp", "name", "\u0391lex"))], *JOINED)
    assert found.person_of[4] == -1
    assert [q.accounts for q in found.questions if q.code == "looks alike"] == [
        ("whatsapp:name:Alex", "whatsapp:name:\u0391lex")
    ]


def test_an_address_book_proposes_and_does_not_join() -> None:
    blank = case(CHAT).event(0)
    card: Event = replace(
        blank,
        kind="contact_card",
        more={"name": "Alex", "numbers": ["07700 900123", "not a number"]},
    )
    names = Names.from_cards([card])
    assert dict(names.of_key) == {NUMBER: ("Alex",)}
    found = of([call("2024-03-03 10:00"), CHAT[0]], *NAMED, names=names)
    assert found.person_of.tolist() == [-1, -1]
    assert [q.proposed for q in found.questions if q.code == "whose"] == [("Alex",), (NUMBER,)]


def test_what_the_owner_sent_is_never_the_other_partys_act() -> None:
    rows = [
        call("2024-03-03 10:00", way=Way.SENT),
        call("2024-03-03 10:05", OWNER, way=Way.SENT),
        call("2024-03-03 11:00"),
    ]
    found = of(rows, *JOINED)
    assert found.person_of.tolist() == [-1, -1, 1]
    assert found.relationship_of.tolist() == [1, 1, -1]


def test_own_messages_belong_to_the_thread_even_when_the_other_never_wrote() -> None:
    found = of(
        [
            say("2024-03-03 10:00", SAM),
            say("2024-03-03 10:01", SAM, thread="+44 7700 900123"),
            say("2024-03-03 10:01", SAM, thread="Book club"),
        ],
        *JOINED,
    )
    assert found.relationship_of.tolist() == [1, 1, -1]


AIMS = {
    "a chat of two": ([say("2024-03-03 10:00"), say("2024-03-03 10:01", SAM)], TOWARDS_COMPLAINANT),
    "a chat in which only Alex wrote": ([say("2024-03-03 10:00")], TOWARDS_COMPLAINANT),
    "three people": (
        [say("2024-03-03 10:00"), say("2024-03-03 10:01", SAM), say("2024-03-03 10:01", KIM)],
        TOWARDS_GROUP,
    ),
    "two people and a note of members": (
        [
            say("2024-03-03 10:00"),
            say("2024-03-03 10:01", SAM),
            Row("2024-03-03 10:00", None, kind=Kind.GROUP_CHANGE),
        ],
        TOWARDS_GROUP,
    ),
    "two accounts of Alex, and Sam": (
        [
            say("2024-03-03 10:00"),
            say("2024-03-03 10:00", Account("whatsapp", "phone", "+447700900123")),
            say("2024-03-03 10:01", SAM),
        ],
        TOWARDS_COMPLAINANT,
    ),
    "Alex and Kim, in the chat Kim gave": (
        [say("2024-03-03 10:00", thread="Kim"), say("2024-03-03 10:01", KIM, thread="Kim")],
        2,
    ),
}


@pytest.mark.parametrize("aim", AIMS)
def test_towards_whom(aim: str) -> None:
    rows, wanted = AIMS[aim]
    assert of(rows, *JOINED, *KIM_AS).towards[0] == wanted


def test_before_sam_is_placed_a_chat_of_two_is_not_a_group() -> None:
    found = of(CHAT[:2], *NAMED, AccountOf("alex", "whatsapp:name:Alex", "named sender"))
    assert found.towards.tolist() == [TOWARDS_COMPLAINANT] * 2


def test_no_rows_at_all() -> None:
    found = of([], *JOINED)
    assert len(found.person_of) == 0 and found.basis_of == ()
    assert np.array_equal(found.way, np.zeros(0, np.uint8)) and ALEX_PHONE and ALEX
