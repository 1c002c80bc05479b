"""In how many ways one thing can be written: an address, a number, a plate, a name.

The one thing a reader would get wrong: every pattern here is for a folded text (`folding`), where
all letters are small, plain and without accents. Each stands between whole words or numbers only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import phonenumbers

from rainbook.handover.gate.folding import folded

BETWEEN = r"[^a-z0-9]{0,6}"
"""What may stand between two words of one name: blanks, line ends, commas, dots, quotes, bars."""
_MUST = r"[^a-z0-9]{1,6}"
_START, _END = r"(?<![a-z0-9])", r"(?![a-z0-9])"
_LOOSE_START, _LOOSE_END = r"(?:(?<![0-9])|(?![0-9]))", r"(?:(?![0-9])|(?<![0-9]))"
_STREET_WORDS = (
    "road rd|street str st saint|avenue ave av|lane ln la|drive drv dr doctor|close cl clo|"
    "court ct crt|crescent cres cresc cr|place pl plc|square sq|terrace terr ter tce|"
    "gardens garden gdns gdn|grove grv gr|park pk|walk wlk|way wy|hill hl|green grn gn|parade pde|"
    "boulevard blvd bvd|highway hwy|view vw|yard yd"
)
_PLACE_WORDS = (
    "north n|south s|east e|west w|mount mt|flat flt apartment apt appartment unit|house hse ho|"
    "building bldg bldgs buildings|block blk|floor fl flr|upper upr|lower lwr|great gt|little ltl|"
    "number no num"
)
_FIRM_WORDS = (
    "school sch schl|primary prim pri|secondary sec|junior jnr jr|senior snr sr|academy acad|"
    "college coll col|university uni univ|hospital hosp|surgery surg|centre center ctr cntr|"
    "church ch|community comm|company co|limited ltd|department dept|station stn"
)


def _classes(lines: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in lines.split("|"))


_SAME = (*_classes(_STREET_WORDS), *_classes(_PLACE_WORDS), *_classes(_FIRM_WORDS))
_MORE_STREETS = "mews row rise end quay wharf drift fold gate broadway embankment bank crest mead"
_ANYBODYS = (
    "nursery office offices shop store club gym the of at for high infant infants group plc llp "
    "inc services service care trust clinic practice st saint our lady old new and house"
)
_ROOMS = "flat flt apartment apt appartment unit room no number studio"
STREETS = frozenset().union(*_classes(_STREET_WORDS), _MORE_STREETS.split()) - {"saint", "doctor"}
GENERIC = frozenset().union(*_classes(_FIRM_WORDS), _ANYBODYS.split())
_FLATS = frozenset(_ROOMS.split())
_POSTCODE = re.compile(r"(?<![a-z0-9])([a-z]{1,2}[0-9][a-z0-9]?)\s*([0-9][a-z]{2})(?![a-z0-9])")
_LOOKS_LIKE = {"0": "[0o]", "o": "[0o]", "1": "[1il]", "i": "[1il]", "l": "[1il]"}
IN_A_NUMBER = "(?<![0-9])"
"""How the pattern of a telephone number begins, and no other."""
_IN_NUMBER = r"[\s\-.()\[\]{}/\\,;:'\"|_*+&]{0,4}"


@dataclass(frozen=True, slots=True)
class Writing:
    """One way of writing it: the pattern, and plain strings a text must hold for it to be there at
    all (they are looked for first, because that is fast).
    """

    pattern: str
    holds: tuple[str, ...] = ()

    @property
    def loose(self) -> str:
        """The pattern for text taken from between other bytes, where words may run into the next
        thing: only a number may not go on.
        """
        start = self.pattern.replace("(?<![a-z0-9.])", _LOOSE_START)
        return start.replace(_START, _LOOSE_START).replace(_END, _LOOSE_END)


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text, folded; the apostrophe of "Mary's" joins."""
    return re.findall(r"[a-z0-9]+|&", re.sub(r"(?<=[a-z])'(?=[a-z])", "", _fold(text)))


def _fold(text: str) -> str:
    return folded(text).text


def word(one: str) -> str:
    """Return a pattern of one word with its short and long forms; "and" may be a sign."""
    if one in ("and", "&"):
        return r"(?:and|n|&(?:amp;)?|\+)"
    made = sorted(_forms(one), key=lambda form: (-len(form), form))
    # the typed word lost its apostrophe, and the text may have one: marys, mary's; o'brien
    spelled = ["'?".join((form[:-1], "s")) if form[2:].endswith("s") else form for form in made]
    spelled = [f"o'?{s[1:]}" if s[0] == "o" and len(s) > 3 and s.isalpha() else s for s in spelled]
    return f"(?:{'|'.join(spelled)})" if len(spelled) > 1 else spelled[0]


def _forms(one: str) -> frozenset[str] | set[str]:
    return {one}.union(*(same for same in _SAME if one in same))


def _holds(words: Sequence[str]) -> tuple[str, ...]:
    """Return what is left of the words that have one form only, without a letter that may go."""
    alone = (w for w in words if w.isalpha() and w != "and" and len(_forms(w)) == 1)
    bare = (w.removeprefix("o").removesuffix("s") for w in alone)
    return tuple(w for w in bare if len(w) > 1)


def in_order(words: Sequence[str]) -> Writing:
    """Return the writing of words one after the other, whatever stands between them."""
    return Writing(f"{_START}{_joined(words)}{_END}", _holds(words))


def _joined(words: Sequence[str]) -> str:
    made = ""
    for before, one in zip(("", *words), words, strict=False):
        if before:
            # 12a, 12A and 12 a; but "a1" is never "a 1"
            loose = before.isdigit() != one.isdigit() or "&" in (before, one)
            # "Mary's" lost its apostrophe when it was typed; "O'Brien's" may have won one
            made += "(?:'s)?" + (BETWEEN if loose else _MUST)
        made += word(one)
    return made


def as_typed(text: str) -> Iterator[Writing]:
    """Yield the writing of the words as they were typed, in their order."""
    if words := words_of(text):
        yield in_order(words)


def name(text: str) -> Iterator[Writing]:
    """Yield the writings of a name of a person, a place, a school, a workplace: in full, and in the
    short forms a person would know it by.
    """
    yield from as_typed(text)
    words = [w for w in words_of(text) if w != "the"]
    own = [w for w in words if w not in GENERIC]
    plain = [w for w in words if w in GENERIC]
    if len(words) > len(own) and len(own) >= 2:
        yield in_order(own)
    if len(own) == 1 and len(plain) >= 2:
        # Hillside Primary School: Hillside Primary, Hillside School
        for one in plain:
            pair = sorted((own[0], one), key=words.index)
            if one not in ("of", "at", "for", "the", "and", "&"):
                yield in_order(pair)


def address(text: str) -> Iterator[Writing]:
    """Yield the writings of an address: number and street, street and town, the postcode alone."""
    plain = _fold(text)
    for found in _POSTCODE.finditer(plain):
        yield postcode(found.group(1), found.group(2))
    parts = [p for p in re.split(r"[,;\n]+", _POSTCODE.sub(",", plain)) if words_of(p)]
    yield from as_typed(_POSTCODE.sub(" ", plain))
    lines = _lines(parts)
    for place, (flat, number, street) in enumerate(lines):
        after = lines[place + 1][2] if place + 1 < len(lines) else []
        if number and street:
            yield from _at_number(number, street)
        elif len(street) >= 2 and not _is_street(street) and place == 0:
            yield in_order(street)  # the name of a house
        if street and after:
            yield in_order([*street, *after])
        if flat and street and not number:
            yield in_order([*flat, *street])


def _lines(parts: Sequence[str]) -> list[tuple[list[str], list[str], list[str]]]:
    """Return for each part its flat, its house number and the rest; a number that stands alone
    ("12, Mill Lane") belongs to the part behind it.
    """
    made: list[tuple[list[str], list[str], list[str]]] = []
    flat: list[str] = []
    number: list[str] = []
    for part in parts:
        words = words_of(part)
        if words[0] in _FLATS and len(words) > 1:
            flat, words = words[:2], words[2:]
        if words and words[0][0].isdigit():
            number = _number(words)
            words = words[len(number) :]
            number = ["".join(number)]
        if words:
            made.append((flat, number, words))
            flat, number = [], []
    return made


def _number(words: Sequence[str]) -> list[str]:
    """Return the words of a house number: 12, 12a, 12 a."""
    if len(words) > 2 and words[0].isdigit() and len(words[1]) == 1 and words[1].isalpha():
        return list(words[:2])
    return list(words[:1])


def _is_street(words: Sequence[str]) -> bool:
    return words[-1] in STREETS


def street_of(text: str) -> Iterator[Writing]:
    """Yield the writings of the street alone: too little to take out, enough to be shown."""
    parts = re.split(r"[,;\n]+", _POSTCODE.sub(",", _fold(text)))
    for _, _, street in _lines([p for p in parts if words_of(p)]):
        if len(street) >= 2 and _is_street(street):
            yield in_order(street)


def _at_number(number: Sequence[str], street: Sequence[str]) -> Iterator[Writing]:
    digits, letter = re.fullmatch(r"([0-9]+)([a-z0-9]*)", "".join(number)).groups()  # type: ignore[union-attr]
    house = f"{digits}{BETWEEN}{letter}" if letter else f"{digits}[a-z]?"
    # the street up to its type: what follows is a town, which may be left out
    ends = [n for n, w in enumerate(street, 1) if w in STREETS and n > 1]
    short = list(street[: ends[0]]) if ends else list(street)
    way, holds = _joined(short), _holds(short)
    yield Writing(f"{_START}{house}{BETWEEN}{way}{_END}", holds)
    no = f"(?:no|nr|number|num|house)?{BETWEEN}"
    yield Writing(f"{_START}{way}{_MUST}{no}{house}{_END}", holds)
    if ends and sum(len(w) for w in short[:-1]) >= 4:
        # 12 Mill, where people leave the type out; not 12 Mill Street, which is another street
        other = f"(?!{_MUST}(?:{'|'.join(sorted(STREETS))}){_END})"
        bare = _joined(short[:-1])
        yield Writing(f"{_START}{house}[\\s,]{{1,3}}{bare}{_END}{other}", _holds(short[:-1]))


def postcode(outward: str, inward: str) -> Writing:
    """Return the writing of a postcode with, without or with too many blanks; 0 and O, 1 and I."""
    halves = ("".join(_LOOKS_LIKE.get(c, c) for c in half) for half in (outward, inward))
    return Writing(_START + r"[^a-z0-9]{0,4}".join(halves) + _END)


def plate(text: str) -> Iterator[Writing]:
    """Yield the writing of a number plate: blanks anywhere, 0 for O and 1 for I."""
    letters = [c for c in _fold(text) if c.isalnum()]
    between = r"[\s\-.·_]{0,3}"
    if letters:
        made = between.join(_LOOKS_LIKE.get(c, c) for c in letters)
        yield Writing(f"{_START}{made}{_END}")


def email(text: str) -> Iterator[Writing]:
    """Yield the writing of a mail address: any case, +tags, "at" and "dot" spelled out."""
    local, _, domain = _fold(text).strip().rpartition("@")
    if not local or not domain:
        yield from as_typed(text)
        return
    dot = r"(?:\s*(?:\.|\(dot\)|\[dot\])\s*|\sdot\s)"
    local = local.split("+")[0]
    marks = r"\.?" if domain in ("gmail.com", "googlemail.com") else ""
    letters = local.replace(".", "") if marks else local
    head = marks.join(dot if c == "." else re.escape(c) for c in letters)
    at = r"(?:\s*(?:@|%40|=40|\(at\)|\[at\]|&#64;)\s*|\sat\s)"
    tag = r"(?:\+[a-z0-9._-]{0,40})?"
    houses = ("gmail.com", "googlemail.com") if marks else (domain,)
    for house in houses:
        tail = dot.join(re.escape(p) for p in house.split("."))
        longest = max(house.split("."), key=len)
        yield Writing(f"(?<![a-z0-9.]){head}{tag}{at}{tail}{_END}", (longest,))


def wifi(text: str) -> Iterator[Writing]:
    """Yield the writing of the name of a network: exact, but for its case and its blanks."""
    parts = _fold(text).split()
    if parts:
        exact = r"\s+".join(re.escape(p) for p in parts)
        yield Writing(f"{_START}{exact}{_END}", tuple(parts))


def number(text: str, region: str = "GB") -> Iterator[Writing]:
    """Yield the writing of a telephone number in every writing: +44, 0044, 0, with any blanks."""
    country, national = _national(text, region)
    if len(national) < 5:
        return
    digits = _IN_NUMBER.join(_LOOKS_LIKE.get(d, d) for d in national)
    prefix = ""
    if country:
        code = _IN_NUMBER.join(country)
        trunk = rf"(?:\(?[0o]\)?{_IN_NUMBER})?"
        abroad = rf"(?:(?:\+|[0o]{_IN_NUMBER}[0o]|[0o]11){_IN_NUMBER})?"
        prefix = (
            rf"(?:{abroad}{code}{_IN_NUMBER}{trunk}|\(?[0o]{_IN_NUMBER})?"
        )
    yield Writing(rf"{IN_A_NUMBER}{prefix}{digits}(?![0-9])")


def _national(text: str, region: str) -> tuple[str, str]:
    """Return the country's code and the digits behind it; ("", all digits) where it is neither."""
    digits = "".join(c for c in _fold(text) if c.isdigit())
    try:
        read = phonenumbers.parse(_fold(text), region)
    except phonenumbers.NumberParseException:
        return "", digits
    national = phonenumbers.national_significant_number(read)
    if not digits.endswith(national):
        return "", digits
    return str(read.country_code), national
