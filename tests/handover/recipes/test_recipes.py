"""The recipes as data: what each names exists, nothing is left out in silence, and what every
hand-over must hold cannot be taken away.
"""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from rainbook.handover.bundle import EXHIBITS, formats, formats_of, parts_of
from rainbook.handover.interface import PARTS_ALWAYS
from rainbook.handover.recipes import (
    LAST,
    RecipeNotUsable,
    UnknownRecipe,
    read_recipe,
    recipe,
    recipes,
)
from rainbook.record import Disclosure

NAMES = ["first-report", "spo", "review", "civil", "facts-only", "everything"]
EVERY = {EXHIBITS, *(f.name for f in formats())}

GOOD = """
name = "x-one"
order = 9
title = "T"
for_whom = "W"
what_for = "F"
[defaults]
purpose = "p"
[[part]]
name = "index.pdf"
why = "first"
[[left_out]]
names = ["messages/"]
why = "not needed"
"""


def test_the_six_are_there_in_the_order_they_are_shown() -> None:
    assert [r.name for r in recipes()] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_part_a_recipe_names_is_one_that_something_writes(name: str) -> None:
    one = recipe(name)
    named = {p.name for p in one.parts}
    named |= {n for out in one.left_out for n in out.names if not n.endswith("/")}
    assert sorted(named - EVERY) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_part_there_is_goes_or_is_said_to_be_left_out(name: str) -> None:
    one = recipe(name)
    goes = set(one.names(sorted(EVERY))) | PARTS_ALWAYS
    silent = {p for p in EVERY - goes if not any(out.covers(p) for out in one.left_out)}
    assert sorted(silent) == []


def test_what_every_hand_over_must_hold() -> None:
    assert {"read-me.txt", "check.html", "record/withheld.csv"} == PARTS_ALWAYS
    for parts in ((), ("index.pdf",), ("record/facts-only.pdf",), ("no such part",)):
        wanted = Disclosure(("sam",), "AB", parts=parts)
        assert parts_of(wanted) >= PARTS_ALWAYS
        assert {f.name for f in formats_of(wanted)} >= PARTS_ALWAYS & EVERY


@pytest.mark.parametrize("name", NAMES)
def test_no_recipe_leaves_out_what_every_hand_over_must_hold(name: str) -> None:
    left = [n for out in recipe(name).left_out for n in PARTS_ALWAYS if out.covers(n)]
    assert left == []


def test_facts_only_holds_one_part_and_nobody_s_words() -> None:
    one = recipe("facts-only")
    assert [p.name for p in one.parts] == ["record/facts-only.pdf"]
    for name in ("exhibits/", "index.pdf", "messages/chronology.pdf", "analysis/findings.pdf"):
        assert any(out.covers(name) for out in one.left_out), name


def test_the_packs_go_only_where_a_recipe_names_them() -> None:
    packs = {f.name for f in formats() if not f.always}
    assert packs >= {
        "analysis/spo-pack.pdf",
        "record/changes.pdf",
        "record/changes.csv",
        "record/facts-only.pdf",
        "record/costs.csv",
    }
    assert packs & parts_of(Disclosure(("sam",), "AB")) == set()
    assert packs <= set(recipe("everything").names(sorted(EVERY)))


def test_only_the_review_and_everything_compare_with_the_last_hand_over() -> None:
    assert [r.name for r in recipes() if r.since == LAST] == ["review", "everything"]


def test_where_the_spo_pack_fits() -> None:
    one = recipe("spo")
    assert one.misfit("england_wales") == ""
    assert "non-harassment order" in one.misfit("scotland")
    assert "Protection from Stalking Act (Northern Ireland) 2022" in one.misfit("northern_ireland")
    assert one.misfit("elsewhere") == "It was not written for this jurisdiction."
    assert recipe("first-report").misfit("scotland") == ""


def test_the_words_of_a_recipe_are_plain() -> None:
    for one in recipes():
        said = " ".join([one.title, one.for_whom, one.what_for, *(p.why for p in one.parts)])
        assert one.what_for.count(".") == 1, one.name
        for word in ("admissible", "is stalking", "risk score", "guarantee"):
            assert word not in said.casefold()


def test_what_is_typed_and_what_the_parts_are_called_is_quiet() -> None:
    """A name typed stands in the shell's history, a title in a viewer's list of recent files."""
    telling = ("stalk", "harass", "abus", "victim", "suspect", "police", "evidence")
    ours = {f.name for f in formats() if not f.always}
    for shown in (*NAMES, *ours):
        assert not any(word in shown for word in telling), shown


def test_parts_are_in_folders_of_the_bundle() -> None:
    folders = {PurePosixPath(p.name).parts[0] for r in recipes() for p in r.parts if "/" in p.name}
    assert folders <= {"messages", "exhibits", "record", "analysis", "proof"}


def test_one_that_is_not_there() -> None:
    with pytest.raises(UnknownRecipe, match=r"'letter'.*There are: first-report, spo, review"):
        recipe("letter")


def test_a_good_one_is_read() -> None:
    one = read_recipe(GOOD, "x-one.toml")
    assert (one.name, one.order, one.purpose, one.since) == ("x-one", 9, "p", "")
    assert [p.name for p in one.parts] == ["index.pdf"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('title = "T"', ""), "`title` is missing"),
        (('title = "T"', 'title = " "'), "`title` is missing"),
        (('title = "T"', "title = 3"), "`title` is missing"),
        (('name = "x-one"', 'name = "other"'), "the file's own name"),
        (('name = "x-one"', 'name = "X one"'), "the file's own name"),
        (("order = 9", "order = true"), "`order` must be a whole number"),
        (("order = 9", 'order = "9"'), "`order` must be a whole number"),
        (('purpose = "p"', ""), "`purpose` is missing"),
        (('purpose = "p"', 'purpose = "p"\nsince = "yesterday"'), "`since` must be"),
        (('purpose = "p"', 'purpose = "p"\nrisk = 1'), "does not know risk"),
        (("order = 9", "order = 9\nscore = 1"), "does not know score"),
        (("order = 9", "order = 9\nall_parts = 1"), "`all_parts` must be true or false"),
        (('name = "index.pdf"', 'name = "../index.pdf"'), "is not the name of a part"),
        (('name = "index.pdf"', 'name = "/index.pdf"'), "is not the name of a part"),
        (('name = "index.pdf"', 'name = "messages/chronology.csv"'), "named twice"),
        (('names = ["messages/"]', "names = []"), "`names` must be a list"),
        (('names = ["messages/"]', 'names = "messages/"'), "`names` must be a list"),
        (("[[part]]", "[part]"), "must be written as"),
        (('why = "first"', ""), "`why` is missing"),
        (("order = 9", "order = "), "not written as TOML"),
        (('[[part]]\nname = "index.pdf"\nwhy = "first"\n', ""), "at least one"),
        (("[[left_out]]", "[fits]\nlaws = []\n[[left_out]]"), "`laws` must be a list"),
    ],
)
def test_what_is_refused(change: tuple[str, str], says: str) -> None:
    assert change[0] in GOOD
    with pytest.raises(RecipeNotUsable, match=says):
        read_recipe(GOOD.replace(*change), "x-one.toml")
