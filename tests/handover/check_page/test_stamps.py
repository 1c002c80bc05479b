"""Time stamps: kinds that hold, and what does not. The authority is openssl on this machine."""

from __future__ import annotations

import base64
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="check.html: no openssl here to make time stamps with"
)

KINDS = {
    "RSA, SHA-256": {},
    "RSA, SHA-512, certificate named by SHA-1": {"digest": "sha512", "named_by": "sha1"},
    "P-256, SHA-384 names the certificate": {"key": "p256", "named_by": "sha384"},
    "P-384, SHA-384": {"key": "p384", "digest": "sha384"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_stamp_over_signed_json_holds(
    kind: str, checker: Any, bundle: Path, tmp_path: Path, stamping: Any
) -> None:
    authority = stamping.Authority(tmp_path / "tsa", **KINDS[kind])
    (bundle / "signed.tsr").write_bytes(authority.stamp((bundle / "signed.json").read_bytes()))
    found = checker.check(bundle)
    assert found.checks["stamp"] == "Holds"
    assert found.failing() == set()
    said = found.said["stamp"]
    assert re.search(r"It existed on \d+ \w+ 20\d\d, \d\d:\d\d:\d\d UTC", said)
    assert "names Ada Stamp, Example Clock, GB" in said
    assert "this page cannot know" in said


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory, stamping: Any) -> Any:
    """One authority for all that follows."""
    return stamping.Authority(tmp_path_factory.mktemp("tsa"), key="p256")


def _flip(raw: bytes, place: int) -> bytes:
    return raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]


def _time_changed(raw: bytes) -> bytes:
    found = re.search(rb"20\d{12}Z", raw)
    assert found
    return raw[: found.start() + 3] + b"0" + raw[found.start() + 4 :]


SPOILT = {
    "over something else": (lambda raw, one, data: one.stamp(data + b" "), "Does not hold"),
    "over another hash": (
        lambda raw, one, data: one.stamp(data, hashed="sha512"), "Does not hold",
    ),
    "time changed": (lambda raw, one, data: _time_changed(raw), "Does not hold"),
    "last byte of the signature": (
        lambda raw, one, data: _flip(raw, len(raw) - 1), "Does not hold",
    ),
    "cut off": (lambda raw, one, data: raw[:-1], "Does not hold"),
    "something after it": (lambda raw, one, data: raw + b"\0", "Does not hold"),
    "empty": (lambda raw, one, data: b"", "Does not hold"),
    "endless length": (lambda raw, one, data: b"\x30\x80" + raw[4:], "Does not hold"),
    "a refusal": (lambda raw, one, data: bytes.fromhex("30053003020102"), "Does not hold"),
    "deep": (lambda raw, one, data: b"\x30\x02" * 5000, "Does not hold"),
    "without certificate": (
        lambda raw, one, data: one.stamp(data, certificate=False), "Could not be checked",
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_stamp_does_not_hold(how: str, checker: Any, bundle: Path, authority: Any) -> None:
    spoil, answer = SPOILT[how]
    data = (bundle / "signed.json").read_bytes()
    (bundle / "signed.tsr").write_bytes(spoil(authority.stamp(data), authority, data))
    found = checker.check(bundle)
    assert found.checks["stamp"] == answer
    assert {name for name, said in found.checks.items() if said != "Holds"} == {"stamp"}


def test_each_changed_byte_of_a_stamp_is_noticed_or_harmless(
    checker: Any, bundle: Path, authority: Any
) -> None:
    """No byte may lead to anything but an answer; 16 places spread over the whole stamp."""
    raw = authority.stamp((bundle / "signed.json").read_bytes())
    answers = []
    for place in range(0, len(raw), max(1, len(raw) // 16)):
        (bundle / "signed.tsr").write_bytes(_flip(raw, place))
        answers.append(checker.check(bundle).checks["stamp"])
    assert set(answers) <= {"Holds", "Does not hold", "Could not be checked"}
    # the certificate is named by its hash, the content by its digest: nearly every byte counts
    assert answers.count("Does not hold") > 0.8 * len(answers)


def test_a_certificate_for_something_else_does_not_do(
    checker: Any, bundle: Path, authority: Any, tmp_path: Path, stamping: Any
) -> None:
    """openssl refuses to stamp with one, so its usage is changed afterwards, in the bytes."""
    raw = authority.stamp((bundle / "signed.json").read_bytes())
    usage = bytes.fromhex("06082b06010505070308")
    assert raw.count(usage) == 1
    (bundle / "signed.tsr").write_bytes(raw.replace(usage, bytes.fromhex("06082b06010505070301")))
    assert checker.check(bundle).checks["stamp"] == "Does not hold"


def _stamp_of(authority: Any, statement: str, signature: str) -> dict[str, str]:
    token = base64.b64encode(authority.stamp(statement.encode("ascii"))).decode("ascii")
    return {"statement": statement, "signature": signature, "token": token}


def test_stamps_in_the_proof(
    checker: Any, bundle: Path, authority: Any, made: Any, story: Any
) -> None:
    originals = story.originals(made)
    proof = made.proof_of(originals, story.people(made), story.KEY)
    early = made.statement_of(originals[:2])
    cases = {
        "the same statement": (proof["statement"], story.KEY, "Holds", "the first 3 originals."),
        "an earlier one": (early, story.KEY, "Holds", "the first 2 originals."),
        "of another key": (early, story.OTHER_KEY, "Does not hold", ""),
        "about other files": (
            made.statement_of(originals[1:]), story.KEY, "Does not hold", "",
        ),
        "read again since": (
            re.sub(r'"heads":"\w{64}"', f'"heads":"{"0" * 64}"', early), story.KEY, "Holds",
            "as files only",
        ),
    }  # fmt: skip
    for name, (statement, key, answer, said) in cases.items():
        signature = key.sign(f"rainbook proof 1\n{statement}".encode()).hex()
        stamp = _stamp_of(authority, statement, signature)
        story.put(bundle, {**proof, "stamps": [stamp]})
        made.seal(bundle, story.KEY)
        found = checker.check(bundle)
        assert found.checks["proof-stamps"] == answer, name
        assert said in found.said["proof-stamps"], name
        assert ("What was given" in found.text) is (answer == "Holds"), name
