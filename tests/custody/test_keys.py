"""Passphrases, slots and the recovery code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rainbook.custody import (
    LEAST,
    STRONG,
    BookInUse,
    Cost,
    EmptyPassphrase,
    FolderInUse,
    NoSlot,
    NoSuchHolder,
    RecoveryCodeLength,
    RecoveryLineWrong,
    SlotCostRefused,
    SlotDamaged,
    SlotRemoved,
    TooManyHolders,
    UnusablePassphrase,
    Vault,
    WrongPassphrase,
    passphrase_advice,
    recovery_sheet_text,
)
from rainbook.custody.keys import make_slot, open_slot, read_slot
from rainbook.custody.recovery import code_bytes, code_from

PASSPHRASE = "five blue kettles sing"


@pytest.mark.parametrize(("passphrase", "advised"), [
    ("elevenchars", True), ("twelve chars", False), ("four words that do", False),
    # eleven characters once the two of e + acute are one
    ("e\u0301levenchars"[:12], True),
])
def test_a_short_passphrase_gets_advice(passphrase: str, advised: bool) -> None:
    assert (passphrase_advice(passphrase) is not None) == advised


@pytest.mark.parametrize(("passphrase", "refused"), [
    ("", EmptyPassphrase), (" \t\n", EmptyPassphrase), ("bad \udcff byte", UnusablePassphrase),
])
def test_what_is_no_passphrase_is_refused(
    folder: Path, passphrase: str, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        Vault.create(folder, passphrase, "A. Bell", cost=LEAST)
    assert not folder.exists()


@pytest.mark.parametrize(("made", "typed"), [
    ("caf\u00e9 au lait", "cafe\u0301 au lait"), ("\u212bngstr\u00f6m", "\u00c5ngstro\u0308m"),
    ("\ufb01ve fish", "five fish"),
])
def test_a_passphrase_is_the_same_from_every_keyboard(
    folder: Path, made: str, typed: str
) -> None:
    Vault.create(folder, made, "A. Bell", cost=LEAST)[0].close()
    Vault.open(folder, typed).close()


@pytest.mark.parametrize("wrong", [
    "five blue kettles sing ", "Five blue kettles sing", "five blue kettles", "x",
])
def test_a_wrong_passphrase_is_refused(vault: Vault, folder: Path, wrong: str) -> None:
    vault.close()
    with pytest.raises(WrongPassphrase):
        Vault.open(folder, wrong)


def test_no_slot_a_damaged_slot_and_a_wrong_passphrase_are_told_apart(
    vault: Vault, folder: Path
) -> None:
    vault.close()
    slot = next(p for p in (folder / "keys").iterdir() if b'"owner"' in p.read_bytes())
    slot.write_bytes(slot.read_bytes()[:-5])
    with pytest.raises(SlotDamaged):
        Vault.open(folder, PASSPHRASE)
    slot.unlink()
    with pytest.raises(NoSlot):
        Vault.open(folder, PASSPHRASE)


@pytest.mark.parametrize("cost", [
    Cost(19_455, 2, 1), Cost(19_456, 1, 1), Cost(19_456, 2, 0), Cost(1_048_577, 3, 4),
    Cost(262_144, 11, 4), Cost(262_144, 3, 17), Cost(-1, 3, 4),
])
def test_a_cost_out_of_bounds_is_refused_before_any_work(cost: Cost) -> None:
    with pytest.raises(SlotCostRefused):
        make_slot(bytes(32), b"secret", "owner", cost)


def test_new_books_use_the_strong_cost() -> None:
    assert Cost(262_144, 3, 4) == STRONG


def edited(slot: bytes, **fields: object) -> bytes:
    return json.dumps(json.loads(slot) | fields, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.parametrize("data", [
    b"", b"{}", b"[]", b"null", b"[" * 4000, b"\xff\xfe", b'{"book":1}' + b" " * 5000,
])
def test_what_is_no_slot_is_damage(data: bytes) -> None:
    with pytest.raises(SlotDamaged):
        read_slot(data)


@pytest.mark.parametrize("fields", [
    {"passes": 2.0}, {"passes": True}, {"passes": "2"}, {"salt": "zz" * 16}, {"salt": "00"},
    {"kind": "other"}, {"kdf": "scrypt"}, {"book": 2}, {"more": 1}, {"check": "00" * 32},
])
def test_a_slot_with_a_field_of_the_wrong_kind_is_damage(fields: dict[str, object]) -> None:
    slot = make_slot(bytes(32), b"secret", "owner", LEAST)
    with pytest.raises(SlotDamaged):
        read_slot(edited(slot, **fields) + b"\n")


def test_every_bit_of_a_slot_counts() -> None:
    slot = make_slot(bytes(range(32)), b"secret", "owner", LEAST)
    assert open_slot(slot, b"secret") == bytes(range(32))
    assert open_slot(slot, b"Secret") is None
    for place in range(len(slot)):
        for bit in (1, 32):
            changed = slot[:place] + bytes([slot[place] ^ bit]) + slot[place + 1:]
            with pytest.raises(SlotDamaged):
                read_slot(changed)


def test_a_recovery_code_is_written_as_the_page_says() -> None:
    # 40 bits of line 1: 00000 00001 00010 00011 00100 00101 00110 00111 = 0 1 2 3 4 5 6 7
    code = code_from(bytes.fromhex("00443214c7") + bytes(15))
    assert code.splitlines()[0][:9] == "0123-4567"
    assert [len(line) for line in code.splitlines()] == [12] * 4


@pytest.mark.parametrize("typed", [
    str.lower, lambda c: c.replace("-", ""), lambda c: c.replace("\n", " "),
    lambda c: c.replace("1", "l").replace("0", "O"), lambda c: f"  {c}\r\n",
    lambda c: c.replace("-", "\u2013"),
])
def test_a_recovery_code_may_be_typed_loosely(typed: object) -> None:
    data = bytes(range(0, 200, 10))
    assert callable(typed)
    assert code_bytes(typed(code_from(data))) == data


@pytest.mark.parametrize("line", [0, 1, 2, 3])
def test_a_mistyped_line_is_named(line: int) -> None:
    lines = code_from(bytes(range(20))).splitlines()
    lines[line] = ("2" if lines[line][0] != "2" else "3") + lines[line][1:]
    with pytest.raises(RecoveryLineWrong, match=f"Line {line + 1} "):
        code_bytes("\n".join(lines))


def test_lines_in_the_wrong_order_and_a_letter_outside_the_alphabet_are_named() -> None:
    one, two, three, four = code_from(bytes(range(20))).splitlines()
    with pytest.raises(RecoveryLineWrong, match="Line 2 "):
        code_bytes(f"{one}{three}{two}{four}")
    with pytest.raises(RecoveryLineWrong, match="Line 4 "):
        code_bytes(f"{one}{two}{three}U{four[1:]}")


@pytest.mark.parametrize("code", ["", "0123", "0123-4567-AB " * 5])
def test_a_code_of_the_wrong_length_says_so(code: str) -> None:
    with pytest.raises(RecoveryCodeLength, match="must have 40"):
        code_bytes(code)


def test_the_recovery_sheet_opens_the_book_and_gives_the_owner_a_new_passphrase(
    folder: Path
) -> None:
    made, code = Vault.create(folder, PASSPHRASE, "A. Bell", cost=LEAST)
    sheet = recovery_sheet_text(code, made.mark())
    assert all(line in sheet for line in code.splitlines())
    assert made.mark() in sheet
    made.close()
    with Vault.open(folder, recovery_code=code, by="A. Bell") as vault:
        assert vault.log()[-1].kind == "recovered"
        vault.change_passphrase("a quite new one", "A. Bell", LEAST)
    with pytest.raises(WrongPassphrase):
        Vault.open(folder, PASSPHRASE)
    with Vault.open(folder, "a quite new one") as vault:
        newer = vault.new_recovery_code("A. Bell", LEAST)
        assert list(vault.verify()) == []
    with pytest.raises(WrongPassphrase, match="recovery code"):
        Vault.open(folder, recovery_code=code)
    Vault.open(folder, recovery_code=newer).close()


def test_a_second_holder_can_open_the_book_and_be_taken_away(vault: Vault, folder: Path) -> None:
    held = vault.add_holder("a friend", "one red kettle waits", "A. Bell", LEAST)
    assert [h.kind for h in vault.holders()] == ["owner", "recovery", "holder"]
    slot = folder / "keys" / f"{held.slot}.json"
    kept = slot.read_bytes()
    vault.close()
    Vault.open(folder, "one red kettle waits").close()
    with Vault.open(folder, PASSPHRASE) as again:
        again.remove_holder(held.slot, "A. Bell")
        again.note("verified", "A. Bell", {})
    with pytest.raises(WrongPassphrase):
        Vault.open(folder, "one red kettle waits")
    slot.write_bytes(kept)
    with pytest.raises(SlotRemoved):
        Vault.open(folder, "one red kettle waits")
    with Vault.open(folder, PASSPHRASE) as again:
        assert [(f.kind, f.place) for f in again.put_right] == [("added", f"keys/{slot.name}")]
        assert not slot.exists()


def test_the_key_in_use_and_an_unknown_one_are_not_taken_away(vault: Vault) -> None:
    owner = vault.holders()[0]
    for slot in (owner.slot, "0" * 16):
        with pytest.raises(NoSuchHolder):
            vault.remove_holder(slot, "A. Bell")


def test_a_book_has_sixteen_keys_at_most(vault: Vault) -> None:
    for n in range(14):
        vault.add_holder(f"friend {n}", f"kettle number {n}", "A. Bell", LEAST)
    with pytest.raises(TooManyHolders):
        vault.add_holder("one more", "kettle number 15", "A. Bell", LEAST)
    assert list(vault.verify()) == []


def test_one_writer_at_a_time_and_readers_beside_it(vault: Vault, folder: Path) -> None:
    with pytest.raises(BookInUse):
        Vault.open(folder, PASSPHRASE)
    with Vault.open(folder, PASSPHRASE, read_only=True) as reader:
        assert reader.mark() == vault.mark()
    vault.close()
    Vault.open(folder, PASSPHRASE).close()


def test_a_folder_that_holds_something_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(FolderInUse):
        Vault.create(folder, PASSPHRASE, "A. Bell", cost=LEAST)
    assert [p.name for p in folder.iterdir()] == ["holiday.jpg"]
    (folder / "holiday.jpg").unlink()
    Vault.create(folder, PASSPHRASE, "A. Bell", cost=LEAST)[0].close()
