"""How people and accounts are called on a page, and how a page finds them again.

The one thing a reader would get wrong: neither a number nor a name ever stands in an address. A
page finds them by a mark that is made with a secret of the visit, and means nothing afterwards.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable

from rainbook.case import AccountLine
from rainbook.record import BASES, Person
from rainbook.web.frame.shown import is_visible
from rainbook.web.interface import Asked, PageNotThere

ME, THEM = "complainant", "suspect"
ROLES = (THEM, "witness", "other")
"""The roles a person may have who is not the owner of the book, in the order they are asked."""
LONGEST_NAME, LONGEST_NOTE = 200, 20_000
OWN_PHONE = "phone:own"


def mark_of(asked: Asked, kind: str, key: str) -> str:
    """Return what stands for a key in an address, for this visit alone."""
    secret, text = asked.visit.mark.encode(), f"{kind} {key}".encode("utf-8", "surrogatepass")
    return hmac.digest(secret, text, hashlib.sha256).hex()[:24]


def found_by(asked: Asked, kind: str, mark: str, keys: Iterable[str]) -> str:
    """Return the key a mark stands for. Raises PageNotThere."""
    for key in keys:
        if hmac.compare_digest(mark_of(asked, kind, key).encode(), mark.encode("utf-8", "replace")):
            return key
    raise PageNotThere(asked.t("people-gone"))


def plain(text: object, most: int = 120) -> str:
    """Return a text to stand inside a sentence: hidden characters as marks, cut, and held apart so
    that it cannot turn the sentence round.
    """
    whole = " ".join(str(text)[: most * 4].split())
    shown = "".join(
        c if is_visible(c, whole, at) else f"[U+{ord(c):04X}]" for at, c in enumerate(whole[:most])
    )
    return f"\u2068{shown}{' …' if len(whole) > most else ''}\u2069"


def is_withheld(key: str) -> bool:
    """Return whether an account stands for hidden numbers, which can be anybody's."""
    return key.endswith(":withheld")


def account_words(asked: Asked, key: str) -> str:
    """Return what an account is called on a page, plain."""
    if key == OWN_PHONE:
        return asked.t("people-account-own-phone")
    if is_withheld(key):
        return asked.t("people-account-withheld")
    platform, _, rest = key.partition(":")
    kind, _, raw = rest.partition(":")
    if platform in ("phone", "email"):
        return plain(raw or rest)
    service = platform_words(asked, platform)
    if kind == "name":
        return asked.t("people-account-name", name=plain(raw), service=service)
    return asked.t("people-account-other", name=plain(raw or rest), service=service)


def platform_words(asked: Asked, platform: str) -> str:
    """Return the name of a service, plain."""
    key = f"people-service-{re.sub('[^a-z0-9]', '-', platform.lower())[:40]}"
    return asked.t(key) if asked.words.has(key) else plain(platform, 40)


def role_words(asked: Asked, role: str) -> str:
    """Return what a person is here, in plain words."""
    return asked.t(f"people-role-{role}")


def basis_words(asked: Asked, basis: str) -> str:
    """Return how it is known, in plain words; "" for none."""
    return asked.t(f"people-basis-{basis.replace(' ', '-')}") if basis in BASES else ""


def bases(asked: Asked) -> list[tuple[str, str]]:
    """Return the choices of "How do you know?"."""
    return [(basis, basis_words(asked, basis)) for basis in BASES]


def proposed_name(line: AccountLine | None, key: str) -> str:
    """Return the name an address book or the account itself gives, "" for none."""
    if ":name:" in key:
        return key.partition(":name:")[2]
    return line.proposed[0] if line is not None and line.proposed else ""


def free_word(people: Iterable[Person], name: str) -> str:
    """Return a short word for a person that nobody has yet, from the first part of the name."""
    taken = {p.key for p in people}
    parts = re.findall("[a-z0-9]+", name[:LONGEST_NAME].lower())
    word = parts[0][:20] if parts else "person"
    free, number = word, 2
    while free in taken:
        free, number = f"{word}-{number}", number + 1
    return free


def many_people(asked: Asked) -> bool:
    """Return whether so many people are named as the other side that somebody to talk to is named
    too (the setting many_people).
    """
    limit = asked.book.settings()["many_people"]
    named = sum(1 for p in asked.book.people() if p.role == THEM)
    return named > (int(limit) if limit.isdecimal() else 5)
