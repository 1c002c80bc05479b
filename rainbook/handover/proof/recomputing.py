"""What an expert does who is given an original and its seed: works the head out again.

The one thing a reader would get wrong: this is the only check that finds a tree invented before
anything was stamped. It needs the same version of the program, which is in the reading.
"""

from __future__ import annotations

import hashlib
import io
from contextlib import ExitStack

from rainbook.handover.proof.in_bundle import Members
from rainbook.handover.proof.tree import grow
from rainbook.record import EventTable, Original


def recompute(raw: bytes, name: str, seed: bytes, table: EventTable, tool: str) -> str:
    """Return the head O (hex) of an original.

    `raw`: its bytes; `name`: the name it was sealed under; `table`: what the program reads out of
    it with the answers that were given; `tool`: the version that is in the reading. Raises
    RecordNotThere, zipfile.BadZipFile.
    """
    original = Original(hashlib.sha256(raw).hexdigest(), len(raw), name, "", "", "", "", "")
    with ExitStack() as stack:
        read = Members(io.BytesIO(raw), stack).read
        return grow(table, original, seed, read, tool).head.hex()
