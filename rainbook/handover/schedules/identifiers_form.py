"""How an account is written so that two spellings of it can be seen to be one, and what an officer
can ask to settle whose it is.

The one thing a reader would get wrong: only a number that could be dialled is written in its
international form; everything else stands as the record has it, without the blanks and direction
marks around it.
"""

from __future__ import annotations

import re

import phonenumbers

from rainbook.record import Account, CaseFile

_UNSEEN = "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"
_MARKS = dict.fromkeys(map(ord, _UNSEEN))
_NUMBER = re.compile(r"\+?[\d\s().\-\u2010-\u2015/]{3,40}")
SORTS = {
    "phone": "number",
    "email": "e-mail address",
    "handle": "handle",
    "id": "identifier of the service",
    "name": "name shown (no number or handle)",
    "withheld": "withheld number",
    "device": "device name",
}
_ASK = {
    "phone": (
        "The network's subscriber record for this number: who held it in this time, how was it "
        "topped up or paid for, and which handset used it?"
    ),
    "app": (
        "The service's registration record: which number and e-mail address is this account "
        "registered with, and from where did it sign in?"
    ),
    "email": "The provider's record: who opened this address, and from where was it used?",
    "name": (
        "Which number or handle stands behind this name? It is shown in the contact's page on the "
        "phone the chat was exported from; then the record of the network or the service."
    ),
    "withheld": (
        "The networks' records of the complainant's number at these times: which number placed "
        "the withheld calls?"
    ),
}


def normal(case: CaseFile, account: Account) -> str:
    """Return the account in one form: a number as +447700900123, an address in small letters."""
    bare = " ".join(account.raw.translate(_MARKS).split())
    if account.kind == "withheld" or not bare:
        return "withheld"
    dialled = account.kind == "phone" or (account.kind == "name" and bare[:1] in ("+", "0"))
    if dialled and _NUMBER.fullmatch(bare):
        region = case.settings.get("region", "") or "GB"
        try:
            number = phonenumbers.parse(bare, region)
        except phonenumbers.NumberParseException:
            return bare
        # a short code is "possible, locally only": it must not look like a number of this country
        reason = phonenumbers.is_possible_number_with_reason(number)
        if reason == phonenumbers.ValidationResult.IS_POSSIBLE:
            return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return bare.lower() if account.kind == "email" and bare.isascii() else bare


def sort_of(kind: str) -> str:
    """Return what sort of account it is in plain words."""
    return SORTS.get(kind, kind.replace("_", " "))


def settles(kind: str, service: str) -> str:
    """Return the question whose answer would settle whose it is, for the officer to ask."""
    if kind in ("name", "withheld", "email"):
        return _ASK[kind]
    if kind == "phone" and service != "Phone (calls and texts)":
        return f"{_ASK['phone']} And {_ASK['app'][:1].lower()}{_ASK['app'][1:]}"
    return _ASK["phone" if kind == "phone" else "app"]
