"""Every fault in a law file is named: which file, which entry, which field.

The one thing a reader would get wrong: the files tried here are the real ones with one line taken
out, so a field that a real entry could do without would pass, and the test would fail.
"""

from __future__ import annotations

import re
from dataclasses import fields
from importlib.resources import files
from pathlib import Path

import pytest

from rainbook.findings.law import ROLES, Element, LawNotUsable, OrderKind, load_law, read_law

NAMES = ("england_wales", "northern_ireland", "scotland")
TEXTS = {n: (files("rainbook.findings.law") / f"{n}.toml").read_text("utf-8") for n in NAMES}
LAW, TEXT = load_law(), TEXTS["england_wales"]
HOW_TO = Path(__file__).parents[2] / "docs" / "add-a-law.md"


def _fields(kind: str, text: str, which: str) -> tuple[str, dict[str, str]]:
    """Return one entry of a law file as written, and its lines by their field."""
    entry = next(
        part
        for part in re.split(r"\n(?=\[\[)", text)
        if part.startswith(f"[[{kind}]]") and re.search(rf'^(id|what) = "{which}"', part, re.M)
    )
    lines = (line for line in entry.splitlines() if " = " in line)
    return entry, {line.partition(" = ")[0]: line for line in lines}


ENTRIES = {
    ("england_wales", "element", "s7_2"): "id section act title role source read as_of in_force "
    "bears cannot_say words",
    ("scotland", "element", "s39_2_c"): "id section act title role source read as_of in_force "
    "bears cannot_say words",
    ("northern_ireland", "element", "s1_2"): "id section act title role source read as_of "
    "in_force bears cannot_say",
    ("england_wales", "element", "osa_s184"): "source read as_of in_force says",
    ("scotland", "element", "corroboration"): "in_force_note source as_of",
    ("england_wales", "element", "time_limit"): "months",
    ("england_wales", "tag", "s2A_3_b"): "id words",
    ("england_wales", "tag", "something_else"): "id words",
    ("england_wales", "order", "spo"): "id name act section called who_applies terms breach source "
    "read as_of in_force",
    ("northern_ireland", "order", "spo"): "in_force_note",
    ("england_wales", "case", "kelly"): "id sentence source read as_of",
    ("england_wales", "unknown", "Crime and Policing Bill"): "what sentence source as_of",
}
MISSING = [
    pytest.param(*entry, gone, id=f"{' '.join(entry)}: {gone}")
    for entry, gone_from in ENTRIES.items()
    for gone in gone_from.split()
]


@pytest.mark.parametrize(("name", "kind", "which", "gone"), MISSING)
def test_an_entry_without_a_field_is_not_read(name: str, kind: str, which: str, gone: str) -> None:
    entry, lines = _fields(kind, TEXTS[name], which)
    less = entry.replace(lines[gone] + "\n", "").removesuffix(lines[gone])
    assert less != entry
    if gone == "words" and "says" in lines:
        less = less.replace(lines["says"] + "\n", "")
    if gone == "says":
        assert "words" not in lines
    with pytest.raises(LawNotUsable, match=rf"{name}\.toml"):
        read_law(TEXTS[name].replace(entry, less), f"{name}.toml")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("gone", ["jurisdiction", "name", "as_of", "note"])
def test_a_file_without_a_first_line_is_not_read(name: str, gone: str) -> None:
    less = re.sub(rf"^{gone} = .*\n", "", TEXTS[name], count=1, flags=re.M)
    with pytest.raises(LawNotUsable, match=f"`{gone}` is missing"):
        read_law(less, f"{name}.toml")


FAULTS = {
    "a field nobody knows": ('role = "prohibition"', 'rule = "prohibition"', "does not know rule"),
    "a role nobody knows": ('role = "prohibition"', 'role = "villain"', "`role` must be one of"),
    "no reason for a day not verified": (
        'in_force_note = "The day the limit began was not read."\n',
        "",
        "`in_force_note` is missing",
    ),
    "a date that is text": (
        "in_force = 2012-11-25",
        'in_force = "25.11.2012"',
        "`in_force` must be a day",
    ),
    "a vague date": ('as_of = "2024-01"', 'as_of = "lately"', "must be a year, month or day"),
    "a month that is none": ('as_of = "2024-01"', 'as_of = "2024-13"', "must be a year, month"),
    "neither words nor paraphrase": (
        'says = "\\"Conduct\\" includes speech."',
        "",
        "needs `words`",
    ),
    "two of one name": ('id = "s2"', 'id = "s4"', "two elements called 's4'"),
    "two orders of one name": ('id = "interim_spo"', 'id = "spo"', "two orders called 'spo'"),
    "two at one place of the matrix": ("matrix = 2\n", "matrix = 1\n", "at place 1 of the matrix"),
    "not read in a known way": ('read = "in full"', 'read = "skimmed"', "`read` must be one of"),
    "bears on nothing": (
        'bears = ["towards whom each act was"]',
        "bears = []",
        "`bears` must be a list",
    ),
    "an answer nobody gives": (
        'answers = ["fear_of_violence"]',
        'answers = ["dread"]',
        "`answers` must be one of",
    ),
    "daily life that is a word": ("daily_life = true", 'daily_life = "yes"', "true or false"),
    "a number that is a word": ("at_least = 2", 'at_least = "two"', "must be a whole number"),
    "a time limit on something else": ("months = 6", "months = 0", "a time limit has `months`"),
    "nothing else on offer": ('id = "something_else"', 'id = "s2A_3_h"', "no tag"),
    "a table that is not one": (
        '[[element]]\nid = "s1_1"',
        '[element]\nid = "s1_1"',
        "not a TOML file",
    ),
    "not TOML": ("jurisdiction =", "jurisdiction", "not a TOML file"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named(fault: str) -> None:
    old, new, said = FAULTS[fault]
    assert old in TEXT
    with pytest.raises(LawNotUsable, match=r"england_wales\.toml") as failed:
        read_law(TEXT.replace(old, new), "england_wales.toml")
    assert said in str(failed.value)


def test_a_jurisdiction_that_is_not_there() -> None:
    for name in ("atlantis", "../../secret", ""):
        with pytest.raises(LawNotUsable, match="no law file"):
            load_law(name)


def test_a_name_that_is_not_in_it() -> None:
    with pytest.raises(LawNotUsable, match="no element"):
        LAW.element("s99")
    with pytest.raises(LawNotUsable, match="no case"):
        LAW.case("nobody")


# ---- the place for others ------------------------------------------------------------------------


def _template() -> str:
    return HOW_TO.read_text("utf-8").partition("```toml\n")[2].partition("```")[0]


def test_the_template_can_be_read_and_holds_every_field() -> None:
    law = read_law(_template(), "atlantis.toml")
    assert (law.name, law.in_matrix()[0].routes[0].at_least) == ("Atlantis", 2)
    written = set(re.findall(r"^(\w+) = ", _template(), re.M))
    wanted = {f.name for kind in (Element, OrderKind) for f in fields(kind)} - {"routes"}
    assert wanted - written == set()


def test_the_roles_of_the_manual_are_the_roles() -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", HOW_TO.read_text("utf-8"), re.M)
    assert dict(rows[1:]) == dict(ROLES)
