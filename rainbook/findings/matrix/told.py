"""Lines of the matrix about what was done, what the other person was told, and what came after.

The one thing a reader would get wrong: no refusal on record is a gap. It never stands as "wanted".
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rainbook.findings import wording
from rainbook.findings.matrix.ground import Ground, Held, line, no_act, of, quoted, three_ways
from rainbook.findings.matrix.own import history, own_accord, purposes
from rainbook.findings.refusals import Refusal
from rainbook.record import NO_TIME, CameAfter, DidBack, KnewOf, Line, NeverArrived


def knows(ground: Ground) -> Held:
    """Return what the other person was told and what came after, and what the complainant did of
    their own accord.
    """
    held, known = Held(), ground.known
    for refusal in known.refusals:
        _refusal(ground, refusal, held)
    asked = [s for s in known.said(DidBack) if s.what.what == "asked to stop"]
    if asked:
        text = f"{known.me} answered by asking to stop: {wording.many(len(asked), 'act')}."
        held.bears.append(line(text, of(asked)))
    usable = [r for r in known.refusals if r.usable]
    if not any(r.row is not None and r.kind == "told to stop" for r in usable):
        held.gap("No message in which they were told to stop is recorded.")
    kinds = {r.kind for r in known.refusals}
    for kind, missing in (
        ("blocked", "No block is recorded."),
        ("warned", "No warning by somebody in authority is recorded."),
        ("order served", "No order is recorded."),
    ):
        if kind not in kinds:
            held.gap(missing)
    held.add(own_accord(ground))
    return held


@dataclass(frozen=True)
class After:
    """What came after a refusal: by its time, or because the complainant said so (`decisions`); and
    the acts for which neither tells.
    """

    rows: tuple[int, ...]
    unclear: tuple[int, ...]
    decisions: tuple[int, ...]


def after(ground: Ground, refusal: Refusal) -> After:
    """Return the acts that came after a refusal that has a time."""
    found = ground.known.acts
    said = {
        s.row: s.number for s in ground.on_scope(CameAfter) if s.what.refusal == refusal.decision
    }
    inside = found.among(ground.rows)
    overlap = (found.first == NO_TIME) | (
        (found.first <= refusal.latest) & (found.last >= refusal.earliest)
    )
    told = inside & overlap & found.among(tuple(r for r in said if r is not None))
    rows = found.row_numbers
    later = rows[inside & ((~overlap & (found.first > refusal.latest)) | told)].tolist()
    unclear = rows[inside & overlap & ~told].tolist()
    decisions = [said[row] for row in rows[told].tolist()]
    return After(tuple(later), tuple(unclear), tuple(decisions))


def _refusal(ground: Ground, refusal: Refusal, held: Held) -> None:
    row = () if refusal.row is None else (refusal.row,)
    if not refusal.usable:
        if refusal.kind == "order served" and "cannot be read" not in refusal.trouble:
            held.gap(f"The day {refusal.name} is missing.", row, (refusal.decision,))
        else:
            held.gap(refusal.trouble, row, (refusal.decision,))
        return
    found = after(ground, refusal)
    text = f"{refusal.what} {refusal.when}; after it: {three_ways(ground, found.rows)}."
    numbers = (refusal.decision, *found.decisions)
    held.bears.append(Line(text, (*row, *found.rows), numbers))
    if found.unclear:
        held.gap(
            f"Whether {wording.many(len(found.unclear), 'act')} came before or after it is not "
            f"recorded: {refusal.name} {refusal.when}.",
            found.unclear,
            (refusal.decision,),
        )


def prohibition(ground: Ground) -> Held:
    """Return what was done, what came after the first refusal, and what is on record against."""
    held, known = Held(), ground.known
    kinds = known.facts.sorts(ground.rows)
    sorted_as = Counter(kinds)
    unsorted = tuple(r for r, sort in zip(ground.rows, kinds, strict=True) if not sort)
    if named := [(s, n) for s, n in sorted_as.most_common() if s]:
        parts = wording.listed(f"{s} ({n:,})" for s, n in sorted(named, key=_most_first))
        rows = tuple(r for r in ground.rows if r not in set(unsorted))
        held.bears.append(Line(f"By sort of act: {parts}.", rows))
    if unsorted:
        text = f"What sort of act it was is not recorded for {wording.many(len(unsorted), 'act')}."
        held.gap(text, unsorted)
    if not ground.rows:
        held.gap(no_act(ground))
    _after_the_first(ground, held)
    _marks(ground, held)
    held.add(own_accord(ground))
    held.add(purposes(ground, against=True))
    return held


def _most_first(one: tuple[str, int]) -> tuple[int, str]:
    return -one[1], one[0]


def _after_the_first(ground: Ground, held: Held) -> None:
    first = next((r for r in ground.known.refusals if r.usable), None)
    if first is None:
        held.gap(
            "No refusal with a day is recorded: a message to stop, a block, a warning, an "
            "order served."
        )
        return
    found = after(ground, first)
    text = f"After {first.name} ({first.when}): {three_ways(ground, found.rows)}."
    held.bears.append(Line(text, found.rows, (first.decision, *found.decisions)))


def _marks(ground: Ground, held: Held) -> None:
    for knew in ground.on_scope(KnewOf):
        text = f"Shows knowledge they should not have had{quoted(knew.what.words)}."
        held.bears.append(line(text, of([knew])))
    for tried in ground.on_scope(NeverArrived):
        text = f"Tried, and did not arrive{quoted(tried.what.words)}."
        held.bears.append(line(text, of([tried])))
    held.add(history(ground))


def likely(ground: Ground) -> Held:
    """Return what a reasonable person would have had before them: what was done and known."""
    held = prohibition(ground)
    for refusal in ground.known.refusals:
        if not refusal.usable:
            _refusal(ground, refusal, held)
    if ground.rows and not ground.on_scope(KnewOf):
        held.gap(f"What {ground.known.them} knew about {ground.known.me} is not recorded.")
    return held
