"""Who is who: asked one by one, each can be skipped, nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from rainbook.record import AccountOf, PersonNamed
from rainbook.web.who.naming import account_words, free_word, mark_of, plain
from tests.web.who_kit import with_book

Text = Callable[[Any], str]
OPEN = "phone:+447700900604"


@pytest.fixture
def open_book_here(app_client: Any) -> Any:
    with_book(app_client)
    return app_client


def _asked(client: Any) -> Any:
    """Return what the pages use to name things, for this visit."""
    return client.app._asked("who", _Request(), {})


class _Request:
    method = "GET"

    def __init__(self) -> None:
        self.path_params: dict[str, str] = {}
        self.query_params: dict[str, str] = {}


def _account(client: Any, key: str) -> str:
    return mark_of(_asked(client), "a", key)


def _person(client: Any, key: str) -> str:
    return mark_of(_asked(client), "p", key)


def _said(client: Any, kind: type) -> list[Any]:
    found = client.desk.book().decisions()
    return [d.what for d in found if isinstance(d.what, kind) and not d.withdrawn]


def test_the_list_names_people_and_accounts_and_no_count(
    example_client: Any, text_of: Text
) -> None:
    said = text_of(example_client.get("who"))
    assert "Alex Reed\u2069 (the name shown in WhatsApp)" in said
    assert "+447700900604" in said
    assert "the phone that a file came from" in said
    assert "Anybody can call with a hidden number" in said
    assert not re.search(r"\b\d+ (?:entries|questions|of \d)", said)


def test_an_account_is_given_to_somebody_named_with_how_it_is_known(
    example_client: Any, text_of: Text
) -> None:
    one, alex = _account(example_client, OPEN), _person(example_client, "alex")
    page = example_client.post("who-one", {"who": alex}, id=one)
    assert "How do you know?" in text_of(page)
    done = example_client.post(
        "who-how", {"basis": "recognised", "note": " as typed\n"}, id=one
    )
    assert _said(example_client, AccountOf)[-1] == AccountOf(
        "alex", OPEN, "recognised", " as typed\n"
    )
    assert "Written down." in text_of(done)
    assert "Take it back" in text_of(done)


def test_a_guess_is_said_to_be_kept_apart(example_client: Any, text_of: Text) -> None:
    one, alex = _account(example_client, OPEN), _person(example_client, "alex")
    example_client.post("who-one", {"who": alex}, id=one)
    done = example_client.post("who-how", {"basis": "guess"}, id=one)
    assert "never counted" in text_of(done)
    assert "You think so. It is kept apart" in text_of(example_client.get("who"))


# what is sent at "How do you know?" -> nothing is written down
NO_BASIS = ({}, {"basis": ""}, {"basis": "my feeling"}, {"basis": "seen", "note": "x" * 20_001})


@pytest.mark.parametrize("sent", NO_BASIS)
def test_without_a_known_basis_nothing_is_written(example_client: Any, sent: Any) -> None:
    one, alex = _account(example_client, OPEN), _person(example_client, "alex")
    before = len(example_client.desk.book().decisions())
    example_client.post("who-one", {"who": alex}, id=one)
    page = example_client.post("who-how", sent, id=one)
    assert page.status_code == 422
    assert len(example_client.desk.book().decisions()) == before


def test_ones_own_number_needs_no_reason(example_client: Any) -> None:
    example_client.post(
        "who-one", {"who": _person(example_client, "sam")}, id=_account(example_client, OPEN)
    )
    assert _said(example_client, AccountOf)[-1] == AccountOf("sam", OPEN, "own number")


def test_somebody_new_is_named_and_then_asked_about(example_client: Any, text_of: Text) -> None:
    one = _account(example_client, OPEN)
    page = example_client.post("who-one", {"who": "new"}, id=one)
    assert "Name somebody" in text_of(page)
    page = example_client.post("person-new", {"of": one, "name": "", "role": "nobody"})
    assert page.status_code == 422
    page = example_client.post(
        "person-new", {"of": one, "name": "Alex Other", "role": "witness"}
    )
    assert "How do you know?" in text_of(page)
    assert _said(example_client, PersonNamed)[-1] == PersonNamed(
        "alex-2", "Alex Other", "witness"
    )
    example_client.post("who-how", {"basis": "seen"}, id=one)
    assert _said(example_client, AccountOf)[-1] == AccountOf("alex-2", OPEN, "seen")


def test_skipping_is_no_answer_and_not_knowing_is_one(example_client: Any, text_of: Text) -> None:
    one, book = _account(example_client, OPEN), example_client.desk.book()
    assert example_client.get("who-next").url.path.endswith(one)
    before, log = len(book.decisions()), len(book.vault().log())
    example_client.post("who-one", {"do": "skip"}, id=one)
    assert (len(book.decisions()), len(book.vault().log())) == (before, log)
    assert not example_client.get("who-next").url.path.endswith(one)
    example_client.post("who-one", {"who": "unknown"}, id=one)
    assert len(book.decisions()) == before
    assert OPEN in book.looked().not_known
    said = text_of(example_client.get("who"))
    assert "You do not know" in said


def test_at_the_end_it_is_all_for_now_and_what_was_skipped_comes_back(
    example_client: Any, text_of: Text
) -> None:
    page = example_client.get("who-next")
    for _ in range(10):
        if "That is all for now" in text_of(page):
            break
        page = example_client.post(page.url.path, {"do": "skip"})
    assert "What you skipped can be asked again" in text_of(page)
    assert "/people/one/" in example_client.get("who-next").url.path


def test_a_hidden_number_is_nobodys(example_client: Any, text_of: Text) -> None:
    page = example_client.get("who-one", id=_account(example_client, "phone:withheld"))
    assert "Anybody can call with a hidden number" in text_of(page)
    assert 'name="who"' not in page.text
    before = len(example_client.desk.book().decisions())
    example_client.post(
        "who-one", {"who": _person(example_client, "alex")},
        id=_account(example_client, "phone:withheld"),
    )
    assert len(example_client.desk.book().decisions()) == before


def test_the_person_is_asked_for_their_own_name_first(open_book_here: Any) -> None:
    page = open_book_here.get("who-next")
    assert page.url.path.endswith("/people/me")
    assert open_book_here.post("who-me", {"name": "x" * 201}).status_code == 422
    open_book_here.post("who-me", {"name": "Sam Okafor"})
    assert _said(open_book_here, PersonNamed) == [PersonNamed("sam", "Sam Okafor", "complainant")]


def test_of_two_people_one_holds(example_client: Any, text_of: Text) -> None:
    book = example_client.desk.book()
    first = book.decide(AccountOf("alex", OPEN, "seen"))
    second = book.decide(AccountOf("jo", OPEN, "seen"))
    one = _account(example_client, OPEN)
    said = text_of(example_client.get("who-one", id=one))
    assert "You said this belongs to two people" in said
    page = example_client.post("who-one", {"do": "holds", "number": "9999"}, id=one)
    assert page.status_code == 422
    example_client.post("who-one", {"do": "holds", "number": str(second)}, id=one)
    standing = {d.number for d in book.decisions() if not d.withdrawn}
    assert second in standing
    assert first not in standing
    held = next(a for a in book.looked().accounts if a.key == OPEN)
    assert held.person == "Jo Marsh"


def test_choosing_somebody_else_takes_the_first_back(example_client: Any) -> None:
    book = example_client.desk.book()
    first = book.decide(AccountOf("alex", OPEN, "seen"))
    one = _account(example_client, OPEN)
    example_client.post("who-one", {"who": _person(example_client, "jo")}, id=one)
    example_client.post("who-how", {"basis": "seen"}, id=one)
    assert next(d for d in book.decisions() if d.number == first).withdrawn
    held = next(a for a in book.looked().accounts if a.key == OPEN)
    assert held.person == "Jo Marsh"


def test_a_name_is_changed_by_saying_it_anew(example_client: Any, text_of: Text) -> None:
    alex = _person(example_client, "alex")
    assert "+447700900842" in text_of(example_client.get("person", id=alex))
    example_client.post("person", {"name": "A. Reed", "role": "other"}, id=alex)
    named = _said(example_client, PersonNamed)
    assert PersonNamed("alex", "A. Reed", "other") == named[-1]
    assert PersonNamed("alex", "Alex Reed", "suspect") in named


def test_neither_a_name_nor_a_number_stands_in_an_address(example_client: Any) -> None:
    for page in ("who", "who-next", "decisions"):
        answer = example_client.get(page)
        links = " ".join(re.findall(r'(?:href|action)="([^"]+)"', answer.text)) + str(answer.url)
        assert not re.search(r"7700900|alex|reed|whatsapp", links, re.I)


def test_a_mark_of_an_earlier_visit_finds_nothing(example_client: Any) -> None:
    assert example_client.get("who-one", id="0" * 24).status_code == 404
    assert example_client.get("person", id="Ω" * 24).status_code == 404


@pytest.mark.parametrize(("people", "told"), [(5, False), (6, True)])
def test_many_people_are_met_with_somebody_to_talk_to(
    open_book_here: Any, text_of: Text, people: int, told: bool
) -> None:
    for number in range(people):
        open_book_here.desk.book().decide(PersonNamed(f"p{number}", f"P {number}", "suspect"))
    said = text_of(open_book_here.get("who"))
    assert ("A GP can help" in said) == told
    assert "gang" not in said.lower()


HOSTILE = "Al\u202eex<script>alert(1)</script>\u2066" + "x" * 1_000_000


def test_a_hostile_name_is_only_ever_text(example_client: Any) -> None:
    book = example_client.desk.book()
    book.decide(PersonNamed("bad", HOSTILE[:150], "witness"))
    for page in ("who", "who-next", "decisions"):
        html = example_client.get(page).text
        assert "<script>alert" not in html
        assert "\u202e" not in html
        assert len(html) < 300_000
    bad = _person(example_client, "bad")
    shown = example_client.get("person", id=bad).text
    assert "[U+202E]" in shown
    long = example_client.post("person", {"name": HOSTILE, "role": "other"}, id=bad)
    assert long.status_code == 422


# what stands in a record -> what it is inside a sentence
SAID = (
    ("Alex", "\u2068Alex\u2069"),
    ("a\u202eb", "\u2068a[U+202E]b\u2069"),
    ("two\nlines", "\u2068two lines\u2069"),
    ("x" * 200, "\u2068" + "x" * 120 + " …\u2069"),
)


@pytest.mark.parametrize(("text", "said"), SAID)
def test_a_text_cannot_turn_a_sentence_round(text: str, said: str) -> None:
    assert plain(text) == said


ACCOUNTS = (
    ("phone:+447700900317", "\u2068+447700900317\u2069"),
    ("phone:own", "the phone that a file came from"),
    ("phone:withheld", "a hidden number"),
    ("phone:id:DENTIST", "\u2068DENTIST\u2069"),
    ("email:a@example.org", "\u2068a@example.org\u2069"),
    ("whatsapp:name:Alex Reed", "\u2068Alex Reed\u2069 (the name shown in WhatsApp)"),
    ("odd:handle:al", "\u2068al\u2069 (in \u2068odd\u2069)"),
)


@pytest.mark.parametrize(("key", "said"), ACCOUNTS)
def test_what_an_account_is_called(app_client: Any, key: str, said: str) -> None:
    assert account_words(_asked(app_client), key) == said


def test_a_short_word_is_free_and_plain() -> None:
    assert free_word((), "Álex Reed") == "lex"
    assert free_word((), "Алекс") == "person"
    assert free_word((), "A" * 500) == "a" * 20
