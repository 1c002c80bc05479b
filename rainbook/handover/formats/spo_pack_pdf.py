"""`spo-pack.pdf`: what is on record for each limb of a stalking protection order.

The one thing a reader would get wrong: only the police can apply. This is for the officer who
decides whether they do, and it is not an application.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.typeset import pdf
from rainbook.handover.said.spo import TEMPLATE, spo_data

NAME = "analysis/spo-pack.pdf"


def spo_pack_pdf(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the pack. Raises NotTypeset."""

    def data(plain_only: bool) -> dict[str, Any]:
        return spo_data(given, plain_only)

    (folder / NAME).write_bytes(pdf(TEMPLATE, data, times.stamp(given.case.as_of)))


FORMAT = Format(
    NAME, "what is on record for each limb of a stalking protection order", spo_pack_pdf, False
)
