"""The bundle as a folder: whole or not there, the same twice, and nothing overwritten.

The one thing a reader would get wrong: "the same bytes" is about every file, the PDFs too.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from shutil import which

import numpy as np
import pytest

from rainbook.handover.bundle import formats, hand_over
from rainbook.handover.interface import (
    BundleNotWritten,
    FolderInUse,
    NothingToHandOver,
    PersonNotKnown,
)
from rainbook.record import Disclosure, Way
from tests.handover.agreeing import agree

FILES = [
    "analysis/charts.pdf",
    "analysis/elements.csv",
    "analysis/findings.csv",
    "analysis/findings.pdf",
    "analysis/hours.csv",
    "analysis/orders.csv",
    "analysis/weeks.csv",
    "check.html",
    "contents.csv",
    "exhibits.csv",
    "exhibits/AB1.txt",
    "exhibits/AB2-extract.txt",
    "exhibits/AB2-spans.csv",
    "exhibits/AB3-photo1.jpg",
    "exhibits/AB3.zip",
    "hashes.txt",
    "index.pdf",
    "messages/chronology.csv",
    "messages/chronology.pdf",
    "messages/chronology.xlsx",
    "messages/thread-1.pdf",
    "read-me.txt",
    "record/contacts-log.csv",
    "record/facts.csv",
    "record/how-worked-out.txt",
    "record/identifiers.csv",
    "record/missing.csv",
    "record/perishables.csv",
    "record/record.json",
    "record/schedules.pdf",
    "record/withheld.csv",
]


def test_what_is_in_it(handed) -> None:
    found = [
        p.relative_to(handed.folder).as_posix() for p in handed.folder.rglob("*") if p.is_file()
    ]
    assert sorted(found) == FILES == list(handed.bundle.files)
    assert [r["file"] for r in handed.table("contents.csv") if not r["what_it_is"]] == []


def test_every_format_names_its_file_once() -> None:
    names = [f.name for f in formats()]
    assert len(names) == len(set(names)) == 30


def test_two_runs_give_the_same_bytes(handed, story, to_sam, tmp_path) -> None:
    again = hand_over(story.case, to_sam, story.read, tmp_path / "elsewhere" / "other name", agree)
    assert again.files == handed.bundle.files


def test_nothing_of_this_computer_is_in_it(handed) -> None:
    telling = (str(handed.folder.parent), handed.folder.name.encode(), sys.prefix, "/home/asha")
    for path in handed.folder.rglob("*.*"):
        content = path.read_bytes()
        for word in telling[:1] + telling[2:]:
            assert word.encode() not in content, (path.name, word)


@pytest.mark.skipif(not which("sha256sum"), reason="sha256sum is not installed")
def test_the_plain_tool_checks_the_list(handed) -> None:
    ran = subprocess.run(
        ["sha256sum", "--strict", "-c", "hashes.txt"],
        cwd=handed.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout.count(": OK")) == (0, len(FILES) - 1)


@pytest.mark.parametrize("there", ["a file in it", "a file of that name"])
def test_nothing_is_overwritten(there: str, story, to_sam, tmp_path) -> None:
    target = tmp_path / "b"
    if there == "a file in it":
        target.mkdir()
        kept = target / "mine.txt"
    else:
        kept = target
    kept.write_text("keep me", encoding="utf-8")
    with pytest.raises(FolderInUse, match="Choose a"):
        hand_over(story.case, to_sam, story.read, target, agree)
    assert kept.read_text(encoding="utf-8") == "keep me"
    assert [p.name for p in tmp_path.iterdir()] == ["b"]


def test_an_empty_folder_may_be_filled(story, to_sam, tmp_path) -> None:
    (tmp_path / "b").mkdir()
    hand_over(story.case, to_sam, story.read, tmp_path / "b", agree)
    assert (tmp_path / "b" / "index.pdf").is_file()
    assert [p.name for p in tmp_path.iterdir()] == ["b"]


def test_stopped_half_way_leaves_nothing(story, to_sam, tmp_path) -> None:
    def stop(what: str, done: int, of: int) -> None:
        if what == "setting the chronology":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        hand_over(story.case, to_sam, story.read, tmp_path / "b", agree, stop)
    assert list(tmp_path.iterdir()) == []


def test_progress_reaches_the_end_of_each_step(story, to_sam, tmp_path) -> None:
    said: dict[str, tuple[int, int]] = {}

    def note(what: str, done: int, of: int) -> None:
        said[what] = (done, of)

    hand_over(story.case, to_sam, story.read, tmp_path / "b", agree, note)
    assert said == {
        "reading the records": (9, 9),
        "taking the exhibits": (3, 3),
        "setting the chronology": (9, 9),
        "drawing the conversation": (9, 9),
    }


@pytest.mark.parametrize(
    ("persons", "error", "said"),
    [
        ((), PersonNotKnown, "no person was named"),
        (("nobody",), PersonNotKnown, "It knows: asha, mum, sam"),
    ],
)
def test_whose_thread(persons, error, said, story, tmp_path) -> None:
    with pytest.raises(error, match=said):
        hand_over(story.case, Disclosure(persons, "AB"), story.read, tmp_path / "b", agree)


def test_a_person_without_a_record(kit, tmp_path) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec(who="mum", thread="m")])])
    with pytest.raises(NothingToHandOver, match="Say which account is theirs"):
        hand_over(made.case, Disclosure(("sam",), "AB"), made.read, tmp_path / "b", agree)


def test_two_persons_in_one_bundle(kit, tmp_path) -> None:
    recs = [kit.Rec(words="one"), kit.Rec(words="two", who="mum", thread="m")]
    made = kit.build([kit.File("a.txt", recs)])
    both = Disclosure(("sam", "mum"), "AB")
    bundle = hand_over(made.case, both, made.read, tmp_path / "b", agree)
    assert [e.is_extract for e in bundle.exhibits] == [False]


def test_a_message_she_sent_is_hers_even_under_his_account(kit, to_sam, tmp_path) -> None:
    """Some exports name the other person's number on what was sent to it."""
    made = kit.build(
        [kit.File("a.txt", [kit.Rec(words="leave me", way=Way.SENT), kit.Rec(words="no")])]
    )
    hand_over(made.case, to_sam, made.read, tmp_path / "b", agree)
    text = (tmp_path / "b" / "messages/chronology.csv").read_text(encoding="utf-8-sig")
    assert "sent,Asha Khan" in text.replace("\r", "")


def test_a_case_without_an_account_of_its_owner(kit, to_sam, tmp_path) -> None:
    made = kit.build(
        [kit.File("a.txt", [kit.Rec(), kit.Rec(who="me", way=Way.SENT, words="stop")])]
    )
    case = replace(made.case, people=made.case.people, guessed_of=np.full(2, -1))
    hand_over(case, to_sam, made.read, tmp_path / "b", agree)
    assert "stop" in (tmp_path / "b" / "messages/chronology.csv").read_text(encoding="utf-8-sig")


def test_a_full_disk_leaves_nothing(story, to_sam, tmp_path) -> None:
    def full(what: str, done: int, of: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(BundleNotWritten, match=r"\(No space left on device\). Nothing was left"):
        hand_over(story.case, to_sam, story.read, tmp_path / "b", agree, full)
    assert list(tmp_path.iterdir()) == []


def test_the_manual_names_every_file_and_column(handed) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "bundle.md").read_text(encoding="utf-8")
    services = {"WhatsApp", "Text message"}  # the columns of weeks.csv that depend on the case
    for path in handed.folder.iterdir():
        assert f"`{path.name}" in manual or path.is_dir(), path.name
    for path in handed.folder.rglob("*.csv"):
        header = path.read_text(encoding="utf-8-sig").splitlines()[0].split(",")
        assert [c for c in header if f"`{c}`" not in manual and c not in services] == [], path.name
