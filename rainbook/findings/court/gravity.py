"""Is it more than unattractive or unreasonable conduct?

The one thing a reader would get wrong: no number of messages answers this, and no program weighs
words. It is raised where nothing is recorded that speaks to gravity: no threat, violence, following
or damage, no alarm or distress, no refusal that was passed over.
"""

from __future__ import annotations

from rainbook.findings.court.interface import (
    ALARMING,
    Asked,
    Seen,
    is_unwelcome,
    past_line,
    wording,
)
from rainbook.record import Line, SingleThreat


class Gravity:
    """See the module."""

    name = "threshold"
    title = "Is it grave enough?"

    def ask(self, seen: Seen) -> Asked:
        """Raise it where nothing that speaks to gravity is recorded."""
        if len(seen.rows) < 2:
            return Asked(False, (Line("There are not two acts."),))
        heavy = tuple(row for row in seen.rows if seen.sorts[row] in ALARMING)
        felt = tuple(row for row in seen.rows if is_unwelcome(seen.facts, row))
        _, after = seen.refused
        threats = tuple(s.row for s in seen.facts.all(SingleThreat) if s.row in set(seen.rows))
        lines = []
        if heavy:
            sorts = wording.listed(sorted({seen.sorts[row] for row in heavy}))
            lines.append(Line(f"Recorded: {sorts}.", heavy))
        if felt:
            lines.append(
                Line(
                    "Alarm, distress or fear, or that somebody was told, is recorded for "
                    f"{wording.many(len(felt), 'act')}.",
                    felt,
                )
            )
        if after:
            lines.append(
                Line(f"{wording.many(len(after), 'act')} after a refusal.", tuple(sorted(after)))
            )
        if threats:
            lines.append(Line("Picked as a threat.", tuple(r for r in threats if r is not None)))
        lines += past_line(seen)
        if lines:
            return Asked(False, tuple(lines))
        return Asked(
            True,
            (
                Line(
                    "No threat, violence, following or damage, no alarm or distress, "
                    f"and no refusal is recorded for the acts counted ({len(seen.rows):,}).",
                    seen.rows,
                ),
            ),
        )


QUESTION = Gravity()
