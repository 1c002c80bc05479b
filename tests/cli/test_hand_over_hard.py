"""Hard input through `hand-over` and `verify`, as somebody types them.

The one thing a reader would get wrong: whatever is refused is one sentence on the error stream, the
code is 2, and nothing new stands in the folder.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rainbook.case.recipes import recipes_shown

Run = Callable[..., Any]
SAY_ALL = ("--yes", "--looked", "no")
LEFT = "given.part-a1b2c3d4"


def plain(text: str) -> str:
    return " ".join(text.split())


def names(here: Path) -> list[str]:
    return sorted(p.name for p in here.iterdir())


def test_somebody_named_of_whom_no_account_is_known(opened: Run, empty: Path, here: Path) -> None:
    opened("people", "name", "alex", "Alex Reed", "them")
    opened("keep-back", "--none")
    ran = opened("hand-over", "given", *SAY_ALL, "--initials", "AB")
    assert (ran.code, "rainbook add FILE" in ran.err, "Traceback" in ran.err) == (2, True, False)
    (here / "chat.txt").write_text("24/03/2024, 18:40 - Alex Reed: You will see.\n", "utf-8")
    assert opened("add", "chat.txt", "--own", "yes").code == 0
    for chosen in ((), *(("--recipe", r.name) for r in recipes_shown())):
        ran = opened("hand-over", "given", *SAY_ALL, "--initials", "AB", *chosen)
        assert (ran.code, "rainbook people ask" in plain(ran.err)) == (2, True)
    assert names(here) == ["book", "chat.txt", "pass"]


@pytest.mark.parametrize(("more", "says"), [
    (("--initials", ""), ""),
    (("--initials", "\U0001f52a"), "one to five letters from A to Z"),
    (("--initials", "../x"), "one to five letters from A to Z"),
    (("--person", "\u202e" * 20), "knows no person"),
    (("--recipe", "../x"), "recipe"),
    (("--since", "99999"), "no entry 99999"),
])
def test_hostile_words(
    more: tuple[str, str], says: str, opened: Run, book: Path, here: Path
) -> None:
    ran = opened("hand-over", "given", *SAY_ALL, *more)
    assert "\u202e" not in ran.err + ran.out
    assert "fault in the program" not in plain(ran.err)
    if says:
        assert (ran.code, says in plain(ran.err)) == (2, True)
        assert names(here) == ["book", "pass"]
    else:
        assert (ran.code, names(here)) == (0, ["book", "given", "pass"])


def test_a_purpose_of_any_kind(opened: Run, rainbook: Run, book: Path) -> None:
    purpose = "\u202e\u0645\u062d\u0645\u062f\x1b[31m" * 1_000
    ran = opened("hand-over", "given", *SAY_ALL, "--purpose", purpose)
    assert (ran.code, ran.err) == (0, "")
    assert "\x1b" not in ran.out
    assert rainbook("verify", "given").code == 0


@pytest.mark.parametrize("target", ["pass", "pass/inside", "b" * 250, "x.part-a1b2c3d4"])
def test_places_that_cannot_be_written_to(
    target: str, opened: Run, book: Path, here: Path
) -> None:
    before = (here / "pass").read_bytes()
    ran = opened("hand-over", target, *SAY_ALL)
    assert (ran.code, "Choose another" in plain(ran.err)) == (2, True)
    assert (names(here), (here / "pass").read_bytes()) == (["book", "pass"], before)


def test_what_a_stopped_hand_over_left_is_named(
    opened: Run, rainbook: Run, book: Path, here: Path
) -> None:
    """A whole bundle under the name of one that was never finished does not pass either."""
    assert opened("hand-over", "whole", *SAY_ALL).code == 0
    assert rainbook("verify", "whole").code == 0
    shutil.copytree(here / "whole", here / LEFT)
    ran = rainbook("verify", LEFT)
    assert (ran.code, "Give it to nobody" in plain(ran.out)) == (1, True)
    (said,) = rainbook("verify", LEFT, "--json").lines()
    assert [(f["kind"], f["place"]) for f in said["faults"]] == [("unfinished", LEFT)]
    assert said["said"] == []
    for name in ("hashes.txt", "index.pdf"):
        (here / LEFT / name).unlink()
    assert rainbook("verify", LEFT).code == 1
    ran = opened("hand-over", "next", *SAY_ALL)
    assert ran.code == 0
    assert plain(ran.out).startswith(f"An earlier hand-over was stopped before it was done, and "
                                     f"this is left of it: {LEFT}.")
    first, _ = opened("hand-over", "last", *SAY_ALL, "--json").lines()
    assert first == {"left_over": [LEFT]}
    assert (here / LEFT).is_dir(), "only the person deletes it"
    shutil.rmtree(here / LEFT)
    assert "stopped before it was done" not in plain(opened("hand-over", "end", *SAY_ALL).out)


def test_a_stored_copy_was_damaged(opened: Run, book: Path, here: Path) -> None:
    sealed = max((p for p in (book / "originals").rglob("*") if p.is_file()),
                 key=lambda p: p.stat().st_size)
    content = bytearray(sealed.read_bytes())
    content[len(content) // 2] ^= 1
    sealed.write_bytes(content)
    ran = opened("hand-over", "given", *SAY_ALL)
    assert (ran.code, ran.out) == (2, "")
    assert "is damaged" in plain(ran.err)
    assert "put the folder back from a copy" in plain(ran.err)
    assert names(here) == ["book", "pass"]
