"""An open, empty book for the pages about people, decisions and notes.

The one thing a reader would get wrong: it is a book like any other, with the cheapest key work.
"""

from __future__ import annotations

from typing import Any

from rainbook.case import Book, new_book
from rainbook.custody import LEAST
from rainbook.record import PersonNamed

PASSPHRASE = "five blue kettles sing"
ID = "0123456789abcdef"  # of a note that was begun
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


def with_book(client: Any) -> Book:
    """Make a new book in the client's folder, put it on its desk, and return it."""
    home = client.desk.home
    home.mkdir(parents=True, exist_ok=True)
    book, _ = new_book(home / "book", PASSPHRASE, "owner", cost=LEAST)
    client.desk.take(book)
    return book


def with_named_people(client: Any) -> Book:
    """As `with_book`, with two people named."""
    book = with_book(client)
    book.decide(PersonNamed("alex", "Alex Reed", "suspect"))
    book.decide(PersonNamed("sam", "Sam Okafor", "complainant"))
    return book


def send_photo(client: Any, photo: bytes, mark: str = "", name: str = "IMG_1.png") -> Any:
    """Send the form with the photo of the note ID; what it leads to is opened."""
    answer = client.http.post(
        client.url("diary-photo"),
        data={"mark": mark or client.door.visit.mark, "draft": ID},
        files={"photo": (name, photo, "image/png")},
        headers={"Sec-Fetch-Site": "same-origin", "Origin": client.door.origin},
        follow_redirects=False,
    )
    if answer.status_code == 303:
        return client.get(answer.headers["location"])
    return answer
