"""How a stamp is signed, and with what: certificates of every kind, made for each test.

openssl answers only with a good certificate, so a good statement is signed anew with another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from rainbook.handover.stamps import reading as stamps
from rainbook.handover.stamps.der import SEQUENCE, only
from tests.handover.extras.authority import Authority

DIGEST = hashlib.sha256(b"a statement").digest()


@pytest.mark.parametrize("section", ["both", "soft", "no_ca", "root"])
def test_a_certificate_that_is_not_for_time_stamps(section: str, tsa: Authority) -> None:
    """openssl will not answer with such a one, so the good answer is signed anew with it."""
    with pytest.raises(stamps.StampNotSigned, match="not one for time stamps"):
        stamps.read(signed_by(tsa, section), DIGEST)


def signed_by(
    tsa: Authority, section: str, change: Callable[[bytes], bytes] = lambda content: content,
    *more: str,
) -> bytes:
    """Return an answer signed (CMS) with a certificate of another kind, its statement changed."""
    name = f"other-{section}"
    if not tsa.pem(name).exists():
        tsa.certificate(name, "root", section)
    content = encapsulated(tsa.answer(stamps.request(DIGEST)))
    (tsa.place / "content.der").write_bytes(change(content))
    return answer_of(tsa.run(
        "cms", "-sign", "-binary", "-nodetach", "-in", "content.der", "-signer", f"{name}.pem",
        "-inkey", f"{name}.key", "-md", "sha256", "-outform", "DER", "-econtent_type",
        "1.2.840.113549.1.9.16.1.4", "-cades", "-nosmimecap", *more,
    ))


def answer_of(token: bytes) -> bytes:
    status = bytes.fromhex("3003020100")
    inside = status + token
    return bytes((0x30, 0x82)) + len(inside).to_bytes(2, "big") + inside


def encapsulated(reply: bytes) -> bytes:
    info = only(reply, SEQUENCE).parts()[1]
    signed = info.parts()[1].parts()[0].parts()
    return signed[2].parts()[1].parts()[0].inside


def test_the_way_these_answers_are_made_gives_good_ones_too(tsa: Authority) -> None:
    """Or the test above would refuse for another reason."""
    assert stamps.read(signed_by(tsa, "leaf"), DIGEST).authority == "CN=other-leaf,O=Example"


@pytest.mark.parametrize(("more", "holds"), [
    (("-keyopt", "rsa_padding_mode:pss"), True),
    (("-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:20"), True),
    (("-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_mgf1_md:sha1"), False),
    (("-md", "sha384"), True),
    (("-md", "sha512"), True),
    (("-md", "sha1"), False),
])
def test_other_ways_of_signing(more: tuple[str, ...], holds: bool, tsa: Authority) -> None:
    reply = signed_by(tsa, "leaf", lambda content: content, *more)
    if holds:
        assert stamps.read(reply, DIGEST).authority == "CN=other-leaf,O=Example"
        return
    with pytest.raises(stamps.StampNotSigned, match="too weak or is not known"):
        stamps.read(reply, DIGEST)


def test_a_signer_named_by_the_id_of_its_key(tsa: Authority) -> None:
    reply = signed_by(tsa, "leaf", lambda content: content, "-keyid")
    assert stamps.read(reply, DIGEST).authority == "CN=other-leaf,O=Example"


@pytest.mark.parametrize("kind", ["sha1", "sha384"])
def test_other_ways_of_naming_the_certificate(kind: str, tsa: Authority) -> None:
    """With SHA-1, as the first form has it (RFC 3161) and many authorities still do."""
    config = (tsa.place / "ca.cnf").read_text(encoding="ascii")
    (tsa.place / "other.cnf").write_text(
        config.replace("ess_cert_id_alg = sha256", f"ess_cert_id_alg = {kind}"), encoding="ascii"
    )
    (tsa.place / "asked.tsq").write_bytes(stamps.request(DIGEST))
    tsa.run("ts", "-reply", "-config", "other.cnf", "-queryfile", "asked.tsq", "-signer", "rsa.pem",
            "-inkey", "rsa.key", "-out", "answer.tsr")
    reply = (tsa.place / "answer.tsr").read_bytes()
    assert stamps.read(reply, DIGEST).authority == "CN=rsa,O=Example"
    whole = tsa.run("x509", "-in", "rsa.pem", "-outform", "DER")
    named = hashlib.new(kind, whole).digest()
    assert reply.count(named) == 1
    with pytest.raises(stamps.StampNotSigned, match="does not hold"):
        stamps.read(reply.replace(named, bytes(len(named))), DIGEST)


def test_a_weak_key_is_refused(tsa: Authority) -> None:
    if not tsa.pem("weak").exists():
        tsa.certificate("weak", "root", "leaf", "weak")
    reply = tsa.answer(stamps.request(DIGEST), "weak")
    with pytest.raises(stamps.StampNotSigned, match="too weak or is not known"):
        stamps.read(reply, DIGEST)


def test_the_form_the_proof_asks_with(tsa: Authority) -> None:
    reply = tsa.answer(stamps.request(DIGEST))
    when = stamps.read(reply, DIGEST).time
    assert stamps.check(reply, DIGEST) == (when, "CN=rsa,O=Example")
    said = stamps.check(reply, bytes(32))
    assert isinstance(said, str) and said.startswith("This time stamp is for something else")


def test_a_certificate_that_was_not_in_force(tsa: Authority) -> None:
    """The time in the statement is moved to another year, and it is signed anew."""
    year = stamps.read(tsa.answer(stamps.request(DIGEST)), DIGEST).time[:4].encode()
    for other in (b"2001", b"2088"):
        def moved(content: bytes, to: bytes = other) -> bytes:
            assert content.count(b"\x18\x0f" + year) == 1
            return content.replace(b"\x18\x0f" + year, b"\x18\x0f" + to)

        with pytest.raises(stamps.StampNotSigned, match="not in force at the time"):
            stamps.read(signed_by(tsa, "leaf", moved), DIGEST)
