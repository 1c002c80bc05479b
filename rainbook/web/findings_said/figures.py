"""The figures of a finding as tables, each with how it is counted.

The one thing a reader would get wrong: a figure is no score. Each can be counted again from the
entries the lines cite, and a figure this page has no words for is shown under its own name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rainbook.record import Finding
from rainbook.web.words import Words

MOST = 60
"""Rows of one figure that are shown."""
_PAIRS = {
    "sessions": "at-least", "days": "at-least", "sessions_since_refused": "at-least",
    "days_since_refused": "at-least", "longest_run": "before-after", "replies": "before-after",
    "words_read": "before-after", "middle_length": "before-after",
}
_OF = ("night", "before_after")
"""Pairs of pairs: so many of so many, before and after the day."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name, how it is counted, and what it comes to: a few values in words."""

    name: str
    how: str
    values: tuple[str, ...]
    more: int = 0


def figures_of(words: Words, finding: Finding) -> tuple[Figure, ...]:
    """Return the figures of a finding with how each is counted."""
    return tuple(_figure(words, name, value) for name, value in finding.figures.items())


def _figure(words: Words, name: str, value: Any) -> Figure:
    key = f"shows-fig-{name.replace('_', '-')}"
    known = words.has(key)
    said = words.text(key) if known else name.replace("_", " ")
    how = words.text(f"{key}-how" if known else "shows-fig-how")
    values = _values(words, name, value)
    shown = values[:MOST]
    return Figure(said, how, shown or (words.text("shows-value-none"),), len(values) - len(shown))


def _values(words: Words, name: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, Mapping):
        return tuple(f"{_plain(words, k)}: {_plain(words, v)}" for k, v in value.items())
    if name in _OF and _is_pair(value) and all(_is_pair(v) for v in value):
        parts = {
            when: words.text("shows-value-of", part=str(pair[0]), whole=str(pair[1]))
            for when, pair in zip(("before", "after"), value, strict=True)
        }
        return (words.text("shows-value-both", **parts),)
    if name in _PAIRS and _is_pair(value):
        return (_pair(words, _PAIRS[name], value[0], value[1]),)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(_row(words, one) for one in value)
    return (_plain(words, value),)


def _pair(words: Words, how: str, low: Any, high: Any) -> str:
    if how == "at-least" and low == high:
        return _plain(words, low)
    if how == "at-least":
        return words.text("shows-value-between", low=_plain(words, low), high=_plain(words, high))
    both = {"before": _plain(words, low), "after": _plain(words, high)}
    return words.text("shows-value-both", **both)


def _row(words: Words, one: Any) -> str:
    if not isinstance(one, Mapping):
        return _plain(words, one)
    parts = (f"{_column(words, k)}: {_plain(words, v)}" for k, v in one.items())
    return "; ".join(parts)


def _column(words: Words, name: str) -> str:
    key = f"shows-col-{name.replace('_', '-')}"
    return words.text(key) if words.has(key) else name.replace("_", " ")


def _plain(words: Words, value: Any) -> str:
    if value is None or value == "":
        return words.text("shows-value-none")
    if isinstance(value, bool):
        return words.text("shows-value-yes" if value else "shows-value-no")
    if isinstance(value, int | float):
        return f"{value:,}" if isinstance(value, int) else f"{value:g}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_plain(words, v) for v in value)
    return str(value)


def _is_pair(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str) and len(value) == 2
