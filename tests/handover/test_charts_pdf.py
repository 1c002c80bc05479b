"""The charts: the figures of the tables, drawn, with text in place of each picture.

The one thing a reader would get wrong: a quiet time is whole weeks between two contacts; what comes
after the last contact is none.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from rainbook.handover.figures.charts import charts_data
from rainbook.handover.figures.charts_marks import marks_of, quiet_times
from rainbook.handover.figures.weeks import by_week
from rainbook.handover.formats.charts_pdf import charts_pdf
from rainbook.record import Blocked, GapReason, OrderServed, Together, ToldToStop, Warned
from tests.handover.front_door import check_declared, decided, given_of, tags

TOLD = decided(
    ToldToStop("sam", at="2024-03-03T14:06:00+00:00"),
    Blocked("sam", "2024-03-04"),
    Warned("sam", "2024-04-01", "PC Lee"),
    OrderServed("sam", "Injunction", "2024-04-20", "2024-04-22", "2025-04-22"),
    Blocked("sam", "last spring"),
    ToldToStop("mum", at="2024-03-05"),
    GapReason("sam", "abroad", "2024-03", "2024-03"),
)
# Mondays: 26 February (2), 4 March (1), nothing for 6 weeks, 22 April (1), nothing for 3, 20 May
DAYS = ["2024-02-26", "2024-03-01", "2024-03-05", "2024-04-22", "2024-05-20"]


@pytest.fixture
def given(kit, tmp_path):
    recs = [kit.Rec(f"{day}T10:00:00+00:00") for day in DAYS]
    recs[2].platform = "sms"
    return given_of(kit.build([kit.File("a.txt", recs)], TOLD), tmp_path)


def test_what_is_marked(given) -> None:
    assert [(m.day.isoformat(), m.sign, m.text, m.number) for m in marks_of(given)] == [
        ("2024-03-03", "S", "told to stop", 1),
        ("2024-03-04", "B", "blocked", 2),
        ("2024-04-01", "W", "warned by PC Lee", 3),
        ("2024-04-20", "O", "Injunction made", 4),
        ("2024-04-22", "O", "Injunction served or known", 4),
        ("2025-04-22", "O", "Injunction ends", 4),
    ]


def test_quiet_times_are_whole_weeks_and_say_a_recorded_reason(given) -> None:
    weeks = {w: c.total() for w, c in by_week(given)[0].items()}
    assert [(q.first, q.weeks, q.reason) for q in quiet_times(given, weeks)] == [
        (date(2024, 3, 11), 6, "recorded: abroad (log number 7)"),
    ]


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (GapReason("sam", "abroad", "2024-04-01", "2024-04-21"), "recorded: abroad (log number 1)"),
        (GapReason("sam", "abroad", "2024-04-02", "2024-04-21"), ""),
        (GapReason("sam", "abroad", "2024-03-11", ""), ""),
        (GapReason("mum", "abroad", "2024-03-11", "2024-04-21"), ""),
        (Together("sam", "reunited", "2024-03", "2024-04"), "recorded: reunited (log number 1)"),
    ],
)
def test_a_reason_covers_half_of_it(told, reason: str, given) -> None:
    case = replace(given.case, decisions=tuple(decided(told)))
    weeks = {w: c.total() for w, c in by_week(given)[0].items()}
    (one,) = quiet_times(replace(given, case=case), weeks)
    assert one.reason == reason


def test_the_table_has_what_the_figure_has(given) -> None:
    said = charts_data(given, lambda text: text)
    (panel,) = said["panels"]
    assert said["services"] == ["WhatsApp", "Text message"]
    assert [(b["parts"], b["signs"], b["quiet"]) for b in panel["bars"]][:3] == [
        ([2, 0], "S", False), ([0, 1], "B", False), ([0, 0], "", True),
    ]
    assert panel["rows"] == [
        ["Mon 26 Feb 2024", "2", "0", "2", "S: told to stop, Sun 3 Mar 2024 (log number 1)"],
        ["Mon 4 Mar 2024", "0", "1", "1", "B: blocked, Mon 4 Mar 2024 (log number 2)"],
        ["Mon 11 Mar 2024 to the week of Mon 25 Mar 2024", "0", "0", "0",
         "3 weeks without a counted contact; reason recorded: abroad (log number 7)"],
        ["Mon 1 Apr 2024", "0", "0", "0", "W: warned by PC Lee, Mon 1 Apr 2024 (log number 3)"],
        ["Mon 8 Apr 2024", "0", "0", "0",
         "1 week without a counted contact; reason recorded: abroad (log number 7)"],
        ["Mon 15 Apr 2024", "0", "0", "0",
         "O: Injunction made, Sat 20 Apr 2024 (log number 4)"],
        ["Mon 22 Apr 2024", "1", "0", "1",
         "O: Injunction served or known, Mon 22 Apr 2024 (log number 4)"],
        ["Mon 29 Apr 2024 to the week of Mon 13 May 2024", "0", "0", "0",
         "3 weeks without a counted contact"],
        ["Mon 20 May 2024", "1", "0", "1", ""],
    ]
    assert said["outside"] == ["O: Injunction ends, Tue 22 Apr 2025 (log number 4)"]
    assert said["weeks_note"].startswith(
        "5 contacts in a certain week; 0 in no certain week. 1 recorded fact without a certain day"
    )


def test_the_pdf_is_tagged_and_each_figure_has_words_and_a_table(given, tmp_path) -> None:
    (tmp_path / "analysis").mkdir()
    charts_pdf(given, tmp_path, None)
    with pikepdf.open(tmp_path / "analysis/charts.pdf") as pdf:
        check_declared(pdf, "Charts")
        found = tags(pdf)
    alts = [alt for tag, alt in found if tag == "/Figure"]
    assert [alt.split(".")[0] for alt in alts] == ["Bar chart", "Bar chart of 24 hours"]
    assert "S: told to stop" in alts[0] and "No counted contact for 6 weeks" in alts[0]
    names = [tag for tag, _ in found]
    assert (names.count("/Table"), names.count("/TH")) == (2, 5 + 5)


def test_years_are_several_figures_on_one_scale(kit, tmp_path) -> None:
    recs = [kit.Rec(f"{year}-06-03T10:00:00+00:00") for year in (2001, 2023, 2023, 2024)]
    given = given_of(kit.build([kit.File("a.txt", recs)]), tmp_path)
    said = charts_data(given, lambda text: text)
    # Monday 28 May 2001 to Monday 3 June 2024: 1,202 weeks, of which 20 times 53 are drawn
    assert len(said["panels"]) == 20 and {p["high"] for p in said["panels"]} == {2}
    assert said["weeks_left"] == "142 earlier weeks not drawn: see weeks.csv."


def test_nothing_certain_is_said(kit, tmp_path) -> None:
    (tmp_path / "analysis").mkdir()
    given = given_of(kit.build([kit.File("a.txt", [kit.Rec("")])]), tmp_path)
    charts_pdf(given, tmp_path, None)
    with pikepdf.open(tmp_path / "analysis/charts.pdf") as pdf:
        assert "/Figure" not in [tag for tag, _ in tags(pdf)]
