"""The schedules for reading: tagged, one row for each row of the tables, nothing cut in silence.

The one thing a reader would get wrong: an empty schedule is a sentence, never an empty table.
"""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest

from rainbook.handover.formats import schedules_pdf
from rainbook.handover.formats.schedules_pdf import schedules_data
from rainbook.handover.said.paper import Paper
from rainbook.record import Perishable, PoliceContact
from tests.handover.front_door import check_declared, decided, given_of, tags

TOLD = decided(
    PoliceContact("2024-05-20", "phone", "PC Lee", "Mill Road", "24/1", "Noted.", "a call",
                  "2024-05-21", person="sam"),
    Perishable("cctv", "the shop", "2024-05-28", person="sam"),
)


def written(given, place) -> pikepdf.Pdf:
    (place / "record").mkdir(exist_ok=True)
    schedules_pdf.schedules_pdf(given, place, None)
    return pikepdf.open(place / "record/schedules.pdf")


def test_three_tables_with_headings(kit, tmp_path) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec()])], TOLD)
    with written(given_of(made, tmp_path), tmp_path) as pdf:
        check_declared(pdf, "Schedules")
        found = [tag for tag, _ in tags(pdf)]
    # one account, a camera and the logs of the service, one contact; a heading row each
    assert (found.count("/Table"), found.count("/TH"), found.count("/TR")) == (3, 15, 7)
    assert found.count("/H2") == 3


def test_what_stands_in_it(kit, tmp_path) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec()])], TOLD)
    said = schedules_data(given_of(made, tmp_path), Paper(False))
    assert said["overdue"] == [
        "PC Lee: “a call”. Promised by Tue 21 May 2024, not recorded as done (12 days past, as of "
        "Sun 2 Jun 2024). (log 1)"
    ]
    assert said["as_of_day"] == "Sun 2 Jun 2024"
    assert [(i["what"], i["clock"]) for i in said["items"]] == [
        ("CCTV", "May be gone from Tue 4 Jun 2024; usually gone by Fri 28 Jun 2024."),
        ("platform logs", "May be gone since Tue 2 Apr 2024; usually gone by Mon 3 Mar 2025."),
    ]


def test_nothing_recorded_is_a_sentence(kit, tmp_path) -> None:
    seen = kit.Rec(who=None, thread=None)
    mine = kit.build([kit.File("a.txt", [seen])])
    case = replace(mine.case, person_of=mine.case.person_of * 0 + 1)
    with written(given_of(replace(mine, case=case), tmp_path), tmp_path) as pdf:
        # only the logs of the service can be asked for
        assert [tag for tag, _ in tags(pdf)].count("/Table") == 1
    said = schedules_data(given_of(replace(mine, case=case), tmp_path / "again"), Paper(False))
    assert said["sentences"] == [
        "No number, handle or address in these records is said to be Sam Marsh's; 1 line is "
        "theirs by what was seen or recognised."
    ]


def test_a_long_table_is_cut_and_says_so(kit, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(schedules_pdf, "ROWS", 2)
    recs = [kit.Rec(platform=f"service {n}") for n in range(5)]
    said = schedules_data(given_of(kit.build([kit.File("a.txt", recs)]), tmp_path), Paper(False))
    assert (len(said["theirs"]), said["theirs_more"]) == (2, "and 3 more, see identifiers.csv")
    assert said["items_more"] == "and 3 more, see perishables.csv"


@pytest.mark.parametrize("words", ["שלום", "\u202e\u0000", "#panic()", "漢" * 40, "W" * 900])
def test_anything_somebody_typed_can_be_printed(words: str, kit, tmp_path) -> None:
    told = decided(
        PoliceContact(words, "phone", words, words, words, words, words, words, person="sam"),
        Perishable("something else", words, words, 0, words, person="sam"),
    )
    made = kit.build([kit.File("a.txt", [kit.Rec(who=words, platform=words)])], told)
    case = replace(made.case, person_of=made.case.person_of * 0 + 1)
    with written(given_of(replace(made, case=case), tmp_path), tmp_path) as pdf:
        assert [tag for tag, _ in tags(pdf)].count("/Table") == 3
