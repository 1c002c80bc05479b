"""What the tests of `tell` share: reading what was said, and finding an entry.

The one thing a reader would get wrong: what is empty or unsaid is left out of what was said, so
that a table shows only what somebody answered.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Run = Callable[..., Any]
Lines = tuple[str, ...]
Found = list[dict[str, Any]]


def plain(text: str) -> str:
    return " ".join(text.split())


def keys(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def said(opened: Run, skip: int = 0) -> list[dict[str, Any]]:
    """Return what was said after the example's own decisions, without what is empty or unsaid."""
    return [
        {k: v for k, v in line["what"].items() if v not in ("", [], "not said")}
        for line in opened("decide", "--json").lines()[skip:]
    ]


def entry(opened: Run, begins: str) -> str:
    """Return the reference of the entry whose words begin so."""
    events = opened("look", "--events", "alex", "--json").lines()[:-1]
    return str(next(e["id"] for e in events if (e["words"] or "").startswith(begins)))
