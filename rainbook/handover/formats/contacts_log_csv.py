"""`record/contacts-log.csv`: each contact with the police, what was promised, and by when.

The one thing a reader would get wrong: `overdue` is "yes" when the day had passed by the state of
the records and nobody recorded it as done; it does not say that it was not done.
"""

from __future__ import annotations

from pathlib import Path

from rainbook.handover.interface import Format, Given, Progress
from rainbook.handover.paper.csv_file import write_table
from rainbook.handover.schedules.contacts import contacts_of

NAME = "record/contacts-log.csv"
COLUMNS = (
    "log_number",
    "when",
    "how",
    "who",
    "station",
    "reference",
    "said",
    "promised",
    "promised_by",
    "kept",
    "standing",
    "overdue",
    "line",
    "recorded_by",
    "recorded_utc",
)


def police_contacts_csv(given: Given, folder: Path, progress: Progress | None) -> None:
    """Write one row for each contact, in order of time."""
    rows = (
        (
            str(c.number),
            c.at,
            c.how,
            c.who,
            c.station,
            c.reference,
            c.said,
            c.promised,
            c.promised_by,
            c.kept if c.promised or c.promised_by else "",
            c.standing,
            "yes" if c.overdue else "no",
            str(c.line or ""),
            c.by,
            c.recorded,
        )
        for c in contacts_of(given)
    )
    write_table(folder / NAME, COLUMNS, rows)


FORMAT = Format(NAME, "contacts with the police: promises and references", police_contacts_csv)
