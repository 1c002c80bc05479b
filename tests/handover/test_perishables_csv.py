"""What may soon be gone, with its clock.

The one thing a reader would get wrong: the clock counts to the state of the records, here 2 June
2024, whatever this computer says.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from rainbook import record
from rainbook.handover.bundle import hand_over
from rainbook.handover.index.schedules import schedules
from rainbook.handover.paper.room import ROOMS
from rainbook.handover.schedules.periods import NOT_VERIFIED, periods, stretch_of
from rainbook.handover.schedules.perishables import HINT, perishables_of
from rainbook.record import PERISHABLES, Kind, Perishable, Way
from tests.handover.agreeing import agree
from tests.handover.front_door import decided, given_of


def test_every_kind_has_a_period_with_a_source_and_a_day() -> None:
    assert set(periods()) == set(PERISHABLES) - {"something else"}
    for one in periods().values():
        assert 0 < one.least <= one.most and one.source and one.as_of and one.ask.endswith("?")
        said = one.sure == NOT_VERIFIED
        assert said == one.source.startswith("no page"), one.what


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024-05-18", "2024-05-18", "2024-05-18"),
        ("2024-05-18T23:30:00+00:00", "2024-05-19", "2024-05-19"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_stretch_of_time_is_its_first_and_last_day(written: str, first: str, last: str) -> None:
    found = stretch_of(written, "Europe/London")
    assert found and (found[0].isoformat(), found[1].isoformat()) == (first, last)


@pytest.mark.parametrize("written", ["", "last week", "2024-13", "2024-02-30", "99999"])
def test_what_is_no_day_has_none(written: str) -> None:
    assert stretch_of(written, "Europe/London") is None


# what, day, kept_days, setting → from, by, days since, in words; as of 2 June 2024
CLOCKS = [
    ("cctv", "2024-06-01", 0, "", "2024-06-08", "2024-07-02", 1,
     "May be gone from Sat 8 Jun 2024; usually gone by Tue 2 Jul 2024."),
    ("cctv", "2024-05-26", 0, "", "2024-06-02", "2024-06-26", 7,
     "May be gone since Sun 2 Jun 2024; usually gone by Wed 26 Jun 2024."),
    ("cctv", "2024-05-02", 0, "", "2024-05-09", "2024-06-02", 31,
     "Ask all the same: usually gone since Sun 2 Jun 2024."),
    ("cctv", "2024-05-20", 30, "", "2024-06-19", "2024-06-19", 13,
     "May be gone from Wed 19 Jun 2024; usually gone by Wed 19 Jun 2024."),
    ("cctv", "2024-05-20", 0, "14", "2024-06-03", "2024-06-03", 13,
     "May be gone from Mon 3 Jun 2024; usually gone by Mon 3 Jun 2024."),
    ("cctv", "2024-05-20", 0, "10-20", "2024-05-30", "2024-06-09", 13,
     "May be gone since Thu 30 May 2024; usually gone by Sun 9 Jun 2024."),
    ("cctv", "2024-05", 0, "", "2024-05-08", "2024-07-01", 2,
     "May be gone since Wed 8 May 2024; usually gone by Mon 1 Jul 2024."),
    ("cctv", "", 0, "", None, None, None, "No day is recorded, so no clock runs; ask now."),
    ("something else", "2024-05-20", 0, "", None, None, 13,
     "How long it is kept is not known; ask now."),
]


@pytest.mark.parametrize(
    ("what", "at", "kept", "setting", "gone_from", "gone_by", "since", "text"), CLOCKS
)
def test_the_clock(
    what, at, kept, setting, gone_from, gone_by, since, text, kit, tmp_path
) -> None:
    told = decided(Perishable(what, "the shop", at, kept, person="sam"))
    settings = {"period_cctv": setting}
    made = kit.build([kit.File("a.txt", [kit.Rec()])], told, settings=settings)
    (one,) = [i for i in perishables_of(given_of(made, tmp_path)) if i.number]
    found = [d and d.isoformat() for d in (one.clock.gone_from, one.clock.gone_by)]
    assert [*found, one.clock.days_since, one.clock.text] == [gone_from, gone_by, since, text]


def hinted(kit, tmp_path, *told):
    """Return what a story of five kinds of records hints at."""
    call = kit.Rec("2024-05-20T09:00:00+00:00", None, platform="phone", kind=Kind.VOICEMAIL)
    notice = kit.Rec(
        "2024-05-21T09:00:00+00:00", "Sam turned on Disappearing Messages.", None, Way.SYSTEM,
        kind=Kind.SYSTEM_NOTE,
    )
    typed = kit.Rec("2024-05-22T09:00:00+00:00", "your disappearing messages are silly")
    diary = kit.Rec(
        "2024-05-23T09:00:00+00:00", "He stood there.", platform="diary", kind=Kind.DIARY,
        thread=None,
    )
    files = [kit.File("a.txt", [notice, typed]), kit.File("b.csv", [call, diary], "diary_csv")]
    made = kit.build(files, decided(*told))
    event = made.case.event

    def with_place(row: int) -> record.Event:
        more = {"place": "Bus stop"} if row == 3 else {}
        return replace(event(row), more=more)

    return given_of(replace(made, case=replace(made.case, event=with_place)), tmp_path)


def test_hints_are_questions_and_nobody_has_asked(kit, tmp_path) -> None:
    found = perishables_of(hinted(kit, tmp_path))
    assert [(i.what, i.where, i.lines) for i in found] == [
        ("voicemail", "the complainant's mailbox with the network", (1,)),
        ("cctv", "Bus stop", (4,)),
        ("disappearing messages", "WhatsApp", (2,)),
        ("phone records", "the networks of both numbers", (1,)),
        ("platform logs", "WhatsApp", (3,)),
    ]
    assert {i.asked for i in found} == {HINT} and {i.number for i in found} == {0}


def test_what_was_recorded_takes_the_place_of_the_hint(kit, tmp_path) -> None:
    told = [
        Perishable("voicemail", "kept", "2024-05-20", 0, "2024-05-21", "They saved it.",
                   person="sam"),
        Perishable("platform logs", person="sam"),
        Perishable("doorbell", "of another person", "2024-05-20", person="mum"),
    ]
    found = perishables_of(hinted(kit, tmp_path, *told))
    assert [(i.what, i.asked, i.answer) for i in found if i.number] == [
        ("platform logs", "not recorded as asked for", ""),
        ("voicemail", "asked for on Tue 21 May 2024", "They saved it."),
    ]
    assert [i.what for i in found if not i.number] == [
        "cctv", "disappearing messages", "phone records",
    ]


def test_the_index_says_what_runs_out_first(kit, tmp_path) -> None:
    said = schedules(hinted(kit, tmp_path), ROOMS[0])
    assert said[0] == (
        "Voicemail, the complainant's mailbox with the network: May be gone since Mon 27 May "
        "2024; usually gone by Wed 19 Jun 2024. (nobody has asked yet)"
    )
    assert said[3:] == [
        "and 2 things more to ask for, see schedules.pdf",
        "Contact with the police: none recorded.",
        "2 numbers, handles and addresses, each with why and what would settle it: "
        "identifiers.csv.",
    ]


def test_the_table_names_the_source_and_what_is_not_verified(kit, tmp_path) -> None:
    told = decided(Perishable("dash camera", "blue van", "2024-06-01", person="sam"))
    made = kit.build([kit.File("a.txt", [kit.Rec(platform="diary")])], told)
    hand_over(made.case, record.Disclosure(("sam",), "AB"), made.read, tmp_path / "b", agree)
    text = (tmp_path / "b" / "record/perishables.csv").read_text(encoding="utf-8-sig")
    assert "dash camera,blue van,Sat 1 Jun 2024,,1 to 14 days,no page was read" in text
    assert '"recalled, not verified",2024-06-02,2024-06-15,1,2024-06-02,' in text
