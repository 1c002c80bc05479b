"""The process that reads: it is given bytes on request and gives back tables, and may do nothing
else.

The one thing a reader would get wrong: it holds no key and opens nothing. Before the first byte of
an export is looked
at, it gives up opening files, starting programs and making connections; how firmly depends on the
system (docs/attackers.md).
"""

from __future__ import annotations

import codecs
import heapq  # noqa: F401 - collections looks for it when it is first needed
import io
import json
import struct
import sys
import zipfile
from collections.abc import Mapping
from typing import Any, BinaryIO

import numpy as np

from rainbook.events.containers import OutOfReach, open_original
from rainbook.events.reading import read, read_opened
from rainbook.events.sources.interface import Asked
from rainbook.events.tables import pack
from rainbook.moment import local_to_utc

LENGTH = struct.Struct("<Q")
# used by readers only now and then; Python would look for them on disk at first use
_ENCODINGS = (
    "cp1252",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-8-sig",
    "latin-1",
    "ascii",
)
# one small file of each kind, read before the limits stand: Python and NumPy load much only when it
# is first needed
_WARM = (
    b"[13/02/2024, 10:00:00] A: b\r\n[13/02/2024, 10:00:01] B: c\nd\r\n"
    b"[13/02/2024, 09:00:00] A: e\r\n",
    b'<smses count="1"><sms address="+447700900123" date="1707818400000" type="1" body="a"/>'
    b"</smses>",
    b'<calls count="1"><call number="+447700900123" date="1707818400000" type="3"/></calls>',
    b"Date,Time,What happened\n13/02/2024,about 9pm,a\n",
    b"BEGIN:VCARD\nVERSION:3.0\nFN:A\nTEL:+447700900123\nEND:VCARD\n",
)
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.startfile",
    "ctypes.",
)


def send(stream: BinaryIO, head: Mapping[str, Any], body: bytes = b"") -> None:
    """Write one message: a JSON head and then bytes, each with its length before it."""
    raw = json.dumps(head).encode()
    stream.write(LENGTH.pack(len(raw)) + raw + LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """Return the next message. Raises EOFError when the other side is gone."""
    head = json.loads(_exactly(stream, LENGTH.unpack(_exactly(stream, LENGTH.size))[0]))
    return head, _exactly(stream, LENGTH.unpack(_exactly(stream, LENGTH.size))[0])


def _exactly(stream: BinaryIO, length: int) -> bytes:
    pieces = []
    while length > 0:
        piece = stream.read(length)
        if not piece:
            raise EOFError("the other side is gone")
        pieces.append(piece)
        length -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


class Asking(io.RawIOBase):
    """The original as a file that can seek; every read asks the other side for those bytes."""

    def __init__(self, size: int, ask: BinaryIO, answer: BinaryIO) -> None:
        self._size, self._ask, self._answer, self._at = size, ask, answer, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Any) -> int:
        wanted = max(0, min(len(buffer), self._size - self._at))
        if not wanted:
            return 0
        send(self._answer, {"read": [self._at, wanted]})
        _, piece = receive(self._ask)
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


def serve(ask: BinaryIO, answer: BinaryIO, limit: bool = True) -> None:
    """Read one original, as the first message says, and send its tables, then how many bytes it
    holds in all.
    """
    order, _ = receive(ask)
    asked = Asked(**order["asked"])
    if limit:
        give_up(order["limits"], asked.zone)
    handle = io.BufferedReader(Asking(order["size"], ask, answer), 1 << 18)
    try:
        opened = open_original(handle, order["original"], order["name"])
        for table in read_opened(opened, asked):
            send(answer, {"table": True}, b"".join(pack(table, "")))
        send(answer, {"done": opened.size})
    except OutOfReach as missing:
        send(answer, {"again": str(missing)})
    except MemoryError:
        send(answer, {"failed": "it needed more memory than a reader may have"})
    except RecursionError:
        send(answer, {"failed": "it is nested too deeply"})


def give_up(limits: Mapping[str, int], zone: str) -> None:
    """Give up what a reader does not need. What it does need from disk is loaded first."""
    for warm in (*_WARM, _zipped(_WARM[0])):
        for table in read(io.BytesIO(warm), "0" * 64, "warm", Asked(zone=zone)):
            b"".join(pack(table, ""))
    for name in _ENCODINGS:
        codecs.lookup(name)
    local_to_utc(np.zeros(1, np.int64), zone)
    _forbid()
    try:
        import resource  # noqa: PLC0415 - not on Windows, where these limits do not exist
    except ImportError:
        return
    for name, value in (
        ("RLIMIT_CORE", 0),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_NOFILE", limits["files"]),
        ("RLIMIT_CPU", limits["cpu_seconds"]),
        ("RLIMIT_AS", limits["memory"]),
    ):
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        try:
            top = resource.getrlimit(kind)[1]
            value = value if top == resource.RLIM_INFINITY else min(value, top)
            resource.setrlimit(kind, (value, value))
        except (ValueError, OSError):
            continue  # macOS refuses some of these; the ones it accepts stand


def _zipped(content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_chat.txt", content)
    return made.getvalue()


def _forbid() -> None:
    """Refuse, from inside Python, what a reader never does: connections, programs, opening files to
    write.
    """

    def refuse(event: str, args: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise PermissionError(f"a reader may not do this: {event}")
        if (
            event == "open"
            and len(args) > 1
            and isinstance(args[1], str)
            and set(args[1]) & set("wax+")
        ):
            raise PermissionError("a reader may not write")

    sys.addaudithook(refuse)


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
