"""signed.json: what it is, what is refused, and what is said."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from rainbook.handover.proof.signed import check_signed, write_signed

MADE = "2024-06-02T09:00:00Z"


@pytest.fixture
def folder(parts: SimpleNamespace, tmp_path: Path) -> Path:
    (tmp_path / "hashes.txt").write_bytes(b"00  a.txt\n")
    write_signed(tmp_path, MADE, parts.made.PUBLIC, parts.made.SECRET.sign)
    return tmp_path


def test_it_is_as_the_page_says(parts: SimpleNamespace, folder: Path) -> None:
    raw = (folder / "signed.json").read_bytes()
    listed = hashlib.sha256(b"00  a.txt\n").hexdigest()
    statement = f'{{"bundle":1,"hashes":"{listed}","made":"{MADE}"}}'
    signature = parts.made.SECRET.sign(b"rainbook bundle 1\n" + statement.encode()).hex()
    escaped = statement.replace('"', '\\"')
    assert raw.decode() == (
        f'{{"format":"rainbook signature 1","key":"{parts.made.PUBLIC.hex()}",'
        f'"signature":"{signature}","statement":"{escaped}"}}\n'
    )


def test_what_holds_is_said_with_the_fingerprint(parts: SimpleNamespace, folder: Path) -> None:
    digits = hashlib.sha256(parts.made.PUBLIC).hexdigest()
    checked = check_signed(folder)
    assert checked.faults == ()
    assert checked.key == parts.made.PUBLIC
    assert f"{digits[:4]} {digits[4:8]}" in checked.said[0]
    assert MADE in checked.said[0]


@pytest.mark.parametrize(
    ("part", "value", "says"),
    [
        ("format", "rainbook signature 2", "does not know"),
        ("statement", '{"bundle":1}', "exactly the parts"),
        ("statement", '{"bundle": 1,"hashes":"x","made":"y"}', "one way it can be written"),
        ("statement", '{"bundle":1,"hashes":"x","made":"y"}', "hexadecimal"),
        ("statement", 7, "is not text"),
        ("key", "00" * 32, "anybody could sign with"),
        ("key", "01" + "00" * 31, "anybody could sign with"),
        ("signature", "00" * 64, "changed after it was signed"),
        ("signature", "00" * 63, "has not 64 bytes"),
        ("more", 1, "exactly the parts"),
    ],
)
def test_refused(folder: Path, part: str, value: object, says: str) -> None:
    made = json.loads((folder / "signed.json").read_bytes())
    (folder / "signed.json").write_text(json.dumps({**made, part: value}))
    checked = check_signed(folder)
    assert [says in f.sentence for f in checked.faults] == [True]
    assert (checked.said, checked.key) == ((), b"")


def test_another_list_of_hashes_is_refused(folder: Path) -> None:
    (folder / "hashes.txt").write_bytes(b"00  b.txt\n")
    assert "not the list that was signed for" in check_signed(folder).faults[0].sentence
    (folder / "hashes.txt").unlink()
    assert "not the list that was signed for" in check_signed(folder).faults[0].sentence


def test_no_signature_is_missing_and_noise_is_unreadable(folder: Path) -> None:
    (folder / "signed.json").write_bytes(b"[" * 100_000)
    assert check_signed(folder).faults[0].what == "unreadable"
    (folder / "signed.json").unlink()
    assert check_signed(folder).faults[0].what == "missing"


def test_a_time_stamp_is_over_the_bytes_of_the_file(folder: Path) -> None:
    (folder / "signed.tsr").write_bytes(b"token")
    wanted = hashlib.sha256((folder / "signed.json").read_bytes()).digest()
    asked: list[tuple[bytes, bytes]] = []

    def stamp_check(token: bytes, digest: bytes) -> tuple[str, str]:
        asked.append((token, digest))
        return "2024-06-03T00:00:00Z", "an authority"

    assert "an authority" in check_signed(folder, stamp_check).said[1]
    assert asked == [(b"token", wanted)]
    refused = check_signed(folder, lambda token, digest: "It is for something else.")
    assert "It is for something else." in refused.faults[0].sentence
