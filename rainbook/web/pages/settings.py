"""The settings of the app: its name, language, what is shown on leaving, when the book is locked.

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
    LONGEST_NAME,
    NAME_SHOWN,
    Settings,
    checked,
    is_address,
    is_name,
    keep_settings,
)


def _settings(asked: Asked) -> Answer:
    """Show and keep the settings."""
    now = asked.desk.settings
    if not asked.posted:
        return _page(asked, now, str(now.idle), [])
    language, idle = asked.form.one("language", now.language), asked.form.one("idle")
    leave = asked.form.one("leave")
    leave = asked.form.one("address") if leave == "other" else leave
    name = asked.form.one("name", now.name) or NAME_SHOWN
    slips = []
    if leave not in LEAVING and not is_address(leave):
        slips.append(Slip("address", asked.t("start-settings-exit-wrong")))
    if not (re.fullmatch("[0-9]{1,2}", idle) and IDLE_LEAST <= int(idle) <= IDLE_MOST):
        slips.append(Slip("idle", asked.t("start-settings-idle-wrong")))
    if not is_name(name):
        slips.append(Slip("name", asked.t("start-settings-name-wrong", most=LONGEST_NAME)))
    if slips:
        return _page(asked, Settings(language, leave, now.idle, name), idle, slips)
    made = checked({"language": language, "leave": leave, "idle": int(idle), "name": name})
    _keep(asked, made)
    return asked.go("settings")


def _keep(asked: Asked, made: Settings) -> None:
    asked.desk.settings = made
    if asked.desk.home.is_dir():
        keep_settings(asked.desk.home, made)
        asked.say(asked.t("start-settings-saved"))
    else:
        asked.say(asked.t("start-settings-this-time"))


def _page(asked: Asked, typed: Settings, idle: str, slips: list[Slip]) -> Answer:
    own = typed.leave in LEAVING
    return asked.page(
        "settings.html", slips=slips, language=typed.language, name=typed.name, idle=idle,
        leave=typed.leave if own else "other", address="" if own else typed.leave,
    )


PAGES = (Page("settings", "/settings", _settings),)
