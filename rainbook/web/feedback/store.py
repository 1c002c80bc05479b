"""Keeps what people say about a page: text, page and day, one line of JSON each, and nothing else.

The one thing a reader would get wrong: the time of the file itself would tell when somebody wrote,
so it is set back to the beginning of the day each time a line is added.
"""

from __future__ import annotations

import csv
import io
import json
import os
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from rainbook.record import RainbookError

NAME = "feedback.jsonl"
LONGEST = 5_000
"""Characters of one text."""
WHOLE = 50_000_000
"""Bytes of the whole file; beyond it nothing is added until old lines are taken away."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class FeedbackNotKept(RainbookError):
    """A text could not be written down."""


class FeedbackNotRead(RainbookError):
    """The file of what people said cannot be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one person said: exactly as typed, about which page ("" if unknown), on which day."""

    text: str
    page: str
    day: str


class Kept:
    """The file of entries in one folder. Several processes may add to it at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / NAME

    def add(self, text: str, page: str, day: date | None = None) -> None:
        """Add one entry. `day` is today when none is given. Raises FeedbackNotKept."""
        entry = Entry(text, page, (day or date.today()).isoformat())
        line = json.dumps(asdict(entry), ensure_ascii=True, separators=(",", ":")) + "\n"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._alone():
                if self.path.exists() and self.path.stat().st_size + len(line) > WHOLE:
                    raise FeedbackNotKept(
                        "There is no more room for feedback here, so yours was not kept. "
                        "Whoever runs this site can make room; please try again another day."
                    )
                self._append(line.encode("ascii"))
        except (OSError, Timeout) as error:
            raise FeedbackNotKept(
                "Your feedback could not be written down. Nothing was kept. Please try again later."
            ) from error

    def _append(self, line: bytes) -> None:
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        number = os.open(self.path, flags, 0o600)
        try:
            os.write(number, line)
            os.fsync(number)
        finally:
            os.close(number)
        _only_the_day(self.path)

    def _alone(self) -> FileLock:
        return FileLock(self.folder / "feedback.lock", timeout=10)

    def entries(self) -> tuple[Entry, ...]:
        """Return every entry, oldest first. Raises FeedbackNotRead."""
        if not self.path.exists():
            return ()
        try:
            lines = self.path.read_text(encoding="ascii").split("\n")
            return tuple(_entry(line) for line in lines if line)
        except (OSError, ValueError, TypeError) as error:
            raise FeedbackNotRead(
                f"{self.path} is not a file this program wrote, or it was changed. "
                "Look at it with a text editor; each line must be one entry."
            ) from error

    def delete_before(self, day: date) -> int:
        """Take away every entry of an earlier day; return how many. Raises FeedbackNotRead."""
        if not self.path.exists():
            return 0
        with self._alone():
            all_of_them = self.entries()
            left = [e for e in all_of_them if e.day >= day.isoformat()]
            new = self.path.with_suffix(".new")
            number = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(number, "w", encoding="ascii", newline="\n") as file:
                file.write(as_lines(left))
                file.flush()
                os.fsync(file.fileno())
            _only_the_day(new)
            os.replace(new, self.path)
        return len(all_of_them) - len(left)


def _only_the_day(path: Path) -> None:
    midnight = time.mktime((*date.today().timetuple()[:3], 0, 0, 0, 0, 0, -1))
    os.utime(path, (midnight, midnight))


def _entry(line: str) -> Entry:
    given = json.loads(line)
    if set(given) != {"text", "page", "day"} or not all(isinstance(v, str) for v in given.values()):
        raise ValueError(line[:80])
    date.fromisoformat(given["day"])
    return Entry(**given)


def as_lines(entries: Iterable[Entry]) -> str:
    """Return entries as lines of JSON, in ASCII, so that no character can hide another."""
    return "".join(json.dumps(asdict(e), separators=(",", ":")) + "\n" for e in entries)


def as_csv(entries: Iterable[Entry]) -> str:
    """Return entries as CSV with a byte order mark. A cell a spreadsheet would work out as a
    formula gets an apostrophe in front; control and direction characters are written out.
    """
    made = io.StringIO()
    rows = csv.writer(made, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    rows.writerow(("day", "page", "text"))
    for one in entries:
        rows.writerow(_cell(value) for value in (one.day, one.page, one.text))
    return "\ufeff" + made.getvalue()


def _cell(value: str) -> str:
    seen = "".join(c if c.isprintable() or c == "\n" else f"\\u{ord(c):04x}" for c in value)
    # spaces in front do not stop a spreadsheet from seeing a formula
    return f"'{seen}" if value.startswith(_FORMULA) or seen.lstrip().startswith(_FORMULA) else seen
