"""The small chat these tests tell, and what they ask of a case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rainbook.case import Book
from rainbook.record import AccountOf, Answered, CaseFile, PersonNamed

PASSPHRASE = "five blue kettles sing"
Write = Callable[..., Path]
LINES = (
    ("24/03/2024, 18:40", "Sam Okafor", "Please stop contacting me."),
    ("24/03/2024, 23:41", "Alex Reed", "You do not mean that."),
    ("25/03/2024, 07:02", "Alex Reed", "Good morning."),
    ("26/03/2024, 12:00", "Sam Okafor", "No."),
)


def who_is_who(book: Book, basis: str = "named sender") -> None:
    """Say that Sam is the owner and Alex the other side, known on a basis."""
    book.decide(PersonNamed("sam", "Sam Okafor", "complainant"))
    book.decide(PersonNamed("alex", "Alex Reed", "suspect"))
    book.decide(AccountOf("sam", "whatsapp:name:Sam Okafor", "own number"))
    book.decide(AccountOf("alex", "whatsapp:name:Alex Reed", basis))
    book.decide(Answered("keep-back", "no"))


def ids(case: CaseFile) -> list[str]:
    return [case.table.id_of(row) for row in range(len(case.table))]


def counted(case: CaseFile, key: str) -> int:
    """Return how many rows of a person may enter a count."""
    index = [p.key for p in case.people].index(key)
    return int(((case.person_of == index) & case.counted).sum())
