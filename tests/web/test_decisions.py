"""What was said can be listed, taken back and said again; everything can be said with a form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest

from rainbook.record import (
    DECISIONS,
    AccountOf,
    Asks,
    Blocked,
    KeepBack,
    PersonNamed,
    Setting,
    Withdrawn,
)
from rainbook.web.pages.decisions import GROUPS, NAMES
from rainbook.web.who.lines import IN_SENTENCE
from tests.web.who_kit import with_book

Text = Callable[[Any], str]
ENTRY = "an entry of the example"  # replaced by the reference of one
FORMS: dict[str, dict[str, Any]] = {
    "person": {"person": "kim", "name": "Kim", "role": "other"},
    "account": {"person": "alex", "account": "phone:+447700900604", "basis": "seen"},
    "by-person": {"event": ENTRY, "person": "alex", "basis": "seen"},
    "told-to-stop": {"person": "alex", "at": "2024-03-24", "how": "by letter"},
    "blocked": {"person": "alex", "at": "2024-05-13 07:52"},
    "warned": {"person": "alex", "at": "2024-05-27", "by": "PC Lee"},
    "order-served": {"person": "alex", "kind": "an order", "clauses": "One.\nTwo."},
    "not-relevant": {"event": ENTRY},
    "asks": {"person": "alex", "words": "No contact."},
    "date-order": {"original": "diary.csv", "order": "day first"},
    "zone": {"original": "diary.csv", "zone": "Europe/London"},
    "encoding": {"original": "diary.csv", "encoding": "utf-8"},
    "setting": {"name": "initials", "value": "AB"},
    "withdrawn": {"number": "the last"},
    "relationship": {"person": "alex", "bond": "former partners"},
    "started-by": {"event": ENTRY, "who": "them"},
    "did-back": {"event": ENTRY, "what": "nothing"},
    "purpose": {"person": "alex", "purpose": "none"},
    "aimed-at": {"event": ENTRY, "at": "jo", "because_of_me": "yes"},
    "acted-for": {"event": ENTRY, "person": "alex", "basis": "recognised"},
    "sort": {"event": ENTRY, "sort": "message"},
    "tag": {"event": ENTRY, "tag": "s2A_3_a"},
    "together": {"person": "alex", "how": "lived together", "start": "2012", "end": "2014-05"},
    "gap-reason": {"person": "alex", "reason": "abroad"},
    "history": {"person": "alex", "past": "threats"},
    "impact": {"event": ENTRY, "alarm": "yes"},
    "changed": {"area": "sleep", "words": "I wake."},
    "witness": {"event": ENTRY, "who": "a camera"},
    "told": {"who": "a friend"},
    "knew": {"event": ENTRY, "words": "my new shift"},
    "theme": {"event": ENTRY, "theme": "the ring"},
    "connects": {"event": ENTRY, "other": "another", "words": "same car"},
    "came-after": {"event": ENTRY, "refusal": "a refusal"},
    "never-arrived": {"event": ENTRY},
    "explained": {"person": "alex", "answer": "no"},
    "single-threat": {"event": ENTRY, "of": "death"},
    "clause": {"order": "an order", "clause": "9", "words": "No contact.",
               "forbids": ["any contact", "publishing"]},
    "order-allows": {"order": "an order", "words": "Handing over.", "hours": "09:00-17:00"},
    "allowed": {"event": ENTRY, "order": "an order", "answer": "no"},
    "not-asked": {"question": "purpose", "about": "alex"},
    "answered": {"question": "blocked", "answer": "no"},
    "keep-back": {"kind": "number", "words": "07700 900555"},
    "police-contact": {"at": "2024-05-27", "how": "phone", "said": "to keep a log"},
    "perishable": {"what": "cctv", "where": "the shop", "kept_days": "30"},
    "produced-by": {"original": "diary.csv", "name": "Jo Marsh", "initials": "JM"},
}  # fmt: skip


def _filled(book: Any, form: dict[str, Any]) -> dict[str, Any]:
    """Return a form with the references of this book put in."""
    case, said = book.file(), book.decisions()
    ids = [case.table.id_of(row) for row in range(len(case.table))]
    kinds = {type(d.what).__name__: d.number for d in said if not d.withdrawn}
    swapped = {
        ENTRY: ids[3], "another": ids[4], "an order": kinds["OrderServed"],
        "a refusal": kinds["ToldToStop"], "the last": said[-1].number,
        "diary.csv": next(o.sha256 for o in book.originals() if o.name == "diary.csv"),
    }  # fmt: skip
    return {
        name: value if name == "kind" or isinstance(value, list) else swapped.get(value, value)
        for name, value in form.items()
    }


def test_every_kind_has_a_form_a_sentence_and_a_place() -> None:
    assert set(FORMS) == set(DECISIONS) == set(IN_SENTENCE)
    assert sorted(kind for _, kinds in GROUPS for kind in kinds) == sorted(DECISIONS)
    for kind, wanted in IN_SENTENCE.items():
        assert set(wanted) <= {f.name for f in fields(DECISIONS[kind])}


def test_every_kind_can_be_said_here_and_is_listed(example_client: Any, text_of: Text) -> None:
    book = example_client.desk.book()
    for kind, form in FORMS.items():
        place = NAMES.index(kind)
        page = example_client.get("decisions-make", kind=place)
        assert page.status_code == 200, kind
        before = len(book.decisions())
        sent = {**_filled(book, form), "why": f"because {kind}"}
        done = example_client.post("decisions-make", sent, kind=place)
        assert done.status_code == 200, (kind, text_of(done)[:600])
        assert len(book.decisions()) == before + 1, kind
        made = book.decisions()[-1]
        assert type(made.what) is DECISIONS[kind]
        assert f"because {kind}" in text_of(done)
        for name, value in _filled(book, form).items() if kind != "withdrawn" else ():
            if name not in ("at", "clauses", "number"):
                found = getattr(made.what, name)
                assert (list(found) if isinstance(found, tuple) else str(found)) == (
                    value if isinstance(value, list) else str(value)
                ), kind


def test_all_pages_of_the_list_can_be_seen(example_client: Any, text_of: Text) -> None:
    numbers = {d.number for d in example_client.desk.book().decisions()}
    seen = set()
    for page in (1, 2, 3, 4):
        said = text_of(example_client.get("decisions", {"page": page}))
        seen |= {n for n in numbers if f"Number {n}." in said}
    assert seen == numbers
    assert example_client.get("decisions", {"page": "9999999999999"}).status_code == 200
    assert example_client.get("decisions", {"page": "-1"}).status_code == 200


# what was said -> how it stands in the list
SENTENCES = (
    (PersonNamed("alex", "Alex Reed", "suspect"),
     "There is Alex Reed. The one whose contact this book is about."),
    (AccountOf("alex", "phone:+447700900317", "guess"), "+447700900317 belongs to Alex Reed."),
    (Blocked("alex", "2024-05-13T07:52:00+01:00"), "When: Mon 13 May 2024 07:52"),
    (Blocked("alex", "2024-05"), "You blocked Alex Reed. When: 2024-05."),
    (Asks("alex", "No contact <b>"), "In your own words No contact &lt;b&gt;"),
    (KeepBack("address", "12 Mill Lane"), "Something must never leave the house: address."),
    (Setting("initials", "AB"), 'The setting &#34;Your initials&#34; is now: AB.'),
)  # fmt: skip


@pytest.mark.parametrize(("what", "sentence"), SENTENCES)
def test_names_stand_in_place_of_keys(
    app_client: Any, text_of: Text, what: Any, sentence: str
) -> None:
    book = with_book(app_client)
    if not isinstance(what, PersonNamed):
        book.decide(PersonNamed("alex", "Alex Reed", "suspect"))
    book.decide(what)
    page = app_client.get("decisions")
    said = text_of(page).replace("\u2068", "").replace("\u2069", "")
    assert sentence in said
    assert "Mill Lane" not in page.text


def test_taken_back_it_stays_and_can_be_said_again(app_client: Any, text_of: Text) -> None:
    book = with_book(app_client)
    number = book.decide(PersonNamed("alex", "Alex Reed", "suspect"), "he is")
    page = app_client.post("undo", {"number": str(number)})
    assert "It is taken back" in text_of(page)
    said = text_of(page)
    assert "Taken back on" in said
    assert f"You took back number \u2068{number}" in said or f"number {number}" in said
    assert "<s>" in page.text
    assert book.people() == ()
    again = app_client.post("undo", {"number": str(number)})
    assert "taken back before" in text_of(again)
    page = app_client.post("decisions-again", {"number": str(number)})
    assert "Written down." in text_of(page)
    last = book.decisions()[-1]
    assert (last.what, last.why) == (PersonNamed("alex", "Alex Reed", "suspect"), "he is")
    assert [type(d.what) for d in book.decisions()] == [PersonNamed, Withdrawn, PersonNamed]


@pytest.mark.parametrize("number", ["", "0", "-1", "x", "99999", "9" * 400, "１"])
def test_what_is_not_there_cannot_be_taken_back(
    app_client: Any, text_of: Text, number: str
) -> None:
    book = with_book(app_client)
    book.decide(PersonNamed("alex", "Alex Reed", "suspect"))
    page = app_client.post("undo", {"number": number})
    assert "not in the list" in text_of(page)
    assert len(book.decisions()) == 1


# where a form says it stood -> whether it goes there ({} is this visit's own secret)
BACKS = (
    ("/{}/people", True),
    ("/{}/notes/write?draft=0123456789abcdef", True),
    ("/{}/said?page=2", True),
    ("", False),
    ("https://example.org/", False),
    ("//example.org/", False),
    ("/\\example.org/", False),
    ("/{}//example.org/", False),
    ("/{}/../../page", False),
    ("/{}/..", False),
    ("/{}.example.org/", False),
    ("/{}@example.org/", False),
    ("/someone-else/people", False),
    ("/{}/people\r\nX: y", False),
    ("/{}/people#\u202e", False),
    ("javascript:alert(1)", False),
    ("/{}/%2e%2e/x", False),
)


@pytest.mark.parametrize(("back", "goes"), BACKS)
def test_after_taking_back_one_stays_in_the_app(app_client: Any, back: str, goes: bool) -> None:
    book = with_book(app_client)
    number = book.decide(PersonNamed("alex", "Alex Reed", "suspect"))
    address = back.format(app_client.door.visit.root)
    answer = app_client.post("undo", {"number": str(number), "back": address}, follow=False)
    assert answer.status_code == 303
    wanted = address if goes else app_client.url("decisions")
    assert answer.headers["location"] == wanted


# a form with something wrong -> it is shown again, and nothing is written down
WRONG = (
    ("blocked", {"person": "alex", "at": "yesterday"}),
    ("blocked", {"person": "", "at": "2024-05-13"}),
    ("blocked", {"person": "nobody", "at": "2024-05-13"}),
    ("by-person", {"event": "f" * 16, "person": "alex", "basis": "seen"}),
    ("by-person", {"event": ENTRY, "person": "alex", "basis": "my feeling"}),
    ("clause", {"order": "12345", "clause": "1", "words": "x"}),
    ("clause", {"order": "an order", "clause": "1", "words": "x", "forbids": ["breathing"]}),
    ("perishable", {"what": "cctv", "kept_days": "many"}),
    ("person", {"person": "Not A Word", "name": "X", "role": "other"}),
    ("setting", {"name": "zone", "value": "Mars/Olympus"}),
    ("setting", {"name": "colour", "value": "red"}),
    ("explained", {"person": "alex", "answer": ""}),
    ("told-to-stop", {"person": "alex"}),
)


@pytest.mark.parametrize(("kind", "form"), WRONG)
def test_a_slip_is_shown_and_nothing_is_written(
    example_client: Any, kind: str, form: dict[str, Any]
) -> None:
    book = example_client.desk.book()
    before = len(book.decisions())
    page = example_client.post("decisions-make", _filled(book, form), kind=NAMES.index(kind))
    assert page.status_code == 422
    assert "Please look at this again" in page.text
    assert len(book.decisions()) == before


def test_an_entry_is_found_by_its_reference_or_its_copied_address(example_client: Any) -> None:
    book = example_client.desk.book()
    event = book.file().table.id_of(3)
    place = NAMES.index("theme")
    address = f"http://127.0.0.1:8{example_client.url('entry', id=event)}?show=1"
    for typed in (event, f" {event} ", address):
        page = example_client.post(
            "decisions-make", {"event": typed, "theme": "the ring"}, kind=place
        )
        assert page.status_code == 200
        assert book.decisions()[-1].what.event == event
    assert f"/entry/{event}" in page.text


@pytest.mark.parametrize("place", ["45", "-1", "x", "%F0%9F%98%80", "007"])
def test_there_is_no_other_kind(app_client: Any, place: str) -> None:
    with_book(app_client)
    assert app_client.get("decisions-make", kind=place).status_code == 404


def test_settings_of_the_book_are_kept_one_by_one(app_client: Any, text_of: Text) -> None:
    book = with_book(app_client)
    now = book.settings()
    same = app_client.post("case-settings", now)
    assert "Nothing was changed" in text_of(same)
    assert book.decisions() == ()
    page = app_client.post("case-settings", {**now, "initials": "SO", "law": "scotland"})
    assert page.status_code == 200
    assert [d.what for d in book.decisions()] == [
        Setting("initials", "SO"), Setting("law", "scotland"),
    ]
    wrong = app_client.post("case-settings", {**now, "zone": "nowhere", "many_people": "0"})
    assert wrong.status_code == 422
    assert len(book.decisions()) == 2
    assert 'href="#zone"' in wrong.text
    assert 'href="#many_people"' in wrong.text
