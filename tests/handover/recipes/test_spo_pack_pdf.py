"""The three limbs: each with what is on record, what speaks against it and what is not recorded.

The expected lines were counted by hand from `story_files`: line 1, 3 and 4 are Sam's messages of
3 and 4 March, line 6 the text of 6 March, line 8 the photo of 8 March; line 2 is her reply.
"""

from __future__ import annotations

import pikepdf
import pytest

from rainbook import record
from rainbook.findings.law import load_law
from rainbook.handover.formats.spo_pack_pdf import FORMAT

NAME = FORMAT.name
AT = "2024-06-01T10:00:00Z"


def told(number: int, what: record.Decision, withdrawn: bool = False) -> record.Decided:
    return record.Decided(number, "Asha Khan", AT, "", what, withdrawn)


def law(name: str = "england_wales") -> tuple[dict[str, str], ...]:
    return tuple(one.cited() for one in load_law(name).orders)


def matrix() -> record.Matrix:
    def part(name: str, bears=(), weakens=(), gaps=()) -> record.ElementLine:
        return record.ElementLine({"id": name, "section": f"Act {name}"}, "", bears, weakens, gaps)

    line = record.Line
    return record.Matrix(
        "sam", "england_wales", "England and Wales", "2015", "", (), (),
        (
            part("s2A_2_b", (line("Tagged as contacting: 5 acts.", (0, 2)),),
                 (line("A weak link."),), (line("Not tagged: 3 acts."),)),
            part("s1_1", (), (line("She sent one reply.", (1,)),)),
            part("s1_3", (line("Another reason: a debt."),), (line("No other reason was given."),)),
            part("s4", (), (), (line("Fear of violence is not recorded for 4 acts."),)),
            part("s7_5", (line("Asha Khan is a person."),)),
        ),
        (),
    )


@pytest.fixture
def made(kit):
    said = [
        *kit.decisions(),
        told(20, record.Impact(person="sam", fear_of_violence="yes", words="I slept at mum's")),
        told(21, record.Impact(person="sam", alarm="no", start="2024-03-05")),
        told(22, record.KnewOf("", "my new number")),
        told(23, record.History("sam", "violence", words="he hit me")),
        told(24, record.Warned("sam", "2024-03-08T09:00:00+00:00", "PC Jones")),
        told(25, record.PoliceContact(at="2024-03-06", how="phone", who="PC Jones 12",
                                      reference="CR/1", promised="to call", person="sam")),
        told(26, record.Impact(person="sam", alarm="yes", words="TAKEN BACK"), withdrawn=True),
        told(27, record.Changed("sleep", "a lamp on all night")),
        told(28, record.Impact(person="mum", alarm="yes", words="ABOUT MUM")),
        told(29, record.KeepBack("address", "14 Canal Street")),
    ]
    story = kit.build(kit.files(), said, matrices=(matrix(),))
    threat = record.SingleThreat(story.case.table.id_of(7), "grievous bodily harm")
    return kit.build(kit.files(), [*said, told(30, threat)], matrices=(matrix(),))


def test_each_limb(made, give, text) -> None:
    said = text(give(made, NAME, order_law=law()) / NAME)
    head, rest = said.split("(a) Acts associated with stalking Has")
    acts, rest = rest.split("(b) A risk associated with stalking Does")
    risk, need = rest.split("(c) An order is necessary to protect Is")
    assert "Only the police can apply for this order." in head
    assert "Stalking Protection Act 2019 ss.1-9" in head
    assert "As read in 2023-02; in force since 2020-01-20" in head
    for part, words in (
        (acts, ("On record Tagged as contacting: 5 acts. lines 1, 3",
                "Against it A weak link.", "Not recorded Not tagged: 3 acts.")),
        (risk, ("Fear of violence: yes. “I slept at mum's” log number 20",
                "Before the first act: violence: “he hit me” log number 23",
                "Against it Alarm: no (Tue 5 Mar 2024). log number 21",
                "Against it She sent one reply. line 2",
                "Against it Another reason: a debt.",
                "Not recorded Fear of violence is not recorded for 4 acts.",
                "I know where you work")),
        (need, ("“a lamp on all night”", "=I want it all to stop. log number 1")),
    ):
        for one in words:
            assert one in part, one


def test_what_came_after_each_measure(made, give, text) -> None:
    """Told on 3 March at 14:06: lines 3 (14:30), 4 (4 March or 3 April), 6 (6 March) and 8
    (8 March) are surely after it; of the message without a time it cannot be told.
    """
    said = text(give(made, NAME, order_law=law()) / NAME)
    need = said.split("(c) An order is necessary to protect Is")[1]
    went_on = said.split("(b) A risk")[1].split("(c) An order")[0]
    assert (
        "Contact went on: told to stop, Sun 3 Mar 2024, 14:06 +00:00; 4 contacts after it "
        "(lines 3–4, 6, 8), the last Fri 8 Mar 2024, 08:00:00 +00:00; of 1 more it cannot be told"
    ) in went_on
    assert "Warned by PC Jones" in need
    assert "Against it Warned by PC Jones: no contact is on record after it." not in need
    assert "“to call”" in need
    assert "CR/1" in need


def test_what_was_taken_back_and_what_is_about_others_is_not_in_it(made, give, text) -> None:
    said = text(give(made, NAME, order_law=law()) / NAME)
    for word in ("TAKEN BACK", "ABOUT MUM", "Canal", "nothing about mum", "Asha Khan is a person"):
        assert word not in said, word


def test_no_verdict_and_no_score(made, give, text) -> None:
    said = text(give(made, NAME, order_law=law()) / NAME).casefold()
    for word in ("is stalking", "high risk", "low risk", "admissible", "limb is made"):
        assert word not in said
    assert "does not say that a limb is met" in said
    assert "there is no score" in said


def test_nothing_under_any_limb(kit, give, text) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec()])])
    said = text(give(made, NAME) / NAME)
    for words in (
        "The law file was not given to this document",
        "Not recorded: nothing is on record for it.",
        "Not recorded: nothing is on record that was tried before.",
        "Not recorded: what the complainant asks for. Only the complainant can say it.",
        "Fear, alarm and distress are not recorded.",
        "No message is picked as a threat. That does not mean there is none.",
        "An order or notice is not recorded.",
        "Nothing is recorded against it.",
        "Not recorded The elements of the law were not laid beside the records",
    ):
        assert words in said, words


@pytest.mark.parametrize(
    ("name", "says", "order"),
    [
        ("scotland", "There is no such application in Scotland.", "Non-harassment order"),
        ("northern_ireland", "for which the Chief Constable applies", "Stalking protection order"),
    ],
)
def test_where_it_does_not_fit_it_says_so(name, says, order, kit, give, text) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec()])], settings={"session_gap_minutes": "60",
                                                                "law": name})
    said = text(give(made, NAME, order_law=law(name)) / NAME)
    assert "This pack does not fit" in said
    assert says in said
    assert order in said
    assert "(a) Acts associated" not in said


def test_the_pdf_is_tagged_and_declared(made, give) -> None:
    folder = give(made, NAME, order_law=law())
    with pikepdf.open(folder / NAME) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        meta = bytes(pdf.Root.Metadata.read_bytes())
        assert b"<pdfaid:part>3</pdfaid:part>" in meta
        assert b"<pdfuaid:part>1</pdfuaid:part>" in meta
        assert "/Author" not in pdf.docinfo
        # a viewer shows the title in its list of recent files: it gives nothing away
        assert str(pdf.docinfo["/Title"]) == "The three limbs: what is on record for each"


def test_hostile_words_run_nothing(kit, give, text) -> None:
    bad = "\u202eevil #panic(1) <label> *bold* $x$"
    said = [told(20, record.Asks("sam", bad)), told(21, record.Warned("sam", "soon", bad))]
    made = kit.build([kit.File("a.txt", [kit.Rec()])], said)
    shown = text(give(made, NAME) / NAME)
    assert shown.count("⟦U+202E⟧evil #panic(1) <label> *bold* $x$") >= 2
    assert "when is not recorded" in shown
