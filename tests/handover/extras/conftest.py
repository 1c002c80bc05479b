"""The bundle the extras are made from, and a time stamping authority of our own."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rainbook.handover.proof.signed import write_signed
from tests.handover.extras.authority import PASSWORD, Authority, authority


@pytest.fixture(scope="session")
def given(handed: Any) -> Path:
    """The story's bundle. Nobody writes into it: see `own`."""
    return Path(handed.folder)


def signed(folder: Path) -> None:
    """Write a signed.json, as a book would, with a key of our own."""
    key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    write_signed(folder, "2024-06-02", key.public_key().public_bytes_raw(), key.sign)


@pytest.fixture
def own(given: Path, tmp_path: Path) -> Path:
    """A copy of it with a signed.json, which a test may change."""
    copy = Path(shutil.copytree(given, tmp_path / "bundle"))
    signed(copy)
    return copy


@pytest.fixture(scope="session")
def tsa(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed, so there is no authority to ask")
    return authority(tmp_path_factory.mktemp("authority"))


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its name."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.fixture(scope="session")
def tree_of() -> Any:
    return tree


@pytest.fixture(scope="session")
def keys(tsa: Authority) -> Path:
    """Made keys: one for RSA, one for EC, one file with no private key in it."""
    tsa.certificate("person", "root", "person")
    tsa.certificate("person-ec", "root", "person", "ec")
    (tsa.place / "word").write_text(PASSWORD, encoding="utf-8")
    for name in ("person", "person-ec"):
        tsa.run("pkcs12", "-export", "-in", f"{name}.pem", "-inkey", f"{name}.key", "-out",
                f"{name}.p12", "-passout", "file:word")
    tsa.run("pkcs12", "-export", "-nokeys", "-in", "person.pem", "-out", "bare.p12", "-passout",
            "file:word")
    return tsa.place
