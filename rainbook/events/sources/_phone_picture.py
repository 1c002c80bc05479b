"""Picture and group messages (`<mms>`): their parts, their addresses, and what they say together.

The one thing a reader would get wrong: the words can stand in any part, not in the first, and the
part numbered -1 is only a layout. The sender is the address of type 137; the `address` of the
message itself may be the whole group.
"""

from __future__ import annotations

import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rainbook.events.sources._phone_clock import clock_of, sent_at
from rainbook.events.sources._phone_fields import (
    NULL,
    TEXT_UNKNOWN,
    TEXTS,
    UNSUPPORTED,
    WITHHELD,
    Fields,
    account_of,
    body_text,
    doer,
    party,
    remaining,
    warnings_of,
)
from rainbook.events.sources._xml_text import read_text
from rainbook.events.sources.interface import Draft
from rainbook.record import Attachment, Call, Kind, Warn, Way

_BOXES = {b"1", b"2", b"3", b"4", b"5"}  # Telephony.Mms: inbox, sent, drafts, outbox, failed
_REPORTS = {b"134", b"135", b"136"}  # a delivery or read report, made by a machine
_FROM, _TO = "137", ("151", "130", "129")
_STEP = 1 << 20
_MISSING, _CUT = int(Warn.MISSING_ATTACHMENT), int(Warn.CUT)
Address = dict[str, str | None]


@dataclass(slots=True)
class Parts:
    """What was found inside one message so far; `room` bytes of text may still be kept."""

    room: int
    words: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    fields: list[dict[str, str | None]] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    warn: int = 0

    def add_part(self, given: Fields, cut: tuple[bytes, ...], encoding: str) -> None:
        """Take one `<part>`: layout is left aside, text becomes words, all else an attachment."""
        data, text = given.get(b"data"), given.get(b"text", b"")[: max(self.room, 0)]
        said = self._texts({n: v for n, v in given.items() if n != b"data"}, cut, encoding)
        self.fields.append(said)
        kind = (said.get("ct") or "").split(";")[0].strip().lower()
        if said.get("seq") == "-1" or kind == "application/smil":
            return
        if kind == "text/plain" and said.get("text") is not None:
            words, warn = body_text(text, encoding)
            self.words.append(words or "")
            self.warn |= warn
            del said["text"]
        elif kind != "text/plain" or data not in (None, b"null"):
            self._attach(said, data, b"data" in cut)

    def _attach(self, said: Mapping[str, str | None], data: bytes | None, was_cut: bool) -> None:
        whole = None if data is None or data == b"null" or was_cut else _decoded(data)
        self.warn |= _CUT if was_cut else _MISSING if whole is None else 0
        name = next((said[n] for n in ("name", "cl", "fn", "cid") if said.get(n)), None) or ""
        size, digest = whole if whole is not None else (None, None)
        self.attachments.append(Attachment(name, None, size, digest, said.get("ct")))

    def add_address(self, given: Fields, cut: tuple[bytes, ...], encoding: str) -> None:
        """Take one `<addr>`."""
        self.addresses.append(self._texts(given, cut, encoding))

    def _texts(self, given: Fields, cut: tuple[bytes, ...], encoding: str) -> dict[str, str | None]:
        said: dict[str, str | None] = {}
        for name, value in given.items():
            kept = value[: max(self.room, 0)]
            self.room -= len(kept)
            if len(kept) < len(value) or name in cut:
                self.warn |= _CUT
            text = read_text(kept, encoding)[0]
            said[name.decode("ascii")] = None if text == NULL else text
        return said


def picture_draft(given: Fields, parts: Parts, encoding: str) -> Draft:
    """Return one `<mms>` from its own fields and what stands inside it."""
    get = given.get
    box = get(b"msg_box", b"")
    kind, way, state, _ = TEXTS[box] if box in _BOXES else TEXT_UNKNOWN
    if get(b"m_type") in _REPORTS:
        kind, way = Kind.SYSTEM_NOTE, Way.SYSTEM
    first, thread, warn = party(get(b"address", b""), encoding)
    sender = _sender(parts)
    who = account_of(sender) if sender else None if "~" in first.raw else first
    written = get(b"date", b"")
    earliest, latest, precision, offset, time_warn = clock_of(
        written, get(b"readable_date", b""), True
    )
    sent, sent_warn = sent_at(get(b"date_sent", b""), True)
    warn |= time_warn | sent_warn | parts.warn
    if way is Way.UNKNOWN and kind is Kind.MESSAGE:
        warn |= UNSUPPORTED
    together = [one for one in (thread or "").split("~") if one.strip()]
    more = _more(given, parts, encoding, offset, (thread or "") if way is Way.RECEIVED else None)
    return Draft(
        kind,
        way,
        state,
        Call.NOT_A_CALL,
        -1,
        earliest,
        latest,
        sent,
        precision,
        actor=doer(kind, way, who),
        thread=thread,
        warnings=warnings_of(warn),
        as_written=read_text(written, encoding)[0],
        words="\n".join(parts.words) if parts.words else None,
        attachments=tuple(parts.attachments),
        more=more,
        recipients=tuple(together) if len(together) > 1 else (),
        group=len(together) > 1,
    )


def _sender(parts: Parts) -> str | None:
    """Return the address the message says it came from."""
    named = (a["address"] for a in parts.addresses if a.get("type") == _FROM and _names(a))
    return next(named, None)


def _more(
    given: Fields, parts: Parts, encoding: str, offset: int | None, received_in: str | None
) -> dict[str, Any]:
    """Return what a Draft has no place for; of a received message also the owner's own number."""
    more = remaining(given, encoding, offset)
    more["parts"], more["addrs"] = parts.fields, parts.addresses
    own = None if received_in is None else _own_number(parts.addresses, received_in)
    if own is not None:
        more["own_account"] = own
    return more


def _names(address: Mapping[str, str | None]) -> bool:
    return (address.get("address") or "").strip() not in WITHHELD


def _own_number(addresses: list[Address], thread: str) -> str | None:
    """Return the one number a received message went to that is not of the group: the owner's own,
    or None.
    """
    others = set(thread.split("~"))
    to = {a["address"] for a in addresses if a.get("type") in _TO and _names(a)} - others
    return to.pop() if len(to) == 1 else None


def _decoded(data: bytes) -> tuple[int, str] | None:
    """Return size in bytes and SHA-256 of what the base64 text holds, or None when it is not whole
    base64.
    """
    if b"&" in data:
        data = read_text(data)[0].encode("utf-8", "replace")
    if any(blank in data for blank in (b"\n", b"\r", b" ", b"\t")):
        data = data.translate(None, b" \t\r\n")
    if 0 <= data.find(b"=") < len(data) - 2:
        return None
    size, digest, view = 0, hashlib.sha256(), memoryview(data)
    try:
        for start in range(0, len(data), _STEP):
            piece = binascii.a2b_base64(view[start : start + _STEP], strict_mode=True)
            size += len(piece)
            digest.update(piece)
    except binascii.Error:
        return None
    return size, digest.hexdigest()
