"""The same again after a refusal: a theme the complainant named, and texts that are nearly the
same.

The one thing a reader would get wrong: repeated texts show nothing by themselves; a courier's
notices and a parent's "pick-up at 3?" repeat too. Only what was repeated on two days or more after
a refusal that still stood counts, and where a purpose is recorded the texts do not speak alone.
"""

from __future__ import annotations

import numpy as np

from rainbook.findings.interface import groups_of, wording
from rainbook.findings.signs._fixated_after import Looked
from rainbook.findings.signs._fixated_part import Part, purposes, quoted
from rainbook.record import Kind, Line, State, ThemeOf, search_text

MOST_TEXTS = 2_000
SHOWN_GROUPS = 3
TWO_DAYS = 2
_GONE = (State.DELETED, State.DELETED_BY_OWNER, State.DELETED_BY_SENDER, State.EXPIRED)
_TEXTS = (Kind.MESSAGE, Kind.EMAIL)


def themes(looked: Looked) -> Part:
    """Return the themes recorded for acts on two days or more after a refusal."""
    name = "the themes of acts"
    given = _themes(looked)
    if not given:
        return Part(name, asked=False)
    supports: list[Line] = []
    limits: list[Line] = []
    best: tuple[int, tuple[int, ...], str] = (0, (), "")
    for theme, by_row in given.items():
        rows = _after(looked, tuple(by_row))
        days = looked.fewest_days(rows)
        if days < TWO_DAYS:
            text = (
                f"The theme {theme} is recorded for {wording.many(len(by_row), 'act')}, but not on "
                "two days or more after a refusal; nothing follows from it here."
            )
            limits.append(Line(text, tuple(by_row), tuple(n for ns in by_row.values() for n in ns)))
            continue
        numbers = tuple(n for r in rows for n in by_row[r])
        after, cited, decided = _refused(looked, rows)
        text = (
            f"After {after}, {wording.many(len(rows), 'act')} on "
            f"{wording.many(days, 'day')} or more are recorded under one theme: {theme}."
        )
        supports.append(Line(text, (*cited, *rows), (*decided, *numbers)))
        if days > best[0]:
            best = (days, rows, after)
    return Part(
        name,
        shown=bool(supports),
        says=_says(looked, best, "stand under one theme, as recorded") if supports else "",
        also=f"one theme again on {wording.many(best[0], 'day')}",
        supports=tuple(supports),
        limits=tuple(limits),
        figures={"themes_again": len(supports), "most_days_of_one_theme": best[0]},
    )


def texts(looked: Looked) -> Part:
    """Return the texts sent again, the same or nearly, on two days or more after a refusal."""
    name = "texts after a refusal"
    chosen = _texts(looked)
    if not chosen:
        return Part(name, figures={"texts_read": 0, "texts_after_a_refusal": 0})
    read = chosen[:MOST_TEXTS]
    words = [looked.case.event(row).words or "" for row in read]
    groups = [tuple(read[n] for n in group) for group in groups_of(words)]
    kept = [tuple(r for r in group if not purposes(looked, r)) for group in groups]
    found = [(looked.fewest_days(rows), rows) for rows in kept if len(rows) >= TWO_DAYS]
    found = sorted(((d, r) for d, r in found if d >= TWO_DAYS), key=lambda f: (-f[0], f[1]))
    limits = [_looked_at(len(read), len(chosen)), *_spoken_for(looked, groups)]
    overall = purposes(looked)
    if found and overall:
        text = (
            "A purpose is recorded for the contact as a whole, so texts that came again do not "
            "show anything by themselves here."
        )
        limits.append(Line(text, (), tuple(n for _, n in overall)))
    best = (*found[0], _refused(looked, found[0][1])[0]) if found else (0, (), "")
    return Part(
        name,
        shown=bool(found) and not overall,
        doubt=bool(found and overall) or len(read) < len(chosen),
        says=_says(looked, best, "say the same or nearly the same") if found else "",
        also=f"nearly the same text on {wording.many(best[0], 'day')}",
        supports=tuple(_lines(looked, found)),
        limits=tuple(limits),
        figures={
            "texts_read": len(read),
            "texts_after_a_refusal": len(chosen),
            "texts_again": [{"texts": len(rows), "days": days} for days, rows in found],
        },
    )


def _spoken_for(looked: Looked, groups: list[tuple[int, ...]]) -> list[Line]:
    """Say which texts that came again are not used, because a purpose is recorded for them."""
    rows = tuple(r for group in groups for r in group if purposes(looked, r))
    if not rows:
        return []
    text = (
        f"{wording.many(len(rows), 'text')} that came again: a purpose is recorded for each, so "
        "none of them is used here."
    )
    return [Line(text, rows, tuple(n for r in rows for _, n in purposes(looked, r)))]


def _themes(looked: Looked) -> dict[str, dict[int, tuple[int, ...]]]:
    """Return for each theme, as printed, its acts and the decisions that say so; the same word in
    other letters is the same theme.
    """
    inside = set(looked.found.rows)
    found: dict[str, dict[int, tuple[int, ...]]] = {}
    shown: dict[str, str] = {}
    for one in looked.facts.all(ThemeOf):
        if one.row is None or one.row not in inside:
            continue
        theme = shown.setdefault(search_text(one.what.theme), quoted(one.what.theme))
        rows = found.setdefault(theme, {})
        rows[one.row] = (*rows.get(one.row, ()), one.number)
    return found


def _after(looked: Looked, rows: tuple[int, ...]) -> tuple[int, ...]:
    """Return the rows after a refusal that stood, in time order."""
    chosen = np.array(rows, np.int64)
    chosen = chosen[looked.after(chosen)]
    order = np.argsort(looked.spans[0][chosen], kind="stable")
    return tuple(chosen[order].tolist())


def _texts(looked: Looked) -> tuple[int, ...]:
    rows = np.array(looked.found.direct(), np.int64)
    table = looked.case.table
    rows = rows[np.isin(table.kind[rows], _TEXTS) & ~np.isin(table.state[rows], _GONE)]
    return _after(looked, tuple(rows.tolist())) if len(rows) else ()


def _refused(looked: Looked, rows: tuple[int, ...]) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Return the refusal before the first of the rows in words, with its rows and decisions."""
    term = looked.stands_at(rows[0])
    if term is None:
        return "a refusal", (), ()
    refusal = term.refusal
    cited = () if refusal.row is None else (refusal.row,)
    return f"{refusal.name} {refusal.when}", cited, (refusal.decision,)


def _says(looked: Looked, best: tuple[int, tuple[int, ...], str], what: str) -> str:
    days, rows, after = best
    return (
        f"After {after}, {wording.many(len(rows), 'act')} by {looked.person.name} on "
        f"{wording.many(days, 'day')} {what}"
    )


def _lines(looked: Looked, found: list[tuple[int, tuple[int, ...]]]) -> list[Line]:
    lines = []
    for days, rows in found[:SHOWN_GROUPS]:
        after, cited, decided = _refused(looked, rows)
        text = (
            f"After {after}, {wording.channels(looked.case.table, rows)} on "
            f"{wording.many(days, 'day')} are the same or nearly the same in their letters."
        )
        lines.append(Line(text, (*cited, *rows), decided))
    rest = found[SHOWN_GROUPS:]
    if rest:
        text = f"{wording.many(len(rest), 'more text')} came again on two days or more after that."
        lines.append(Line(text, tuple(r for _, rows in rest for r in rows)))
    return lines


def _looked_at(read: int, there: int) -> Line:
    """Say how many texts were looked at."""
    text = f"{wording.many(read, 'text')} after a refusal were compared with each other"
    if read == 1:
        text = "1 text after a refusal is on record, with none to compare it with"
    if read < there:
        text += f"; {wording.many(there - read, 'later one')} not looked at"
    return Line(f"{text}. Texts that are alike in letters may differ in meaning.")
