"""People who can help, by nation, and the same list for paper.

The one thing a reader would get wrong: numbers are plain text, never links. A tap on a link would
ring, perhaps beside the wrong person.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from rainbook.web.help import NATIONS, Service, services
from rainbook.web.interface import Answer, Asked, Page

GROUPS = (
    ("uk", NATIONS), ("england_wales", ("england", "wales")), *((one, (one,)) for one in NATIONS),
)
"""The groups of the list: where a service helps."""
Rows = tuple[tuple[Service, str], ...]
"""Services, each with its state: "checked", "old" or "unchecked"."""


def show(asked: Asked) -> Answer:
    """Show who can help: all, or those who help in one nation."""
    return _shown(asked, "help.html")


def to_print(asked: Asked) -> Answer:
    """Show the same for paper."""
    return _shown(asked, "help-print.html")


def grouped(nation: str, today: date) -> tuple[tuple[str, Rows], ...]:
    """Return the groups to show, each with its name; no row is left out.

    With a nation, only what helps there, what helps nowhere else first; without one, all of it.
    """
    made = []
    for name, nations in GROUPS if not nation else reversed(GROUPS):
        if nation and nation not in nations:
            continue
        made.append((name, tuple(
            (one, one.state(today)) for one in services()
            if not one.first and _belongs(one, nations)
        )))
    return tuple(made)


def _belongs(one: Service, nations: tuple[str, ...]) -> bool:
    """Whether a row stands in a group: its own, or each of its nations where it has none."""
    if any(set(one.nations) == set(group) for _, group in GROUPS):
        return set(one.nations) == set(nations)
    return len(nations) == 1 and nations[0] in one.nations


def _shown(asked: Asked, template: str) -> Answer:
    nation = asked.query.get("nation", "")
    nation = nation if nation in NATIONS else ""
    today = datetime.now(UTC).date()
    return asked.page(
        template, nation=nation, nations=NATIONS, groups=grouped(nation, today), today=today
    )


PAGES = (
    Page("help", "/help", show),
    Page("help-print", "/help/print", to_print),
)
