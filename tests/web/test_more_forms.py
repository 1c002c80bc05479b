"""Other forms of a folder that was given, and time stamps, as pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rainbook.handover.hashes import write_hashes
from rainbook.web.pages.more_forms import size_of
from tests.handover.extras.authority import Authority, authority
from tests.handover.extras.conftest import signed

Text = Callable[[Any], str]


@pytest.fixture
def given(app_client: Any) -> Path:
    """The smallest folder that passes its check, beside the book."""
    folder: Path = app_client.desk.home / "given"
    (folder / "messages").mkdir(parents=True)
    (folder / "index.pdf").write_bytes(b"%PDF-1.7 an index")
    (folder / "exhibits.csv").write_bytes(b"exhibit,file,sha256,original_sha256\r\n")
    (folder / "messages/chronology.csv").write_bytes(b"line,original_sha256\r\n")
    write_hashes(folder, {})
    signed(folder)
    return folder


def test_every_form_is_listed(app_client: Any, text_of: Text) -> None:
    said = text_of(app_client.get("more-forms"))
    for title in (
        "Parts of a size", "A locked copy for one person", "A signed copy of the first paper",
        "A bag for an archive", "A file for other programs", "A time stamp",
    ):
        assert title in said


@pytest.mark.parametrize(("form", "name", "wrote", "says"), [
    ("bag", "out", "out/bagit.txt", "Any tool for BagIt"),
    ("case", "out.jsonld", "out.jsonld", "what the tables hold"),
    ("volumes", "out", "out/volume-1.zip", "Begin with volume-1.zip"),
])
def test_making_one(
    form: str, name: str, wrote: str, says: str, app_client: Any, given: Path, text_of: Text
) -> None:
    fields = {"folder": "given", "name": name, "size": "25 MB"}
    page = app_client.post("more-forms-make", fields, form=form)
    assert says in text_of(page)
    assert (app_client.desk.home / wrote).is_file()
    again = app_client.post("more-forms-make", fields, form=form)
    assert (again.status_code, "has that name already" in text_of(again)) == (422, True)
    (given / "more.txt").write_bytes(b"")
    refused = text_of(app_client.post("more-forms-make", {**fields, "name": "other"}, form=form))
    assert "It was not made" in refused and "more.txt" in refused
    assert not (app_client.desk.home / "other").exists()


def test_a_locked_copy(app_client: Any, given: Path, text_of: Text) -> None:
    pyrage = pytest.importorskip("pyrage", reason="pyrage is not installed")
    key = pyrage.x25519.Identity.generate()
    fields = {"folder": "given", "name": "out.age", "keys": f"# theirs\n\n{key.to_public()}\n"}
    page = app_client.post("more-forms-make", fields, form="age")
    assert "Only the holder of the key can open it" in text_of(page)
    made = (app_client.desk.home / "out.age").read_bytes()
    assert pyrage.decrypt(made, [key]).startswith(b"handed-over/")
    empty = app_client.post("more-forms-make", {**fields, "name": "b", "keys": " "}, form="age")
    assert (empty.status_code, "Type the public key" in text_of(empty)) == (422, True)
    for wrong in ("me", str(key)):
        page = app_client.post(
            "more-forms-make", {**fields, "name": "b", "keys": wrong}, form="age"
        )
        assert "It was not made" in text_of(page)
        assert str(key) not in page.text
    assert not (app_client.desk.home / "b").exists()


def test_signing(app_client: Any, given: Path, text_of: Text) -> None:
    fields = {"folder": "given", "name": "out.pdf", "password": "a password, not a secret"}
    missing = app_client.post("more-forms-make", fields, form="sign")
    assert (missing.status_code, "where the file with the key" in text_of(missing)) == (422, True)
    assert "a password, not a secret" not in missing.text
    fields["key-typed"] = "nothing.p12"
    page = app_client.post("more-forms-make", fields, form="sign")
    assert "nothing.p12 could not be read" in text_of(page)


@pytest.mark.parametrize(("fields", "says"), [
    ({"name": "out", "size": "25 MB"}, "Choose a folder"),
    ({"folder": "given", "name": "../out", "size": "25 MB"}, "letters, numbers"),
    ({"folder": "given", "name": "out", "size": "25 pounds"}, "Type a number"),
    ({"folder": "given", "name": "out", "size": ""}, "Type a number"),
    ({"folder": "given", "name": "out", "size": "1 kB"}, "It was not made"),
    ({"folder-typed": "no-such", "name": "out", "size": "25 MB"}, "It was not made"),
])
def test_what_is_missing(
    fields: dict[str, str], says: str, app_client: Any, given: Path, text_of: Text
) -> None:
    page = app_client.post("more-forms-make", fields, form="volumes")
    assert says in text_of(page)
    assert sorted(p.name for p in app_client.desk.home.iterdir()) == ["given"]


def test_there_is_no_such_form(app_client: Any) -> None:
    for form in ("stamp", "x", "bag.html"):
        assert app_client.get("more-forms-make", form=form).status_code == 404


@pytest.mark.parametrize(("written", "size"), [
    ("25 MB", 25_000_000), ("25", 25_000_000), ("25mb", 25_000_000), ("1.5GB", 1_500_000_000),
    ("1,5 g", 1_500_000_000), ("500k", 500_000), ("", None), ("MB", None), ("-1MB", None),
    ("25 pounds", None), ("1e9", None), ("٣MB", None),
])
def test_sizes(written: str, size: int | None) -> None:
    assert size_of(written) == size


@pytest.fixture(scope="session")
def tsa(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed, so there is no authority to ask")
    return authority(tmp_path_factory.mktemp("authority"))


def test_a_stamp_for_a_folder(app_client: Any, given: Path, tsa: Authority, text_of: Text) -> None:
    home = app_client.desk.home
    fields = {"about": "folder", "folder": "given"}
    page = app_client.post("stamps-ask", {**fields, "name": "request.tsq"})
    assert "The request is written" in text_of(page)
    request = (home / "request.tsq").read_bytes()
    assert len(request) == 69  # docs/extras.md
    (home / "reply.tsr").write_bytes(tsa.answer(request))
    page = app_client.post(
        "stamps-keep", {**fields, "reply-typed": "reply.tsr", "request-typed": "request.tsq"}
    )
    assert "by CN=rsa,O=Example" in text_of(page)
    for roots, says in (("root", "CN=root,O=Example"), ("other", "does not lead to any")):
        trusted = {"folder": "given", "roots-typed": str(tsa.pem(roots))}
        assert says in text_of(app_client.post("stamps-look", trusted))
    again = app_client.post("stamps-keep", {**fields, "reply-typed": "reply.tsr"})
    assert "It was not done" in text_of(again) and "signed.tsr is there already" in text_of(again)


def test_a_stamp_for_the_book(example_client: Any, tsa: Authority, text_of: Text) -> None:
    home = example_client.desk.home
    example_client.post("stamps-ask", {"about": "book", "name": "request.tsq"})
    (home / "reply.tsr").write_bytes(tsa.answer((home / "request.tsq").read_bytes()))
    kept = {"about": "book", "reply-typed": "reply.tsr"}
    assert "The stamp is kept" in text_of(example_client.post("stamps-keep", kept))
    assert len(example_client.desk.book().prover().stamps()) == 1
    kept["reply-typed"] = "request.tsq"
    assert "It was not done" in text_of(example_client.post("stamps-keep", kept))


@pytest.mark.parametrize(("page", "fields", "says"), [
    ("stamps-ask", {"name": "a.tsq"}, "Choose what the stamp is for"),
    ("stamps-ask", {"about": "book", "name": "a.tsq"}, "Choose what the stamp is for"),
    ("stamps-ask", {"about": "folder", "name": "a.tsq"}, "Choose a folder"),
    ("stamps-ask", {"about": "folder", "folder": "given", "name": "/a"}, "letters, numbers"),
    ("stamps-keep", {"about": "folder", "folder": "given"}, "Say where the answer is"),
    ("stamps-look", {}, "Choose a folder"),
    ("stamps-look", {"folder": "given"}, "It was not done"),
])
def test_what_is_missing_for_a_stamp(
    page: str, fields: dict[str, str], says: str, app_client: Any, given: Path, text_of: Text
) -> None:
    """No book is open here, so "book" is nobody's answer."""
    assert says in text_of(app_client.post(page, fields))
    assert sorted(p.name for p in app_client.desk.home.iterdir()) == ["given"]


def test_the_mark_of_one_original(example_client: Any, text_of: Text) -> None:
    book = example_client.desk.book()
    one = book.originals()[0]
    kinds = [r.kind for r in book.vault().log()]
    page = example_client.post("stamps-open", {"original": one.sha256})
    assert one.sha256 in page.text and "blind" in page.text
    assert "seed" not in text_of(page) and [r.kind for r in book.vault().log()] == kinds
    page = example_client.post("stamps-open", {"original": one.sha256, "seed": "yes"})
    assert "seed" in text_of(page)
    assert [r.kind for r in book.vault().log()] == [*kinds, "seed given"]
    for wrong in ("", "0" * 64):
        assert example_client.post("stamps-open", {"original": wrong}).status_code == 422
