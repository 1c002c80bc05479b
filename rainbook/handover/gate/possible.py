"""What may be telling though nobody said so: postcodes, streets, plates, coordinates, own numbers.

The one thing a reader would get wrong: it is shown and never taken out. Most of it is harmless, and
only the person can tell which is not; what they say is then looked for like everything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rainbook.handover.gate.files.interface import Trace
from rainbook.handover.gate.finder import Finder
from rainbook.handover.gate.interface import Possible
from rainbook.handover.gate.sought import Sought
from rainbook.handover.gate.writings import number
from rainbook.record import AccountOf, CaseFile

AROUND = 24
"""How many characters are shown on each side."""
MOST = 200
"""How many are listed; the rest is counted."""
OWN_NUMBER = "a number of yours"
HINT = {"address": "the street of an address that is kept back"}
_STREET = (
    "Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Drive|Close|Court|Crescent|Square|Terrace|Gardens|Gdns|"
    "Grove|Walk|Way|Hill|Mews|Row|Parade|Boulevard|Blvd|Highway"
)
LOOKS_LIKE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "postcode",
        re.compile(
            r"(?<![A-Za-z0-9])(?:[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}"
            r"|[a-z]{1,2}[0-9][a-z0-9]? [0-9][abd-hjlnp-uw-z]{2})(?![A-Za-z0-9])"
        ),
    ),
    (
        "street address",
        re.compile(
            rf"(?<![\w.:/-])[0-9]{{1,4}}[A-Za-z]?,? (?:[A-Z][a-z']+ ){{1,3}}(?:{_STREET})(?!\w)"
        ),
    ),
    (
        "number plate",
        re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2} ?[A-Z]{3}(?![A-Za-z0-9])"),
    ),
)


def own_numbers(case: CaseFile) -> Finder:
    """Return a finder of the complainant's telephone numbers that the book knows by decision."""
    mine = {p.key for p in case.people if p.role == "complainant"}
    region = case.settings.get("region", "GB")
    keys = {
        d.what.account.rsplit(":", 1)[-1]
        for d in case.decisions
        if isinstance(d.what, AccountOf) and not d.withdrawn and d.what.person in mine
    }
    plain = sorted(k for k in keys if sum(c.isdigit() for c in k) >= 7)
    return Finder([Sought(OWN_NUMBER, tuple(number(k, region))) for k in plain])


class Gathered:
    """What was seen in all files, each kind of words once for a file, with how often."""

    def __init__(self, finder: Finder, own: Finder) -> None:
        self.finder, self.own = finder, own
        self._found: dict[tuple[str, str, str], list[object]] = {}
        self.left = 0

    def text(self, file: str, where: str, text: str) -> None:
        """Look through one text of a file."""
        for kind, start, end in _places(text, self.finder, self.own):
            low, high = max(0, start - AROUND), min(len(text), end + AROUND)
            around = " ".join(text[low:high].split())
            self._add(kind, file, where, " ".join(text[start:end].split()).casefold(), around)

    def trace(self, file: str, one: Trace) -> None:
        """Note something that tells by its kind and is part of what a person reads."""
        self._add(one.kind, file, one.where, one.shown.casefold(), one.shown)

    def _add(self, kind: str, file: str, where: str, key: str, shown: str) -> None:
        known = self._found.get((kind, file, key))
        if known is None:
            self._found[(kind, file, key)] = [where, shown, 1]
        else:
            known[2] += 1  # type: ignore[operator]

    def all(self) -> tuple[Possible, ...]:
        """Return what was seen, at most MOST of it; `left` says how much more there was."""
        made = [
            Possible(kind, file, str(where), str(shown), int(str(times)))
            for (kind, file, _), (where, shown, times) in self._found.items()
        ]
        made.sort(key=lambda p: (p.kind, p.file, p.words))
        self.left = max(0, len(made) - MOST)
        return tuple(made[:MOST])


def _places(text: str, finder: Finder, own: Finder) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in LOOKS_LIKE:
        for found in pattern.finditer(text):
            yield kind, *found.span()
    for hit in own.find(text):
        yield OWN_NUMBER, hit.start, hit.end
    for hit in finder.hints(text):
        yield HINT.get(hit.kind, f"part of a {hit.kind} that is kept back"), hit.start, hit.end
