"""What every extra promises: only of a whole bundle, never into it, in one step or not at all."""

from __future__ import annotations

import hashlib
import importlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import extras as door
from rainbook.handover.extras import interface
from rainbook.handover.extras.bagit import bag
from rainbook.handover.extras.case_uco import case_uco
from rainbook.handover.extras.split import split
from rainbook.handover.extras.stamp import ask_folder
from rainbook.handover.stamps import reading as stamps
from rainbook.record import RainbookError

MAKERS: dict[str, Callable[[Path, Path], Path]] = {
    "bag": bag,
    "case": case_uco,
    "volumes": lambda folder, out: split(folder, 1 << 20, out),
    "stamp": ask_folder,
}


def test_every_file_of_the_folder_is_an_extra_and_every_extra_is_listed(root: Path) -> None:
    files = {p.stem for p in (root / "rainbook/handover/extras").glob("*.py")}
    assert files - {"__init__", "interface"} == {
        "age", "bagit", "case_uco", "pades", "split", "stamp",
    }
    assert [e.name for e in door.extras()] == ["age", "bag", "case", "sign", "stamp", "volumes"]
    assert {e.name: e.needs for e in door.extras() if e.needs} == {
        "age": ("pyrage",), "sign": ("pyhanko",),
    }


def change(folder: Path) -> None:
    (folder / "record/facts.csv").write_bytes(b"another")


def add(folder: Path) -> None:
    (folder / "more.txt").write_bytes(b"")


def lose(folder: Path) -> None:
    (folder / "index.pdf").unlink()


def lose_list(folder: Path) -> None:
    (folder / "hashes.txt").unlink()


def link(folder: Path) -> None:
    (folder / "signed.json").unlink()
    os.symlink(folder / "index.pdf", folder / "signed.json")


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize(("harm", "says"), [
    (change, "record/facts.csv has changed"),
    (add, "more.txt was added"),
    (lose, "index.pdf is missing"),
    (lose_list, "hashes.txt is missing"),
    (link, "signed.json is a link"),
])
def test_nothing_is_made_of_a_bundle_that_is_not_whole(
    make: str, harm: Callable[[Path], None], says: str, own: Path, tmp_path: Path
) -> None:
    harm(own)
    with pytest.raises(interface.NotWhole, match=says):
        MAKERS[make](own, tmp_path / "out")
    assert [p.name for p in tmp_path.iterdir()] == ["bundle"]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize(("out", "says"), [
    ("taken", "is there already"),
    ("bundle", "is there already"),
    ("bundle/extras", "would stand inside bundle"),
    ("bundle/exhibits/deep/out", "would stand inside bundle"),
    ("aside/../bundle/out", "would stand inside bundle"),
])
def test_nothing_is_overwritten_and_nothing_goes_into_the_bundle(
    make: str, out: str, says: str, own: Path, tmp_path: Path, tree_of: Any
) -> None:
    (tmp_path / "taken").write_bytes(b"mine")
    before = tree_of(tmp_path)
    with pytest.raises(interface.NameTaken, match=says):
        MAKERS[make](own, tmp_path / out)
    assert tree_of(tmp_path) == before


@pytest.mark.parametrize("make", ["bag", "volumes"])
def test_a_file_that_changes_while_it_is_copied_is_noticed(
    make: str, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = importlib.import_module(MAKERS[make].__module__ if make == "bag" else split.__module__)
    checked = interface.whole

    def then_changed(folder: Path) -> Any:
        parts = checked(folder)
        (folder / "read-me.txt").write_bytes(b"changed after it was checked")
        return parts

    monkeypatch.setattr(module, "whole", then_changed)
    with pytest.raises(interface.ChangedMeanwhile, match=r"read-me\.txt was changed while"):
        MAKERS[make](own, tmp_path / "out")
    assert [p.name for p in tmp_path.iterdir()] == ["bundle"]


@pytest.mark.parametrize("make", MAKERS)
def test_a_disk_that_refuses_leaves_nothing(
    make: str, own: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(interface.ExtraNotWritten, match="Nothing was left behind"):
        MAKERS[make](own, tmp_path / "file" / "out")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bundle", "file"]


QUIET = """
import sys
from pathlib import Path
from rainbook.handover.extras.age import pack_for
from rainbook.handover.extras.bagit import bag
from rainbook.handover.extras.case_uco import case_uco
from rainbook.handover.extras.split import split
from rainbook.handover.extras.stamp import ask_folder, keep_folder
folder, reply = Path(sys.argv[1]), Path(sys.argv[2])
bag(folder, Path("bag"))
case_uco(folder, Path("case"))
split(folder, 1 << 20, Path("volumes"))
pack_for(folder, ["age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"], Path("age"))
ask_folder(folder, Path("asked"))
keep_folder(folder, reply)
"""


def test_no_extra_but_signing_opens_a_socket(
    own: Path, tsa: Any, no_sockets: Any, tmp_path: Path
) -> None:
    digest = hashlib.sha256((own / "signed.json").read_bytes()).digest()
    reply = tmp_path / "reply.tsr"
    reply.write_bytes(tsa.answer(stamps.request(digest)))
    pytest.importorskip("pyrage", reason="pyrage is not installed")
    place = tmp_path / "made"
    place.mkdir()
    ran = no_sockets(QUIET, str(own), str(reply), cwd=place)
    assert ran.returncode == 0, ran.stderr
    assert len(list(place.iterdir())) == 5


def test_a_package_that_is_not_there_is_named(own: Path) -> None:
    with pytest.raises(interface.ExtraNotInstalled, match=r"needs the package pyhanko.*\[extras\]"):
        interface.optional("no_such_package_at_all", "pyhanko")
    assert issubclass(interface.ExtraNotInstalled, RainbookError)


SLOW = """
import sys, time
from pathlib import Path
from rainbook.handover.extras import interface
with getattr(interface, sys.argv[1])(Path(sys.argv[2]), Path(sys.argv[3])) as place:
    if sys.argv[1] == "new_file":
        place.write(b"half")
        place.flush()
    else:
        (place / "half").write_bytes(b"half")
    print("writing", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("way", ["new_file", "new_folder"])
def test_a_killed_write_leaves_nothing_under_the_final_name(
    way: str, own: Path, tmp_path: Path, root: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW, way, str(tmp_path / "out"), str(own)],
        stdout=subprocess.PIPE, cwd=root,
    ) as running:
        assert running.stdout and running.stdout.readline().strip() == b"writing"
        time.sleep(0.1)
        running.kill()
    assert not (tmp_path / "out").exists()
    assert any(p.name.startswith("out.part-") for p in tmp_path.iterdir())


def test_a_stamp_and_a_signature_may_stand_in_a_bundle(own: Path) -> None:
    (own / "signed.tsr").write_bytes(b"a stamp")
    assert {"signed.json", "signed.tsr"} <= {p.name for p in interface.whole(own)}
