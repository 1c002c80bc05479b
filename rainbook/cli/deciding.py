"""`decide`: everything else that only the person can say.

The one thing a reader would get wrong: nothing said is ever changed. `rainbook decide take-back
number=12` adds that it was taken back.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from pathlib import Path
from typing import Annotated, Any

import typer

from rainbook.case import Book, decided_json
from rainbook.case.listed import Listed, check_listed, listed_in
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    opened,
)
from rainbook.cli.kinds import EXAMPLES
from rainbook.cli.saying import ROLE_WORDS, NotSaid, write_down
from rainbook.cli.screen import grid, out_json, say
from rainbook.record import (
    DECISIONS,
    UNSAID,
    Decided,
    Decision,
    decision_from,
    decision_to,
)

_ALSO = {"take-back": "withdrawn"}
KINDS = tuple(sorted({*DECISIONS, *_ALSO} - set(_ALSO.values())))


def decide(
    kind: Annotated[str, typer.Argument(help=f"One of: {', '.join(KINDS)}.")] = "",
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
    listed: Listed = [] if from_file is None else _listed_in(from_file)
    what = None if from_file is not None or not kind else _shape(kind, said or [])
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        if from_file is not None:
            _all_of(one, listed, as_json)
        elif what is not None:
            write_down(one, _understood(one, kind, what), why, as_json)
        else:
            _all(one.decisions(), as_json)


def _listed_in(file: Path) -> Listed:
    """Return the decisions of a file with their reasons; all of them are understood or none."""
    try:
        text = file.read_text("utf-8")
    except OSError as refused:
        raise NotSaid(f"{file.name} could not be opened ({refused.strerror}).") from refused
    except ValueError:  # not text: said in the words for every list that cannot be read
        text = ""
    return listed_in(text, file.name)


def _all_of(book: Book, listed: Listed, as_json: bool) -> None:
    """Write all of them down, or none: each is held against the book first."""
    check_listed(book, listed)
    for what, why in listed:
        write_down(book, what, why, as_json)


def _shape(kind: str, said: list[str]) -> dict[str, list[str]]:
    """Return what was said by name. Raises NotSaid before the passphrase is asked for."""
    wanted = DECISIONS.get(_ALSO.get(kind, kind)) if kind in KINDS else None
    if wanted is None:
        raise NotSaid(f"{kind!r} is not one of: {', '.join(KINDS)}.")
    example = f"For example: rainbook decide {kind} {EXAMPLES.get(kind, '')}".rstrip()
    specs = {f.name: f for f in fields(wanted)}
    given: dict[str, list[str]] = {}
    for one in said:
        name, equals, value = one.partition("=")
        if not equals or name not in specs:
            raise NotSaid(
                f"{one!r} was not understood. {kind} takes: "
                f"{', '.join(f'{n}=…' for n in specs)}. {example}"
            )
        if name in given and "tuple" not in str(specs[name].type):
            raise NotSaid(f"{name} is said twice. {example}")
        given.setdefault(name, []).append(value)
    missing = [n for n, f in specs.items() if f.default is MISSING and n not in given]
    if missing:
        lists = [(n, specs[n].metadata.get("one_of")) for n in missing if n != "role"]
        closed = "".join(f" {n} is one of: {', '.join(words)}." for n, words in lists if words)
        raise NotSaid(f"Also say: {' '.join(f'{n}=…' for n in missing)}.{closed} {example}")
    return given


def _understood(book: Book, kind: str, given: dict[str, list[str]]) -> Decision:
    name = _ALSO.get(kind, kind)
    specs = {f.name: str(f.type) for f in fields(DECISIONS[name])}
    made: dict[str, Any] = {"kind_of_decision": name}
    for part, values in given.items():
        value = values[0]
        if "tuple" in specs[part]:
            made[part] = values
        elif specs[part] == "int":
            if not (value.isascii() and value.isdigit() and len(value) < 18):
                raise NotSaid(f"{value!r} is not a number from the list: rainbook decide")
            made[part] = int(value)
        elif part == "original":
            made[part] = _sha256_of(book, value)
        elif part == "role":
            if value not in (*ROLE_WORDS, *ROLE_WORDS.values()):
                raise NotSaid(f"{value!r} is not one of: {', '.join(ROLE_WORDS)}.")
            made[part] = ROLE_WORDS.get(value, value)
        else:
            made[part] = value
    return decision_from(made)


def _sha256_of(book: Book, said: str) -> str:
    """Return the SHA-256 of the one original of that name, or what was said."""
    found = {o.sha256 for o in book.originals() if o.name == said}
    return found.pop() if len(found) == 1 else said


def _all(decisions: tuple[Decided, ...], as_json: bool) -> None:
    rows = []
    for one in decisions:
        value = decision_to(one.what)
        kind = str(value.pop("kind_of_decision"))
        if kind == "keep-back":
            value["words"] = "(shown by: rainbook keep-back --show)"
        if as_json:
            out_json(decided_json(one))
            continue
        said = "; ".join(
            f"{k.replace('_', ' ')} {_plain(v)}" for k, v in value.items() if v and v != UNSAID
        )
        back = " (taken back)" if one.withdrawn else ""
        name = "take-back" if kind == "withdrawn" else kind
        rows.append((str(one.number), one.at[:10], name + back, said, one.why))
    grid("What was said", ("no.", "on", "what", "", "why"), rows)
    if not as_json:
        say(
            "Nothing was said yet."
            if not rows
            else "To take one back: rainbook decide take-back number=…"
        )


def _plain(value: object) -> str:
    return " / ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
