"""Who produces which exhibit, and the letters that mark it.

The one thing a reader would get wrong: two people may have the same initials, and no two exhibits
may have the same reference.
"""

from __future__ import annotations

import csv

import pytest

from rainbook.handover.bundle import hand_over
from rainbook.handover.interface import InitialsWanted
from rainbook.handover.producers import RULE, producers_of
from rainbook.record import Decided, Disclosure, ProducedBy
from tests.handover.agreeing import agree
from tests.handover.front_door import decided

# names and initials of the second and third producer → the letters of all three (first: Asha Khan)
SAME = [
    (("Alan Kerr", "AK"), ("Jo Marsh", "JM"), ["AK", "AKE", "JM"]),
    (("Alan Roy Kerr", "AK"), ("Anna Kerr", "AK"), ["AK", "ARK", "AKE"]),
    (("Alan Kerr", "AK"), ("Anna Kerry", "AK"), ["AK", "AKE", "AKER"]),
    (("asha  KHAN", "a.k."), ("Jo Marsh", "jm"), ["AK", "AK", "JM"]),
    (("", "AK"), ("Amir Kő", "AK"), ["AK", "AK", "AKO"]),
    (("Alan K", "AK"), ("Ada K", "AK"), ["AK", "AKA", "AKB"]),
]


@pytest.mark.parametrize(("second", "third", "letters"), SAME)
def test_letters_where_initials_are_the_same(second, third, letters, kit) -> None:
    made = kit.build([kit.File(f"{n}.txt", [kit.Rec(words=str(n))]) for n in range(3)])
    shas = [o.sha256 for o in made.case.originals]
    told = decided(ProducedBy(shas[1], *second), ProducedBy(shas[2], *third))
    case = kit.build(made_files(kit), told).case
    found = producers_of(case, Disclosure(("sam",), "AK"))
    assert [found.produces(sha).letters for sha in shas] == letters
    assert found.rule == (RULE if set(letters) - {"AK", "JM"} else "")


def made_files(kit):
    """Return three files of one message each."""
    return [kit.File(f"{n}.txt", [kit.Rec(words=str(n))]) for n in range(3)]


@pytest.mark.parametrize(
    ("style", "refs"),
    [("slash", ["AK/1", "AKE/1", "AK/2"]), ("none", ["AK1", "AKE1", "AK2"])],
)
def test_each_producer_counts_for_themselves(style: str, refs: list[str], kit, tmp_path) -> None:
    sha = kit.build(made_files(kit)).case.originals[1].sha256
    at = "2024-06-01T10:00:00Z"
    back = Decided(2, "Asha Khan", at, "", ProducedBy(sha, "Jo", "J"), withdrawn=True)
    made = kit.build(made_files(kit), [*decided(ProducedBy(sha, "Alan Kerr", "AK")), back])
    wanted = Disclosure(("sam",), "AK", style)
    hand_over(made.case, wanted, made.read, tmp_path / "b", agree)
    with (tmp_path / "b" / "exhibits.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [r["exhibit"] for r in rows] == refs
    assert [r["produced_by"] for r in rows] == ["Asha Khan", "Alan Kerr", "Asha Khan"]
    assert rows[1]["how_it_is_marked"] == f"AKE and a number. {RULE}"
    assert {r["referred_to_in_the_statement_of"] for r in rows} == {""}
    assert "Received and sealed by Asha Khan, 2024-06-01T10:00:00Z" in rows[1]["handled_by"]
    names = sorted(p.name for p in (tmp_path / "b" / "exhibits").iterdir())
    assert names == ["AK1.txt", "AK2.txt", "AKE1.txt"]


def test_a_producer_without_usable_initials_is_said(kit, tmp_path) -> None:
    sha = kit.build(made_files(kit)).case.originals[1].sha256
    made = kit.build(made_files(kit), decided(ProducedBy(sha, "Ann", "Ä1")))
    with pytest.raises(InitialsWanted, match="'Ä1' cannot mark exhibits"):
        hand_over(made.case, Disclosure(("sam",), "AK"), made.read, tmp_path / "b", agree)
    assert not (tmp_path / "b").exists()
