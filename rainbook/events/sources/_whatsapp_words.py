"""What a line WhatsApp itself wrote means: omitted media, deleted, edited, missed call, security
code, and so on.

The one thing a reader would get wrong: on an iPhone an invisible mark (U+200E) stands before every
text WhatsApp
wrote. The same words without it were typed by a person, so they stay an ordinary message and carry
a warning.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from importlib.resources import files

from rainbook.record import Attachment, Call, Kind, State, Warn, Way

_TABLE = tomllib.loads(files(__package__).joinpath("_whatsapp_words.toml").read_text("utf-8"))
AM = frozenset(_TABLE["half_day"]["am"])
PM = frozenset(_TABLE["half_day"]["pm"])
_MARKER: dict[str, str] = {word: name for name, words in _TABLE["marker"].items() for word in words}
_SUFFIX: dict[str, tuple[str, ...]] = {
    name: tuple(words) for name, words in _TABLE["suffix"].items()
}
_BRACKETED = tuple(f"<{w}:" for w in _TABLE["bracketed"]["attached"])
_LOCATION, _LIVE = tuple(_TABLE["marker"]["location"]), tuple(_TABLE["marker"]["location_live"])
_POLL = tuple(_TABLE["marker"]["poll"])
_SYSTEM: dict[str, tuple[str, ...]] = {
    name: tuple(words) for name, words in _TABLE["system"].items()
}
_ENCRYPTION: tuple[str, ...] = tuple(_TABLE["encryption"]["start"])
PREFIXES: tuple[str, ...] = tuple(_TABLE["title"]["prefix"])
LRM = "\u200e"
# bidi overrides and isolates, line separators that are no line feed, controls; not the joiners
# emoji are made with
_HIDDEN = re.compile(
    "[\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
LONGEST_LOOKED_AT = 65_536


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a body says happened. `warnings` is Warn as a plain number: a million of them are made."""

    kind: Kind = Kind.MESSAGE
    way: Way = Way.UNKNOWN
    state: State = State.NORMAL
    call: Call = Call.NOT_A_CALL
    duration: int = -1
    warnings: int = 0
    attachments: tuple[Attachment, ...] = ()


PLAIN = Meaning()
_TOO_LONG, _MISSING = int(Warn.LINE_TOO_LONG), int(Warn.MISSING_ATTACHMENT)


def first_keys(width: int) -> tuple[int, ...]:
    """Return the first bytes a marker can begin with, as folded numbers: 8 of each long marker, 4
    of each short one.

    A body that begins otherwise needs no closer look.
    """
    starts = [
        v.encode("utf-8")
        for s in (*_MARKER, *_BRACKETED, *_ENCRYPTION)
        for v in (s, s.upper(), s.capitalize())
    ]
    return tuple(sorted({folded_key(s[:width]) for s in starts if (len(s) >= 8) == (width == 8)}))


def last_keys() -> tuple[int, ...]:
    """Return the last four bytes of any trailing marker, folded likewise."""
    return tuple(
        sorted(
            {
                folded_key(s.encode("utf-8")[-4:])
                for words in _SUFFIX.values()
                for w in words
                for s in (w, w.upper())
            }
        )
    )


def folded_key(some: bytes) -> int:
    """Return bytes as one little-endian number with the bit that parts capitals from small letters
    set.
    """
    return int.from_bytes(some, "little") | int.from_bytes(b" " * len(some), "little")


def meaning_of(body: str, *, named: bool, marks_kept: bool) -> Meaning:
    """Return what a body means. `named`: the line has a sender. `marks_kept`: WhatsApp's own texts
    carry U+200E here.
    """
    hidden = int(Warn.HIDDEN_CHARACTERS) if _HIDDEN.search(body) else 0
    if len(body) > LONGEST_LOOKED_AT:
        return Meaning(warnings=hidden | _TOO_LONG)
    found = _marker(body) if named else _system(body)
    if found is None:
        return replace(PLAIN, warnings=hidden) if hidden else PLAIN
    if named and marks_kept and LRM not in body:
        return Meaning(warnings=hidden | int(Warn.MARKER_WITHOUT_LRM))
    return replace(found, warnings=found.warnings | hidden) if hidden else found


def _system(body: str) -> Meaning:
    folded = body.replace(LRM, "").strip().casefold()
    call = _call(folded)
    if call is not None:
        return call
    for name, kind in (
        ("number_changed", Kind.NUMBER_CHANGED),
        ("security_code_changed", Kind.SECURITY_CODE_CHANGED),
        ("unblock", Kind.UNBLOCK),
        ("block", Kind.BLOCK),
        ("encryption", Kind.SYSTEM_NOTE),
        ("group_change", Kind.GROUP_CHANGE),
    ):
        if any(word in folded for word in _SYSTEM[name]):
            return Meaning(kind, Way.SYSTEM)
    if folded in _MARKER or folded.rstrip(".") in _MARKER:
        return _marker(body) or PLAIN
    return Meaning(Kind.SYSTEM_NOTE, Way.SYSTEM)


_STATES = {
    "deleted": State.DELETED_BY_SENDER,
    "deleted_by_owner": State.DELETED_BY_OWNER,
    "view_once": State.VIEW_ONCE,
    "waiting": State.NOT_YET_SENT,
}


def _marker(body: str) -> Meaning | None:
    bare = body.replace(LRM, "").replace("\u200f", "")
    plain = bare.rstrip()
    folded = plain.casefold()
    whole = _whole_line(plain, folded) if "\n" not in plain else None
    if whole is not None:
        return whole
    if folded.startswith(_LOCATION) and ("://" in folded or folded.startswith(_LIVE)):
        return Meaning(Kind.LOCATION_SHARE)
    if folded.startswith(_POLL) and "\n" in plain:
        return Meaning(Kind.POLL)
    return _attached(bare) or _edited(body.casefold())


def _whole_line(plain: str, folded: str) -> Meaning | None:
    """Return what a body of one line means when the whole of it is WhatsApp's own."""
    name = _MARKER.get(folded) or _MARKER.get(folded.rstrip("."))
    if name in ("media_omitted", "part_omitted"):
        return Meaning(Kind.MEDIA, warnings=_MISSING, attachments=(Attachment(plain),))
    if name in _STATES:
        return Meaning(Kind.MEDIA if name == "view_once" else Kind.MESSAGE, state=_STATES[name])
    if (
        folded.startswith(_ENCRYPTION)
        and any(s in folded for s in _SYSTEM["encryption"])
        and len(folded) < 400
    ):
        return Meaning(Kind.SYSTEM_NOTE, Way.SYSTEM)
    return _call(folded)


def _attached(plain: str) -> Meaning | None:
    first = plain.split("\n", 1)[0].rstrip("\r")
    folded = first.casefold()
    if folded.endswith(_SUFFIX["attached"]):
        return Meaning(Kind.MEDIA, attachments=(Attachment(first[: first.rindex("(")].strip()),))
    if folded.endswith(">") and folded.startswith(_BRACKETED):
        return Meaning(
            Kind.MEDIA, attachments=(Attachment(first[first.index(":") + 1 : -1].strip()),)
        )
    return None


def _edited(folded: str) -> Meaning | None:
    return Meaning(state=State.EDITED) if folded.endswith(_SUFFIX["edited"]) else None


def _call(folded: str) -> Meaning | None:
    """Return the call a body speaks of: "missed voice call", "video call, 5 min", "voice call, no
    answer".
    """
    if len(folded) > 120:
        return None
    words = [w for w in re.split(r"[,.\u2022]\s*|\s[-–]\s", folded) if w]
    if not words:
        return None
    name = _MARKER.get(words[0].strip())
    if name in ("missed_voice", "missed_video"):
        return Meaning(Kind.CALL, Way.MISSED, call=Call.MISSED)
    if name != "call":
        return None
    rest = [_MARKER.get(w.strip()) for w in words[1:]]
    if "no_answer" in rest:
        return Meaning(Kind.CALL, call=Call.MISSED)
    if "declined" in rest:
        return Meaning(Kind.CALL, call=Call.REJECTED)
    lasted = sum(
        int(n) * {"h": 3600, "m": 60, "s": 1}[u]
        for n, u in re.findall(r"(\d+)\s*(h|m|s)", " ".join(words[1:]))
    )
    return Meaning(
        Kind.CALL, call=Call.ANSWERED if lasted else Call.OUTCOME_UNKNOWN, duration=lasted or -1
    )
