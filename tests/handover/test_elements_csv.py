"""The elements, whole. The one thing a reader would get wrong: the two routes of s.4A stand apart,
and the matrix of a person who is not handed over is not in the file.
"""

from __future__ import annotations

S7, S4A = "Protection from Harassment Act 1997 s.7(3)", "Protection from Harassment Act 1997 s.4A"
ROWS = [  # section, route, part, text, lines, log numbers
    ("", "", "the law", "England and Wales. The sections were read as they stood in 2015.", "", ""),
    ("", "", "read first", "Picked as conveying a threat of grievous bodily harm.", "6", ""),
    (
        "",
        "",
        "date",
        "Last dated incident + 6 months, ss.2/2A only: ask the police. 2024-09-08",
        "8",
        "",
    ),
    (
        S7,
        "",
        "words of the law",
        "“conduct on at least two occasions in relation to that person”",
        "",
        "",
    ),
    (S7, "", "on record", "Five acts.", "1 3 4 6 8", ""),
    (S7, "", "against", "A reply.", "2", ""),
    (S7, "", "limit", "Whether the occasions are linked is for a court.", "", ""),
    (S4A, "(i)", "words of the law", "“serious", "", ""),
    (S4A, "(i)", "not recorded", "Fear of violence is not recorded.", "", ""),
    (S4A, "(i)", "limit", "What B felt is for B to say.", "", ""),
    (S4A, "(ii)", "words of the law", "“serious", "", ""),
    (S4A, "(ii)", "on record", "Distress: yes.", "6", "9"),
    (S4A, "(ii)", "not recorded", "No change is recorded.", "", ""),
    (S4A, "(ii)", "limit", "What B felt is for B to say.", "", ""),
    ("", "", "limit", "Whether a Bill of 2025 is in force is not known here.", "", ""),
]


def test_elements(lawful) -> None:
    found = []
    for row in lawful.table("analysis/elements.csv"):
        section = S4A if row["section"].startswith(S4A) else row["section"]
        text = row["text"] if section != S4A else row["text"].replace(WORDS, "“serious")
        found.append(
            (
                section,
                row["route"].split(" ")[0],
                row["part"],
                text,
                row["lines"],
                row["log_numbers"],
            )
        )
    assert found == ROWS
    assert {row["person"] for row in lawful.table("analysis/elements.csv")} == {"Sam Marsh"}


WORDS = "“serious alarm or distress which has a substantial adverse effect” Either of two routes."


def test_every_element_has_its_source_and_day(lawful) -> None:
    rows = [r for r in lawful.table("analysis/elements.csv") if r["section"]]
    assert rows
    assert [r for r in rows if not (r["source"] and r["as_of"])] == []


def test_no_matrix_gives_an_empty_table(handed) -> None:
    assert handed.table("analysis/elements.csv") == []
