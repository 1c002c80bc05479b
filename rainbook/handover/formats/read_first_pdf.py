"""`messages/read-first.pdf`: each message the complainant picked as a threat, with what stood
around it.

The one thing a reader would get wrong: the complainant picked them, no program did. Where none was
picked, the file is not written.
"""

from __future__ import annotations

from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.plain_words import number_of
from rainbook.handover.said.facts import line_of_event
from rainbook.handover.said.picture import CONTEXT, around, drawn
from rainbook.handover.said.thread import threads_of
from rainbook.record import SingleThreat

MOST = 200  # messages; all of them stand in record/facts.csv


def read_first_pdf(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the messages picked, each with CONTEXT messages before and after. Raises NotTypeset."""
    picked = [
        d
        for d in given.case.decisions
        if isinstance(d.what, SingleThreat) and not d.withdrawn
    ]
    lines: dict[int, int] = {}
    for one in picked:
        assert isinstance(one.what, SingleThreat)
        line = line_of_event(given, one.what.event)
        if line:
            lines.setdefault(line, one.number)
    if not lines:
        return
    shown = sorted(lines)[:MOST]
    framed = ", ".join(f"line {line} (log number {lines[line]})" for line in shown)
    more = f" and {len(lines) - MOST:,} more, not shown here" if len(lines) > MOST else ""
    said = (
        f"Framed: {number_of(len(shown), 'message')} the complainant picked as a threat: {framed}"
        f"{more}. Around each stand the {CONTEXT} messages before and after it in its thread."
    )
    pieces = around(threads_of(given), frozenset(shown), CONTEXT)
    made = drawn(given, pieces, "Messages to read first", said, frozenset(shown))
    (folder / "messages/read-first.pdf").write_bytes(made)


FORMAT = Format(
    "messages/read-first.pdf", "messages picked as threats, with those around them", read_first_pdf
)
