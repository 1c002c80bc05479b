"""What changed since last time, a row each: counted by hand from `then_now.py`.
"""

from __future__ import annotations

from rainbook import record
from rainbook.handover.said.changes import NO_EARLIER
from tests.handover.recipes.then_now import told

PDF, CSV = "record/changes.pdf", "record/changes.csv"


def test_every_change_has_its_row(then_and_now, give, rows) -> None:
    folder = give(then_and_now.now, CSV, before=then_and_now.then, since=19)
    table = rows(folder / CSV)
    found = [(r["part"], r["what"], r["then"], r["now"], r["lines"], r["log_numbers"])
             for r in table]
    order = "Non-molestation order"
    assert found[1:] == [
        # the photo of 8 March is after the 7th; the guess of the 7th is not his by a decision
        ("after an order", order, "", "1 new contact after it was served", "8", "20"),
        ("promises", "“to call back”", "", "by Sat 16 Mar 2024; kept: not said", "", "21"),
        ("refusals", order, "", "Thu 7 Mar 2024", "", "20"),
        ("lines", "Text message, from the other person", "",
         "1 line: Wed 6 Mar 2024, 08:00:00 +00:00", "6", ""),
        ("lines", "Text message, of others or not known of whom", "",
         "1 line: Thu 7 Mar 2024, 08:00:00 +00:00", "7", ""),
        ("lines", "WhatsApp, from the other person", "",
         "1 line: Fri 8 Mar 2024, 08:00:00 +00:00", "8", ""),
        ("originals", "sms.xml", "", "received Sat 1 Jun 2024, 11:00 +01:00; 2 lines", "6 7", ""),
        ("originals", "WhatsApp Chat with Sam.zip", "",
         "received Sat 1 Jun 2024, 11:00 +01:00; 1 line", "8", ""),
        ("originals", "Of which nothing is handed over", "", "1 original", "", ""),
        ("findings", "Repeated", "cannot tell: One act.", "shown: Five acts.", "", ""),
        ("figures", "Repeated: acts", "3", "5", "", ""),
        ("figures", "Repeated: by day", "b: 2", "b: 3", "", ""),
        ("gaps", "Act 1997 s.4, s.5", "Not tagged: 3 acts.", "Not tagged: 5 acts.", "", ""),
        ("gaps", "Act 1997 s.4, s.5", "No impact is recorded.", "closed", "", ""),
        ("gaps", "Act 1997 s.4, s.5", "", "No witness is named.", "", ""),
        *(
            ("decisions", "Police contact", "",
             f"Sat 9 Mar 2024; something else; promised: “{words}”; by {day}", "", number)
            for number, words, day in (
                ("21", "to call back", "Sat 16 Mar 2024"),
                ("22", "kept one", "Sat 16 Mar 2024"),
                ("23", "not yet due", "Mon 1 Jul 2024"),
            )
        ),
        ("taken back", "Blocked", "recorded", "taken back", "", "3"),
    ]
    assert found[0][1].startswith("Compared with the book after entry 19 of its log")


def test_what_is_about_others_or_kept_back_is_not_in_it(then_and_now, give, text) -> None:
    folder = give(then_and_now.now, CSV, PDF, before=then_and_now.then, since=19)
    said = text(folder / PDF) + (folder / CSV).read_text("utf-8-sig")
    for word in ("ABOUT MUM", "Canal", "GONE", "contacts.vcf", "Nadia"):
        assert word not in said, word


def test_nothing_changed(kit, give, rows) -> None:
    made = kit.build(kit.files(), kit.decisions())
    folder = give(made, CSV, before=made.case, since=7)
    assert [r["part"] for r in rows(folder / CSV)] == ["compared with"]


def test_nothing_to_compare_with_is_another_answer(kit, give, rows) -> None:
    folder = give(kit.build(kit.files(), kit.decisions()), CSV)
    assert [r["what"] for r in rows(folder / CSV)] == [NO_EARLIER]


def test_before_anybody_was_named_every_line_is_new(kit, give, rows) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec(), kit.Rec("2024-03-04T08:00:00+00:00", "b")])])
    empty = kit.build([kit.File("b.txt", [kit.Rec(who="mum", thread="m")])])
    table = rows(give(made, CSV, before=empty.case, since=3) / CSV)
    assert [r["lines"] for r in table if r["part"] == "lines"] == ["1 2"]


def test_a_line_that_is_no_longer_in_the_thread(kit, give, rows) -> None:
    recs = [kit.Rec(words="one"), kit.Rec("2024-03-04T08:00:00+00:00", "two")]
    then = kit.build([kit.File("a.txt", recs), kit.File("b.txt", [kit.Rec(words="three")])])
    now = kit.build([kit.File("a.txt", recs)])
    table = rows(give(now, CSV, before=then.case, since=3) / CSV)
    found = [(r["what"], r["then"], r["now"]) for r in table if r["part"] == "lines"]
    assert found == [("No longer in this thread", "1 line", "0 lines")]


def test_contact_after_the_order_ended_is_not_under_it(kit, give, rows) -> None:
    order = record.OrderServed("sam", "Order", "2024-01-01", "2024-01-01", "2024-03-03")
    recs = [kit.Rec("2024-03-02T08:00:00+00:00", "in"), kit.Rec("2024-03-05T08:00:00+00:00", "out")]
    now = kit.build([kit.File("a.txt", recs)], [told(20, order)])
    then = kit.build([kit.File("b.txt", [kit.Rec("2023-01-01T08:00:00+00:00")])])
    table = rows(give(now, CSV, before=then.case, since=3) / CSV)
    assert [r["lines"] for r in table if r["part"] == "after an order"] == ["1"]


def test_a_setting_that_differs_is_said(kit, give, rows) -> None:
    recs = [kit.File("a.txt", [kit.Rec()])]
    then = kit.build(recs, settings={"session_gap_minutes": "60"})
    now = kit.build(recs, settings={"session_gap_minutes": "30"})
    table = rows(give(now, CSV, before=then.case, since=3) / CSV)
    assert table[-1]["what"] == "session gap minutes: 60 then, 30 now"


