"""A bundle somebody else may have written: what does not fit is refused, and nothing is taken in.

The one thing a reader would get wrong: the lists of hashes are written anew after each change here,
as a forger would; that alone must not be enough.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import Book
from rainbook.case.bundle_read import RecordNotUsable
from rainbook.case.taking_in import BundleNotWhole
from rainbook.custody import DiskFull
from rainbook.record import RainbookError, UnknownDecision
from tests.case.taken_bundles import bundle_of, empty_book, rehashed, rewritten, small_book


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of the small book, which nobody changes."""
    folder = tmp_path_factory.mktemp("given")
    with small_book(folder / "first") as book:
        return bundle_of(book, folder / "bundle")


@pytest.fixture
def copied(given: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "bundle"
    shutil.copytree(given, folder)
    return folder


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Book]:
    with empty_book(tmp_path / "fresh") as book:
        yield book


def untouched(book: Book) -> bool:
    return (book.originals(), book.decisions(), len(book.vault().log())) == ((), (), 1)


def test_a_changed_bundle_is_refused_with_the_faults_named(copied: Path, fresh: Book) -> None:
    (copied / "exhibits" / "SO2-extract.txt").write_bytes(b"something else")
    with pytest.raises(BundleNotWhole, match=r"SO2-extract\.txt has changed"):
        fresh.take_in(copied)
    assert untouched(fresh)


def test_a_bundle_without_its_record_is_refused(copied: Path, fresh: Book) -> None:
    (copied / "record" / "record.json").unlink()
    rehashed(copied)
    with pytest.raises(RecordNotUsable, match=r"holds no record/record\.json"):
        fresh.take_in(copied)
    assert untouched(fresh)


def decision(said: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(d for d in said["decisions"] if d["what"]["kind_of_decision"] == kind)


def exhibit(said: dict[str, Any], at: int = 0) -> dict[str, Any]:
    return said["originals"][at]["exhibits"][0]  # type: ignore[no-any-return]


Change = Callable[[dict[str, Any]], object]
HOSTILE: dict[str, tuple[Change, type[RainbookError], str]] = {
    "another format": (
        lambda s: s.update(format="rainbook record 99"),
        RecordNotUsable,
        "does not know",
    ),
    "no originals": (lambda s: s.pop("originals"), RecordNotUsable, "originals is missing"),
    "a list where a text belongs": (
        lambda s: s["originals"][0].update(name=["x"]),
        RecordNotUsable,
        "name is not a text",
    ),
    "nothing given": (lambda s: s.update(originals=[]), RecordNotUsable, "gives no exhibits"),
    "about nobody": (lambda s: s.update(persons=[]), RecordNotUsable, "name the persons"),
    "about somebody nobody named": (
        lambda s: s.update(persons=["mum"]),
        RecordNotUsable,
        "name the persons",
    ),
    "an original by no hash": (
        lambda s: s["originals"][0].update(sha256="../../x"),
        RecordNotUsable,
        "no SHA-256",
    ),
    "a file outside the bundle": (
        lambda s: exhibit(s).update(file="../../secret.txt"),
        RecordNotUsable,
        "no exhibit of this bundle",
    ),
    "a file inside a folder of ours": (
        lambda s: exhibit(s).update(file="exhibits/../hashes.txt"),
        RecordNotUsable,
        "no exhibit of this bundle",
    ),
    "a file that is not there": (
        lambda s: exhibit(s).update(file="exhibits/SO9.txt"),
        RecordNotUsable,
        "does not hold exhibits/SO9.txt",
    ),
    "a reader there is not": (
        lambda s: exhibit(s)["readings"][exhibit(s)["inside"]].update(source="os.system"),
        RecordNotUsable,
        "read by 'os.system'",
    ),
    "an encoding that is code": (
        lambda s: exhibit(s)["readings"][exhibit(s)["inside"]].update(encoding="unicode_escape"),
        RecordNotUsable,
        "encoding",
    ),
    "one exhibit twice": (
        lambda s: s["originals"].append(s["originals"][0]),
        RecordNotUsable,
        "one exhibit twice",
    ),
    "too many decisions": (
        lambda s: s.update(decisions=[{}] * 100_001),
        RecordNotUsable,
        "more decisions than",
    ),
    "a decision of no known kind": (
        lambda s: decision(s, "asks")["what"].update(kind_of_decision="run"),
        UnknownDecision,
        "does not know",
    ),
    "a decision with a field too many": (
        lambda s: decision(s, "asks")["what"].update(shell="x"),
        UnknownDecision,
        "more than this version knows",
    ),
    "a record by no place": (
        lambda s: decision(s, "told-to-stop")["what"].update(event="0123456789abcdef"),
        RecordNotUsable,
        "by no place",
    ),
    "a record in no exhibit": (
        lambda s: decision(s, "told-to-stop")["what"].update(event=["0" * 64, "", 0, 5]),
        RecordNotUsable,
        "not in the bundle",
    ),
    "a record no span names": (
        lambda s: decision(s, "by-person")["what"]["event"].__setitem__(2, 3),
        RecordNotUsable,
        "not in the bundle",
    ),
    "a person nobody named": (
        lambda s: decision(s, "asks")["what"].update(person="somebody"),
        RainbookError,
        "knows no person 'somebody'",
    ),
    "a setting that is none": (
        lambda s: s["settings"].update(zone="Mars/Olympus"),
        RainbookError,
        "not a time zone name",
    ),
    "a taking back": (
        lambda s: decision(s, "asks").update(what={"kind_of_decision": "withdrawn", "number": 1}),
        RecordNotUsable,
        "takes nothing back",
    ),
    "something to keep back": (
        lambda s: decision(s, "asks").update(
            what={"kind_of_decision": "keep-back", "kind": "address", "words": "x"}
        ),
        RecordNotUsable,
        "keeps nothing back",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_record_is_refused_and_nothing_is_taken_in(
    case: str, copied: Path, fresh: Book
) -> None:
    change, error, said = HOSTILE[case]
    rewritten(copied, change)
    with pytest.raises(error, match=said):
        fresh.take_in(copied)
    assert untouched(fresh)


RAW = {
    "not JSON": b"\x00\x01",
    "a number": b"7",
    "deep": b"[" * 100_000,
    "a huge number": b'{"format": ' + b"9" * 10_000 + b"}",
}


@pytest.mark.parametrize("case", RAW)
def test_what_is_no_record_is_refused(case: str, copied: Path, fresh: Book) -> None:
    (copied / "record" / "record.json").write_bytes(RAW[case])
    rehashed(copied)
    with pytest.raises(RecordNotUsable):
        fresh.take_in(copied)
    assert untouched(fresh)


SPANS = {
    "behind the end": ("0,50,0,99999999", "behind the end"),
    "over each other": ("0,50,0,50,\r\n10,60,51,101", "over each other"),
    "backwards": ("50,10,0,40", "four numbers"),
    "no numbers": ("a,b,c,d", "not a table of places"),
    "negative": ("-5,10,0,15", "over each other"),
    "empty": ("5,5,0,0", "four numbers"),
}


@pytest.mark.parametrize("case", SPANS)
def test_hostile_places_are_refused(case: str, copied: Path, fresh: Book) -> None:
    rows, said = SPANS[case]
    head = "original_start,original_end,extract_start,extract_end\r\n"
    (copied / "exhibits" / "SO2-spans.csv").write_text(head + rows + "\r\n", "utf-8")
    rehashed(copied)
    with pytest.raises(RecordNotUsable, match=said):
        fresh.take_in(copied)
    assert untouched(fresh)


def test_lines_with_wild_numbers_are_not_compared(copied: Path, fresh: Book) -> None:
    path = copied / "messages" / "chronology.csv"
    text = path.read_text("utf-8-sig").replace("\n2,", "\n9999999999999,")
    path.write_text(text, "utf-8-sig", newline="")
    rehashed(copied)
    found = fresh.take_in(copied).compared
    assert found.tables == ()
    assert "not numbered from 1" in found.not_compared[0]


def test_a_forged_line_and_finding_are_named_as_different(copied: Path, fresh: Book) -> None:
    for name, old, new in (
        ("messages/chronology.csv", "You do not mean that.", "I will come round."),
        ("analysis/findings.csv", ",unwanted,shown,", ",unwanted,not shown,"),
    ):
        path = copied / name
        text = path.read_text("utf-8-sig").replace(old, new)
        path.write_text(text, "utf-8-sig", newline="")
    rehashed(copied)
    found = fresh.take_in(copied).compared
    assert not found.same
    # her message is line 1, his answer line 2
    assert found.tables[0].differs == ("Line 2 differs in: words.",)
    differs = found.tables[1].differs
    assert any(d.startswith("Only in the bundle: unwanted, not shown") for d in differs)
    assert any(d.startswith("Only here: unwanted, shown") for d in differs)


def test_a_stop_in_the_middle_goes_on_when_asked_again(
    copied: Path, fresh: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[int] = []
    decide = fresh.vault().decide

    def full(*given: Any) -> int:
        if len(done) == 5:
            raise DiskFull("The disk is full.")
        done.append(1)
        return decide(*given)

    with monkeypatch.context() as stopped, pytest.raises(DiskFull):
        stopped.setattr(fresh.vault(), "decide", full)
        fresh.take_in(copied)
    assert len(fresh.decisions()) == 5
    taken = fresh.take_in(copied)
    assert taken.compared.same
    assert len(fresh.originals()) == 3
    # none twice: what was logged before the stop is known again
    assert len(fresh.decisions()) == 14
    kinds = [r.kind for r in fresh.vault().log() if r.kind.startswith("tak")]
    assert kinds == ["taking in", "taking in", "taken in"]
