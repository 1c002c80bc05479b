"""The bundle the tests of the page check: three originals, one person, one record withheld.

The one thing a reader would get wrong: the counts in the tests are counted from here by hand:
the thread "Sam" has four records in texts.txt (the third withheld) and three in chat.zip, and the
number has one in texts.txt. So 7 records are given and 1 is withheld; other.txt holds none.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
TEXTS = [
    ("Sam", "Where are you?\n"),
    ("Mum", "It is mum.\n"),
    ("Sam", "Answer me.\n"),
    ("Sam", "The withheld one.\n"),
    ("number", "I know where you work.\n"),
    ("Sam", "See you \u202esoon\u2069.\n"),
    ("Work", "Rota for Monday.\n"),
]
CHAT = ["Sam: hello\n", "Asha: please stop\n", "Sam: no\n"]
OTHER = [("Mum", "Soup?\n"), ("Work", "Late again.\n")]
GIVEN = {0, 1, 3}  # leaves of Sam in texts.txt


def originals(made: ModuleType) -> list[Any]:
    """Return the three originals, in the order they were sealed."""
    sam, number = made.named("Sam"), made.account("sms", "number", "+44 7700 900123")
    labels = {"Sam": sam, "number": number}
    raw, records = laid([(labels.get(who, made.named(who)), words) for who, words in TEXTS])
    texts = made.Original(raw, records, open={sam: GIVEN, number: None})
    texts.where = {
        "extracts": [
            {"member": "", "file": "exhibits/AB1-extract.txt", "spans": "exhibits/AB1-spans.csv"}
        ]
    }
    inside, lines = laid([(sam, words) for words in CHAT], "_chat.txt")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr(zipfile.ZipInfo("_chat.txt", (2024, 3, 3, 0, 0, 0)), inside)
    chat = made.Original(packed.getvalue(), lines, {"_chat.txt": inside}, {sam: None})
    chat.where = {"whole": "exhibits/AB2.zip"}
    rest, others = laid([(made.named(who), words) for who, words in OTHER])
    return [texts, chat, made.Original(rest, others)]


def laid(
    rows: list[tuple[bytes, str]], member: str = ""
) -> tuple[bytes, list[tuple[bytes, str, int, int]]]:
    raw, records = b"", []
    for label, words in rows:
        start = len(raw)
        raw += words.encode("utf-8")
        records.append((label, member, start, len(raw) - 1))
    return raw, records


def people(made: ModuleType) -> list[tuple[bytes, str]]:
    """Return the labels claimed, and whom the complainant says they are."""
    return [
        (made.named("Sam"), "Sam Reed"),
        (made.account("sms", "number", "+44 7700 900123"), "Sam Reed"),
    ]


def write(folder: Path, made: ModuleType) -> dict[str, Any]:
    """Write the whole bundle and return its proof."""
    all_of_them = originals(made)
    texts, chat, _ = all_of_them
    for name in ("exhibits", "messages", "proof"):
        (folder / name).mkdir(parents=True)
    given = [places(one) for one in all_of_them]
    extract, rows = b"", []
    for _, start, end in sorted(given[0]):
        low = len(extract)
        extract += texts.data[start:end]
        rows.append([start, end, made.H(texts.data[start:end]).hex(), low, len(extract)])
        extract += b"\n"
    (folder / "exhibits/AB1-extract.txt").write_bytes(extract)
    columns = ["original_start", "original_end", "sha256_of_piece", "extract_start", "extract_end"]
    table(folder / "exhibits/AB1-spans.csv", columns, rows)
    (folder / "exhibits/AB2.zip").write_bytes(chat.data)
    lines = [
        ['Words, with "marks"\r\nand lines', path, start, end, made.H(one.data).hex()]
        for one, mine in zip(all_of_them, given, strict=True)
        for path, start, end in sorted(mine)
    ]
    lines.append(["(withheld)", "", "", "", ""])
    columns = ["words", "inside", "byte_start", "byte_end", "original_sha256"]
    table(folder / "messages/chronology.csv", columns, lines)
    (folder / "index.pdf").write_bytes(b"%PDF not really")
    proof: dict[str, Any] = made.proof_of(all_of_them, people(made), KEY)
    put(folder, proof)
    made.seal(folder, KEY)
    return proof


def places(one: Any) -> list[tuple[str, int, int]]:
    """Return the places of the records given of an original."""
    found = []
    for label, chosen in one.open.items():
        mine = [r[1:] for r in one.records if r[0] == label]
        found += [mine[n] for n in (range(len(mine)) if chosen is None else sorted(chosen))]
    return found


def put(folder: Path, proof: dict[str, Any]) -> None:
    """Write proof.json."""
    (folder / "proof/proof.json").write_text(json.dumps(proof) + "\n", encoding="ascii")


def table(path: Path, columns: list[str], rows: list[list[Any]]) -> None:
    """Write a table as the bundle does; nothing in it needs an apostrophe."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([*columns, "apostrophe_added_in"])
        writer.writerows([*row, ""] for row in rows)
