"""A bundle's stamp: asked for by the hash of signed.json, checked before it is kept."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import extras as door
from rainbook.handover.extras import interface
from rainbook.handover.extras.stamp import ask_folder, keep_folder
from rainbook.handover.stamps import reading as stamps
from tests.handover.extras.authority import Authority


def test_asking_and_keeping(own: Path, tmp_path: Path, tsa: Authority, tree_of: Any) -> None:
    before = tree_of(own)
    asked = ask_folder(own, tmp_path / "request.tsq")
    assert hashlib.sha256(before["signed.json"]).digest() in asked.read_bytes()
    assert tree_of(own) == before
    reply = tmp_path / "reply.tsr"
    reply.write_bytes(tsa.answer(asked.read_bytes()))
    stamp = keep_folder(own, reply, asked=asked.read_bytes())
    assert stamp.authority == "CN=rsa,O=Example"
    assert tree_of(own) == {**before, "signed.tsr": reply.read_bytes()}
    assert door.look_at_stamp(own) == stamp
    assert door.look_at_stamp(own, roots=tsa.pem("root")).root == "CN=root,O=Example"
    with pytest.raises(interface.NameTaken, match=r"signed\.tsr is there already"):
        keep_folder(own, reply)


def test_an_answer_that_does_not_hold_is_not_kept(
    own: Path, tmp_path: Path, tsa: Authority, tree_of: Any
) -> None:
    before = tree_of(own)
    reply = tmp_path / "reply.tsr"
    for held, refusal in (
        (tsa.answer(stamps.request(bytes(32))), stamps.OtherHash),
        (b"", stamps.NotAStamp),
        (b"<html>", stamps.NotAStamp),
    ):
        reply.write_bytes(held)
        with pytest.raises(refusal):
            keep_folder(own, reply)
    with pytest.raises(stamps.NotAStamp, match="could not be read"):
        keep_folder(own, tmp_path / "nothing.tsr")
    assert tree_of(own) == before


def test_a_bundle_without_a_signed_statement_has_nothing_to_stamp(
    own: Path, tmp_path: Path
) -> None:
    (own / "signed.json").unlink()
    with pytest.raises(interface.NotWhole, match=r"no signed\.json"):
        ask_folder(own, tmp_path / "request.tsq")
