"""Turns an account as a source wrote it into one stable key, so that the same number is the same
account everywhere.

The one thing a reader would get wrong: only spelling is taken away, never doubt. A number is the
same number in every spelling; a name is only ever itself. Direction marks at the two ends of a name
and the sort of space in it are the exporting phone's and are dropped; everything inside stays, so a
look-alike is another account. A name after "~ " was chosen by its sender: it keeps its "~ " and is
never read as a number, whatever it says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import phonenumbers

from rainbook.record import Account

REGION = "GB"
OWN = "phone:own"
_MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"
_ENDS = _MARKS + " \t\r\n\u00a0\u2007\u202f"
_NO_MARKS = {ord(c): None for c in _MARKS}
_NUMBER = re.compile(r"\+?[\d\s().\-\u2010-\u2015/]{3,40}")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")

# letters of other scripts, and figures, that look like Latin ones once folded; a help for the eye,
# never a join
_LOOKS = str.maketrans(
    {
        **dict(
            zip(
                "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u043a\u043c\u0442\u0432\u043d\u0433",
                "aeopcyxijsdhkmtbhr",
                strict=True,
            )
        ),
        **dict(
            zip(
                "\u03b1\u03b2\u03b5\u03b7\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03b3",
                "abenikvoptuxy",
                strict=True,
            )
        ),
        "0": "o",
        "1": "l",
        "|": "l",
        "\u0131": "l",
        "\u0261": "g",
    }
)


def account_key(account: Account, region: str = REGION) -> str:
    """Return the account's stable key: "phone:+447700900123", "whatsapp:name:Alex", "sms:withheld",
    "phone:own".

    A number that could be dialled (phonenumbers: possible, not merely local) has the same key on
    every service; one that could not keeps its service. `region` is the country a number without +
    is read in.
    """
    return _key(account.platform, account.kind, account.raw, region)


@lru_cache(maxsize=65_536)
def _key(platform: str, kind: str, raw: str, region: str) -> str:
    if kind == "own":
        return OWN
    written = clean_name(raw)
    if kind == "withheld" or not written:
        return f"{platform}:withheld"
    if kind == "phone" or (kind == "name" and written[0] in "+0"):
        number = phone_number(raw, region)
        if number:
            return f"phone:{number}"
    if (
        kind == "phone"
    ):  # a short code or a name in place of a number: it must never collide with a real number
        return f"{platform}:as written:{written}"
    if kind == "email":
        return f"email:{written.lower() if written.isascii() else written}"
    return f"{platform}:{kind}:{written}"


def phone_number(raw: str, region: str = REGION) -> str | None:
    """Return the number in international form (+447700900123), or None where the whole text is not
    a number.
    """
    bare = raw.translate(_NO_MARKS).strip()
    if not _NUMBER.fullmatch(bare):
        return None
    digits = "".join(
        str(unicodedata.digit(c)) for c in bare if c.isdigit() and unicodedata.digit(c, -1) >= 0
    )
    try:
        number = phonenumbers.parse(("+" if bare[0] == "+" else "") + digits, region)
    except phonenumbers.NumberParseException:
        return None
    if (
        phonenumbers.is_possible_number_with_reason(number)
        != phonenumbers.ValidationResult.IS_POSSIBLE
    ):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def clean_name(raw: str) -> str:
    """Return a name without direction marks at its ends, with plain single spaces, composed (NFC).
    Letters stay.
    """
    text = raw.strip(_ENDS)
    tilde = text.startswith("~")
    if tilde:
        text = text[1:].lstrip(_ENDS)
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", text))
    return f"~ {text}" if tilde else text


def look_alikes(keys: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return groups of different keys that the eye may take for one another, sorted. A note, never
    a join.

    Looked at: names, handles and addresses, whatever the service, after folding case, accents,
    hidden characters, spaces, "~", and the commonest Greek and Cyrillic doubles of Latin letters.
    Other doubles are not noticed.
    """
    groups: dict[str, set[str]] = {}
    for key in keys:
        _, _, text = key.partition(":")
        kind, _, name = text.partition(":")
        if key.startswith("email:"):
            groups.setdefault(_skeleton(text), set()).add(key)
        elif kind in ("name", "handle") and name:
            groups.setdefault(_skeleton(name), set()).add(key)
    return tuple(sorted(tuple(sorted(g)) for s, g in groups.items() if len(g) > 1 and s))


def _skeleton(name: str) -> str:
    folded = unicodedata.normalize(
        "NFKD", unicodedata.normalize("NFKC", name).casefold()
    ).translate(_LOOKS)
    return "".join("l" if c == "i" else c for c in folded if unicodedata.category(c)[0] in "LN")
