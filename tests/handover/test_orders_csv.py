"""Orders, clause by clause. The one thing a reader would get wrong: a clause with no act held
against it has a row of its own.
"""

from __future__ import annotations

import pytest

from rainbook import record
from rainbook.handover.bundle import gather
from rainbook.handover.gate.gate import Gate
from rainbook.handover.paper.csv_file import ADDED
from rainbook.handover.said.orders import orders_of
from rainbook.handover.selection import select

ROWS = [  # log number, clause, words, answer, line, when, log numbers
    ("4", "1", "No contact.", "possible breach", "8", "Fri 8 Mar 2024, 08:00:00 +00:00", "4 7"),
    (
        "4",
        "1",
        "No contact.",
        "before it was served",
        "6",
        "Wed 6 Mar 2024, 08:00:00 +00:00",
        "4 7",
    ),
    ("4", "1", "No contact.", "cannot tell", "9", "time not readable", "4 7"),
    ("4", "2", "=Not to go to Mill Road.", "no act is held against it", "", "", ""),
]


def test_orders(lawful) -> None:
    found = [
        (
            r["log_number"],
            r["clause"],
            r["words"].removeprefix("'") if "words" in r[ADDED] else r["words"],
            r["answer"],
            r["line"],
            r["when"],
            r["log_numbers"],
        )
        for r in lawful.table("analysis/orders.csv")
    ]
    assert found == ROWS


def test_a_clause_of_plain_words_is_there_without_a_check(handed) -> None:
    found = [(r["clause"], r["words"], r["answer"]) for r in handed.table("analysis/orders.csv")]
    assert found == [("1", "No contact.", "no act is held against it")]


def test_a_clause_that_begins_like_a_formula_cannot_run(lawful) -> None:
    row = lawful.table("analysis/orders.csv")[-1]
    assert (row["words"], row[ADDED]) == ("'=Not to go to Mill Road.", "words")


def test_the_word_breach_never_stands_alone(lawful) -> None:
    for row in lawful.table("analysis/orders.csv"):
        for cell in (row["answer"], row["text"]):
            assert "breach" not in cell.casefold().replace("possible breach", "")


CLAUSES = [  # with the order, by itself, the clauses there are
    (("1. No contact.",), ("No contact.",), ["No contact."]),
    (("(2)  No   CONTACT",), ("No contact.",), ["No contact."]),
    (("Clause 3: No contact.",), ("No contact.",), ["No contact."]),
    (("100 metres away.",), ("50 metres away.",), ["50 metres away.", "100 metres away."]),
    (("3.5 metres away.",), ("5 metres away.",), ["5 metres away.", "3.5 metres away."]),
    (("No contact.", "No visits."), ("No contact.",), ["No contact.", "No visits."]),
    (("No contact.",), (), ["No contact."]),
    ((), ("No contact.",), ["No contact."]),
]


@pytest.mark.parametrize(("plain", "said", "wanted"), CLAUSES)
def test_a_clause_recorded_twice_is_one_clause(plain, said, wanted, kit, to_sam, tmp_path) -> None:
    told = [record.OrderServed("sam", "order", clauses=plain)]
    told += [record.OrderClause(1, str(n), words) for n, words in enumerate(said, 1)]
    decided = [record.Decided(n, "Asha", "", "", what) for n, what in enumerate(told, 1)]
    made = kit.build([kit.File("a.txt", [kit.Rec()])], decided)
    chosen = select(made.case, to_sam)
    given = gather(made.case, to_sam, chosen, made.read, tmp_path, Gate(made.case), None)
    (order,) = orders_of(given)
    assert [clause.words for clause in order.clauses] == wanted
