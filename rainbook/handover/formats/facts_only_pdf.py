"""`facts-only.pdf`: counted facts on a page or two, for a housing officer or an employer.

The one thing a reader would get wrong: it is not a letter. Somebody else writes that, in their own
name; this lies beside it, and holds no words of any message.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.made_with import tool_version
from rainbook.handover.paper.typeset import pdf
from rainbook.handover.said.facts_only import TEMPLATE, facts_data

NAME = "record/facts-only.pdf"


def facts_only_pdf(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the facts. Raises NotTypeset."""

    def data(plain_only: bool) -> dict[str, Any]:
        return facts_data(given, plain_only, tool_version())

    (folder / NAME).write_bytes(pdf(TEMPLATE, data, times.stamp(given.case.as_of)))


FORMAT = Format(
    NAME, "counted facts on a page or two, nobody's words", facts_only_pdf, always=False
)
