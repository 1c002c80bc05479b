"""CASE/UCO: taken by the reference tool, with no network; a misspelt property is caught by it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from rainbook.handover.bundle import hand_over
from rainbook.handover.extras import interface
from rainbook.handover.extras.case_uco import _account, _instant, case_uco
from rainbook.handover.hashes import write_hashes
from rainbook.record import Kind, Way
from tests.handover.agreeing import agree

CHECK = """
from case_utils.case_validate import main
main()
"""
Node = dict[str, Any]


@pytest.fixture(scope="module")
def made(given: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case_uco(given, tmp_path_factory.mktemp("case") / "given.jsonld")


def of(made: Path, kind: str) -> list[Node]:
    graph = json.loads(made.read_text(encoding="utf-8"))["@graph"]
    return [node for node in graph if node["@type"] == kind]


def facet(node: Node, kind: str) -> Node:
    return next(f for f in node["uco-core:hasFacet"] if f["@type"] == f"uco-observable:{kind}")


def test_the_reference_tool_takes_it_and_catches_a_misspelt_word(
    made: Path, mixed: Path, no_sockets: Callable[..., Any], tmp_path: Path
) -> None:
    if find_spec("case_utils") is None:
        pytest.skip("case-utils, the reference tool for CASE, is not installed")
    ran = no_sockets(CHECK, str(made), str(mixed), cwd=tmp_path)
    assert (ran.returncode, "Conforms: True" in ran.stdout) == (0, True), ran.stdout + ran.stderr
    assert "NonExistentCDOConceptWarning" not in ran.stderr
    assert "not in the ontology" not in ran.stderr
    wrong = tmp_path / "wrong.jsonld"
    whole = json.loads(made.read_text(encoding="utf-8"))
    one = of(made, "uco-observable:Message")[:1]  # one message is enough, and takes less time
    text = json.dumps({**whole, "@graph": one})
    assert text.count("uco-observable:sentTime") == 1
    wrong.write_text(text.replace("uco-observable:sentTime", "uco-observable:sentTyme"), "utf-8")
    ran = no_sockets(CHECK, str(wrong), cwd=tmp_path)
    assert ran.returncode == 1
    assert "NonExistentCDOConceptWarning" in ran.stderr
    assert "sentTyme" in ran.stderr


def test_every_file_of_the_bundle_is_there_with_its_hash(made: Path, given: Path) -> None:
    files = {}
    for node in of(made, "uco-observable:File"):
        content = facet(node, "ContentDataFacet")
        (digest,) = content["uco-observable:hash"]
        assert digest["uco-types:hashMethod"] == "SHA256"
        path = facet(node, "FileFacet").get("uco-observable:filePath", "")
        if path:
            files[path] = (digest["uco-types:hashValue"]["@value"],
                           content["uco-observable:sizeInBytes"])
    parts = interface.whole(given)
    assert files == {p.name: (p.sha256, p.size) for p in parts}


def test_every_exhibit_has_its_number(made: Path) -> None:
    records = of(made, "case-investigation:ProvenanceRecord")
    assert [r["case-investigation:exhibitNumber"] for r in records] == [
        "AB/1", "AB/2", "AB/3", "AB/3/1"]
    roots = [r.get("case-investigation:rootExhibitNumber") for r in records]
    assert roots == [None, None, None, "AB/3"]
    (action,) = of(made, "case-investigation:InvestigativeAction")
    assert action["uco-action:result"] == [{"@id": r["@id"]} for r in records]


def test_messages_say_what_the_record_says_and_no_more(made: Path) -> None:
    accounts = {
        n["@id"]: facet(n, "PhoneAccountFacet")["uco-observable:phoneNumber"]
        for n in of(made, "uco-observable:PhoneAccount")
    }
    told = []
    for node in of(made, "uco-observable:Message"):
        one = facet(node, "MessageFacet")
        told.append((
            accounts.get(one.get("uco-observable:from", {}).get("@id"), ""),
            one.get("uco-observable:sentTime", {}).get("@value", ""),
            one["uco-observable:messageText"],
        ))
        assert "uco-observable:to" not in one
    sam, asha = "+44 7700 900123", "+44 7700 900001"
    # by hand from the story; the fourth line has two readings of its day, the ninth none at all
    assert told == [
        (sam, "2024-03-03T14:05:00+00:00", "Where are you?"),
        (asha, "2024-03-03T14:06:00+00:00", "Please stop."),
        (sam, "2024-03-03T14:30:00+00:00", '=HYPERLINK("x")'),
        (sam, "", "evil\u202etxt"),
        (sam, "2024-03-05T09:00:00+00:00", "See you"),
        (sam, "2024-03-06T08:00:00+00:00", "I know where you work"),
        (sam, "2024-03-07T08:00:00+00:00", "who"),
        (sam, "2024-03-08T08:00:00+00:00", "look"),
        (sam, "", "no time"),
    ]
    said = [n["uco-core:description"] for n in of(made, "uco-observable:Message")]
    assert "Not counted: set aside." in said[4]
    assert "(a guess)" in said[6]


def test_nobody_elses_words_or_numbers_are_in_it(made: Path) -> None:
    text = made.read_text(encoding="utf-8")
    assert [w for w in ("900777", "it is mum", "Nadia", "contacts.vcf") if w in text] == []


@pytest.fixture(scope="module")
def mixed(kit: Any, to_sam: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A group of three, where the third's words are withheld; a call; an account that is a name."""
    place = tmp_path_factory.mktemp("mixed")
    sam = "Sam Marsh"
    group = [
        kit.Rec("2024-03-03T14:05:00+00:00", "mine", thread="Group"),
        kit.Rec("2024-03-03T14:06:00+00:00", "hers", "mum", thread="Group"),
        kit.Rec("2024-03-03T14:07:00+00:00", "by name", sam, thread="Group", guess=True,
                way=Way.UNKNOWN),
    ]
    calls = [
        kit.Rec("2024-03-04T09:00:00+00:00", None, kind=Kind.CALL, platform="phone"),
        kit.Rec("2024-03-04T09:30:00+00:00", "a note", kind=Kind.SYSTEM_NOTE, way=Way.SYSTEM),
    ]
    story = kit.build([kit.File("WhatsApp Chat with Group.txt", group),
                       kit.File("calls.xml", calls, "sms_backup")])
    hand_over(story.case, to_sam, story.read, place / "bundle", agree)
    return case_uco(place / "bundle", place / "mixed.jsonld")


def test_what_a_third_person_wrote_is_left_out(mixed: Path) -> None:
    texts = [facet(n, "MessageFacet")["uco-observable:messageText"]
             for n in of(mixed, "uco-observable:Message")]
    assert "mine" in texts and "hers" not in texts
    text = mixed.read_text(encoding="utf-8")
    assert [w for w in ("not given", "hers", "900777") if w in text] == []


def test_a_call_is_a_call_and_a_note_by_the_app_is_neither(mixed: Path) -> None:
    (call,) = of(mixed, "uco-observable:Call")
    said = facet(call, "CallFacet")
    assert said["uco-observable:startTime"]["@value"] == "2024-03-04T09:00:00+00:00"
    assert said["uco-observable:callType"] == "received"
    phones = of(mixed, "uco-observable:PhoneAccount")
    numbers = [facet(p, "PhoneAccountFacet")["uco-observable:phoneNumber"] for p in phones]
    # one number on two services is two accounts; that they are one person's is for people to say
    assert numbers == ["+44 7700 900123"] * 2
    assert "a note" not in mixed.read_text(encoding="utf-8")


@pytest.mark.parametrize(("earliest", "latest", "second", "time"), [
    ("2024-03-03T14:05:00+00:00", "2024-03-03T14:05:00+00:00", "", "2024-03-03T14:05:00+00:00"),
    # a source that writes minutes only
    ("2024-03-03T14:05:00+00:00", "2024-03-03T14:05:59+00:00", "", "2024-03-03T14:05:00+00:00"),
    ("2024-03-03T14:05:00+00:00", "2024-03-03T14:06:00+00:00", "", ""),
    ("2024-03-03T00:00:00+00:00", "2024-03-03T23:59:59+00:00", "", ""),
    ("2024-03-03T14:05:00+00:00", "2024-03-03T14:05:00+00:00", "2024-04-03/2024-04-03", ""),
    ("", "", "", ""),
])
def test_a_time_is_given_only_where_the_record_gives_one(
    earliest: str, latest: str, second: str, time: str
) -> None:
    found = _instant({"earliest": earliest, "latest": latest, "second_reading": second})
    assert found == ({"@type": "xsd:dateTime", "@value": time} if time else "")


@pytest.mark.parametrize(("account", "kind"), [
    ("+44 7700 900123", "PhoneAccount"), ("07700 900123", "PhoneAccount"),
    ("(0770) 090-0123", "PhoneAccount"), ("Sam Marsh", "DigitalAccount"),
    ("sam@example.org", "DigitalAccount"), ("owner of this phone", "DigitalAccount"),
    ("12345", "DigitalAccount"),
])
def test_what_is_a_number(account: str, kind: str) -> None:
    accounts: dict[tuple[str, str], Node] = {}
    _account({"service": "WhatsApp", "account": account}, accounts)
    (made,) = accounts.values()
    assert made["@type"] == f"uco-observable:{kind}"
    assert facet(made, "AccountFacet")["uco-observable:accountIdentifier"] == account


def test_two_runs_give_the_same_bytes(made: Path, given: Path, tmp_path: Path) -> None:
    assert case_uco(given, tmp_path / "again").read_bytes() == made.read_bytes()


def test_every_identifier_is_a_uuid_and_stands_for_one_thing(made: Path) -> None:
    graph = json.loads(made.read_text(encoding="utf-8"))["@graph"]
    names = [n["@id"] for n in graph] + [f["@id"] for n in graph for f in
                                         n.get("uco-core:hasFacet", [])]
    assert all(n.startswith("urn:uuid:") for n in names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("table", "was", "becomes", "says"), [
    ("exhibits.csv", b"exhibits/AB1.txt", b"exhibits/AB9.txt", "not as this version writes them"),
    ("exhibits.csv", b"original_bytes", b"size_of_original", "not as this version writes them"),
    ("messages/chronology.csv", b"2024-03-03T14:05:00+00:00,2024", b"yesterday,2024",
     "not as this version writes them"),
    ("messages/chronology.csv", None, None, "made by another version"),
])
def test_tables_of_another_shape_are_refused_in_plain_words(
    table: str, was: bytes | None, becomes: bytes | None, says: str, own: Path, tmp_path: Path
) -> None:
    """The list of hashes is written anew, as whoever changed the tables would."""
    if was is None or becomes is None:
        (own / table).unlink()
    else:
        held = (own / table).read_bytes()
        assert was in held
        (own / table).write_bytes(held.replace(was, becomes, 1))
    for name in ("contents.csv", "hashes.txt", "signed.json"):
        (own / name).unlink()
    write_hashes(own, {})
    with pytest.raises(interface.NotWhole, match=says):
        case_uco(own, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    shutil.rmtree(own)
