"""`extra` and `stamp`: other forms of a folder that was handed over."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from rainbook.cli.extras_page import SizeNotUnderstood, extra, size_of, stamp
from rainbook.handover.hashes import write_hashes
from tests.handover.extras.authority import Authority, authority
from tests.handover.extras.conftest import signed

Run = Callable[..., Any]


@pytest.fixture
def run(rainbook: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line with `extra` and `stamp` on it, also where it is not wired up yet."""
    whole = importlib.import_module("rainbook.cli.app")
    names = {group.name for group in whole.app.registered_groups}
    if "extra" not in names:
        more = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
        more.add_typer(extra, name="extra")
        more.add_typer(stamp, name="stamp")
        monkeypatch.setattr(whole, "app", more)
    return rainbook


@pytest.fixture
def given(here: Path) -> Path:
    """The smallest folder that passes its check, with the files the commands look for."""
    folder = here / "given"
    (folder / "messages").mkdir(parents=True)
    (folder / "index.pdf").write_bytes(b"%PDF-1.7 an index")
    (folder / "exhibits.csv").write_bytes(b"exhibit,file,sha256,original_sha256\r\n")
    (folder / "messages/chronology.csv").write_bytes(b"line,original_sha256\r\n")
    write_hashes(folder, {})
    signed(folder)
    return folder


def plain(text: str) -> str:
    return " ".join(text.split())


def test_what_there_is(run: Run, here: Path) -> None:
    ran = run("extra", "list")
    assert ran.code == 0
    assert "volumes: ordinary ZIP volumes under a size limit" in ran.out
    assert "(needs: pyrage)" in plain(ran.out)
    (listed,) = run("extra", "list", "--json").lines()
    assert {e["name"] for e in listed} == {"age", "bag", "case", "sign", "stamp", "volumes"}


@pytest.mark.parametrize(("given_as", "wrote", "says"), [
    (("extra", "bag", "given", "out"), "out/bagit.txt", "out is written. Any tool for BagIt"),
    (("extra", "case", "given", "out"), "out", "what the tables hold"),
    (("extra", "volumes", "given", "out", "--limit", "25MB"), "out/volume-1.zip",
     "Begin with volume-1.zip"),
    (("stamp", "ask-folder", "given", "out"), "out", "Nothing was sent"),
])
def test_making_one(
    given_as: tuple[str, ...], wrote: str, says: str, run: Run, given: Path, here: Path
) -> None:
    ran = run(*given_as)
    assert (ran.code, ran.err) == (0, "")
    assert says in plain(ran.out)
    assert (here / wrote).is_file()
    again = run(*given_as)
    assert (again.code, again.out, "is there already" in again.err) == (2, "", True)
    (here / "out").rename(here / "before")
    assert run(*given_as, "--json").lines() == [{"written": "out"}]
    (given / "more.txt").write_bytes(b"")
    (refused,) = run(*given_as[:3], "other", *given_as[4:], "--json").lines()
    assert "more.txt was added" in refused["error"]


def test_packing_for_a_key(run: Run, given: Path, here: Path) -> None:
    pyrage = pytest.importorskip("pyrage", reason="pyrage is not installed")
    key = pyrage.x25519.Identity.generate()
    (here / "keys").write_text(f"# theirs\n\n{key.to_public()}\n", encoding="utf-8")
    ran = run("extra", "age", "given", "out", "--to-file", "keys")
    assert (ran.code, "out is written" in ran.out) == (0, True)
    assert pyrage.decrypt((here / "out").read_bytes(), [key]).startswith(b"handed-over/")
    assert run("extra", "age", "given", "two", "--to", str(key.to_public())).code == 0
    for more, says in (
        ((), "between 1 and 64 keys"),
        (("--to", "me"), "not the public key of anybody"),
        (("--to-file", "nothing"), "nothing could not be read"),
    ):
        ran = run("extra", "age", "given", "three", *more)
        assert (ran.code, says in plain(ran.err)) == (2, True)


def test_signing_asks_for_a_password_and_never_takes_it_as_an_option(
    run: Run, given: Path, here: Path
) -> None:
    pytest.importorskip("pyhanko", reason="pyhanko is not installed")
    (here / "word").write_text("a password\n", encoding="utf-8")
    ran = run("extra", "sign", "given", "key.p12", "out", "--passphrase-file", "word")
    assert (ran.code, "key.p12 could not be read" in ran.err) == (2, True)
    assert "no keyboard" in run("extra", "sign", "given", "key.p12", "out").err
    assert run("extra", "sign", "given", "key.p12", "out", "--password", "x").code == 2


@pytest.fixture(scope="session")
def tsa(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed, so there is no authority to ask")
    return authority(tmp_path_factory.mktemp("authority"))


def test_a_stamp_from_the_request_to_the_check(
    run: Run, given: Path, here: Path, tsa: Authority
) -> None:
    run("stamp", "ask-folder", "given", "request.tsq")
    (here / "reply.tsr").write_bytes(tsa.answer((here / "request.tsq").read_bytes()))
    ran = run("stamp", "keep-folder", "given", "reply.tsr", "--request", "request.tsq")
    assert (ran.code, ran.err) == (0, "")
    assert "by CN=rsa,O=Example (certificate from CN=root,O=Example)" in plain(ran.out)
    assert "whether to trust them is for the reader" in plain(ran.out)
    (looked,) = run("stamp", "look", "given", "--roots", tsa.pem("root"), "--json").lines()
    assert looked["root"] == "CN=root,O=Example"
    for more, says in (
        (("look", "given", "--roots", tsa.pem("other")), "does not lead to any"),
        (("keep-folder", "given", "reply.tsr"), "signed.tsr is there already"),
        (("keep-folder", "given", "request.tsq"), "not the answer of a time stamping authority"),
    ):
        ran = run("stamp", *more)
        assert (ran.code, says in plain(ran.err)) == (2, True)


@pytest.mark.parametrize(("written", "size"), [
    ("25MB", 25_000_000), ("25 mb", 25_000_000), ("1.5GB", 1_500_000_000), ("2g", 2_000_000_000),
    ("2000000", 2_000_000), ("500k", 500_000), ("0.25M", 250_000), ("10B", 10),
])
def test_sizes(written: str, size: int) -> None:
    assert size_of(written) == size


@pytest.mark.parametrize("written", [
    "", "MB", "-1MB", "1,5MB", "25 pounds", "1e9", "99999999999", "٣MB",
])
def test_what_is_no_size(written: str) -> None:
    with pytest.raises(SizeNotUnderstood, match="such as 25MB"):
        size_of(written)
