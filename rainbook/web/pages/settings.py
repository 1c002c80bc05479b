"""The settings of the app: language, what is shown on leaving, when the book is locked.

The one thing a reader would get wrong: they lie open in the folder of the books, so nothing about a
person is among them. Where there is no folder yet, they last for this visit.
"""

from __future__ import annotations

import re

from rainbook.web.interface import Answer, Asked, Page, Slip
from rainbook.web.settings import (
    IDLE_LEAST,
    IDLE_MOST,
    LEAVING,
    Settings,
    checked,
    is_address,
    keep_settings,
)


def _settings(asked: Asked) -> Answer:
    """Show and keep the settings."""
    now = asked.desk.settings
    if not asked.posted:
        return _page(asked, now.language, now.leave, str(now.idle), [])
    language, idle = asked.form.one("language", now.language), asked.form.one("idle")
    leave = asked.form.one("leave")
    leave = asked.form.one("address") if leave == "other" else leave
    slips = []
    if leave not in LEAVING and not is_address(leave):
        slips.append(Slip("address", asked.t("start-settings-exit-wrong")))
    if not (re.fullmatch("[0-9]{1,2}", idle) and IDLE_LEAST <= int(idle) <= IDLE_MOST):
        slips.append(Slip("idle", asked.t("start-settings-idle-wrong")))
    if slips:
        return _page(asked, language, leave, idle, slips)
    made = checked({"language": language, "leave": leave, "idle": int(idle)})
    _keep(asked, made)
    return asked.go("settings")


def _keep(asked: Asked, made: Settings) -> None:
    asked.desk.settings = made
    if asked.desk.home.is_dir():
        keep_settings(asked.desk.home, made)
        asked.say(asked.t("start-settings-saved"))
    else:
        asked.say(asked.t("start-settings-this-time"))


def _page(asked: Asked, language: str, leave: str, idle: str, slips: list[Slip]) -> Answer:
    own = leave in LEAVING
    return asked.page(
        "settings.html", slips=slips, language=language, leave=leave if own else "other",
        address="" if own else leave, idle=idle,
    )


PAGES = (Page("settings", "/settings", _settings),)
