"""The feedback form: asks, looks, shows what was seen, and keeps only what the person lets it keep.

The one thing a reader would get wrong: there is no state between the steps. Each one looks at the
text again, so that nothing personal is kept without a second yes and no numbers are passed over.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

from starlette.routing import NoMatchFound

from rainbook.web.feedback import FeedbackNotKept, Kept, dangers_in, personal_in, without
from rainbook.web.feedback.danger import rules_for_the_page
from rainbook.web.feedback.store import LONGEST, NAME
from rainbook.web.help import services
from rainbook.web.interface import Answer, Asked, Page, Slip

Keeper = Callable[[Asked], Kept]
AGAIN = "again"
"""The step a front puts in the place of any other when the form was too old: nothing is kept."""
_LINES = {"line": "national_stalking_helpline", "self": "samaritans"}
_FRONT = ("home", "guide")


def feedback_pages(keeper: Keeper, here_only: bool) -> tuple[Page, ...]:
    """Return the pages of the form. `here_only`: it is kept on the person's own computer, so the
    page says where, and asks, before it is kept.
    """
    return (
        Page("feedback", "/feedback", partial(answer, keeper, here_only)),
        Page("feedback-kept", "/feedback/kept", partial(thank, here_only)),
    )


def answer(keeper: Keeper, here_only: bool, asked: Asked) -> Answer:
    """Show the form, or take the next step."""
    if not asked.posted:
        return _form(asked, _page(asked, asked.query.get("page", "")), "")
    text = asked.form.exact("text").strip("\n")
    page = _page(asked, asked.form.one("page"))
    step = asked.form.one("step")
    slip = _slip(asked, text, step)
    if slip or step == "change":
        return _form(asked, page, text, slip)
    if step == "take-out":
        rest = without(text, personal_in(text), asked.t("feedback-mark"))
        return _form(asked, page, rest, taken=True)
    if _may_keep(asked, text, step, here_only):
        try:
            keeper(asked).add(text, page)
        except FeedbackNotKept as failed:  # what was typed is not lost with it
            return _form(asked, page, text, Slip("text", str(failed)))
        return asked.go("feedback-kept")
    told = not dangers_in(text) or asked.form.one("told") == "yes"
    unsure = step == "keep" and told and personal_in(text)
    template = "feedback-sure.html" if unsure else "feedback-look.html"
    return asked.page(template, **_shown(asked, page, text), seen_words=personal_in(text),
                      place=str(keeper(asked).folder / NAME) if here_only else "")


def _may_keep(asked: Asked, text: str, step: str, here_only: bool) -> bool:
    """Return whether the person saw everything there is to see about this text, and said yes."""
    if step != "keep" and here_only:
        return False
    if dangers_in(text) and asked.form.one("told") != "yes":
        return False
    if personal_in(text):
        return step == "keep" and asked.form.one("sure") == "yes"
    return step in ("keep", "look")


def thank(here_only: bool, asked: Asked) -> Answer:
    """Say that it was kept, and where."""
    return asked.page("feedback-kept.html", here_only=here_only, home=_front(asked))


def _form(asked: Asked, page: str, text: str, slip: Slip | None = None, taken: bool = False
          ) -> Answer:
    return asked.page(
        "feedback.html", slips=[slip] if slip else [], **_shown(asked, page, text),
        taken=taken, most=LONGEST, rules=rules_for_the_page(),
    )


def _shown(asked: Asked, page: str, text: str) -> dict[str, Any]:
    known = {one.id: one for one in services()}
    lines = SimpleNamespace(**{way: known.get(name) for way, name in _LINES.items()})
    title = f"{page}-title"
    return {
        "text": text, "page": page, "lines": lines, "danger": dangers_in(text),
        "page_name": asked.t(title) if page and asked.words.has(title) else "",
        "page_is_open": _leads_somewhere(asked, page), "home": _front(asked),
    }


def _slip(asked: Asked, text: str, step: str) -> Slip | None:
    if step == AGAIN:
        return Slip("text", asked.t("feedback-again"))
    if not text.strip():
        return Slip("text", asked.t("feedback-empty"))
    if len(text) > LONGEST:
        return Slip("text", asked.t("feedback-long", over=len(text) - LONGEST))
    return None


def _page(asked: Asked, name: str) -> str:
    """Return the name of a page of ours, "" for anything else that was sent."""
    return name if name in asked.desk.pages and not name.startswith("feedback") else ""


def _leads_somewhere(asked: Asked, page: str) -> bool:
    try:
        return bool(page and asked.url(page))
    except NoMatchFound:  # a page whose address holds a place, as "/entry/{id}"
        return False


def _front(asked: Asked) -> str:
    return next(name for name in _FRONT if name in asked.desk.pages)


def _on_this_computer(asked: Asked) -> Kept:
    return Kept(asked.desk.home / "feedback")


PAGES = feedback_pages(_on_this_computer, here_only=True)
