"""What the app remembers: its name, its language, the page on leaving, minutes until it locks.

The one thing a reader would get wrong: nothing about a book or a person is ever kept here; the file
lies open in the folder of the app.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

NAME = "settings.json"
LANGUAGES = ("en", "cy")
LEAVING = ("converter", "calendar", "blank")
"""The pages of our own that can be shown on leaving; any other value is an address."""
IDLE_LEAST, IDLE_MOST = 1, 60
NAME_SHOWN, LONGEST_NAME = "Rainbook", 30
# what may stand in an address; a backslash is a slash to a browser
_ADDRESS = re.compile(r"https://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings. `idle`: minutes without anybody; `leave`: one of LEAVING or an https address;
    `name`: what the app is called in the tab and at the top of a page.
    """

    language: str = "en"
    leave: str = "converter"
    idle: int = 10
    name: str = NAME_SHOWN


def read_settings(home: Path) -> Settings:
    """Return the settings; what is missing or damaged is as it comes."""
    try:
        found = json.loads((home / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return checked(found if isinstance(found, dict) else {})


def checked(found: dict[str, Any]) -> Settings:
    """Return settings from values of any kind; what is not one is left as it comes."""
    made = Settings()
    if found.get("language") in LANGUAGES:
        made = replace(made, language=found["language"])
    leave = found.get("leave")
    if isinstance(leave, str) and (leave in LEAVING or is_address(leave)):
        made = replace(made, leave=leave)
    idle = found.get("idle")
    if isinstance(idle, int) and not isinstance(idle, bool) and IDLE_LEAST <= idle <= IDLE_MOST:
        made = replace(made, idle=idle)
    name = found.get("name")
    if isinstance(name, str) and is_name(name):
        made = replace(made, name=name)
    return made


def is_name(text: str) -> bool:
    """Return whether a text can stand in a tab: one short line, nothing hidden in it."""
    return 0 < len(text) <= LONGEST_NAME and text.isprintable() and text == text.strip()


def is_address(text: str) -> bool:
    """Return whether a text is an https address, without a name or password in it."""
    if not _ADDRESS.fullmatch(text) or len(text) > 300:
        return False
    try:
        parts = urlsplit(text)
        return "@" not in parts.netloc and "." in (parts.hostname or "") and parts.port != 0
    except ValueError:  # no port, or no address of a computer
        return False


def keep_settings(home: Path, settings: Settings) -> None:
    """Write the settings. Raises OSError."""
    home.mkdir(parents=True, exist_ok=True)
    (home / NAME).write_text(json.dumps(asdict(settings), indent=1) + "\n", encoding="utf-8")
