"""A person with two phones and a diary comes to a folder that can be given, and it is whole.

The one thing a reader would get wrong: nothing here is called but the browser, from the first
question to the folder. Only what came of it is looked at from outside: the files that were written.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from rainbook.case import check_folder
from tests.web.journeys import made
from tests.web.journeys.kit import PASSPHRASE, Visitor
from tests.web.journeys.steps import (
    THEIR_ROLE,
    begin_book,
    follow,
    heading,
    press,
    put_in,
    say_who,
)

Visit = Callable[..., Visitor]
NOTE = f"He stood by the gate of {made.ADDRESS} and waved."
LINE = f"11/02/2024, 23:40 - {made.OTHER}: {made.WAITING}"


def test_two_phones_and_a_diary_become_a_folder_that_can_be_checked(visit: Visit) -> None:
    one = visit()
    _comes_in(one)
    _puts_two_phones_in(one)
    _says_who_is_who(one)
    _looks_at_one_entry(one)
    _looks_at_the_photo_only_when_asked(one)
    _says_stop_takes_it_back_and_says_it_again(one)
    _writes_a_note_and_is_locked_in_the_middle(one)
    _goes_on_with_the_note(one)
    _says_how_it_was(one)
    _sees_what_it_shows(one)
    _says_what_must_stay_hidden(one)
    folder = _gives(one)
    _checks_on_the_page(one, folder.name)
    assert [said for said in one.told if "422" not in said] == []
    assert {at for at in one.asked if not at.startswith(one.app.origin + "/")} == set()
    assert check_folder(folder, lambda: "").faults == ()
    _address_is_nowhere(folder)


def _comes_in(one: Visitor) -> None:
    one.listen()
    one.page.goto(one.app.origin + "/open")
    one.page.fill("#code", one.app.code)
    one.page.click("button")
    one.page.wait_for_selector("h1")
    one.root = one.page.url
    assert "Could" in heading(one) and "see" in heading(one)
    one.page.get_by_label("No", exact=True).check()
    press(one, "Go on", "**/home")
    assert heading(one) == "What would you like to do?"
    assert "If you are in danger now, call 999." in one.words()
    sheet = begin_book(one)
    assert "Your recovery sheet" in sheet and "These four lines open your book" in sheet
    assert heading(one) == "Your book"


def _puts_two_phones_in(one: Visitor) -> None:
    said = put_in(one, made.two_phones())
    for name in (f"WhatsApp Chat with {made.OTHER}.zip", "sms-20240321.xml", "calls-20240321.xml"):
        assert f"{name} It is locked away in the book. It was read." in said
    assert "Nothing was deleted from your phone" in said
    assert "What could not be read" not in said


def _says_who_is_who(one: Visitor) -> None:
    follow(one, "Say who is who")
    assert "Only you can say whose they are. We never guess it." in one.words()
    others = {
        made.THEIRS: made.OTHER, made.FRIENDS: made.FRIEND, made.ME: made.ME,
        "the phone": made.ME, made.OTHER: made.OTHER,
    }
    roles = {made.OTHER: THEIR_ROLE, made.FRIEND: "Someone else"}
    asked = say_who(one, made.ME, others, roles)
    # the chat's two names, three numbers, and the phone; a withheld number is nobody's
    assert len(asked) == 6 and len(set(asked)) == 6, asked
    assert heading(one) == "That is all for now"
    assert "What you skipped" not in one.words()  # "I do not know" is an answer
    follow(one, "See the whole list")
    assert made.UNKNOWN in one.words() and "Anybody can call with a hidden number." in one.words()


def _looks_at_one_entry(one: Visitor) -> None:
    follow(one, "Back to your book")
    follow(one, "See it in order")
    assert "It shows no words and no pictures." in one.words()
    assert made.WAITING not in one.page.content()
    mark = "WhatsApp, Sun 11 Feb 2024: came in. Opens this entry."
    one.page.locator(f'#line a[aria-label="{mark}"]').click()
    one.page.wait_for_url("**/entry/**")
    assert "Sun 11 Feb 2024 23:40" in one.words() and made.OTHER in one.words()
    assert made.WAITING not in one.page.content()
    follow(one, "Show the words")
    assert made.WAITING in one.page.inner_text("blockquote")
    follow(one, "Look at the original")
    marked = one.page.inner_text("mark")
    assert LINE in " ".join(marked.split()) and "IMG-2024" not in marked
    assert "IMG-20240212-WA0001.jpg (file attached)" in one.page.inner_text(".rb-bytes")


def _looks_at_the_photo_only_when_asked(one: Visitor) -> None:
    follow(one, "Back to the entry")
    follow(one, "Back to the timeline")
    one.page.click("#list summary")
    listed = one.page.inner_text("#list")
    assert "a hidden number" in listed and made.UNKNOWN in listed
    one.page.locator("#list a", has_text="Mon 12 Feb 2024 00:10").click()
    one.page.wait_for_url("**/entry/**")
    follow(one, "Show the words")
    assert one.page.locator("main img").count() == 0
    follow(one, "Show the picture")
    one.page.wait_for_function("document.querySelector('main img').naturalWidth === 240")


def _says_stop_takes_it_back_and_says_it_again(one: Visitor) -> None:
    follow(one, "Back to the timeline")
    follow(one, "Back to your book")
    follow(one, "Answer some questions")
    follow(one, made.OTHER)
    for again in (False, True):
        follow(one, "When you asked them to stop")
        one.page.get_by_label("Sun 4 Feb 2024 08:02, message").check()
        one.send("Save and go on")
        assert "Written down." in one.words()
        if not again:
            one.send("Take it back")
            assert "It is taken back. It stays in the list" in one.words()
        follow(one, "All the questions")
        state = one.page.locator("li", has_text="When you asked them to stop").inner_text()
        assert state.endswith("answered" if again else "not asked yet"), state
    one.go("said")
    said = one.page.inner_text("main")
    assert said.count("asked") >= 2 and "Taken back" in said


def _writes_a_note_and_is_locked_in_the_middle(one: Visitor) -> None:
    follow(one, "Back to your book")
    follow(one, "Write what the messages do not say")
    follow(one, "Write something down")
    one.page.fill("#words", NOTE)
    # the button is above every page; nobody thinks of "keep for later" first
    one.page.get_by_role("button", name="Lock", exact=False).first.click()
    one.page.wait_for_url("**/locked")
    assert "All that was written down is kept." in one.words()
    assert one.go("notes").url.endswith("/open"), "the notes are shown without the passphrase"


def _goes_on_with_the_note(one: Visitor) -> None:
    one.page.fill("#passphrase", "not this one, nor that")
    one.send("Open it")
    assert "Nothing was harmed." in one.words()
    one.page.fill("#passphrase", PASSPHRASE)
    press(one, "Open it", "**/book")
    follow(one, "Write what the messages do not say")
    assert "Begun and not saved yet" in one.words()
    follow(one, "Go on writing")
    assert one.page.input_value("#words") == NOTE
    one.page.fill("#day", "12 March 2024")
    one.page.fill("#time", "about 9pm")
    one.page.locator("input[name=person]").first.check()
    one.page.get_by_label("I saw them do it.").check()
    one.send("Look at it before saving")
    assert heading(one) == "Is this right?" and "12 Mar 2024" in one.words()
    one.send("Save it")
    assert "Saved. Your words are in the book, just as you typed them." in one.words()
    assert NOTE in one.words() and "Begun and not saved yet" not in one.words()


def _says_how_it_was(one: Visitor) -> None:
    follow(one, "Back to your book")
    follow(one, "Answer some questions")
    follow(one, made.OTHER)
    follow(one, "How it has been for you")
    group = one.page.get_by_role("group", name="Did it alarm you?")
    group.get_by_label("Yes", exact=True).check()
    one.send("Save and go on")
    assert "Written down." in one.words()


def _sees_what_it_shows(one: Visitor) -> None:
    one.go("book")
    follow(one, "What it shows")
    said = one.words()
    assert "This is not a verdict." in said
    for sign in ("Fixated", "Obsessive", "Unwanted", "Repeated"):
        assert sign in said
    assert "No refusal is recorded" not in said, "the message that was picked is one"
    follow(one, ": Unwanted")
    assert heading(one) == "Unwanted" and made.STOP not in one.page.content()


def _says_what_must_stay_hidden(one: Visitor) -> None:
    one.go("book")
    follow(one, "What must stay hidden")
    assert "Until you answer, nothing can be given." in one.words()
    follow(one, "Begin the questions")
    if one.page.url.endswith("/yours"):
        one.send("Next")
    assert heading(one) == "Where do you live now, or stay?"
    one.page.fill("#words", made.ADDRESS)
    one.send("Stop here")
    assert made.ADDRESS not in one.page.content(), "it is shown only when asked for"
    follow(one, "Show the words")
    assert made.ADDRESS in one.words()


def _gives(one: Visitor) -> Path:
    one.go("book")
    follow(one, "Hand it over")
    one.page.get_by_label("A first report").check()
    one.send("Go on")
    one.page.fill("#initials", "SO")
    one.send("Go on")
    said = one.words()
    assert heading(one) == "What it will hold" and "Nothing is written yet." in said
    assert "SO" in said and "notes-" in said
    before = set(one.app.home.iterdir())
    one.send("Look through it")
    assert heading(one) == "Before it is written"
    assert "Address" in one.page.inner_text("table") and made.ADDRESS not in one.page.content()
    # what there is of it until the answer has a name that says so
    assert all(".part-" in path.name for path in set(one.app.home.iterdir()) - before)
    one.send("Write it")
    assert "Say if somebody looked at each picture" in one.page.inner_text("#slips")
    one.page.get_by_label("No, not at each").check()
    one.send("Write it")
    assert heading(one) == "The folder is written" and "It is not locked" in one.words()
    name = str(one.page.locator("dd bdi").first.inner_text())
    assert {path.name for path in set(one.app.home.iterdir()) - before} == {name}
    return one.app.home / name


def _checks_on_the_page(one: Visitor, name: str) -> None:
    follow(one, "Check it here")
    assert one.page.get_by_label(name).is_checked()
    one.send("Check it")
    assert heading(one) == "It is as it was left"
    assert "Nothing is changed, missing, added or out of order." in one.words()


def _address_is_nowhere(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {".pdf", ".csv", ".xlsx", ".zip", ".json"} <= {path.suffix for path in files}
    held = [path.name for path in files for text in _texts(path) if "larkspur" in text.casefold()]
    assert held == []
    # the same look finds what is there
    assert any("nice curtains at" in text for path in files for text in _texts(path))


def _texts(path: Path) -> Iterator[str]:
    """Yield what a file says: as it is, inside an archive, and a PDF as it is read."""
    raw = path.read_bytes()
    yield raw.decode("utf-8", "replace")
    if raw[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(raw)) as inside:
            yield from (inside.read(name).decode("utf-8", "replace") for name in inside.namelist())
    if path.suffix == ".pdf" and shutil.which("pdftotext"):
        ran = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, timeout=60)
        yield " ".join(ran.stdout.decode("utf-8").split())
