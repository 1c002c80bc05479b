"""`people`, `people ask` and `decide`: what only the person can say."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import new_book
from rainbook.case.example import PASSPHRASE
from rainbook.custody import LEAST

EXAMPLE = Path(str(files("rainbook") / "example"))
CHAT, SMS = EXAMPLE / "WhatsApp Chat with Alex Reed.txt", EXAMPLE / "sms-20240603.xml"
Run = Callable[..., Any]


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with a chat and texts in it, in which nothing was said yet."""
    place = tmp_path_factory.mktemp("added") / "book"
    book, _ = new_book(place, PASSPHRASE, "owner", cost=LEAST)
    with book:
        for file in (CHAT, SMS):
            book.add(file, own="yes")
    return place


@pytest.fixture
def fresh(here: Path, added: Path) -> Path:
    """A copy of it as `book` in the folder one works in."""
    return Path(shutil.copytree(added, here / "book"))


def said(opened: Run) -> list[dict[str, Any]]:
    return [line["what"] for line in opened("decide", "--json").lines()]


def test_accounts_are_listed_with_whose_they_are(opened: Run, book: Path) -> None:
    ran = opened("people")
    assert ran.code == 0
    assert "phone:+447700900317" in plain(ran.out)
    assert "Alex Reed (own number)" in plain(ran.out)
    assert all(len(line) <= 80 for line in ran.out.splitlines() if "rainbook" not in line)
    (line,) = opened("people", "--json").lines()
    by_key = {a["key"]: a for a in line["accounts"]}
    assert (by_key["phone:+447700900842"]["person"], by_key["phone:+447700900842"]["basis"]) == (
        "Alex Reed", "recognised")
    assert by_key["whatsapp:name:Alex Reed"]["first"] == "2024-02-03T10:12:00+00:00"


def test_naming_somebody_and_their_account(opened: Run, fresh: Path) -> None:
    assert opened("people", "name", "alex", "Alex Reed", "them").code == 0
    ran = opened("people", "own", "phone:+447700900842", "alex", "recognised", "--note", "the coat")
    assert (ran.code, "To take it back" in plain(ran.out)) == (0, True)
    assert said(opened)[-1] == {
        "kind_of_decision": "account", "person": "alex", "account": "phone:+447700900842",
        "basis": "recognised", "note": "the coat"}


@pytest.mark.parametrize(("given", "says"), [
    (("name", "al", "Al", "boss"), "'boss' is not one of: me, them, witness, other."),
    (("name", "Al B", "Al", "them"), "cannot be the short word"),
    (("own", "900842", "alex", "seen"), "There is: phone:+447700900842."),
    (("own", "phone:+447700900842", "zed", "seen"), "knows no person 'zed'"),
    (("own", "phone:+447700900842", "alex", "hunch"), "'hunch' is not one of: own number"),
    (("own", "phone:+447700900842"), "Missing argument"),
])
def test_what_cannot_be_said(
    given: tuple[str, ...], says: str, opened: Run, fresh: Path
) -> None:
    ran = opened("people", *given)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert said(opened) == []


def test_the_questions_one_by_one(opened: Run, fresh: Path) -> None:
    """Alex's chat name is new, then "I do not know", a slip, one's own phone, a guess, stop."""
    lines = ["Sam Okafor", "n", "", "1", "2", "1", "d", "7", "1", "2", "5", "q"]
    ran = opened("people", "ask", typed="\n".join(lines) + "\n")
    assert ran.code == 0
    shown = plain(ran.out)
    assert "Enter skips one; q stops." in shown
    assert "'7' is none of the choices." in shown
    assert 'That is not a "no"' in shown
    found = said(opened)
    assert [(d["kind_of_decision"], d["person"]) for d in found] == [
        ("person", "sam"), ("person", "alex"), ("account", "alex"), ("account", "sam"),
        ("account", "sam"), ("account", "alex")]
    assert [(d["account"], d["basis"]) for d in found if d["kind_of_decision"] == "account"] == [
        ("whatsapp:name:Alex Reed", "named sender"), ("whatsapp:name:Sam Okafor", "own number"),
        ("phone:own", "own number"), ("phone:+447700900155", "guess")]
    assert opened("people", "--json").lines()[0]["not_known"] == ["phone:+447700900842"]
    assert "you do not know" in plain(opened("people").out)


@pytest.mark.parametrize("typed", ["", "\n" * 40, "q\n", "Sam\nq\n", "\nn\n\n" * 9])
def test_every_question_can_be_skipped(typed: str, opened: Run, fresh: Path) -> None:
    ran = opened("people", "ask", typed=typed)
    assert (ran.code, ran.err) == (0, "")
    assert [d for d in said(opened) if d["kind_of_decision"] == "account"] == []


def test_an_account_given_to_two_people_is_settled_by_asking(opened: Run, book: Path) -> None:
    assert opened("people", "own", "phone:+447700900842", "jo", "seen").code == 0
    (line,) = opened("people", "--json").lines()
    assert [q["code"] for q in line["questions"]].count("two people") == 1
    assert opened("people", "ask", typed="1\nq\n").code == 0
    (line,) = opened("people", "--json").lines()
    assert [q["code"] for q in line["questions"]].count("two people") == 0
    assert {a["key"]: a["person"] for a in line["accounts"]}["phone:+447700900842"] == "Alex Reed"


def test_questions_in_json_ask_nobody(opened: Run, fresh: Path) -> None:
    lines = opened("people", "ask", "--json").lines()
    assert lines
    assert all(line["code"] == "whose" and line["rows"] > 0 for line in lines)


def _event(opened: Run) -> str:
    events = opened("look", "--events", "alex", "--json").lines()[:-1]
    return str(next(e["id"] for e in events if "coast" in (e["words"] or "")))


def test_every_kind_of_decision_can_be_said(opened: Run, book: Path) -> None:
    event = _event(opened)
    for given in (
        ("told-to-stop", "person=alex", f"event={event}"),
        ("told-to-stop", "person=alex", "at=2024-03-24 18:40", "how=face to face"),
        ("blocked", "person=alex", "at=2024-05-13"),
        ("warned", "person=alex", "at=2024-05-27T11:15+01:00", "by=PC Lee"),
        ("order-served", "person=alex", "kind=non-molestation order", "served=2024-06-01",
         "clauses=no contact", "clauses=100 metres"),
        ("not-relevant", f"event={event}"), ("by-person", f"event={event}", "person=alex",
                                             "basis=seen"),
        ("asks", "person=alex", "words=No contact."),
        ("date-order", "original=diary.csv", "order=day first"),
        ("zone", "original=diary.csv", "zone=Europe/London"),
        ("encoding", "original=diary.csv", "encoding=utf-8"),
        ("setting", "name=initials", "value=AB"),
        ("person", "person=robin", "name=Robin", "role=witness"),
        ("account", "person=robin", "account=phone:+447700900604", "basis=own number"),
    ):
        ran = opened("decide", *given, "--why", "because")
        assert (ran.code, ran.err) == (0, ""), given
    found = said(opened)[-14:]
    assert [d.get("at") for d in found[:4]] == [
        "", "2024-03-24T18:40:00+00:00", "2024-05-13", "2024-05-27T11:15:00+01:00"]
    assert found[4]["clauses"] == ["no contact", "100 metres"]
    assert len(found[8]["original"]) == 64
    number = opened("decide", "--json").lines()[-1]["number"]
    assert opened("decide", "take-back", f"number={number}").code == 0
    lines = opened("decide", "--json").lines()
    assert [line["withdrawn"] for line in lines[-2:]] == [True, False]
    shown = opened("decide")
    assert shown.out.count("(taken") == 1
    assert opened("decide", "take-back", f"number={number}").code == 2


@pytest.mark.parametrize(("given", "says"), [
    (("flub",), "'flub' is not one of: account, acted-for, aimed-at, allowed, answered, asks"),
    (("withdrawn", "number=1"), "'withdrawn' is not one of"),
    (("told-to-stop",), "Also say: person=…"),
    (("told-to-stop", "person"), "was not understood"),
    (("told-to-stop", "whom=alex"), "was not understood"),
    (("told-to-stop", "person=alex", "person=jo"), "person is said twice"),
    (("told-to-stop", "person=alex"), "Say which message it was"),
    (("told-to-stop", "person=alex", "at=2024-10-27 01:30"), "happened twice"),
    (("told-to-stop", "person=alex", "at=2024-03-31 01:30"), "went forward"),
    (("told-to-stop", "person=zed", "at=2024-03-24"), "It knows: sam, alex, jo"),
    (("not-relevant", "event=abc"), "holds no entry 'abc'"),
    (("zone", "original=gone.txt", "zone=UTC"), "holds no file 'gone.txt'"),
    (("person", "person=al", "name=Al", "role=boss"), "is not one of: me, them"),
    (("account", "person=alex", "account=phone:own", "basis=hunch"), "must be one of"),
    (("take-back", "number=twelve"), "is not a number from the list"),
    (("take-back", "number=" + "9" * 40), "is not a number from the list"),
    (("--from", "gone.json"), "could not be opened"),
    (("--from", "pass"), "must hold a JSON list"),
])
def test_a_decision_that_cannot_be_is_refused(
    given: tuple[str, ...], says: str, opened: Run, book: Path
) -> None:
    before = said(opened)
    ran = opened("decide", *given)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert said(opened) == before


@pytest.mark.parametrize("text", [
    "5", "[5]", '[{"decision": 5}]', '[{"decision": {}}]', "[" * 100_000, "\x00",
    '[{"decision": {"kind_of_decision": "not-relevant"}}]',
    '[{"decision": {"kind_of_decision": "asks", "person": "robin", "words": "a"}}]',
    '[{"decision": {"kind_of_decision": "asks", "person": "alex", "words": "a"}},'
    ' {"decision": {"kind_of_decision": "blocked", "person": "alex", "at": "soon"}}]',
])
def test_a_list_with_one_fault_writes_nothing(
    text: str, opened: Run, book: Path, here: Path
) -> None:
    (here / "list.json").write_text(text, encoding="utf-8")
    before = said(opened)
    ran = opened("decide", "--from", "list.json")
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert said(opened) == before


def test_a_list_may_name_somebody_and_speak_of_them(opened: Run, book: Path, here: Path) -> None:
    listed = [
        {"why": "new", "decision": {"kind_of_decision": "person", "person": "robin",
                                    "name": "Robin", "role": "witness"}},
        {"decision": {"kind_of_decision": "asks", "person": "robin", "words": "Tell it."}},
    ]
    (here / "list.json").write_text(json.dumps(listed), encoding="utf-8")
    ran = opened("decide", "--from", "list.json", "--json")
    assert (ran.code, [set(line) for line in ran.lines()]) == (0, [{"number"}, {"number"}])
    assert [d["person"] for d in said(opened)[-2:]] == ["robin", "robin"]


def test_a_new_book_has_nothing_said(opened: Run, empty: Path) -> None:
    assert "Nothing was said yet." in opened("decide").out
    assert "No account is named" in opened("people").out
    assert "There is nothing to ask." in opened("people", "ask", typed="\n").out
