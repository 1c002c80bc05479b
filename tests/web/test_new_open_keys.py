"""Making a book, opening it, and who can open it.

The one thing a reader would get wrong: these tests make real books with real keys, at the cost the
program uses; they are slow on purpose, and few.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import WrongPassphrase, keys_of, open_book
from rainbook.case.example import PASSPHRASE
from rainbook.custody.opening import SlotRemoved
from rainbook.web.desk import Stopped

WORDS = "four plain words here"
GOOD = {"name": "papers", "zone": "Europe/London", "passphrase": WORDS, "again": WORDS}
NAME = "Use a short name of plain letters and numbers, such as book or papers-2."
FOLDER = "There is no such folder on this computer."
NONE = "Please choose a passphrase."
NOT_SAME = "The two are not the same. Type them once more."
ZONE = "Choose a clock from the list."
TAKEN = "There is something with that name in this folder."

REFUSED = (
    # what is changed → what is said at which field
    ({"name": "CON"}, "name", NAME),
    ({"name": "../x"}, "name", NAME),
    ({"name": "x" * 41}, "name", NAME),
    ({"name": "a\u202eb"}, "name", NAME),
    ({"name": ""}, "name", NAME),
    ({"name": "taken"}, "name", TAKEN),
    ({"name": "file"}, "name", TAKEN),
    ({"where": "/nowhere/at/all"}, "where", FOLDER),
    ({"where": "here"}, "where", FOLDER),
    ({"where": "~nobody-has-this-name"}, "where", FOLDER),
    ({"where": "/\0"}, "where", FOLDER),
    ({"passphrase": "", "again": ""}, "passphrase", NONE),
    ({"passphrase": "", "again": WORDS}, "passphrase", NONE),
    ({"again": WORDS + "."}, "again", NOT_SAME),
    ({"again": ""}, "again", NOT_SAME),
    ({"again": WORDS + " "}, "again", NOT_SAME),  # a space is part of it
    ({"zone": "Nowhere/None"}, "zone", ZONE),
    ({"zone": "../../etc/passwd"}, "zone", ZONE),
    ({"zone": ""}, "zone", ZONE),
)


@pytest.mark.parametrize(("changed", "field", "said"), REFUSED)
def test_what_has_to_be_mended_before_a_book_is_made(
    app_client: Any, text_of: Any, changed: dict[str, str], field: str, said: str
) -> None:
    home = app_client.desk.home
    (home / "taken").mkdir(parents=True)
    (home / "file").write_bytes(b"")
    answer = app_client.post("new", {**GOOD, **changed})
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert f'id="{field}-slip"' in answer.text and f'href="#{field}"' in answer.text
    assert WORDS not in answer.text  # what was typed is never shown again
    assert sorted(p.name for p in home.iterdir()) == ["file", "taken"]
    assert not app_client.desk.is_open


def test_half_a_letter_is_no_passphrase(app_client: Any, text_of: Any) -> None:
    """A browser never sends one; the bytes are sent by hand."""
    answer = app_client.http.post(
        app_client.url("new"), headers={
            "Origin": app_client.door.origin, "Content-Type": "application/x-www-form-urlencoded",
        },
        content=f"mark={app_client.door.visit.mark}&name=x&passphrase=%ED%A0%80&again=%ED%A0%80",
    )
    assert answer.status_code == 422
    assert "What was sent could not be read." in text_of(answer)


@pytest.mark.parametrize("page", ["new", "open"])
def test_the_first_question_comes_before_anything_is_typed(app_client: Any, page: str) -> None:
    app_client.door.visit.device = ""
    assert 'name="seen-by"' in app_client.get(page).text
    assert 'name="seen-by"' in app_client.post(page, GOOD).text
    assert not app_client.desk.home.exists()


def _sheet_in(answer: Any) -> str:
    found = re.search(r'<pre class="rb-sheet"[^>]*>(.*?)</pre>', answer.text, re.S)
    return found[1] if found else ""


def _code_in(sheet: str) -> str:
    return "\n".join(re.findall(r"^ +\d\. +([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{2})$", sheet, re.M))


def test_a_new_book_from_its_name_to_its_second_holder(app_client: Any, text_of: Any) -> None:
    client, desk = app_client, app_client.desk
    folder = desk.home / "papers"

    # the sheet is shown, again if asked for, until the person has it
    sheet = _sheet_in(client.post("new", GOOD))
    code = _code_in(sheet)
    assert len(code.splitlines()) == 4
    assert _sheet_in(client.get("sheet")) == sheet
    assert client.post("sheet", {}).url.path.endswith("/second")
    assert client.get("sheet").url.path.endswith("/book")
    assert not any(code[:9] in str(kept) for kept in desk.kept.values())
    for one in folder.rglob("*"):
        assert not one.is_file() or code[:9].encode() not in one.read_bytes()

    # a second holder, who is named, and can be left out
    assert "Type a name for their key." in text_of(
        client.post("second", {"passphrase": "x", "again": "x"})
    )
    assert client.post("second", {"skip": "yes"}).url.path.endswith("/book")
    said = client.post("second", {"label": "My <b>sister", "passphrase": "theirs and long",
                                  "again": "theirs and long"})
    assert said.url.path.endswith("/keys") and "They can open the book now." in text_of(said)
    assert "My &lt;b&gt;sister" in said.text
    assert [k.kind for k in keys_of(desk.book())] == ["owner", "recovery", "holder"]
    desk.lock().result(30)

    # each way in opens it
    assert client.post("open", {"book": "papers", "passphrase": "theirs and long"}).status_code == (
        200
    )
    assert desk.is_open
    desk.lock().result(30)
    client.post("open", {"book": "papers", "with": "sheet", "code": code})
    assert desk.is_open


@pytest.fixture
def opened(app_client: Any, example_folder: Path) -> Any:
    """Return a client with a copy of the example open, and nobody else's key in it."""
    shutil.copytree(example_folder, app_client.desk.home / "book")
    app_client.post("open", {"book": "book", "passphrase": PASSPHRASE})
    assert app_client.desk.is_open
    return app_client


def _opens(client: Any, passphrase: str) -> bool:
    try:
        open_book(client.desk.home / "book", passphrase, "owner").close()
    except (WrongPassphrase, SlotRemoved):
        return False
    return True


def test_a_changed_passphrase(opened: Any, text_of: Any) -> None:
    for fields, said in (
        ({"passphrase": "", "again": ""}, NONE),
        ({"passphrase": WORDS, "again": "else"}, NOT_SAME),
    ):
        answer = opened.post("keys-change", fields)
        assert answer.status_code == 422 and said in text_of(answer)
    answer = opened.post("keys-change", {"passphrase": WORDS, "again": WORDS})
    assert "The passphrase is changed." in text_of(answer)
    opened.desk.lock().result(30)
    assert (_opens(opened, WORDS), _opens(opened, PASSPHRASE)) == (True, False)


def test_a_key_is_taken_away_after_asking(opened: Any, text_of: Any) -> None:
    opened.post("second", {"label": "Neighbour", "passphrase": WORDS, "again": WORDS})
    slot = next(k.slot for k in keys_of(opened.desk.book()) if k.kind == "holder")
    asked = opened.get("keys-remove", {"key": slot})
    assert "Take away the key called Neighbour?" in text_of(asked)
    assert opened.post("keys-remove", {"key": slot}).url.path.endswith("/keys")  # no
    assert any(k.slot == slot for k in keys_of(opened.desk.book()))
    answer = opened.post("keys-remove", {"key": slot, "yes": "yes"})
    assert "The key is taken away." in text_of(answer)
    assert not any(k.slot == slot for k in keys_of(opened.desk.book()))
    assert opened.post("keys-remove", {"key": slot, "yes": "yes"}).url.path.endswith("/keys")
    opened.desk.lock().result(30)
    assert (_opens(opened, WORDS), _opens(opened, PASSPHRASE)) == (False, True)


@pytest.mark.parametrize("key", ["", "none", "../keys", "\0", "x" * 5_000])
def test_a_key_that_is_not_there_is_not_asked_about(
    example_client: Any, key: str
) -> None:
    assert example_client.get("keys-remove", {"key": key}).url.path.endswith("/keys")


def test_a_new_sheet_ends_the_old_one(opened: Any) -> None:
    first = _code_in(_sheet_in(opened.post("keys-sheet", {})))
    second = _code_in(_sheet_in(opened.post("keys-sheet", {})))
    assert len(first.splitlines()) == len(second.splitlines()) == 4 and first != second
    opened.post("sheet", {})
    assert opened.get("sheet").url.path.endswith("/book")
    opened.desk.lock().result(30)
    for code, opens in ((first, False), (second, True)):
        opened.post("open", {"book": "book", "with": "sheet", "code": code})
        assert opened.desk.is_open is opens


def test_the_sheet_is_gone_when_the_book_is_locked_before_it_was_taken(opened: Any) -> None:
    opened.post("keys-sheet", {})
    opened.desk.lock().result(30)
    assert opened.desk.kept == {}
    assert opened.get("sheet").url.path.endswith("/open")


def test_a_book_in_a_folder_that_was_typed(app_client: Any, tmp_path: Path) -> None:
    stick = tmp_path / "my stick"
    stick.mkdir()
    app_client.post("new", {**GOOD, "where": str(stick)})
    assert app_client.desk.is_open and (stick / "papers" / "format").is_file()
    app_client.desk.lock().result(30)
    answer = app_client.post("open", {"folder": str(stick / "papers"), "passphrase": WORDS})
    assert answer.url.path.endswith("/book") and app_client.desk.is_open


def test_somebody_who_left_while_it_was_made_leaves_nothing_open(app_client: Any) -> None:
    """The book is on the disk; its keys are not in memory."""
    app_client.post("new", GOOD, follow=False)
    job = app_client.desk.job
    while not job.said and not job.ended.wait(0.01):
        pass  # until it has begun
    app_client.post("leave", {}, follow=False)
    assert job.ended.wait(60) and isinstance(job.failed, Stopped)
    assert not app_client.desk.is_open and app_client.desk.kept == {}
    open_book(app_client.desk.home / "papers", WORDS, "owner").close()
