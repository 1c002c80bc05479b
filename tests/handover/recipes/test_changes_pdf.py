"""What changed since last time, for reading: what presses first, and tagged like every PDF here."""

from __future__ import annotations

import pikepdf

from rainbook.handover.said.changes import NO_EARLIER

PDF, CSV = "record/changes.pdf", "record/changes.csv"


def test_nothing_changed(kit, give, text) -> None:
    made = kit.build(kit.files(), kit.decisions())
    folder = give(made, PDF, before=made.case, since=7)
    assert text(folder / PDF).count("Nothing.") == 10  # each part of the page


def test_nothing_to_compare_with_is_another_answer(kit, give, text) -> None:
    said = text(give(kit.build(kit.files(), kit.decisions()), PDF) / PDF)
    assert NO_EARLIER in said
    assert "Nothing." not in said


def test_for_reading_what_presses_comes_first(then_and_now, give, text) -> None:
    said = text(give(then_and_now.now, PDF, before=then_and_now.then, since=19) / PDF)
    heads = [
        "Contact after an order, since then", "Promises whose day has passed",
        "New refusals, warnings and orders", "New lines", "New originals",
        "Findings that changed", "Gaps closed, and gaps that opened", "Taken back",
    ]
    places = [said.index(h) for h in heads]
    assert places == sorted(places)
    assert "when its records stood at Wed 1 May 2024, 10:00 +01:00." in said
    assert "2 figures of the findings: see changes.csv." in said


def test_the_pdf_is_tagged_and_declared(then_and_now, give) -> None:
    folder = give(then_and_now.now, PDF, before=then_and_now.then, since=19)
    with pikepdf.open(folder / PDF) as pdf:
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("en-GB", True)
        meta = bytes(pdf.Root.Metadata.read_bytes())
    assert b"<pdfaid:part>3</pdfaid:part>" in meta
    assert b"<pdfuaid:part>1</pdfuaid:part>" in meta


def test_two_runs_give_the_same_bytes(then_and_now, give) -> None:
    a, b = (
        give(then_and_now.now, PDF, CSV, to=to, before=then_and_now.then, since=19)
        for to in ("one", "two")
    )
    for name in (PDF, CSV):
        assert (a / name).read_bytes() == (b / name).read_bytes()
