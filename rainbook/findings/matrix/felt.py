"""Lines of the matrix about fear, alarm, distress and what changed in daily life, as the
complainant said them.

The one thing a reader would get wrong: no line here is read from a message. "Yes", "no", "do not
know" and "not said, or not asked" stand apart, and only "yes" about an act is counted as an
occasion.
"""

from __future__ import annotations

from rainbook.findings import wording
from rainbook.findings.law import Route
from rainbook.findings.matrix.ground import (
    ASKED_AS,
    Answers,
    Ground,
    Held,
    answers_of,
    line,
    occasions,
    of,
    quoted,
    three_ways,
)
from rainbook.findings.matrix.own import history
from rainbook.record import (
    DO_NOT_KNOW,
    NO_TIME,
    UNSAID,
    ActSort,
    Changed,
    Impact,
    Line,
    SingleThreat,
)

FRIGHTENING = ("threat", "violence")
ASKED_2018 = "(asked for by the 2018 protocol of police and prosecutors)"


def felt(ground: Ground, route: Route) -> Held:
    """Return what is on record for one route: the answers it asks for, act by act, and the changes
    in daily life where they bear on it.
    """
    held = Held()
    for asked in route.answers:
        _answers(ground, answers_of(ground, asked), route, held)
        _about_others(ground, asked, held)
    _as_a_whole(ground, route, held)
    _in_words(ground, route, held)
    if "fear_of_violence" in route.answers:
        _frightening(ground, held)
    if route.daily_life:
        _daily_life(ground, held)
    if route.answers and not _any_impact(ground):
        held.gaps.insert(0, Line("No impact is recorded."))
    return held


def _answers(ground: Ground, found: Answers, route: Route, held: Held) -> None:
    rows = tuple(r for r, _ in found.yes)
    if found.yes:
        held.bears.append(line(f"{found.name}, yes: {three_ways(ground, rows)}.", found.yes))
    if found.no:
        text = f"{found.name}, no: {wording.many(len(found.no), 'act')}."
        held.weakens.append(line(text, found.no))
    if found.unknown:
        text = f"{found.name}, do not know: {wording.many(len(found.unknown), 'act')}."
        held.gaps.append(line(text, found.unknown))
    if found.unsaid:
        text = f"{found.name}, not said, or not asked: {wording.many(len(found.unsaid), 'act')}."
        held.gap(text, found.unsaid)
    if found.changed:
        text = (
            f"{found.name}: the answer for {wording.many(len(found.changed), 'act')} was changed "
            "later; the later one is used."
        )
        held.weakens.append(line(text, found.changed))
    if route.at_least:
        _number(ground, rows, found.name, route.at_least, held)


def _about_others(ground: Ground, asked: str, held: Held) -> None:
    """Say what was answered about acts towards somebody else, where the element does not count
    them.
    """
    if ground.element.towards:
        return
    rows = {r for r, _ in ground.others}
    found = [s for s in ground.known.said(Impact) if s.row in rows]
    for answer, column in (("yes", held.bears), ("no", held.weakens), (DO_NOT_KNOW, held.gaps)):
        if those := [s for s in found if getattr(s.what, asked) == answer]:
            text = (
                f"{ASKED_AS[asked]}, {answer}, about {wording.many(len(those), 'act')} towards "
                "somebody else: not among the occasions here."
            )
            column.append(line(text, of(those)))


def _number(ground: Ground, rows: tuple[int, ...], name: str, least: int, held: Held) -> None:
    number, sessions, days = occasions(ground, rows)
    if number < least:
        held.gap(
            f"{name} is recorded as yes for {wording.many(number, 'act') if number else 'no act'}; "
            f"the words ask for {least} occasions or more.",
            rows,
        )
    elif min(sessions, days) < least:
        held.gap(
            f"{name} is recorded as yes for {wording.many(number, 'act')}; counted by session or "
            f"by day they are surely only {min(sessions, days)}. What is an occasion is for a "
            "court.",
            rows,
        )


def _as_a_whole(ground: Ground, route: Route, held: Held) -> None:
    for said in ground.known.facts.all(Impact):
        if said.row is not None or said.what.event:
            continue
        for asked in route.answers:
            answer = getattr(said.what, asked)
            if answer == UNSAID:
                continue
            when = f" ({said.what.start})" if said.what.start else ""
            text = f"{ASKED_AS[asked]}, said of no single act{when}: {answer}."
            column = {"yes": held.bears, "no": held.weakens}.get(answer, held.gaps)
            column.append(line(text, of([said])))
            if answer == "yes" and route.at_least:
                held.gap(
                    "Which acts it was is not recorded, so it is no occasion here.",
                    (),
                    (said.number,),
                )


def _in_words(ground: Ground, route: Route, held: Held) -> None:
    whole = [s for s in ground.known.facts.all(Impact) if s.row is None and not s.what.event]
    for said in (*ground.on_scope(Impact), *whole):
        if said.what.words.strip():
            text = f"In {ground.known.me}'s words{quoted(said.what.words)}."
            answers = {getattr(said.what, asked) for asked in route.answers}
            # words beside a plain "no" stand where the "no" stands
            against = "no" in answers and "yes" not in answers
            (held.weakens if against else held.bears).append(line(text, of([said])))


def _frightening(ground: Ground, held: Held) -> None:
    picked = ground.on_scope(SingleThreat)
    if picked:
        text = f"Picked as a single threat: {wording.many(len(picked), 'message')}."
        held.bears.append(line(text, of(picked)))
    sorted_so = {
        s.row: s
        for s in ground.on_scope(ActSort)
        if ground.known.facts.last(s.row or 0, ActSort) is s and s.what.sort in FRIGHTENING
    }
    for sort in FRIGHTENING:
        found = [s for s in sorted_so.values() if s.what.sort == sort]
        if found:
            text = f"Sorted as {sort}: {wording.many(len(found), 'act')}."
            held.bears.append(line(text, of(found)))
    held.add(history(ground))


def _daily_life(ground: Ground, held: Held) -> None:
    known = ground.known
    changes = known.facts.all(Changed)
    first = min((t for t in known.acts.first.tolist() if t != NO_TIME), default=None)
    for said in changes:
        span = " to ".join(t for t in (said.what.start, said.what.end) if t)
        cost = f", cost: {said.what.cost}" if said.what.cost else ""
        text = (
            f"Changed in daily life, {said.what.area}{f' ({span})' if span else ''}"
            f"{cost}{quoted(said.what.words)}."
        )
        held.bears.append(line(text, of([said])))
        if first is not None and said.earliest != NO_TIME and said.latest < first:
            text = f"This change is recorded from before the first act: {said.what.area}."
            held.weakens.append(line(text, of([said])))
        if not span:
            text = f"From when {said.what.area} changed is not recorded."
            held.gaps.append(line(text, of([said])))
    if not changes:
        held.gap("No change in daily life is recorded.")
        held.gap(
            f"Whether {known.me} was asked if they changed their behaviour, even subtly, is not "
            f"recorded {ASKED_2018}."
        )
    elif known.many_suspects():
        held.gap(
            "Which person's acts a change followed is not recorded.",
            (),
            [s.number for s in changes],
        )


def _any_impact(ground: Ground) -> bool:
    whole = [s for s in ground.known.facts.all(Impact) if s.row is None and not s.what.event]
    return any(
        s.what.words.strip() or any(getattr(s.what, a) != UNSAID for a in ASKED_AS)
        for s in (*ground.on_scope(Impact), *whole)
    )
