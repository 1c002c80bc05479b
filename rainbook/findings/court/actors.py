"""Is it surely one person who did all of it?

The one thing a reader would get wrong: several people with an act each are several people. Their
acts are never put together into one course, and a guess about who it was is in no count.
"""

from __future__ import annotations

import numpy as np

from rainbook.findings.court.interface import Asked, Seen, acts, wording
from rainbook.record import CaseFile, Line, Person


class Actors:
    """See the module."""

    name = "attribution"
    title = "Is it surely this person, and one person, who did it?"

    def ask(self, seen: Seen) -> Asked:
        """Raise it where acts rest on a guess, or where others have the rest of the acts."""
        doubt = acts.in_doubt(seen.case, seen.person)
        lines = []
        if doubt:
            lines.append(
                Line(
                    f"Who {wording.many(len(doubt), 'record')} "
                    f"{'is' if len(doubt) == 1 else 'are'} from is a guess, or is "
                    "contradicted; none is counted.",
                    doubt,
                )
            )
        single = [p for p, _ in seen.others() if _count(seen.case, p) < 2]
        if len(seen.rows) < 2 and single:
            names = wording.listed(sorted(p.name for p in single))
            lines.append(
                Line(
                    f"{names} {'has' if len(single) == 1 else 'have'} no more than one "
                    "act each. Acts of different people are not put together.",
                    seen.rows,
                )
            )
        if lines:
            return Asked(True, tuple(lines))
        bases = sorted({seen.case.basis_of[row] for row in seen.rows} - {""})
        return Asked(
            False,
            (
                Line(
                    f"Each act counted is said to be {seen.person.name}'s by: "
                    f"{wording.listed(bases) or 'nothing yet'}.",
                    seen.rows,
                ),
            ),
        )


QUESTION = Actors()


def _count(case: CaseFile, person: Person) -> int:
    mine = np.asarray(case.person_of) == acts.index_of(case, person)
    return int((mine & np.asarray(case.counted)).sum())
