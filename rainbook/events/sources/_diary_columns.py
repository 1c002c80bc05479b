"""Which column of a diary is which: the headings people choose, and the neutral keys they are kept
under.

The one thing a reader would get wrong: a heading is known by its words alone and never by what
stands below it; a column that nobody foresaw is kept under its own heading.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

KNOWN: Mapping[str, tuple[str, ...]] = {
    "date": (
        "date",
        "date of incident",
        "incident date",
        "date it happened",
        "date of event",
        "event date",
        "day and date",
        "date and time",
        "date time",
        "datetime",
        "timestamp",
        "when",
        "when it happened",
        "when did it happen",
        "day",
        "what day",
    ),
    "time": (
        "time",
        "time of incident",
        "incident time",
        "time of day",
        "what time",
        "at what time",
        "hour",
        "start time",
    ),
    "what": (
        "what happened",
        "what he did",
        "what she did",
        "what they did",
        "description",
        "description of incident",
        "incident description",
        "what",
        "details",
        "detail",
        "details of incident",
        "incident",
        "event",
        "entry",
        "diary",
        "diary entry",
        "log",
        "account",
        "notes",
        "note",
        "text",
        "comments",
        "comment",
        "summary",
    ),
    "who": (
        "who",
        "who did it",
        "who was it",
        "who by",
        "by whom",
        "person",
        "person responsible",
        "name",
        "suspect",
        "perpetrator",
        "offender",
        "from",
        "contact",
    ),
    "place": (
        "where",
        "place",
        "location",
        "where it happened",
        "where did it happen",
        "where were you",
        "address",
        "venue",
    ),
    "witnesses": (
        "witnesses",
        "witness",
        "who else was there",
        "who else saw",
        "who saw it",
        "seen by",
        "other people present",
    ),
    "impact": (
        "impact",
        "how it made me feel",
        "how it made you feel",
        "how i felt",
        "how did it make me feel",
        "how did it make you feel",
        "how did you feel",
        "effect",
        "effects",
        "effect on me",
        "effect on you",
        "feelings",
        "feeling",
        "impact on me",
        "impact on you",
        "how has it affected me",
    ),
    "written": (
        "written",
        "written on",
        "date written",
        "written at",
        "when written",
        "recorded",
        "recorded on",
        "date recorded",
        "when recorded",
        "logged",
        "date logged",
        "entry made",
        "written down",
    ),
    "evidence": (
        "evidence",
        "proof",
        "evidence kept",
        "what evidence",
        "attachments",
        "screenshots",
        "photos",
        "files",
    ),
    "reported": (
        "reported to",
        "reported",
        "who did you tell",
        "told",
        "police reference",
        "police ref",
        "police ref no",
        "police reference number",
        "crime reference",
        "crime ref",
        "crime reference number",
        "reference",
        "incident number",
        "cad number",
        "log number",
        "crime number",
    ),
}
_RANK = {
    words: (key, rank) for key, all_words in KNOWN.items() for rank, words in enumerate(all_words)
}
_APART = re.compile(r"[^0-9a-z]+")


def columns_of(cells: Sequence[str]) -> list[str] | None:
    """Return a key for each column (a key of KNOWN, or "=" and the heading), or None when this is
    no heading row.

    A heading row names at least the day and what happened.
    """
    best: dict[str, tuple[int, int]] = {}
    for place, cell in enumerate(cells):
        found = _RANK.get(_plain(cell))
        if found is not None:
            key, rank = found
            best[key] = min(best.get(key, (rank, place)), (rank, place))
    if not {"date", "what"} <= best.keys():
        return None
    chosen = {place: key for key, (_, place) in best.items()}
    return [chosen.get(place, "=" + cell.strip()) for place, cell in enumerate(cells)]


def _plain(heading: str) -> str:
    """Return a heading's words in small letters, without what stands in brackets."""
    bare = (
        re.sub(r"\([^)]{0,80}\)", " ", heading[:200].casefold())
        .replace("'", "")
        .replace("\u2019", "")
    )
    return _APART.sub(" ", bare).strip()
