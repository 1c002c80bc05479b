"""`record/record.json`: how each exhibit was read and what was decided, for another rainbook.

The one thing a reader would get wrong: nobody has to read it. Everything in it stands in words in
the other files; it is there so that a program can take the bundle in and come to the same events.
"""

from __future__ import annotations

import json
from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.said.record import NAME, record_of


def record_json(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write the record as ASCII JSON, one original or decision a line."""
    said = record_of(given)
    lines = []
    for key, value in said.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            rows = ",\n".join(json.dumps(one) for one in value)
            lines.append(f"{json.dumps(key)}: [\n{rows}\n]")
        else:
            lines.append(f"{json.dumps(key)}: {json.dumps(value)}")
    (folder / NAME).write_bytes(("{\n" + ",\n".join(lines) + "\n}\n").encode("ascii"))


FORMAT = Format(NAME, "how the exhibits were read, for a program", record_json)
