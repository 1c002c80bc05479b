"""Do two acts weigh enough by themselves?

The one thing a reader would get wrong: nothing here weighs an act. It counts the acts for which
something is recorded beyond the contact itself: what sort of act it was, alarm or fear, a refusal
before it, or that it is one of a run of the same sort.
"""

from __future__ import annotations

from collections import Counter

from rainbook.findings.court.interface import (
    ALARMING,
    HEAVY,
    Asked,
    Seen,
    is_unwelcome,
    past_line,
    wording,
)
from rainbook.record import Line

RUN = 3


class WeightOfEach:
    """See the module."""

    name = "qualifying_count"
    title = "Do at least two of the acts weigh enough to count?"

    def ask(self, seen: Seen) -> Asked:
        """Raise it where for fewer than two acts anything beyond contact is recorded."""
        if len(seen.rows) < 2:
            return Asked(False, (Line("There are not two acts."),))
        if seen.grave_past():
            return Asked(False, past_line(seen))
        weighs = _weighs(seen)
        if len(weighs) >= 2:
            return Asked(
                False,
                (
                    Line(
                        f"For {wording.many(len(weighs), 'act')} more than contact is recorded.",
                        weighs,
                    ),
                ),
            )
        bare = tuple(row for row in seen.rows if row not in weighs)
        return Asked(
            True,
            (
                Line(
                    f"For {wording.many(len(bare), 'act')} nothing is recorded beyond "
                    "the contact: no refusal before it, no alarm or distress, no "
                    "run of the same sort.",
                    bare,
                ),
            ),
        )


QUESTION = WeightOfEach()


def _weighs(seen: Seen) -> tuple[int, ...]:
    """Return the acts for which more than contact is recorded. Where there are only two, watching
    and threats count with the alarm, the refusal or the report that goes with them.
    """
    _, after = seen.refused
    surely = tuple(r for r in seen.rows if r in after or is_unwelcome(seen.facts, r))
    if len(seen.rows) < RUN:
        grave = [r for r in seen.rows if seen.sorts[r] in ALARMING - {"threat"}]
        return tuple(dict.fromkeys((*surely, *grave)))
    runs = Counter(seen.sorts.values())
    in_words = [
        r
        for link in seen.linked.links
        if len(link.rows) >= RUN and link.name == "the same sort of act"
        for r in link.rows
    ]
    more = [
        r
        for r in seen.rows
        if seen.sorts[r] in HEAVY or (seen.sorts[r] and runs[seen.sorts[r]] >= RUN)
    ]
    return tuple(dict.fromkeys((*surely, *more, *in_words)))
