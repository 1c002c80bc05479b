"""The questions a person can ask herself or himself: every answer stays in the page.

The one thing a reader would get wrong: nothing but the style sheet reads an answer, so the ids of
the questions, of the page and of the style sheet must be the same; the browser test uses no script.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from rainbook.web.guide.questions import ANSWERS, SIDES, questions
from tests.web.reading_age import texts_of

WEB = Path(__file__).resolve().parents[2] / "rainbook" / "web"
TEXTS = texts_of(WEB / "words" / "en" / "self-check.ftl")
CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture
def page(app_client: Any) -> str:
    """Return the page as it is sent."""
    return str(app_client.get("self-check").text)


def test_there_is_no_way_to_send_an_answer(page: str) -> None:
    main = page[page.index("<main"):page.index("</main>")]
    assert main.count("<form") == 1
    assert '<form class="rb-questions" method="dialog" autocomplete="off">' in main
    assert "action=" not in main
    assert 'type="submit"' not in main
    assert set(re.findall(r"<(?:button|input)[^>]* type=\"(\w+)\"", main)) == {
        "radio", "reset",
    }


def test_every_question_has_the_three_answers_and_none_is_chosen(page: str) -> None:
    for question in questions():
        for answer in ANSWERS:
            assert f'id="{question.id}-{answer}" name="{question.id}" type="radio"' in page
    assert " checked" not in page
    assert page.count("<legend") == len(questions())


def test_every_answer_that_is_placed_has_a_text_and_none_is_left_over() -> None:
    wanted = {f"self-check-{q.id}-{answer}" for q in questions() for answer in q.sides}
    ids = "|".join(q.id for q in questions())
    there = {n for n in TEXTS if re.fullmatch(rf"self-check-(?:{ids})-(?:yes|no|unsure)", n)}
    assert there == wanted
    assert {side for q in questions() for side in q.sides.values()} == set(SIDES)


def test_the_style_sheet_knows_every_question() -> None:
    told = (WEB / "style" / "_questions.scss").read_text(encoding="utf-8")
    listed = re.search(r"\$questions: (.*?);", told)
    assert listed is not None
    assert [name.strip() for name in listed[1].split(",")] == [q.id for q in questions()]
    made = (WEB / "static" / "app.css").read_text(encoding="utf-8")
    for question in questions():
        for answer in ANSWERS:
            name = f"{question.id}-{answer}"
            assert f"#{name}:checked) .rb-said-{name}" in made


def test_danger_comes_first_after_the_answers_that_say_so() -> None:
    assert questions()[0].id == "danger"
    assert {q.id: q.danger for q in questions() if q.danger} == {
        "danger": ("yes", "unsure"), "threat": ("yes",),
    }


def test_999_and_55_stand_before_the_questions(page: str) -> None:
    assert page.index("call 999") < page.index("<fieldset")
    assert page.index("press 55") < page.index("<fieldset")


@pytest.mark.parametrize(("answer", "law"), [
    ("days-yes", "conduct on at least two occasions in relation to that person"),
    ("after-yes", "in possession of the same information"),
    ("fear-yes", "to fear, on at least two occasions, that violence will be used against B"),
    ("upset-yes", "alarming the person or causing the person distress"),
    ("reason-yes", "in the particular circumstances the pursuit of the course of conduct was"),
    ("threat-yes", "a threat of death or serious harm"),
])
def test_what_an_answer_describes_stands_with_the_words_of_the_law(
    answer: str, law: str, page: str
) -> None:
    said = page.split(f"rb-said-{answer}\"")[-1]
    assert law in said[:said.index("</details>")]


def test_no_answer_says_what_it_is() -> None:
    for name, text in TEXTS.items():
        assert not re.search(r"\b(?:is|are|was) (?:being )?(?:stalk|harass)", text), name


@pytest.mark.skipif(not CHROMIUM.exists(), reason="there is no browser here")
@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_the_browser_shows_what_fits_and_sends_nothing(
    script: bool, page: str, tmp_path: Path
) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    made = (WEB / "static" / "app.css").read_text(encoding="utf-8")
    alone = re.sub(r"<(?:link|script|meta http)[^>]*>(?:</script>)?", "", page)
    file = tmp_path / "page.html"
    file.write_text(alone.replace("</head>", f"<style>{made}</style></head>"), encoding="utf-8")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        shown = browser.new_context(java_script_enabled=script).new_page()
        shown.goto(file.as_uri())
        sent: list[str] = []
        shown.on("request", lambda request: sent.append(request.url))
        said = shown.locator(".rb-questions__said:visible")
        first = shown.locator(".rb-questions__first:visible")
        assert (said.count(), first.count()) == (0, 0)
        for answer in ("days-yes", "unwanted-no", "reason-yes"):
            shown.check(f"#{answer}")
        assert said.count() == 3
        assert first.count() == 0
        shown.check("#danger-unsure")
        assert first.count() == 2  # beside the question, and before what the answers describe
        shown.check("#days-no")
        assert "You say it was not on two days." in " ".join(said.all_inner_texts())
        shown.focus("#days-no")
        shown.keyboard.press("Enter")
        shown.click("button[type=reset]")
        assert (said.count(), first.count()) == (0, 0)
        assert sent == []
        browser.close()
