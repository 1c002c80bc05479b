"""What one line of a matrix table is, and the people and days the tables share.

The one thing a reader would get wrong: `bears`, `weakens` and `gaps` are whole lines that must
stand in that column; `silent` are pieces that must stand in no column of that element.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rainbook.record import AccountOf, CaseFile, Decision
from tests.signs.build import JOINED, Row, case, id_of_row, say
from tests.signs.told import KIM_IS, MAR3, MAR9, MAR10

EW, SC, NI = "england_wales", "scotland", "northern_ireland"
TWO = [say(MAR3), say(MAR9)]
THREE = [say(MAR3), say(MAR9), say(MAR10)]
OLD = [say("2012-11-01 10:00"), say("2012-11-24 10:00")]
ACROSS = [say("2012-11-24 23:59"), say("2012-11-25 10:00")]
DIARY_IS = AccountOf("alex", "diary:name:Alex", "seen")


@dataclass(frozen=True)
class Beside:
    """One line of the table: what is on record, under which law and element (and route), and what
    stands in each column.
    """

    given: str
    build: Callable[[], CaseFile]
    element: str
    bears: tuple[str, ...] = ()
    weakens: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    law: str = EW
    route: str = ""


def with_said(
    rows: Sequence[Row], *about: tuple[int, Callable[[str], Decision]] | Decision
) -> Callable[[], CaseFile]:
    """Return a case of these rows, with decisions; a pair is made for the event id of its row."""

    def build() -> CaseFile:
        made = [
            one[1](id_of_row(list(rows), one[0])) if isinstance(one, tuple) else one
            for one in about
        ]
        return case(list(rows), [*JOINED, *KIM_IS, DIARY_IS, *made])

    return build
