"""What must not go out with anything: asked kind by kind, shown only when asked for.

The one thing a reader would get wrong: saying nothing is not saying "nothing". And what was said
stands on a page only after "show", in no address and in no sentence about what was done.
"""

from __future__ import annotations

from typing import Any

from rainbook.case import kept_back, nothing_kept_back, own_accounts
from rainbook.record import KEPT_BACK, Answered, KeepBack, RainbookError, Withdrawn
from rainbook.web.interface import BOOK, CASE, Answer, Asked, Page, PageNotThere, Slip

QUESTION, NO = "keep-back", "no"
WHY = "asked what must be kept back"
BACK_WHY = "taken back by the person"
THEN = ("give-preview",)
"""Where these pages may lead on to."""


def key_of(kind: str) -> str:
    """Return a kind as the names of texts have it."""
    return kind.replace(" ", "-")


def _then(asked: Asked) -> str:
    wanted = asked.form.one("then") or asked.query.get("then", "")
    return wanted if wanted in THEN else ""


def _on(asked: Asked) -> dict[str, str]:
    return {"then": _then(asked)} if _then(asked) else {}


def begin(asked: Asked) -> Answer:
    """Show what was said, by kind; take back, say that there is nothing, or begin to be asked."""
    if asked.posted:
        done = asked.form.one("do")
        if done == "nothing":
            return _nothing(asked)
        if done == "back":
            return _take_back(asked)
        return asked.go("keep-back", _on(asked))
    return _begin(asked)


def _begin(asked: Asked, slips: tuple[Slip, ...] = ()) -> Answer:
    held = kept_back(asked.book)
    lines = [(number, what, key_of(what.kind)) for number, what in held]
    return asked.page(
        "keep-back.html",
        slips=slips,
        lines=lines,
        show=asked.query.get("show") == "1",
        nothing=not held and nothing_kept_back(asked.book),
        nothing_number=_nothing_number(asked),
        then=_then(asked),
        kinds=[(place, key_of(kind)) for place, kind in enumerate(KEPT_BACK, 1)],
    )


def _nothing_number(asked: Asked) -> int:
    """Return the number of the answer that there is nothing, 0 where nobody gave it."""
    said = Answered(QUESTION, NO)
    numbers = [d.number for d in asked.book.decisions() if not d.withdrawn and d.what == said]
    return max(numbers, default=0)


def _nothing(asked: Asked) -> Answer:
    if kept_back(asked.book):
        return _begin(asked, slips=(Slip("nothing", asked.t("keep-back-something")),))
    if not nothing_kept_back(asked.book):
        asked.decide(Answered(QUESTION, NO), WHY, asked.t("keep-back-nothing-written"))
    return asked.go(_then(asked) or "keep-back")


def _take_back(asked: Asked) -> Answer:
    typed = asked.form.one("number")
    mine = {number for number, _ in kept_back(asked.book)} | {_nothing_number(asked)} - {0}
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 12 else 0
    if number not in mine:  # another window took it back already
        return asked.go("keep-back", _on(asked))
    asked.book.decide(Withdrawn(number), BACK_WHY)
    asked.say(asked.t("keep-back-taken-back"))
    return asked.go("keep-back", _on(asked))


def yours(asked: Asked) -> Answer:
    """Offer the person's own numbers and mail addresses; the other person may know the old one."""
    held = {what.words for _, what in kept_back(asked.book)}
    offered = [one for one in own_accounts(asked.book) if one not in held]
    if asked.posted:
        for one in asked.form.all("account"):
            if one in offered:
                asked.book.decide(KeepBack("email" if "@" in one else "number", one), WHY)
        if any(one in offered for one in asked.form.all("account")):
            asked.say(asked.t("keep-back-written"))
        return asked.go("keep-back-ask", _on(asked), n=1)
    if not offered:
        return asked.go("keep-back-ask", _on(asked), n=1)
    return asked.page("keep-back-yours.html", offered=offered, then=_then(asked))


def ask(asked: Asked) -> Answer:
    """Ask for one kind; the same again until there is no more of it."""
    number = asked.path["n"]
    if not (number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= len(KEPT_BACK)):
        raise PageNotThere(asked.t("keep-back-no-such"))
    place = int(number)
    kind = KEPT_BACK[place - 1]
    words = asked.form.one("words")
    if not asked.posted:
        return _ask(asked, place, "")
    if words:
        try:
            asked.decide(KeepBack(kind, words), WHY, asked.t("keep-back-written"))
        except RainbookError as refused:
            slip = Slip("words", asked.t("keep-back-refused", why=str(refused)))
            return _ask(asked, place, words, (slip,))
    match asked.form.one("do"):
        case "more" if words:
            return asked.go("keep-back-ask", _on(asked), n=place)
        case "stop":
            return asked.go("keep-back", _on(asked))
    if place == len(KEPT_BACK):
        return asked.go("keep-back", _on(asked))
    return asked.go("keep-back-ask", _on(asked), n=place + 1)


def _ask(asked: Asked, place: int, words: str, slips: tuple[Slip, ...] = ()) -> Answer:
    kind = KEPT_BACK[place - 1]
    held: list[Any] = [what for _, what in kept_back(asked.book) if what.kind == kind]
    return asked.page(
        "keep-back-ask.html",
        slips=slips,
        place=place,
        of=len(KEPT_BACK),
        key=key_of(kind),
        again=bool(held),
        typed=words,
        then=_then(asked),
    )


PAGES = (
    Page("keep-back", "/keep-back", begin, BOOK),
    Page("keep-back-yours", "/keep-back/yours", yours, CASE),
    Page("keep-back-ask", "/keep-back/ask/{n}", ask, BOOK),
)
