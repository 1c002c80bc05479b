"""What every page is, what it is given, and what it answers.

The one thing a reader would get wrong: a page runs in the desk's one thread when it needs the book,
so two requests never touch a book at once; whatever takes long goes through `asked.start`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rainbook.record import CaseFile, Decision, RainbookError

if TYPE_CHECKING:
    from rainbook.case import Book
    from rainbook.web.desk import Desk, Job
    from rainbook.web.entrance.visit import Visit
    from rainbook.web.words import Words

NOTHING, BOOK, CASE = "nothing", "book", "case"
"""What a page needs: nothing; an open book; or an open book whose case file is worked out."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `name` is what links name it by, `path` stands below the visit's own secret part.

    `path` may hold places: "/entry/{id}". `needs`: NOTHING, BOOK or CASE. `raw`: `handle` is given
    the request itself and reads its body as it comes (uploads); it must check the form's mark.
    """

    name: str
    path: str
    handle: Callable[..., Any]
    needs: str = NOTHING
    raw: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page answers. `kind`: "html", "go" or "file".

    `body` may be an iterable of bytes for a file; `headers` are added to the ones every answer has.
    """

    kind: str
    body: str | bytes | Iterable[bytes] = ""
    status: int = 200
    media_type: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)


class Form(dict[str, list[str]]):
    """The fields of a form as they were sent; every one may be missing."""

    def one(self, name: str, default: str = "") -> str:
        """Return the first value of a field, spaces round it taken off."""
        return self.exact(name, default).strip()

    def exact(self, name: str, default: str = "") -> str:
        """Return the first value of a field exactly as typed, with line ends as line feeds."""
        found = self.get(name) or [default]
        return found[0].replace("\r\n", "\n")

    def all(self, name: str) -> list[str]:
        """Return every value of a field (checkboxes)."""
        return list(self.get(name, ()))


@dataclass(frozen=True, slots=True)
class Slip:
    """Something to mend in a form: the field, and a plain sentence."""

    field: str
    sentence: str


@dataclass
class Asked:
    """One request, and everything a page may use to answer it."""

    desk: Desk
    visit: Visit
    words: Words
    method: str
    name: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    form: Form
    render: Callable[[Asked, str, Mapping[str, Any]], str]
    place: Callable[[str, Mapping[str, Any], Mapping[str, Any]], str]

    @property
    def posted(self) -> bool:
        """Whether a form was sent."""
        return self.method == "POST"

    @property
    def book(self) -> Book:
        """Return the open book. Raises NoBookOpen."""
        return self.desk.book()

    def case(self) -> CaseFile:
        """Return everything known, as it is now. Quick for a page that needs CASE."""
        return self.book.file()

    def t(self, key: str, **values: Any) -> str:
        """Return a text in the language of the visit, plain."""
        return self.words.text(key, **values)

    def url(self, page: str, query: Mapping[str, Any] | None = None, **places: Any) -> str:
        """Return the address of a page by its name."""
        return self.place(page, places, query or {})

    def page(
        self,
        template: str,
        *,
        status: int = 200,
        slips: Sequence[Slip] = (),
        headers: Mapping[str, str] | None = None,
        **data: Any,
    ) -> Answer:
        """Answer with a page. `slips` are shown at its top, each a link to its field."""
        whole = {"slips": tuple(slips), **data}
        code = 422 if slips and status == 200 else status
        return Answer("html", self.render(self, template, whole), code, headers=headers or {})

    def go(self, page: str, query: Mapping[str, Any] | None = None, **places: Any) -> Answer:
        """Answer a form: go to a page (so that reloading sends nothing again)."""
        return Answer("go", self.url(page, query, **places), 303)

    def file(
        self,
        body: bytes | Iterable[bytes],
        media_type: str,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Answer with bytes that are not a page."""
        return Answer("file", body, 200, media_type, headers or {})

    def say(self, sentence: str, undo: int = 0) -> None:
        """Show a sentence on the next page; `undo`: the decision a button there takes back."""
        self.visit.said.append((sentence, undo))

    def decide(self, what: Decision, why: str = "", said: str = "") -> int:
        """Write a decision down, say so on the next page with a way back, and return its number.

        Raises what `Book.decide` raises.
        """
        number = self.book.decide(what, why)
        self.say(said or self.t("written-down"), number)
        return number

    def start(
        self,
        key: str,
        work: Callable[[Job], Any],
        then: str,
        query: Mapping[str, Any] | None = None,
        **places: Any,
    ) -> Answer:
        """Begin something long (its name is the text `key`) and show how far it is; afterwards go
        to the page `then`, which finds what `work` returned in `asked.desk.done`.
        """
        self.desk.start(self.t(key), work, self.url(then, query, **places))
        return self.go("busy")


class PageNotThere(RainbookError):
    """What the address names is not in the book."""
