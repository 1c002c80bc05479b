"""What the complainant recorded, whole. The one thing a reader would get wrong: what was taken back
is not here.
"""

from __future__ import annotations

from rainbook.handover.csv_file import ADDED

ROWS = [  # log number, fact, when, words, more, apostrophe
    ("1", "asks", "", "'=I want it all to stop.", "", "words_or_clauses"),
    ("2", "told to stop", "2024-03-03T14:06:00+00:00", "text", "", ""),
    ("3", "blocked", "2024-03-06", "'+44 7700 900123", "", "words_or_clauses"),
    (
        "4",
        "Non-molestation order",
        "",
        "No contact.",
        "made 2024-03-07; until 2025-03-07; exceptions: none recorded",
        "",
    ),
]


def test_facts(handed) -> None:
    found = [
        (r["log_number"], r["fact"], r["when"], r["words_or_clauses"], r["more"], r[ADDED])
        for r in handed.table("facts.csv")
    ]
    assert found == ROWS
