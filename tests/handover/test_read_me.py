"""The read-me. The one thing a reader would get wrong: it names every file that is there, and no
part that is not.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess

import pytest

import rainbook
from rainbook.handover.formats.read_me import files_said


def test_it_names_every_file_how_to_check_and_what_it_does_not_show(handed) -> None:
    raw = (handed.folder / "read-me.txt").read_bytes()
    assert b"\r\n" in raw and b"\n" not in raw.replace(b"\r\n", b"")
    text = raw.decode("utf-8")
    listed = text.partition("How to check")[0]
    for path in set(handed.folder.rglob("*")) - {handed.folder / "read-me.txt"}:
        if path.parent.name != "exhibits":
            assert path.name in listed, path.name
    for wanted in (
        "sha256sum -c hashes.txt",
        "shasum -a 256 -c hashes.txt",
        "certutil -hashfile",
        "Get-FileHash",
        f"Made with rainbook {rainbook.__version__}.",
        "It does not show who wrote a message",
        "Asha Khan",
        "Europe/London",
        "not legal advice",
    ):
        assert wanted in " ".join(text.split()), wanted


def test_parts_that_are_left_out_are_not_named() -> None:
    said = files_said(frozenset({"index.pdf", "exhibits/", "record/facts.csv", "new/thing.csv"}))
    names = re.findall(r"^    ([a-z-]+(?:\.[a-z]+)?)  ?", said, re.MULTILINE)
    assert names == [
        "index.pdf", "check.html", "contents.csv", "hashes.txt", "exhibits", "facts.csv",
        "withheld.csv", "further",
    ]
    assert "new/thing.csv: see contents.csv" in said


def test_lines_are_short_but_for_the_one_to_paste(handed) -> None:
    text = (handed.folder / "read-me.txt").read_text(encoding="utf-8")
    long = [line for line in text.splitlines() if len(line) > 100]
    assert [line[:22] for line in long] == ["Get-Content hashes.txt"]


@pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl here")
def test_the_openssl_line_gives_the_hash_of_the_list(handed) -> None:
    command = ["openssl", "dgst", "-sha256", "index.pdf"]
    done = subprocess.run(command, cwd=handed.folder, capture_output=True, text=True, check=True)
    digest = hashlib.sha256((handed.folder / "index.pdf").read_bytes()).hexdigest()
    assert digest in done.stdout
    listed = (handed.folder / "hashes.txt").read_text(encoding="ascii")
    assert f"{digest}  index.pdf\n" in listed
