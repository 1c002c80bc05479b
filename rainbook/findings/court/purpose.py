"""Was there another reason for the contact: a child, a debt, work, a complaint, the press?

The one thing a reader would get wrong: acts are taken one by one. An act with another purpose is
set apart and the rest counted again; a threat or following is never set apart, whatever it was
said to be for. A purpose is asked for, never guessed and never ruled out.
"""

from __future__ import annotations

from rainbook.findings.court.interface import ALARMING, Asked, Seen, wording
from rainbook.record import DO_NOT_KNOW, Explained, Line, PurposeOf, Relationship

REPORTING = ("report to an authority", "legal step")
BONDS = {"other parent": "child arrangements", "institution": "its business with people"}


class Purpose:
    """See the module."""

    name = "legitimate_purpose"
    title = "Was there another reason for the contact?"

    def ask(self, seen: Seen) -> Asked:
        """Raise it where, with the acts of another purpose set apart, fewer than two are left."""
        if len(seen.rows) < 2:
            return Asked(False, (Line("There are not two acts."),))
        apart, lines = _apart(seen)
        left = tuple(row for row in seen.rows if row not in apart)
        if not apart:
            return Asked(False, (*lines, Line("No other reason is recorded for any act.")))
        lines.append(
            Line(
                f"With these set apart, {wording.many(len(left), 'act')} "
                f"{'is' if len(left) == 1 else 'are'} left.",
                left,
            )
        )
        return Asked(len(left) < 2, tuple(lines))


QUESTION = Purpose()


def _apart(seen: Seen) -> tuple[set[int], list[Line]]:
    """Return the acts with another purpose, and the lines that say which."""
    may = [row for row in seen.rows if seen.sorts[row] not in ALARMING]
    apart: set[int] = set()
    lines: list[Line] = []
    whole = [s for s in seen.facts.all(PurposeOf) if s.row is None]
    reports = tuple(row for row in may if seen.sorts[row] in REPORTING)
    if reports:
        lines.append(
            Line(
                f"{wording.many(len(reports), 'act')} "
                f"{'is a report' if len(reports) == 1 else 'are reports'} to an "
                "authority or legal steps.",
                reports,
            )
        )
        apart |= set(reports)
    for row in may:
        told = seen.facts.last(row, PurposeOf)
        if told is not None and told.what.purpose not in ("none", DO_NOT_KNOW):
            lines.append(
                Line(
                    f"The purpose recorded for this act: {told.what.purpose}.",
                    (row,),
                    (told.number,),
                )
            )
            apart.add(row)
    if whole and whole[-1].what.purpose not in ("none", DO_NOT_KNOW):
        lines.append(
            Line(
                f"The purpose recorded for the contact as a whole: {whole[-1].what.purpose}.",
                tuple(may),
                (whole[-1].number,),
            )
        )
        apart |= set(may)
    return apart | _by_bond(seen, may, lines), lines


def _by_bond(seen: Seen, may: list[int], lines: list[Line]) -> set[int]:
    """Ask by what the two are to each other, unless another reason was asked for and denied."""
    bonds = seen.facts.all(Relationship)
    denied = [s for s in seen.facts.all(Explained) if s.what.answer == "no"]
    none = [s for s in seen.facts.all(PurposeOf) if s.row is None and s.what.purpose == "none"]
    if denied:
        lines.append(
            Line(
                f"Asked whether there is another reason, {seen.me} said no.",
                (),
                tuple(s.number for s in denied),
            )
        )
    if not bonds or denied or none or bonds[-1].what.bond not in BONDS:
        return set()
    bond = bonds[-1]
    lines.append(
        Line(
            f"They are recorded as: {bond.what.bond}. {BONDS[bond.what.bond].capitalize()} "
            "may explain contact; whether they do was not said.",
            tuple(may),
            (bond.number,),
        )
    )
    return set(may)
