"""Lines of the matrix about the acts themselves: occasions, whom they were towards, through whom,
what sort of act each was, and who else can show them.

The one thing a reader would get wrong: two occasions are printed as two occasions. What connects
them is a line of its own, and where nobody said, that is a gap.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from rainbook.findings import acts, wording
from rainbook.findings.law import SOMETHING_ELSE
from rainbook.findings.matrix.ground import (
    Ground,
    Held,
    line,
    no_act,
    occasions,
    of,
    quoted,
    three_ways,
)
from rainbook.record import (
    DO_NOT_KNOW,
    NO_TIME,
    ActedFor,
    ActTag,
    AimedAt,
    Connects,
    GapReason,
    Line,
    PurposeOf,
    ThemeOf,
    WitnessOf,
)


def course(ground: Ground) -> Held:
    """Return the occasions under the three groupings, what is said to connect them, and the longest
    time between two.
    """
    held = Held()
    if ground.rows:
        held.bears += _groupings(ground)
    _towards_others(ground, held)
    _connections(ground, held)
    _gaps_between(ground, held)
    _enough(ground, held)
    undated = tuple(
        r
        for r, t in zip(ground.known.acts.rows, ground.known.acts.first.tolist(), strict=True)
        if t == NO_TIME
    )
    if undated:
        held.gap(f"The day of {wording.many(len(undated), 'act')} is not recorded.", undated)
    return held


def _enough(ground: Ground, held: Held) -> None:
    """Say where the words ask for more occasions than are on record, in any way of counting."""
    least = max((r.at_least for r in ground.element.routes), default=0)
    number, sessions, days = occasions(ground, ground.scope())
    if number < least:
        counted = f"{wording.many(number, 'act')} {'is' if number == 1 else 'are'} recorded"
        asks = f"{counted}; the words ask for {least} occasions or more."
        held.gap(asks if number else no_act(ground), ground.scope())
    elif len(ground.rows) == number and min(sessions, days) < least:
        fewest = min(sessions, days)
        text = f"Counted by session or by day they are surely only {fewest}."
        held.weakens.append(Line(f"{text} What is an occasion is for a court.", ground.rows))
        kelly = ground.known.law.case_or_none("kelly")
        held.weakens += [Line(kelly.sentence)] if kelly else []


def _groupings(ground: Ground) -> list[Line]:
    known, rows = ground.known, ground.rows
    found, inside = known.acts, set(ground.rows)
    gap = acts.gap_minutes(known.case)
    days = {d: tuple(r for r in those if r in inside) for d, those in found.placed_days().items()}
    placed = {d: those for d, those in sorted(days.items()) if those}
    when = f", {wording.between(min(placed), max(placed))}" if placed else ""
    return [
        Line(
            f"Each act counted by itself: {len(rows):,} "
            f"({wording.channels(known.case.table, rows)}).",
            rows,
        ),
        Line(
            f"By session (a new one after more than {gap} minutes without an act): "
            f"{wording.at_least(found.count_sessions(rows, gap), 'occasion')}.",
            rows,
        ),
        Line(
            f"By calendar day ({known.case.zone}): "
            f"{wording.at_least(found.count_days(rows, known.case.zone), 'day')}{when}.",
            tuple(r for those in placed.values() for r in those),
        ),
    ]


def _by_whom(ground: Ground) -> Mapping[str, tuple[int, ...]]:
    names = {p.key: p.name for p in ground.known.case.people}
    found: dict[str, tuple[int, ...]] = {}
    for row, key in ground.others:
        found[names.get(key, key)] = (*found.get(names.get(key, key), ()), row)
    return dict(sorted(found.items()))


def _towards_others(ground: Ground, held: Held) -> None:
    for name, rows in _by_whom(ground).items():
        said = f"{wording.many(len(rows), 'act')} towards {name}"
        if ground.element.towards:
            held.bears.append(
                Line(f"Beside these, {said}: the words are “{ground.element.towards}”.", rows)
            )
        else:
            held.weakens.append(
                Line(f"{said}, not {ground.known.me}: not among the occasions here.", rows)
            )


def _connections(ground: Ground, held: Held) -> None:
    inside, named = set(ground.scope()), ground.known.case.named
    themes: dict[str, list[tuple[int | None, int]]] = {}
    for said in ground.on_scope(ThemeOf):
        themes.setdefault(said.what.theme.strip(), []).append((said.row, said.number))
    joined = {t: found for t, found in sorted(themes.items()) if len({r for r, _ in found}) > 1}
    for theme, found in joined.items():
        rows = len({r for r, _ in found})
        held.bears.append(line(f"Said to be about the same thing, {rows} acts: “{theme}”.", found))
    linked = [s for s in ground.on_scope(Connects) if named.get(s.what.other) in inside]
    for link in linked:
        pair = [(link.row, link.number), (named.get(link.what.other), link.number)]
        held.bears.append(line(f"Said to be connected{quoted(link.what.words)}.", pair))
    if len(ground.scope()) > 1 and not (joined or linked):
        held.gap("What connects the acts is not recorded.", ground.scope())


def _gaps_between(ground: Ground, held: Held) -> None:
    inside = set(ground.rows)
    days = {
        d: r
        for d, those in ground.known.acts.placed_days().items()
        if (r := tuple(x for x in those if x in inside))
    }
    in_order = sorted(days)
    steps = [((b - a).days, a, b) for a, b in pairwise(in_order)]
    if steps:
        number, start, end = max(steps, key=lambda s: (s[0], -s[1].toordinal()))
        held.weakens.append(
            Line(
                "Longest time from one day with an act to the next: "
                f"{wording.many(number, 'day')} ({wording.day_words(start)} to "
                f"{wording.day_words(end)}).",
                (days[start][-1], days[end][0]),
            )
        )
        fewer = ground.known.law.case_or_none("fewer")
        held.weakens += [Line(fewer.sentence)] if fewer else []
    for said in ground.known.facts.all(GapReason):
        if said.what.reason != DO_NOT_KNOW:
            span = " to ".join(t for t in (said.what.start, said.what.end) if t)
            words = f"A reason for a time without acts: {said.what.reason}"
            held.bears.append(
                line(f"{words}{f' ({span})' if span else ''}{quoted(said.what.words)}.", of([said]))
            )


def individual(ground: Ground) -> Held:
    """Return towards whom the acts were, as far as it is recorded."""
    held, known = Held(), ground.known
    direct = tuple(r for r in ground.rows if r not in known.acts.grouped)
    grouped = tuple(r for r in ground.rows if r in known.acts.grouped)
    if direct:
        held.bears.append(Line(f"{wording.many(len(direct), 'act')} towards {known.me}.", direct))
    elif not grouped:
        held.gap(f"No act towards {known.me} is recorded.")
    if grouped:
        held.gap(
            f"Whom {wording.many(len(grouped), 'act')} in a group {known.me} is in was aimed at is "
            "not recorded.",
            grouped,
        )
    for name, rows in _by_whom(ground).items():
        held.weakens.append(Line(f"{wording.many(len(rows), 'act')} towards {name}.", rows))
    unknown = [s for s in ground.on_scope(AimedAt) if s.what.at == DO_NOT_KNOW]
    if unknown:
        text = f"Whom {wording.many(len(unknown), 'act')} was aimed at: do not know."
        held.gaps.append(line(text, of(unknown)))
    return held


def several(ground: Ground) -> Held:
    """Return acts towards two or more people, and what they were meant to make somebody do."""
    held, known = Held(), ground.known
    by_whom = _by_whom(ground)
    if not by_whom:
        held.gap("No act towards another person is recorded.")
        return held
    if ground.rows:
        said = f"{wording.many(len(ground.rows), 'act')} towards {known.me}."
        held.bears.append(Line(said, ground.rows))
    for name, rows in by_whom.items():
        held.bears.append(Line(f"{wording.many(len(rows), 'act')} towards {name}.", rows))
    others = {r for r, _ in ground.others}
    aimed = [s for s in known.said(AimedAt) if s.row in others]
    for answer in ("yes", "no", DO_NOT_KNOW):
        if found := [s for s in aimed if s.what.because_of_me == answer]:
            column = {"yes": held.bears, "no": held.weakens}.get(answer, held.gaps)
            column.append(line(f"Because of {known.me}: {answer} ({len(found)}).", of(found)))
    meant = [s for s in known.said(PurposeOf) if s.what.purpose not in ("none", DO_NOT_KNOW)]
    held.bears += [
        line(f"Said to be for: {s.what.purpose}{quoted(s.what.words)}.", of([s])) for s in meant
    ]
    held.gap("What the acts were meant to make somebody do, or not do, is not recorded.")
    return held


def through_others(ground: Ground) -> Held:
    """Return what somebody else is said to have done for the person, with how that is known."""
    held, case = Held(), ground.known.case
    early = set(ground.early)
    names = [p.name for p in case.people]
    found = [s for s in ground.known.facts.all(ActedFor) if s.row is not None]
    for said in found:
        row = said.row
        if row is None or row in early:
            continue
        who = int(np.asarray(case.person_of)[row])
        by = names[who] if who >= 0 else "somebody else"
        text = f"1 act by {by}, said to be done for {ground.known.them} (basis: {said.what.basis})"
        if said.what.basis == "guess":
            held.gaps.append(line(f"{text}: a guess, so it bears on nothing here.", of([said])))
        elif not case.counted[row] and (why := case.why_not.get(row)):
            held.gaps.append(line(f"{text}: the record is in no count ({why}).", of([said])))
        else:
            held.bears.append(line(f"{text}{quoted(said.what.words)}.", of([said])))
    if not found:
        held.gap(f"No act done by somebody else for {ground.known.them} is recorded.")
    return held


def sorts(ground: Ground) -> Held:
    """Return the acts under each of the statute's sorts, and those that nobody tagged."""
    held, tags = Held(), ground.known.law.tags
    given: dict[str, list[tuple[int | None, int]]] = {}
    for said in ground.on_scope(ActTag):
        given.setdefault(said.what.tag, []).append((said.row, said.number))
    ids = {t.id for t in tags}
    tagged = {row for name, found in given.items() if name in ids for row, _ in found}
    untagged = tuple(r for r in ground.scope() if r not in tagged)
    empty = [t for t in tags if t.id not in given and t.id != SOMETHING_ELSE]
    for tag in tags:
        if found := given.pop(tag.id, []):
            those = {row for row, _ in found}
            rows = tuple(r for r in ground.scope() if r in those)
            held.bears.append(line(f"{tag.named()}: {three_ways(ground, rows)}.", found))
    for name, found in sorted(given.items()):
        text = f"The tag {name!r} is not one of this law file's: it bears on nothing here."
        held.gaps.append(line(text, found))
    if untagged:
        held.gap(f"Not tagged: {wording.many(len(untagged), 'act')}.", untagged)
    if not ground.scope():
        held.gap(no_act(ground))
    elif held.bears and empty:
        names = "; ".join(t.named() for t in empty)
        held.gap(f"No act is tagged as {names}. The list is of examples.")
    return held


def witnesses(ground: Ground) -> Held:
    """Return who or what else can show each act."""
    held = Held()
    found = ground.on_scope(WitnessOf)
    for said in found:
        text = f"Can be shown by {said.what.who}{quoted(said.what.words)}."
        held.bears.append(line(text, of([said])))
    shown = {s.row for s in found}
    alone = tuple(r for r in ground.scope() if r not in shown)
    if alone:
        held.gap(
            "Who or what else can show this act is not recorded for "
            f"{wording.many(len(alone), 'act')}.",
            alone,
        )
    if not ground.scope():
        held.gap(no_act(ground))
    return held
