"""What a person can say about an act, a person or a time, beyond whose it was: one class for each
kind.

The one thing a reader would get wrong: every one of these can be left unsaid, and "do not know" is
an answer of its own. Neither is "no", and no program fills one in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rainbook.record.answers import (
    ANSWERS,
    AREAS,
    BONDS,
    DONE_BACK,
    GAP_REASONS,
    PASTS,
    PURPOSES,
    SERIOUS_HARM,
    SORTS,
    STARTERS,
    TOGETHER,
    UNSAID,
)
from rainbook.record.nouns import BASES
from rainbook.record.told_orders import (
    Allowed,
    Answered,
    NotAsked,
    OrderAllows,
    OrderClause,
)


def _of(*words: str) -> dict[str, Any]:
    return {"one_of": words}


@dataclass(frozen=True, slots=True)
class Relationship:
    """What the person and the complainant are to each other."""

    person: str
    bond: str = field(metadata=_of(*BONDS))
    words: str = ""


@dataclass(frozen=True, slots=True)
class StartedBy:
    """Who started this contact."""

    event: str
    who: str = field(metadata=_of(*STARTERS))


@dataclass(frozen=True, slots=True)
class DidBack:
    """What the complainant did back."""

    event: str
    what: str = field(metadata=_of(*DONE_BACK))
    words: str = ""


@dataclass(frozen=True, slots=True)
class PurposeOf:
    """What the other person would say it was for: of one event, or (event empty) of all of it."""

    person: str
    purpose: str = field(metadata=_of(*PURPOSES))
    event: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class AimedAt:
    """Whom an act was aimed at: one of TARGETS or the short word of a person; and whether it was
    because of the complainant.
    """

    event: str
    at: str
    because_of_me: str = field(default=UNSAID, metadata=_of(*ANSWERS))
    words: str = ""


@dataclass(frozen=True, slots=True)
class ActedFor:
    """Somebody else did this for the person named (by proxy), and how that is known."""

    event: str
    person: str
    basis: str = field(metadata=_of(*BASES))
    words: str = ""


@dataclass(frozen=True, slots=True)
class ActSort:
    """What sort of act it was, in plain words of a closed list."""

    event: str
    sort: str = field(metadata=_of(*SORTS))
    words: str = ""


@dataclass(frozen=True, slots=True)
class ActTag:
    """Which of the statute's examples the act is, by the id of the law data ("something_else" is
    one).
    """

    event: str
    tag: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Together:
    """A time the two were together, or in contact both wanted. Days, months or years; empty =
    open.
    """

    person: str
    how: str = field(metadata=_of(*TOGETHER))
    start: str = ""
    end: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class GapReason:
    """Why there was nothing in a time."""

    person: str
    reason: str = field(metadata=_of(*GAP_REASONS))
    start: str = ""
    end: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """What had happened between the two before the first act."""

    person: str
    past: str = field(metadata=_of(*PASTS))
    start: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Impact:
    """Alarm, distress, fear of violence: of one event, or (event empty) at a time or as a whole."""

    event: str = ""
    start: str = ""
    alarm: str = field(default=UNSAID, metadata=_of(*ANSWERS))
    distress: str = field(default=UNSAID, metadata=_of(*ANSWERS))
    fear_of_violence: str = field(default=UNSAID, metadata=_of(*ANSWERS))
    words: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """What the complainant changed in daily life."""

    area: str = field(metadata=_of(*AREAS))
    words: str = ""
    start: str = ""
    end: str = ""
    cost: str = ""


@dataclass(frozen=True, slots=True)
class WitnessOf:
    """Who or what else can show an event: a person, a camera, a receipt."""

    event: str
    who: str
    words: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class ToldTo:
    """Somebody was told: police, a friend, a doctor; what was promised, and the reference."""

    who: str
    at: str = ""
    words: str = ""
    event: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class KnewOf:
    """The act shows knowledge the person should not have had, and what that was."""

    event: str
    words: str


@dataclass(frozen=True, slots=True)
class ThemeOf:
    """What the act was about, in the complainant's word for it; the same word joins acts."""

    event: str
    theme: str


@dataclass(frozen=True, slots=True)
class Connects:
    """What connects two acts, as the complainant says it."""

    event: str
    other: str
    words: str


@dataclass(frozen=True, slots=True)
class CameAfter:
    """The act came after the refusal recorded as decision `refusal`, as the complainant says; for
    acts without a time that could show it.
    """

    event: str
    refusal: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class NeverArrived:
    """The contact was tried and did not reach the complainant (returned, intercepted)."""

    event: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """The answer to "is there another reason for all this?"."""

    person: str
    answer: str = field(metadata=_of(*ANSWERS))
    words: str = ""


@dataclass(frozen=True, slots=True)
class SingleThreat:
    """This one message conveys a threat, and of what; the complainant picked it."""

    event: str
    of: str = field(metadata=_of(*SERIOUS_HARM))
    words: str = ""


Told = (
    Relationship
    | StartedBy
    | DidBack
    | PurposeOf
    | AimedAt
    | ActedFor
    | ActSort
    | ActTag
    | Together
    | GapReason
    | History
    | Impact
    | Changed
    | WitnessOf
    | ToldTo
    | KnewOf
    | ThemeOf
    | Connects
    | CameAfter
    | NeverArrived
    | Explained
    | SingleThreat
    | OrderClause
    | OrderAllows
    | Allowed
    | NotAsked
    | Answered
)
