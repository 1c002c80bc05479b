"""What the fields of one record on an Android phone say: which way it went, who did it, and all
that remains.

The one thing a reader would get wrong: `type` and `msg_box` say which way it went, and nothing else
does. A number this file does not know leaves the way unknown, with a warning; it is never taken for
"received". Source of the numbers: Android's Telephony.Sms, Telephony.Mms and CallLog.Calls; LG adds
three of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from rainbook.events.sources._phone_clock import clock_of, sent_at
from rainbook.events.sources._xml_text import read_text
from rainbook.events.sources.interface import Draft
from rainbook.record import NO_TIME, Account, Call, Kind, State, Warn, Way, ZoneFrom

OWNER = Account("phone", "own", "owner of this phone")
"""Whoever sent or called from the phone the file came from; no such file names their number."""
NULL = "null"  # how these files write "nothing here"
WITHHELD = frozenset(("", "-1", "-2", "-3", NULL, "insert-address-token"))
_NUMBER = re.compile(r"[+(]?[0-9][0-9 ()./*#\-\u00a0\u2010\u2011]*")
_RAW_TAG = re.compile(rb"<(?:sms|mms|call|log)[ \t\r\n]")
UNSUPPORTED, _SUSPECT = int(Warn.UNSUPPORTED_KIND), int(Warn.FORGED_HEADER_SUSPECT)
WANTED = (
    b"type",
    b"address",
    b"number",
    b"body",
    b"date",
    b"date_sent",
    b"readable_date",
    b"time",
    b"duration",
    b"dur",
    b"presentation",
)
"""The fields that the columns of a row are made of; the others are only read for a page."""
Fields = Mapping[bytes, bytes]
Fate = tuple[Kind, Way, State, Call]
# looking a member of an enumeration up by name costs more than reading a record: each is looked up
# once
_N, _ANSWERED, _OUTCOME_UNKNOWN = Call.NOT_A_CALL, Call.ANSWERED, Call.OUTCOME_UNKNOWN
_SENT, _NO_WAY, _MESSAGE, _DRAFT, _IN_RECORD = (
    Way.SENT,
    Way.UNKNOWN,
    Kind.MESSAGE,
    Kind.DRAFT,
    ZoneFrom.IN_RECORD,
)
_NOTHING: Mapping[str, Any] = {}
TEXT_UNKNOWN: Fate = (Kind.MESSAGE, Way.UNKNOWN, State.NORMAL, _N)
# 3 is a draft: written on the phone and never sent, so it went no way at all
TEXTS: Mapping[bytes, Fate] = {
    b"1": (Kind.MESSAGE, Way.RECEIVED, State.NORMAL, _N),
    b"2": (Kind.MESSAGE, Way.SENT, State.NORMAL, _N),
    b"3": (Kind.DRAFT, Way.UNKNOWN, State.NOT_YET_SENT, _N),
    b"4": (Kind.MESSAGE, Way.SENT, State.NOT_YET_SENT, _N),
    b"5": (Kind.MESSAGE, Way.SENT, State.FAILED, _N),
    b"6": (Kind.MESSAGE, Way.SENT, State.NOT_YET_SENT, _N),
    b"7": (Kind.MESSAGE, Way.RECEIVED, State.BLOCKED_BY_DEVICE, _N),  # LG: from a blocked number
    b"8": (Kind.MESSAGE, Way.SENT, State.NOT_YET_SENT, _N),  # LG: to be sent later
    b"19": (
        Kind.SYSTEM_NOTE,
        Way.SYSTEM,
        State.NORMAL,
        _N,
    ),  # LG: broadcast to every phone in the area
}
_CALL_UNKNOWN: Fate = (Kind.CALL, Way.UNKNOWN, State.NORMAL, Call.OUTCOME_UNKNOWN)
CALLS: Mapping[bytes, Fate] = {
    b"1": (Kind.CALL, Way.RECEIVED, State.NORMAL, Call.ANSWERED),
    b"2": (Kind.CALL, Way.SENT, State.NORMAL, Call.ANSWERED),
    b"3": (Kind.CALL, Way.MISSED, State.NORMAL, Call.MISSED),
    b"4": (Kind.VOICEMAIL, Way.RECEIVED, State.NORMAL, Call.VOICEMAIL),
    b"5": (Kind.CALL, Way.MISSED, State.NORMAL, Call.REJECTED),
    b"6": (Kind.CALL, Way.MISSED, State.BLOCKED_BY_DEVICE, Call.BLOCKED),
    b"7": (Kind.CALL, Way.RECEIVED, State.NORMAL, Call.ANSWERED_ELSEWHERE),
}


@lru_cache(maxsize=1024)
def warnings_of(number: int) -> Warn:
    """Return the warnings a number stands for (making one anew for each of a million rows costs
    seconds).
    """
    return Warn(number)


def account_of(text: str) -> Account:
    """Return the account an address as written stands for."""
    plain = text.strip()
    if plain in WITHHELD:
        return Account("phone", "withheld", text)
    return Account(
        "phone", "phone" if _NUMBER.fullmatch(plain) else "email" if "@" in plain else "id", text
    )


@lru_cache(maxsize=65_536)
def party(raw: bytes, encoding: str, withheld: bool = False) -> tuple[Account, str | None, int]:
    """Return the other side's account, its thread (None where there is no number) and warnings.

    With `withheld` the phone says that the number was not to be shown, whatever stands in its
    place.
    """
    text, warn = read_text(raw, encoding)
    thread = None if text.strip() in WITHHELD else text
    return Account("phone", "withheld", text) if withheld else account_of(text), thread, warn


def doer(kind: Kind, way: Way, who: Account | None) -> Account | None:
    """Return who did it: the owner for what was made on the phone, nobody where the way is not
    known.
    """
    if way is _SENT or kind is _DRAFT:
        return OWNER
    return None if way is _NO_WAY else who


def text_draft(fields: Fields, encoding: str, whole: bool) -> Draft:
    """Return one `<sms>`; `whole` adds what only a page needs (the time as written, the remaining
    fields).
    """
    get = fields.get
    kind, way, state, _ = TEXTS.get(get(b"type", b""), TEXT_UNKNOWN)
    who, thread, warn = party(get(b"address", b""), encoding)
    words, body_warn = body_text(get(b"body"), encoding)
    written = get(b"date", b"")
    earliest, latest, precision, offset, time_warn = clock_of(written, _readable(fields), False)
    sent, sent_warn = sent_at(get(b"date_sent", b""), False)
    warn |= body_warn | time_warn | sent_warn
    if way is _NO_WAY and kind is _MESSAGE:
        warn |= UNSUPPORTED
    return Draft(
        kind,
        way,
        state,
        _N,
        -1,
        earliest,
        latest,
        sent,
        precision,
        "UTC",
        _IN_RECORD,
        doer(kind, way, who),
        thread,
        warnings_of(warn),
        read_text(written, encoding)[0] if whole else "",
        (),
        (),
        words,
        (),
        remaining(fields, encoding, offset) if whole else _NOTHING,
    )


def call_draft(fields: Fields, encoding: str, whole: bool) -> Draft:
    """Return one `<call>` or `<log>`.

    An incoming or outgoing call of 0 seconds was not answered for certain: its outcome is unknown.
    """
    get = fields.get
    kind, way, state, call = CALLS.get(get(b"type", b""), _CALL_UNKNOWN)
    who, thread, warn = party(
        get(b"number", b""), encoding, get(b"presentation") in (b"2", b"3", b"4")
    )
    written = get(b"date", b"")
    earliest, latest, precision, offset, time_warn = clock_of(written, _readable(fields), False)
    duration = _seconds(get(b"duration", get(b"dur", b"")))
    if call is _ANSWERED and duration <= 0:
        call = _OUTCOME_UNKNOWN
    warn |= time_warn | (UNSUPPORTED if way is _NO_WAY else 0)
    return Draft(
        kind,
        way,
        state,
        call,
        duration,
        earliest,
        latest,
        NO_TIME,
        precision,
        "UTC",
        _IN_RECORD,
        doer(kind, way, who),
        thread,
        warnings_of(warn),
        read_text(written, encoding)[0] if whole else "",
        (),
        (),
        None,
        (),
        remaining(fields, encoding, offset) if whole else _NOTHING,
    )


def _readable(fields: Fields) -> bytes:
    """Return the time on the phone's own clock (Super Backup calls it `time`), or b""."""
    return fields.get(b"readable_date") or fields.get(b"time") or b""


def body_text(body: bytes | None, encoding: str) -> tuple[str | None, int]:
    """Return the words of a text and their warnings; a raw tag in them is words, and suspect."""
    if body is None or body == b"null":
        return None, 0
    words, warn = read_text(body, encoding)
    return words, warn | (_SUSPECT if b"<" in body and _RAW_TAG.search(body) else 0)


def remaining(fields: Fields, encoding: str, offset: int | None) -> dict[str, Any]:
    """Return every field a Draft has no place for, as written; "null" becomes None."""
    more: dict[str, Any] = {}
    for name, value in fields.items():
        text = read_text(value, encoding)[0]
        if (
            name == b"date"
            or (name == b"body" and text != NULL)
            or (name == b"contact_name" and text == "(Unknown)")
        ):
            continue
        more[name.decode("ascii")] = None if text == NULL else text
    if "sub" in more:
        more["subject"] = more["sub"]
    if offset is not None:
        more["utc_offset_minutes"] = offset
    return more


def _seconds(written: bytes) -> int:
    """Return a length in seconds, or -1 where it is missing or can be no call's length."""
    return int(written) if written.isdigit() and len(written) <= 9 else -1
