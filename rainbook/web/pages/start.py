"""The first pages: could somebody else see this device, and what would you like to do.

The one thing a reader would get wrong: the first question comes before anything is typed, and can
be left open. What was answered is known to this visit only.
"""

from __future__ import annotations

from rainbook.web.interface import Answer, Asked, Page

ANSWERS = ("yes", "unsure", "no", "open")
CARDS = (
    ("new", "new"), ("open", "open"), ("guide", "guide"), ("self-check", "self-check"),
    ("help", "help"), ("glance", "look"), ("verify", "check"), ("example", "example"),
    ("feedback", "feedback"), ("about", "about"),
)
"""The pages of the front page, each with the word its texts are named by."""


def _start(asked: Asked) -> Answer:
    """Ask the first question."""
    if not asked.posted:
        return asked.page("start.html", chosen=asked.visit.device)
    said = asked.form.one("seen-by")
    asked.visit.device = said if said in ANSWERS else "open"
    return asked.go("device" if said in ("yes", "unsure") else "home")


def _device(asked: Asked) -> Answer:
    """Say what to do where somebody could see it."""
    sure = asked.visit.device == "yes"
    return asked.page("device.html", sure=sure)


def _home(asked: Asked) -> Answer:
    """Show what can be done."""
    if not asked.visit.device:
        return asked.go("start")
    cards = [card for card in CARDS if asked.desk.has(card[0])]
    return asked.page("home.html", cards=cards)


PAGES = (
    Page("start", "/", _start),
    Page("device", "/this-device", _device),
    Page("home", "/home", _home),
)
