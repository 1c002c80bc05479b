"""The closed lists: what kind of thing happened, which way, what became of it, and what is doubtful
about it.

The one thing a reader would get wrong: the numbers are written into tables kept beside the
originals; a value is
added at the end and never given another number.
"""

from __future__ import annotations

from enum import IntEnum, IntFlag


class Kind(IntEnum):
    """What sort of thing happened."""

    OTHER = 0
    MESSAGE = 1
    CALL = 2
    VOICEMAIL = 3
    EMAIL = 4
    REACTION = 5
    FRIEND_REQUEST = 6
    MESSAGE_REQUEST = 7
    LOGIN = 8
    DEVICE_ADDED = 9
    LOCATION_SHARE = 10
    SCREENSHOT_TAKEN = 11
    SECURITY_CODE_CHANGED = 12
    NUMBER_CHANGED = 13
    BLOCK = 14
    UNBLOCK = 15
    GROUP_CHANGE = 16
    MEDIA = 17
    DRAFT = 18
    DIARY = 19
    CONTACT_CARD = 20
    POLL = 21
    SYSTEM_NOTE = 22
    REMOVED_LATER = 23


class Way(IntEnum):
    """Which way it went, seen from the owner of the export. UNKNOWN until the person says which
    account is theirs.
    """

    UNKNOWN = 0
    RECEIVED = 1
    SENT = 2
    MISSED = 3
    OBSERVED = 4
    SYSTEM = 5


class State(IntEnum):
    """What became of it."""

    NORMAL = 0
    EDITED = 1
    DELETED_BY_SENDER = 2
    DELETED_BY_OWNER = 3
    DELETED = 4
    FAILED = 5
    BLOCKED_BY_DEVICE = 6
    EXPIRED = 7
    VIEW_ONCE = 8
    NOT_YET_SENT = 9


class Call(IntEnum):
    """How a call ended (Android CallLog.Calls values are mapped to these by the reader)."""

    NOT_A_CALL = 0
    ANSWERED = 1
    MISSED = 2
    REJECTED = 3
    BLOCKED = 4
    VOICEMAIL = 5
    CANCELLED = 6
    ANSWERED_ELSEWHERE = 7
    OUTCOME_UNKNOWN = 8


class Precision(IntEnum):
    """How finely the source wrote the time."""

    NONE = 0
    MICROSECOND = 1
    MILLISECOND = 2
    SECOND = 3
    MINUTE = 4
    HOUR = 5
    DAY = 6
    MONTH = 7
    YEAR = 8
    PART_OF_DAY = 9


class ZoneFrom(IntEnum):
    """Where the zone of a time came from."""

    IN_RECORD = 0
    ASSUMED = 1
    USER = 2
    PEER_FIELD = 3


class Warn(IntFlag):
    """The closed list of doubts a reader may attach to one row."""

    AMBIGUOUS_DATE_ORDER = 1 << 0
    TZ_ASSUMED = 1 << 1
    DST_FOLD = 1 << 2
    DST_GAP = 1 << 3
    CLOCK_BACKWARD = 1 << 4
    FORGED_HEADER_SUSPECT = 1 << 5
    REPAIRED_SURROGATE = 1 << 6
    REPAIRED_MOJIBAKE = 1 << 7
    REPAIRED_JSON_ESCAPE = 1 << 8
    TRUNCATED_TAIL = 1 << 9
    COUNT_MISMATCH = 1 << 10
    MARKER_WITHOUT_LRM = 1 << 11
    MISSING_ATTACHMENT = 1 << 12
    DUPLICATE_OF = 1 << 13
    EXPORT_CAP_SUSPECT = 1 << 14
    UNSUPPORTED_KIND = 1 << 15
    UNREADABLE_TEXT = 1 << 16
    HIDDEN_CHARACTERS = 1 << 17
    LINE_TOO_LONG = 1 << 18
    UNREADABLE_TIME = 1 << 19
    TIME_IMPLAUSIBLE = 1 << 20
    MAY_BELONG_TO_MESSAGE_BEFORE = 1 << 21
    CUT = 1 << 22
    TIME_IN_TWO_READINGS = 1 << 23

    def names(self) -> list[str]:
        """Return the doubts as words of the stable interface, in the order of the list."""
        return [w.name.lower() for w in Warn if w in self and w.name]
