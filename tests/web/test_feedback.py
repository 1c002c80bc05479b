"""The form in the app: what it says, what it sees, what it asks, and where it keeps it.

The one thing a reader would get wrong: nothing here is stood in for; every step is a form sent by a
page that was shown.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest

SEED = (
    "Help us to improve this website",
    "Use this form to provide feedback on this webpage. Don't use it to contact us about a "
    "service or make a complaint. We will not reply, even if you include personal details such as "
    "your name and address. If you want us to reply, you should contact us in a different way.",
    "What is your feedback for this webpage?",
    "Give feedback about this page",
)
NAMED = "My name is Sarah Jones and it is clear."
OUTSIDE = "He is outside my house."


def words(answer: Any) -> str:
    """Return the text of a page."""
    main = re.search(r"<main.*?</main>", answer.text, re.S)
    assert main
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main[0])).split())


def kept(client: Any) -> list[dict[str, str]]:
    """Return what is in the file."""
    path = client.desk.home / "feedback" / "feedback.jsonl"
    lines = path.read_text("ascii").split("\n") if path.exists() else []
    return [json.loads(line) for line in lines if line]


def step(client: Any, name: str, text: str, **more: str) -> Any:
    """Take a step with a text."""
    return client.post("feedback", {"step": name, "text": text, "page": "help", **more})


@pytest.mark.parametrize("said", SEED)
def test_it_says_what_the_page_it_is_made_from_says(app_client: Any, said: str) -> None:
    assert said in words(app_client.get("feedback"))


def test_pages_of_the_app_link_to_it_with_their_name(app_client: Any) -> None:
    assert "/feedback?page=guide" in app_client.get("guide").text


@pytest.mark.parametrize(("name", "taken"), [
    ("help", "help"), ("guide", "guide"), ("nothing", ""), ("../x", ""), ("<b>", ""), ("", ""),
    ("feedback", ""),
])
def test_only_the_name_of_a_page_of_ours_is_taken(app_client: Any, name: str, taken: str) -> None:
    answer = app_client.get("feedback", {"page": name})
    assert f'name="page" value="{taken}"' in answer.text
    step(app_client, "keep", "It is clear.", page=name)
    assert [one["page"] for one in kept(app_client)] == [taken]


def test_before_anything_is_kept_it_says_where(app_client: Any) -> None:
    answer = step(app_client, "look", "It is clear.")
    said = words(answer)
    assert "Nothing is sent to anyone." in said
    assert str(app_client.desk.home / "feedback" / "feedback.jsonl") in said
    assert "Anyone who uses this computer can read it." in said
    ways = ("Keep it in that file", "Copy it yourself", "Do nothing, and leave")
    assert all(way in said for way in ways)
    assert kept(app_client) == []


def test_it_is_kept_as_typed_after_yes(app_client: Any) -> None:
    text = "  <b>It</b> is\n\n clear \u202e =1+1"
    answer = step(app_client, "keep", text)
    assert answer.status_code == 200
    assert "Nothing was sent." in words(answer)
    assert [(one["text"], one["page"]) for one in kept(app_client)] == [(text, "help")]
    assert set(kept(app_client)[0]) == {"text", "page", "day"}


def test_a_name_is_shown_with_its_kind_and_its_words(app_client: Any) -> None:
    said = words(step(app_client, "look", NAMED + " Call 07700 900123."))
    assert "This may say who somebody is" in said
    assert "A name Sarah Jones" in said
    assert "A phone number 07700 900123" in said


def test_a_name_is_kept_only_after_a_second_yes(app_client: Any) -> None:
    first = step(app_client, "keep", NAMED)
    assert "Keep your words with these in them?" in words(first)
    assert kept(app_client) == []
    step(app_client, "keep", NAMED, sure="yes")
    assert [one["text"] for one in kept(app_client)] == [NAMED]


def test_no_to_the_second_question_keeps_nothing(app_client: Any) -> None:
    step(app_client, "look", NAMED, sure="yes")
    assert kept(app_client) == []


def test_it_can_be_taken_out(app_client: Any) -> None:
    answer = step(app_client, "take-out", NAMED)
    assert "My name is [taken out] and it is clear." in unescape(answer.text)
    assert kept(app_client) == []


def test_danger_is_answered_before_it_can_be_kept(app_client: Any) -> None:
    for name in ("look", "keep"):
        said = words(step(app_client, name, OUTSIDE))
        assert said.index("Nobody will read this in time") < said.index("Your words")
        assert all(x in said for x in ("Call 999", "press 55", "0808 802 0300", "116 123"))
    assert kept(app_client) == []


def test_danger_never_blocks(app_client: Any) -> None:
    step(app_client, "keep", OUTSIDE, told="yes")
    assert [one["text"] for one in kept(app_client)] == [OUTSIDE]


def test_danger_and_a_name_are_both_shown_and_both_asked(app_client: Any) -> None:
    text = f"{OUTSIDE} {NAMED}"
    answer = step(app_client, "keep", text, told="yes")
    said = words(answer)
    assert "Nobody will read this in time" in said and "Keep your words with these" in said
    step(app_client, "keep", text, told="yes", sure="yes")
    assert [one["text"] for one in kept(app_client)] == [text]


@pytest.mark.parametrize(("text", "says"), [
    ("", "Write something first"), (" \n ", "Write something first"),
    ("x" * 5_003, "too long by 3 letters"),
])
def test_an_empty_or_too_long_text_is_asked_for_again(
    app_client: Any, text: str, says: str
) -> None:
    answer = step(app_client, "keep", text)
    assert answer.status_code == 422 and says in words(answer)
    assert kept(app_client) == []
    assert 'aria-describedby="text-hint text-slip"' in answer.text


def test_what_cannot_be_written_down_is_said_and_not_lost(app_client: Any) -> None:
    app_client.desk.home.mkdir(exist_ok=True)
    (app_client.desk.home / "feedback").write_text("in the way", encoding="ascii")
    answer = step(app_client, "keep", "It is clear.")
    assert "Nothing was kept" in words(answer) and "It is clear." in words(answer)


@pytest.mark.parametrize("name", ["look", "keep", "take-out", "change", "", "odd"])
def test_hostile_words_are_escaped_at_every_step(app_client: Any, name: str) -> None:
    text = 'My name is Sarah Jones </textarea><script>alert(1)</script>"\u202e'
    answer = step(app_client, name, text)
    assert "<script>alert" not in answer.text
    assert kept(app_client) == []


def test_a_form_without_the_visits_mark_keeps_nothing(app_client: Any) -> None:
    answer = step(app_client, "keep", "It is clear.", mark="wrong")
    assert answer.status_code == 403
    assert kept(app_client) == []


def test_the_text_is_in_no_address(app_client: Any) -> None:
    answer = app_client.post("feedback", {"step": "keep", "text": "needle"}, follow=False)
    assert (answer.status_code, "needle" in answer.headers["location"]) == (303, False)
