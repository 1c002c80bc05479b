"""`withheld.csv`: what does not go with this hand-over, and that it does not; never what it says.

The one thing a reader would get wrong: "masked" is of the copy in this folder. The sealed original,
whose SHA-256 stands beside it, keeps every byte. `sha256` is that of a file kept back whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table

COLUMNS = ("what", "file", "where", "done", "times", "original_sha256", "sha256")
LEFT_OUT = {
    "third": ("words of other people in a group", "messages/", "listed without words"),
    "elsewhere": ("records of other people and threads", "", "not handed over"),
    "diary": ("diary entries that are not about the persons named", "", "not handed over"),
    "withheld": ("records of withheld numbers", "", "not handed over"),
    "cards": ("address cards", "", "not handed over"),
    "originals not given": ("files of which nothing is handed over", "", "not handed over"),
}
"""What each short name in `Given.facts` means here."""


def withheld_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write one row for each kind of thing in each file, then what was left out, counted."""
    write_table(folder / "record/withheld.csv", COLUMNS, _rows(given))


def _rows(given: Given) -> Iterator[list[str]]:
    for k in given.kept_back:
        yield [k.kind, k.file, k.where, k.done, str(k.times), k.original, k.sha256]
    for name, (what, file, done) in LEFT_OUT.items():
        if times := given.facts.get(name, 0):
            yield [what, file, "", done, str(times), "", ""]
    for said in given.not_taken:
        yield [said, "", "", "not handed over", "1", "", ""]


FORMAT = Format(
    "record/withheld.csv", "what was kept back or left out, and that it was", withheld_csv
)
