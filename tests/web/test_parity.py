"""The app can do everything the command line can: each row of the table is opened and looked at.

The one thing a reader would get wrong: the commands are walked as typer knows them, so a new option
or a new kind of decision fails here until it has its row; and a row whose page or field is gone
fails as well.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import typer

from rainbook.case import keys_of, open_book
from rainbook.case.example import PASSPHRASE
from rainbook.cli import app as commands
from rainbook.cli import told_entry, told_person
from rainbook.cli.deciding import KINDS as TAKEN
from rainbook.record import DECISIONS, NO_TIME, Blocked, OrderServed, ToldToStop, Warned
from rainbook.web.pages.decisions import NAMES
from tests.web import parity_table as table
from tests.web import parity_told as told
from tests.web.conftest import come_in
from tests.web.who_kit import with_book

OPEN = "phone:+447700900604"  # an account of the example nobody was named for


def walked() -> Iterator[tuple[str, str]]:
    """Yield every command with each argument and option it takes, and with "" for itself."""
    return _walk(typer.main.get_command(commands), ())


def _walk(command: Any, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    inner = getattr(command, "commands", {})
    if path and (not inner or command.invoke_without_command):
        yield " ".join(path), ""
        for one in command.params:
            shown = one.name if one.param_type_name == "argument" else one.opts[0]
            yield from ((" ".join(path), n) for n in [shown, *one.opts[1:]] if n != "--help")
    for name, below in inner.items():
        yield from _walk(below, (*path, name))


def row_of(command: str, option: str) -> table.Row | None:
    """Return the row of an option: its own, or the one for every command."""
    return table.COMMANDS.get((command, option)) or table.COMMON.get(option)


def test_every_command_and_option_has_its_row() -> None:
    found = set(walked())
    assert len(found) > 150, "the command line was not walked"
    own = {command for command, _ in table.COMMANDS}
    assert sorted({command for command, _ in found} - own) == []
    assert sorted(one for one in found if one[1] and row_of(*one) is None) == []


def test_no_row_stands_for_something_that_is_gone() -> None:
    found = set(walked())
    assert sorted(set(table.COMMANDS) - found) == []
    assert sorted(set(table.COMMON) - {option for _, option in found}) == []


def test_every_question_and_every_kind_has_its_row() -> None:
    assert sorted(told.ABOUT_A_PERSON) == sorted(told_person.PARTS)
    assert sorted(told.ABOUT_AN_ENTRY) == sorted(told_entry.PARTS)
    assert sorted(told.KINDS) == sorted(TAKEN)


def test_a_reason_is_a_sentence_and_there_are_few() -> None:
    rows = [*table.COMMANDS.values(), *table.COMMON.values()]
    reasons = {row.said for row in rows if isinstance(row, table.Why)}
    assert all(len(said) > 20 and said.endswith(".") for said in reasons)
    assert len(reasons) <= 12


@dataclass
class Seen(HTMLParser):
    """What stands on a page: the fields of its forms, and where it leads."""

    fields: set[str] = field(default_factory=set)
    leads: list[str] = field(default_factory=list)
    _form: str = ""
    _select: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "a":
            self.leads.append(given.get("href", ""))
        elif tag == "form":
            self._form = given.get("action", "")
        elif tag == "option" and self._select:
            self.fields.add(f"{self._select}={given.get('value', '')}")
        elif tag in ("input", "select", "textarea", "button") and name and self._form:
            self._select = name if tag == "select" else ""
            self.fields |= {name, f"{name}={given.get('value', '')}"}

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = self._select = ""


class Desks:
    """One client for each desk of the table, and what the words in braces stand for."""

    def __init__(self, home: Path, example: Path) -> None:
        self.clients: dict[str, Any] = {}
        for desk in (table.EXAMPLE, table.CLOSED):
            shutil.copytree(example, home / desk / "book")
            self.clients[desk] = come_in(home / desk)
        self.clients[table.EMPTY] = come_in(home / table.EMPTY)
        with_book(self.clients[table.EMPTY])
        client = self.clients[table.EXAMPLE]
        client.desk.take(open_book(home / table.EXAMPLE / "book", PASSPHRASE, "owner"))
        self.named = client.desk.run(lambda: _named(client.desk.book())).result()
        people = client.get("who").text
        alex = re.search(r'<dt[^>]*><bdi>Alex Reed</bdi>.*?/people/person/(\w+)"', people, re.S)
        self.named["alex"] = alex[1] if alex else ""
        self.named["mark"] = client.get("who-next").url.path.rpartition("/")[2]

    def open(self, row: table.At) -> tuple[Any, Seen]:
        """Open the page of a row; return its client and what stands in its main part."""
        client = self.clients[row.desk]
        for step in row.steps:
            STEPS[step](self, client)
        query, places = self._said(row.query), self._said(row.places)
        answer = client.get(row.page, query, **places)
        where = page_of(client, answer.url.path)
        assert (answer.status_code, where) in [(200, row.page), (200, _LANDS.get(row.page))]
        seen = Seen()
        seen.feed(re.search("<main.*</main>", answer.text, re.S)[0])  # type: ignore[index]
        return client, seen

    def _said(self, values: Mapping[str, str]) -> dict[str, str]:
        return {k: self.named[v[1:-1]] if v.startswith("{") else v for k, v in values.items()}


def _named(book: Any) -> dict[str, str]:
    """Return what the words in braces stand for in this book."""
    case = book.file()
    said = [d for d in book.decisions() if not d.withdrawn]
    order = next(d.number for d in said if isinstance(d.what, OrderServed))
    refusal = (ToldToStop, Blocked, Warned, OrderServed)
    rows = range(len(case.table))
    who = [case.people[p].key if (p := int(case.person_of[row])) >= 0 else "" for row in rows]
    timeless = [int(case.table.earliest[row]) == NO_TIME for row in rows]
    own = next(row for row in rows if case.event(row).way == "sent")
    return {
        **{kind: str(NAMES.index(kind)) for kind in NAMES},
        "take-back": str(NAMES.index("withdrawn")),
        "entry": case.table.id_of(who.index("alex")),
        "of jo": case.table.id_of(who.index("jo")),
        "without a time": case.table.id_of(timeless.index(True)),
        "own": case.table.id_of(own),
        "file": case.originals[0].sha256,
        "paper-says": f"paper-says-{order}",
        "paper-lets": f"paper-lets-{order}",
        "let": f"let-{order}",
        "after": f"after-{next(d.number for d in said if isinstance(d.what, refusal))}",
    }


_LANDS = {"who-next": "who-one"}
"""Pages that only lead on to another one."""


def page_of(client: Any, path: str) -> str:
    """Return the name of the page an address is of, "" for none; a page without places wins."""
    below = path.removeprefix(f"/{client.door.visit.root}")
    found = [
        page for page in client.app.pages.values()
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", page.path), below)
    ]
    return min(found, key=lambda page: page.path.count("{")).name if found else ""


def _add_holder(desks: Desks, client: Any) -> None:
    if "holder" not in desks.named:
        secret = "four other words here"
        client.post("second", {"label": "Advice", "passphrase": secret, "again": secret})
        keys = client.desk.run(lambda: keys_of(client.desk.book())).result()
        desks.named["holder"] = next(key.slot for key in keys if key.kind == "holder")


STEPS: Mapping[str, Callable[[Desks, Any], object]] = {
    "choose a review": lambda _, client: client.post("give", {"recipe": "review"}),
    "say whose": lambda _, client: client.post(
        "give-who", {"person": "alex", "initials": "AB", "purpose": "", "since": ""}
    ),
    "say it is them": lambda desks, client: client.post(
        "who-one", {"who": desks.named["alex"]}, id=desks.named["mark"]
    ),
    "add a holder": _add_holder,
}
"""What is done before a page of the table is opened."""


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory, example_folder: Path) -> Iterator[Desks]:
    made = Desks(tmp_path_factory.mktemp("desks"), example_folder)
    yield made
    for client in made.clients.values():
        client.desk.lock().result(30)
        client.desk.end()


def _rows() -> Iterator[Any]:
    tables: tuple[tuple[str, Mapping[Any, table.Row]], ...] = (
        ("", table.COMMANDS), ("every command", table.COMMON), ("tell", told.ABOUT_A_PERSON),
        ("tell --entry", told.ABOUT_AN_ENTRY), ("decide", told.KINDS),
    )  # fmt: skip
    for first, rows in tables:
        for name, row in rows.items():
            said = " ".join((first, *((name,) if isinstance(name, str) else name))).strip()
            if not isinstance(row, table.Why):
                yield pytest.param(row, id=said)


@pytest.mark.parametrize("row", [*_rows()])
def test_what_a_row_names_is_on_the_page(row: table.Row, desks: Desks) -> None:
    for one in row if isinstance(row, tuple) else (row,):
        assert isinstance(one, table.At)
        client, seen = desks.open(one)
        assert [name for name in one.fields if name not in seen.fields] == []
        leads = {(page_of(client, urlsplit(href).path), urlsplit(href).query)
                 for href in seen.leads}
        for lead in one.leads:
            page, _, key = lead.partition("?")
            assert [p for p, query in leads if p == page and (not key or key in parse_qs(query))]


@pytest.mark.parametrize("kind", sorted(told.KINDS))
def test_every_field_of_every_kind_can_be_said(kind: str, desks: Desks) -> None:
    _, seen = desks.open(told.named(kind))
    made = DECISIONS["withdrawn" if kind == "take-back" else kind]
    assert [one.name for one in fields(made) if one.name not in seen.fields] == []


def test_every_page_of_the_table_can_be_gone_to_by_links(desks: Desks) -> None:
    """From the front page and the page of the book, following links only."""
    rows = [one for row in _rows() for one in (
        row.values[0] if isinstance(row.values[0], tuple) else row.values
    )]
    for desk, starts in ((table.EXAMPLE, ("home", "path")), (table.EMPTY, ("path",)),
                         (table.CLOSED, ("home",))):
        wanted = {row.page for row in rows if row.desk == desk and not row.steps}
        assert sorted(wanted - _gone_to(desks.clients[desk], starts)) == []


def _gone_to(client: Any, starts: tuple[str, ...]) -> set[str]:
    """Return the pages links lead to; of each page at most three are opened."""
    todo, times, seen_at = [client.url(page) for page in starts], dict[str, int](), set[str]()
    while todo:
        href = todo.pop()
        page = page_of(client, urlsplit(href).path)
        if href in seen_at or not page or times.get(page, 0) == 3:
            continue
        seen_at.add(href)
        times[page] = times.get(page, 0) + 1
        answer = client.get(href)
        if "text/html" in answer.headers["content-type"]:
            seen = Seen()
            seen.feed(answer.text)
            todo += [link.partition("#")[0] for link in seen.leads if link.startswith("/")]
    return set(times)
