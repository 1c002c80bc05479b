"""Bundles the tests take in: the example's, and one of a small book with everything that is hard.

The one thing a reader would get wrong: nothing is prepared for taking in. The bundles are made by
the same door as anybody's.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rainbook.case import Book, new_book
from rainbook.custody import LEAST
from rainbook.handover.bundle import hand_over
from rainbook.handover.gate.interface import Agreed, Report
from rainbook.handover.hashes import CONTENTS, HASHES, write_hashes
from rainbook.record import (
    AccountOf,
    ActSort,
    Answered,
    Asks,
    Disclosure,
    EventBy,
    KeepBack,
    NotRelevant,
    OrderClause,
    OrderServed,
    PersonNamed,
    Setting,
    ToldToStop,
)
from tests.case.kit import PASSPHRASE

# one grey dot, as a JPEG without anything beside the picture
PHOTO = bytes.fromhex(
    "ffd8ffdb004300" + "01" * 64 + "ffc0000b080001000101011100ffc400140001" + "00" * 15 + "03"
    "ffc40014100100000000000000000000000000000000ffda0008010100003f0037ffd9"
)
CHAT = """24/03/2024, 18:40 - Sam Okafor: Please stop contacting me.
24/03/2024, 23:41 - Alex Reed: You do not mean that.
25/03/2024, 07:02 - Alex Reed: IMG-20240325-WA0001.jpg (file attached)
26/03/2024, 12:00 - Sam Okafor: No.
29/03/2024, 09:30 - Alex Reed: I drove past 12 Elder Row.
"""
SMS = """<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<smses count="4">
  <sms address="+447700900317" date="1711440000000" type="1" body="It is me" />
  <sms address="+447700900999" date="1711443600000" type="1" body="parsnip soup on Sunday" />
  <sms address="+447700900317" date="1711447200000" type="2" body="Leave me alone" />
  <sms address="+447700900317" date="1711450800000" type="1" body="A parcel, not me" />
</smses>
"""
DIARY = """Date,Time,What happened
27/03/2024,09:00,Alex stood across the road
28/03/2024,10:00,Went to the dentist
"""
Where = Callable[[str], str]


def agree(report: Report) -> Agreed:
    return Agreed(True, "yes" if report.unseen else "not asked")


def small_book(folder: Path) -> Book:
    """Return a book with a zip that holds a photo and a stray file, texts of two people, a diary,
    and an order.
    """
    given = folder / "given"
    given.mkdir(parents=True)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("WhatsApp Chat with Alex Reed.txt", CHAT)
        made.writestr("IMG-20240325-WA0001.jpg", PHOTO)
        made.writestr("somebody.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Mum\nEND:VCARD\n")
    (given / "WhatsApp Chat with Alex Reed.zip").write_bytes(packed.getvalue())
    (given / "sms.xml").write_text(SMS, "utf-8")
    (given / "diary.csv").write_text(DIARY, "utf-8")
    book, _ = new_book(folder / "book", PASSPHRASE, "Sam Okafor", cost=LEAST)
    for path in sorted(given.iterdir()):
        book.add(path, own="yes", how="exported")
    _decide(book)
    return book


def _decide(book: Book) -> None:
    table = book.table()
    ids = {book.event(table, row).words: table.id_of(row) for row in range(len(table))}
    book.decide(Setting("session_gap_minutes", "30"))
    book.decide(PersonNamed("sam", "Sam Okafor", "complainant"))
    book.decide(PersonNamed("alex", "Alex Reed", "suspect"))
    book.decide(PersonNamed("mum", "Nadia Khan", "other"))
    book.decide(AccountOf("sam", "whatsapp:name:Sam Okafor", "own number"))
    book.decide(AccountOf("sam", "phone:own", "own number"))
    book.decide(AccountOf("sam", "phone:+447700900555", "own number", "my new number"))
    book.decide(AccountOf("alex", "whatsapp:name:Alex Reed", "named sender"))
    book.decide(AccountOf("alex", "phone:+447700900317", "recognised", "she knew"))
    book.decide(AccountOf("mum", "phone:+447700900999", "own number"))
    book.decide(ToldToStop("alex", event=ids["Please stop contacting me."]))
    book.decide(EventBy(ids["Alex stood across the road"], "alex", "seen", "from my window"))
    book.decide(ActSort(ids["Alex stood across the road"], "waited or watched"))
    book.decide(NotRelevant(ids["A parcel, not me"]), "a delivery")
    book.decide(Asks("alex", "No contact."))
    served = book.decide(
        OrderServed("alex", "non-molestation order", served="2024-03-25", until="2025-03-25")
    )
    book.decide(OrderClause(served, "1", "Must not contact Sam Okafor.", ("any contact",)))


TABLES = (
    "exhibits/",
    "messages/chronology.csv",
    "analysis/findings.csv",
    "analysis/elements.csv",
    "analysis/orders.csv",
    "record/facts.csv",
    "record/record.json",
)


def bundle_of(
    book: Book, folder: Path, *keep_back: str, parts: tuple[str, ...] = TABLES
) -> Path:
    """Return the folder with the bundle about Alex, what must be kept back taken out of it; only
    the tables, which is quicker, or all `parts` where none are named.
    """
    for words in keep_back:
        book.decide(KeepBack("address", words))
    if not keep_back:
        book.decide(Answered("keep-back", "no"))
    wanted = Disclosure(("alex",), "SO", parts=parts)
    hand_over(book.file(), wanted, book.open, folder, agree)
    return folder


def empty_book(folder: Path) -> Book:
    made, _ = new_book(folder, PASSPHRASE, "Ada Vocate", cost=LEAST)
    return made


def rewritten(bundle: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change record.json and write the lists of hashes anew, as somebody who forges would."""
    path = bundle / "record" / "record.json"
    said = json.loads(path.read_text("ascii"))
    change(said)
    path.write_text(json.dumps(said), "ascii")
    rehashed(bundle)


def rehashed(bundle: Path) -> None:
    """Write the lists of hashes anew, without a signature."""
    for name in (CONTENTS, HASHES, "signed.json", "signed.tsr"):
        (bundle / name).unlink(missing_ok=True)
    write_hashes(bundle, {})
