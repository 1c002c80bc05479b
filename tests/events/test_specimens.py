"""Every specimen of every source, the whole way: recognised by what it holds, opened, read, shown.

The one thing a reader would get wrong: nothing here names the source. The folder a specimen lies in
says which one must claim it, and no other may.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rainbook.events.shown import event_json, problem_json
from tests.events.made_chats import read_chat
from tests.events.reading_back import SPECIMENS, specimens

EVERY = [path for folder in sorted(SPECIMENS.iterdir()) for path in specimens(folder.name)]


@pytest.mark.parametrize("path", EVERY, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_specimen(path: Path, accept: Callable[[Path, str], None]) -> None:
    found = read_chat(path.read_bytes(), path.name)
    assert {e.source for e in found.events} <= {path.parent.name}
    last = {
        "problems": [problem_json(p) for p in found.problems],
        "wrappings": len(found.wrappings),
    }
    lines = [*(event_json(e) for e in found.events), last]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    accept(path.with_name(path.name + ".expected.jsonl"), text)


def test_every_source_has_a_specimen() -> None:
    assert {"whatsapp", "sms_backup", "diary_csv", "vcard"} <= {p.parent.name for p in EVERY}
