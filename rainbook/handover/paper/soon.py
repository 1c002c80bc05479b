"""Sets a long document now, or by the press that a hand-over keeps for them.

The one thing a reader would get wrong: a file that is set soon need not be there yet when this
returns. The hand-over waits for the press before it looks anything through.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from rainbook.handover import times
from rainbook.handover.interface import Given
from rainbook.handover.paper.typeset import pdf


def set_soon(
    given: Given,
    path: Path,
    template: str,
    data: Callable[[bool], Mapping[str, Any]],
    told: Callable[[], None] | None,
) -> None:
    """Set a document into a file; `told` is called once it stands there. Raises NotTypeset."""
    stamp = times.stamp(given.case.as_of)
    said = told or (lambda: None)
    if given.press is not None:
        given.press.later(path, template, data, stamp, said)
        return
    path.write_bytes(pdf(template, data, stamp))
    said()
