"""Time stamps: against an authority made with openssl, and a second reader that is not ours.

The table of harms is the specification: whatever byte is changed, the stamp is refused or shows
exactly what it showed before.
"""

from __future__ import annotations

import hashlib
import itertools
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509

from rainbook.handover.stamps import reading as stamps
from rainbook.handover.stamps.der import SEQUENCE, only
from rainbook.record import RainbookError
from tests.handover.extras.authority import Authority

DIGEST = hashlib.sha256(b"a statement").digest()


def roots(tsa: Authority, name: str = "root") -> tuple[x509.Certificate, ...]:
    return stamps.roots_in(tsa.pem(name))


def test_a_request_holds_the_hash_and_a_new_number_and_nothing_else(tsa: Authority) -> None:
    asked = stamps.request(DIGEST)
    (tsa.place / "shown.tsq").write_bytes(asked)
    shown = tsa.run("ts", "-query", "-in", "shown.tsq", "-text").decode()
    for says in ("Version: 1", "Hash Algorithm: sha256", "Certificate required: yes",
                 "Policy OID: unspecified", "Extensions:\n"):
        assert says in shown
    assert DIGEST in asked
    # 2 + 3 (version) + 2 + 15 + 34 (hash) + 10 (number) + 3 (certificate wanted)
    assert len(asked) == 69
    assert stamps.request(DIGEST) != asked
    with pytest.raises(stamps.OtherHash, match="32 bytes"):
        stamps.request(b"short")


@pytest.mark.parametrize(("signer", "more"), [
    ("rsa", ()),
    ("ec", ()),
    ("ec", ("-chain", "middle.pem")),
    ("rsa", ("-chain", "root.pem")),  # unsorted certificates, as many authorities send them
])
def test_what_a_good_answer_shows(
    signer: str, more: tuple[str, ...], tsa: Authority
) -> None:
    asked = stamps.request(DIGEST)
    reply = tsa.answer(asked, signer, *more)
    stamp = stamps.read(reply, DIGEST, asked=asked)
    shown = tsa.run("ts", "-reply", "-in", "answer.tsr", "-text").decode()
    when = tsa.run("x509", "-in", f"{signer}.pem", "-noout", "-fingerprint", "-sha256").decode()
    assert stamp.authority == f"CN={signer},O=Example"
    assert stamp.issuer == ("CN=root,O=Example" if signer == "rsa" else "CN=middle,O=Example")
    assert stamp.policy == "1.2.3.4.1"
    assert f"Serial number: 0x{stamp.serial:02X}" in shown
    assert stamp.certificate == when.split("=")[1].strip().replace(":", "").lower()
    assert stamp.root == ""
    assert "whether to trust them is for the reader" in stamp.sentence
    day, clock = stamp.time.removesuffix("Z").split("T")
    assert f"{clock} {day[:4]} GMT" in shown


@pytest.mark.parametrize(("signer", "more", "trusted", "leads"), [
    ("rsa", (), "root", True),
    ("ec", ("-chain", "middle.pem"), "root", True),
    ("ec", (), "root", False),  # the certificate between the two is not there
    ("ec", (), "middle", True),
    ("rsa", (), "rsa", True),  # the reader trusts the authority itself
    ("rsa", (), "other", False),
    ("rsa", (), "ec", False),
])
def test_where_it_leads_when_roots_are_given(
    signer: str, more: tuple[str, ...], trusted: str, leads: bool, tsa: Authority
) -> None:
    reply = tsa.answer(stamps.request(DIGEST), signer, *more)
    if leads:
        stamp = stamps.read(reply, DIGEST, roots=roots(tsa, trusted))
        assert stamp.root == f"CN={trusted},O=Example"
        assert f"leads to CN={trusted},O=Example, which you said you trust" in stamp.sentence
        return
    with pytest.raises(stamps.StampNotSigned, match="does not lead to any"):
        stamps.read(reply, DIGEST, roots=roots(tsa, trusted))


def test_another_reader_agrees(tsa: Authority) -> None:
    """rfc3161-client, which wants a root and takes no unsorted certificates."""
    client = pytest.importorskip("rfc3161_client", reason="rfc3161-client is not installed")
    for signer in ("rsa", "ec"):
        trusted = "root" if signer == "rsa" else "middle"
        reply = tsa.answer(stamps.request(DIGEST), signer)
        theirs = client.decode_timestamp_response(reply)
        verifier = client.VerifierBuilder(roots=list(roots(tsa, trusted)))
        if signer == "rsa":  # it wants a root that is signed by itself
            assert verifier.build().verify(theirs, DIGEST)
        ours = stamps.read(reply, DIGEST, roots=roots(tsa, trusted))
        assert ours.time == f"{theirs.tst_info.gen_time:%Y-%m-%dT%H:%M:%SZ}"
        assert ours.serial == theirs.tst_info.serial_number
        assert ours.policy == theirs.tst_info.policy.dotted_string
    assert tsa.run("ts", "-verify", "-in", "answer.tsr", "-digest", DIGEST.hex(), "-CAfile",
                   "root.pem", "-untrusted", "middle.pem").startswith(b"Verification: OK")


def test_an_answer_for_something_else(tsa: Authority) -> None:
    asked = stamps.request(DIGEST)
    reply = tsa.answer(asked)
    with pytest.raises(stamps.OtherHash, match="for something else"):
        stamps.read(reply, hashlib.sha256(b"another").digest())
    with pytest.raises(stamps.OtherHash, match="answer to another request"):
        stamps.read(reply, DIGEST, asked=stamps.request(DIGEST))
    with pytest.raises(stamps.NotAStamp, match="not one that was made here"):
        stamps.read(reply, DIGEST, asked=b"junk")
    (tsa.place / "data").write_bytes(b"a statement")
    tsa.run("ts", "-query", "-data", "data", "-sha512", "-cert", "-out", "long.tsq")
    long = tsa.answer((tsa.place / "long.tsq").read_bytes())
    with pytest.raises(stamps.OtherHash):
        stamps.read(long, DIGEST)


def test_an_answer_without_the_certificate(tsa: Authority) -> None:
    (tsa.place / "data").write_bytes(b"a statement")
    tsa.run("ts", "-query", "-data", "data", "-sha256", "-out", "bare.tsq")
    reply = tsa.answer((tsa.place / "bare.tsq").read_bytes())
    with pytest.raises(stamps.StampNotSigned, match="certificate of the authority is not in"):
        stamps.read(reply, DIGEST)


def test_an_answer_that_says_no(tsa: Authority) -> None:
    (tsa.place / "data").write_bytes(b"a statement")
    tsa.run("ts", "-query", "-data", "data", "-sha384", "-cert", "-out", "no.tsq")
    reply = tsa.answer((tsa.place / "no.tsq").read_bytes())
    with pytest.raises(stamps.NotGranted, match=r"gave no time stamp \(its answer is number 2"):
        stamps.read(reply, DIGEST)


def test_every_byte_of_an_answer(tsa: Authority) -> None:
    """Whatever byte is changed, it is refused in plain words or shows exactly what it showed."""
    reply = tsa.answer(stamps.request(DIGEST), "ec")
    good = stamps.read(reply, DIGEST, roots=roots(tsa, "middle"))
    unseen = set()
    for place, bit in itertools.product(range(len(reply)), (0x01, 0x80)):
        harmed = bytearray(reply)
        harmed[place] ^= bit
        try:
            found = stamps.read(bytes(harmed), DIGEST, roots=roots(tsa, "middle"))
        except RainbookError:
            continue
        assert found == good
        unseen.add(place)
    # what nobody signs: the status (1 is granted too), and twice that a digest has no parameters
    assert len(unseen) == 3


@pytest.mark.parametrize("harm", [
    lambda reply: b"",
    lambda reply: reply + b"\0",
    lambda reply: reply[:-1],
    lambda reply: reply[: len(reply) // 2],
    lambda reply: b"<html>503</html>",
    lambda reply: b"\x30\x80" + reply[4:],
    lambda reply: b"\x30\x85\x00\x00\x00\x00\x01\x30",
    lambda reply: bytes(2_000_000),
    lambda reply: only(reply, SEQUENCE).parts()[1].whole,
])
def test_what_is_no_answer(harm: Any, tsa: Authority) -> None:
    reply = tsa.answer(stamps.request(DIGEST))
    with pytest.raises((stamps.NotAStamp, stamps.NotGranted)):
        stamps.read(harm(reply), DIGEST)


def test_the_statement_of_a_book(tsa: Authority) -> None:
    statement = b'{"proof":1}'
    asked = stamps.ask_statement(statement)
    reply = tsa.answer(asked)
    stamp = stamps.keep_statement(statement, reply, asked=asked, roots=roots(tsa))
    assert stamp.root == "CN=root,O=Example"
    with pytest.raises(stamps.OtherHash):
        stamps.keep_statement(statement + b" ", reply)


@pytest.mark.parametrize("held", [b"", b"junk", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END "
                                  b"CERTIFICATE-----\n"])
def test_roots_that_cannot_be_read(held: bytes, tmp_path: Path) -> None:
    (tmp_path / "roots.pem").write_bytes(held)
    with pytest.raises(stamps.RootsNotRead, match=r"roots\.pem could not be read"):
        stamps.roots_in(tmp_path / "roots.pem")
    with pytest.raises(stamps.RootsNotRead):
        stamps.roots_in(tmp_path / "nothing.pem")
