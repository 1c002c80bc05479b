"""The page against bundles a third program made: whole ones hold, each spoilt one is found out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PROOF_STEPS = {"form", "statement", "originals", "records", "labels", "lines"}
ALL_HOLD = {
    "files": "Holds",
    "added": "Holds",
    "signed": "Holds",
    "stamp": "Not in this bundle",
    **{f"proof-{step}": "Holds" for step in PROOF_STEPS},
    "key": "Holds",
}


def test_a_whole_bundle_holds_and_says_what_was_given(
    checker: Any, bundle: Path, made: Any, story: Any
) -> None:
    found = checker.check(bundle)
    assert found.checks == ALL_HOLD
    assert found.summary == "Everything that was checked holds."
    said = " ".join(found.text.split())
    assert "7 records are given. They and 1 more that are withheld (as hashes only)" in said
    assert "in 3 files sealed by 21 November 2026, 09:30:00 UTC" in said
    assert "the thread Sam – the complainant says: Sam Reed" in said
    assert "the account +44 7700 900123 (sms, number) – the complainant says: Sam Reed" in said
    assert "In none of the 3 files is there another thread or account of these names." in said
    assert "as they stood on 22 November 2026, 14:52:41 UTC" in said
    assert "Who wrote a message, who held a phone, or that the phone’s clock was right." in said
    # the numbers to compare, worked out here and not by the page
    assert hashlib.sha256((bundle / "hashes.txt").read_bytes()).hexdigest() in said
    digits = hashlib.sha256(bytes.fromhex(made.public(story.KEY))).hexdigest()[:32]
    assert " ".join(digits[n : n + 4] for n in range(0, 32, 4)) in said


def _change(name: str) -> Callable[[Path, Any, Any], None]:
    def change(folder: Path, made: Any, story: Any) -> None:
        raw = (folder / name).read_bytes()
        (folder / name).write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))

    return change


def _lines(change: Callable[[list[str]], list[str]]) -> Callable[[Path, Any, Any], None]:
    def rewrite(folder: Path, made: Any, story: Any) -> None:
        lines = (folder / "hashes.txt").read_text().splitlines(keepends=True)
        (folder / "hashes.txt").write_bytes("".join(change(lines)).encode())

    return rewrite


def _signed(change: Callable[[dict[str, Any]], None]) -> Callable[[Path, Any, Any], None]:
    def rewrite(folder: Path, made: Any, story: Any) -> None:
        signed = json.loads((folder / "signed.json").read_text())
        change(signed)
        (folder / "signed.json").write_text(made.canonical(signed) + "\n")

    return rewrite


def _relist(folder: Path, made: Any, story: Any) -> None:
    """Change a file and rewrite the list to match, without the key."""
    signed = (folder / "signed.json").read_bytes()
    (folder / "index.pdf").write_bytes(b"%PDF another")
    made.seal(folder, story.KEY)
    (folder / "signed.json").write_bytes(signed)


def _small_order_key(signed: dict[str, Any]) -> None:
    """The neutral point as key: anything is signed by it."""
    signed["key"] = "01" + "00" * 31
    signed["signature"] = "01" + "00" * 63


def _loose_statement(folder: Path, made: Any, story: Any) -> None:
    """Sign a statement that says the same in another way."""
    statement = json.dumps(
        json.loads(json.loads((folder / "signed.json").read_text())["statement"])
    )
    signature = story.KEY.sign(f"rainbook bundle 1\n{statement}".encode()).hex()
    _signed(lambda s: s.update(statement=statement, signature=signature))(folder, made, story)


EDITS: dict[str, tuple[Callable[[Path, Any, Any], Any], set[str], tuple[str, str] | None]] = {
    # what is done: the checks that do not hold, and a fault (file, how its sentence begins)
    "a byte changed": (_change("index.pdf"), {"files"}, ("index.pdf", "It is not the file")),
    "a file missing": (
        lambda f, m, s: (f / "index.pdf").unlink(), {"files"}, ("index.pdf", "It is not here."),
    ),
    "a file added": (
        lambda f, m, s: (f / "exhibits/AB9.txt").write_text("x"), {"added"},
        ("exhibits/AB9.txt", "It is not in hashes.txt."),
    ),
    "a file of the computer's added": (
        lambda f, m, s: (f / ".DS_Store").write_text("x"), {"added"},
        (".DS_Store", "It is not in hashes.txt. Macs"),
    ),
    "a file renamed": (
        lambda f, m, s: (f / "index.pdf").rename(f / "first.pdf"), {"files", "added"},
        ("first.pdf", "It is not in hashes.txt. It holds what index.pdf holds"),
    ),
    "two files swapped": (
        lambda f, m, s: [
            (f / "index.pdf").rename(f / "x"),
            (f / "exhibits/AB1-spans.csv").rename(f / "index.pdf"),
            (f / "x").rename(f / "exhibits/AB1-spans.csv"),
        ],
        {"files", "proof-records"},
        ("index.pdf", "It now holds what exhibits/AB1-spans.csv should hold."),
    ),
    "an empty file where there was one": (
        lambda f, m, s: (f / "index.pdf").write_bytes(b""), {"files"}, ("index.pdf", "It is not"),
    ),
    "no list": (lambda f, m, s: (f / "hashes.txt").unlink(), {"files"}, None),
    "file and list rewritten": (_relist, {"signed"}, None),
    "a line taken out of the list": (
        _lines(lambda lines: lines[1:]), {"added", "signed"}, ("exhibits/AB1-extract.txt", "It is"),
    ),
    "lines in another order": (
        _lines(lambda lines: lines[::-1]), {"files", "signed"}, ("hashes.txt", "Its lines are not"),
    ),
    "the list cut off": (
        _lines(lambda lines: [*lines[:-1], lines[-1][:-1]]), {"files", "added", "signed"},
        ("hashes.txt", "It ends in the middle"),
    ),
    "a line twice": (
        _lines(lambda lines: [lines[0], *lines]), {"files", "signed"}, ("hashes.txt", "It lists"),
    ),
    "a line that leads outside": (
        _lines(lambda lines: [f"{'0' * 64}  ../x\n", *lines]), {"files", "signed"},
        ("hashes.txt", "Line 1 is not a hash and a file name."),
    ),
    "the list emptied": (_lines(lambda lines: []), {"files", "added", "signed"}, None),
    "signature: a digit": (
        _signed(lambda s: s.update(signature="00" + s["signature"][2:])), {"signed"}, None,
    ),
    "signature: another key": (
        _signed(lambda s: s.update(key="00" + s["key"][2:])), {"signed"}, None,
    ),
    "signature: a key of small order": (_signed(_small_order_key), {"signed"}, None),
    "signature: another time": (
        _signed(lambda s: s.update(statement=s["statement"].replace("2026", "2025"))),
        {"signed"}, None,
    ),
    "signature: statement not canonical": (_loose_statement, {"signed"}, None),
    "signature: a key too many": (_signed(lambda s: s.update(more=1)), {"signed"}, None),
    "signature: sealed by somebody else": (
        lambda f, m, s: m.seal(f, s.OTHER_KEY), {"key"}, None,
    ),
    "signature: with blanks": (
        lambda f, m, s: (f / "signed.json").write_text(
            json.dumps(json.loads((f / "signed.json").read_text())) + "\n"
        ), {"signed"}, None,
    ),
    "signature: not JSON": (
        lambda f, m, s: (f / "signed.json").write_bytes(b"\xff\xfe{"), {"signed"}, None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_each_edit_is_found(edit: str, checker: Any, bundle: Path, made: Any, story: Any) -> None:
    change, failing, fault = EDITS[edit]
    change(bundle, made, story)
    found = checker.check(bundle)
    assert found.failing() == failing
    assert "Everything" not in found.summary
    if fault:
        assert next(said for file, said in found.faults if file == fault[0]).startswith(fault[1])
    # the proof speaks while it holds, unless the list was signed with another key
    proved = not any(name.startswith("proof") or name == "key" for name in failing)
    assert ("What was given" in found.text) is proved


def test_a_signature_taken_out_is_not_passed_over(checker: Any, bundle: Path) -> None:
    (bundle / "signed.json").unlink()
    found = checker.check(bundle)
    assert found.checks["signed"] == "Could not be checked"
    assert "may have been taken out" in found.said["signed"]
    assert found.summary == "Nothing was found that does not hold. 1 check could not be made."


def test_only_something_added_is_said_in_so_many_words(checker: Any, bundle: Path) -> None:
    (bundle / "note.txt").write_text("x")
    assert checker.check(bundle).summary == "Nothing in the list has changed. 1 file was added."


def test_a_bundle_without_a_proof_says_so(
    checker: Any, bundle: Path, made: Any, story: Any
) -> None:
    (bundle / "proof/proof.json").unlink()
    made.seal(bundle, story.KEY)
    found = checker.check(bundle)
    assert found.checks["proof"] == "Not in this bundle"
    assert "nothing here shows whether records were left out" in found.said["proof"]
    assert "What was given" not in found.text
