"""WhatsApp "Export chat": the .txt, alone or inside its .zip.

The one thing a reader would get wrong: a header counts only at the start of a line *and* in the
file's own style.
On an iPhone export (records end in CR LF) a header-like line after a bare LF is part of somebody's
message. On
Android nothing in the bytes can tell a typed header from a real one when its style and time fit;
those that do not
fit are flagged and never counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

import numpy as np
import numpy.typing as npt

from rainbook.events.sources._whatsapp_header import (
    LONGEST_HEADER,
    Style,
    day_token,
    headers_in,
    main_style,
    time_of_day,
)
from rainbook.events.sources._whatsapp_pass import Pass, look_at, without_end
from rainbook.events.sources._whatsapp_words import LRM, PREFIXES
from rainbook.events.sources.interface import Asked, Draft, Material
from rainbook.moment import find_order, local_to_utc, readings_of
from rainbook.moment.clock import DAY
from rainbook.moment.order import Token
from rainbook.record import Account, EventTable, Precision, Problem, Warn, Wrapping, ZoneFrom

SAMPLE = 262_144
_BOMS = (b"\xef\xbb\xbf",)
_PHONE = re.compile(r"\+?[\d\s\-\u2010-\u2015\u00a0\u202a\u202c\u200e().]{7,}")


class WhatsApp:
    """WhatsApp chat export."""

    name = "whatsapp"
    title = "WhatsApp chat export"

    def claims(self, head: bytes, name: str) -> bool:
        """Return True when two lines, or the first, of the head are WhatsApp headers of one style."""
        if head.startswith((b"<", b"{", b"PK\x03\x04", b"BEGIN:")):
            return False
        head = _without_bom(head)
        style = main_style(head)
        if style is None:
            return False
        lines = [start for start, found in headers_in(head) if found == style]
        return len(lines) >= 2 or lines[0] == 0

    def read(self, material: Material, asked: Asked) -> Iterator[EventTable]:
        """Yield one table with every record of the export. Problems name what stands before the
        first record.
        """
        sample = material.read_at(0, SAMPLE)
        lead = 3 if sample.startswith(_BOMS) else 0
        style = main_style(sample[lead:])
        if style is None:
            raise ValueError("not a WhatsApp export: claims() was not asked first")
        crlf = _records_end_in_crlf(sample, style)
        marks = _marks_kept(sample, style)
        done = Pass(material, style, crlf, lead, marks).run()
        order = find_order(
            [t for i in _changes(done.dates) if (t := done.tokens[i])], asked.date_order
        )
        reading = {
            "source": self.name,
            "style": style.key(),
            "crlf": str(int(crlf)),
            "orders": "|".join(order.orders),
            "order_because": order.because,
            "order_assumed": str(int(order.assumed)),
            "zone": asked.zone,
            "zone_said": str(int(asked.zone_said)),
            "marks": str(int(marks)),
            "thread": _thread(material),
        }
        yield _table(material, done, reading, lead)

    def reread(self, span: bytes, reading: Mapping[str, str]) -> Draft:
        """Return the message in `span`, with the day order, zone and style its file was read with."""
        style = Style.from_key(reading["style"])
        match = style.pattern().match(b"\n" + span[: LONGEST_HEADER + 8])
        if match is None:
            raise ValueError("these bytes do not begin with a header of this file's style")
        _, date, time, name = match.groups()
        token, clock = day_token(date), time_of_day(time)
        if token is None or clock is None:
            raise ValueError("the header in these bytes is no day and time")
        body = span[match.end() - 1 :]
        body = without_end(body, reading["crlf"] == "1")
        words, found, odd = look_at(
            body, named=name is not None, marks_kept=reading["marks"] == "1"
        )
        earliest, latest, readings, doubt = when(token, clock, reading)
        return Draft(
            kind=found.kind,
            way=found.way,
            state=found.state,
            call=found.call,
            duration=found.duration,
            earliest=earliest,
            latest=latest,
            precision=Precision.SECOND if clock[1] else Precision.MINUTE,
            zone=reading["zone"],
            zone_from=ZoneFrom.USER if reading["zone_said"] == "1" else ZoneFrom.ASSUMED,
            actor=None if name is None else account(name),
            thread=reading["thread"] or None,
            warnings=Warn(odd) | doubt,
            as_written=_written(match),
            assumed=_assumed(reading, readings),
            readings=readings if len(readings) > 1 else (),
            words=words,
            attachments=found.attachments,
        )


def account(name: bytes) -> Account:
    """Return the account a sender's name stands for: a number where it reads as one, else a display
    name.
    """
    raw = name.decode("utf-8", "replace")
    shown = raw.replace(LRM, "").strip()
    return Account("whatsapp", "phone" if _PHONE.fullmatch(shown) else "name", raw)


def when(
    token: Token, clock: tuple[int, bool], reading: Mapping[str, str]
) -> tuple[int, int, tuple[tuple[int, int], ...], Warn]:
    """Return earliest, latest (µs UTC), every reading, and doubts of one written day and time."""
    days = np.array(readings_of(token, reading["orders"].split("|")), np.int64)
    low, high, warn = local_to_utc(days * DAY + clock[0], reading["zone"])
    high = high + (999_999 if clock[1] else 59_999_999)
    doubt = Warn(int(np.bitwise_or.reduce(warn, initial=0)))
    if len(days) > 1:
        doubt |= Warn.AMBIGUOUS_DATE_ORDER
    if reading["zone_said"] != "1":
        doubt |= Warn.TZ_ASSUMED
    pairs = tuple(sorted(zip(low.tolist(), high.tolist(), strict=True)))
    return int(low.min()), int(high.max()), pairs, doubt


def _table(material: Material, done: Pass, reading: Mapping[str, str], lead: int) -> EventTable:
    key = material.original if material.path is None else f"{material.original}/{material.path}"
    problems, wrappings = list(done.problems), []
    if lead:
        wrappings.append(Wrapping(material.path, 0, lead, "byte order mark"))
    first = int(done.starts[0]) if len(done.starts) else material.size
    if first > lead:
        problems.insert(
            0,
            Problem(
                "before_first_record",
                "There is text before the first message; it was not written as a message.",
                material.path,
                lead,
                first,
                "who wrote it and when",
                material.original,
            ),
        )
    columns = done.columns(reading)
    return EventTable(
        columns=columns,
        originals=(material.original,),
        members=() if material.path is None else (material.path,),
        zones=(reading["zone"],),
        accounts=tuple(account(n) for n in done.names),
        threads=(reading["thread"],),
        readings={key: dict(reading)},
        problems=tuple(problems),
        wrappings=tuple(wrappings),
    )


def _records_end_in_crlf(sample: bytes, style: Style) -> bool:
    starts = [start for start, found in headers_in(sample) if found == style and start > 1]
    ends = sum(1 for start in starts if sample[start - 2 : start] == b"\r\n")
    return bool(starts) and ends * 2 > len(starts)


def _marks_kept(sample: bytes, style: Style) -> bool:
    """On an iPhone (square brackets) WhatsApp's own texts carry U+200E; older exports have none at
    all.
    """
    return style.open and LRM.encode() in sample


def _thread(material: Material) -> str:
    label = PurePosixPath((material.path or material.name).replace("\\", "/")).name
    if label.casefold() in ("_chat.txt", "chat.txt"):
        label = PurePosixPath(material.name.replace("\\", "/")).name
    stem = re.sub(r"(?i)(\.txt|\.zip)$", "", label)
    stem = re.sub(r"\s*\(\d+\)$", "", stem)
    for prefix in PREFIXES:
        if stem.casefold().startswith(prefix.casefold()):
            return stem[len(prefix) :].strip()
    return stem


def _changes(dates: npt.NDArray[np.int64]) -> list[int]:
    """Return the day ids in file order with repeats next to each other left out."""
    if not len(dates):
        return []
    keep = np.concatenate(([True], dates[1:] != dates[:-1]))
    return [int(d) for d in dates[keep]]


def _assumed(reading: Mapping[str, str], readings: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    said: list[str] = []
    if reading["zone_said"] != "1":
        said.append(f"zone: the export names none; {reading['zone']} was assumed")
    if len(readings) > 1:
        said.append(
            "date order: day first and month first are both possible; both are kept, please say "
            "which"
        )
    elif reading["order_assumed"] == "1":
        said.append(f"date order: {reading['orders']}, because {reading['order_because']}")
    return tuple(said)


def _written(match: re.Match[bytes]) -> str:
    return match.string[match.start(2) : match.end(3)].decode("utf-8", "replace")


def _without_bom(head: bytes) -> bytes:
    return head[3:] if head.startswith(_BOMS) else head


SOURCE = WhatsApp()
