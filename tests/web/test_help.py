"""Who can help: no number without a source, none where sources differ, and age said in words.

The one thing a reader would get wrong: a number that stands here is not a number that works; the
tests hold the labels, not the telephones.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rainbook.web.help import NATIONS, HelpNotUsable, read_services, services
from rainbook.web.pages.help import grouped
from rainbook.web.words import Words

TODAY = date(2026, 11, 22)
ROW = """
[[service]]
id = "x"
name = "X"
nations = ["wales"]
phone = "01632 960000"
remit = "anyone"
source = "example.org 2026"
"""


def test_every_row_of_the_list_is_here() -> None:
    assert len(services()) == 23
    assert len({one.id for one in services()}) == 23


def test_no_number_is_without_a_source() -> None:
    with_number = [one for one in services() if one.phone or one.text]
    assert len(with_number) == 17
    assert [one.id for one in with_number if not one.source.strip()] == []


def test_no_number_is_shown_where_sources_differ() -> None:
    differ = {one.id for one in services() if one.conflict}
    assert differ == {"victim_support_ew", "vss"}
    assert [one.id for one in services() if one.conflict and (one.phone or one.text)] == []


def test_nobody_has_checked_a_row_yet() -> None:
    assert {one.state(TODAY) for one in services()} == {"unchecked"}


@pytest.mark.parametrize(("days", "state"), [
    (None, "unchecked"), (0, "checked"), (180, "checked"), (181, "old"), (-1, "unchecked"),
])
def test_what_was_checked_grows_old(days: int | None, state: str) -> None:
    on = None if days is None else TODAY - timedelta(days)
    assert replace(services()[0], verified_on=on).state(TODAY) == state


@pytest.mark.parametrize(("wrong", "said"), [
    (ROW.replace('source = "example.org 2026"', ""), "source is missing"),
    (ROW.replace('"wales"', '"france"'), "is no nation"),
    (ROW.replace('"01632 960000"', "1632960000"), "phone is not text"),
    (ROW + 'conflict = "two numbers"', "sources give different ones"),
    (ROW + 'verified_on = "2026-11-22"', "verified_on is not a day"),
    (ROW + 'telephone = "1"', "telephone is no field"),
    ("[[service]", "cannot be read"),
    ("x = 1", "cannot be read"),
])
def test_a_row_that_could_mislead_is_refused(wrong: str, said: str) -> None:
    with pytest.raises(HelpNotUsable, match=said):
        read_services(wrong)


def test_a_row_that_is_right_is_read() -> None:
    (one,) = read_services(ROW + "verified_on = 2026-11-22")
    assert (one.phone, one.verified_on, one.state(TODAY)) == ("01632 960000", TODAY, "checked")


@pytest.mark.parametrize("nation", ["", *NATIONS])
def test_no_row_is_lost_in_the_groups(nation: str) -> None:
    shown = [one.id for _, rows in grouped(nation, TODAY) for one, _ in rows]
    wanted = {one.id for one in services() if not one.first
              and (not nation or nation in one.nations)}
    assert set(shown) == wanted
    assert len(shown) == len(wanted)


@pytest.mark.parametrize(("nation", "there", "not_there"), [
    ("scotland", "Victim Support Scotland", "Live Fear Free"),
    ("wales", "Live Fear Free", "Victim Support Scotland"),
    ("wales", "Paladin National Stalking Advocacy Service", "Veritas Justice"),
    ("northern_ireland", "Domestic and Sexual Abuse Helpline (NI)", "Paladin"),
    ("england", "Veritas Justice", "Live Fear Free"),
])
def test_a_nation_shows_what_helps_there(
    nation: str, there: str, not_there: str, app_client: Any, text_of: Any
) -> None:
    said = text_of(app_client.get("help", {"nation": nation}))
    assert there in said
    assert not_there not in said


@pytest.mark.parametrize("page", ["help", "help-print"])
def test_999_and_55_come_first_with_what_55_does_not_do(
    page: str, app_client: Any, text_of: Any
) -> None:
    said = html.unescape(text_of(app_client.get(page)))
    main = said[said.index("Call 999"):]
    assert main.index("999, then 55") < main.index("National Stalking Helpline")
    for sentence in (
        "This works from a mobile only.", "If you do not press 55, the call ends.",
        "Pressing 55 does not let the police see where you are.",
    ):
        assert main.index(sentence) < main.index("National Stalking Helpline")


@pytest.mark.parametrize("page", ["help", "help-print"])
def test_nothing_on_the_page_rings_or_leads_away(page: str, app_client: Any) -> None:
    text = app_client.get(page).text
    assert "tel:" not in text and "sms:" not in text
    assert not re.search(r'href="https?:', text)


@pytest.mark.parametrize("page", ["help", "help-print"])
def test_every_row_says_in_words_that_it_is_not_checked(page: str, app_client: Any) -> None:
    text = app_client.get(page).text
    rows = len([one for one in services() if not one.first])
    assert text.count("Not checked: nobody has tried this for this list.") == rows
    if page == "help":
        assert text.count("rb-help--unchecked") == rows


@pytest.mark.parametrize(("state", "said"), [
    ("unchecked", "Not checked: nobody has tried this for this list."),
    ("old", "Checked on 2020-01-02. That is more than 180 days ago, so it may have changed."),
    ("checked", "Checked on 2020-01-02."),
])
def test_each_state_has_words_of_its_own(state: str, said: str) -> None:
    assert Words("en").text(f"help-state-{state}", day="2020-01-02") == said


def test_a_nation_that_is_not_one_shows_all(app_client: Any, text_of: Any) -> None:
    shown = app_client.get("help", {"nation": "<b>atlantis</b>"})
    assert "atlantis" not in shown.text
    assert "Live Fear Free" in text_of(shown)


def test_the_seed_pages_pointer_is_there_without_a_number() -> None:
    (one,) = [s for s in services() if s.id == "crimestoppers"]
    assert (one.phone, one.web) == ("", "crimestoppers-uk.org")
