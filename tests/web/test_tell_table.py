"""The table of questions: every answer of the record is in it, with its label, under its key.

The one thing a reader would get wrong: the record's lists are the ones that count. A word added
there and forgotten here would be a thing nobody can say.
"""

from __future__ import annotations

from dataclasses import fields

from rainbook.cli import told_entry, told_person
from rainbook.record import DECISIONS, DO_NOT_KNOW, told, told_care, told_orders
from rainbook.web.tell.about_entry import ABOUT_AN_ENTRY
from rainbook.web.tell.about_person import ABOUT_A_PERSON
from rainbook.web.tell.kinds import MESSAGES, label_key
from rainbook.web.words import Words

ALL = (*ABOUT_A_PERSON, *ABOUT_AN_ENTRY)


def test_every_word_of_every_list_has_its_label() -> None:
    words = Words("en")
    missing = [
        label_key(spec.labels, word) for q in ALL for spec in q.fields for word in spec.of
        if not words.has(label_key(spec.labels, word))
    ]
    assert missing == []
    for q in ALL:
        for spec in q.fields:
            if spec.groups:
                grouped = [w for _, ws in spec.groups for w in ws]
                assert sorted(grouped) == sorted(spec.of), "the groups hold every word once"


def test_every_answer_of_the_record_can_be_given() -> None:
    """A word of a closed list is offered, is "I do not know", or is what stands where nothing is
    said."""
    left = {}
    for q in ALL:
        offered = {spec.name: {*spec.of} for spec in q.fields}
        for part in fields(q.makes):
            wanted = set(part.metadata.get("one_of", ()))
            if wanted and part.name in offered:
                rest = wanted - offered[part.name] - {DO_NOT_KNOW, "not said", ""}
                left.update({f"{q.place}.{part.name}": rest} if rest else {})
    # to what an order allows "no other purpose" says nothing; a person is picked by name
    assert left == {"paper-lets.purpose": {"none"}}


def test_every_kind_of_answer_has_its_question() -> None:
    modules = (told.__name__, told_orders.__name__, told_care.__name__)
    wanted = {kind for kind in DECISIONS.values() if kind.__module__ in modules}
    assert len(wanted) == 31
    elsewhere = {told_care.KeepBack, told_care.ProducedBy,
                 told_orders.NotAsked, told_orders.Answered}  # the last two by passing over and no
    assert wanted - {q.makes for q in ALL} - elsewhere == set()


def test_the_parts_are_those_of_the_command_line() -> None:
    assert {q.part for q in ABOUT_A_PERSON} - {"felt"} == set(told_person.PARTS) - {"keep-back"}
    assert {q.part for q in ABOUT_AN_ENTRY} - {"connects"} == set(told_entry.PARTS)
    assert sum(spec.widget == MESSAGES for q in ALL for spec in q.fields) == 1
