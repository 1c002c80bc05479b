"""The record's short codes in words a stranger understands.

The one thing a reader would get wrong: a doubt this version has no sentence for is still shown,
under its own name; nothing about a row is ever left out because it has no translation.
"""

from __future__ import annotations

import re

DOUBTS = {
    "ambiguous_date_order": "The day and the month can be read in two ways; both are shown.",
    "tz_assumed": "The record names no time zone; one was assumed.",
    "dst_fold": "The clocks went back in this hour, so the time happened twice; both are possible.",
    "dst_gap": "The clocks went forward over this time, so no clock there showed it.",
    "clock_backward": "Its time is earlier than that of the record before it in the file.",
    "forged_header_suspect": (
        "May be text made to look like a separate message; it can be read in two ways."
    ),
    "repaired_surrogate": "Damaged characters were put together again for showing.",
    "repaired_mojibake": "Wrongly stored characters were put right for showing.",
    "repaired_json_escape": "A damaged character code was put right for showing.",
    "truncated_tail": "The file ends in the middle of this record.",
    "count_mismatch": "The file states another number of records than it holds.",
    "marker_without_lrm": "Looks like a note by the app, but lacks the app's hidden mark.",
    "missing_attachment": "It speaks of a file that was not in what was received.",
    "duplicate_of": "A second copy of a record in another file.",
    "export_cap_suspect": "The app may have cut this export short.",
    "unsupported_kind": "A kind of record this version does not fully read.",
    "unreadable_text": "Part of its text could not be read.",
    "hidden_characters": "Holds characters that do not show; they are marked where they stand.",
    "line_too_long": "An extremely long line; only its beginning was looked at for its kind.",
    "unreadable_time": "Its time could not be read.",
    "time_implausible": "Its time is not believable as written.",
    "may_belong_to_message_before": (
        "May be the rest of the message before it and not a message; it is not counted."
    ),
    "cut": "Too large to read whole; it was cut.",
    "time_in_two_readings": "Its time can be read in two ways; both are shown.",
}
STATES = {
    "normal": "",
    "edited": "edited later",
    "deleted_by_sender": "deleted by the sender",
    "deleted_by_owner": "deleted by the owner",
    "deleted": "deleted",
    "failed": "not delivered",
    "blocked_by_device": "blocked by the phone",
    "expired": "expired",
    "view_once": "could be viewed once",
    "not_yet_sent": "not yet sent",
}
WAYS = {
    "received": "received",
    "sent": "sent",
    "missed": "missed",
    "observed": "seen or noted",
    "system": "note by the app",
    "unknown": "the record does not say which way",
}
CALLS = {
    "answered": "answered",
    "missed": "missed",
    "rejected": "rejected",
    "blocked": "blocked",
    "voicemail": "voicemail",
    "cancelled": "cancelled",
    "answered_elsewhere": "answered on another device",
    "outcome_unknown": "outcome not in the record",
}
BASES = {
    "own number": "own number",
    "named sender": "named as sender",
    "recognised": "recognised by the complainant",
    "seen": "seen by the complainant",
    "guess": "a guess, not counted",
}
PLATFORMS = {
    "whatsapp": "WhatsApp",
    "sms": "Text message",
    "mms": "Text message",
    "phone": "Phone",
    "call": "Phone",
    "calls": "Phone",
    "diary": "Diary",
    "email": "E-mail",
}
_PATH = re.compile(r"(?:[A-Za-z]:|\\\\|~)?(?:[\\/][^\\/:*?\"<>|\n,;]*)*[\\/]")


def said(code: str, known: dict[str, str]) -> str:
    """Return the plain words for a code, or the code itself with spaces."""
    return known.get(code, code.replace("_", " "))


def channel_name(code: str) -> str:
    """Return how a platform or reader is called on paper."""
    plain = code.strip().lower().replace("-", "_")
    return (
        PLATFORMS.get(plain)
        or PLATFORMS.get(plain.split("_")[0])
        or code.replace("_", " ").capitalize()
    )


def account_said(key: str) -> str:
    """Return an account's key ("phone:+447700900317", "whatsapp:name:Sam") as a person reads it."""
    parts = key.split(":", 2)
    if len(parts) == 1:
        return key
    service = channel_name(parts[0])
    return f"{parts[-1]} ({service})"


def without_folders(text: str) -> str:
    """Return the text with every written path cut down to its last part: where a file lay is
    nobody's business.
    """
    return _PATH.sub("", text) if "/" in text or "\\" in text else text


def call_words(outcome: str, seconds: int | None) -> str:
    """Return e.g. "answered, 2 min 5 s" for a call; "" for what is no call."""
    if outcome in ("", "not_a_call"):
        return ""
    ended = said(outcome, CALLS)
    if seconds is None or seconds < 1:
        return ended
    minutes, rest = divmod(seconds, 60)
    return f"{ended}, {minutes} min {rest} s" if minutes else f"{ended}, {rest} s"


def number_of(count: int, one: str, many: str = "") -> str:
    """Return "1 line", "2 lines", "1,204 lines"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
