"""A hand-over proves what it holds, is signed, and gives nothing away of what was taken out.

The one thing a reader would get wrong: the hash of a file is no secret. Where something was taken
out of a copy, nothing made of that hash may stand anywhere in the bundle.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from rainbook.case import Book, check_folder
from rainbook.case.proving import NothingSealed
from rainbook.handover.proof.recomputing import recompute
from rainbook.handover.stamps.reading import ask_statement
from rainbook.record import AccountOf, Disclosure, KeepBack, PersonNamed, event_id
from tests.case.kit import LINES, Write, counted, who_is_who
from tests.handover.agreeing import agree
from tests.handover.extras.authority import authority

ALEX = Disclosure(("alex",), "SO")
WITH_ADDRESS = (
    *LINES,
    ("27/03/2024, 09:00", "Alex Reed", "I have seen you at 14 Rosewood Avenue."),
)
CHAT = "WhatsApp Chat with Alex Reed.txt"


@pytest.fixture
def two_chats(book: Book, chat: Write) -> Book:
    """Alex's chat with an address in it, and one with somebody else."""
    book.add(chat(CHAT, *WITH_ADDRESS))
    book.add(chat("WhatsApp Chat with Kim.txt", ("25/03/2024, 09:00", "Kim", "Are you well?")))
    who_is_who(book)
    return book


def said(folder: Path) -> str:
    found = check_folder(folder, lambda: "")
    assert found.faults == ()
    return " ".join(found.said)


def test_every_record_given_and_none_of_anybody_else(two_chats: Book, tmp_path: Path) -> None:
    two_chats.hand_over(tmp_path / "one", ALEX, agree)
    told = said(tmp_path / "one")
    assert "This bundle gives 5 records." in told
    assert "5 records given here and 0 more that are withheld" in told
    assert "in 2 files" in told
    assert "the thread “Alex Reed” (Alex Reed)" in told
    assert "Nowhere in 2 files is there another thread or account of these names." in told
    raw = (tmp_path / "one/proof/proof.json").read_text("ascii")
    assert "Kim" not in raw and b"Kim".hex() not in raw


def test_a_record_of_which_something_was_taken_out_is_withheld_as_a_hash(
    two_chats: Book, tmp_path: Path
) -> None:
    two_chats.decide(KeepBack("address", "14 Rosewood Avenue"))
    two_chats.hand_over(tmp_path / "one", ALEX, agree)
    assert "4 records given here and 1 more that are withheld" in said(tmp_path / "one")


def test_nothing_made_of_its_hash_is_given_then(two_chats: Book, tmp_path: Path) -> None:
    two_chats.decide(KeepBack("address", "14 Rosewood Avenue"))
    case = two_chats.file()
    first = case.originals[0]
    rows = [r for r in range(len(case.table)) if case.table.original[r] == 0]
    telling = [first.sha256, *(case.table.id_of(row) for row in rows)]
    assert telling[1] == event_id(
        first.sha256, None, int(case.table.start[0]), int(case.table.end[0]), "whatsapp"
    )
    two_chats.hand_over(tmp_path / "one", ALEX, agree)
    for path in sorted(p for p in (tmp_path / "one").rglob("*") if p.is_file()):
        content = path.read_bytes()
        assert [t for t in telling if t.encode() in content] == [], path.name
    # the file the book opens for somebody who may see it fits what the bundle says of it
    opened = two_chats.prover().opening(first, False, "owner")
    assert opened["sealed hash (F)"] in (tmp_path / "one/exhibits.csv").read_text("utf-8-sig")


def test_without_anything_taken_out_the_file_goes_by_its_own_hash(
    two_chats: Book, tmp_path: Path
) -> None:
    two_chats.hand_over(tmp_path / "one", ALEX, agree)
    first = two_chats.originals()[0]
    assert first.sha256 in (tmp_path / "one/exhibits.csv").read_text("utf-8-sig")


def test_naming_somebody_later_changes_no_tree(two_chats: Book) -> None:
    before = two_chats.prover().statement()
    two_chats.decide(PersonNamed("kim", "Kim", "other"))
    two_chats.decide(AccountOf("kim", "whatsapp:name:Kim", "named sender"))
    assert two_chats.prover().statement() == before


def test_a_kept_tree_is_only_a_saving_of_time(two_chats: Book) -> None:
    one = two_chats.prover().statement()
    kept = list((two_chats.vault().folder / "tables").iterdir())
    assert len(kept) == 4  # a table and a tree for each file
    for path in kept:
        path.write_bytes(path.read_bytes()[:-7] + b"damaged")
    assert two_chats.prover().statement() == one


def test_an_expert_with_the_file_and_its_seed_gets_the_same_head(two_chats: Book) -> None:
    first = two_chats.originals()[0]
    told = two_chats.prover().opening(first, True, "owner")
    table = two_chats.file().table
    mine = table.take(table.original == 0)
    with two_chats.open(first.sha256) as stream:
        raw = stream.read()
    tree = json.loads(two_chats.prover().tree(first).reading)
    head = recompute(raw, first.name, bytes.fromhex(told["seed"]), mine, tree["tool"])
    assert head == told["head (O)"]
    assert [r.kind for r in two_chats.vault().log()][-1] == "seed given"


@pytest.mark.parametrize("name", ["signed.json", "proof/proof.json", "hashes.txt"])
def test_what_the_proof_rests_on_cannot_go_unnoticed(
    name: str, two_chats: Book, tmp_path: Path
) -> None:
    two_chats.hand_over(tmp_path / "one", ALEX, agree)
    (tmp_path / "one" / name).unlink()
    found = check_folder(tmp_path / "one", lambda: "")
    assert found.faults != () and found.said == ()


def test_an_empty_book_has_nothing_to_stamp(book: Book) -> None:
    with pytest.raises(NothingSealed):
        book.prover().statement()


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed")
def test_a_stamp_kept_in_the_book_goes_with_later_hand_overs(
    two_chats: Book, chat: Write, tmp_path: Path
) -> None:
    (tmp_path / "tsa").mkdir()
    asked = ask_statement(two_chats.prover().statement().encode())
    kept = two_chats.prover().keep_stamp(authority(tmp_path / "tsa").answer(asked), "owner")
    assert kept.authority
    two_chats.add(chat("WhatsApp Chat with Jo.txt", ("26/03/2024, 09:00", "Jo", "Hello")))
    two_chats.hand_over(tmp_path / "one", ALEX, agree)
    assert "the first 2 of the 3 files" in said(tmp_path / "one")


def test_what_is_counted_is_not_changed_by_a_name_for_a_file(
    two_chats: Book, tmp_path: Path
) -> None:
    two_chats.decide(KeepBack("address", "14 Rosewood Avenue"))
    two_chats.hand_over(tmp_path / "one", ALEX, agree)
    lines = (tmp_path / "one/messages/chronology.csv").read_text("utf-8-sig").splitlines()
    assert sum(",yes," in line for line in lines) >= counted(two_chats.file(), "alex") == 3
