"""Notices what gives away by its kind in every text of metadata a file was found to say.

The one thing a reader would get wrong: words a person reads in the file are not looked through
here; the kinds whose files are read as text do that themselves, for those words too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import ParamSpec

from rainbook.handover.gate.files._text_traces import traces
from rainbook.handover.gate.files.interface import Piece, Trace

Asked = ParamSpec("Asked")
Look = Callable[Asked, Iterator[Piece | Trace]]


def noticing(look: Look[Asked]) -> Look[Asked]:
    """Return a `look` that also yields the traces in each piece of metadata, each only once."""

    @wraps(look)
    def looking(*asked: Asked.args, **named: Asked.kwargs) -> Iterator[Piece | Trace]:
        told: set[tuple[str, str]] = set()
        for one in look(*asked, **named):
            yield one
            if isinstance(one, Trace):
                told.add((one.kind, one.shown))
            elif one.metadata:
                for trace in traces(one.text, one.where, True):
                    if (trace.kind, trace.shown) not in told:
                        told.add((trace.kind, trace.shown))
                        yield trace

    return looking
