"""Everything the command line can do, and where the app does it: a table that is the specification.

A row is a command with one argument or option of it, and either the page and what stands on it that
does the same (At), or why the app needs nothing for it (Why). tests/web/test_parity.py walks the
commands and opens the pages; what `tell` asks and what `decide` takes stand in parity_told.py.

The one thing a reader would get wrong: a row says that the app can do it, not that it is the only
place where it can be done. The options every command has are said once, in COMMON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

EXAMPLE, EMPTY, CLOSED = "example", "empty", "closed"
"""The desk a page is opened at: the example's book, a new book with nothing in it, no open book."""


@dataclass(frozen=True, slots=True)
class At:
    """A page and what stands on it.

    `fields`: names of fields, or "name=value" of a choice or button; `leads`: pages it links to, or
    "page?key" where the link's query holds a key. `places`, `query`: of the page's address; a value
    in braces is looked up in the example. `steps`: what is done before (test_parity.STEPS).
    """

    page: str
    fields: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    desk: str = EXAMPLE
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """Why the app needs nothing for it."""

    said: str


Row = At | Why | tuple[At, ...]


def at(page: str, *fields: str, **more: object) -> At:
    """Return a row with fields."""
    return At(page, fields, **more)  # type: ignore[arg-type]


FOR_PROGRAMS = Why("JSON is for other programs; the pages are for a person.")
FOLDER = at("open", "folder", "book", desk=CLOSED)
COMMON: Mapping[str, Row] = {
    "--json": FOR_PROGRAMS,
    "--book": FOLDER,
    "--passphrase-file": Why("a passphrase is typed on a page; no file is read for it."),
    "--passphrase-fd": Why("a passphrase is typed on a page; there is no open file to read."),
    "--new-passphrase-file": Why("a new passphrase is typed on a page, twice."),
    "--by": at("open", "by", desk=CLOSED),
}
"""Options that mean the same at every command."""

ENTRY = {"id": "{entry}"}
_NAMED_BEFORE = ("choose a review",)

COMMANDS: Mapping[tuple[str, str], Row] = {
    ("new", "book"): at("new", "name", "where", desk=CLOSED),
    ("new", "--zone"): at("new", "zone", desk=CLOSED),
    ("new", "--language"): at("case-settings", "language=en-GB", "language=cy"),
    ("new", "--sheet"): Why("the page after this shows the sheet, to print; it is in no file."),
    ("new", "--by"): Why("whoever makes a book is its owner."),
    ("new", "--passphrase-file"): at("new", "passphrase", "again", desk=CLOSED),
    ("read", "file"): at("glance", "file"),
    ("read", "--zone"): at("glance", "zone"),
    ("read", "--day-order"): at("glance", "order=day first", "order=month first"),
    ("read", "--encoding"): at("glance", "encoding=cp1252"),
    ("read", "--all"): at("glance", "many=yes"),  # 1,000 of them; all once it is in the book
    ("add", "files"): at("add", "files"),
    ("add", "--own"): at("add", "own=yes", "own=theirs", "own=no", "own=open", "whose"),
    ("add", "--how"): at("add", "how"),
    ("add", "--from"): at("add", "came_from"),
    ("tell", "person"): At("tell", leads=("tell-person",)),
    ("tell", "--entry"): At("entry", leads=("tell-entry",), places=ENTRY),
    ("tell", "--part"): At("tell-person", leads=("tell-question",), places={"person": "alex"}),
    ("tell", "--again"): Why("what was passed over stays in the list and can be gone back to."),
    ("tell", "--words"): At("entry", leads=("entry?show",), places=ENTRY),
    ("decide", "kind"): At("decisions-more", leads=("decisions-make",)),
    ("decide", "said"): at("decisions-make", "event", "why", places={"kind": "{not-relevant}"}),
    ("decide", "--why"): at("decisions-make", "why", places={"kind": "{not-relevant}"}),
    ("decide", "--from"): at("list-in", "file"),
    ("look", "--all"): At(
        "shows", leads=("shows-one", "court", "law", "orders", "book-notes", "read-first")
    ),
    ("look", "--events"): at("timeline", "p", "c", "from", "to"),
    ("look", "--words"): (At("entry", leads=("entry?show",), places=ENTRY),),
    ("look", "--entry"): At("timeline", leads=("entry",)),
    ("look", "--sign"): At("shows", leads=("shows-one",)),
    ("look", "--court"): At("shows", leads=("court",)),
    ("look", "--law"): At("shows", leads=("law",)),
    ("look", "--orders"): At("shows", leads=("orders",)),
    ("look", "--notes"): At("shows", leads=("book-notes",)),
    ("look", "--read-first"): (
        At("shows", leads=("read-first",)), at("read-first", "turn=on"),
    ),
    ("look", "--refusals"): at(
        "tell-question", "messages", places={"person": "alex", "question": "asked-to-end"}
    ),
    ("look", "--as-of"): at("shows", "way=held", "way=number", "day", "month", "year", "number"),
    ("look", "--until"): at("shows", "way=until", "day", "month", "year"),
    ("keep-back", "--none"): at("keep-back", "do=nothing", desk=EMPTY),
    ("keep-back", "--show"): At("keep-back", leads=("keep-back?show",)),
    ("keep-back", "--list"): At("keep-back", leads=("keep-back-yours", "keep-back-ask")),
    ("hand-over", "folder"): at("give-preview", "name", steps=("choose a review", "say whose")),
    ("hand-over", "--person"): at("give-who", "person=alex", "person=jo", steps=_NAMED_BEFORE),
    ("hand-over", "--initials"): at("give-who", "initials", steps=_NAMED_BEFORE),
    ("hand-over", "--purpose"): at("give-who", "purpose", steps=_NAMED_BEFORE),
    ("hand-over", "--recipe"): at("give", "recipe=first-report", "recipe=review", "recipe=usual"),
    ("hand-over", "--since"): at("give-who", "since=", "since-typed", steps=_NAMED_BEFORE),
    ("hand-over", "--yes"): Why("the report is always shown, and a button answers it."),
    ("hand-over", "--looked"): Why("the report asks it where there is something to look at."),
    ("recipes", "name"): at("give", "recipe=spo"),
    ("recipes", "--person"): at("give-preview", "name", steps=("choose a review", "say whose")),
    ("recipes", "--since"): at("give-who", "since=", "since-typed", steps=_NAMED_BEFORE),
    ("verify", "folder"): at("verify", "folder=book", "folder-typed"),
    ("verify", "--mark"): at("verify", "sheet"),
    ("verify", "--hashes"): at("verify", "hashes"),
    ("verify", "--passphrase-file"): at("verify", "passphrase"),
    ("take-in", "folder"): at("take-in", "folder-typed", desk=EMPTY),
    ("example", "book"): At("example", desk=CLOSED),
    ("example", "folder"): At("path", leads=("give",)),  # given from the example like any other
    ("people name", "key"): at("decisions-make", "person", places={"kind": "{person}"}),
    ("people name", "full"): at("person-new", "name"),
    ("people name", "role"): at("person-new", "role=suspect", "role=witness", "role=other"),
    ("people name", "--why"): at("decisions-make", "why", places={"kind": "{person}"}),
    ("people own", "account"): At("who", leads=("who-one",)),
    ("people own", "person"): at("who-next", "who", "who=new", "who=unknown"),
    ("people own", "basis"): at(
        "who-how", "basis=seen", "basis=guess", places={"id": "{mark}"}, steps=("say it is them",)
    ),
    ("people own", "--note"): at(
        "who-how", "note", places={"id": "{mark}"}, steps=("say it is them",)
    ),
    ("people ask", ""): at("who-next", "who=new", "who=unknown", "do=skip"),
    ("people", ""): At("who", leads=("who-one", "who-next", "person", "person-new")),
    ("keys list", ""): At("keys", leads=("keys-change", "second", "keys-sheet")),
    ("keys add", "label"): at("second", "label", "passphrase", "again"),
    ("keys remove", "key"): at(
        "keys-remove", "yes", query={"key": "{holder}"}, steps=("add a holder",)
    ),
    ("keys change", "--recovery"): at("open", "with", "code", query={"with": "sheet"}, desk=CLOSED),
    ("keys change", ""): at("keys-change", "passphrase", "again"),
    ("keys sheet", "--sheet"): Why("the new sheet is shown, to print; it is in no file."),
    ("keys sheet", ""): At("keys", leads=("keys-sheet",)),
    ("extra list", ""): At("more-forms", leads=("more-forms-make", "stamps")),
    **{(f"extra {form}", "folder"): at("more-forms-make", "folder-typed", places={"form": form})
       for form in ("bag", "case", "volumes", "sign", "age")},
    **{(f"extra {form}", "out"): at("more-forms-make", "name", places={"form": form})
       for form in ("bag", "case", "volumes", "sign", "age")},
    ("extra volumes", "--limit"): at("more-forms-make", "size", places={"form": "volumes"}),
    ("extra sign", "key"): at("more-forms-make", "key-typed", places={"form": "sign"}),
    ("extra sign", "--passphrase-file"): at(
        "more-forms-make", "password", places={"form": "sign"}
    ),
    ("extra age", "--to"): at("more-forms-make", "keys", places={"form": "age"}),
    ("extra age", "--to-file"): at("more-forms-make", "keys", places={"form": "age"}),
    ("stamp ask-folder", "folder"): at("stamps-ask", "about=folder", "folder-typed"),
    ("stamp ask-folder", "request"): at("stamps-ask", "name"),
    ("stamp keep-folder", "folder"): at("stamps-keep", "about=folder", "folder-typed"),
    ("stamp keep-folder", "reply"): at("stamps-keep", "reply-typed"),
    ("stamp keep-folder", "--roots"): at("stamps-keep", "roots-typed"),
    ("stamp keep-folder", "--request"): at("stamps-keep", "request-typed"),
    ("stamp look", "folder"): at("stamps-look", "folder-typed"),
    ("stamp look", "--roots"): at("stamps-look", "roots-typed"),
    ("stamp ask", "out"): at("stamps-ask", "about=book", "name"),
    ("stamp keep", "reply"): at("stamps-keep", "about=book", "reply-typed"),
    ("stamp open", "name"): at("stamps-open", "original"),
    ("stamp open", "--seed"): at("stamps-open", "seed=yes"),
}
"""By command and argument or option; "" is the command itself where it has none of its own."""
