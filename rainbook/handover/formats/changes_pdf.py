"""`changes.pdf`: what changed since an entry of the log, for an advocate who read it last time.

The one thing a reader would get wrong: line numbers are those of this bundle; a line that came in
between moves the ones behind it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.typeset import pdf
from rainbook.handover.said.changes_said import TEMPLATE, changes_data

NAME = "record/changes.pdf"


def changes_pdf(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write what changed. Raises NotTypeset."""

    def data(plain_only: bool) -> dict[str, Any]:
        return changes_data(given, plain_only)

    (folder / NAME).write_bytes(pdf(TEMPLATE, data, times.stamp(given.case.as_of)))


FORMAT = Format(NAME, "what changed since last time, for reading", changes_pdf, always=False)
