"""One hand-over and its gate: what is sought, what was taken out, what is said about it.

The one thing a reader would get wrong: there is no gate without an answer to "what must be kept
back", and no way to write a bundle that does not make one.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from rainbook.handover.gate import exhibits_bared
from rainbook.handover.gate.case_masked import masked_case, masked_entry
from rainbook.handover.gate.exhibits_bared import KEPT_WHOLE, MASKED
from rainbook.handover.gate.finder import Finder
from rainbook.handover.gate.interface import Report
from rainbook.handover.gate.last_look import last_look, look_at_bytes
from rainbook.handover.gate.masking import Masker
from rainbook.handover.gate.possible import Gathered, own_numbers
from rainbook.handover.gate.sought import kinds_of, sought_of
from rainbook.handover.gate.unwrapped import LOCKED
from rainbook.handover.interface import Entry, Given, KeptBack
from rainbook.record import CaseFile

OURS = "what is written here about the records"


class Gate:
    """The gate of one hand-over."""

    def __init__(self, case: CaseFile) -> None:
        """Read what must be kept back. Raises KeepBackNotAsked."""
        self.sought = sought_of(case)
        self.kinds = tuple(kinds_of(self.sought).items())
        self.finder = Finder(self.sought)
        self.own = own_numbers(case)

    def may_go_whole(self, stream: BinaryIO, size: int, name: str) -> bool:
        """Return whether a container may be handed over as it is."""
        return exhibits_bared.may_go_whole(stream, size, name, self.finder)

    def masked(self, given: Given, rows: frozenset[int]) -> Given:
        """Return what the formats are given, with every text masked. `rows`: rows of the case's
        table of which bytes were taken out.
        """
        mask = Masker(self.finder)
        entries = tuple(masked_entry(e, mask, e.row in rows) for e in given.entries)
        in_lines = dict(mask.counts)
        mask.counts.clear()
        made = replace(
            given,
            case=masked_case(given.case, mask),
            disclosure=replace(given.disclosure, purpose=mask(given.disclosure.purpose)),
            entries=entries,
            exhibits=tuple(replace(e, description=mask(e.description)) for e in given.exhibits),
            not_taken=tuple(mask(one) for one in given.not_taken),
            before=None if given.before is None else masked_case(given.before, mask),
        )
        said = [
            KeptBack(file, kind, where, MASKED, times)
            for file, where, counts in (
                ("messages/", "the lines of the chronology", in_lines),
                ("", OURS, dict(mask.counts)),
            )
            for kind, times in sorted(counts.items())
        ]
        # a place is named after what holds it, and that name may be the very thing
        mine = [replace(k, where=mask(k.where)) for k in given.kept_back]
        return replace(made, kept_back=(*mine, *said), sought=self.kinds)

    def last_look(self, folder: Path, given: Given) -> Report:
        """Look through every file of the folder and return what there is to agree to.

        Raises GateStopped.
        """
        gathered = Gathered(self.finder, self.own)
        looked = last_look(folder, given.exhibits, self.finder, gathered)
        whole = tuple(k for k in given.kept_back if k.done == KEPT_WHOLE)
        return Report(
            parts=tuple(sorted(given.parts)),
            masked=tuple(k for k in given.kept_back if k.done != KEPT_WHOLE),
            kept_files=whole,
            possible=gathered.all(),
            unseen=tuple(looked.unseen),
            could_not_look=tuple(k.file for k in whole if k.kind == LOCKED),
            sought=self.kinds,
            looked=looked.files,
            not_taken=given.not_taken,
        )

    def look_again(self, name: str, path: Path) -> None:
        """Look through a text that was written after the last look. Raises GateStopped."""
        look_at_bytes(name, path.read_bytes(), self.finder)


def touched(entries: tuple[Entry, ...]) -> frozenset[int]:
    """Return the rows of the case's table whose exact bytes must not go: for the proof."""
    return frozenset(e.row for e in entries if e.masked)
