"""Contacts by the hour.

The one thing a reader would get wrong: midnight is an hour like any other, and not where a contact
without a time of day goes.
"""

from __future__ import annotations

from rainbook.handover.bundle import hand_over
from rainbook.handover.paper.csv_file import ADDED
from rainbook.record import Disclosure, Precision, Way
from tests.handover.agreeing import agree


def test_only_certain_hours_of_counted_contacts(kit, tmp_path) -> None:
    recs = [
        kit.Rec("2024-03-03T00:00:00+00:00"),
        kit.Rec("2024-06-03T22:30:00+00:00"),  # 23:30 in London
        kit.Rec("2024-06-03T22:59:59+00:00", platform="sms"),
        kit.Rec("2024-06-03T00:00:00+00:00", precision=Precision.DAY),
        kit.Rec("2024-06-03T08:00:00+00:00", second="2024-03-06T08:00:00+00:00"),
        kit.Rec(""),
        kit.Rec("2024-06-03T12:00:00+00:00", counted=False),
        kit.Rec("2024-06-03T12:00:00+00:00", who="asha", way=Way.SENT),
    ]
    made = kit.build([kit.File("a.txt", recs)])
    hand_over(made.case, Disclosure(("sam",), "AB"), made.read, tmp_path / "b", agree)
    text = (tmp_path / "b" / "analysis/hours.csv").read_text(encoding="utf-8-sig")
    lines = text.splitlines()
    assert lines[0] == f"hour,part_of_day,Text message,WhatsApp,all,{ADDED}"
    filled = [line for line in lines[1:] if not line.endswith(",0,0,0,")]
    assert filled == ["00,night,0,1,1,", "23,night,1,1,2,", "no certain hour,,,,3,"]
    assert [line[:9] for line in (lines[6], lines[7])] == ["05,night,", "06,day,0,"]
