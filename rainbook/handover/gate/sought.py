"""What must not leave the house, as the person said it, made ready to be looked for.

The one thing a reader would get wrong: saying nothing is not saying "nothing". Without a single
`KeepBack` and without the answer "no", there is no hand-over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from rainbook.handover.gate import writings
from rainbook.handover.gate.folding import folded
from rainbook.handover.gate.interface import KeepBackNotAsked
from rainbook.handover.gate.writings import Writing
from rainbook.record import Answered, CaseFile, KeepBack

QUESTION = "keep-back"
"""The question whose answer "no" says that nothing must be kept back."""
LEAST = 3
"""A word of fewer letters cannot be looked for: it stands in everything."""
NAMES = ("workplace", "school", "place", "name")
_EVERYDAY = (
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday "
    "saturday sunday mon tue tues wed thu thur fri sat sun the and you are not yes him her she "
    "they them my mine home work job office school house flat shop town city village road street "
    "lane station pub club gym church park mum mom dad son daughter sister brother friend car "
    "phone number email mail address name place here there where when what who why how today "
    "tomorrow yesterday morning evening night day week month year time love please stop police "
    "court "
)


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing to be looked for: its kind, its writings in a folded text, and the writings of what
    is too little to take out and is only shown. Its words are in no message.
    """

    kind: str
    writings: tuple[Writing, ...]
    hints: tuple[Writing, ...] = ()


def sought_of(case: CaseFile) -> tuple[Sought, ...]:
    """Return what the person said must be kept back. Raises KeepBackNotAsked."""
    standing = [d.what for d in case.decisions if not d.withdrawn]
    wanted = [w for w in standing if isinstance(w, KeepBack)]
    if not wanted and not any(_nothing(w) for w in standing):
        raise KeepBackNotAsked(
            "Nobody was asked yet what must never go out with this: an address, a place of work, "
            "a new number. Say it, or say that there is nothing: rainbook keep-back"
        )
    region = case.settings.get("region", "GB")
    return tuple(sought_for(one, region) for one in wanted)


def _nothing(what: object) -> bool:
    return isinstance(what, Answered) and (what.question, what.answer) == (QUESTION, "no")


def sought_for(what: KeepBack, region: str = "GB") -> Sought:
    """Return how one thing is looked for."""
    found = tuple(dict.fromkeys(_writings(what, region)))
    hints: tuple[Writing, ...] = ()
    if what.kind == "address":
        hints = tuple(h for h in dict.fromkeys(writings.street_of(what.words)) if h not in found)
    elif what.kind in NAMES:
        own = [w for w in writings.words_of(what.words) if w not in writings.GENERIC]
        if len(own) == 1 and len(own[0]) > LEAST and own[0] not in _EVERYDAY.split():
            hints = tuple(h for h in (writings.in_order(own),) if h not in found)
    return Sought(what.kind, found, hints)


def _writings(what: KeepBack, region: str) -> Iterator[Writing]:
    if what.kind == "address":
        yield from writings.address(what.words)
    elif what.kind == "number":
        yield from writings.number(what.words, region)
    elif what.kind == "email":
        yield from writings.email(what.words)
    elif what.kind == "vehicle":
        yield from writings.plate(what.words)
    elif what.kind == "wifi":
        yield from writings.wifi(what.words)
    elif what.kind in NAMES:
        yield from writings.name(what.words)
    else:
        yield from writings.as_typed(what.words)
        yield from _mixed(what.words, region)


def _mixed(words: str, region: str) -> Iterator[Writing]:
    """Yield the writings of what "something else" turns out to be: a number, a mail address."""
    if "@" in words and " " not in words.strip():
        yield from writings.email(words)
    digits = sum(c.isdigit() for c in words)
    if digits >= 7 and not re.search(r"[A-Za-z]", words):
        yield from writings.number(words, region)


def cannot_look_for(what: KeepBack, region: str = "GB") -> str:
    """Return why something cannot be looked for and what to type instead, in plain words; "" where
    it can.
    """
    plain = folded(what.words).text
    solid = [c for c in plain if c.isalnum()]
    words = writings.words_of(what.words)
    if not solid:
        return "It is empty. Type what must not go out, as it would be written."
    if what.kind == "number" and sum(c.isdigit() for c in solid) < 6:
        return "A number of fewer than six digits stands in too many places. Type it in full."
    if what.kind == "email" and "@" not in plain:
        return "A mail address has an @ in it. Type it in full, or use another kind."
    if what.kind == "vehicle" and len(solid) < 4:
        return "A number plate of fewer than four characters cannot be told from other words."
    if len(solid) < LEAST or not any(len(w) >= LEAST for w in words):
        return (
            f"Words of fewer than {LEAST} letters stand in everything and cannot be looked for. "
            "Type more of it: the whole name, the whole address."
        )
    if len(words) == 1 and (words[0] in _EVERYDAY.split() or _is_short(words[0])):
        return (
            "That is an everyday word or a short number: taking it out would take out half of what "
            "is handed over and show where it stood. Type more of it: the whole name, the whole "
            "address."
        )
    if _stands_in_ours(sought_for(what, region)):
        return (
            "That stands in the program's own sentences, in every hand-over. Type more of it: the "
            "whole name, the whole address."
        )
    return ""


def _is_short(one: str) -> bool:
    return one.isdigit() and len(one) < 5


def _stands_in_ours(one: Sought) -> bool:
    return any(re.search(w.pattern, _ours()) for w in one.writings)


NOT_WRITTEN = ("gate", "proof", "extras", "vendor", "fonts")
"""Folders whose sentences never stand in a bundle."""


@lru_cache(maxsize=1)
def _ours() -> str:
    """Return the fixed sentences of the bundle: the modules and templates that write it, folded."""
    texts: list[str] = []
    waiting = [files("rainbook.handover")]
    while waiting:
        for one in sorted(waiting.pop().iterdir(), key=lambda f: f.name):
            if one.is_dir() and one.name not in NOT_WRITTEN:
                waiting.append(one)
            elif one.name.endswith((".py", ".typ", ".html", ".toml")):
                texts.append(one.read_text("utf-8"))
    return folded("\n".join(texts)).text


def kinds_of(sought: tuple[Sought, ...]) -> Mapping[str, int]:
    """Return how many things of each kind are looked for: what may be said of them to others."""
    return dict(sorted(Counter(one.kind for one in sought).items()))
