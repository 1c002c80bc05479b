"""`people`: which account is whose. Only the person can say it.

The one thing a reader would get wrong: an address book proposes and no more. Until somebody says
whose an account is, it is nobody's.
"""

from __future__ import annotations

from typing import Annotated

import typer

from rainbook.case import (
    AccountLine,
    Book,
    Looked,
    Question,
    account_json,
    question_json,
    shown_day,
)
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    opened,
)
from rainbook.cli.screen import grid, next_steps, out, out_json, say, visible
from rainbook.record import BASES, AccountOf, Decision, PersonNamed, RainbookError

people = typer.Typer(
    help="Say which account is whose.", invoke_without_command=True, rich_markup_mode=None
)
ROLE_WORDS = {"me": "complainant", "them": "suspect", "witness": "witness", "other": "other"}
WORD_OF_ROLE = {role: word for word, role in ROLE_WORDS.items()}
OWN_PHONE, _OWN_PHONE = "phone:own", "the phone it was read from"


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
        looked, zone = one.looked(), one.settings()["zone"]
    if as_json:
        out_json(
            {
                "accounts": [account_json(a, zone) for a in looked.accounts],
                "questions": [question_json(q, zone) for q in looked.questions],
                "not_known": sorted(looked.not_known),
            }
        )
    elif looked.accounts:
        _on_screen(looked, zone)
    else:
        say("No account is named in what the book holds so far.")
        next_steps(("rainbook add FILE", "puts in a file you have"))


def _on_screen(looked: Looked, zone: str) -> None:
    grid(
        "Accounts in the records",
        ("account", "entries", "first", "last", "whose"),
        [_line(a, looked, zone) for a in looked.accounts],
    )
    for question in looked.questions:
        if question.code != "whose":
            say(f"- {question.sentence}")
    out("")
    if any(q.code == "whose" for q in looked.questions):
        next_steps(("rainbook people ask", "to be asked one by one; each can be skipped"))
    say("Or say it directly, for example:")
    first = visible(looked.accounts[0].key)
    next_steps(
        ('rainbook people name alex "Alex Reed" them', ""),
        (f'rainbook people own "{first}" alex "named sender"', ""),
    )


def _line(line: AccountLine, looked: Looked, zone: str) -> tuple[str, ...]:
    whose = f"{line.person} ({line.basis})" if line.person else "not said"
    if not line.person and line.key in looked.not_known:
        whose = "you do not know"
    if line.key == OWN_PHONE and not line.person:
        whose += f"; {_OWN_PHONE}"
    elif line.proposed and not line.person:
        whose += f"; {_called(line.key, line.proposed)}"
    days = ("", "") if line.first is None else (shown_day(line.first, zone),
                                                shown_day(line.last, zone))
    return (line.key, f"{line.rows:,}", *days, whose)


def sentence_of(question: Question, zone: str) -> str:
    """Return what is asked about an account, with when it was seen."""
    key = question.accounts[0]
    name = f"{key} ({_OWN_PHONE})" if key == OWN_PHONE else key
    if question.first is None:
        seen = ""
    else:
        first, last = (shown_day(end, zone) for end in (question.first, question.last))
        seen = f", on {first}" if first == last else f", from {first} to {last}"
    entries = "1 entry" if question.rows == 1 else f"{question.rows:,} entries"
    called = f" ({_called(key, question.proposed)})" if question.proposed else ""
    verb = "is" if question.rows == 1 else "are"
    return f"Whose is {name}? There {verb} {entries}{seen}.{called}"


def _called(key: str, proposed: tuple[str, ...]) -> str:
    """Return what the address book says: names for a number, numbers for a name."""
    listed = ", ".join(proposed)
    return f"your contacts have {listed} under this name" if is_name(key) else (
        f"your contacts call it {listed}")


def is_name(key: str) -> bool:
    """Return whether an account is known by a name alone."""
    return ":name:" in key


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
        write_down(one, PersonNamed(key, full, ROLE_WORDS[role]), why, as_json)


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
            near = [k for k in known if account.casefold() in k.casefold()] or known
            more = f" and {len(near) - 8} more" if len(near) > 8 else ""
            listed_ones = ", ".join(near[:8]) + more if near else "none yet"
            raise NotSaid(
                f"No account called {account!r} is in the records. There is: {listed_ones}."
            )
        write_down(one, AccountOf(person, account, basis, note), note, as_json)


def write_down(book: Book, what: Decision, why: str, as_json: bool) -> int:
    """Log a decision, say so, and return its number."""
    number = book.decide(what, why)
    if as_json:
        out_json({"number": number})
    else:
        say(
            f"Written down as number {number}. To take it back: rainbook decide take-back "
            f"number={number}"
        )
    return number
