"""The questions as pages: every one can be shown, passed over, stopped at and gone back to.

The one thing a reader would get wrong: the command line is asked too. What is written down on a
page must be answered or passed over there, and back, under the same keys.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from rainbook.cli import told_entry, told_person
from rainbook.cli.talking import Talk
from rainbook.record import DO_NOT_KNOW, told
from rainbook.web.tell.asking import questions_of
from rainbook.web.tell.standing import Standing

TELLING = ("stalk", "harass", "abus", "victim", "suspect", "perpetrator", "police", "offender",
           "evidence", "spyware", "tracker")


def find(client: Any, begins: str) -> str:
    book = client.desk.book()

    def look() -> str:
        case = book.file()
        return next(
            case.table.id_of(row) for row in range(len(case.table))
            if (case.event(row).words or "").startswith(begins)
        )

    return str(client.desk.run(look).result())


def states(client: Any, entry: str = "") -> tuple[dict[str, str], dict[str, str]]:
    """Return how each question stands, by its key: as the pages see it, and as the command does."""
    book = client.desk.book()

    def look() -> tuple[dict[str, str], dict[str, str]]:
        case = book.file()
        alex = next(p for p in book.people() if p.key == "alex")
        ours = {one.key: one.state or "open"
                for one in questions_of(Standing(book, case, alex, entry))}
        talk = Talk(book, case, alex, entry or "alex")
        talk.listing = []
        for name, ask in (told_entry.PARTS if entry else told_person.PARTS).items():
            talk.part = name
            ask(talk)
        return ours, {line["question"]: line["state"] for line in talk.listing}

    return client.desk.run(look).result()  # type: ignore[no-any-return]


FELT = ("alarm", "distress", "fear of violence", "own words")


def agree(client: Any, entry: str = "") -> dict[str, str]:
    ours, theirs = states(client, entry)
    only_here = {"fear", "felt", "connects"}
    shared = {k: v for k, v in ours.items()
              if k not in only_here and not k.startswith(("clauses ", "allows "))}
    assert shared == {k: v for k, v in theirs.items() if k not in (*FELT, "keep-back")}
    return ours


def test_every_question_is_a_page(example_client: Any, text_of: Any) -> None:
    entry = find(example_client, "Morning")
    seen = 0
    for page, places in (("tell-person", {"person": "alex"}), ("tell-entry", {"id": entry})):
        listed = example_client.get(page, **places)
        assert "You can pass over any of these." in text_of(listed)
        links = re.findall(r'task-list__link" href="([^"]+/(?:questions|about)/[^"]+)"',
                           listed.text)
        for link in links:
            shown = example_client.get(link)
            assert (link, shown.status_code) == (link, 200)
            title = re.search("<title>([^<]*)</title>", shown.text)
            path = link.casefold().split("/", 2)[2]
            assert title and [w for w in TELLING if w in path + title[1].casefold()] == []
            assert len(re.findall("<h1", shown.text)) == 1
            assert ("Pass over this" in shown.text) != ("Leave it as it is" in shown.text)
            ids = re.findall(r'\sid="([^"]+)"', shown.text)
            assert [i for i in ids if ids.count(i) > 1] == [], link
            labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', shown.text))
            boxes = re.findall(r'<(?:input|textarea)(?![^>]*hidden)[^>]* id="([^"]+)"', shown.text)
            assert set(boxes) <= labelled, link
            seen += 1
    assert seen == 16 + 15


def test_nothing_on_these_pages_counts(example_client: Any, text_of: Any) -> None:
    said = text_of(example_client.get("tell-person", person="alex"))
    listed = said[said.index("Questions about"):said.index("Is this stalking")]
    assert re.findall(r"\d+", listed) == []
    assert "%" not in listed and "!" not in listed


def test_one_question_after_the_other_and_stopping(example_client: Any, text_of: Any) -> None:
    """The relationship is answered in the example, so what came before is the first open one."""
    begin = re.search(r'govuk-button" role="button"[^>]*href="([^"]+)"',
                      example_client.get("tell-person", person="alex").text)
    assert begin and begin[1].endswith("/questions/alex/before")
    answer = example_client.post(begin[1], {"do": "skip"}, follow=False)
    assert answer.headers["location"].endswith("/questions/alex/spoken-to")
    assert "Passed over. Nothing follows from it." in text_of(
        example_client.get(answer.headers["location"]))
    assert agree(example_client)["history"] == "passed over"
    listed = text_of(example_client.get("tell-person", person="alex"))
    assert "What came before passed over" in listed and "Go on" in listed
    again = example_client.post("tell-question", {"do": "save", "past": "threats"}, follow=False,
                                person="alex", question="before")
    assert again.status_code == 303
    assert agree(example_client)["history"] == "answered", "passed over once, answered later"


def test_another_one_is_asked_for_at_once(example_client: Any, text_of: Any) -> None:
    answer = example_client.post("tell-question", {"do": "another", "past": "threats"},
                                 person="alex", question="before")
    assert answer.url.path.endswith("/questions/alex/before")
    said = text_of(answer)
    assert "What you said before" in said and "Threats" in said and "Take this back" in said


def test_an_answer_does_not_work_the_whole_book_out_again(example_client: Any) -> None:
    """That takes long where a book is large; only who people and entries are must be up to date."""
    example_client.get("tell-person", person="alex")
    answer = example_client.post("tell-question", {"do": "save", "past": "threats"},
                                 person="alex", question="before")
    assert answer.status_code == 200 and not example_client.desk.book().known_now()
    entry = find(example_client, "Morning")
    example_client.post("tell-entry-question", {"do": "save", "person": "jo", "basis": "seen"},
                        id=entry, question="who")
    assert "This was not about Alex Reed" in example_client.get("tell-entry", id=entry).text
    page = example_client.get("tell-entry", {"person": "alex"}, id=entry).text
    assert "Did Jo Marsh do this" not in page and "/for-them?" in page


def test_what_was_said_can_be_taken_back_here(example_client: Any) -> None:
    book = example_client.desk.book()
    number = next(d.number for d in book.decisions() if type(d.what).__name__ == "Relationship")
    for wrong in ("1", "", "no", "99999"):
        example_client.post("tell-question", {"do": "back", "number": wrong}, person="alex",
                            question="you-two")
    assert agree(example_client)["relationship"] == "answered", "only what the page is about"
    example_client.post("tell-question", {"do": "back", "number": number}, person="alex",
                        question="you-two")
    assert agree(example_client)["relationship"] == "open"


@pytest.mark.parametrize(("question", "key"), [
    ("before", "history"), ("spoken-to", "warned"), ("together", "together"),
    ("what-for", "purpose"), ("contacts", "police"), ("soon-gone", "gone"),
])
def test_what_is_passed_over_here_is_passed_over_at_the_keyboard(
    question: str, key: str, example_client: Any
) -> None:
    before = agree(example_client)
    assert before[key] == "open"
    for _ in range(2):  # the second time nothing is written
        example_client.post("tell-question", {"do": "skip"}, person="alex", question=question)
    assert agree(example_client) == {**before, key: "passed over"}
    last = example_client.desk.book().decisions()[-2:]
    assert [getattr(d.what, "question", "") for d in last].count(key) == 1


@pytest.mark.parametrize(("question", "key"), [
    ("sort", "sort"), ("list", "tag"), ("aimed", "aimed"), ("started", "started"),
    ("reply", "back"), ("meant", "purpose"), ("shown", "shown"), ("knew", "knew"),
    ("arrived", "arrived"), ("serious", "threat"), ("about", "theme"),
])
def test_passing_over_about_an_entry(question: str, key: str, example_client: Any) -> None:
    entry = find(example_client, "Morning")
    before = agree(example_client, entry)
    example_client.post("tell-entry-question", {"do": "skip"}, id=entry, question=question)
    assert agree(example_client, entry) == {**before, key: "passed over"}


def test_each_of_the_four_about_how_it_was_agrees(example_client: Any) -> None:
    entry = find(example_client, "Morning")
    example_client.post("tell-entry-question", {"do": "save", "alarm": "yes", "words": "I shook."},
                        id=entry, question="felt-then")
    theirs = states(example_client, entry)[1]
    assert {k: theirs[k] for k in FELT} == {
        "alarm": "answered", "distress": "passed over", "fear of violence": "passed over",
        "own words": "answered"}


def test_what_is_said_at_the_keyboard_is_answered_here(example_client: Any) -> None:
    entry = find(example_client, "Morning")
    book = example_client.desk.book()

    def talk() -> None:
        case = book.file()
        alex = next(p for p in book.people() if p.key == "alex")
        one = Talk(book, case, alex, "alex")
        one.answered("history", "no, nothing")
        one.answered("gone", DO_NOT_KNOW)
        one.passed("together")
        two = Talk(book, case, alex, entry)
        two.answered("threat", "no")
        two.passed("theme")

    example_client.desk.run(talk).result()
    ours = agree(example_client)
    assert [ours[k] for k in ("history", "gone", "together")] == [
        "answered", "answered", "passed over"]
    ours = agree(example_client, entry)
    assert [ours[k] for k in ("threat", "theme")] == ["answered", "passed over"]


def test_quiet_times_are_asked_about(example_client: Any, tmp_path: Path, text_of: Any) -> None:
    """Two more messages, on 15 August and 14 October 2024; the example ends on 2 June."""
    later = tmp_path / "later.txt"
    later.write_text(
        "15/08/2024, 10:00 - Alex Reed: Hello again.\n"
        "14/10/2024, 10:00 - Alex Reed: And again.\n"
        "14/10/2024, 10:01 - Sam Okafor: No.\n", encoding="utf-8")
    example_client.desk.run(lambda: example_client.desk.book().add(later, own="yes")).result()
    first, second = "quiet-2024-06-02-2024-08-15", "quiet-2024-08-15-2024-10-14"
    page = example_client.get("tell-question", person="alex", question=first)
    assert "counted from 2 Jun 2024 to 15 Aug 2024. Do you know why?" in text_of(page)
    example_client.post("tell-question", {"do": "save", "reason": "abroad", "words": "at sea"},
                        person="alex", question=first)
    example_client.post("tell-question", {"do": "save", "reason": "reunited"}, person="alex",
                        question=second)
    found = [d.what for d in example_client.desk.book().decisions()[-2:]]
    assert found == [
        told.GapReason("alex", "abroad", "2024-06-02", "2024-08-15", "at sea"),
        told.Together("alex", "reunited", "2024-08-15", "2024-10-14")]
    ours = agree(example_client)
    assert [v for k, v in ours.items() if k.startswith("gap ")] == ["answered", "answered"]


def test_an_entry_without_a_time_is_asked_what_it_came_after(
    example_client: Any, tmp_path: Path
) -> None:
    undated = tmp_path / "undated.csv"
    undated.write_text(
        "Date,Time,Place,What happened\n"
        "24/03/2024,10:00,Home,A letter.\nsome day,,Home,A card under the door.\n",
        encoding="utf-8")
    example_client.desk.run(lambda: example_client.desk.book().add(undated, own="yes")).result()
    card = find(example_client, "A card")
    places = re.findall(r"/(after-\d+)", example_client.get("tell-entry", id=card).text)
    assert len(places) == 5, "three messages, a block and an order"
    number = int(places[0].split("-")[1])
    example_client.post("tell-entry-question", {"do": "save", "answer": "yes"}, id=card,
                        question=places[0])
    assert example_client.desk.book().decisions()[-1].what == told.CameAfter(card, number)
    example_client.post("tell-entry-question", {"do": "save", "answer": "-no"}, id=card,
                        question=places[1])
    assert agree(example_client, card)[places[1].replace("-", " ")] == "answered"


def test_an_entry_of_ones_own_is_asked_one_thing(example_client: Any, text_of: Any) -> None:
    mine = find(example_client, "Yes! Meet you")
    assert "This entry is your own" in text_of(example_client.get("tell-entry", id=mine))
    said = text_of(example_client.post("tell-entry", {"to": "alex"}, id=mine))
    assert "You said that you asked Alex Reed to stop in this message." in said
    assert example_client.desk.book().decisions()[-1].what.event == mine
    assert example_client.post("tell-entry", {"to": "sam"}, id=mine).status_code == 422


def test_what_is_not_there_is_said_calmly(example_client: Any) -> None:
    for page, places in (
        ("tell-person", {"person": "nobody"}), ("tell-person", {"person": "sam"}),
        ("tell-question", {"person": "alex", "question": "nothing"}),
        ("tell-question", {"person": "alex", "question": "paper-says-1"}),
        ("tell-entry", {"id": "0123456789abcdef"}),
    ):
        answer = example_client.get(page, **places)
        assert answer.status_code in (404, 422) and "Traceback" not in answer.text
