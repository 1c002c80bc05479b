"""Whether another reason was asked for, and the questions for what two people are to each other."""

from __future__ import annotations

import pytest

from rainbook.findings.guards.notes import explanations_of, notes_of
from rainbook.record import (
    BONDS,
    Decision,
    Explained,
    NotAsked,
    PurposeOf,
    Relationship,
    Withdrawn,
)
from tests.signs.build import JOINED, case, id_of_row, say

ROW = [say("2024-03-03 10:00:00")]
LEAD = "Is there another reason for what Alex did? "

ASKED: tuple[tuple[str, list[Decision], str], ...] = (
    ("nothing said", [], "Not asked yet."),
    ("passed over", [NotAsked("explained", "alex")], "Not asked yet."),
    ("asked, and not said", [Explained("alex", "not said")], "Asked, and not answered."),
    ("no", [Explained("alex", "no")], "Asked: no."),
    (
        "yes, with words",
        [Explained("alex", "yes", "he\nsays the keys")],
        'Asked: yes: "he / says the keys".',
    ),
    ("do not know", [Explained("alex", "do not know")], "Asked: not known."),
    ("of somebody else", [Explained("kim", "no")], "Not asked yet."),
    ("the last word holds", [Explained("alex", "no"), Explained("alex", "yes")], "Asked: yes."),
    ("taken back", [Explained("alex", "no"), Withdrawn(6)], "Not asked yet."),
    (
        "a purpose of all of it",
        [PurposeOf("alex", "child")],
        "Asked: yes: a purpose is recorded (child (of all of it)).",
    ),
    (
        "a purpose of one act",
        [PurposeOf("alex", "debt", id_of_row(ROW, 0))],
        "Asked: yes: a purpose is recorded (debt (of 1 act)).",
    ),
    ("no purpose", [PurposeOf("alex", "none")], "Asked: no: no purpose that they would give."),
    ("a purpose not known", [PurposeOf("alex", "do not know")], "Asked: not known."),
    (
        "no, and yet a purpose",
        [Explained("alex", "no"), PurposeOf("alex", "work")],
        "Asked: no. A purpose is recorded: work (of all of it).",
    ),
)


@pytest.mark.parametrize(("given", "decisions", "answer"), ASKED, ids=[a[0] for a in ASKED])
def test_whether_another_reason_was_asked_for(
    given: str, decisions: list[Decision], answer: str
) -> None:
    file = case(ROW, [*JOINED, *decisions])
    assert LEAD + answer in [note.text for note in notes_of(file)]
    alex = next(p for p in file.people if p.key == "alex")
    assert explanations_of(file, alex)[-1].text == LEAD + answer


def prompts(*decisions: Decision) -> list[str]:
    file = case(ROW, [*JOINED, *decisions])
    return [
        one.text for one in explanations_of(file, next(p for p in file.people if p.key == "alex"))
    ]


@pytest.mark.parametrize(
    ("bond", "first", "then"),
    [
        ("other parent", "Is there an arrangement for the children", "about a child you share"),
        ("work", "Is there work that asks for this contact", "needed for work"),
        ("institution", "Was it sent by a system", "Was money owed"),
        ("neighbour", "Was it about living side by side", "Was it a complaint"),
        ("stranger", "Could it have been meant for somebody else", "gathering news"),
    ],
)
def test_the_first_questions_are_those_of_the_relationship(
    bond: str, first: str, then: str
) -> None:
    said = prompts(Relationship("alex", bond))
    assert said[0] == f"What are you and Alex to each other? Recorded: {bond}."
    assert said[1].startswith(first)
    assert then in said[2]


@pytest.mark.parametrize("bond", ["", *BONDS])
def test_every_question_is_printed_and_ends_in_a_question_or_its_answer(bond: str) -> None:
    said = prompts(*([Relationship("alex", bond)] if bond else []))
    assert all("?" in line for line in said)
    # one line for the relationship, one for each of the seven purposes, one for all of it
    assert sum("Not answered." in line for line in said) == 7
    assert len(said) in (9, 10)


def test_without_a_relationship_every_question_is_asked() -> None:
    assert prompts()[0].endswith("Not recorded, so every question below is asked.")


def test_an_answer_stands_beside_its_question() -> None:
    said = prompts(
        Relationship("alex", "other parent"),
        PurposeOf("alex", "child", id_of_row(ROW, 0), "school run"),
        NotAsked("debt", "alex"),
    )
    assert said[2].endswith('Answered: yes, of 1 act: "school run".')
    assert said[3].endswith("Passed over for now.")
    assert said[4].endswith("Not answered.")


def test_no_purpose_at_all_answers_every_question() -> None:
    said = prompts(PurposeOf("alex", "none"))
    assert sum("Answered: no purpose that they would give." in line for line in said) == 7
