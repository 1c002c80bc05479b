"""A choice a human made, for ever: one class for each kind, written to the log and never changed.

The one thing a reader would get wrong: nothing is edited or deleted. Taking a choice back is
another choice
(`Withdrawn`), and both stay in the log.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import Field, asdict, dataclass, field, fields
from typing import Any

from rainbook.record import told, told_care, told_orders
from rainbook.record.nouns import BASES, ROLES, RainbookError


class UnknownDecision(RainbookError):
    """The log holds a decision this version does not know, or one with a field missing or of the
    wrong type.
    """


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """There is such a person. `role` is one of ROLES."""

    person: str
    name: str
    role: str = field(metadata={"one_of": ROLES})


@dataclass(frozen=True, slots=True)
class AccountOf:
    """This account is that person's, and why (`basis`, one of BASES). `account` is the account's
    key (see people).
    """

    person: str
    account: str
    basis: str = field(metadata={"one_of": BASES})
    note: str = ""


@dataclass(frozen=True, slots=True)
class EventBy:
    """This one event was that person's act, and why (`basis`): for what no account can say, such as
    a sighting in the diary or a withheld call. It goes before what the account says.
    """

    event: str
    person: str
    basis: str = field(metadata={"one_of": BASES})
    note: str = ""


@dataclass(frozen=True, slots=True)
class ToldToStop:
    """The complainant told the person to stop: in a message (its event id), or in another way at a
    time.
    """

    person: str
    event: str = ""
    at: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Blocked:
    """The complainant blocked an account of the person at a time (ISO 8601 day or instant)."""

    person: str
    at: str
    account: str = ""


@dataclass(frozen=True, slots=True)
class Warned:
    """Somebody in authority warned the person at a time."""

    person: str
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class OrderServed:
    """An order or notice: when made, when served or known of, its clauses and exceptions, word for
    word.
    """

    person: str
    kind: str
    made: str = ""
    served: str = ""
    until: str = ""
    clauses: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotRelevant:
    """This event is not part of it (kept, shown as set aside, never counted)."""

    event: str


@dataclass(frozen=True, slots=True)
class Asks:
    """What the complainant asks to stop, in their own words."""

    person: str
    words: str


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How the days in one original are written: "day first", "month first" or "year first"."""

    original: str
    order: str = field(metadata={"one_of": ("day first", "month first", "year first")})


@dataclass(frozen=True, slots=True)
class ZoneOf:
    """The zone the clock of one original was set to (IANA name)."""

    original: str
    zone: str


@dataclass(frozen=True, slots=True)
class EncodingIs:
    """The person confirmed how an old text file is encoded, having seen it: "cp1252"."""

    original: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of the case: zone, language, session_gap_minutes, initials, ref_style."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Decision number `number` is taken back."""

    number: int


Decision = (
    PersonNamed
    | AccountOf
    | EventBy
    | ToldToStop
    | Blocked
    | Warned
    | OrderServed
    | NotRelevant
    | Asks
    | DateOrder
    | ZoneOf
    | EncodingIs
    | Setting
    | Withdrawn
    | told.Told
    | told_care.Care
)
DECISIONS: Mapping[str, type[Decision]] = {
    "person": PersonNamed,
    "account": AccountOf,
    "by-person": EventBy,
    "told-to-stop": ToldToStop,
    "blocked": Blocked,
    "warned": Warned,
    "order-served": OrderServed,
    "not-relevant": NotRelevant,
    "asks": Asks,
    "date-order": DateOrder,
    "zone": ZoneOf,
    "encoding": EncodingIs,
    "setting": Setting,
    "withdrawn": Withdrawn,
    "relationship": told.Relationship,
    "started-by": told.StartedBy,
    "did-back": told.DidBack,
    "purpose": told.PurposeOf,
    "aimed-at": told.AimedAt,
    "acted-for": told.ActedFor,
    "sort": told.ActSort,
    "tag": told.ActTag,
    "together": told.Together,
    "gap-reason": told.GapReason,
    "history": told.History,
    "impact": told.Impact,
    "changed": told.Changed,
    "witness": told.WitnessOf,
    "told": told.ToldTo,
    "knew": told.KnewOf,
    "theme": told.ThemeOf,
    "connects": told.Connects,
    "came-after": told.CameAfter,
    "never-arrived": told.NeverArrived,
    "explained": told.Explained,
    "single-threat": told.SingleThreat,
    "clause": told_orders.OrderClause,
    "order-allows": told_orders.OrderAllows,
    "allowed": told_orders.Allowed,
    "not-asked": told_orders.NotAsked,
    "answered": told_orders.Answered,
    "keep-back": told_care.KeepBack,
    "police-contact": told_care.PoliceContact,
    "perishable": told_care.Perishable,
    "produced-by": told_care.ProducedBy,
}
_NAMES = {kind: name for name, kind in DECISIONS.items()}


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision with its place in the log: number, who, when (ISO 8601 UTC), why; `withdrawn` once
    taken back.
    """

    number: int
    by: str
    at: str
    why: str
    what: Decision
    withdrawn: bool = False


def decision_to(what: Decision) -> dict[str, Any]:
    """Return the decision as plain JSON values, with its kind under "kind"."""
    return {"kind_of_decision": _NAMES[type(what)], **asdict(what)}


def _field(name: str, spec: Field[Any], found: Any) -> Any:
    """Return one field as its class wants it. Raises UnknownDecision."""
    wanted = str(spec.type)
    texts = isinstance(found, (list, tuple)) and all(isinstance(f, str) for f in found)
    one_of = spec.metadata.get("one_of")
    if "tuple" in wanted and texts:
        _closed(spec.name, found, one_of)
        return tuple(found)
    whole = isinstance(found, int) and not isinstance(found, bool)
    if "tuple" in wanted or not (whole if wanted == "int" else isinstance(found, str)):
        raise UnknownDecision(
            f"The decision {name!r} holds {spec.name} as {type(found).__name__}; it cannot "
            "be understood."
        )
    _closed(spec.name, (found,), one_of)
    return found


def _closed(name: str, found: Sequence[Any], known: Sequence[str] | None) -> None:
    """Raise UnknownDecision for a word that is not on its closed list."""
    for one in found if known else ():
        if known and one not in known:
            raise UnknownDecision(
                f"{one!r} is not a {name} this version knows. It must be one of: "
                f"{', '.join(k for k in known if k)}."
            )


def decision_from(value: Mapping[str, Any]) -> Decision:
    """Return the typed decision, or raise UnknownDecision: a log is never half understood."""
    given = dict(value)
    name = given.pop("kind_of_decision", None)
    kind = DECISIONS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise UnknownDecision(
            f"This case holds a decision of a kind this version does not know ({name!r}). Use "
            "the version that wrote it, or a newer one."
        )
    made: dict[str, Any] = {}
    for spec in fields(kind):
        if spec.name not in given:
            continue
        found = given.pop(spec.name)
        made[spec.name] = _field(str(name), spec, found)
    if given:
        raise UnknownDecision(
            f"The decision {name!r} holds more than this version knows: {', '.join(sorted(given))}."
        )
    try:
        return kind(**made)
    except TypeError as missing:
        raise UnknownDecision(f"The decision {name!r} is not whole: {missing}.") from missing
