"""The photo of a note: kept byte for byte, refused where it is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rainbook.case.diary import LARGEST_PHOTO, photo_of, written_here
from rainbook.case.diary_drafts import draft, photo_in
from tests.web.who_kit import ID, PNG, send_photo, with_named_people

Text = Callable[[Any], str]


@pytest.fixture
def client(app_client: Any) -> Any:
    """A client with an open book in which two people are named."""
    with_named_people(app_client)
    return app_client


def test_a_photo_goes_along_byte_for_byte(client: Any, text_of: Text) -> None:
    client.post("diary-write", {"draft": ID, "do": "keep", "words": "the card"})
    page = send_photo(client, PNG, name="C:\\pics\\IMG\u202e_1.png")
    assert "There is a photo." in text_of(page)
    begun = client.get("diary-picture", {"of": "begun"}, id=ID)
    assert (begun.content, begun.headers["content-type"]) == (PNG, "image/png")
    client.post("diary-check", {}, id=ID)
    (event,) = written_here(client.desk.book())
    assert photo_of(client.desk.book(), event) == PNG
    assert client.get("diary-picture", {"of": "saved"}, id=event.id).content == PNG
    assert "[U+202E]" in client.get("diary-one", id=event.id).text
    assert client.get("diary-picture", {"of": "begun"}, id=ID).status_code == 404


# what is sent as a photo -> what is said
NO_PHOTOS = (
    (b"MZ\x90\0 a program", "not a picture of a kind that is known"),
    (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "not a picture of a kind"),
    (b"", "No photo was chosen."),
)


@pytest.mark.parametrize(("photo", "said"), NO_PHOTOS)
def test_what_is_no_photo_is_not_kept(client: Any, text_of: Text, photo: bytes, said: str) -> None:
    client.post("diary-write", {"draft": ID, "do": "keep", "words": "the card"})
    assert said in text_of(send_photo(client, photo))
    assert photo_in(client.desk.book(), ID) == b""
    assert draft(client.desk.book(), ID).fields["words"] == "the card"


def test_a_photo_that_is_too_large_is_let_go(client: Any, text_of: Text) -> None:
    client.post("diary-write", {"draft": ID, "do": "keep", "words": "the card"})
    page = send_photo(client, PNG + bytes(LARGEST_PHOTO))
    assert "larger than 25 MB" in text_of(page)
    assert photo_in(client.desk.book(), ID) == b""


def test_a_photo_can_be_taken_away(client: Any) -> None:
    client.post("diary-write", {"draft": ID, "do": "keep", "words": "the card"})
    send_photo(client, PNG)
    client.http.post(
        client.url("diary-photo"),
        data={"mark": client.door.visit.mark, "draft": ID, "away": "yes"},
        files={"none": ("", b"")},
        headers={"Sec-Fetch-Site": "same-origin", "Origin": client.door.origin},
        follow_redirects=False,
    )
    assert photo_in(client.desk.book(), ID) == b""
