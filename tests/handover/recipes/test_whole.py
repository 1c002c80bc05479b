"""A recipe through the whole hand-over, gate and last look and all: what it names is there, and
what every hand-over holds, and nothing else.
"""

from __future__ import annotations

from rainbook import record
from rainbook.handover.bundle import EXHIBITS, formats, hand_over
from rainbook.handover.interface import PARTS_ALWAYS
from rainbook.handover.recipes import recipe
from tests.handover.agreeing import agree


def test_the_facts_alone_and_what_must_not_leave_is_kept_back(kit, tmp_path) -> None:
    keep = record.KeepBack("name", "Marsh")
    told = record.Decided(20, "Asha Khan", "2024-06-01T10:00:00Z", "", keep)
    made = kit.build(kit.files(), [*kit.decisions(), told])
    parts = recipe("facts-only").names(())
    wanted = record.Disclosure(("sam",), "AB", recipe="facts-only", parts=parts)
    bundle = hand_over(made.case, wanted, made.read, tmp_path / "b", agree)
    written = {f.name for f in formats()} & PARTS_ALWAYS
    by_itself = {"contents.csv", "hashes.txt"}
    extra = {n for n in bundle.files if n.startswith("signed.")}
    assert set(bundle.files) - extra == {"record/facts-only.pdf"} | written | by_itself
    assert bundle.exhibits == ()


def test_the_words_of_before_go_through_the_gate_too(kit, tmp_path) -> None:
    """A finding of then may quote what must be kept back now."""
    keep = record.Decided(
        20, "Asha Khan", "2024-06-01T10:00:00Z", "", record.KeepBack("address", "14 Canal Street")
    )
    then = kit.build(
        kit.files(), [], [record.Finding("repeated", "sam", "shown", "Seen at 14 Canal Street.")]
    )
    now = kit.build(kit.files(), [keep], [record.Finding("repeated", "sam", "shown", "Now.")])
    parts = ("record/changes.csv",)
    wanted = record.Disclosure(("sam",), "AB", parts=parts, since=3)
    hand_over(now.case, wanted, now.read, tmp_path / "b", agree, before=then.case)
    said = (tmp_path / "b" / "record/changes.csv").read_text("utf-8-sig")
    assert "Repeated" in said
    assert "Canal" not in said


def test_everything_names_every_part_there_is() -> None:
    every = (EXHIBITS, *(f.name for f in formats()))
    assert set(recipe("everything").names(every)) == set(every)
