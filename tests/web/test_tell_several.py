"""Questions that take more than one answer: stops, orders, how it was, what goes together.

The one thing a reader would get wrong: a proposed message counts for nothing until it is picked,
and the parts of an order hang on the number of the decision that recorded it.
"""

from __future__ import annotations

from typing import Any

from tests.web.tell_kit import ABOUT, HARSH, entry_of, posted, written


def test_two_entries_are_connected(example_client: Any) -> None:
    entry, other = entry_of(example_client, "Alex sat in"), entry_of(example_client, "It's Alex")
    fields = {"other": other, "words": "the same gate"}
    far, none = posted(example_client, "joins", fields, entry)
    assert (far.status_code, none) == (422, []), "only what the page shows can be picked"
    near = {"words": "the same gate", "near-day": "14", "near-month": "5", "near-year": "2024"}
    looked, none = posted(example_client, "joins", near, entry, do="near")
    assert f'value="{other}"' in looked.text and f'value="{entry}"' not in looked.text
    assert "the same gate</textarea>" in looked.text and none == [], "nothing typed is lost"
    _, found = posted(example_client, "joins", {**near, **fields}, entry)
    assert found == [
        {"kind_of_decision": "connects", "event": entry, **fields, "why": "asked one by one"}]
    shown = example_client.get("tell-entry-question", id=entry, question="joins").text
    assert "the same gate" in shown


def test_the_messages_that_said_stop_are_picked(example_client: Any) -> None:
    """The example's own are taken back first, so that they are proposed again."""
    book = example_client.desk.book()
    stops = [d for d in book.decisions() if type(d.what).__name__ == "ToldToStop"]
    for one in stops:
        example_client.post("tell-question", {"do": "back", "number": one.number}, follow=False,
                            person="alex", question="asked-to-end")
    page = example_client.get("tell-question", person="alex", question="asked-to-end").text
    events = [d.what.event for d in stops if f'value="{d.what.event}"' in page]
    assert len(events) == 2, "the third says it in words that propose nothing"
    assert page.count("<details") >= 2 and "<details open" not in page
    _, found = posted(example_client, "asked-to-end", {
        "messages": events, "answer": "another way", "how": "on the phone"})
    assert found == [
        *({"kind_of_decision": "told-to-stop", "event": e, **ABOUT} for e in events),
        {"kind_of_decision": "told-to-stop", "how": "on the phone", **ABOUT}]
    after = example_client.get("tell-question", person="alex", question="asked-to-end").text
    assert [e for e in events if f'value="{e}"' in after] == [], "picked ones are not proposed"


def test_an_order_is_asked_for_clause_by_clause(example_client: Any) -> None:
    answer, _ = posted(example_client, "paper", {"answer": "yes", "kind": "an injunction"})
    number = example_client.desk.book().decisions()[-1].number
    assert answer.headers["location"].endswith(f"/questions/alex/paper-says-{number}")
    says = f"paper-says-{number}"
    answer, first = posted(example_client, says, {
        "answer": "yes", "words": "You must not contact Sam Okafor.",
        "forbids": ["any contact", "contact by others"]}, do="another")
    assert answer.headers["location"].endswith(says)
    answer, second = posted(example_client, says, {
        "answer": "yes", "words": " You must not go to\nElm Road.", "clause": "2b",
        "forbids": ["coming near a place"], "places": ["Elm Road", ""],
        "start-day": "3", "start-month": "6", "start-year": "2024",
        "end-month": "12", "end-year": "2024"})
    assert answer.headers["location"].endswith(f"/questions/alex/paper-lets-{number}")
    _, allows = posted(example_client, f"paper-lets-{number}", {
        "answer": "yes", "words": "Handing over Kim.", "clause": "2b", "purpose": "child",
        "account": "phone:+447700900842", "hours-from": "9:00", "hours-to": "17:00"})
    why = {"order": number, "why": "asked one by one"}
    assert [*first, *second, *allows] == [
        {"kind_of_decision": "clause", "clause": "1", "words": "You must not contact Sam Okafor.",
         "forbids": ("any contact", "contact by others"), **why},
        {"kind_of_decision": "clause", "clause": "2b", "words": " You must not go to\nElm Road.",
         "forbids": ("coming near a place",), "places": ("Elm Road",), "start": "2024-06-03",
         "end": "2024-12", **why},
        {"kind_of_decision": "order-allows", "words": "Handing over Kim.", "clause": "2b",
         "purpose": "child", "account": "phone:+447700900842", "hours": "09:00-17:00", **why}]
    entry = entry_of(example_client, "Morning")
    _, let = posted(example_client, f"let-{number}", {"answer": "-unsure"}, entry)
    assert let == [{"kind_of_decision": "allowed", "event": entry, "answer": "do not know", **why}]


def test_an_order_that_says_nothing_more_is_noted(example_client: Any) -> None:
    posted(example_client, "paper", {"answer": "yes", "kind": "an injunction"})
    number = example_client.desk.book().decisions()[-1].number
    _, found = posted(example_client, f"paper-lets-{number}", {"answer": "-no"})
    assert found == [{"kind_of_decision": "answered", "question": f"allows {number}",
                      "answer": "no", "about": "alex",
                      "why": "asked one by one; in these words: no, nothing"}]


def test_how_it_was_is_kept_together_and_the_latest_is_whole(example_client: Any) -> None:
    entry = entry_of(example_client, "Morning")
    why = {"event": entry, "person": "alex", "why": "asked one by one"}
    passed = {"kind_of_decision": "not-asked", "about": entry, "why": "asked one by one"}
    _, first = posted(example_client, "felt-then", {"alarm": "yes", "words": HARSH}, entry)
    assert first == [
        {"kind_of_decision": "impact", "alarm": "yes", "words": HARSH, **why},
        {**passed, "question": "distress"}, {**passed, "question": "fear of violence"}]
    page = example_client.get("tell-entry-question", id=entry, question="felt-then").text
    assert "<script>alert" not in page and "\u202e" not in page.split("<textarea")[0]
    assert 'value="yes" checked' in page, "what was said stands in the form again"
    _, second = posted(example_client, "felt-then", {"distress": "do not know"}, entry)
    assert second == [{"kind_of_decision": "impact", "alarm": "yes", "distress": "do not know",
                       "words": HARSH, **why}]


def test_how_it_was_as_a_whole_since_a_time(example_client: Any) -> None:
    _, found = posted(example_client, "felt", {
        "alarm": "yes", "distress": "yes", "fear_of_violence": "no", "words": "  I do not sleep. ",
        "start-month": "2", "start-year": "2024"})
    assert found == [{"kind_of_decision": "impact", "alarm": "yes", "distress": "yes",
                      "fear_of_violence": "no", "start": "2024-02", "words": "  I do not sleep. ",
                      **ABOUT}]
    answer, _ = posted(example_client, "felt", {"start-year": "2024"}, do="skip")
    assert answer.status_code == 303


def test_somebody_else_did_it_for_them(example_client: Any) -> None:
    entry = entry_of(example_client, "Morning")
    posted(example_client, "who", {"person": "jo", "basis": "seen"}, entry)
    page = example_client.get("tell-entry", {"person": "alex"}, id=entry).text
    assert "for-them?person=alex" in page and "/who?" not in page
    before = len(written(example_client))
    url = example_client.url("tell-entry-question", {"person": "alex"}, id=entry,
                             question="for-them")
    example_client.post(url, {"do": "save", "answer": "yes", "basis": "recognised"})
    assert written(example_client)[before:] == [
        {"kind_of_decision": "acted-for", "event": entry, "person": "alex", "basis": "recognised",
         "why": "asked one by one"}]
