"""`recipes`, and the door behind it: what goes is shown before it is written, and with what a
review compares.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import open_book
from rainbook.case.example import PASSPHRASE
from rainbook.case.recipes import (
    NOTHING_BEFORE,
    NoSuchEntry,
    RecipeDoesNotFit,
    UnknownRecipe,
    beside,
    chosen_json,
    handed_over,
    opens_first,
    parts_shown,
    recipe_shown,
    with_recipe,
)
from rainbook.cli.recipes_page import show_chosen
from rainbook.record import Asks, Disclosure, Setting

Run = Callable[..., Any]
TO_ALEX = Disclosure(("alex",), "SO")
ALWAYS = {"read-me.txt", "check.html", "record/withheld.csv"}


def plain(text: str) -> str:
    return " ".join(text.split())


def gave(one: Any, purpose: str = "") -> int:
    """Log a hand-over as the book does, and return its number."""
    one.vault().note("handed over", "owner", {"persons": ["alex"], "purpose": purpose})
    return handed_over(one)[-1].number


def test_the_list(rainbook: Run, here: Path) -> None:
    ran = rainbook("recipes")
    assert (ran.code, ran.err) == (0, "")
    heads = [line for line in ran.out.splitlines() if line[:1].isalpha()]
    assert [h.split(":")[0] for h in heads] == [
        "first-report", "spo", "review", "civil", "facts-only", "everything",
    ]
    assert "rainbook recipes NAME" in ran.out


def test_one_part_by_part_without_a_book(rainbook: Run, here: Path) -> None:
    ran = rainbook("recipes", "civil")
    said = plain(ran.out)
    assert said.index("What is in it index.pdf: read this first") < said.index("What is left out")
    assert "record/contacts-log.csv, record/schedules.pdf" in said.split("What is left out")[1]
    assert "not for what the police promised" in said
    (line,) = rainbook("recipes", "civil", "--json").lines()
    assert {p["name"] for p in line["parts"]} >= {"record/costs.csv", *ALWAYS}
    assert "record/contacts-log.csv" in {p["name"] for p in line["left_out"]}


def test_every_part_shown_has_plain_words() -> None:
    for name in ("first-report", "spo", "review", "civil", "facts-only", "everything"):
        shown = recipe_shown(name)
        assert [p.name for p in (*shown.parts, *shown.left_out) if not (p.why or p.what)] == []
        assert {p.name for p in shown.parts} >= ALWAYS
    assert [p.name for p in parts_shown(TO_ALEX) if not (p.what or p.why)] == []
    assert {p.name for p in parts_shown(TO_ALEX)} >= {*ALWAYS, "exhibits/", "index.pdf"}


def test_a_name_that_is_not_there(rainbook: Run, here: Path) -> None:
    for more in ((), ("--person", "alex")):
        ran = rainbook("recipes", "letter", *more)
        assert (ran.code, ran.out) == (2, "")
        assert "There is no recipe called 'letter'" in ran.err


def test_with_a_book_it_says_with_what_it_compares(opened: Run, book: Path) -> None:
    before = plain(opened("recipes", "review", "--person", "alex").out)
    assert NOTHING_BEFORE in before
    assert "Handed over before" not in before
    with open_book(book, PASSPHRASE, "owner") as one:
        number = gave(one, "for a report")
    after = plain(opened("recipes", "review", "--person", "alex").out)
    assert f"Compared with entry {number} of the log: handed over on " in after
    assert f"Handed over before log entry {number}, " in after
    wrong = opened("recipes", "review", "--person", "alex", "--since", "9999")
    assert (wrong.code, "The log has no entry 9999" in wrong.err) == (2, True)


def test_a_disclosure_with_a_recipe(book: Path) -> None:
    with open_book(book, PASSPHRASE, "owner") as one:
        wanted = with_recipe(TO_ALEX, "facts-only", None, one)
        assert (wanted.recipe, wanted.purpose, wanted.since) == (
            "facts-only", "facts for a letter", 0,
        )
        assert set(wanted.parts) == {"record/facts-only.pdf", *ALWAYS}
        assert with_recipe(TO_ALEX, "", None, one) == TO_ALEX
        said = Disclosure(("alex",), "SO", purpose="mine")
        assert with_recipe(said, "first-report", None, one).purpose == "mine"
        with pytest.raises(UnknownRecipe):
            with_recipe(TO_ALEX, "letter", None, one)


def test_for_other_programs_and_what_to_open_first(book: Path) -> None:
    with open_book(book, PASSPHRASE, "owner") as one:
        wanted = with_recipe(TO_ALEX, "spo", None, one)
        said = chosen_json(one, wanted)
        assert (said["name"], said["parts"][0]["name"]) == ("spo", "analysis/spo-pack.pdf")
        assert {p["name"] for p in chosen_json(one, TO_ALEX)["parts"]} >= {"index.pdf", *ALWAYS}
        assert opens_first(wanted) == "analysis/spo-pack.pdf"
        assert opens_first(TO_ALEX) == "index.pdf"


def test_since(book: Path) -> None:
    with open_book(book, PASSPHRASE, "owner") as one:
        assert with_recipe(TO_ALEX, "review", None, one).since == 0
        first, last = gave(one), gave(one)
        assert with_recipe(TO_ALEX, "review", None, one).since == last
        assert with_recipe(TO_ALEX, "review", first, one).since == first
        assert with_recipe(TO_ALEX, "first-report", None, one).since == 0
        jo = Disclosure(("jo",), "SO")
        assert with_recipe(jo, "review", None, one).since == 0  # what went about Alex is not theirs
        for number in (0, -1, last + 1):
            with pytest.raises(NoSuchEntry, match="its entries go from 1 to"):
                with_recipe(TO_ALEX, "review", number, one)


def test_the_case_before_is_worked_out_only_where_a_part_asks_for_it(book: Path) -> None:
    with open_book(book, PASSPHRASE, "owner") as one:
        number = gave(one)
        one.decide(Asks("alex", "Something new."))
        before, law = beside(one, with_recipe(TO_ALEX, "review", None, one))
        assert before is not None
        assert len(one.file().decisions) == len(before.decisions) + 1
        assert {o["id"] for o in law} >= {"spo", "interim_spo"}
        for name in ("first-report", "facts-only"):
            assert beside(one, with_recipe(TO_ALEX, name, number, one))[0] is None


def test_a_recipe_that_does_not_fit_the_law(book: Path) -> None:
    with open_book(book, PASSPHRASE, "owner") as one:
        one.decide(Setting("law", "scotland"))
        with pytest.raises(RecipeDoesNotFit, match="no such application in Scotland"):
            with_recipe(TO_ALEX, "spo", None, one)
        assert "no such application" in recipe_shown("spo", one, TO_ALEX).misfit
        assert with_recipe(TO_ALEX, "first-report", None, one).recipe == "first-report"


def test_what_the_preview_of_a_hand_over_prints(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_book(book, PASSPHRASE, "owner") as one:
        show_chosen(one, with_recipe(TO_ALEX, "facts-only", None, one))
        said = plain(capsys.readouterr().out)
        assert "What is in it record/facts-only.pdf: from when to when" in said
        assert "nobody's words go to somebody who need not read them" in said
        show_chosen(one, TO_ALEX)
        said = plain(capsys.readouterr().out)
        assert "index.pdf: the summary" in said
        assert "check.html" in said
