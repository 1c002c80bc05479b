"""What changed in the book between an entry of its log and now, about the persons handed over.

The one thing a reader would get wrong: the state before is worked out again from the same sealed
originals and decisions with this version of the program, not read from the earlier bundle; a figure
can differ because something was added or taken back since, and for no other reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rainbook.handover import times
from rainbook.handover.interface import Entry, Given, NothingToHandOver, PersonNotKnown
from rainbook.handover.paper.plain_words import number_of
from rainbook.handover.said.came_after import REFUSALS, is_time, kind_of, sentence
from rainbook.handover.said.changes_found import (
    PARTS,
    Change,
    about_them,
    after_orders,
    findings,
    gaps,
    promises,
)
from rainbook.handover.said.facts import ABOUT_A_PERSON, cited_of, facts_of, line_of_event
from rainbook.handover.selection import select
from rainbook.record import (
    UNSAID,
    CaseFile,
    Decided,
    Disclosure,
    PoliceContact,
    decision_to,
)

ANSWERS_SHOWN = (
    "area",
    "alarm",
    "distress",
    "fear_of_violence",
    "answer",
    "sort",
    "of",
    "who",
    "reference",
)
"""Fields of an answer that are closed words or a number, shown before its words."""
NO_EARLIER = (
    "There is no earlier hand-over to compare with. Everything in this bundle is new to whoever "
    "receives it."
)


def changes_of(given: Given) -> list[Change]:
    """Return every change, by part; empty where nothing changed or nothing can be compared."""
    before = given.before
    if before is None:
        return []
    new = _new_lines(given, before)
    known = {d.number: d for d in before.decisions}
    found = [
        *after_orders(given, new),
        *promises(given),
        *_answers(given, known),
        *_by_channel(new),
        *_gone(given, before),
        *_originals(given, before),
        *findings(given, before),
        *gaps(given, before),
        *_taken_back(given, known),
    ]
    order = list(PARTS)
    return sorted(found, key=lambda c: order.index(c.part))


def _ids(case: CaseFile, disclosure: Disclosure) -> set[str]:
    """Return the ids of the records that would have been handed over then."""
    try:
        rows = select(case, disclosure).rows.tolist()
    except (PersonNotKnown, NothingToHandOver):
        return set()  # nobody had said yet whose they are
    return {case.table.id_of(row) for row in rows}


def _new_lines(given: Given, before: CaseFile) -> list[Entry]:
    there = _ids(before, given.disclosure)
    return [e for e in given.entries if e.id not in there]


def _gone(given: Given, before: CaseFile) -> list[Change]:
    """Say how many lines of then are no longer the thread's: an account was given to nobody, or to
    somebody else.
    """
    left = _ids(before, given.disclosure) - {e.id for e in given.entries}
    if not left:
        return []
    number = number_of(len(left), "line")
    return [Change("lines", "No longer in this thread", number, "0 lines")]


def _by_channel(new: Iterable[Entry]) -> list[Change]:
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in new:
        groups.setdefault((entry.channel, _side(entry)), []).append(entry)
    made = []
    for (channel, side), those in groups.items():
        dated = [e for e in those if e.time.earliest]
        span = ""
        if dated:
            span = f": {dated[0].time.text}"
            span += f" to {dated[-1].time.text}" if len(dated) > 1 else ""
        undated = len(those) - len(dated)
        span += f"; {number_of(undated, 'line')} without a time" if undated else ""
        said = f"{number_of(len(those), 'line')}{span}"
        made.append(Change("lines", f"{channel}, {side}", "", said, tuple(e.number for e in those)))
    return made


def _side(entry: Entry) -> str:
    if entry.own:
        return "by the complainant"
    if entry.theirs:
        return "from the other person" if entry.counted else "from the other person, not counted"
    return "of others or not known of whom"


def _originals(given: Given, before: CaseFile) -> list[Change]:
    """Name the new originals of which something goes; count the others and do not name them."""
    there = {o.sha256 for o in before.originals}
    cited: dict[str, list[int]] = {}
    for entry in given.entries:
        cited.setdefault(entry.citation.original, []).append(entry.number)
    new = [o for o in given.case.originals if o.sha256 not in there]
    made = []
    for one in new:
        if one.sha256 in cited:
            received = times.recorded(one.received, given.case.zone)
            exhibit = next((e.ref for e in given.exhibits if e.original == one.sha256), "")
            what = f"{exhibit}: {_bare(one.name)}" if exhibit else _bare(one.name)
            said = f"received {received}; {number_of(len(cited[one.sha256]), 'line')}"
            made.append(Change("originals", what, "", said, tuple(cited[one.sha256])))
    rest = sum(1 for o in new if o.sha256 not in cited)
    if rest:
        said = number_of(rest, "original")
        made.append(Change("originals", "Of which nothing is handed over", "", said))
    return made


def _bare(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1]


def _answers(given: Given, known: Mapping[int, Decided]) -> list[Change]:
    """Return the answers made since: those of facts.csv, and contacts with the police."""
    listed = {d.number for d in (*facts_of(given), *cited_of(given))}
    made = []
    for decided in given.case.decisions:
        police = isinstance(decided.what, PoliceContact) and about_them(given, decided)
        if decided.number in known or decided.withdrawn:
            continue
        if decided.number not in listed and not police:
            continue
        refusal = isinstance(decided.what, REFUSALS)
        event = getattr(decided.what, "event", "")
        line = line_of_event(given, event) if event else 0
        made.append(
            Change(
                "refusals" if refusal else "decisions",
                sentence(kind_of(decided)) if refusal else _kind(decided),
                "",
                _said(given, decided),
                (line,) if line else (),
                (decided.number,),
            )
        )
    return made


def _kind(decided: Decided) -> str:
    return str(decision_to(decided.what)["kind_of_decision"]).replace("-", " ").capitalize()


def _said(given: Given, decided: Decided) -> str:
    """Return what was recorded, in its own words, with its day."""
    what = decided.what
    if isinstance(what, PoliceContact):
        parts = [times.recorded(what.at, given.case.zone), what.how]
        parts += [f"reference {what.reference}" if what.reference else ""]
        parts += [f"promised: “{what.promised}”" if what.promised else ""]
        parts += [f"by {times.recorded(what.promised_by, '')}" if what.promised_by else ""]
        return "; ".join(p for p in parts if p)
    at = getattr(what, "at", "") or getattr(what, "served", "") or getattr(what, "start", "")
    at = times.recorded(at, given.case.zone) if isinstance(at, str) and is_time(at) else ""
    words = getattr(what, "words", "") or getattr(what, "how", "")
    answers = {n.replace("_", " "): getattr(what, n, UNSAID) for n in ANSWERS_SHOWN}
    parts = [at, *(f"{n}: {a}" for n, a in answers.items() if a and a != UNSAID)]
    return "; ".join(p for p in (*parts, f"“{words}”" if words else "") if p) or "see facts.csv"


def _taken_back(given: Given, known: Mapping[int, Decided]) -> list[Change]:
    """Return what was in force then and is not now: its kind and number, never its words."""
    made = []
    for decided in given.case.decisions:
        then = known.get(decided.number)
        about = isinstance(decided.what, (*ABOUT_A_PERSON, PoliceContact))
        stood = then is not None and not then.withdrawn
        if not (decided.withdrawn and stood and about_them(given, decided)):
            continue
        event = getattr(decided.what, "event", "")
        if about or (event and line_of_event(given, event)):
            made.append(
                Change(
                    "taken back", _kind(decided), "recorded", "taken back", (), (decided.number,)
                )
            )
    return made


def settings_changed(given: Given) -> list[str]:
    """Return the settings that differ, by name: a figure may differ because of one."""
    if given.before is None:
        return []
    names = sorted({*given.before.settings, *given.case.settings})
    return [
        f"{name.replace('_', ' ')}: {given.before.settings.get(name, '')} then, "
        f"{given.case.settings.get(name, '')} now"
        for name in names
        if given.before.settings.get(name) != given.case.settings.get(name)
        and name not in ("initials", "ref_style", "language")
    ]
