"""The report in the middle of the writing: what is shown, and what each answer does."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.web.giving_kit import answered, begun, chosen, mark_in, names

Text = Callable[[Any], str]
SECRET = "Harbour Glass"
"""Kept back in the example: her place of work, which she names in her diary."""
# one grey dot, as a JPEG without anything beside the picture
PHOTO = bytes.fromhex(
    "ffd8ffdb004300" + "01" * 64 + "ffc0000b080001000101011100ffc400140001" + "00" * 15 + "03"
    "ffc40014100100000000000000000000000000000000ffda0008010100003f0037ffd9"
)


def with_a_picture(client: Any) -> None:
    """Add a chat in which the other person sent one picture."""
    sent = "20/05/2024, 07:02 - Alex Reed: \u200eIMG-20240520-WA0001.jpg (file attached)\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("WhatsApp Chat with Alex Reed.txt", sent)
        made.writestr("IMG-20240520-WA0001.jpg", PHOTO)
    data = packed.getvalue()
    client.desk.book().add_stream(io.BytesIO(data), "WhatsApp Chat.zip", len(data))


@pytest.mark.parametrize(("fields", "status", "left"), [
    ({"answer": "no"}, 200, ["book"]),
    ({"answer": "no", "looked": "yes"}, 200, ["book"]),
    ({"answer": "write", "looked": "no"}, 200, ["book", "for-you"]),
    ({"answer": "write"}, 422, None),
    ({"answer": "write", "looked": "perhaps"}, 422, None),
    ({"answer": "maybe", "looked": "no"}, 200, ["book"]),
])
def test_what_an_answer_does(
    fields: dict[str, str], status: int, left: list[str] | None, example_client: Any, text_of: Text
) -> None:
    done = answered(example_client, begun(example_client), **fields)
    assert done.status_code == status
    if left is None:  # asked once more; still nothing is written
        assert "Say if somebody looked at each picture" in text_of(done)
        assert "for-you" not in names(example_client)
        done = answered(example_client, done, answer="no")
        left = ["book"]
    assert names(example_client) == left
    assert ("Nothing was written" in text_of(done)) == (left == ["book"])


def test_a_folder_that_holds_no_picture_asks_nothing_about_one(
    example_client: Any, text_of: Text
) -> None:
    report = begun(example_client, recipe="facts-only")
    assert "Did somebody look" not in text_of(report)
    done = answered(example_client, report, answer="write", looked="yes")
    assert "record/facts-only.pdf" in text_of(done)
    log = [r for r in example_client.desk.book().vault().log() if r.kind == "handed over"]
    assert log[-1].body["looked"] == "not asked"


def test_what_is_kept_back_is_on_no_page(example_client: Any) -> None:
    """The example keeps back an address, a number and a place of work."""
    from_book = [
        d.what.words for d in example_client.desk.book().decisions()
        if type(d.what).__name__ == "KeepBack"
    ]
    assert len(from_book) == 3 and any(SECRET in words for words in from_book)
    pages = [example_client.get("give"), example_client.get("keep-back")]
    pages.append(chosen(example_client))
    report = example_client.post("give-preview", {"round": mark_in(pages[-1]), "name": "for-you"})
    pages += [report, example_client.get("give-report", {"list": "1"})]
    pages.append(answered(example_client, report, answer="write", looked="no"))
    for page in pages:
        for words in (*from_book, SECRET):
            assert words not in page.text


def test_possible_words_are_shown_only_when_asked(example_client: Any) -> None:
    report = begun(example_client)
    waiting = example_client.desk.job.asked
    words = [one.words for one in waiting.report.possible]
    asked = example_client.get("give-report", {"words": "1"})
    assert "<q>" not in report.text and report.text.count("Show the words") == bool(words)
    assert asked.text.count("<q>") == len(words)
    answered(example_client, asked, answer="no")


def test_pictures_can_be_listed_and_looked_at(example_client: Any, text_of: Text) -> None:
    with_a_picture(example_client)
    report = begun(example_client)
    assert "Look at it" not in text_of(report)
    listed = example_client.get("give-report", {"list": "1"})
    unseen = example_client.desk.job.asked.report.unseen
    files = [one.file for one in unseen]
    assert "exhibits/SO5-photo1.jpg" in files
    assert all(file in text_of(listed) for file in files)
    assert listed.text.count("Look at it") == 1  # the others lie inside another file
    at = files.index("exhibits/SO5-photo1.jpg")
    page = example_client.get("give-look", n=at)
    assert "The picture as it would go out" in page.text
    copy = example_client.get("give-copy", n=at)
    assert copy.headers["content-type"] == "image/jpeg"
    assert (copy.headers["cache-control"], copy.headers["x-content-type-options"]) == (
        "no-store", "nosniff",
    )
    answered(example_client, listed, answer="write", looked="yes")
    assert copy.content == (example_client.desk.home / "for-you" / files[at]).read_bytes()


def test_no_other_file_can_be_looked_at(example_client: Any) -> None:
    report = begun(example_client)
    # 0 lies inside another file; the others are nothing of this report
    for n in ("0", "1", "-1", "99999999999", "x", "²", "0.jpg"):
        for page in ("give-look", "give-copy"):
            assert example_client.get(page, n=n).status_code == 404
    answered(example_client, report, answer="no")
    assert example_client.get("give-copy", n=0).status_code == 404


def test_two_windows_press_write_and_one_folder_is_written(example_client: Any) -> None:
    report = begun(example_client)
    fields = {"round": mark_in(report), "answer": "write", "looked": "yes"}
    first = example_client.post("give-report", fields, follow=False)
    second = example_client.post("give-report", {**fields, "answer": "no"}, follow=False)
    assert (first.status_code, second.status_code) == (303, 303)
    assert example_client.get("busy").url.path.endswith("/given")
    assert names(example_client) == ["book", "for-you"]
    log = [r for r in example_client.desk.book().vault().log() if r.kind == "handed over"]
    assert len(log) == 1


def test_two_windows_begin_and_one_report_is_asked(example_client: Any, text_of: Text) -> None:
    preview = chosen(example_client)
    fields = {"round": mark_in(preview), "name": "for-you"}
    report = example_client.post("give-preview", fields)
    other = example_client.post("give-preview", {**fields, "name": "for-me"})
    assert "Before it is written" in text_of(other) and mark_in(other) == mark_in(report)
    answered(example_client, report, answer="no")


def test_an_old_page_does_not_answer_a_newer_report(example_client: Any, text_of: Text) -> None:
    old = begun(example_client)
    answered(example_client, old, answer="no")
    new = begun(example_client, "for-me")
    wrong = answered(example_client, old, answer="write", looked="yes")
    assert (wrong.status_code, "newer folder" in text_of(wrong)) == (422, True)
    answered(example_client, new, answer="no")
    assert names(example_client) == ["book"]


@pytest.mark.parametrize("how", ["leave", "lock"])
def test_whoever_leaves_while_it_waits_has_said_no(how: str, example_client: Any) -> None:
    report = begun(example_client)
    home: Path = example_client.desk.home
    assert len([p for p in home.iterdir() if ".part-" in p.name]) == 1
    job = example_client.desk.job
    book = example_client.desk.book()
    example_client.post(how, {}, follow=False)
    assert job.ended.wait(20)
    assert [p.name for p in home.iterdir()] == ["book"]
    fields = {"round": mark_in(report), "answer": "write", "looked": "yes"}
    example_client.post("give-report", fields, follow=False)
    time.sleep(0.2)
    assert [p.name for p in home.iterdir()] == ["book"]
    assert example_client.desk.kept == {} and not example_client.desk.is_open
    assert book is not None


def test_stopping_while_it_waits_writes_nothing(example_client: Any) -> None:
    begun(example_client)
    example_client.post("busy", {"stop": "yes"})
    assert names(example_client) == ["book"]
    assert example_client.desk.is_open and not example_client.desk.busy


def test_a_name_taken_meanwhile_is_said(example_client: Any, text_of: Text) -> None:
    report = begun(example_client)
    place = example_client.desk.home / "for-you"
    place.mkdir()
    (place / "hers.txt").write_text("hers")
    done = answered(example_client, report, answer="write", looked="no")
    assert "It could not be written" in text_of(done)
    assert [p.name for p in place.iterdir()] == ["hers.txt"]


@pytest.mark.parametrize("how", ["leave", "lock"])
def test_whoever_leaves_while_it_is_being_written_leaves_nothing(
    how: str, example_client: Any
) -> None:
    preview = chosen(example_client)
    fields = {"round": mark_in(preview), "name": "for-you"}
    example_client.post("give-preview", fields, follow=False)
    job = example_client.desk.job
    while not job.said and not job.ended.is_set():
        time.sleep(0.01)
    example_client.post(how, {}, follow=False)
    assert job.ended.wait(60) and job.state == "failed"
    assert [p.name for p in example_client.desk.home.iterdir()] == ["book"]
