"""Checking a bundle: every change is found and named in plain words.

The one thing a reader would get wrong: a rewritten list agrees with rewritten files; the hash of
the list is what shows that.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rainbook.handover.check import check_bundle


@pytest.fixture
def bundle(handed, tmp_path: Path) -> Path:
    return Path(shutil.copytree(handed.folder, tmp_path / "b"))


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


def swap(folder: Path) -> None:
    one, two = folder / "record/facts.csv", folder / "analysis/findings.csv"
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)


def lines(folder: Path, change: Callable[[list[str]], list[str]]) -> None:
    path = folder / "hashes.txt"
    path.write_bytes("".join(change(path.read_text().splitlines(keepends=True))).encode())


def cut(path: Path, by: int) -> None:
    path.write_bytes(path.read_bytes()[:-by])


def renamed(folder: Path) -> None:
    (folder / "analysis/weeks.csv").rename(folder / "week.csv")


TABLE = [  # what somebody did, how, what is said
    ("nothing", lambda b: None, []),
    (
        "one bit of an exhibit",
        lambda b: flip(b / "exhibits/AB1.txt"),
        ["exhibits/AB1.txt has changed."],
    ),
    ("the index", lambda b: flip(b / "index.pdf"), ["index.pdf has changed."]),
    (
        "an exhibit cut",
        lambda b: cut(b / "exhibits/AB1.txt", 10),
        ["exhibits/AB1.txt has changed. It is 10 bytes shorter than it was."],
    ),
    (
        "a file taken away",
        lambda b: (b / "record/facts.csv").unlink(),
        ["record/facts.csv is missing."],
    ),
    (
        "a file renamed",
        renamed,
        [
            "analysis/weeks.csv is missing. Its content now stands in week.csv.",
            "week.csv was added: it is not in hashes.txt.",
        ],
    ),
    (
        "a file added",
        lambda b: (b / "exhibits/AB9.txt").write_text("x"),
        ["exhibits/AB9.txt was added: it is not in hashes.txt."],
    ),
    (
        "two files changed places",
        swap,
        [
            "analysis/findings.csv now holds what record/facts.csv should hold.",
            "record/facts.csv now holds what analysis/findings.csv should hold.",
        ],
    ),
    (
        "the list in another order",
        lambda b: lines(b, lambda ls: ls[::-1]),
        ["The lines of hashes.txt are not in the order they were written."],
    ),
    (
        "a line taken out of the list",
        lambda b: lines(b, lambda ls: [x for x in ls if "facts" not in x]),
        ["record/facts.csv was added: it is not in hashes.txt."],
    ),
    (
        "a line twice",
        lambda b: lines(b, lambda ls: [ls[0], *ls]),
        ["hashes.txt lists analysis/charts.pdf twice."],
    ),
    (
        "a line that is none",
        lambda b: lines(b, lambda ls: [*ls, "hello\n"]),
        ["Line 31 of hashes.txt is not a hash and a file name."],
    ),
    (
        "a line that leads out",
        lambda b: lines(b, lambda ls: [*ls, "0" * 64 + "  ../../etc/passwd\n"]),
        ["Line 31 of hashes.txt is not a hash and a file name."],
    ),
    (
        "the list cut off",
        lambda b: cut(b / "hashes.txt", 1),
        [
            "hashes.txt ends in the middle of a line: something was cut off.",
            "record/withheld.csv was added: it is not in hashes.txt.",
        ],
    ),
    (
        "the list emptied",
        lambda b: (b / "hashes.txt").write_bytes(b""),
        ["hashes.txt ends in the middle of a line: something was cut off."],
    ),
    (
        "no list",
        lambda b: (b / "hashes.txt").unlink(),
        ["hashes.txt is missing: without it nothing here can be checked."],
    ),
]


@pytest.mark.parametrize(("name", "do", "said"), TABLE, ids=[t[0] for t in TABLE])
def test_what_is_said(
    name: str, do: Callable[[Path], object], said: list[str], bundle: Path
) -> None:
    do(bundle)
    found = [f.sentence for f in check_bundle(bundle)]
    if name == "the list emptied":  # then every file is one too many as well
        assert (said[0] in found, len(found)) == (True, 31)
    else:
        assert found == said


def test_no_folder(tmp_path: Path) -> None:
    assert [f.what for f in check_bundle(tmp_path / "none")] == ["missing"]


def test_a_rewritten_list_shows_by_its_own_hash(bundle: Path, handed) -> None:
    noted = handed.bundle.files["hashes.txt"][0]
    assert check_bundle(bundle, hashes_sha256=noted) == ()
    flip(bundle / "exhibits/AB1.txt")
    new = hashlib.sha256((bundle / "exhibits/AB1.txt").read_bytes()).hexdigest()
    lines(bundle, lambda ls: [f"{new}  exhibits/AB1.txt\n" if "AB1.txt" in x else x for x in ls])
    assert check_bundle(bundle) == ()
    assert [f.sentence for f in check_bundle(bundle, hashes_sha256=noted)] == [
        "hashes.txt is not the list that was handed over; it was rewritten.",
    ]


def test_every_byte_of_a_small_file_counts(bundle: Path) -> None:
    path = bundle / "exhibits/AB2-extract.txt"
    was = path.read_bytes()
    for place in range(len(was)):
        path.write_bytes(was[:place] + bytes([was[place] ^ 1]) + was[place + 1 :])
        assert [f.file for f in check_bundle(bundle)] == ["exhibits/AB2-extract.txt"], place


def test_a_link_is_not_followed(bundle: Path) -> None:
    try:
        (bundle / "link").symlink_to(bundle.parent)
    except OSError:
        pytest.skip("links cannot be made here")
    assert [f.sentence for f in check_bundle(bundle)] == ["link is a link, not a file."]


def test_progress(bundle: Path) -> None:
    said: list[tuple[int, int]] = []
    check_bundle(bundle, lambda what, done, of: said.append((done, of)))
    assert said[-1] == (31, 31)
