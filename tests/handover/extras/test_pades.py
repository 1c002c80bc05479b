"""PAdES: a signed copy of the index, checked by pyHanko for both `intact` and `valid`."""

from __future__ import annotations

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from rainbook.handover.extras import interface
from rainbook.handover.extras.pades import KeyNotOpened, sign_index
from tests.handover.extras.authority import PASSWORD

pytest.importorskip("pyhanko", reason="pyhanko is not installed")
from asn1crypto import x509
from cryptography import x509 as certificates
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def status_of(signed: bytes, root: Path) -> Any:
    trusted = x509.Certificate.load(_der(root))
    context = ValidationContext(trust_roots=[trusted], allow_fetching=False)
    (signature,) = PdfFileReader(io.BytesIO(signed)).embedded_signatures
    with ThreadPoolExecutor(1) as apart:  # a browser of other tests may keep a loop running here
        return apart.submit(validate_pdf_signature, signature, context).result()


def _der(pem: Path) -> bytes:
    return certificates.load_pem_x509_certificate(pem.read_bytes()).public_bytes(Encoding.DER)


@pytest.mark.parametrize("name", ["person", "person-ec"])
def test_the_copy_is_signed_and_the_index_is_not_touched(
    name: str, own: Path, keys: Path, tmp_path: Path, tree_of: Any
) -> None:
    before = tree_of(own)
    out = sign_index(own, keys / f"{name}.p12", PASSWORD, tmp_path / "index-signed.pdf")
    assert tree_of(own) == before
    signed = out.read_bytes()
    # the copy begins with every byte of the index, so it is the same document
    assert signed.startswith(before["index.pdf"])
    status = status_of(signed, keys / "root.pem")
    assert (status.intact, status.valid, status.trusted) == (True, True, True)
    assert status.coverage.name == "ENTIRE_FILE"
    assert status.timestamp_validity is None
    subject = status.signing_cert.subject.native
    assert subject["common_name"] == name
    assert b"/SubFilter /ETSI.CAdES.detached" in signed


@pytest.mark.parametrize("where", ["beginning", "middle", "end"])
def test_a_changed_byte_is_refused(
    where: str, own: Path, keys: Path, tmp_path: Path
) -> None:
    signed = bytearray(sign_index(own, keys / "person.p12", PASSWORD, tmp_path / "o").read_bytes())
    size = (own / "index.pdf").stat().st_size
    place = {"beginning": signed.index(b"%PDF-1.") + 7, "middle": size // 2,
             "end": size + signed[size:].index(b"/Name") + 1 if b"/Name" in signed[size:]
             else size + 20}[where]
    signed[place] ^= 0x01
    try:
        status = status_of(bytes(signed), keys / "root.pem")
    except Exception:  # so broken that it is no PDF with a signature any more
        return
    assert not (status.intact and status.valid)


@pytest.mark.parametrize(("key", "password"), [
    ("person.p12", "another password"),
    ("person.p12", ""),
    ("bare.p12", PASSWORD),
    ("person.pem", PASSWORD),
    ("nothing.p12", PASSWORD),
])
def test_a_key_that_cannot_be_opened(
    key: str, password: str, own: Path, keys: Path, tmp_path: Path
) -> None:
    with pytest.raises(KeyNotOpened, match=key) as refused:
        sign_index(own, keys / key, password, tmp_path / "out")
    assert PASSWORD not in str(refused.value)
    assert not (tmp_path / "out").exists()


WATCHED = """
import os, sys

def watch(event, given):
    if event.startswith("socket.") and event != "socket.__new__":
        os.write(2, event.encode())
        os._exit(97)

sys.addaudithook(watch)
if len(sys.argv) == 1:
    import socket
    socket.getaddrinfo("localhost", 1)
from pathlib import Path
from rainbook.handover.extras.pades import sign_index
sign_index(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sockets are paired otherwise there")
def test_signing_connects_to_nothing(own: Path, keys: Path, tmp_path: Path, root: Path) -> None:
    def run(*given: str) -> int:
        ran = subprocess.run([sys.executable, "-c", WATCHED, *given], cwd=root, check=False)
        return ran.returncode

    assert run() == 97  # the watch sees
    assert run(str(own), str(keys / "person.p12"), PASSWORD, str(tmp_path / "out")) == 0
    assert (tmp_path / "out").is_file()


def test_the_package_is_asked_for_by_name(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyhanko.sign.signers", None)
    with pytest.raises(interface.ExtraNotInstalled, match="needs the package pyhanko"):
        sign_index(own, tmp_path / "key.p12", PASSWORD, tmp_path / "out")
    assert not (tmp_path / "out").exists()
