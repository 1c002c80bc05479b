"""Volumes: each opens alone, none is over the limit, and together they are the bundle again."""

from __future__ import annotations

import csv
import hashlib
import re
import shlex
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from rainbook.handover.check import check_bundle
from rainbook.handover.extras import interface
from rainbook.handover.extras.split import LimitTooSmall, Piece, how, planned, split
from rainbook.handover.hashes import write_hashes

MB = 1 << 20


@pytest.fixture(scope="session")
def large(given: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story's bundle with four recordings: two of 0.7 MB, one of 2.5 MB, one of 1 MB and 1."""
    folder = tmp_path_factory.mktemp("large") / "bundle"
    shutil.copytree(given, folder)
    for number, size in enumerate((700_000, 700_000, 2_500_000, MB + 1), 5):
        block = hashlib.sha256(bytes([number])).digest()
        (folder / f"exhibits/AB{number}.mp4").write_bytes((block * (size // 32 + 1))[:size])
    (folder / "contents.csv").unlink()
    (folder / "hashes.txt").unlink()
    write_hashes(folder, {})
    assert check_bundle(folder) == ()
    return folder


def unpacked(out: Path, to: Path) -> Path:
    """Unpack every volume into one folder, and join what was cut as how-to-join.txt says."""
    for volume in sorted(out.glob("*.zip")):
        with zipfile.ZipFile(volume) as opened:
            assert opened.testzip() is None
            assert not {n for n in opened.namelist() if (to / n).exists()}
            opened.extractall(to)
    said = (out / "how-to-join.txt").read_text(encoding="utf-8")
    for line in re.findall(r"Mac, Linux \(terminal\) +(.*)", said):
        subprocess.run(["/bin/sh", "-c", line], cwd=to, check=True)
    for cut in to.rglob("*.part*"):
        cut.unlink()
    return to


def table(out: Path) -> list[dict[str, str]]:
    with (out / "volumes.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("limit", [MB, MB + 7, 2 * MB, 25 * MB])
def test_all_volumes_together_are_the_bundle(
    limit: int, large: Path, tmp_path: Path, tree_of: Any
) -> None:
    out = split(large, limit, tmp_path / "out")
    sizes = {p.name: p.stat().st_size for p in out.glob("*.zip")}
    assert {n: s for n, s in sizes.items() if s > limit} == {}
    again = unpacked(out, tmp_path / "again")
    assert tree_of(again) == tree_of(large)
    assert check_bundle(again) == ()


def test_a_small_bundle_is_one_volume_that_begins_with_the_index(
    given: Path, tmp_path: Path
) -> None:
    out = split(given, 25 * MB, tmp_path / "out")
    assert sorted(p.name for p in out.iterdir()) == ["how-to-join.txt", "volume-1.zip",
                                                     "volumes.csv"]
    names = zipfile.ZipFile(out / "volume-1.zip").namelist()
    assert names[:3] == ["index.pdf", "read-me.txt", "hashes.txt"]
    said = (out / "how-to-join.txt").read_text(encoding="utf-8")
    assert "There is 1 volume." in " ".join(said.split())
    assert "copy /b" not in said


def test_what_is_cut_and_where_everything_is(large: Path, tmp_path: Path) -> None:
    out = split(large, MB, tmp_path / "out")
    rows = table(out)
    held = {}
    for row in rows:
        with zipfile.ZipFile(out / row["volume"]) as opened:
            held[row["file"]] = opened.read(row["file"])
        assert (len(held[row["file"]]), hashlib.sha256(held[row["file"]]).hexdigest()) == (
            int(row["bytes"]), row["sha256"])
    cut = [(r["file"], r["piece_of"], r["piece"], r["whole_bytes"]) for r in rows if r["piece_of"]]
    # 2,500,000 bytes are 2.38 times a MB; a MB and one byte is one byte too much
    assert cut == [
        ("exhibits/AB7.mp4.part001", "exhibits/AB7.mp4", "1", "2500000"),
        ("exhibits/AB7.mp4.part002", "exhibits/AB7.mp4", "2", "2500000"),
        ("exhibits/AB7.mp4.part003", "exhibits/AB7.mp4", "3", "2500000"),
        ("exhibits/AB8.mp4.part001", "exhibits/AB8.mp4", "1", str(MB + 1)),
        ("exhibits/AB8.mp4.part002", "exhibits/AB8.mp4", "2", str(MB + 1)),
    ]
    whole_hash = {r["piece_of"]: r["whole_sha256"] for r in rows if r["piece_of"]}
    for name, digest in whole_hash.items():
        assert hashlib.sha256((large / name).read_bytes()).hexdigest() == digest
    names = [r["file"] for r in rows]
    assert len(names) == len(set(names))
    # each volume opens by itself in a program that is not ours
    if shutil.which("unzip"):
        for volume in out.glob("*.zip"):
            subprocess.run(["unzip", "-tqq", str(volume)], check=True)


def test_the_join_is_said_for_windows_too(large: Path, tmp_path: Path) -> None:
    said = (split(large, MB, tmp_path / "out") / "how-to-join.txt").read_bytes().decode()
    assert said.count("\r\n") == said.count("\n")
    assert (
        '  Windows (command window)   copy /b "exhibits\\AB8.mp4.part001"+'
        '"exhibits\\AB8.mp4.part002" "exhibits\\AB8.mp4"\r\n'
    ) in said
    assert (
        '  Mac, Linux (terminal)      cat "exhibits/AB8.mp4.part001" '
        '"exhibits/AB8.mp4.part002" > "exhibits/AB8.mp4"\r\n'
    ) in said


def test_a_long_join_is_said_in_commands_a_window_takes(tmp_path: Path) -> None:
    part = interface.Part("exhibits/AB1.mp4", tmp_path / "x", "0" * 64, 90)
    pieces = [Piece(f"{part.name}.part{n:03d}", part, n - 1, n, n) for n in range(1, 91)]
    said = how([[p] for p in pieces]).splitlines()
    joins = [line for line in said if "copy /b" in line]
    assert max(map(len, joins)) < 8191
    assert len(joins) == 3  # 40 + 40 + 10
    assert 'copy /b "exhibits\\AB1.mp4"+"exhibits\\AB1.mp4.part041"+' in joins[1]
    cats = [shlex.split(line.split(")", 1)[1]) for line in said if "Linux (terminal) " in line]
    assert [c[-2] for c in cats] == [">", ">>", ">>"]
    assert [n for c in cats for n in c[1:-2]] == [p.name for p in pieces]


def test_two_runs_give_the_same_bytes(large: Path, tmp_path: Path, tree_of: Any) -> None:
    one, two = (split(large, MB, tmp_path / name) for name in ("one", "two"))
    assert tree_of(one) == tree_of(two)


@pytest.mark.parametrize("limit", [0, -1, MB - 1])
def test_a_limit_that_is_too_small_is_refused(limit: int, given: Path, tmp_path: Path) -> None:
    with pytest.raises(LimitTooSmall, match="too small"):
        split(given, limit, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("sizes", "limit", "volumes"), [
    # (name, bytes) of each file → what each volume holds
    ([("b", 10), ("index.pdf", 10), ("a", 10)], MB, [["index.pdf", "a", "b"]]),
    ([("a", 700_000), ("b", 700_000), ("c", 200_000), ("index.pdf", 10)], MB,
     [["index.pdf", "a", "c"], ["b"]]),
    ([("a", 5 << 30)], 4 << 30, [["a.part001"], ["a.part002"]]),
    ([("a", 5 << 30)], 6 << 30, [["a"]]),
])
def test_where_files_go(
    sizes: list[tuple[str, int]], limit: int, volumes: list[list[str]], tmp_path: Path
) -> None:
    parts = [interface.Part(name, tmp_path / name, "0" * 64, size) for name, size in sizes]
    planned_names = [[piece.name for piece in one] for one in planned(parts, limit)]
    assert planned_names == volumes


def test_a_file_over_4_gb_is_written_in_the_form_for_large_files(
    large: Path, tmp_path: Path, tree_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the limit of the old form moved down to 100 kB instead of writing 4 GB."""
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 100_000)
    out = split(large, MB, tmp_path / "out")
    assert {p.name for p in out.glob("*.zip") if p.stat().st_size > MB} == set()
    monkeypatch.undo()
    forms = set()
    for volume in out.glob("*.zip"):
        with zipfile.ZipFile(volume) as opened:
            forms |= {(i.file_size > 100_000, i.extract_version >= 45) for i in opened.infolist()}
        if shutil.which("unzip"):
            subprocess.run(["unzip", "-tqq", str(volume)], check=True)
    assert {(True, True)} <= forms <= {(True, True), (False, False), (False, True)}
    assert tree_of(unpacked(out, tmp_path / "again")) == tree_of(large)
