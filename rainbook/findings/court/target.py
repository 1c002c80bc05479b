"""Were two acts towards the same person?

The one thing a reader would get wrong: acts towards people close to the complainant can matter, and
are listed; but they do not make up a second act towards the complainant by themselves.
"""

from __future__ import annotations

from rainbook.findings.court.interface import Asked, Seen, wording
from rainbook.record import AimedAt, Line


class Target:
    """See the module."""

    name = "target"
    title = "Were two acts aimed at the same person?"

    def ask(self, seen: Seen) -> Asked:
        """Raise it where acts towards others are needed to reach two."""
        elsewhere, alarmed = seen.linked.acts.elsewhere, seen.linked.alarmed
        if alarmed:
            said = (
                f"{wording.many(len(alarmed), 'act')} aimed at somebody else, for which alarm, "
                f"distress or fear of {seen.me} is recorded."
            )
            return Asked(len(seen.rows) < 2, (Line(said, alarmed),))
        if not elsewhere:
            return Asked(False, (Line("No act towards somebody else is among them."),))
        names = {p.key: p.name for p in seen.case.people}
        whom = wording.listed(sorted({names.get(key, key) for _, key in elsewhere}))
        rows = tuple(row for row, _ in elsewhere)
        because = tuple(
            s.number
            for row in rows
            for s in seen.facts.on(row, AimedAt)
            if s.what.because_of_me == "yes"
        )
        line = Line(
            f"{wording.many(len(rows), 'act')} towards {whom}; towards {seen.me}: "
            f"{len(seen.rows):,}.",
            rows,
        )
        more = (
            (
                Line(
                    f"{len(because):,} of them {seen.me} says were because of {seen.me}.",
                    (),
                    because,
                ),
            )
            if because
            else ()
        )
        return Asked(len(seen.rows) < 2, (line, *more))


QUESTION = Target()
