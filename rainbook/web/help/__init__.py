"""People who can help, read from services.toml and checked.

The one thing a reader would get wrong: that a row is here does not mean that its number works. Each
says when somebody last tried it, and until somebody has, it is shown as not checked.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from rainbook.record import RainbookError

NATIONS = ("england", "wales", "scotland", "northern_ireland")
FRESH_FOR = 180  # days
_FIELDS = {
    "id", "name", "nations", "phone", "text", "web", "hours", "remit", "area", "source",
    "verified_on", "conflict", "first",
}
_NO_TEXT = {"nations", "verified_on", "first"}


class HelpNotUsable(RainbookError):
    """A row of services.toml lacks what every row must have, or has what none may have."""


@dataclass(frozen=True, slots=True)
class Service:
    """One row. `verified_on`: the day somebody tried the number and read the page, None = nobody
    has. `conflict`: sources give different numbers, so there is none here. `first`: 999 and 55.
    """

    id: str
    name: str
    nations: tuple[str, ...]
    remit: str
    source: str
    phone: str = ""
    text: str = ""
    web: str = ""
    hours: str = ""
    area: str = ""
    conflict: str = ""
    verified_on: date | None = None
    first: bool = False

    def state(self, today: date) -> str:
        """Return "checked", "old" (more than 180 days ago) or "unchecked"."""
        if self.verified_on is None or self.verified_on > today:
            return "unchecked"
        return "checked" if (today - self.verified_on).days <= FRESH_FOR else "old"


@cache
def services() -> tuple[Service, ...]:
    """Return every row in the order of the file. Raises HelpNotUsable."""
    return read_services((files(__name__) / "services.toml").read_text(encoding="utf-8"))


def read_services(text: str) -> tuple[Service, ...]:
    """Return the rows a TOML text holds. Raises HelpNotUsable naming the row and what is wrong."""
    try:
        told = tomllib.loads(text)["service"]
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as wrong:
        raise HelpNotUsable(
            f"services.toml cannot be read ({wrong}). Put back the one that came with this version."
        ) from wrong
    return tuple(_service(row) for row in told)


def _service(row: Mapping[str, Any]) -> Service:
    name = row.get("name", "a row without a name")
    faults = [f"{field} is missing" for field in ("id", "name", "nations", "remit", "source")
              if not row.get(field)]
    faults += [f"{field} is no field" for field in row if field not in _FIELDS]
    faults += [f"{field} is not text" for field, given in row.items()
               if field in _FIELDS - _NO_TEXT and not isinstance(given, str)]
    faults += [f"{n!r} is no nation" for n in row.get("nations", ()) if n not in NATIONS]
    if row.get("conflict") and (row.get("phone") or row.get("text")):
        faults.append("it has a number although its sources give different ones")
    if "verified_on" in row and type(row["verified_on"]) is not date:
        faults.append("verified_on is not a day, written 2026-11-22")
    if faults:
        raise HelpNotUsable(
            f"services.toml, {name}: {'; '.join(faults)}. docs/help-lines.md says how to write it."
        )
    return Service(**{**row, "nations": tuple(row["nations"])})
