"""Decisions, notes, marks, and what a damaged log leaves readable."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from rainbook.custody import (
    BookDamaged,
    KindReserved,
    MarkUnreadable,
    NoSuchDecision,
    RecordTooLong,
    Vault,
)
from rainbook.record import Original, PersonNamed, Setting, ToldToStop, Withdrawn

PASSPHRASE = "five blue kettles sing"


def put(vault: Vault, data: bytes) -> Original:
    return vault.seal(io.BytesIO(data), "notes.txt", "A. Bell", "my phone", "export chat", "yes")


def test_decisions_are_kept_in_order_and_taken_back_by_another(vault: Vault, folder: Path) -> None:
    named = PersonNamed("p1", "R. Example", "suspect")
    told = ToldToStop("p1", at="2026-02-01", how="by text")
    assert vault.decide(named, "A. Bell", "I know him") == 1
    assert vault.decide(told, "A. Bell", "I did") == 2
    assert vault.decide(Withdrawn(1), "B. Clerk", "wrong name") == 3
    for number in (0, 1, 3, 4, -1):
        with pytest.raises(NoSuchDecision):
            vault.decide(Withdrawn(number), "A. Bell", "")
    vault.close()
    with Vault.open(folder, PASSPHRASE) as again:
        assert [(d.number, d.by, d.what, d.withdrawn) for d in again.decisions()] == [
            (1, "A. Bell", named, True), (2, "A. Bell", told, False),
            (3, "B. Clerk", Withdrawn(1), False),
        ]
        assert again.decisions()[0].at == "2026-03-01T09:01:00+00:00"


def test_every_entry_names_the_one_before(vault: Vault) -> None:
    vault.note("handed over", "A. Bell", {"to": "an adviser", "files": 3})
    log = vault.log()
    assert [r.number for r in log] == [0, 1]
    assert log[0].before == "00" * 32
    assert log[1].body == {"to": "an adviser", "files": 3}


@pytest.mark.parametrize("kind", ["sealed", "decided", "begun", "holder added", "", " "])
def test_a_note_cannot_pass_for_an_entry_of_the_vault(vault: Vault, kind: str) -> None:
    with pytest.raises(KindReserved):
        vault.note(kind, "A. Bell", {})


def test_an_entry_too_long_is_refused_and_nothing_is_written(vault: Vault) -> None:
    with pytest.raises(RecordTooLong):
        vault.note("handed over", "A. Bell", {"words": "x" * (16 << 20)})
    assert list(vault.verify()) == []
    assert len(vault.log()) == 1


def test_a_book_with_a_damaged_log_opens_for_reading(vault: Vault, folder: Path) -> None:
    kept = put(vault, b"a line\n")
    number = vault.decide(Setting("zone", "Europe/London"), "A. Bell", "home")
    end = (folder / "log").stat().st_size
    vault.decide(Setting("language", "en-GB"), "A. Bell", "mine")
    vault.close()
    data = bytearray((folder / "log").read_bytes())
    data[end + 100] ^= 1
    (folder / "log").write_bytes(data)
    with Vault.open(folder, PASSPHRASE) as harmed:
        assert harmed.open_original(kept.sha256).read() == b"a line\n"
        assert [d.number for d in harmed.decisions()] == [number]
        assert [f.kind for f in harmed.faults] == ["changed"]
        with pytest.raises(BookDamaged, match="start a new book"):
            put(harmed, b"another\n")
        with pytest.raises(BookDamaged):
            harmed.mark()
    assert (folder / "log").read_bytes() == bytes(data)


def test_a_mark_shows_a_folder_put_back_to_an_earlier_copy(vault: Vault, folder: Path) -> None:
    early = vault.mark()
    earlier = folder.with_name("earlier")
    shutil.copytree(folder, earlier)
    put(vault, b"a line\n")
    late = vault.mark()
    assert list(vault.verify(early)) == []
    assert list(vault.verify(late.upper())) == []
    with Vault.open(earlier, PASSPHRASE, read_only=True) as back:
        assert list(back.verify()) == []  # N1: nothing shows from inside
        assert [(f.kind, f.place) for f in back.verify(late)] == [("cut", "log")]
    with pytest.raises(MarkUnreadable):
        list(vault.verify("no mark"))
