"""The JSON forms of everything the fronts print, and times as people read them.

The one thing a reader would get wrong: these forms are an interface others test against
(docs/read-json.md); a key is
added, never renamed.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from rainbook.events.shown import event_json, problem_json
from rainbook.moment import iso, local_to_utc
from rainbook.record import Bundle, CaseFile, Finding, Line, RainbookError, decision_to

__all__ = [
    "bundle_json",
    "case_json",
    "event_json",
    "finding_json",
    "problem_json",
    "said_time",
    "shown_time",
]


def shown_time(when: int | None, zone: str) -> str:
    """Return a time as people read it, "Sun 24 Mar 2024 23:41", in the zone; "no time" for None."""
    if when is None:
        return "no time"
    return datetime.fromisoformat(iso(when, zone)).strftime(
        "%a %-d %b %Y %H:%M" if _DASH else "%a %d %b %Y %H:%M"
    )


def _can_dash() -> bool:
    try:
        return datetime(2024, 1, 2).strftime("%-d") == "2"
    except ValueError:  # Windows has no %-d
        return False


_DASH = _can_dash()


class TimeNotUnderstood(RainbookError):
    """A day or time given on the command line could not be read."""


def said_time(written: str, zone: str) -> str:
    """Return a day or a time somebody typed as ISO 8601: "2024-03-24", or with the zone's offset
    "2024-03-24T18:40:00+00:00".

    Raises TimeNotUnderstood; an hour that happened twice or never must be given with its offset.
    """
    text = written.strip().replace(" ", "T", 1)
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise TimeNotUnderstood(
            f"{written!r} is not a day or time. Write it like 2024-03-24 or 2024-03-24 18:40."
        ) from None
    if len(text) == 10 or read.tzinfo is not None:
        return text
    local = (read - datetime(1970, 1, 1)) // timedelta(microseconds=1)
    early, late, doubt = local_to_utc(np.array([local], np.int64), zone)
    if doubt[0]:
        ways = " or ".join(iso(int(t), zone) for t in (early[0], late[0]))
        raise TimeNotUnderstood(
            f"The clocks changed in {zone} at {written}. Say which is meant: {ways}."
        )
    return iso(int(early[0]), zone)


def case_json(case: CaseFile) -> dict[str, Any]:
    """Return what is known, without words."""
    people = []
    for index, person in enumerate(case.people):
        mine = case.person_of == index
        people.append(
            {
                "key": person.key,
                "name": person.name,
                "role": person.role,
                "rows": int(mine.sum()),
                "counted": int((mine & case.counted).sum()),
                "guessed": int((case.guessed_of == index).sum()),
            }
        )
    return {
        "as_of": case.as_of,
        "zone": case.zone,
        "events": len(case.table),
        "people": people,
        "occasions": [
            {
                "person": p.key,
                "grouping": g,
                "occasions": sum(
                    1 for i in case.incidents if i.person == p.key and i.grouping == g
                ),
            }
            for p in case.people
            if p.role == "suspect"
            for g in ("each act", "session gap", "calendar day")
        ],
        "findings": [finding_json(f, case) for f in case.findings],
        "decisions": [
            {
                "number": d.number,
                "by": d.by,
                "at": d.at,
                "why": d.why,
                "withdrawn": d.withdrawn,
                "what": decision_to(d.what),
            }
            for d in case.decisions
        ],
        "originals": [asdict(o) for o in case.originals],
        "problems": [problem_json(p) for p in case.table.problems],
        "removed_later": [case.table.id_of(row) for row in case.removed_later],
    }


def finding_json(finding: Finding, case: CaseFile) -> dict[str, Any]:
    """Return one finding; each line names the events (ids) and decisions it rests on."""

    def lines(some: tuple[Line, ...]) -> list[dict[str, Any]]:
        return [
            {
                "text": s.text,
                "events": [case.table.id_of(r) for r in s.rows],
                "decisions": list(s.decisions),
            }
            for s in some
        ]

    return {
        "sign": finding.sign,
        "person": finding.person,
        "outcome": finding.outcome,
        "sentence": finding.sentence,
        "supports": lines(finding.supports),
        "against": lines(finding.against),
        "limits": lines(finding.limits),
        "law": [dict(one) for one in finding.law],
        "figures": dict(finding.figures),
    }


def bundle_json(bundle: Bundle) -> dict[str, Any]:
    """Return the files of a bundle and its exhibits."""
    return {
        "folder": bundle.folder,
        "exhibits": [asdict(e) for e in bundle.exhibits],
        "files": {
            name: {"sha256": found[0], "size": found[1]} for name, found in bundle.files.items()
        },
    }
