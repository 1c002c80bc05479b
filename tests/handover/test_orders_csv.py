"""Orders, clause by clause. The one thing a reader would get wrong: a clause with no act held
against it has a row of its own.
"""

from __future__ import annotations

from rainbook.handover.csv_file import ADDED

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
        for r in lawful.table("orders.csv")
    ]
    assert found == ROWS


def test_a_clause_of_plain_words_is_there_without_a_check(handed) -> None:
    found = [(r["clause"], r["words"], r["answer"]) for r in handed.table("orders.csv")]
    assert found == [("1", "No contact.", "no act is held against it")]


def test_a_clause_that_begins_like_a_formula_cannot_run(lawful) -> None:
    row = lawful.table("orders.csv")[-1]
    assert (row["words"], row[ADDED]) == ("'=Not to go to Mill Road.", "words")


def test_the_word_breach_never_stands_alone(lawful) -> None:
    for row in lawful.table("orders.csv"):
        for cell in (row["answer"], row["text"]):
            assert "breach" not in cell.casefold().replace("possible breach", "")
