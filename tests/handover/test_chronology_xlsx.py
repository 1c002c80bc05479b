"""The workbook: every cell text, the same bytes twice, nothing cut without saying so.

The one thing a reader would get wrong: what the workbook shows is read back here with another
program's eyes (openpyxl, and the XML itself), not with the writer's.
"""

from __future__ import annotations

import csv
import zipfile
from datetime import datetime

import openpyxl
import pytest
import xlsxwriter

from rainbook.handover.figures import chronology_cells
from rainbook.handover.formats.chronology_xlsx import (
    LONGEST,
    OPTIONS,
    _fill,
    chronology_xlsx,
    held_cell,
)
from tests.handover.front_door import given_of


@pytest.fixture
def sheet(handed):
    """The sheet of the story's workbook: header → cells of the lines."""
    book = openpyxl.load_workbook(handed.folder / "messages/chronology.xlsx")
    rows = list(book.active.iter_rows(values_only=True))
    return book, {name: [r[at] for r in rows[1:]] for at, name in enumerate(rows[0])}


def test_the_same_lines_as_the_csv(handed, sheet) -> None:
    _, columns = sheet
    for name in set(chronology_cells.COLUMNS) - {"line", "words", "account"}:
        csv_cells = [row[name] for row in handed.table("messages/chronology.csv")]
        assert [cell or "" for cell in columns[name]] == csv_cells, name


def test_nothing_is_a_formula_a_link_or_a_number_in_disguise(handed, sheet) -> None:
    _, columns = sheet
    assert columns["words"][2] == '=HYPERLINK("x")'
    assert columns["account"][0] == "+44 7700 900123"
    assert columns["line"] == list(range(1, 10))
    with zipfile.ZipFile(handed.folder / "messages/chronology.xlsx") as parts:
        everything = b"".join(parts.read(n) for n in parts.namelist())
        dates = {info.date_time for info in parts.infolist()}
    assert b"<f>" not in everything and b"<hyperlink" not in everything
    assert {year for year, *_ in dates} == {1980}  # of no clock


def test_it_says_who_and_when_of_nobody(sheet) -> None:
    book, _ = sheet
    assert (book.properties.creator, book.properties.lastModifiedBy) == (None, None)
    assert book.properties.created == datetime(2024, 6, 2, 9)


def test_days_and_times_only_where_there_is_one(sheet) -> None:
    _, columns = sheet
    # line 4 has two readings, line 9 no time
    assert columns["day_and_time"] == [
        datetime(2024, 3, 3, 14, 5), datetime(2024, 3, 3, 14, 6), datetime(2024, 3, 3, 14, 30),
        None, datetime(2024, 3, 5, 9), datetime(2024, 3, 6, 8), datetime(2024, 3, 7, 8),
        datetime(2024, 3, 8, 8), None,
    ]


def test_header_frozen_filtered_and_repeated(sheet) -> None:
    book, columns = sheet
    one = book.active
    assert (one.freeze_panes, one.auto_filter.ref, one.print_title_rows) == (
        "B2", f"A1:{one.cell(1, len(columns)).column_letter}10", "$1:$1",
    )
    assert one.column_dimensions["N"].width > 60  # the words


HELD = [
    ("plain", "plain", 0),
    ("a\x00b\x1fc", "a⟦U+0000⟧b⟦U+001F⟧c", 1),
    ("half \ud83d pair", "half ⟦U+D83D⟧ pair", 1),
    ("two\nlines\r\nthree\rfour", "two\nlines\nthree⟦U+000D⟧four", 1),
    ("_x0041_", "_x005F_x0041_", 0),
    ("x" * LONGEST, "x" * LONGEST, 0),
    ("x" * (LONGEST + 1), "x" * 32_707 + "… (cut: 61 more, see chronology.csv)", 1),
]


@pytest.mark.parametrize(("cell", "held", "changes"), HELD, ids=range(len(HELD)))
def test_what_a_cell_can_hold(cell: str, held: str, changes: int) -> None:
    found, what = held_cell(cell)
    assert (found, len(what)) == (held, changes)


def test_letters_outside_the_first_plane_count_twice() -> None:
    found, what = held_cell("😀" * LONGEST)
    assert len(found.encode("utf-16-le")) // 2 <= LONGEST and what
    assert found.startswith("😀" * 10_000) and "see chronology.csv" in found[-60:]


def test_a_line_that_was_changed_says_so(kit, tmp_path) -> None:
    (tmp_path / "messages").mkdir()
    made = kit.build([kit.File("a.txt", [kit.Rec(words="a\x07b"), kit.Rec(words="_x0041_")])])
    chronology_xlsx(given_of(made, tmp_path), tmp_path, None)
    path = tmp_path / "messages/chronology.xlsx"
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    at = rows[0].index("words")
    assert (rows[1][at], rows[1][-1]) == (
        "a⟦U+0007⟧b", "words: characters no workbook can hold are marked",
    )
    assert rows[2][-1] is None
    assert b"_x005F_x0041_" in zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")
    assert [p.name for p in (tmp_path / "messages").iterdir()] == ["chronology.xlsx"]


def test_more_lines_than_a_sheet_holds_go_on_further_sheets(kit, tmp_path) -> None:
    made = kit.build([kit.File("a.txt", [kit.Rec(words=str(n)) for n in range(5)])])
    book = xlsxwriter.Workbook(str(tmp_path / "x.xlsx"), {**OPTIONS, "tmpdir": str(tmp_path)})
    _fill(book, given_of(made, tmp_path), 2, None)
    book.close()
    found = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert {s.title: [r[0].value for r in s.iter_rows(min_row=2)] for s in found} == {
        "Chronology 1": [1, 2], "Chronology 2": [3, 4], "Chronology 3": [5],
    }


def test_the_same_bytes_twice(story, tmp_path) -> None:
    given = given_of(story, tmp_path / "g")
    made = []
    for name in ("one", "two"):
        (tmp_path / name / "messages").mkdir(parents=True)
        chronology_xlsx(given, tmp_path / name, None)
        made.append((tmp_path / name / "messages/chronology.xlsx").read_bytes())
    assert made[0] == made[1]


def test_the_csv_reader_agrees_on_the_columns(handed) -> None:
    with (handed.folder / "messages/chronology.csv").open(encoding="utf-8-sig", newline="") as text:
        assert next(csv.reader(text))[:-1] == list(chronology_cells.COLUMNS)
