"""Lines that show which of a person's messages to read first, and which of the complainant's own
may be refusals.

The one thing a reader would get wrong: these lines are an aid to reading and belong in no finding,
no count and no bundle. Messages the complainant wrote are never sorted, and only they are looked
at for refusals. Off unless the setting "threat_words" is "on"; whoever asks for the lines looks.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rainbook.findings import acts, wording
from rainbook.findings.sorting.folding import MOST, visible
from rainbook.findings.sorting.refusal_words import propose_refusals
from rainbook.findings.sorting.threats import figures, sort_threats
from rainbook.record import NO_TIME, CaseFile, Kind, Line, Person, RainbookError, Way

ROWS = 5_000
QUOTED = 160
"""Characters of a message that a line quotes."""
_WRITTEN = (Kind.MESSAGE, Kind.EMAIL, Kind.VOICEMAIL, Kind.MEDIA, Kind.MESSAGE_REQUEST, Kind.POLL)


def threat_lines(case: CaseFile, person: Person, most: int = 20) -> tuple[Line, ...]:
    """Return a line that says what this is, at most `most` messages of the person in the order to
    read them, each citing its row, and what was not looked at.
    """
    theirs = [
        row for row in acts.acts_of(case, person).rows
        if int(np.asarray(case.way)[row]) != Way.SENT and _is_written(case, row)
    ]
    rows = _by_time(case, theirs)[-ROWS:]
    said, unread = _read(case, rows)
    found = sort_threats(list(said.values()))
    placed = list(said)
    lines = [_what_this_is(), _how_good()]
    for one in found[: max(most, 0)]:
        row = placed[one.place]
        words = wording.listed(f"“{w}”" for w in one.words)
        lines.append(
            Line(f"To be read first, because of the words {words}: {_quoted(said[row])}", (row,))
        )
    if not found:
        lines.append(
            Line(
                f"None of the words of the list stands in the {wording.many(len(rows), 'message')} "
                f"of {person.name} that could be looked at. That says nothing about what they mean."
            )
        )
    return (*lines, *_not_looked_at(theirs, rows, said, unread, "latest", person.name))


def refusal_lines(case: CaseFile, person: Person) -> tuple[Line, ...]:
    """Return a line for each message the complainant sent to the person that may be a refusal, in
    the order they were sent, each citing its row, and what was not looked at.
    """
    me = acts.complainant(case)
    replies = acts.own_replies(case, person)
    if replies is None:
        return (
            Line(
                f"What {me} sent to {person.name} could not be worked out, so no message is "
                "proposed as a refusal."
            ),
        )
    own = [row for row in replies.tolist() if _is_written(case, row)]
    rows = _by_time(case, own)[:ROWS]
    said, unread = _read(case, rows)
    placed = list(said)
    lines = [
        Line(
            f"These words of {me} may have told {person.name} to stop. None of them counts until "
            "you pick the message; a message that is not here may be a refusal all the same."
        )
    ]
    for one in propose_refusals(list(said.values())):
        row = placed[one.place]
        lines.append(Line(f"May be a refusal, because of “{one.words}”: {_quoted(said[row])}",
                          (row,)))
    if len(lines) == 1:
        lines = [
            Line(
                f"No message is proposed as a refusal among {wording.many(len(rows), 'message')} "
                f"{me} sent to {person.name}. That is not the same as none was sent."
            )
        ]
    return (*lines, *_not_looked_at(own, rows, said, unread, "earliest", me))


def _what_this_is() -> Line:
    return Line(
        "This only sorts messages, so that a person can read some of them first. It does not judge "
        "them: the first may be harmless, a veiled threat may stand last, and nothing is counted "
        "from it."
    )


def _how_good() -> Line:
    known = figures()
    low, high = known["interval_95"]
    return Line(
        f"How well it sorts: average precision {known['average_precision']:.2f} (between "
        f"{low:.2f} and {high:.2f}; chance gives {known['chance']:.2f}); {known['among_first_50']} "
        f"of the first 50 were threats. Measured on {known['posts']:,} {known['measured_on']}; as "
        f"of {known['as_of']}. On invented private messages it sorts much worse: "
        f"{known['among_invented_messages']:.2f} where chance gives "
        f"{known['chance_among_invented']:.2f}."
    )


def _is_written(case: CaseFile, row: int) -> bool:
    return int(case.table.kind[row]) in _WRITTEN


def _by_time(case: CaseFile, rows: Sequence[int]) -> list[int]:
    """Return the rows in time order, those without a time first."""
    return sorted(rows, key=lambda r: (int(case.table.earliest[r]) != NO_TIME,
                                       int(case.table.earliest[r]), r))


def _read(case: CaseFile, rows: Sequence[int]) -> tuple[dict[int, str], list[int]]:
    """Return the words of the rows that have any, and the rows whose words could not be read."""
    said: dict[int, str] = {}
    unread: list[int] = []
    for row in rows:
        try:
            words = case.event(row).words
        except RainbookError:
            unread.append(row)
            continue
        if words:
            said[row] = words
    return said, unread


def _quoted(words: str) -> str:
    shown = visible(words)
    return f"“{shown}”" if len(shown) <= QUOTED else f"“{shown[:QUOTED]}…”"


def _not_looked_at(
    all_of: Sequence[int], rows: Sequence[int], said: dict[int, str], unread: Sequence[int],
    which: str, whose: str,
) -> list[Line]:
    lines: list[Line] = []
    if unread:
        lines.append(
            Line(
                f"The words of {wording.many(len(unread), 'message')} could not be read again, so "
                "they were not looked at.",
                tuple(unread),
            )
        )
    long = tuple(row for row, words in said.items() if len(words) > MOST)
    if long:
        lines.append(
            Line(
                f"Of {wording.many(len(long), 'message')} only the first {MOST:,} characters were "
                "looked at.",
                long,
            )
        )
    left = len(all_of) - len(rows)
    beyond = f" {wording.many(left, 'message')} more stood outside that." if left else ""
    lines.append(
        Line(f"Looked at: the {which} {ROWS:,} messages of {whose} at most.{beyond}")
    )
    return lines
