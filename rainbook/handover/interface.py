"""What every format of a bundle is given, and the ways a hand-over can be refused.

The one thing a reader would get wrong: a format never touches the case. It is given `Given` (the
chosen lines, the exhibits and the facts, all plain) and writes its own files; so two formats can
never disagree about a line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from rainbook.handover.times import Shown
from rainbook.record import CaseFile, Citation, Disclosure, Exhibit, RainbookError

ReadOriginal = Callable[[str], BinaryIO]
"""SHA-256 of an original → a seekable stream of its exact bytes. It is closed after use."""
PARTS_ALWAYS = frozenset({"read-me.txt", "check.html", "record/withheld.csv"})
"""Parts that go with every hand-over, whatever a recipe or a person chose. The bundle itself writes
contents.csv, hashes.txt and the signature.
"""
Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much is done, and of how much."""


class FolderInUse(RainbookError):
    """The folder to write to already holds something, or cannot be made."""


class InitialsWanted(RainbookError):
    """The disclosure names no usable initials for the person who will produce the exhibits."""


class PersonNotKnown(RainbookError):
    """The disclosure names a person the case does not know, or nobody."""


class NothingToHandOver(RainbookError):
    """No event in the case belongs to the persons named."""


class PartNotKnown(RainbookError):
    """A part was chosen that no version of a hand-over has."""


class OriginalChanged(RainbookError):
    """A sealed original no longer gives the bytes it was sealed with."""


class PlaceNotThere(RainbookError):
    """A cited place could not be read from its original, so the exhibit cannot be made."""


class BundleNotWritten(RainbookError):
    """The disk refused something while the bundle was made; the folder is as it was before."""


class NotTypeset(RainbookError):
    """A PDF could not be made."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the chronology, every value a string as it stands in the record or in plain
    words.

    `words` is None where the record has none. `withheld` is True for what a third person in a group
    wrote: the line is kept, its words and account are not given. `theirs`: by a person named in the
    disclosure, by decision and not by guess; `own`: by the complainant; `went_out`: not a draft
    and not known to have failed.
    """

    number: int
    row: int
    id: str
    time: Shown
    as_written: str
    doubts: tuple[str, ...]
    channel: str
    kind: str
    way: str
    who: str
    account: str
    words: str | None
    attachments: tuple[str, ...]
    state: str
    warnings: tuple[str, ...]
    counted: bool
    why_not: str
    ref: str
    file: str
    citation: Citation
    withheld: bool
    theirs: bool
    own: bool
    went_out: bool
    masked: bool = False  # something in it was kept back: its exact bytes are not given

    @property
    def path(self) -> str:
        """The member of the container the line stands in, "" for the original itself."""
        return self.citation.path or ""

    @property
    def contact(self) -> bool:
        """True for what the person named did and what may be counted."""
        return self.theirs and self.counted

    @property
    def reply(self) -> bool:
        """True for what the complainant sent, as far as it went out and may be counted."""
        return self.own and self.counted and self.went_out


class Setting(Protocol):
    """What sets long documents while the rest goes on (paper/press.py)."""

    def later(
        self,
        path: Path,
        template: str,
        data: Callable[[bool], Mapping[str, Any]],
        stamp: datetime,
        told: Callable[[], None],
    ) -> None:
        """Set a document into a file, soon."""
        ...


@dataclass(frozen=True, slots=True)
class Given:
    """Everything a format may use."""

    case: CaseFile
    disclosure: Disclosure
    entries: tuple[Entry, ...]
    exhibits: tuple[Exhibit, ...]
    cited: Mapping[str, int]  # exhibit ref → how many lines cite it
    mains: frozenset[str]  # refs of originals and extracts, without those of single attachments
    numbers: Mapping[int, int]  # row of the case's table → number of its line
    facts: Mapping[
        str, int
    ]  # what was left out and why, by short name (see selection.Selection.facts)
    not_taken: tuple[str, ...] = field(
        default=()
    )  # attachments that could not be given, in plain words
    parts: frozenset[str] = frozenset()  # the names of the formats that are written
    kept_back: tuple[KeptBack, ...] = ()  # what the gate took out, for record/withheld.csv
    sought: tuple[tuple[str, int], ...] = ()  # how many things of each kind were looked for
    looked: str = "not asked"  # whether somebody looked at the pictures and recordings: yes, no
    before: CaseFile | None = None  # the case as it was after log entry `disclosure.since`
    closed: frozenset[str] = frozenset()  # originals that do not go by their own SHA-256
    # original and member → reference and file of the exhibit its records stand in
    places: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    order_law: tuple[Mapping[str, str], ...] = ()  # kinds of orders, as the law file cites them
    press: Setting | None = None  # sets long documents beside the rest
    # what was worked out already for this hand-over (see once.py)
    known: dict[str, Any] = field(init=False, default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class KeptBack:
    """One thing that was taken out, or a file that was kept back whole; never its words.

    `file`: where in the bundle; `kind`: address, number, place (GPS), author …; `where`: text,
    EXIF, file name …; `done`: "masked", "taken out of a copy", "file kept back"; `original`: the
    SHA-256 of the sealed original that keeps it ("" for what we wrote ourselves).
    """

    file: str
    kind: str
    where: str
    done: str
    times: int = 1
    original: str = ""
    sha256: str = ""  # of a file that was kept back whole; "" for a text, which could be guessed


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file in a bundle: the name people look for, what it is, and what writes it into a
    folder.
    """

    name: str
    what: str
    write: Callable[[Given, Path, Progress | None], None]
    always: bool = True  # False: only when a recipe names it


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a bundle: `what` is changed, missing, added, moved, reordered or
    unreadable.
    """

    what: str
    file: str
    sentence: str
