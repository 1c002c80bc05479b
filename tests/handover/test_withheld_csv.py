"""`withheld.csv`: that something does not go, what sort of thing, where; never its words.

The one thing a reader would get wrong: the rows of the story were counted by hand: its group holds
nobody's words but theirs, its text file one record of her mother, its address book one card.
"""

from __future__ import annotations

from rainbook.handover.formats.withheld_csv import COLUMNS


def test_what_was_left_out_of_the_story(handed) -> None:
    rows = {r["what"]: (r["done"], r["times"]) for r in handed.table("record/withheld.csv")}
    assert rows["records of other people and threads"] == ("not handed over", "1")
    assert rows["address cards"] == ("not handed over", "1")
    assert rows["files of which nothing is handed over"] == ("not handed over", "1")
    card = next(what for what in rows if "address card and was left out" in what)
    assert rows[card] == ("not handed over", "1")
    assert len(rows) == 4, "nothing was masked: nothing had to be kept back"


def test_its_columns(handed) -> None:
    assert tuple(handed.table("record/withheld.csv")[0])[: len(COLUMNS)] == COLUMNS
