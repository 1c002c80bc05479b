"""Did both sides take part?

The one thing a reader would get wrong: answering is not taking part. A reply is shown wherever it
stands; the question is raised by an invitation, a quarrel, a time together, or messages of the
complainant that no refusal of theirs is recorded before.
"""

from __future__ import annotations

from rainbook.findings.court.interface import Asked, Seen, acts, spans_of, wording
from rainbook.record import DidBack, Line, Relationship, StartedBy, Together

TOOK_PART = ("invited", "agreed", "argued", "insulted", "hit back")


class Reciprocity:
    """See the module."""

    name = "reciprocity"
    title = "Did both sides take part?"

    def ask(self, seen: Seen) -> Asked:
        """Raise it by what the complainant did back, times together, and messages both ways."""
        lines = [*_did(seen), *_together(seen), *_sent(seen)]
        answered = [s for s in seen.facts.all(DidBack) if s.what.what == "answered"]
        if not lines:
            more = f" {wording.many(len(answered), 'answer')} recorded." if answered else ""
            return Asked(
                False,
                (
                    Line(
                        f"Nothing recorded says so.{more}",
                        tuple(s.row for s in answered if s.row is not None),
                        tuple(s.number for s in answered),
                    ),
                ),
            )
        return Asked(True, tuple(lines))


QUESTION = Reciprocity()


def _did(seen: Seen) -> list[Line]:
    lines = []
    back = [s for s in seen.facts.all(DidBack) if s.what.what in TOOK_PART]
    for what in TOOK_PART:
        told = [s for s in back if s.what.what == what]
        if told:
            rows = tuple(s.row for s in told if s.row is not None)
            lines.append(
                Line(
                    f"{seen.me} says: {what} ({wording.many(len(told), 'time')}).",
                    rows,
                    tuple(s.number for s in told),
                )
            )
    mine = [s for s in seen.facts.all(StartedBy) if s.what.who == "me"]
    if mine:
        lines.append(
            Line(
                f"{seen.me} started {wording.many(len(mine), 'contact')}.",
                tuple(s.row for s in mine if s.row is not None),
                tuple(s.number for s in mine),
            )
        )
    return lines


def _together(seen: Seen) -> list[Line]:
    lines = []
    for span in seen.facts.all(Together):
        if span.what.how != "do not know":
            when = spans_of(span.what.start, span.what.end)
            lines.append(Line(f"Recorded: {span.what.how}{when}.", (), (span.number,)))
    bonds = seen.facts.all(Relationship)
    if bonds and bonds[-1].what.bond == "partners":
        lines.append(
            Line("They are recorded as partners, not as former partners.", (), (bonds[-1].number,))
        )
    return lines


def _sent(seen: Seen) -> list[Line]:
    """Say what the complainant sent after the first refusal, or at all where none is recorded."""
    sent = acts.own_replies(seen.case, seen.person)
    if sent is None or not len(sent):
        return []
    first, _ = seen.refused
    if first is not None and first.usable:
        rows = tuple(sent[seen.case.table.earliest[sent] > first.latest].tolist())
        said = f"After {first.name} {first.when}"
    else:
        rows, said = tuple(sent.tolist()), "No refusal with a time is recorded, and"
    rows = tuple(row for row in rows if row not in seen.told_to_stop)
    if not rows:
        return []
    return [
        Line(
            f"{said} {seen.me} sent {seen.person.name} {wording.channels(seen.case.table, rows)}.",
            rows,
        )
    ]
