"""Was there fear, alarm or distress?

The one thing a reader would get wrong: only the person can say it. Where nothing was said it is a
gap, not a "no"; an act that is a threat, or violence more than once, is named because a court may
infer from it.
"""

from __future__ import annotations

from rainbook.findings.court.interface import ALARMING, Asked, Seen, past_line, wording
from rainbook.record import Impact, Line, SingleThreat

TWICE = 2


class Fear:
    """See the module."""

    name = "fear_element"
    title = "Was there fear, alarm or distress?"

    def ask(self, seen: Seen) -> Asked:
        """Raise it where no alarm, distress or fear is recorded and no act speaks for itself."""
        if not seen.rows:
            return Asked(False, (Line("There is no act."),))
        lines, felt = _felt(seen)
        picked = [s.row for s in seen.facts.all(SingleThreat) if s.row in seen.sorts]
        speaks = _speak(seen, [row for row in picked if row is not None])
        if speaks:
            sorts = wording.listed(sorted({seen.sorts[r] or "threat" for r in speaks}))
            lines.append(Line(f"Acts a court may infer from are recorded: {sorts}.", speaks))
        lines += past_line(seen)
        if felt or speaks or seen.grave_past():
            return Asked(False, tuple(lines))
        lines.append(
            Line(
                "No alarm, distress or fear of violence is recorded for any of the acts counted "
                f"({len(seen.rows):,}). Only "
                f"{seen.me} can say it.",
                seen.rows,
            )
        )
        return Asked(True, tuple(lines))


QUESTION = Fear()


def _speak(seen: Seen, picked: list[int]) -> tuple[int, ...]:
    """Return the acts that speak for themselves: a threat, following, a device, damage, coming in,
    or violence more than once. The law asks for fear of violence on two occasions.
    """
    violence = [r for r in seen.rows if seen.sorts[r] == "violence"]
    others = [r for r in seen.rows if seen.sorts[r] in (ALARMING | {"came in"}) - {"violence"}]
    twice = violence if len(violence) >= TWICE else []
    return tuple(dict.fromkeys((*picked, *others, *twice)))


def _felt(seen: Seen) -> tuple[list[Line], bool]:
    """Return a line for each answer given, and whether one of them is yes."""
    lines: list[Line] = []
    felt = False
    told = seen.facts.all(Impact)
    for name in ("alarm", "distress", "fear_of_violence"):
        words = name.replace("_", " ")
        for answer in ("yes", "no", "do not know"):
            those = [s for s in told if getattr(s.what, name) == answer]
            if those:
                rows = tuple(s.row for s in those if s.row is not None)
                lines.append(
                    Line(
                        f"{words.capitalize()}: {answer} ({wording.many(len(those), 'answer')}).",
                        rows,
                        tuple(s.number for s in those),
                    )
                )
                felt = felt or answer == "yes"
    return lines, felt
