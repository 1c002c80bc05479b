"""Lines of the matrix about the complainant's own part, times together, what was before, and other
reasons there may be for the contact.

The one thing a reader would get wrong: an invitation or a purpose never takes an act away. It is
laid beside the acts, because the other side will lay it there.
"""

from __future__ import annotations

from rainbook.findings import acts, wording
from rainbook.findings.facts import Said
from rainbook.findings.matrix.ground import Ground, Held, line, of, quoted
from rainbook.findings.said_times import when_of
from rainbook.record import (
    DO_NOT_KNOW,
    NO_TIME,
    DidBack,
    Explained,
    History,
    Line,
    PurposeOf,
    StartedBy,
    Together,
)

WARM = ("invited", "agreed", "answered")
SHARP = ("argued", "insulted", "hit back")


def own_accord(ground: Ground) -> Held:
    """Return what the complainant did back, who started it, times together and replies: what is on
    record against the contact being one person's doing.
    """
    held, known = Held(), ground.known
    done: dict[str, list[Said[DidBack]]] = {}
    for did in known.said(DidBack):
        done.setdefault(did.what.what, []).append(did)
    for what in (*WARM, *SHARP, "something else"):
        for did in done.get(what, []):
            text = (
                f"What {known.me} did, about this act or message: {what}{quoted(did.what.words)}."
            )
            held.weakens.append(line(text, of([did])))
    if unknown := done.get(DO_NOT_KNOW):
        text = f"What {known.me} did back: do not know ({len(unknown)})."
        held.gaps.append(line(text, of(unknown)))
    _started(ground, held)
    _together(ground, held)
    sent = acts.own_replies(known.case, known.person)
    if sent is None:
        held.gap("What was sent back could not be worked out.")
    elif len(sent):
        rows = tuple(sent.tolist())
        text = f"{known.me} sent {known.them} {wording.channels(known.case.table, rows)}."
        held.weakens.append(Line(text, rows))
    return held


def _started(ground: Ground, held: Held) -> None:
    known = ground.known
    said = known.said(StartedBy)
    for who, column in (
        ("them", held.bears),
        ("me", held.weakens),
        ("somebody else", held.weakens),
        (DO_NOT_KNOW, held.gaps),
    ):
        if found := [s for s in said if s.what.who == who]:
            name = {"them": known.them, "me": known.me}.get(who, who)
            text = f"Who started it: {name}, for {wording.many(len(found), 'act')}."
            column.append(line(text, of(found)))
    if not said and ground.rows:
        held.gap("Who started it is not recorded.")


def _together(ground: Ground, held: Held) -> None:
    known, found, rows = ground.known, ground.known.acts, set(ground.rows)
    for said in known.facts.all(Together):
        start, end = (_when(known.case.zone, t) for t in (said.what.start, said.what.end))
        first = start[0] if start else None
        last = end[1] if end else None
        span = " to ".join((said.what.start or "not said", said.what.end or "not said"))
        if said.what.how == DO_NOT_KNOW or (start is None and end is None):
            text = f"Together or in agreed contact: {said.what.how}, days {span}."
            held.gaps.append(line(text, of([said])))
            continue
        times = zip(found.rows, found.first.tolist(), found.last.tolist(), strict=True)
        inside = tuple(
            r
            for r, a, b in times
            if r in rows
            and a != NO_TIME
            and (first is None or a >= first)
            and (last is None or b <= last)
        )
        text = (
            f"{said.what.how.capitalize()} ({span}): "
            f"{wording.many(len(inside), 'act')} in that time{quoted(said.what.words)}."
        )
        held.weakens.append(Line(text, inside, (said.number,)))


def _when(zone: str, written: str) -> tuple[int, int] | None:
    return when_of(written, zone) if written else None


def history(ground: Ground) -> Held:
    """Return what is recorded from before the first act."""
    held = Held()
    for said in ground.known.facts.all(History):
        since = f" ({said.what.start})" if said.what.start else ""
        column = held.gaps if said.what.past == DO_NOT_KNOW else held.bears
        text = f"From before: {said.what.past}{since}{quoted(said.what.words)}."
        column.append(line(text, of([said])))
    return held


def reasonable(ground: Ground) -> Held:
    """Return other reasons for the contact that were given, and answers that there is none."""
    held, known = Held(), ground.known
    explained = known.facts.all(Explained)
    for said in explained:
        text = f"Is there another reason for all this? {said.what.answer.capitalize()}"
        column = {"yes": held.bears, "no": held.weakens}.get(said.what.answer, held.gaps)
        column.append(line(f"{text}{quoted(said.what.words)}.", of([said])))
    if not explained:
        held.gap("Whether there is another reason for all this is not recorded.")
    held.add(purposes(ground, against=False))
    return held


def purposes(ground: Ground, against: bool) -> Held:
    """Return the purposes recorded: they bear on what is reasonable, and weigh against the rest."""
    held, known = Held(), ground.known
    given = known.said(PurposeOf)
    for said in given:
        where = "this act" if said.row is not None else "all of it"
        text = f"As {known.them} would put it, {where} was for: {said.what.purpose}"
        if said.what.purpose == DO_NOT_KNOW:
            column = held.gaps
        elif (said.what.purpose == "none") is against:
            column = held.bears
        else:
            column = held.weakens
        column.append(line(f"{text}{quoted(said.what.words)}.", of([said])))
    if not given and not against:
        held.gap(f"What {known.them} would say it was for is not recorded.")
    return held
