"""`record/how-worked-out.txt`: what each figure counts, and how to arrive at it with a spreadsheet.

The one thing a reader would get wrong: the figures here are the program's; the point of the file is
that nobody has to take them from it.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

from rainbook.handover import times
from rainbook.handover.figures.worked_out import Worked, worked_out
from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.visible import visible

NAME = "record/how-worked-out.txt"
WIDTH = 96
HEAD = """HOW EVERY NUMBER WAS WORKED OUT

Each figure of index.pdf, charts.pdf and schedules.pdf is a count of rows in a table of this
folder. Open the table in a spreadsheet as text, put a filter on the header row, choose what stands
behind “Filter”, and count the rows that are left. A cell that begins with an apostrophe named in
the last column, apostrophe_added_in, stands without it. The figures of findings.pdf name the lines
they rest on: look those up in chronology.csv by the column line.

A contact is counted whether it was welcome or not. A guess, a second copy and a line set aside are
lines too, with counted = no and the reason in why_not_counted.

State of the records: {as_of}. Times as clocks in {zone} showed them.
"""


def recompute_txt(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the file with CRLF line ends, so that any simple editor shows it well."""
    head = HEAD.format(
        as_of=times.recorded(given.case.as_of, given.case.zone), zone=given.case.zone
    )
    parts = [head, *(_part(place, one) for place, one in enumerate(worked_out(given), 1))]
    text = "\n".join(parts).replace("\n", "\r\n")
    (folder / NAME).write_bytes(text.encode("utf-8", "backslashreplace"))


def _part(place: int, one: Worked) -> str:
    lines = [f"{place}. {one.name}: {one.value}"]
    lines += [f"   Counts: {one.counts}.", f"   Table: {one.table}", f"   {one.how}"]
    return "".join(
        f"{textwrap.fill(visible(line), WIDTH, subsequent_indent='   ', break_long_words=False)}\n"
        for line in lines
    )


FORMAT = Format(NAME, "what each number counts, and how to work it out again", recompute_txt)
