"""Finds phone numbers, written in digits or said in words, and the numbers of a case.

The one thing a reader would get wrong: a number anybody may know (999, 101, 0800 and 03 numbers of
services) is no personal number; people name those to say that one of them is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

Span = tuple[int, int]

_PUBLIC = {
    phonenumbers.PhoneNumberType.TOLL_FREE, phonenumbers.PhoneNumberType.UAN,
    phonenumbers.PhoneNumberType.SHARED_COST,
}
_DIGITS = re.compile(r"(?<![\w/])\+?\(?\d(?:[ ().\-_/*]{0,3}\d){6,14}(?![\w/])")
_LOCAL_CUE = re.compile(
    r"\b(?:phone|mobile|mob|tel|telephone|number|no|call|text|ring|whatsapp|contact)\b[^.\n]{0,20}$",
    re.I,
)
_SAID = (
    "oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple|\\d"
)
_IN_WORDS = re.compile(rf"\b(?:plus[ ,]+)?(?:{_SAID})(?:[ ,\-]+(?:{_SAID})){{6,}}\b", re.I)

_CUE = (
    r"(?:crime|case|incident|police|log|court|claim|report|complaint|reference|ref|cad|urn|crn|"
    r"occurrence|investigation|event|file|job|niche|storm|athena|officer|collar|warrant|badge)"
)
_MARK = r"(?:\s*(?:number|numbers|num|no|nr|nos|ref|reference|id|code|#))?"
_LINK = r"(?:\s*(?:is|was|of|:|#|=|-|\.|\(|it's|its)){0,3}\s*"
_TOKEN = (
    r"(?=[A-Z0-9/\-. ]*\d[A-Z0-9/\-. ]*\d)"
    r"[A-Z0-9]{1,8}(?:[/\-.]?[A-Z0-9]+){1,7}(?:\s?[/\-]\s?[A-Z0-9]+)*"
)
_DATED = r"\d{1,5}(?:\s+(?:of|on|from|dated)\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?" \
    r"[\s/.\-]*(?:of\s+)?(?:\d{1,2}|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|" \
    r"oct\w*|nov\w*|dec\w*)(?:[\s/.\-]*\d{2,4})?)"
_CUED = re.compile(
    rf"\b{_CUE}{_MARK}{_LINK}(?P<found>{_DATED}|(?-i:{_TOKEN})|\d{{3,12}})(?!\w)", re.I
)
_CUED_LOW = re.compile(
    rf"\b{_CUE}\s*(?:number|num|no|ref|reference|id){_LINK}(?P<found>[a-z]{{0,4}}\d[a-z0-9/\-]{{3,}})",
    re.I,
)
_SHAPES = re.compile(
    r"(?<![\w/])(?:"
    r"\d{2}[A-Z]{1,2}\d?/?\d{4,6}/?\d{2}"  # 01AB1234524: a unique reference number
    r"|\d{5,8}/\d{2}"  # 4201234/24
    r"|\d{2}/\d{5,8}(?:/\d{2})?"  # 24/123456
    r"|[A-Z]{1,4}/\d{3,8}/\d{2,4}"  # AB/12345/24
    r"|[A-Z]{2,4}-\d{3,8}-\d{2,4}(?:-\d+)?"  # AB-20240612-0345
    r"|\d{8}-\d{3,5}"  # 20240612-0345
    r"|(?:CAD|CRN|URN|OIS|CRIS|NIR)\s?\d[\d/]{2,}(?:\s?/?\s?\d{1,2}[A-Z]{3}\d{2,4})?"
    r")(?![\w/])"
)
_MEDICAL = re.compile(r"(?<!\w)[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D](?!\w)")


def phones_in(text: str) -> Iterator[Span]:
    """Yield where personal phone numbers stand, in digits or in words."""
    for found in _DIGITS.finditer(text):
        start, end = found.span()
        if _is_phone(found[0], text[:start]):
            yield start, end
    for found in _IN_WORDS.finditer(text):
        # "one two three four five six seven" is counting; a number begins with a nought or a plus
        if re.match(r"(?:plus|oh?|zero|nought|0|double)\b", found[0], re.I):
            yield found.span()


def _is_phone(written: str, before: str) -> bool:
    digits = re.sub(r"\D", "", written)
    if re.fullmatch(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{4}-\d{2}-\d{2}", written):
        return False
    try:
        number = phonenumbers.parse(written.replace("_", " ").replace("*", " "), "GB")
    except phonenumbers.NumberParseException:
        return False
    if phonenumbers.is_valid_number(number):
        return phonenumbers.number_type(number) not in _PUBLIC
    if digits.startswith(("0800", "0808", "03")):
        return False
    # numbers kept for plays and films, and ones with a digit wrong, are numbers to whoever reads
    if digits.startswith(("07", "447", "01", "02")) and 10 <= len(digits) <= 13:
        return True
    if written.startswith(("+", "00")) and 9 <= len(digits) <= 15:
        return True
    return bool(_LOCAL_CUE.search(before)) and 6 < len(digits) < 14


def references_in(text: str) -> Iterator[Span]:
    """Yield where numbers of a crime, a case, a log, a claim or a person stand."""
    for pattern in (_CUED, _CUED_LOW):
        for found in pattern.finditer(text):
            if len(re.sub(r"\D", "", found["found"])) >= 2 and not _is_ordinary(found["found"]):
                yield found.span("found")
    for pattern in (_SHAPES, _MEDICAL):
        yield from (found.span() for found in pattern.finditer(text))


def _is_ordinary(written: str) -> bool:
    # "call the police on 101", "the 2012 law", "999", "section 4A": nothing of one person
    return bool(re.fullmatch(r"999|101|111|112|55|116|(?:19|20)\d\d|0\d{9,10}|\d{1,2}", written))
