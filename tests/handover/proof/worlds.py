"""The bundles every checker must take: a name, what is in it, and why it is there.

The one thing a reader would get wrong: the numbers here were counted by hand, from the records
that stand in this file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any


@dataclass(frozen=True)
class Good:
    """`records`: given in all; `withheld`: in the threads whose names are claimed."""

    why: str
    records: int
    withheld: int
    make: Callable[[ModuleType], Any]


def one_thread(made: ModuleType) -> Any:
    """Five records, all of one thread, the file as received."""
    hello = "\u0645\u0631\u062d\u0628\u0627 🌧"
    words = ("Where are you?", "Answer me", "I can see your light", hello, "")
    return made.World([made.File("WhatsApp Chat with Sam.txt", made.from_sam(*words))])


def one_of_several(made: ModuleType) -> Any:
    """Sam's three records lie among his mother's, a bank's and a call of nobody's."""
    records = [
        *made.from_mum("it is mum", "call me"),
        *made.from_sam("I know where you work"),
        made.Rec(words="your code is 1234", who="EXAMPLE BANK", thread="EXAMPLE BANK"),
        *made.from_sam("answer", "answer now"),
        made.Rec(words="missed", who=None, thread=None),
        *made.from_mum("good night"),
    ]
    return made.World([made.File("sms.xml", records, "sms_backup")], frozenset(["sms.xml"]))


def some_withheld(made: ModuleType) -> Any:
    """Three of Sam's eleven records are kept back by hand; in a group, what another wrote."""
    group = "Street party"
    sam = made.from_sam(*(f"message {n}" for n in range(11)))
    records = [
        *sam,
        *made.from_mum("in the group", "more in the group", thread=group),
        *made.from_sam("I will be there", thread=group),
        *made.from_mum("not you", thread=group),
        *made.from_mum("just for you"),
    ]
    files = [made.File("sms.xml", records, "sms_backup")]
    return made.World(files, frozenset(["sms.xml"]), frozenset([0, 5, 6]))


def taken_out_of(made: ModuleType) -> Any:
    """An address was taken out of Sam's second record; the file's own hash is not given."""
    words = ("Where are you?", "I know you live at 1 Example Road", "answer")
    files = [made.File("WhatsApp Chat with Sam.txt", made.from_sam(*words))]
    name = frozenset([files[0].name])
    return made.World(files, name, frozenset([1]), closed=name)


def several_files(made: ModuleType) -> Any:
    """Files with him, one without him, one with one thread, and one with nothing in it."""
    records = [*made.from_mum("it is mum"), *made.from_sam("hello"), *made.from_mum("late")]
    far = [f"+44 7700 9003{n:02d}" for n in range(12)]
    others = [made.Rec(words=f"hi {n}", who=n, thread=n) for n in far]
    card = made.Rec(
        words="Sam, his card", thread=None, kind=made.small.record.Kind.CONTACT_CARD, at=""
    )
    return made.World(
        [
            made.File("WhatsApp Chat with Sam.txt", made.from_sam("Where are you?", "Hm")),
            made.File("texts.xml", others, "sms_backup"),
            made.File("WhatsApp Chat with Mum.txt", made.from_mum("dinner?")),
            made.File("sms.xml", records, "sms_backup"),
            made.File("empty.txt", []),
            made.File("contacts.vcf", [card], "vcard"),
        ],
        frozenset(["sms.xml"]),
    )


def in_a_zip(made: ModuleType) -> Any:
    """The records stand in a member of a zip that is given whole."""
    words = ("look", "at this", "answer")
    return made.World([made.File("WhatsApp Chat with Sam.zip", made.from_sam(*words), zipped=True)])


def extract_of_a_zip(made: ModuleType) -> Any:
    """Two of a group's four records stand in a member of a zip of which an extract is given."""
    group = "Street party"
    records = [
        *made.from_mum("in the group", thread=group),
        *made.from_sam("I see you all", thread=group),
        *made.from_mum("who is this?", thread=group),
        *made.from_sam("bye", thread=group),
    ]
    name = "WhatsApp Chat with Street party.zip"
    return made.World([made.File(name, records, zipped=True)], frozenset([name]))


def in_no_thread(made: ModuleType) -> Any:
    """Calls that stand in no thread go by the account."""
    his = made.from_sam("missed", "missed again", thread=None)
    calls = [*his, *made.from_mum("x", thread=None)]
    return made.World([made.File("calls.xml", calls, "sms_backup")], frozenset(["calls.xml"]))


def withheld_elsewhere(made: ModuleType) -> Any:
    """His card in an address book stands under the same account as his calls, and is not given."""
    card = made.Rec(
        words="Sam, his card", thread=None, kind=made.small.record.Kind.CONTACT_CARD, at=""
    )
    calls = made.from_sam("missed", "missed again", thread=None)
    return made.World([
        made.File("calls.xml", calls, "sms_backup"),
        made.File("contacts.vcf", [card, *made.from_mum("Mum, her card", thread=None)], "vcard"),
    ])


def stamped(made: ModuleType) -> Any:
    """Two of the three files were there when a stamp was taken, all three when another was."""
    world = made.World(
        [
            made.File("WhatsApp Chat with Sam.txt", made.from_sam("Where are you?", "Hm")),
            made.File("WhatsApp Chat with Mum.txt", made.from_mum("dinner?")),
            made.File("later.txt", made.from_sam("I am back", "still here")),
        ]
    )
    world.stamp(2)
    world.stamp(3)
    return world


def read_anew(made: ModuleType) -> Any:
    """The stamp was taken when an older version had read the file: it speaks of the files only."""
    world = made.World([made.File("WhatsApp Chat with Sam.txt", made.from_sam("one", "two"))])
    world.stamp(1, tool="1.0.0")
    return world


GOOD = {
    "whole-thread": Good("one whole thread, the file as received", 5, 0, one_thread),
    "one-of-several": Good("one thread out of several, as an extract", 3, 0, one_of_several),
    "some-withheld": Good("withheld records in his thread and in a group", 9, 3, some_withheld),
    "taken-out-of": Good("something was taken out of a copy: F stays closed", 2, 1, taken_out_of),
    "several-files": Good("a name accounted for in six files", 3, 0, several_files),
    "in-a-zip": Good("records in a member of a zip", 3, 0, in_a_zip),
    "extract-of-a-zip": Good("an extract of a zip; no name is claimed", 2, 0, extract_of_a_zip),
    "in-no-thread": Good("calls, by account and not by thread", 2, 0, in_no_thread),
    "withheld-elsewhere": Good(
        "a file of which nothing is given holds a record of the name", 2, 1, withheld_elsewhere
    ),
    "stamped": Good("two stamped statements that fit", 4, 0, stamped),
    "read-anew": Good("a stamp that speaks for the files only", 2, 0, read_anew),
}
