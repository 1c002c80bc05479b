"""What a line WhatsApp itself wrote means: omitted media, deleted, edited, missed call, security
code, and so on.

The one thing a reader would get wrong: on an iPhone an invisible mark (U+200E) stands right before
every text WhatsApp wrote. The same words without it were typed by a person, so they stay an
ordinary message and carry a warning.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import product

from rainbook.record import Attachment, Call, Kind, State, Warn, Way

_TABLE = tomllib.loads(files(__package__).joinpath("_whatsapp_words.toml").read_text("utf-8"))
AM = frozenset(_TABLE["half_day"]["am"])
PM = frozenset(_TABLE["half_day"]["pm"])
_MARKER: dict[str, str] = {word: name for name, words in _TABLE["marker"].items() for word in words}
_SUFFIX: dict[str, tuple[str, ...]] = {
    name: tuple(words) for name, words in _TABLE["suffix"].items()
}
_TAGGED = tuple(_TABLE["bracketed"]["attached"])
_TAG = re.compile(
    rf"(?:<(?:{'|'.join(_TAGGED)}):(?P<name>[^<>\n]{{1,400}})>"
    rf"|(?P<old>[^<>\n]{{1,400}}) <(?:{'|'.join(_TAGGED)})>)$",
    re.IGNORECASE,
)
_CAPITAL_OF = {
    c: c.upper()
    for words in (_MARKER, _TABLE["notice"]["begins"], *_SUFFIX.values())
    for word in words
    for c in word
    # a letter and its capital are both in ASCII or both not: the dotless ı is no small I
    if c.isalpha() and len(c.upper()) == 1 and c.isascii() == c.upper().isascii()
}
_SMALL_OF = {ord(capital): c for c, capital in _CAPITAL_OF.items() if capital != c}
_FILE_NAME = re.compile(r"\.\w{1,8}$")
_LOCATION, _LIVE = tuple(_TABLE["marker"]["location"]), tuple(_TABLE["marker"]["location_live"])
_POLL = tuple(_TABLE["marker"]["poll"])
_SYSTEM: dict[str, tuple[str, ...]] = {
    name: tuple(words) for name, words in _TABLE["system"].items()
}
_NOTICE = frozenset(_TABLE["notice"]["begins"])
_GOES_ON = frozenset((*_TABLE["notice"]["goes_on"], *_TABLE["own"].pop("tail")))
_OWN = {
    name: re.compile("|".join(re.escape(w).replace(r"\*", r"[^.!?\n]{1,60}") for w in words))
    for name, words in _TABLE["own"].items()
}
_UNIT = {word: unit for unit, words in _TABLE["unit"].items() for word in words}
_SECONDS = {"h": 3600, "m": 60, "s": 1, "": 0}
_DURATION = re.compile(r" ?(\d{1,5})[ \u00a0\u202f]?([^\W\d]+)\.?")
SYSTEM_QUOTES: tuple[str, ...] = tuple(_TABLE["quotes"]["before"])
PREFIXES: tuple[str, ...] = tuple(_TABLE["title"]["prefix"])
LRM, _RLM = "\u200e", "\u200f"
# what turns text round, separates lines and is no line feed, or controls; not the joiners of emoji
_HIDDEN = re.compile(
    "[\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
    r"|\r(?!\n|\Z)"
)
LONGEST_LOOKED_AT = 65_536
_LONGEST_TAG, _LONGEST_LINE = 450, 600
_QUOTED = re.compile('"[^"\n]*"|\u201c[^\u201d\n]*\u201d')


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a body says happened. `warnings` is Warn as a plain number: many are made."""

    kind: Kind = Kind.MESSAGE
    way: Way = Way.UNKNOWN
    state: State = State.NORMAL
    call: Call = Call.NOT_A_CALL
    duration: int = -1
    warnings: int = 0
    attachments: tuple[Attachment, ...] = ()
    video: bool = False
    bare: bool = False  # a marker without U+200E before it


PLAIN = Meaning()
_TOO_LONG, _MISSING = int(Warn.LINE_TOO_LONG), int(Warn.MISSING_ATTACHMENT)
_HIDES = int(Warn.HIDDEN_CHARACTERS)
TYPED = Meaning(warnings=int(Warn.MARKER_WITHOUT_LRM))
"""What a marker that a person typed means: its words, and the doubt."""
_SYSTEM_KINDS = (
    ("number_changed", Kind.NUMBER_CHANGED),
    ("security_code_changed", Kind.SECURITY_CODE_CHANGED),
    ("unblock", Kind.UNBLOCK),
    ("block", Kind.BLOCK),
    ("encryption", Kind.SYSTEM_NOTE),
    ("group_change", Kind.GROUP_CHANGE),
)
_STATES = {
    "deleted": State.DELETED_BY_SENDER,
    "deleted_by_owner": State.DELETED_BY_OWNER,
    "view_once": State.VIEW_ONCE,
    "waiting": State.NOT_YET_SENT,
}


def first_keys(width: int) -> tuple[int, ...]:
    """Return the first bytes a marker can begin with, as folded numbers: 8 of each long marker, 4
    of each short one.

    A body that begins otherwise needs no closer look.
    """
    starts = [s for word in (*_MARKER, *_NOTICE) for s in _cases(word[:8])]
    return tuple(
        sorted({folded_key(s.encode()[:width]) for s in starts if (len(s) >= 8) == (width == 8)})
    )


def last_keys() -> tuple[int, ...]:
    """Return the last four bytes of what closes an attachment's name, folded likewise."""
    ends = [s for word in _SUFFIX["attached"] for s in _cases(word[-4:])]
    return tuple(sorted({folded_key(s.encode()[-4:]) for s in ends}))


def _cases(word: str) -> list[str]:
    """Return the word with each of its letters outside ASCII small and capital; ASCII letters are
    folded as bytes.
    """
    both = [(c,) if c.isascii() else tuple({c, _CAPITAL_OF.get(c, c)}) for c in word]
    return ["".join(chosen) for chosen in product(*both)]


def folded_key(some: bytes) -> int:
    """Return bytes as one little-endian number with the bit that parts capitals from small letters
    set.
    """
    return int.from_bytes(some, "little") | int.from_bytes(b" " * len(some), "little")


def small(text: str) -> str:
    """Return the text with the capitals of the markers' own letters small, and no other change: the
    quick look at raw bytes must find the same.
    """
    return text.translate(_SMALL_OF)


def hidden(text: str) -> int:
    """Return Warn.HIDDEN_CHARACTERS when the text holds characters that show nothing or turn it
    round.
    """
    return _HIDES if _HIDDEN.search(text) else 0


def is_notice(body: str) -> bool:
    """Return whether a body is the notice about encryption every whole export begins with."""
    folded = _folded(body)
    return _is_notice(folded) or any(word in folded for word in _SYSTEM["encryption"])


def meaning_of(body: str, *, named: bool, marks_kept: bool, of_chat: bool = False) -> Meaning:
    """Return what a body means. `named`: the line has a sender; `of_chat`: it is the chat's own
    name. `marks_kept`: WhatsApp's own texts carry U+200E here.
    """
    found = _meaning(body, named, marks_kept, of_chat)
    unseen = hidden(body)
    return replace(found, warnings=found.warnings | unseen) if unseen else found


def _meaning(body: str, named: bool, marks_kept: bool, of_chat: bool) -> Meaning:
    if len(body) > LONGEST_LOOKED_AT:
        return Meaning(warnings=_TOO_LONG)
    if not named:
        return _system(body)
    found, at = _marker(body)
    if found is not None:
        if body[:at].endswith((LRM, _RLM)):
            return found
        return TYPED if marks_kept else replace(found, bare=True)
    if marks_kept and body.startswith(LRM):
        return _own(body, of_chat) or PLAIN
    return PLAIN


def _folded(body: str) -> str:
    return body.replace(LRM, "").replace(_RLM, "").strip().casefold()


def _system(body: str) -> Meaning:
    """Return what a line without a sender says. What it quotes was chosen by a person and says
    nothing.
    """
    folded = _folded(body)
    call = _call(folded)
    if call is not None:
        return call
    said = _QUOTED.sub("", folded)
    for name, kind in _SYSTEM_KINDS:
        if any(word in said for word in _SYSTEM[name]):
            return Meaning(kind, Way.SYSTEM)
    if folded in _MARKER or folded.rstrip(".") in _MARKER:
        return _marker(body)[0] or PLAIN
    return Meaning(Kind.SYSTEM_NOTE, Way.SYSTEM)


def _own(body: str, of_chat: bool) -> Meaning | None:
    """Return what a line of WhatsApp's own says that stands under a name on an iPhone."""
    folded = _folded(body)
    first, *rest = folded.rstrip(".").split(". ")
    if all(s in _GOES_ON for s in rest):
        for name, kind in _SYSTEM_KINDS[:4]:
            if _OWN[name].fullmatch(first):
                return Meaning(kind, Way.SYSTEM)
    if of_chat and any(w in _QUOTED.sub("", folded) for w in _SYSTEM["group_change"]):
        return Meaning(Kind.GROUP_CHANGE, Way.SYSTEM)
    return None


def _is_notice(folded: str) -> bool:
    first, *rest = folded.rstrip(".").split(". ")
    return first in _NOTICE and all(s in _GOES_ON for s in rest)


def _marker(body: str) -> tuple[Meaning | None, int]:
    """Return what a marker means and where in the body it begins; (None, 0) where there is none."""
    start = len(body) - len(body.lstrip(LRM + _RLM))
    plain = body[start:].rstrip()
    begins = small(plain[:_LONGEST_LINE])
    if len(plain) < _LONGEST_LINE and "\n" not in plain:
        whole = _whole_line(plain, begins)
        if whole is not None:
            return whole, start
    if begins.startswith(_LOCATION) and ("://" in begins or begins.startswith(_LIVE)):
        return Meaning(Kind.LOCATION_SHARE), start
    if begins.startswith(_POLL) and "\n" in plain:
        return Meaning(Kind.POLL), start
    file, at = _attached(body, start)
    if file is not None:
        return file, at
    ends = small(body[-_LONGEST_TAG:]) if body.endswith(">") else ""
    ending = next((w for w in _SUFFIX["edited"] if ends.endswith(w)), None)
    return (None, 0) if ending is None else (Meaning(state=State.EDITED), len(body) - len(ending))


def _whole_line(plain: str, folded: str) -> Meaning | None:
    """Return what a body of one line means when the whole of it is WhatsApp's own."""
    # marks also stand between the parts of a line
    folded = folded[:8] + folded[8:].replace(LRM, "").replace(_RLM, "")
    name = _MARKER.get(folded) or _MARKER.get(folded.rstrip("."))
    if name in ("media_omitted", "part_omitted"):
        return Meaning(Kind.MEDIA, warnings=_MISSING, attachments=(Attachment(plain),))
    if name in _STATES:
        return Meaning(Kind.MEDIA if name == "view_once" else Kind.MESSAGE, state=_STATES[name])
    if _is_notice(folded):
        return Meaning(Kind.SYSTEM_NOTE, Way.SYSTEM)
    return _call(folded)


def _attached(body: str, start: int) -> tuple[Meaning | None, int]:
    """Return the file a body names and where that marker begins: alone, or after a caption, or
    with a caption on the lines below.
    """
    line = body.find("\n")
    stop = len(body) if line < 0 else line - body[:line].endswith("\r")
    if body[:stop].endswith(")"):
        first = body[start:stop]
        ending = small(first[-_LONGEST_TAG:]).endswith(_SUFFIX["attached"])
        name = first[: first.rindex("(")].strip() if ending else ""
        if _FILE_NAME.search(name):
            return Meaning(Kind.MEDIA, attachments=(Attachment(name),)), start
    for end in (stop, len(body)):
        # no name is longer: a line of any length costs the same
        found = _TAG.search(body, max(0, end - _LONGEST_TAG), end)
        if found:
            name = (found["name"] or found["old"]).replace(LRM, "").strip()
            return Meaning(Kind.MEDIA, attachments=(Attachment(name),)), found.start()
    return None, 0


def _call(folded: str) -> Meaning | None:
    """Return the call a body speaks of: "missed voice call", "video call, 5 min", "voice call, no
    answer". Nothing else may stand in it, so that nobody hides words in a call.
    """
    first, _, rest = folded.partition(",") if "," in folded else folded.partition(" \u2022")
    name = _MARKER.get(first.rstrip(), "")
    if len(folded) > 120 or not name.startswith(("missed_", "voice_call", "video_call")):
        return None
    rest = rest.strip(" .")
    said = _MARKER.get(rest)
    video = name.endswith(("_video", "video_call"))
    if name in ("missed_voice", "missed_video"):
        call = Meaning(Kind.CALL, Way.MISSED, call=Call.MISSED, video=video)
        return call if not rest or said == "call_back" else None
    if not rest:
        return Meaning(Kind.CALL, call=Call.OUTCOME_UNKNOWN, video=video)
    if said in ("no_answer", "declined"):
        ended = Call.MISSED if said == "no_answer" else Call.REJECTED
        return Meaning(Kind.CALL, call=ended, video=video)
    parts = [_DURATION.fullmatch(p) for p in re.split(r"[, ](?=\d)", rest)]
    lasted = sum(int(p[1]) * _SECONDS[_UNIT.get(p[2], "")] for p in parts if p)
    if not all(p and p[2] in _UNIT for p in parts) or not 0 < lasted < 10_000_000:
        return None
    return Meaning(Kind.CALL, call=Call.ANSWERED, duration=lasted, video=video)
