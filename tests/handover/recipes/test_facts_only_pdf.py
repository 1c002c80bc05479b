"""Counted facts and nothing else. Counted by hand from `story_files`: Sam's counted contacts are
lines 1, 3, 4 (a day in doubt), 6, 8 and the one without a time: six; the guess, the reply and the
line set aside are in no figure.
"""

from __future__ import annotations

import pikepdf
import pytest

from rainbook import record
from rainbook.handover.formats.facts_only_pdf import FORMAT
from rainbook.handover.said.facts_only import WITHHELD

NAME = FORMAT.name
AT = "2024-06-01T10:00:00Z"


def told(number: int, what: record.Decision, withdrawn: bool = False) -> record.Decided:
    return record.Decided(number, "Asha Khan", AT, "", what, withdrawn)


def contact(reference: str, **more: str) -> record.PoliceContact:
    return record.PoliceContact(
        at="2024-03-09", who="PC Jones", said="HERON", promised="HERON", reference=reference, **more
    )


@pytest.fixture
def made(kit):
    served = record.OrderServed
    return kit.build(
        kit.files(),
        [
            *kit.decisions(),
            told(20, contact("CR/4411/24", person="sam")),
            told(21, contact("ask for PC Jones", person="sam")),
            told(22, contact("MUM/1", person="mum")),
            told(23, record.ToldTo("police", "2024-03-10", "ZEBRA", reference="CAD 77")),
            told(24, record.ToldTo("my doctor", "2024-03-10", "ZEBRA", reference="NHS 123")),
            told(25, served("sam", "Ended order", "2023-01-01", "2023-01-01", "2024-01-01",
                            ("CLAUSE",))),
            told(26, served("sam", "Order without an end", "2024-03-08", "2024-03-09")),
            told(27, record.Impact(person="sam", alarm="yes", words="FELT")),
            told(28, record.Warned("sam", "2024-03-08", "PC Jones")),
            told(29, contact("BACK/1", person="sam"), withdrawn=True),
        ],
    )


def test_the_facts(made, give, text) -> None:
    said = text(give(made, NAME) / NAME)
    for words in (
        "Contacts from Sam Marsh to Asha Khan.",
        "6 contacts on record, from Sun 3 Mar 2024 to Fri 8 Mar 2024. "
        "1 contact without a time that can be read.",
        "WhatsApp 5 Sun 3 Mar 2024 Fri 8 Mar 2024",
        "Text message 1 Wed 6 Mar 2024 Wed 6 Mar 2024",
        "Asked to stop on Sun 3 Mar 2024; 4 contacts surely after that; of 1 more it cannot be "
        "told.",
        "Orders recorded as in force on Sun 2 Jun 2024",
        "Non-molestation order Thu 7 Mar 2024 not recorded Fri 7 Mar 2025",
        "Order without an end Fri 8 Mar 2024 Sat 9 Mar 2024 no end recorded",
        "CR/4411/24, recorded with a contact with the police of Sat 9 Mar 2024",
        "CAD 77, recorded with a contact with the police of Sun 10 Mar 2024",
        WITHHELD,
        "9 lines are in the thread",
        "This is not a letter and is in nobody’s name.",
    ):
        assert words in said, words


def test_what_must_not_be_in_it(made, give, text) -> None:
    said = text(give(made, NAME) / NAME)
    for word in (
        "Where are you", "Please stop", "I know where", "PC Jones", "HERON", "ZEBRA",
        "FELT", "CLAUSE", "No contact.", "NHS", "MUM/1", "BACK/1", "Nadia", "Ended order",
        "+44", "7700", "AB/1", "want it all", "warned", "blocked", "fear", "stalk",
    ):
        assert word.casefold() not in said.casefold(), word


def test_it_is_two_pages_at_most_however_much_there_is(kit, give, text) -> None:
    many = [told(100 + n, contact(f"CR/{n}/24", person="sam")) for n in range(300)]
    many += [told(500 + n, record.OrderServed("sam", "Order " + "long " * 60, "2024-03-08",
                                              "2024-03-09")) for n in range(60)]
    many += [told(600 + n, record.ToldToStop("sam", at=f"2024-03-{n + 1:02}"))
             for n in range(28)]
    recs = [kit.Rec(words="x", platform=f"service{n}") for n in range(30)]
    files = [kit.File(f"{n}.txt", [r], f"service{n}") for n, r in enumerate(recs)]
    made = kit.build(files, many)
    folder = give(made, NAME)
    with pikepdf.open(folder / NAME) as pdf:
        assert len(pdf.pages) <= 2
    said = text(folder / NAME)
    assert "and 292 more, see the records" in said
    assert "20 other services 20" in said


def test_nothing_is_recorded(kit, give, text) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec("", "x")])])
    said = text(give(made, NAME) / NAME)
    assert "1 contact; none has a time that can be read." in said
    assert said.count("Not recorded.") == 2
    assert "None is recorded. That does not mean that there is none." in said


def test_no_contact_is_counted(kit, give, text) -> None:
    rec = kit.Rec(counted=False, why_not="set aside")
    said = text(give(kit.build([kit.File("a.txt", [rec])]), NAME) / NAME)
    assert "No contact is counted." in said


def test_a_diary_is_named_so_that_a_stranger_understands(kit, give, text) -> None:
    rec = kit.Rec(kind=record.Kind.DIARY, way=record.Way.OBSERVED, thread=None,
                  platform="diary")
    made = kit.build([kit.File("diary.csv", [rec], "diary")])
    assert "Noted by hand (diary) 1" in text(give(made, NAME) / NAME)


def test_the_pdf_is_tagged_declared_and_the_same_twice(made, give) -> None:
    one, two = give(made, NAME, to="one") / NAME, give(made, NAME, to="two") / NAME
    assert one.read_bytes() == two.read_bytes()
    with pikepdf.open(one) as pdf:
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("en-GB", True)
        meta = bytes(pdf.Root.Metadata.read_bytes())
    assert b"<pdfaid:part>3</pdfaid:part>" in meta
    assert b"<pdfuaid:part>1</pdfuaid:part>" in meta
