"""Giving: for whom, what it will hold, the report, the answer, and the folder that is written."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from rainbook.case import check_folder, new_book
from rainbook.custody import LEAST
from rainbook.record import Setting, Withdrawn
from tests.web.giving_kit import answered, begun, chosen, mark_in, names

Text = Callable[[Any], str]


def test_from_the_first_question_to_a_folder(example_client: Any, text_of: Text) -> None:
    cards = text_of(example_client.get("give"))
    assert "A first report" in cards and "It leaves out" in cards
    assert "it serves one application and not a first report" in cards
    preview = chosen(example_client)
    said = text_of(preview)
    assert "What it will hold" in said and "Alex Reed" in said and "for a report" in said
    assert "No program here can see what a picture shows" in said
    assert names(example_client) == ["book"]
    report = example_client.post("give-preview", {"round": mark_in(preview), "name": "for-you"})
    said = text_of(report)
    assert "exhibits/SO4-extract-redacted.txt" in said and "Place of work: 1" in said
    assert "for-you" not in names(example_client)
    done = answered(example_client, report, answer="write", looked="yes")
    said = text_of(done)
    assert "The folder is written" in said and "index.pdf" in said and "not locked" in said
    assert names(example_client) == ["book", "for-you"]
    folder = example_client.desk.home / "for-you"
    checked = check_folder(folder, lambda: "")
    assert (checked.what, checked.faults) == ("bundle", ())
    read_me = " ".join((folder / "read-me.txt").read_text("utf-8").split())
    assert "Somebody looked at the pictures and recordings: yes." in read_me
    log = [r for r in example_client.desk.book().vault().log() if r.kind == "handed over"]
    assert (log[-1].body["recipe"], log[-1].body["purpose"]) == ("first-report", "for a report")
    # the two marks can be read again as long as the book is open
    again = text_of(example_client.get("given"))
    assert log[-1].body["hashes"] in again and log[-1].body["hashes"] in said


def test_nobody_was_asked_what_must_be_kept_back(example_client: Any, text_of: Text) -> None:
    book = example_client.desk.book()
    for one in book.decisions():
        if type(one.what).__name__ == "KeepBack":
            book.decide(Withdrawn(one.number))
    asked = chosen(example_client)
    assert "What must not go out" in text_of(asked)
    assert "nobody said that there is nothing" in text_of(asked)
    # the page itself does not let anybody past it
    assert "What must not go out" in text_of(example_client.get("give-preview"))
    refused = example_client.post("give-preview", {"round": "x", "name": "for-you"})
    assert "What must not go out" in text_of(refused)
    said = example_client.post("keep-back", {"do": "nothing", "then": "give-preview"})
    assert "What it will hold" in text_of(said)
    assert names(example_client) == ["book"]


@pytest.mark.parametrize(("fields", "says"), [
    ({"person": []}, "Choose whose messages go into it"),
    ({"person": "zed"}, "Choose whose messages go into it"),
    ({"person": "sam"}, "Choose whose messages go into it"),
    ({"initials": ""}, "Type the initials"),
    ({"initials": "A1"}, "one to five letters"),
    ({"initials": "ABCDEF"}, "one to five letters"),
    ({"since": "999999"}, "The log has no entry"),
])
def test_what_is_missing_is_asked_again(
    fields: dict[str, Any], says: str, example_client: Any, text_of: Text
) -> None:
    again = chosen(example_client, purpose="typed before", **fields)
    assert (again.status_code, says in text_of(again)) == (422, True)
    assert "typed before" in again.text
    assert example_client.get("give-preview").url.path.endswith("/give")


def test_the_first_question_needs_an_answer(example_client: Any, text_of: Text) -> None:
    for wanted in ("", "no-such", "../first-report"):
        again = example_client.post("give", {"recipe": wanted})
        assert (again.status_code, "Choose who it is for" in text_of(again)) == (422, True)
    assert example_client.get("give-who").url.path.endswith("/give")


def test_what_follows_another_law_cannot_be_chosen(example_client: Any, text_of: Text) -> None:
    example_client.desk.book().decide(Setting("law", "scotland"))
    said = text_of(example_client.get("give"))
    assert "a law that is not the law of this book" in said
    assert example_client.post("give", {"recipe": "spo"}).status_code == 422


def test_i_do_not_know_gives_the_usual_parts(example_client: Any) -> None:
    answered(example_client, begun(example_client, recipe="usual"), answer="write", looked="no")
    assert check_folder(example_client.desk.home / "for-you", lambda: "").faults == ()
    log = [r for r in example_client.desk.book().vault().log() if r.kind == "handed over"]
    assert log[-1].body["recipe"] == ""


@pytest.mark.parametrize(("name", "says"), [
    ("", "Type a name"),
    (".", "A name begins with"),
    ("..", "A name begins with"),
    ("../out", "letters, numbers, spaces"),
    ("/tmp/out", "letters, numbers, spaces"),
    ("C:\\out", "letters, numbers, spaces"),
    ("a/b", "letters, numbers, spaces"),
    ("a..b", "no two dots"),
    (".hidden", "A name begins with"),
    ("-rf", "A name begins with"),
    ("end.", "A name begins with"),
    ("CON", "Windows keeps that name"),
    ("nul.txt", "Windows keeps that name"),
    ("com1", "Windows keeps that name"),
    ("a\u202ebcd", "letters, numbers, spaces"),
    ("a\u200bb", "letters, numbers, spaces"),
    ("a\nb", "letters, numbers, spaces"),
    ("a\0b", "letters, numbers, spaces"),
    ("x" * 300, "too long"),
    ("x" * 61, "too long"),
    ("for-you.part-abcdefgh", "never finished"),
    ("book", "has that name already"),
    ("taken", "has that name already"),
    ("link", "has that name already"),
])
def test_names_that_cannot_be_used(
    name: str, says: str, example_client: Any, text_of: Text
) -> None:
    home = example_client.desk.home
    (home / "taken").mkdir()
    (home / "link").symlink_to("nowhere")
    preview = chosen(example_client)
    again = example_client.post("give-preview", {"round": mark_in(preview), "name": name})
    assert (again.status_code, says in text_of(again)) == (422, True)
    assert names(example_client) == ["book", "link", "taken"]
    assert not (home.parent / "out").exists()


@pytest.mark.parametrize("name", ["for you", "Ärzte-1", "x" * 60, "a.b (2)"])
def test_names_that_can_be_used(name: str, example_client: Any) -> None:
    answered(
        example_client, begun(example_client, name, "facts-only"), answer="write", looked="no"
    )
    assert (example_client.desk.home / name / "hashes.txt").is_file()


def test_a_name_is_proposed_that_is_free(example_client: Any) -> None:
    first = re.search(r'name="name"[^>]*value="([^"]+)"', chosen(example_client).text)
    assert first is not None
    assert re.fullmatch(r"for-\d{4}-\d\d-\d\d-1", first[1])
    (example_client.desk.home / first[1]).mkdir()
    again = example_client.get("give-preview").text
    assert f'value="{first[1][:-1]}2"' in again


def test_what_was_not_shown_is_not_written(example_client: Any, text_of: Text) -> None:
    """Another window chose something else between the preview and the button."""
    preview = chosen(example_client)
    chosen(example_client, "facts-only")
    again = example_client.post("give-preview", {"round": mark_in(preview), "name": "for-you"})
    assert again.status_code == 422
    assert "Something else was chosen in another window" in text_of(again)
    assert not example_client.desk.busy and names(example_client) == ["book"]


def test_what_an_earlier_writing_left_is_named(example_client: Any, text_of: Text) -> None:
    (example_client.desk.home / "old.part-abcd1234").mkdir()
    for page in (chosen(example_client), example_client.get("given")):
        assert "old.part-abcd1234" in text_of(page) and "delete it" in text_of(page)


def test_a_review_says_what_it_compares_with(example_client: Any, text_of: Text) -> None:
    first = chosen(example_client, "review")
    assert "There is no earlier folder about this person" in text_of(first)
    answered(example_client, begun(example_client, "one"), answer="write", looked="no")
    number = example_client.desk.book().vault().log()[-1].number
    example_client.post("give", {"recipe": "review"})
    listed = text_of(example_client.get("give-who"))
    assert "for a report" in listed
    for since in ("", str(number)):
        assert "The folder you made on" in text_of(chosen(example_client, "review", since=since))


def test_an_empty_book_says_what_comes_first(app_client: Any, text_of: Text) -> None:
    home = app_client.desk.home
    home.mkdir(parents=True, exist_ok=True)
    book, _ = new_book(home / "book", "long enough words", "owner", cost=LEAST)
    app_client.desk.take(book)
    app_client.post("give", {"recipe": "first-report"})
    assert "does not say yet who it is about" in text_of(app_client.get("give-who"))
