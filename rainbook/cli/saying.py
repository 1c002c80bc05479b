"""`people` and `decide`: what only the person can say.

The one thing a reader would get wrong: nothing said is ever changed. `rainbook decide take-back
number=12` adds that
it was taken back.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, asdict, fields
from pathlib import Path
from typing import Annotated, Any

import typer

from rainbook.case import AccountLine, Book, said_time, shown_time
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    grid,
    opened,
    out,
    out_json,
    visible,
)
from rainbook.record import (
    BASES,
    DECISIONS,
    AccountOf,
    Decision,
    PersonNamed,
    RainbookError,
    decision_from,
)

people = typer.Typer(
    help="Say which account is whose.", invoke_without_command=True, rich_markup_mode=None
)
ROLE_WORDS = {"me": "complainant", "them": "suspect", "witness": "witness", "other": "other"}
_ALSO = {"take-back": "withdrawn"}


class NotSaid(RainbookError):
    """What was said could not be understood; the sentence says what is wanted."""


@people.callback()
def listed(
    context: typer.Context,
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """List the accounts in the records, whose they are said to be, and what is still open."""
    if context.invoked_subcommand:
        return
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        looked, zone = one.looked(), one.file().zone
    if as_json:
        out_json(
            {
                "accounts": [asdict(a) for a in looked.accounts],
                "questions": [asdict(q) for q in looked.questions],
            }
        )
        return
    grid(
        "Accounts in the records",
        ("account", "entries", "first", "last", "whose", "why"),
        [_line(a, zone) for a in looked.accounts],
    )
    for question in looked.questions:
        out(visible(f"To say: {question.sentence}"))
    out(
        'Say it with: rainbook people name alex "Alex Reed" them, then: rainbook people own ACCOUNT alex "named sender"'
    )


def _line(line: AccountLine, zone: str) -> tuple[str, ...]:
    proposed = (
        f"not said (your contacts call it {', '.join(line.proposed)})"
        if line.proposed and not line.person
        else "not said"
    )
    return (
        line.key,
        f"{line.rows:,}",
        shown_time(line.first, zone),
        shown_time(line.last, zone),
        line.person or proposed,
        line.basis,
    )


@people.command("name")
def name(
    key: Annotated[
        str, typer.Argument(help="A short word for the person, to use in other commands.")
    ],
    full: Annotated[str, typer.Argument(help="The person's name.")],
    role: Annotated[str, typer.Argument(help="me, them, witness or other.")],
    why: Annotated[str, typer.Option(help="Why, in your words.")] = "",
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Say that there is such a person."""
    if role not in ROLE_WORDS:
        raise NotSaid(f"{role!r} is not one of: {', '.join(ROLE_WORDS)}.")
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        _said(one, PersonNamed(key, full, ROLE_WORDS[role]), why, as_json)


@people.command("own")
def own(
    account: Annotated[str, typer.Argument(help="The account, as `rainbook people` lists it.")],
    person: Annotated[str, typer.Argument(help="The short word for the person.")],
    basis: Annotated[str, typer.Argument(help=f"How you know: {', '.join(BASES)}.")],
    note: Annotated[str, typer.Option(help="More, in your words.")] = "",
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Say whose an account is. A guess is kept and never counted."""
    if basis not in BASES:
        raise NotSaid(f"{basis!r} is not one of: {', '.join(BASES)}.")
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        known = [line.key for line in one.looked().accounts]
        if account not in known:
            near = ", ".join(k for k in known if account.casefold() in k.casefold()) or ", ".join(
                known[:8]
            )
            raise NotSaid(f"No account called {account!r} is in the records. There is: {near}.")
        _said(one, AccountOf(person, account, basis, note), note, as_json)


def decide(
    kind: Annotated[
        str,
        typer.Argument(
            help=f"One of: {', '.join(sorted(set(DECISIONS) - {'withdrawn'} | set(_ALSO)))}."
        ),
    ] = "",
    said: Annotated[
        list[str] | None,
        typer.Argument(help='What, as name=value: person=alex event=3fa… at="2024-03-24 18:40".'),
    ] = None,
    why: Annotated[str, typer.Option(help="Why, in your words.")] = "",
    from_file: Annotated[
        Path | None, typer.Option("--from", help="Take a list of them from a JSON file.")
    ] = None,
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Say something for the book; without a kind, list what was said."""
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        if from_file is not None:
            for value in _listed_in(from_file):
                _said(one, decision_from(value["decision"]), str(value.get("why", "")), as_json)
        elif kind:
            _said(one, _understood(one, kind, said or []), why, as_json)
        else:
            _all(one, as_json)


def _listed_in(file: Path) -> list[dict[str, Any]]:
    try:
        read = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as refused:
        raise NotSaid(f"{file.name} could not be read as a JSON list ({refused}).") from refused
    if not isinstance(read, list) or not all(
        isinstance(v, dict) and isinstance(v.get("decision"), dict) for v in read
    ):
        raise NotSaid(
            f'{file.name} must hold a list of objects like {{"why": "…", "decision": {{…}}}}.'
        )
    return read


def _understood(book: Book, kind: str, said: list[str]) -> Decision:
    wanted = DECISIONS.get(_ALSO.get(kind, kind))
    if wanted is None:
        raise NotSaid(
            f"{kind!r} is not one of: "
            f"{', '.join(sorted(set(DECISIONS) - {'withdrawn'} | set(_ALSO)))}."
        )
    specs = {f.name: f for f in fields(wanted)}
    given: dict[str, Any] = {"kind_of_decision": _ALSO.get(kind, kind)}
    for one in said:
        name, equals, value = one.partition("=")
        if not equals or name not in specs:
            raise NotSaid(
                f"{one!r} was not understood. For {kind} say: {' '.join(f'{n}=…' for n in specs)}"
            )
        if "tuple" in str(specs[name].type):
            given[name] = [*given.get(name, []), value]
        elif str(specs[name].type) == "int":
            given[name] = int(value) if value.isdigit() else value
        elif name in ("at", "made", "served", "until"):
            given[name] = said_time(value, book.file().zone)
        else:
            given[name] = value
    missing = [n for n, f in specs.items() if f.default is MISSING and n not in given]
    if missing:
        raise NotSaid(f"For {kind} also say: {' '.join(f'{n}=…' for n in missing)}")
    return decision_from(given)


def _said(book: Book, what: Decision, why: str, as_json: bool) -> None:
    _must_exist(book, what)
    number = book.decide(what, why)
    if as_json:
        out_json({"number": number})
    else:
        out(
            f"Written down as number {number}. To take it back: rainbook decide take-back "
            f"number={number}"
        )


def _must_exist(book: Book, what: Decision) -> None:
    """Refuse a decision about a person, an entry or a file the book does not hold."""
    person, event, original = (getattr(what, n, "") for n in ("person", "event", "original"))
    case = book.file()
    if person and not isinstance(what, PersonNamed) and person not in {p.key for p in case.people}:
        known = ", ".join(p.key for p in case.people) or "nobody yet"
        raise NotSaid(
            f"The book knows no person {person!r}. It knows: {known}. Name them first: rainbook "
            "people name …"
        )
    if event and not any(case.table.id_of(r) == event for r in range(len(case.table))):
        raise NotSaid(f"The book holds no entry {event!r}. See: rainbook look --events PERSON")
    if original and original not in {o.sha256 for o in book.originals()}:
        listed = ", ".join(f"{o.name} {o.sha256}" for o in book.originals()) or "none"
        raise NotSaid(f"The book holds no file with that SHA-256. It holds: {listed}.")


def _all(book: Book, as_json: bool) -> None:
    rows = []
    for one in book.decisions():
        value = asdict(one.what)
        if as_json:
            out_json(
                {
                    "number": one.number,
                    "by": one.by,
                    "at": one.at,
                    "why": one.why,
                    "withdrawn": one.withdrawn,
                    "kind": type(one.what).__name__,
                    **value,
                }
            )
        text = ", ".join(f"{k} {v}" for k, v in value.items() if v)
        rows.append(
            (
                str(one.number),
                one.at,
                one.by,
                type(one.what).__name__ + (" (taken back)" if one.withdrawn else ""),
                text,
                one.why,
            )
        )
    if not as_json:
        grid("What was said", ("number", "when", "by", "kind", "what", "why"), rows)
