"""Fixated: what takes a line away, and the edges of names, files and days.

The one thing a reader would get wrong: taking away one cited thing, an act, a refusal, the
decision that says whose a number is, must take its line away, not only change a figure.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from rainbook.events.accounts import account_key
from rainbook.record import (
    Account,
    AccountOf,
    ActSort,
    AimedAt,
    Blocked,
    CameAfter,
    Decision,
    DidBack,
    Event,
    Kind,
    KnewOf,
    NotRelevant,
    PurposeOf,
    ThemeOf,
    ToldToStop,
    Warned,
    Withdrawn,
)
from tests.signs.build import ALEX_PHONE, JOINED, SAM, File, Row, call, case, id_of_row, say
from tests.signs.fixated_given import (
    BLOCK,
    DIARY_IS,
    LOVE,
    NEW,
    NEW_IS,
    NUMBER,
    diary,
    text,
)
from tests.signs.test_fixated import CHAT, DECIDED, lines_of, look
from tests.signs.told import MAR3, MAR4, MAR9, MAR10

# ---- what must change it -----------------------------------------------------------------------

RICH = [say(MAR3), say(MAR4), text(MAR9, words=LOVE), text(MAR10, words=LOVE)]
TOLD: list[Decision] = [
    *DECIDED,
    *(ThemeOf(id_of_row(RICH, n), "the past") for n in (2, 3)),
    KnewOf(id_of_row(RICH, 3), "my new number"),
]
ALEX_NEW = 7  # the number of the decision that says whose the new number is
RESTS_ON_BLOCK = ("an account that stands", "one theme", "in their letters")


def _supports(*more: Decision) -> list[str]:
    return [line.text for line in look(case(RICH, [*TOLD, *more])).supports]


def test_the_rich_case_has_four_lines() -> None:
    assert len(_supports()) == 4
    assert all(any(piece in line for line in _supports()) for piece in RESTS_ON_BLOCK)


def test_a_refusal_taken_back_takes_three_lines_away() -> None:
    left = _supports(Withdrawn(6))
    assert len(left) == 1 and "my new number" in left[0]


def test_a_number_taken_back_takes_all_lines_away() -> None:
    assert _supports(Withdrawn(ALEX_NEW)) == []


@pytest.mark.parametrize("number", [8, 9])
def test_a_theme_taken_back_takes_its_line_away(number: int) -> None:
    left = _supports(Withdrawn(number))
    assert len(left) == 3 and not any("one theme" in line for line in left)


def test_every_cited_act_set_aside_takes_its_lines_away() -> None:
    whole = look(case(RICH, TOLD))
    for row in (2, 3):
        gone = [line.text for line in whole.supports if row in line.rows]
        assert gone
        left = _supports(NotRelevant(id_of_row(RICH, row)))
        assert not set(gone) & set(left)


def test_every_line_cites_the_refusal_and_the_decisions_it_rests_on() -> None:
    account, theme, alike, knew = look(case(RICH, TOLD)).supports
    assert (account.rows, account.decisions) == ((2, 3, 0), (6, ALEX_NEW))
    assert (theme.rows, theme.decisions) == ((2, 3), (6, 8, 9))
    assert (alike.rows, alike.decisions) == ((2, 3), (6,))
    assert (knew.rows, knew.decisions) == ((3,), (10,))


# ---- edges -------------------------------------------------------------------------------------


def test_an_account_given_to_two_people_is_nobodys() -> None:
    more = (BLOCK, NEW_IS, AccountOf("sam", NEW_IS.account, "own number"))
    assert look(case(CHAT, [*JOINED, *more])).outcome != "shown"


@pytest.mark.parametrize(
    ("day", "outcome"), [("", "shown"), ("2024-03-05", "shown"), (MAR4, "not shown")]
)
def test_a_letter_that_sam_says_came_after(day: str, outcome: str) -> None:
    """Without a day, or on the day of the block, her word decides; of 4 March its own day does."""
    rows = [diary(MAR3), diary(day), say(MAR10, SAM)]
    more = (BLOCK, DIARY_IS, *_sorted(rows, "came to my home", "letter"))
    found = look(case(rows, [*JOINED, *more, CameAfter(id_of_row(rows, 1), 6)]))
    assert found.outcome == outcome
    assert ("by the word of Sam, not by their own time: 1." in lines_of(found)) == (day != MAR4)
    alone = look(case(rows, [*JOINED, *more]))
    assert alone.outcome == ("not shown" if day == MAR4 else "cannot tell")


def _sorted(rows: list[Row], *sorts: str) -> list[Decision]:
    return [ActSort(id_of_row(rows, n), sort) for n, sort in enumerate(sorts)]


def test_a_name_the_other_person_chose_cannot_turn_a_line_round() -> None:
    raw = "\u202eknalb\u2066\n" + "x" * 500
    account = Account("whatsapp", "handle", raw)
    rows = [say(MAR3), say(MAR9, account, thread="h")]
    key = f"whatsapp:handle:{raw}"
    found = look(case(rows, [*JOINED, BLOCK, AccountOf("alex", key, "recognised")]))
    said = lines_of(found)
    assert "\u202e" not in said and "\u2066" not in said and "x" * 61 not in said


def test_places_stand_beside_a_fact_and_are_not_named() -> None:
    rows = [diary(MAR3), diary(MAR9), text(MAR10), say(MAR4)]
    file = case(rows, [*JOINED, BLOCK, NEW_IS, DIARY_IS])

    def placed(row: int) -> Event:
        return replace(file.event(row), more={"place": ["Mill Lane", "the Dock", "", ""][row]})

    found = look(replace(file, event=placed))
    line = next(s for s in found.supports if "Acts are recorded at 2 places." in s.text)
    assert line.rows == (0, 1)
    assert "Mill Lane" not in lines_of(found)


def test_a_number_in_two_ways_of_writing_is_one_account() -> None:
    """Both services and the number were in use before the block, whatever the spelling."""
    again = call(MAR10, Account("phone", "phone", "07700 900456"), thread="07700900456")
    rows = [call(MAR3), say(MAR4, NEW, thread=NUMBER), text(MAR9), again]
    found = look(case(rows, [*JOINED, BLOCK, NEW_IS]))
    assert (found.outcome, found.supports) == ("not shown", ())


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("email", "Alex@Example.org", "alex@example.org"),
        ("phone", "+44 7700 900456", "07700900456"),
        ("phone", "60123", "60123"),
        ("handle", "Alex_1", "alex_1"),
    ],
)
def test_another_spelling_is_not_another_account(kind: str, old: str, new: str) -> None:
    one, two = Account("svc", kind, old), Account("svc", kind, new)
    said = [AccountOf("alex", account_key(a), "own number") for a in (one, two)]
    found = look(case([say(MAR3, one), say(MAR9, two)], [*JOINED, BLOCK, *said]))
    assert (found.outcome, found.supports) == ("not shown", ())


def test_a_name_and_a_name_its_bearer_chose_are_one_only_in_doubt() -> None:
    """“~ Alex” is what a telephone shows of somebody who is not, or no longer, in its book."""
    chosen = Account("whatsapp", "name", "~ Alex")
    is_alex = AccountOf("alex", account_key(chosen), "recognised")
    files = [File([say(MAR3), say(MAR4, SAM)]), File([say(MAR9, chosen, thread="x")], "b")]
    stop = ToldToStop("alex", id_of_row(files[0].rows, 1))
    assert look(case(files, [*JOINED, is_alex, stop])).outcome == "cannot tell"


@pytest.mark.parametrize(
    ("account", "outcome"), [("", "cannot tell"), ("whatsapp:name:Alex", "shown")]
)
def test_a_block_settles_only_the_service_it_was_on(account: str, outcome: str) -> None:
    """Alex is known by telephone and by name on WhatsApp: which of the two was blocked decides."""
    files = [File([call(MAR3), say(MAR4)]), File([text(MAR9)], "b")]
    block = Blocked("alex", "2024-03-05", account)
    assert look(case(files, [*JOINED, NEW_IS, block])).outcome == outcome


def test_own_invitation_and_purpose_of_a_cited_act_stand_against() -> None:
    event = id_of_row(CHAT, 2)
    more = (DidBack(event, "invited"), PurposeOf("alex", "debt", event))
    said = lines_of(look(case(CHAT, [*DECIDED, *more])))
    assert "Of 1 act cited it is recorded that Sam started the contact, invited it" in said
    assert "A purpose is recorded for 1 act cited: debt." in said


def test_many_texts_that_came_again_are_told_shortly() -> None:
    """By hand: 5 texts, each on 9 and on 10 March: 3 lines, and one line for the other 2."""
    words = [hashlib.sha256(bytes([n])).hexdigest() for n in range(5)]
    rows = [say(at, words=w) for at in (MAR9, MAR10) for w in words]
    found = look(case([say(MAR3), *rows], [*JOINED, BLOCK]))
    assert len(found.supports) == 4
    assert found.supports[3].text == "2 more texts came again on two days or more after that."
    assert found.figures["texts_again"] == [{"texts": 2, "days": 2}] * 5


@pytest.mark.parametrize("purpose", ["none", "do not know", "child"])
def test_acts_towards_others_for_a_purpose_are_not_counted(purpose: str) -> None:
    rows = [say(MAR3), say(MAR4)]
    ids = [id_of_row(rows, n) for n in (0, 1)]
    said = [AimedAt(e, "somebody else", "yes") for e in ids]
    found = look(case(rows, [*JOINED, *said, *(PurposeOf("alex", purpose, e) for e in ids)]))
    assert found.outcome == ("cannot tell" if purpose == "child" else "shown")


@pytest.mark.parametrize(("purpose", "outcome"), [("none", "shown"), ("child", "cannot tell")])
def test_a_known_number_on_another_service_for_a_purpose(purpose: str, outcome: str) -> None:
    known = Account("whatsapp", "phone", "+44 7700 900123")
    rows = [call(MAR3), say(MAR4, SAM, thread="Kim"), say(MAR9, known, thread="k")]
    found = look(case(rows, [*JOINED, BLOCK, PurposeOf("alex", purpose)]))
    assert found.outcome == outcome


def test_a_new_account_is_new_whatever_its_purpose() -> None:
    found = look(case(CHAT, [*DECIDED, PurposeOf("alex", "child")]))
    assert found.outcome == "shown"
    assert "It may be another reason" in lines_of(found)


def test_a_card_in_the_address_book_is_no_use_of_the_account() -> None:
    card = text("", kind=Kind.CONTACT_CARD)
    used = look(case([*CHAT, card], DECIDED)).figures["first_used_after_a_refusal"]
    assert [f["what"] for f in used] == ["account"]


def test_a_first_call_where_only_the_texts_go_back_cannot_tell() -> None:
    """Texts and calls stand in different exports: the call list here begins on 9 March."""
    number = Account("phone", "phone", NUMBER)
    rows = [say(MAR3, ALEX_PHONE, thread="+447700900123"), call(MAR9, number, thread=NUMBER)]
    found = look(case(rows, [*JOINED, BLOCK, NEW_IS]))
    assert found.outcome == "cannot tell"
    assert "the records of this service begin on 9 March 2024" in lines_of(found)


def test_people_around_who_were_contacted_for_another_reason_are_not_counted() -> None:
    rows = [diary(MAR3), diary(MAR4)]
    around = "contacted people around me"
    no = [AimedAt(id_of_row(rows, n), "somebody else", "no") for n in (0, 1)]
    more = (DIARY_IS, *_sorted(rows, around, around))
    assert look(case(rows, [*JOINED, *more])).outcome == "shown"
    assert look(case(rows, [*JOINED, *more, *no])).outcome == "cannot tell"


def test_a_decision_taken_back_and_made_again_is_cited_as_made_again() -> None:
    found = look(case(CHAT, [*DECIDED, Withdrawn(ALEX_NEW), NEW_IS]))
    assert found.supports[0].decisions == (6, 9)


def test_of_two_refusals_the_earlier_leads_the_sentence() -> None:
    """By hand: a new number after the warning, a new name after the block four days later."""
    lee = Account("whatsapp", "name", "Lee")
    more = (
        NEW_IS,
        AccountOf("alex", "whatsapp:name:Lee", "recognised"),
        Warned("alex", "2024-03-05", "the police"),
        Blocked("alex", "2024-03-09"),
    )
    found = look(case([say(MAR3), text(MAR9), say(MAR10, lee, thread="Lee")], [*JOINED, *more]))
    assert found.sentence == (
        "Alex was warned by the police on 5 March 2024; after that Alex used 2 accounts that stand "
        "in no earlier record (2 acts, between 9 March and 10 March 2024)."
    )
    assert [line.decisions for line in found.supports] == [(8, 6), (9, 7)]
