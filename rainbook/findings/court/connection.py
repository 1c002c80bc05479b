"""What connects the acts?

The one thing a reader would get wrong: it is raised when nothing recorded connects them, and also
when too little is recorded to tell; the lines say which.
"""

from __future__ import annotations

from rainbook.findings.court.interface import Asked, Seen, wording
from rainbook.record import Line


class Connection:
    """See the module."""

    name = "nexus"
    title = "What connects the acts?"

    def ask(self, seen: Seen) -> Asked:
        """Raise it where two acts are recorded and no link between them is."""
        linked = seen.linked
        if len(seen.rows) < 2 and linked.chance:
            said = (
                f"{wording.many(len(linked.chance), 'act')} said to be a meeting at a place both "
                f"use; left besides: {len(seen.rows):,}."
            )
            return Asked(True, (Line(said, linked.chance),))
        if len(seen.rows) < 2:
            return Asked(False, (Line("There are not two acts to connect."),))
        if linked.outcome == "shown":
            names = wording.listed(dict.fromkeys(link.name for link in linked.links))
            return Asked(False, (Line(f"Recorded: {names}.", linked.links[0].rows),))
        if linked.outcome == "cannot tell":
            said = "Too little is recorded about the acts to see what connects them."
        else:
            said = "Nothing recorded connects them."
        gap = tuple(row for pair in linked.far for row in pair)
        far = (
            (Line(f"More than {linked.near_days} days lie between neighbouring acts.", gap),)
            if gap
            else ()
        )
        return Asked(True, (Line(said, seen.rows), *far))


QUESTION = Connection()
