"""One part of what the sign looks for: its lines, and whether it shows something by itself.

The one thing a reader would get wrong: a part that shows nothing and has no doubt may still not
have been looked for; what was not recorded is said in the limits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rainbook.findings.signs._fixated_after import Looked
from rainbook.record import DO_NOT_KNOW, Line, PurposeOf

LONGEST = 200


@dataclass(frozen=True)
class Part:
    """`shown`: it shows the sign by itself; `doubt`: it might, if something were settled. `says`:
    one sentence without its full stop; `also`: the same as a few words. `asked`: whether anything
    was recorded that it could be looked for in; `name`: what it is called when nothing was.
    """

    name: str
    shown: bool = False
    doubt: bool = False
    asked: bool = True
    says: str = ""
    also: str = ""
    supports: tuple[Line, ...] = ()
    against: tuple[Line, ...] = ()
    limits: tuple[Line, ...] = ()
    figures: Mapping[str, Any] = field(default_factory=dict)


def quoted(words: str) -> str:
    """Return words a person wrote, in quotation marks: no marks that turn text round, not too
    long.
    """
    text = "".join(c if c.isprintable() or c == " " else " " for c in words)
    text = " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())
    return f"“{text}”" if len(text) <= LONGEST else f"“{text[:LONGEST]}…”"


def purposes(looked: Looked, row: int | None = None) -> list[tuple[str, int]]:
    """Return the purposes recorded (word, number of the decision) of one act, or (no row) of all
    the person's acts together; none and "do not know" are not among them.
    """
    if row is None:
        said = [s for s in looked.facts.all(PurposeOf) if not s.what.event]
    else:
        said = looked.facts.on(row, PurposeOf)[-1:]
    return [(s.what.purpose, s.number) for s in said if s.what.purpose not in ("none", DO_NOT_KNOW)]
