"""Finds e-mail and other accounts, postcodes and addresses of the United Kingdom.

The one thing a reader would get wrong: a street name alone is too little to know an address by, so
it counts only with a number, a house, or words like "I live in" before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

_MAIL = re.compile(
    # begins where a word begins: else a long row of letters and dots is read from each of them
    r"(?<![\w.+\-'])(?:[\w.+\-']+\s?(?:@|\(at\)|\[at\]|\{at\}|<at>)\s?[\w\-]+(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\w\-]+)+"
    r"|[\w.+\-]+ at [\w\-]+(?: dot [a-z]{2,})+"
    r"|[\w.+\-]+ ?at ?(?:gmail|hotmail|outlook|yahoo|icloud|live|googlemail|btinternet|aol)"
    r"(?:\.|\s?dot\s?)(?:com|co)(?:(?:\.|\s?dot\s?)uk)?)",
    re.I,
)
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z0-9_][\w.]{2,29}(?<!\.)")
_PROFILE = re.compile(
    r"(?:facebook|instagram|tiktok|twitter|x|snapchat|linkedin|threads)\.com/(?:in/)?@?[\w.\-]{3,}",
    re.I,
)

_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT "
    "DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD "
    "LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK "
    "SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
_AREA = "(?:" + "|".join(sorted(_AREAS.split(), key=len, reverse=True)) + ")"
_OUT = rf"{_AREA}[0-9IOl](?:[0-9A-HJKMNPR-Yo])?"
_POSTCODE = re.compile(
    rf"(?<![\w£$])(?:{_OUT}[ .\-\n]{{0,2}}[0-9OIl][ ]?[ABD-HJLNP-UW-Z][ ]?[ABD-HJLNP-UW-Z]"
    r"|GIR ?0AA|BFPO ?\d{1,4})(?!\w)",
    re.I,
)
_OUT_ALONE = re.compile(
    rf"\b(?:live|lives|living|based|from|in|near|at|postcode|area|moved to|postal code)\b"
    rf"[^.\n\d]{{0,12}}?\b(?P<found>(?-i:{_AREA}[1-9][0-9A-Z]?))(?![\w'])(?! (?:form|class))",
    re.I,
)

_STREETS = (
    "street|str|st|road|rd|avenue|ave|av|lane|ln|crescent|cres|terrace|grove|gardens|gdns|mews|"
    "boulevard|blvd|parade|esplanade|promenade|wharf|quay|heol|ffordd|stryd|lon|cul-de-sac"
)
_WEAK = (
    "close|drive|dr|way|place|pl|court|ct|walk|view|hill|green|row|square|sq|gate|yard|rise|park|"
    "house|buildings|tower|mansions|lodge|cottages|cottage|fields|meadow|meadows|bank|broadway|"
    "croft|dale|end|estate|mount|vale|ridge|path|common|circus|brae|wynd|loan|towers|heights"
)
_WORD = r"[A-Za-z][A-Za-z'\-]+\.?"
_CAP = r"(?-i:(?:St\.|[A-Z][A-Za-z'\-]+))"
_NUMBER = r"(?<![\w.,/£$:])(?:no\.? ?)?\d{1,4}\s?[a-h]?(?:\s?[-/]\s?\d{1,4}[a-h]?)?"
_FLAT = (
    r"\b(?:flat|apartment|apt|unit|room|suite|bedsit|maisonette)\s*(?:no\.?\s*)?(?:\d{1,4}\s?[a-z]?"
    r"|[a-h])\b"
)
_TAIL = rf"(?:,\s*{_CAP}(?!\w)(?:\s+{_CAP}(?!\w)){{0,2}}){{0,2}}"
_TOWN = re.compile(_TAIL)
_ADDRESS = re.compile(
    rf"(?:{_FLAT},?\s*(?:at\s+|of\s+|in\s+)?(?:{_CAP}\s+){{0,3}}{_CAP}?,?\s*)?"
    rf"{_NUMBER},?\s+(?:(?:{_WORD}\s+){{1,3}}?(?:{_STREETS})\b\.?|(?:the\s+)?(?:{_CAP}\s+){{1,3}}?"
    rf"(?:{_WEAK})\b|(?-i:The\s+[A-Z]\w+))"
    rf"|{_FLAT}(?:,?\s*(?:at\s+|of\s+|in\s+)?(?:\d{{1,4}}\s+)?(?:the\s+)?{_CAP}(?:\s+{_CAP}){{0,3}})?"
    rf"|\bp\.?\s?o\.?\s?box\s?\d+"
    rf"|(?-i:\b(?:The\s+)?(?:[A-Z][a-z'\-]+\s+){{1,2}}(?:House|Cottage|Farm|Farmhouse|Lodge|Court|"
    rf"Villa|Barn|Rectory|Vicarage|Manor|Towers?)),\s*{_CAP}(?:\s+{_CAP}){{0,2}}\s+"
    rf"(?:{_STREETS}|{_WEAK})\b",
    re.I,
)
_LIVES = re.compile(
    r"\b(?:live|lives|living|lived|staying|stay|stays|moved|house is|home is|flat is|address is|"
    r"address:|reside|resides|hiding|refuge is)\s+(?:(?:now|back|just|currently)\s+)?"
    r"(?:(?:on|at|in|to|down|off|along|near)\s+)?(?:the\s+)?"
    rf"(?P<found>(?:{_WORD}\s+){{1,3}}?(?:{_STREETS})\b|(?:{_CAP}\s+){{1,3}}?(?:{_WEAK})\b)",
    re.I,
)
_NO_STREET = re.compile(
    r"\b(?:in|the|a|an|is|are|was|of|for|to|and|or|on|with|pages?|links?|days?|hours?|weeks?|"
    r"months?|years?|minutes?|times?|people|press|section|sections|words?|lines?)\b",
    re.I,
)


def mails_in(text: str) -> Iterator[Span]:
    """Yield where e-mail addresses and names of accounts stand ("@" in front, or a profile)."""
    for pattern in (_MAIL, _HANDLE, _PROFILE):
        yield from (found.span() for found in pattern.finditer(text))


def postcodes_in(text: str) -> Iterator[Span]:
    """Yield where postcodes stand; the first half alone counts after words like "I live in"."""
    for found in _POSTCODE.finditer(text):
        # O and I are typed for 0 and 1, but "Polish" is not a postcode
        if any(c.isdigit() for c in found[0]):
            yield found.span()
    yield from (found.span("found") for found in _OUT_ALONE.finditer(text))


def addresses_in(text: str) -> Iterator[Span]:
    """Yield where addresses stand: a number and a street, a flat, a house and its street."""
    for found in _ADDRESS.finditer(text):
        words = found[0]
        # "4 links in a row", "2 pages on the street": words that no street is called by
        if not (words[0].isdigit() and _NO_STREET.search(words.split(maxsplit=1)[-1].lower())):
            town = _TOWN.match(text, found.end())
            yield found.start(), town.end() if town else found.end()
    for found in _LIVES.finditer(text):
        if not _NO_STREET.search(found["found"]):
            yield found.span("found")
