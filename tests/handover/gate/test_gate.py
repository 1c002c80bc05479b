"""The gate in a hand-over: what must not go is in no file, and what was done is said.

The one thing a reader would get wrong: every planted word here stands in an original that goes;
nothing was taken out by leaving its record out.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from rainbook import record
from rainbook.handover import bundle
from rainbook.handover.bundle import hand_over
from rainbook.handover.gate.finder import Finder
from rainbook.handover.gate.interface import (
    Agreed,
    GateStopped,
    KeepBackNotAsked,
    NotAgreed,
    Report,
)
from rainbook.handover.gate.last_look import last_look
from rainbook.handover.gate.possible import Gathered
from rainbook.handover.gate.sought import sought_for
from rainbook.handover.interface import Format
from tests.handover.agreeing import agree

AT = "2024-06-01T10:00:00Z"
ADDRESS = record.KeepBack("address", "12 Mill Lane, Otley LS21 4AB")
NUMBER = record.KeepBack("number", "07700 900221")
WIDE = "Mill Lane".encode("utf-16-le")
SECRETS = (b"Mill Lane", b"mill ln", b"LS21", b"900221", b"900 221", WIDE)


def decided(*whats: record.Decision) -> list[record.Decided]:
    return [record.Decided(50 + n, "Asha Khan", AT, "", what) for n, what in enumerate(whats)]


def picture(says: str = "") -> bytes:
    out, beside = io.BytesIO(), Image.Exif()
    if says:
        beside[0x010E] = says
    Image.new("RGB", (8, 8), "red").save(out, "JPEG", exif=beside)
    return out.getvalue()


def packed(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(zipfile.ZipInfo(name), b"07700900221")
    return out.getvalue()


def everything(folder: Path) -> dict[str, bytes]:
    """Return every file, and the members of those that hold others, by name."""
    found = {p.relative_to(folder).as_posix(): p.read_bytes()
             for p in folder.rglob("*") if p.is_file()}
    for name, data in list(found.items()):
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as inside:
                found |= {f"{name}/{m}": inside.read(m) for m in inside.namelist()}
    return found


def files_of(kit) -> list:
    chat = [
        kit.Rec("2024-03-03T14:05:00+00:00", "I know you live at 12 Mill Lane"),
        kit.Rec("2024-03-03T15:05:00+00:00", "ok"),
        kit.Rec(
            "2024-03-03T17:05:00+00:00", "+44 (0)7700-900221 or LS21 4AB", "asha", record.Way.SENT
        ),
    ]
    mum = kit.Rec("2024-03-04T14:05:00+00:00", "it is mum", "mum", thread="+44 7700 900777")
    sent = kit.Rec(
        "2024-03-08T08:00:00+00:00",
        "look",
        attachments=(
            record.Attachment("IMG 12 Mill Lane.jpg", "IMG.jpg"),
            record.Attachment("b.jpg", "b.jpg"),
            record.Attachment("n.txt", "n.txt"),
            record.Attachment("p.pdf", "p.pdf"),
            record.Attachment("12 Mill Lane/q.zip", "12 Mill Lane/q.zip"),
        ),
    )
    media = {"IMG.jpg": picture("at 12 mill ln"), "b.jpg": picture(), "n.txt": b"12 Mill Lane",
             "p.pdf": b"%PDF-1.7 broken", "12 Mill Lane/q.zip": packed("at 12 Mill Lane.txt")}
    return [
        kit.File("Chat at 12 Mill Lane.txt", chat),
        kit.File("sms.xml", [chat[0], mum], "sms_backup"),
        kit.File("c.zip", [sent], zipped=True, media=media),
    ]


@pytest.fixture(scope="module")
def told(kit, tmp_path_factory) -> tuple[Path, record.Bundle, Report]:
    """A hand-over of three files in which the address and the number stand in eleven places."""
    asks = record.Asks("sam", "Stay away from 12 Mill Lane, and do not ring 07700900221")
    made = kit.build(files_of(kit), decided(ADDRESS, NUMBER, asks))
    folder, reports = tmp_path_factory.mktemp("gate") / "b", []

    def look(report: Report) -> Agreed:
        reports.append(report)
        return agree(report)

    given = record.Disclosure(("sam",), "AB", purpose="She lives at 12 Mill Lane")
    bundle = hand_over(made.case, given, made.read, folder, look)
    return folder, bundle, reports[0]


def test_nothing_that_was_kept_back_is_in_any_file(told) -> None:
    for name, data in everything(told[0]).items():
        for secret in SECRETS:
            assert secret not in data, (name, secret)
            assert secret.decode("latin-1") not in name


def test_the_copies_say_where_and_the_register_that(told) -> None:
    folder, bundle, _ = told
    chat = (folder / "exhibits/AB1-redacted.txt").read_text()
    assert chat.splitlines() == [
        "0|I know you live at [kept back: address]",
        "1|ok",
        "2|[kept back: number] or [kept back: address]",
    ]
    rows = (folder / "exhibits/AB1-redactions.csv").read_text("utf-8-sig").splitlines()[1:]
    marks = [chat.encode()[int(a) : int(b)] for a, b, *_ in (r.split(",") for r in rows)]
    assert marks == [b"[kept back: address]", b"[kept back: number]", b"[kept back: address]"]
    first = bundle.exhibits[0]
    assert "redacted copy, 3 places kept back" in first.description
    assert first.sha256 == hashlib.sha256(chat.encode()).hexdigest() != first.original


def test_a_masked_piece_has_the_hash_of_what_is_given(told) -> None:
    folder = told[0]
    copy = (folder / "exhibits/AB2-extract-redacted.txt").read_bytes()
    assert copy == b"0|I know you live at [kept back: address]"
    spans = (folder / "exhibits/AB2-spans.csv").read_text("utf-8-sig").splitlines()[1].split(",")
    assert spans[:6] == ["0", "33", hashlib.sha256(copy).hexdigest(), "0", str(len(copy)), "yes"]
    whole = hashlib.sha256(b"0|I know you live at 12 Mill Lane").hexdigest()
    assert all(whole.encode() not in data for data in everything(folder).values())


def test_what_came_of_each_file(told) -> None:
    _, bundle, report = told
    assert sorted(e.file for e in bundle.exhibits) == [
        "exhibits/AB1-redacted.txt",
        "exhibits/AB2-extract-redacted.txt",
        "exhibits/AB3-extract.txt",
        "exhibits/AB3-file1-redacted.bin",
        "exhibits/AB3-photo1.jpg",
        "exhibits/AB3-photo2.jpg",
    ]
    assert [(k.file, k.done) for k in report.kept_files] == [
        ("exhibits/AB3-document1.pdf", "file kept back"),
        ("exhibits/AB3-file2.bin", "file kept back"),
    ]
    assert report.could_not_look == ("exhibits/AB3-document1.pdf",)
    assert [u.ref for u in report.unseen] == ["AB/3/1", "AB/3/2"]
    assert report.sought == (("address", 1), ("number", 1))
    assert [k.where for k in report.masked if k.file.endswith("photo1.jpg")] == ["EXIF description"]


def test_withheld_csv_names_kinds_and_no_words(told) -> None:
    text = (told[0] / "record/withheld.csv").read_text("utf-8-sig")
    assert "number,exhibits/AB1-redacted.txt,text,masked,1," in text
    assert "exhibits/AB3-document1.pdf,the file,file kept back,1," in text
    assert "records of other people and threads,,,not handed over,1," in text


def test_two_runs_give_the_same_bytes(told, kit, tmp_path) -> None:
    asks = record.Asks("sam", "Stay away from 12 Mill Lane, and do not ring 07700900221")
    made = kit.build(files_of(kit), decided(ADDRESS, NUMBER, asks))
    given = record.Disclosure(("sam",), "AB", purpose="She lives at 12 Mill Lane")
    assert hand_over(made.case, given, made.read, tmp_path / "b", agree).files == told[1].files


def test_nobody_was_asked(kit, tmp_path) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec()])], decisions_asked=False)
    with pytest.raises(KeepBackNotAsked, match="rainbook keep-back"):
        hand_over(made.case, record.Disclosure(("sam",), "AB"), made.read, tmp_path / "b", agree)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("what", [
    record.Answered("keep-back", "do not know"),
    record.NotAsked("keep-back"),
    record.Answered("told", "no"),
])
def test_what_is_no_answer(what, kit, tmp_path) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec()])], decided(what), decisions_asked=False)
    with pytest.raises(KeepBackNotAsked):
        hand_over(made.case, record.Disclosure(("sam",), "AB"), made.read, tmp_path / "b", agree)


@pytest.mark.parametrize("answer", [
    Agreed(False),
    Agreed(False, "yes"),
    Agreed(True),
    Agreed(True, "perhaps"),
    Agreed("yes", "yes"),
])
def test_without_a_yes_nothing_is_left(answer: Agreed, kit, tmp_path) -> None:
    """There is a picture: a yes without saying whether it was looked at is none."""
    made = kit.build(files_of(kit), decided(ADDRESS, NUMBER))
    with pytest.raises(NotAgreed, match="Nothing was written"):
        hand_over(
            made.case, record.Disclosure(("sam",), "AB"), made.read, tmp_path / "b",
            lambda _: answer,
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["record/x.txt", "at 12 Mill Lane.txt"])
def test_the_last_look_stops_what_was_missed(
    name: str, kit, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A format that wrote it all the same: nobody is asked, and nothing is left behind."""
    def leak(given, folder: Path, progress) -> None:
        said = "nothing" if "Mill" in name else "She lives at 12 Mill Lane."
        (folder / name).write_text(said, encoding="utf-8")

    every = (*bundle.formats(), Format(name, "a format with a fault", leak))
    monkeypatch.setattr(bundle, "formats", lambda: every)
    made = kit.build([kit.File("a.txt", [kit.Rec()])], decided(ADDRESS))
    with pytest.raises(GateStopped, match="still stands in"):
        hand_over(
            made.case, record.Disclosure(("sam",), "AB"), made.read, tmp_path / "b",
            lambda _: pytest.fail("nobody is asked"),
        )
    assert list(tmp_path.iterdir()) == []


def test_what_may_be_telling_is_shown_and_goes(kit, tmp_path) -> None:
    recs = [kit.Rec(words="He waited in Mill Lane, opposite 9 Oak Road, LS21 4AD"),
            kit.Rec(words="AB12 CDE at 53.90512, -1.69321")]
    made = kit.build([kit.File("a.txt", recs)], decided(ADDRESS))
    reports: list[Report] = []
    hand_over(
        made.case, record.Disclosure(("sam",), "AB"), made.read, tmp_path / "b",
        lambda r: (reports.append(r), Agreed(True))[1],
    )
    assert sorted(p.kind for p in reports[0].possible) == [
        "number plate", "place", "postcode", "street address",
        "the street of an address that is kept back",
    ]
    assert b"9 Oak Road" in (tmp_path / "b/exhibits/AB1.txt").read_bytes()


@pytest.fixture(scope="module")
def bare_words(kit, tmp_path_factory) -> Path:
    """The same three files handed over by somebody who said that nothing must be kept back."""
    asks = record.Asks("sam", "Stay away from 12 Mill Lane, and do not ring 07700900221")
    made = kit.build(files_of(kit), decided(asks))
    folder = tmp_path_factory.mktemp("bare") / "b"
    hand_over(made.case, record.Disclosure(("sam",), "AB"), made.read, folder, agree)
    return folder


@pytest.mark.parametrize("name", [
    "index.pdf",
    "messages/chronology.pdf",
    "messages/chronology.csv",
    "messages/chronology.xlsx",
    "messages/thread-1.pdf",
    "record/facts.csv",
    "exhibits.csv",
    "exhibits/AB1.txt",
    "exhibits/AB2-extract.txt",
])
def test_the_last_look_sees_it_in_what_we_write(name: str, bare_words: Path, tmp_path) -> None:
    """In each of these the address stands when nobody asked for it to be kept back."""
    (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
    (tmp_path / name).write_bytes((bare_words / name).read_bytes())
    finder = Finder([sought_for(ADDRESS)])
    with pytest.raises(GateStopped, match=name.replace(".", r"\.")):
        last_look(tmp_path, (), finder, Gathered(finder, Finder(())))
