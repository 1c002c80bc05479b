"""The story the hand-over tests tell: one chat, one mixed file, one chat with a photo, an address
book.

The one thing a reader would get wrong: the counts in the tests were made by hand from
`story_files`, not from what the program wrote.
"""

from __future__ import annotations

import csv
import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from rainbook import record
from rainbook.handover.bundle import hand_over
from tests.handover.agreeing import agree


def _beside(name: str) -> SimpleNamespace:
    """Load a file of this folder: with pytest's importlib mode the folder is not on the path."""
    spec = importlib.util.spec_from_file_location(
        f"handover_{name}", Path(__file__).with_name(f"{name}.py")
    )
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


small = _beside("small_case")
law = _beside("law_case")


@dataclass
class Handed:
    """A written bundle: `table(name)` reads one of its CSV files as rows."""

    folder: Path
    bundle: record.Bundle

    def table(self, name: str) -> list[dict[str, str]]:
        with (self.folder / name).open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))


# one grey dot, as a JPEG without anything beside the picture
PHOTO = bytes.fromhex(
    "ffd8ffdb004300" + "01" * 64 + "ffc0000b080001000101011100ffc400140001" + "00" * 15 + "03"
    "ffc40014100100000000000000000000000000000000ffda0008010100003f0037ffd9"
)


def chat_with_sam() -> list[small.Rec]:
    """Six lines of the chat: his, her reply, and what is doubtful."""
    return [
        small.Rec("2024-03-03T14:05:00+00:00", "Where are you?"),
        small.Rec("2024-03-03T14:06:00+00:00", "Please stop.", small.ASHA, record.Way.SENT),
        small.Rec("2024-03-03T14:30:00+00:00", '=HYPERLINK("x")'),
        small.Rec(
            "2024-03-04T08:00:00+00:00",
            "evil\u202etxt",
            second="2024-04-03T08:00:00+01:00",
            warnings=record.Warn.AMBIGUOUS_DATE_ORDER | record.Warn.TZ_ASSUMED,
        ),
        small.Rec("2024-03-05T09:00:00+00:00", "See you", counted=False, why_not="set aside"),
        small.Rec("", "no time"),
    ]


def story_files() -> list[small.File]:
    """A chat, a file of text messages with her mother's in it, a chat with a photo, an address
    book.
    """
    texts = [
        small.Rec(
            "2024-03-06T07:00:00+00:00",
            "it is mum",
            small.MUM,
            thread=small.NUMBER[small.MUM],
            platform="sms",
        ),
        small.Rec("2024-03-06T08:00:00+00:00", "I know where you work", platform="sms"),
        small.Rec(
            "2024-03-07T08:00:00+00:00", "who", guess=True, thread="+44 7700 900888", platform="sms"
        ),
    ]
    photo = small.Rec(
        "2024-03-08T08:00:00+00:00",
        "look",
        attachments=(
            record.Attachment("IMG.jpg", "IMG.jpg"),
            record.Attachment("gone.mp4"),
            record.Attachment("mum.vcf", "mum.vcf"),
        ),
    )
    media = {"IMG.jpg": PHOTO, "mum.vcf": b"BEGIN:VCARD\nFN:Mum\nEND:VCARD"}
    return [
        small.File("WhatsApp Chat with Sam.txt", chat_with_sam()),
        small.File("sms.xml", texts, "sms_backup"),
        small.File("WhatsApp Chat with Sam.zip", [photo], zipped=True, media=media),
        small.File(
            "contacts.vcf",
            [small.Rec("", "mum", small.MUM, kind=record.Kind.CONTACT_CARD, thread=None)],
            "vcard",
        ),
    ]


def story_decisions() -> list[record.Decided]:
    at = "2024-06-01T10:00:00Z"
    return [
        record.Decided(1, "Asha Khan", at, "", record.Asks(small.SAM, "=I want it all to stop.")),
        record.Decided(
            2,
            "Asha Khan",
            at,
            "",
            record.ToldToStop(small.SAM, at="2024-03-03T14:06:00+00:00", how="text"),
        ),
        record.Decided(
            3, "Asha Khan", at, "", record.Blocked(small.SAM, "2024-03-06", small.NUMBER[small.SAM])
        ),
        record.Decided(
            4,
            "Asha Khan",
            at,
            "",
            record.OrderServed(
                small.SAM,
                "Non-molestation order",
                "2024-03-07",
                "",
                "2025-03-07",
                ("No contact.",),
            ),
        ),
        record.Decided(
            5, "Asha Khan", at, "", record.Asks(small.MUM, "nothing about mum goes out")
        ),
        record.Decided(
            6, "Asha Khan", at, "", record.Asks(small.SAM, "taken back"), withdrawn=True
        ),
    ]


@pytest.fixture(scope="session")
def story() -> small.Made:
    finding = record.Finding(
        "repeated",
        small.SAM,
        "shown",
        "Contact on at least two occasions.",
        (record.Line("first and second", (0, 2), ()),),
        (record.Line("one reply", (1, 6), (2,)),),
        (),
        ({"act": "PHA 1997 s.7(3)"},),
        {"acts": 5},
    )
    other = record.Finding("repeated", small.MUM, "not shown", "About mum.")
    return small.build(story_files(), story_decisions(), [finding, other])


@pytest.fixture(scope="session")
def to_sam() -> record.Disclosure:
    return record.Disclosure((small.SAM,), "AB")


@pytest.fixture(scope="session")
def handed(
    story: small.Made, to_sam: record.Disclosure, tmp_path_factory: pytest.TempPathFactory
) -> Handed:
    """The story's bundle, written once; tests that change it copy it first."""
    folder = tmp_path_factory.mktemp("given") / "bundle"
    return Handed(folder, hand_over(story.case, to_sam, story.read, folder, agree))


@pytest.fixture(scope="session")
def kit() -> SimpleNamespace:
    """What a test builds its own case with, and the story's parts."""
    return SimpleNamespace(
        build=small.build,
        Rec=small.Rec,
        File=small.File,
        NUMBER=small.NUMBER,
        PHOTO=PHOTO,
        files=story_files,
        decisions=story_decisions,
    )


@pytest.fixture(scope="session")
def lawful_story() -> small.Made:
    """The story with four signs, elements and an order laid beside it by hand."""
    told = [*story_decisions(), *law.decisions()]
    return small.build(story_files(), told, law.findings(), **law.laid_out())


@pytest.fixture(scope="session")
def lawful(
    lawful_story: small.Made, to_sam: record.Disclosure, tmp_path_factory: pytest.TempPathFactory
) -> Handed:
    """Its bundle, written once."""
    folder = tmp_path_factory.mktemp("lawful") / "bundle"
    return Handed(folder, hand_over(lawful_story.case, to_sam, lawful_story.read, folder, agree))
