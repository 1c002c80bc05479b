"""How the exhibits were read and what was decided, for another rainbook.

The one thing a reader would get wrong: nothing stands in it that the bundle does not give
elsewhere; it is only the same things in a form a program reads.
"""

from __future__ import annotations

import json

import pytest

from rainbook import record
from rainbook.handover.bundle import hand_over
from rainbook.record import Disclosure
from tests.handover.agreeing import agree

AT = "2024-06-01T10:00:00Z"


def said_of(kit, tmp_path, files, decide=()):
    """Return record.json of a bundle about Sam; `decide(ids)` gives the decisions, `ids` being the
    id of each record in order.
    """
    first = kit.build(files)
    table = first.case.table
    ids = [table.id_of(row) for row in range(len(table))]
    what = decide(ids) if decide else ()
    made = kit.build(
        files,
        [record.Decided(n, "Asha Khan", AT, "because", one) for n, one in enumerate(what, 1)],
    )
    folder = tmp_path / "b"
    wanted = Disclosure(("sam",), "AB", parts=("exhibits/", "record/record.json"))
    hand_over(made.case, wanted, made.read, folder, agree)
    raw = (folder / "record/record.json").read_bytes()
    assert raw.isascii()
    return json.loads(raw), ids, made


def test_a_whole_original_and_an_extract_are_told_apart(kit, tmp_path) -> None:
    hers = kit.Rec(words="soup", who="mum", thread="+44 7700 900777")
    files = [
        kit.File("WhatsApp Chat with Sam.txt", [kit.Rec()]),
        kit.File("/home/asha/sms.xml", [kit.Rec(), hers], "sms_backup"),
    ]
    said, _, made = said_of(kit, tmp_path, files)
    assert (said["format"], said["persons"]) == ("rainbook record 1", ["sam"])
    assert [o["sha256"] for o in said["originals"]] == [o.sha256 for o in made.case.originals]
    # no folder of anybody's computer goes out
    assert [o["name"] for o in said["originals"]] == ["WhatsApp Chat with Sam.txt", "sms.xml"]
    one, two = (o["exhibits"][0] for o in said["originals"])
    assert (one["file"], one["whole"], one["spans"]) == ("exhibits/AB1.txt", True, "")
    assert (two["file"], two["whole"]) == ("exhibits/AB2-extract.txt", False)
    assert two["spans"] == "exhibits/AB2-spans.csv"
    assert two["readings"] == {"": {"source": "sms_backup"}}


def decisions(ids):
    """Sam's and the mother's; the second record is the mother's and is not handed over."""
    return [
        record.PersonNamed("asha", "Asha Khan", "complainant"),
        record.PersonNamed("sam", "Sam Marsh", "suspect"),
        record.PersonNamed("mum", "Nadia Khan", "other"),
        record.AccountOf("sam", "phone:+447700900123", "recognised", "his voice"),
        record.AccountOf("mum", "phone:+447700900777", "own number"),
        record.AccountOf("asha", "phone:+447700900555", "own number", "my new number"),
        record.NotRelevant(ids[0]),
        record.NotRelevant(ids[1]),
        record.ActSort(ids[0], "message", "free words"),
        record.Asks("sam", "No contact."),
        record.WitnessOf(ids[0], "Jo", contact="07700 900155"),
        record.KeepBack("address", "12 Elder Row"),
        record.Setting("zone", "Europe/Paris"),
    ]


def test_only_decisions_that_something_here_rests_on_go(kit, tmp_path) -> None:
    hers = kit.Rec(words="soup", who="mum", thread="+44 7700 900777")
    files = [kit.File("sms.xml", [kit.Rec(), hers], "sms_backup")]
    said, _, made = said_of(kit, tmp_path, files, decisions)
    sha = made.case.originals[0].sha256
    found = {d["number"]: d for d in said["decisions"]}
    # 3 and 5: her mother; 6: a number in no line; 8: a record that stays; 11: nothing rests on it
    # (no finding here does); 12: never; 13: a setting stands among the settings
    assert sorted(found) == [1, 2, 4, 7, 9, 10]
    # "0|hello" is seven bytes
    assert found[7]["what"]["event"] == [sha, "", 0, 7]
    # free words and the reason only where record/facts.csv gives them
    assert (found[4]["what"]["note"], found[4]["why"]) == ("", "")
    assert (found[9]["what"]["words"], found[9]["why"]) == ("", "")
    assert (found[10]["what"]["words"], found[10]["why"]) == ("No contact.", "because")


@pytest.mark.parametrize("cited", [True, False])
def test_how_to_reach_a_witness_never_goes(cited: bool, kit, tmp_path) -> None:
    def told(ids):
        return [record.WitnessOf(ids[0], "Jo", "saw it", "07700 900155")]

    files = [kit.File("a.txt", [kit.Rec()])]
    first = kit.build(files)
    ids = [first.case.table.id_of(0)]
    line = record.Line("Jo saw it.", (0,), (1,) if cited else ())
    finding = record.Finding("repeated", "sam", "shown", "x", (line,))
    one = record.Decided(1, "Asha Khan", AT, "", told(ids)[0])
    made = kit.build(files, [one], [finding])
    wanted = Disclosure(("sam",), "AB", parts=("record/record.json",))
    hand_over(made.case, wanted, made.read, tmp_path / "b", agree)
    raw = (tmp_path / "b/record/record.json").read_text("ascii")
    assert ("saw it" in raw) == cited
    assert "900155" not in raw
