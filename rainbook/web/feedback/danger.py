"""Finds words that may mean somebody is in danger, so that the page can say at once who answers.

The one thing a reader would get wrong: it decides nothing but whether some phone numbers are shown.
It errs on showing; the same patterns run in the page (static/feedback.js), so they are ASCII and
written so that Python and a browser read them alike.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

DANGERS = ("now", "harm", "self")
"""Danger as it happens; harm done or threatened; wanting to die or to hurt oneself."""
NEAR = 120


@dataclass(frozen=True, slots=True)
class Danger:
    """One place: its kind (one of DANGERS) and the words, in small letters."""

    kind: str
    words: str


@cache
def _rules() -> dict[str, Any]:
    text = (files("rainbook.web.feedback") / "danger.toml").read_text(encoding="utf-8")
    given = tomllib.loads(text)
    parts = given["parts"]

    def filled(pattern: str) -> str:
        once = re.sub(r"\{([A-Z]+)\}", lambda m: str(parts[m[1]]), pattern)
        return re.sub(r"\{([A-Z]+)\}", lambda m: str(parts[m[1]]), once)

    return {
        "kinds": [[kind, [filled(p) for p in given["kinds"][kind]]] for kind in DANGERS],
        "unless": {name: filled(p) for name, p in given["unless"].items()},
        "near": NEAR,
    }


@cache
def _compiled() -> tuple[list[tuple[str, re.Pattern[str]]], dict[str, re.Pattern[str]]]:
    rules = _rules()
    kinds = [(kind, re.compile(p, re.A)) for kind, some in rules["kinds"] for p in some]
    return kinds, {name: re.compile(p, re.A) for name, p in rules["unless"].items()}


def rules_for_the_page() -> str:
    """Return the rules as JSON, for the attribute the script of the page reads."""
    return json.dumps(_rules(), separators=(",", ":"))


def plain(text: str) -> str:
    """Return a text as the rules read it: small letters, plain apostrophes, single spaces."""
    text = re.sub("[\u2018\u2019\u02bc`\u00b4]", "'", text.lower())
    text = re.sub("[\u200b-\u200f\u2060\ufeff\u00ad]", "", text)
    return re.sub("[ \t\u00a0]+", " ", re.sub("[\u201c\u201d]", '"', text)).strip()


def dangers_in(text: str) -> tuple[Danger, ...]:
    """Return what may mean danger, one for each kind at most, in the order of DANGERS."""
    whole = plain(text)
    kinds, unless = _compiled()
    found: dict[str, Danger] = {}
    for kind, pattern in kinds:
        for match in pattern.finditer(whole) if kind not in found else ():
            if _stands(whole, match.start(), match.end(), unless):
                found[kind] = Danger(kind, match[0])
                break
    return tuple(found[kind] for kind in DANGERS if kind in found)


def _stands(whole: str, start: int, end: int, unless: dict[str, re.Pattern[str]]) -> bool:
    """Return whether nothing around the words says that they are not meant so, now."""
    before = re.split(r"[.!?;\n]", whole[max(0, start - NEAR):start])[-1]
    after = re.split(r"[.!?;\n]", whole[end:end + NEAR])[0]
    if unless["not"].search(before) and not unless["still"].search(before):
        return False
    if unless["figure"].search(before) or unless["page"].search(before):
        return False
    if unless["word"].search(before):
        return False
    sentence = before + whole[start:end] + after
    return not (unless["past"].search(sentence) and not unless["present"].search(whole))
