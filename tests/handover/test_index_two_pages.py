"""The index is two pages at most, whatever a case holds.

The one thing a reader would get wrong: these cases are far worse than any real one; the point is
that nothing anybody writes can make the first thing a detective opens longer.
"""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest

from rainbook import record
from rainbook.handover.bundle import gather
from rainbook.handover.formats.findings_pdf import findings_pdf
from rainbook.handover.formats.index_pdf import index_pdf
from rainbook.handover.gate.gate import Gate
from rainbook.handover.paper.room import Room
from rainbook.handover.selection import select


def endless_facts(long: str) -> list[record.Decided]:
    """Two hundred facts about him, forty of each kind."""
    at = "2024-06-01T10:00:00Z"
    what = [
        record.Asks("sam", long),
        record.ToldToStop("sam", how=long),
        record.Blocked("sam", long, long),
        record.Warned("sam", long, long),
        record.OrderServed("sam", long, long, long, long, (long,) * 50),
    ]
    return [record.Decided(n, long, at, long, what[n % 5]) for n in range(200)]


def endless_law(long: str) -> dict[str, object]:
    """Fifty messages to read first, fifty dates, fifty elements, a thousand acts under orders."""
    line = record.Line(long, tuple(range(40)), tuple(range(200)))
    card = record.DateCard(long, "2024-09-08", tuple(range(0, 40, 2)), long)
    law = dict.fromkeys(("id", "section", "title", "words", "source", "as_of"), long)
    element = record.ElementLine(law, long, (line,) * 9, (line,) * 9, (line,) * 9)
    matrix = record.Matrix(
        "sam", long, long, long, long, (line,) * 50, (card,) * 50, (element,) * 50, (line,) * 50
    )
    clauses = tuple(
        record.ClauseCheck(
            "sam", 4 + 5 * (n % 5), long, long, long, n % 40, "possible breach", line
        )
        for n in range(1000)
    )
    return {"matrices": (matrix,), "clauses": clauses}


def monstrous(kit, long: str):
    """Forty accounts on forty services, two hundred facts, thirty findings, all of it long."""
    files = [
        kit.File(
            f"{n}.txt",
            [
                kit.Rec(
                    who=f"{n} {long}",
                    platform=f"service {n} {long}",
                    thread="t",
                    counted=n % 2 > 0,
                    why_not=f"{n} {long}",
                ),
            ],
            problems=[record.Problem("x", long, None, None, None, long)],
        )
        for n in range(40)
    ]
    decisions = endless_facts(long)
    line = record.Line(long, tuple(range(40)))
    findings = [
        record.Finding(long, "sam", "cannot tell", long, (line,) * 9, (line,) * 9, (line,) * 9)
    ] * 30
    made = kit.build(files, decisions, findings, **endless_law(long))
    people = tuple(replace(p, name=f"{p.name} {long}") for p in made.case.people)
    case = replace(
        made.case,
        people=people,
        person_of=made.case.person_of * 0 + 1,
        basis_of=("guess",) * 40,
        incidents=tuple(record.Incident("sam", long, (0,), 0, 0, "") for _ in range(3)),
    )
    return replace(made, case=case)


@pytest.mark.parametrize(
    "long",
    [
        "word " * 400,
        "W" * 2000,
        "\n" * 500 + "x",
        "\u202e\u200b" * 120,
        "漢" * 250,
        "ﷺ" * 300,
        "x\n" * 900,
    ],
    ids=["many words", "one word", "line ends", "hidden", "no font", "widest letter", "lines"],
)
def test_two_pages_whatever_comes(long: str, kit, to_sam, tmp_path) -> None:
    made = monstrous(kit, long)
    chosen, gate = select(made.case, to_sam), Gate(made.case)
    given = gather(made.case, to_sam, chosen, made.read, tmp_path, gate, None)
    (tmp_path / "analysis").mkdir()
    index_pdf(given, tmp_path, None)
    findings_pdf(given, tmp_path, None)
    with pikepdf.open(tmp_path / "index.pdf") as pdf:
        assert len(pdf.pages) <= 2
    with pikepdf.open(tmp_path / "analysis/findings.pdf") as pdf:
        assert len(pdf.pages) <= 120  # the story's are five


def test_a_cut_list_says_how_many_and_where() -> None:
    assert Room(1, 1, 2, 1, 1, 1, 10).some(["a", "b", "c", "d"], 2, "facts.csv") == [
        "a",
        "b",
        "and 2 more, see facts.csv",
    ]


def test_a_cut_text_says_so() -> None:
    assert Room(1, 1, 1, 1, 1, 1, 10).text("0123456789 and more") == "0123456789… (cut)"
