"""What do you have: every guide is there, honest about what is read, and drawn with words.

The one thing a reader would get wrong: "this version can read it" is held against the readers, not
against a list: a specimen of each kind that is said to be read is recognised by one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rainbook.case import read_file
from rainbook.web.drawn import GUIDES, guides_for
from rainbook.web.drawn.guides import GROUPS
from rainbook.web.drawn.pictures import KINDS
from tests.web.conftest import Client

Text = Callable[[Any], str]
PICTURE = re.compile(r"<svg.*?</svg>", re.DOTALL)
BRANDS = ("logo", "http", "<image", "href", "style=", "class=\"st", "data:")
SPECIMEN_OF = {
    "whatsapp-android": "whatsapp/android.txt", "whatsapp-iphone": "whatsapp/iphone.txt",
    "texts-android": "sms_backup/messages.xml", "contacts-android": "vcard/contacts.vcf",
    "contacts-iphone": "vcard/contacts.vcf", "diary-table": "diary_csv/diary.csv",
}


def test_names_and_groups_are_in_order() -> None:
    assert len({g.name for g in GUIDES}) == len(GUIDES)
    assert {g.group for g in GUIDES} == set(GROUPS)
    assert {s.picture.kind for g in GUIDES for s in g.steps if s.picture} == set(KINDS)
    pictures = [s.picture for g in GUIDES for s in g.steps if s.picture and s.picture.items]
    assert all(0 <= p.mark < len(p.items) <= 4 for p in pictures)


def test_what_is_said_to_be_read_is_read(root: Path) -> None:
    assert {g.name for g in GUIDES if g.reads == "read"} == set(SPECIMEN_OF)
    for name in SPECIMEN_OF.values():
        glance = read_file(root / "tests/specimens" / name)
        assert sum(map(len, glance.tables)) > 0, name
        glance.close()


KEPT = (
    b'{"participants": [{"name": "A"}], "messages": []}',  # Instagram, Facebook
    b'{"name": "A", "type": "personal_chat", "id": 1, "messages": []}',  # Telegram
    b"From: alex@example.org\r\nDate: Mon, 1 Apr 2024 09:00:00 +0100\r\n\r\nhello\r\n",  # e-mail
    b"\x89PNG\r\n\x1a\n" + b"0" * 100,
    b"SQLite format 3\x00" + b"0" * 100,
)


@pytest.mark.parametrize("data", KEPT, ids=range(len(KEPT)))
def test_what_is_said_not_to_be_read_is_not_read(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    glance = read_file(path)
    assert sum(map(len, glance.tables)) == 0
    assert [p.code for p in glance.problems] == ["no_reader"]
    glance.close()


@pytest.mark.parametrize(
    ("phone", "shown", "not_shown"),
    [
        ("android", "WhatsApp on an Android phone", "WhatsApp on an iPhone"),
        ("iphone", "Texts on an iPhone", "Texts and calls on an Android phone"),
        ("", "WhatsApp on an iPhone", "nothing is left out"),
        ("<script>", "WhatsApp on an iPhone", "nothing is left out"),
    ],
)
def test_the_list_is_for_the_phone_that_was_chosen(
    phone: str, shown: str, not_shown: str, app_client: Client, text_of: Text
) -> None:
    page = app_client.get("have", {"phone": phone})
    said = text_of(page)
    assert page.status_code == 200
    assert shown in said
    assert not_shown not in said
    assert "A diary in a table on a computer" in said
    assert "<script>" not in page.text.split("<main")[1]


def test_every_guide_is_in_the_list_of_some_phone() -> None:
    listed = {g.name for _, guides in guides_for("") for g in guides}
    assert listed == {g.name for g in GUIDES}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda g: g.name)
def test_every_page_is_there_honest_and_careful(
    guide: Any, app_client: Client, text_of: Text
) -> None:
    page = app_client.get("have-one", name=guide.name)
    said = text_of(page)
    assert page.status_code == 200
    read, kept = "This version can read it.", "does not read it into the timeline yet"
    assert (read in said, kept in said) == (guide.reads == "read", guide.reads == "kept")
    for careful in (
        "Do this on your own phone", "a device the other person may see", "Do not delete anything",
        "Does the app tell the other person that you did this? We do not know.",
    ):
        assert careful in said
    for number, _ in enumerate(guide.steps, 1):
        assert f"Step {number}" in said


@pytest.mark.parametrize("guide", [g for g in GUIDES if g.steps], ids=lambda g: g.name)
def test_every_picture_is_ours_and_says_what_it_shows(guide: Any, app_client: Client) -> None:
    page = app_client.get("have-one", name=guide.name).text.split("<main")[1]
    pictures = PICTURE.findall(page)
    assert len(pictures) == sum(1 for step in guide.steps if step.picture)
    ids: list[str] = []
    for picture in pictures:
        assert 'role="img"' in picture
        named = re.search(r'aria-labelledby="(\S+) (\S+)"', picture)
        assert named
        for tag, one in (("title", named[1]), ("desc", named[2])):
            words = re.search(rf'<{tag} id="{one}">([^<]+)</{tag}>', picture)
            assert words
            assert len(words[1].strip()) > 15
        ids += named.groups()
        assert [brand for brand in BRANDS if brand in picture.split(">", 1)[1]] == []
    assert len(set(ids)) == len(ids)


def test_a_picture_rings_what_its_step_says(app_client: Client) -> None:
    """The third row of the menu is ringed, and the words read aloud name that row."""
    pictures = PICTURE.findall(app_client.get("have-one", name="whatsapp-android").text)
    assert "A ring is round &#34;Export chat&#34;." in pictures[2]
    assert pictures[2].count('stroke-width="3"') == 1
    ringed = re.search(r'font-weight="bold">([^<]+)<', pictures[2])
    assert ringed
    assert ringed[1] == "Export chat"


def test_a_guide_that_is_none_is_not_there(app_client: Client) -> None:
    assert app_client.get("have-one", name="nothing").status_code == 404
