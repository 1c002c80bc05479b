"""WhatsApp "Export chat": the .txt, alone or inside its .zip.

The one thing a reader would get wrong: a header counts only at the start of a line *and* in the
file's own style. On an iPhone export (records end in CR LF) a header-like line after a bare LF is
part of somebody's message. On Android nothing in the bytes can tell a typed header from a real one
when its style and time fit; those that do not fit are flagged and never counted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

import numpy as np
import numpy.typing as npt

from rainbook.events.sources._whatsapp_header import (
    Style,
    day_token,
    headers_in,
    main_style,
    no_name,
    time_of_day,
)
from rainbook.events.sources._whatsapp_look import account, line_end, look_at, name_doubts
from rainbook.events.sources._whatsapp_pass import Pass
from rainbook.events.sources._whatsapp_patterns import LONGEST_HEADER
from rainbook.events.sources._whatsapp_table import columns_of
from rainbook.events.sources._whatsapp_times import when
from rainbook.events.sources._whatsapp_words import PREFIXES
from rainbook.events.sources.interface import Asked, Draft, Material
from rainbook.moment import find_order
from rainbook.moment.order import Token
from rainbook.record import (
    Attachment,
    EventTable,
    Precision,
    Problem,
    Warn,
    Wrapping,
    ZoneFrom,
)

SAMPLE = 262_144
_BOM = b"\xef\xbb\xbf"
Files = Mapping[str, tuple[str, int]]
"""Name in the chat → path in the container and size in bytes."""


class WhatsApp:
    """WhatsApp chat export."""

    name = "whatsapp"
    title = "WhatsApp chat export"

    def claims(self, head: bytes, name: str) -> bool:
        """Return True when two lines, or the first, of the head are headers of one style."""
        if head.startswith((b"<", b"{", b"PK\x03\x04", b"BEGIN:")):
            return False
        head = head.removeprefix(_BOM)
        style = main_style(head)
        if style is None:
            return False
        if style.close == " " and not style.pattern().search(b"\n" + head):
            return False  # in this family a name must follow
        lines = [start for start, found in headers_in(head) if found == style]
        return len(lines) >= 2 or lines[0] == 0

    def read(self, material: Material, asked: Asked) -> Iterator[EventTable]:
        """Yield one table with every record of the export. Problems name what stands before the
        first record.
        """
        sample = material.read_at(0, SAMPLE)
        lead = len(_BOM) if sample.startswith(_BOM) else 0
        style = main_style(sample[lead:])
        if style is None:
            raise ValueError("not a WhatsApp export: claims() was not asked first")
        crlf = _records_end_in_crlf(material, sample[lead:], style)
        thread = _thread(material)
        done = Pass(material, style, crlf, lead, thread.encode("utf-8", "replace")).run()
        order = find_order(
            [t for i in _changes(done.dates) if (t := done.tokens[i])],
            asked.date_order,
            shared=True,
            short_year=style.four_at == 0 and style.sep in ("-", ". "),
        )
        beside = _beside(material, done)
        reading = {
            "source": self.name,
            "style": style.key(),
            "crlf": str(int(crlf)),
            "orders": "|".join(order.orders),
            "order_because": order.because,
            "order_assumed": str(int(order.assumed)),
            "zone": asked.zone,
            "zone_said": str(int(asked.zone_said)),
            "marks": str(int(done.marks)),
            "thread": thread,
        }
        if beside:
            reading["beside"] = json.dumps(beside, sort_keys=True)
        yield _table(material, done, reading, lead, beside)

    def reread(self, span: bytes, reading: Mapping[str, str]) -> Draft:
        """Return the message in `span`, with the day order, zone and style of its file."""
        match, token, clock = _header(span, reading)
        begin, name = match.end() - 1, match[4]
        if name is not None and no_name(name, span[begin : begin + LONGEST_HEADER]):
            begin, name = begin - len(name) - 2, None
        words, found, odd = look_at(
            span[begin : len(span) - line_end(span, reading["crlf"] == "1")],
            named=name is not None,
            marks_kept=reading["marks"] == "1",
            of_chat=name == reading["thread"].encode("utf-8", "replace"),
        )
        earliest, latest, readings, doubt = when(token, clock, reading)
        files = _files(reading.get("beside", "{}"))
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
            warnings=Warn(odd | doubt | (0 if name is None else name_doubts(name))),
            as_written=_written(match),
            assumed=_assumed(reading, readings),
            readings=readings if len(readings) > 1 else (),
            words=words,
            attachments=tuple(_placed(a, files) for a in found.attachments),
            video=found.video,
        )


def _header(
    span: bytes, reading: Mapping[str, str]
) -> tuple[re.Match[bytes], Token, tuple[int, bool]]:
    match = Style.from_key(reading["style"]).pattern().match(b"\n" + span[:LONGEST_HEADER])
    if match is None:
        raise ValueError("these bytes do not begin with a header of this file's style")
    token, clock = day_token(match[2]), time_of_day(match[3])
    if token is None or clock is None:
        raise ValueError("the header in these bytes is no day and time")
    return match, token, clock


def _table(
    material: Material, done: Pass, reading: Mapping[str, str], lead: int, beside: Files
) -> EventTable:
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
    return EventTable(
        columns=columns_of(done, reading, beside),
        originals=(material.original,),
        members=() if material.path is None else (material.path,),
        zones=(reading["zone"],),
        accounts=tuple(account(n) for n in done.names),
        threads=(reading["thread"],) if reading["thread"] else (),
        readings={key: dict(reading)},
        problems=tuple(problems),
        wrappings=tuple(wrappings),
    )


def _records_end_in_crlf(material: Material, sample: bytes, style: Style) -> bool:
    """Return whether every record ends in CR LF. Where somebody's message holds the other line
    end before something like a header, the end of the file, which WhatsApp wrote, decides.
    """
    starts = [start for start, found in headers_in(sample) if found == style and start > 1]
    ends = sum(1 for start in starts if sample[start - 2 : start] == b"\r\n")
    tail = material.read_at(max(0, material.size - 2), 2)
    last = tail == b"\r\n" if tail.endswith(b"\n") else None
    if ends in (0, len(starts)):
        return bool(ends) if starts else bool(last)
    if style.open:
        return last is not False
    return last is not False and ends * 2 > len(starts)


def _beside(material: Material, done: Pass) -> dict[str, tuple[str, int]]:
    """Return where the files named in the chat lie in the container: beside the chat, or the only
    one of that name.
    """
    if not material.siblings:
        return {}
    folder = (material.path or "").rpartition("/")[0]
    by_name: dict[str, list[tuple[str, int]]] = {}
    for sibling in material.siblings:
        place = sibling.path.rpartition("/")[2]
        if sibling.path == material.path:
            continue
        by_name.setdefault(place, []).append((sibling.path, sibling.size))
    found: dict[str, tuple[str, int]] = {}
    for name in {a.name for meaning, _ in done.looked.values() for a in meaning.attachments}:
        places = by_name.get(name, [])
        near = [p for p in places if p[0].rpartition("/")[0] == folder]
        if len(near) == 1 or len(places) == 1:
            found[name] = (near or places)[0]
    return found


@lru_cache(maxsize=8)
def _files(packed: str) -> Files:
    return {name: (path, size) for name, (path, size) in json.loads(packed).items()}


def _placed(attachment: Attachment, files: Files) -> Attachment:
    path, size = files.get(attachment.name, (None, None))
    return replace(attachment, path=path, size=size)


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
    elif reading["order_assumed"] == "1" and "|" not in reading["orders"]:
        said.append(f"date order: {reading['orders']}, because {reading['order_because']}")
    return tuple(said)


def _written(match: re.Match[bytes]) -> str:
    return match.string[match.start(2) : match.end(3)].decode("utf-8", "replace")


SOURCE = WhatsApp()
