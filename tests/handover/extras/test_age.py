"""age: opened with the key it was made for, every byte compared; refused with any other."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from rainbook.handover.check import check_bundle
from rainbook.handover.extras import age, interface

pyrage = pytest.importorskip("pyrage", reason="pyrage is not installed")


@pytest.fixture(scope="module")
def key() -> Any:
    return pyrage.x25519.Identity.generate()


def ssh_key() -> tuple[str, Any]:
    made = Ed25519PrivateKey.generate()
    secret = made.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
    public = made.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)
    return public.decode(), pyrage.ssh.Identity.from_buffer(secret)


def test_every_key_named_opens_it_and_gives_every_byte(
    given: Path, tmp_path: Path, key: Any, tree_of: Any
) -> None:
    public, secret = ssh_key()
    out = age.pack_for(given, [str(key.to_public()), f" {public} somebody@example.org\n"],
                       tmp_path / "given.age")
    assert out.read_bytes().startswith(b"age-encryption.org/v1\n")
    opened = [pyrage.decrypt(out.read_bytes(), [one]) for one in (key, secret)]
    assert opened[0] == opened[1]
    with tarfile.open(fileobj=io.BytesIO(opened[0])) as packed:
        packed.extractall(tmp_path / "opened", filter="data")
        facts = {(m.mtime, m.uid, m.gid, m.uname, m.mode) for m in packed.getmembers()}
        names = packed.getnames()
    assert tree_of(tmp_path / "opened" / "handed-over") == tree_of(given)
    assert check_bundle(tmp_path / "opened" / "handed-over") == ()
    assert facts == {(0, 0, 0, "", 0o644)}
    assert names == sorted(names)


def test_no_other_key_opens_it_and_a_changed_byte_is_noticed(
    given: Path, tmp_path: Path, key: Any
) -> None:
    out = age.pack_for(given, [str(key.to_public())], tmp_path / "given.age")
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(out.read_bytes(), [pyrage.x25519.Identity.generate()])
    harmed = bytearray(out.read_bytes())
    harmed[-1] ^= 1
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(bytes(harmed), [key])


def test_the_tar_inside_is_the_same_each_time(given: Path, tmp_path: Path, key: Any) -> None:
    to = [str(key.to_public())]
    packed = [age.pack_for(given, to, tmp_path / name).read_bytes() for name in ("one", "two")]
    tars = [pyrage.decrypt(one, [key]) for one in packed]
    assert tars[0] == tars[1]
    assert (tmp_path / "one").read_bytes() != (tmp_path / "two").read_bytes()


GOOD = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


@pytest.mark.parametrize(("recipients", "says"), [
    ([], "between 1 and 64 keys; 0 were given"),
    ([GOOD] * 65, "between 1 and 64 keys; 65 were given"),
    (["somebody@example.org"], "not the public key of anybody"),
    ([""], "not the public key of anybody"),
    ([GOOD[:-1] + "q"], "not the public key of anybody"),
    ([GOOD, "age1short"], "not the public key of anybody"),
    (["ssh-ed25519 AAAA"], "not the public key of anybody"),
    (["ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB"], "not the public key of anybody"),
    (["AGE-SECRET-KEY-1QQQQ"], "That is a secret key"),
    (["-----BEGIN OPENSSH PRIVATE KEY-----"], "That is a secret key"),
])
def test_what_is_no_key_is_refused_in_plain_words(
    recipients: list[str], says: str, given: Path, tmp_path: Path
) -> None:
    with pytest.raises(age.NotARecipient, match=says) as refused:
        age.pack_for(given, recipients, tmp_path / "out")
    assert "QQQQ" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_changes_while_it_is_packed_leaves_nothing(
    own: Path, tmp_path: Path, key: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = interface.whole(own)
    (own / "read-me.txt").write_bytes(b"changed after it was checked")
    monkeypatch.setattr(age, "whole", lambda folder: parts)
    with pytest.raises(interface.ChangedMeanwhile, match=r"read-me\.txt was changed"):
        age.pack_for(own, [str(key.to_public())], tmp_path / "out")
    assert [p.name for p in tmp_path.iterdir()] == ["bundle"]


def test_a_disk_that_is_full_leaves_nothing(
    given: Path, tmp_path: Path, key: Any
) -> None:
    """/dev/full refuses every byte written to it."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no /dev/full on this system")
    with full.open("wb", buffering=0) as stream, pytest.raises(age.NotEncrypted, match="room on"):
        age.encrypted(pyrage, interface.whole(given), [key.to_public()], stream)
    assert list(tmp_path.iterdir()) == []


def test_the_package_is_asked_for_by_name(
    given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyrage", None)
    with pytest.raises(interface.ExtraNotInstalled, match="needs the package pyrage"):
        age.pack_for(given, [GOOD], tmp_path / "out")
