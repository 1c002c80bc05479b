"""Closes a connection whose request does not come to an end.

The one thing a reader would get wrong: the time runs from the first byte of a request to the last
byte of the answer, so it is no use to send one byte now and then, or to read one.
"""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS = 20.0


def timed(seconds: float = SECONDS) -> type[H11Protocol]:
    """Return the protocol with a limit for each request, to be given to uvicorn as `http`."""

    class Timed(H11Protocol):
        _due: asyncio.TimerHandle | None = None

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self._begin()

        def connection_lost(self, exc: Exception | None) -> None:
            self._end()
            super().connection_lost(exc)

        def data_received(self, data: bytes) -> None:
            if self._due is None:
                self._begin()
            super().data_received(data)

        def on_response_complete(self) -> None:
            self._end()
            super().on_response_complete()
            # the next request may have come along with the last one
            if self._due is None and self.conn.their_state is not h11.IDLE:
                self._begin()

        def _begin(self) -> None:
            self._due = self.loop.call_later(seconds, self.transport.abort)

        def _end(self) -> None:
            if self._due is not None:
                self._due.cancel()
                self._due = None

    return Timed
