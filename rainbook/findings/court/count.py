"""Is there more than one act? A single act, however grave, is one occasion.

The one thing a reader would get wrong: acts towards somebody else are not among them, and two acts
minutes apart are two acts here, whatever the groupings say.
"""

from __future__ import annotations

from rainbook.findings.court.interface import Asked, Seen, acts, wording
from rainbook.record import Line


class Count:
    """See the module."""

    name = "count"
    title = "Is there more than one act?"

    def ask(self, seen: Seen) -> Asked:
        """Raise it where fewer than two acts towards the complainant can be counted."""
        found = acts.acts_of(seen.case, seen.person)
        number, others = len(found.rows), len(found.elsewhere)
        if number + others < 2:
            counted = wording.many(number, "act") if number else "No act"
            return Asked(
                True,
                (
                    Line(
                        f"{counted} by {seen.person.name} towards {seen.me} can be counted.",
                        found.rows,
                    ),
                ),
            )
        return Asked(False, (Line(f"{wording.many(number, 'act')} can be counted.", found.rows),))


QUESTION = Count()
