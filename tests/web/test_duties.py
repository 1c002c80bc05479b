"""Each duty of the table has tests that are there; and the duties no other test shows.

The one thing a reader would get wrong: that a named test exists is all the first test sees. Whether
it passes is seen where it runs.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.web.duties_table import DUTIES, HERE, NOT_MET

Text = Callable[[Any], str]
TESTS = Path(__file__).resolve().parents[1]
WEB = TESTS.parent / "rainbook" / "web"
ENGLISH = sorted((WEB / "words" / "en").glob("*.ftl"))


def place_of(named: str) -> tuple[Path, str]:
    """Return the file and the name of a test as the table writes it."""
    file, _, name = named.partition("::")
    file = HERE if file == "here" else file
    whole = file if file.endswith(".py") else f"web/test_{file.removeprefix('web/')}.py"
    return TESTS / whole, name


@pytest.mark.parametrize(("duty", "shown"), DUTIES, ids=[duty[:60] for duty, _ in DUTIES])
def test_what_shows_a_duty_is_there(duty: str, shown: tuple[str, ...]) -> None:
    assert duty.endswith(".") and shown
    for named in shown:
        file, name = place_of(named)
        assert f"def {name}(" in file.read_text(encoding="utf-8"), named


def test_what_does_not_hold_is_said() -> None:
    assert all(duty.endswith(".") and instead.endswith(".") for duty, instead in NOT_MET)


def test_a_childs_device_is_thought_of(app_client: Any, text_of: Text) -> None:
    assert "A phone or tablet of a child counts too" in text_of(app_client.get("start"))


CALLS = re.compile(
    r"new Notification|showNotification|sendBeacon|new WebSocket|new EventSource|serviceWorker"
    r"|smtplib|autostart|LaunchAgents|CurrentVersion.Run|crontab|localStorage|indexedDB", re.I,
)

GETS = re.compile(r'<form[^>]*method="get".*?</form>', re.S | re.I)


@pytest.mark.parametrize("line", [
    "navigator.sendBeacon('/x')", "import smtplib", "~/.config/autostart", "new WebSocket(x)",
])
def test_what_calls_out_would_be_found(line: str) -> None:
    assert CALLS.search(line)


def test_nothing_calls_out_or_starts_by_itself() -> None:
    files = [p for kind in ("py", "js", "html") for p in WEB.rglob(f"*.{kind}")]
    assert len(files) > 100
    found = {p.name: CALLS.findall(p.read_text(encoding="utf-8")) for p in files}
    assert {name: calls for name, calls in found.items() if calls} == {}


@pytest.mark.parametrize(("typed", "shown"), [
    ("Papers", "Papers"), ("", "Rainbook"), ("  Notes  ", "Notes"), ("<b>&", "<b>&"),
])
def test_the_name_in_the_tab_is_the_persons_choice(
    typed: str, shown: str, app_client: Any
) -> None:
    app_client.post("settings", {"language": "en", "leave": "blank", "idle": "5", "name": typed})
    page = app_client.get("guide").text
    title = re.search("<title>(.*?)</title>", page)
    head = re.search('<a class="rb-head__name"[^>]*>(.*?)</a>', page)
    assert title and html.unescape(title[1]).endswith(f"– {shown}")
    assert head and html.unescape(head[1]) == shown


@pytest.mark.parametrize("typed", ["x" * 31, "a\u202eb", "a\nb"])
def test_a_name_that_would_mislead_is_not_taken(typed: str, app_client: Any, text_of: Text) -> None:
    sent = {"language": "en", "leave": "blank", "idle": "5", "name": typed}
    answer = app_client.post("settings", sent)
    assert answer.status_code == 422 and "Use at most 30 letters" in text_of(answer)
    assert app_client.desk.settings.name == "Rainbook"


def test_somebody_else_can_look_instead(example_client: Any, text_of: Text) -> None:
    entry = example_client.desk.run(lambda: example_client.desk.book().table().id_of(0)).result()
    said = {
        "entry": text_of(example_client.get("entry", id=entry)),
        "tell-person": text_of(example_client.get("tell-person", person="alex")),
        "original": text_of(example_client.get("original", id=entry)),
        "second": text_of(example_client.get("second")),
    }
    assert "ask someone else to look" in said["entry"]
    assert re.search("(with you|beside you|for you)", said["tell-person"])
    assert "Someone else can look for you" in said["original"]
    assert "their own passphrase" in said["second"]


def test_every_question_can_be_passed_over(example_client: Any) -> None:
    listed = example_client.get("tell-person", person="alex").text
    asked = re.findall(r'href="([^"]*/questions/alex/[^"]+)"', listed)
    assert len(asked) >= 14
    without = [href for href in asked if 'value="skip"' not in example_client.get(href).text]
    assert without == []


def test_nobody_is_assumed() -> None:
    words = re.compile(
        r"\b(your (ex|husband|wife|boyfriend|girlfriend|abuser|stalker|victim)|he|she|his|him)\b",
        re.I,
    )
    found = {}
    for path in ENGLISH:
        lines = path.read_text(encoding="utf-8").splitlines()
        found[path.name] = [line for line in lines if words.search(line)]
    # examples of what a person may type, and a line of the law
    assert {name: lines for name, lines in found.items() if lines} == {
        "add.ftl": [
            "add-whose-hint = For example: my sister's, she agreed",
            "add-whose-missing = Say whose the files are and that they agreed. For example: my "
            "sister's, she agreed.",
        ],
    }


def test_every_page_says_that_nobody_has_tried_it(example_client: Any, text_of: Text) -> None:
    pages = ("path", "shows", "law", "give", "timeline", "guide", "help", "tell", "diary")
    said = "This has not been tried out yet with people it is made for."
    assert [page for page in pages if said not in text_of(example_client.get(page))] == []


def test_messages_cannot_be_searched(example_client: Any) -> None:
    """What a page can be asked for in its address: a kind of phone, a person, a way, days."""
    asking = set()
    for path in (WEB / "templates").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert 'type="search"' not in text and 'kind="search"' not in text
        asking |= {path.name} if GETS.search(text) else set()
    # the way out of a hosted guide is one too; there is no book there
    assert asking == {"have.html", "hosted.html", "timeline.html"}
    fields = {"have": {"phone"}, "timeline": {"p", "c", "from", "to"}}
    for page, names in fields.items():
        forms = GETS.findall(example_client.get(page).text)
        assert {n for form in forms for n in re.findall(r'name="([^"]+)"', form)} == names


def test_there_is_no_map_and_no_look_up(app_client: Any) -> None:
    shown = [f"{page.name} {page.path}" for page in app_client.app.pages.values()]
    wanted = re.compile(r"map|route|routine|location|circle|profile|search|lookup|find", re.I)
    assert [one for one in shown if wanted.search(one)] == []


def test_an_entry_says_whether_a_person_typed_it(example_client: Any, text_of: Text) -> None:
    desk = example_client.desk

    def ids() -> dict[str, str]:
        case = desk.book().file()
        return {case.event(r).source: case.table.id_of(r) for r in range(len(case.table))}

    told = {source: text_of(example_client.get("entry", id=entry))
            for source, entry in desk.run(ids).result().items()}
    assert set(told) == {"diary_csv", "whatsapp", "sms_backup", "vcard"}
    for source, said in told.items():
        typed = source == "diary_csv"
        assert ("A person typed this." in said) == typed
        assert ("the form of a file made by an app or a phone" in said) != typed


def test_no_page_speaks_of_a_group_of_them() -> None:
    words = re.compile(r"\b(gang|gangs|network of|ring of|conspir\w*|coordinated)\b", re.I)
    found = {p.name: words.findall(p.read_text(encoding="utf-8")) for p in ENGLISH}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_how_to_be_rid_of_it_is_said(app_client: Any, text_of: Text) -> None:
    said = text_of(app_client.get("about"))
    assert "If you no longer want the book" in said and "Copies stay" in said
