"""What do you have? For each phone and app: how to get the file, step by step.

The one thing a reader would get wrong: these pages need no book and keep nothing; which phone was
chosen is only in the address.
"""

from __future__ import annotations

from rainbook.web.drawn import PHONES, guide_named, guides_for
from rainbook.web.interface import NOTHING, Answer, Asked, Page, PageNotThere


def _have(asked: Asked) -> Answer:
    phone = asked.query.get("phone", "")
    phone = phone if phone in PHONES else ""
    return asked.page("have.html", phone=phone, groups=guides_for(phone))


def _one(asked: Asked) -> Answer:
    guide = guide_named(asked.path["name"])
    if guide is None:
        raise PageNotThere(asked.t("have-not-there"))
    phone = guide.phones[0] if len(guide.phones) == 1 else ""
    return asked.page("have-one.html", guide=guide, phone=phone)


PAGES = (
    Page("have", "/what-you-have", _have, NOTHING),
    Page("have-one", "/what-you-have/{name}", _one, NOTHING),
)
