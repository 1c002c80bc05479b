"""What was spent or lost: only plain sums are added, currencies apart, and the sums come out of the
rows.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from rainbook import record
from rainbook.handover.formats.costs_csv import NOT_PLAIN, money

NAME = "record/costs.csv"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("£120.50", ("GBP", "120.50")),
        ("£ 1,040", ("GBP", "1040")),
        ("120 GBP", ("GBP", "120")),
        ("EUR 40", ("EUR", "40")),
        ("€12.30", ("EUR", "12.30")),
        ("12.30 €", ("EUR", "12.30")),
        ("$50", ("$", "50")),
        ("about £20", None),
        ("£20 a week", None),
        ("£20-30", None),
        ("£20 and €30", None),
        ("20", None),
        ("£1,04", None),
        ("£1.5", None),
        ("£-20", None),
        ("£1e9", None),
        ("£٣", None),
        ("=1+1", None),
        ("", None),
    ],
)
def test_a_plain_sum_of_money(written: str, found: tuple[str, str] | None) -> None:
    assert money(written) == (found and (found[0], Decimal(found[1])))


def decided(number: int, cost: str, withdrawn: bool = False) -> record.Decided:
    what = record.Changed("money", "=new lock", "2024-03-05", "", cost)
    return record.Decided(number, "Asha Khan", "2024-06-01T10:00:00Z", "", what, withdrawn)


def test_the_sums_come_out_of_the_rows(kit, give, rows) -> None:
    costs = [
        decided(21, "£120.50"),
        decided(22, "€40"),
        decided(23, "£0.50"),
        decided(24, "about £20 a week"),
        decided(25, ""),
        decided(26, "£999", withdrawn=True),
    ]
    made = kit.build([kit.File("a.txt", [kit.Rec()])], costs)
    table = rows(give(made, NAME) / NAME)
    found = [(r["log_number"], r["currency"], r["amount"], r["in_the_sum"]) for r in table]
    assert found == [
        ("21", "GBP", "120.50", "yes"),
        ("22", "EUR", "40.00", "yes"),
        ("23", "GBP", "0.50", "yes"),
        ("24", "", "", "no"),
        ("", "EUR", "40.00", ""),
        ("", "GBP", "121.00", ""),
    ]
    assert table[3]["why_not"] == NOT_PLAIN
    assert table[3]["cost_as_written"] == "about £20 a week"
    assert (table[0]["words"], table[0]["apostrophe_added_in"]) == ("'=new lock", "words")
    assert {r["about"] for r in table[:4]} == {"Sam Marsh"}


def test_with_two_suspects_nobody_says_whose_doing_it_was(kit, give, rows) -> None:
    people = (
        record.Person("asha", "Asha Khan", "complainant"),
        record.Person("sam", "Sam Marsh", "suspect"),
        record.Person("mum", "Kim Marsh", "suspect"),
    )
    made = kit.build([kit.File("a.txt", [kit.Rec()])], [decided(21, "£5")], people=people)
    assert rows(give(made, NAME) / NAME)[0]["about"] == "not recorded of which person"


def test_nothing_is_recorded(kit, give, rows) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec()])])
    folder = give(made, NAME)
    assert rows(folder / NAME) == []
    assert (folder / NAME).read_text("utf-8-sig").startswith("log_number,about,area,words")
