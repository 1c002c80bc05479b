"""What stands on the pages of the guide, as data: pages.toml the order, quotes.toml the words.

The one thing a reader would get wrong: quotes.toml is the page this guide is made from, word for
word, with its own spelling. What we say of it stands in the translation files.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from rainbook.case.law_words import (
    Acts,
    NationLaw,
    acts_of_law,
    law_in_role,
    not_known_of_law,
)
from rainbook.record import RainbookError

KINDS = (
    "heading", "sub", "text", "inset", "source", "quote", "law", "acts", "unknown",
    "links", "ways", "feedback",
)


class GuideNotUsable(RainbookError):
    """A file of the guide names something that is not there."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a page. `kind`: of KINDS. `name`: a text's key where the kind is shown by one.

    `quoted`, `law`, `acts` and `unknown` are filled for the kinds of that name: lines of the page,
    what each nation's law says, its examples of acts, and (nation, sentence, as of).
    """

    kind: str
    name: str
    quoted: tuple[str, ...] = ()
    law: tuple[NationLaw, ...] = ()
    acts: tuple[Acts, ...] = ()
    unknown: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page: its name, its path, the key of its heading, and its parts in order."""

    name: str
    path: str
    heading: str
    parts: tuple[Part, ...]


@cache
def guide_pages() -> tuple[GuidePage, ...]:
    """Return the pages of the guide in order. Raises GuideNotUsable."""
    told = tomllib.loads(_read("pages.toml"))
    return tuple(
        GuidePage(p["name"], p["path"], p["heading"], _parts(p["parts"]))
        for p in told["page"]
    )


@cache
def quotes() -> dict[str, str]:
    """Return every line of the page this guide is made from, by its id, in its order."""
    return {q["id"]: q["words"] for q in tomllib.loads(_read("quotes.toml"))["quote"]}


def _read(name: str) -> str:
    return (files(__name__) / name).read_text(encoding="utf-8")


def _parts(written: list[str]) -> tuple[Part, ...]:
    """Return the parts, with quotations that follow each other put together."""
    made: list[Part] = []
    for part in map(_part, written):
        if made and part.kind == made[-1].kind == "quote":
            made[-1] = replace(made[-1], quoted=(*made[-1].quoted, *part.quoted))
        else:
            made.append(part)
    return tuple(made)


def _part(written: str) -> Part:
    kind, _, name = written.partition(" ")
    if kind not in KINDS or not name:
        raise GuideNotUsable(f"pages.toml has {written!r}. A part begins with: {', '.join(KINDS)}.")
    if kind == "quote":
        if name not in quotes():
            raise GuideNotUsable(f"pages.toml asks for the quotation {name!r}; there is none.")
        return Part(kind, name, quoted=(quotes()[name],))
    if kind == "law":
        return Part(kind, name, law=law_in_role(*name.split(" | ")))
    if kind == "acts":
        return Part(kind, name, acts=acts_of_law())
    if kind == "unknown":
        return Part(kind, name, unknown=not_known_of_law())
    return Part(kind, name)
