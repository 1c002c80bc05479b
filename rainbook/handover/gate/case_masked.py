"""The case as the formats see it: every text in it without what must be kept back.

The one thing a reader would get wrong: it is a copy made for writing. What was chosen, counted and
found was worked out before from the case itself, so masking changes no row, no count, no answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from rainbook.handover.gate.masking import Masker
from rainbook.handover.interface import Entry
from rainbook.record import CaseFile, Event, KeepBack

T = TypeVar("T")
# names of things, not words about them: they join one part of a case to another
_WORDS = (
    "sha256 original originals person key event other id ref file role sign outcome grouping "
    "source answer option basis at made served until start end received day jurisdiction as_of "
    "platform state way call zone media_type code size refusal order initials"
)
_NAMES = frozenset(_WORDS.split())
_TEXTS_OF_ENTRY = ("as_written", "channel", "who", "account", "words", "state", "why_not")


def masked(value: T, mask: Masker) -> T:
    """Return any value of the record with the texts in it masked; names and numbers stay."""
    made: Any = value
    if isinstance(value, str):
        made = mask(value)
    elif isinstance(value, tuple | list):
        made = type(value)([masked(one, mask) for one in value])
    elif isinstance(value, Mapping):
        made = {k: one if k in _NAMES else masked(one, mask) for k, one in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for spec in fields(value):
            old = getattr(value, spec.name)
            if not _is_name(spec.name, spec.metadata, old):
                new = masked(old, mask)
                if new is not old and new != old:
                    changes[spec.name] = new
        made = replace(value, **changes) if changes else value
    return made  # type: ignore[no-any-return]


def _is_name(name: str, metadata: Mapping[str, Any], value: object) -> bool:
    if "one_of" in metadata or not isinstance(value, (str, tuple, list, Mapping)):
        return not is_dataclass(value)
    return name in _NAMES and isinstance(value, str)


def masked_case(case: CaseFile, mask: Masker) -> CaseFile:
    """Return the case for writing: no `KeepBack` in it, and no text that holds one."""

    def event(row: int) -> Event:
        return masked(case.event(row), mask)

    table = case.table
    kept = [d for d in case.decisions if not isinstance(d.what, KeepBack)]
    return replace(
        case,
        table=replace(
            table,
            accounts=tuple(replace(a, raw=mask(a.raw)) for a in table.accounts),
            threads=tuple(mask(t) for t in table.threads),
            recipients=tuple(tuple(mask(r) for r in many) for many in table.recipients),
            problems=masked(table.problems, mask),
            readings=_readings(table.readings, mask),
        ),
        originals=masked(case.originals, mask),
        people=masked(case.people, mask),
        why_not={row: mask(text) for row, text in case.why_not.items()},
        decisions=tuple(masked(d, mask) for d in kept),
        orders=masked(case.orders, mask),
        findings=masked(case.findings, mask),
        matrices=masked(case.matrices, mask),
        clauses=masked(case.clauses, mask),
        notes=masked(case.notes, mask),
        account_person={
            mask(key): tuple(mask(w) for w in who)  # type: ignore[misc]
            for key, who in case.account_person.items()
        },
        keys=tuple(mask(key) for key in case.keys),
        event=event,
    )


def _readings(
    readings: Mapping[str, Mapping[str, str]], mask: Masker
) -> dict[str, Mapping[str, str]]:
    """Return how each file was read; a key is an original and, behind a slash, a path inside it."""
    made: dict[str, Mapping[str, str]] = {}
    for key, reading in readings.items():
        original, slash, path = key.partition("/")
        made[f"{original}{slash}{mask(path)}"] = masked(reading, mask)
    return made


def masked_entry(entry: Entry, mask: Masker, touched: bool) -> Entry:
    """Return a line with its texts masked. `touched`: bytes of its record were taken out.

    Its `masked` is True where either was done; then its exact bytes are not given.
    """
    new: dict[str, Any] = {}
    for name in _TEXTS_OF_ENTRY:
        old = getattr(entry, name)
        if old and (made := mask(old)) != old:
            new[name] = made
    files = tuple(mask(name) for name in entry.attachments)
    if files != entry.attachments:
        new["attachments"] = files
    path = entry.citation.path
    if path and (made := mask(path)) != path:
        new["citation"] = replace(entry.citation, path=made)
    return replace(entry, **new, masked=True) if new or touched else entry
