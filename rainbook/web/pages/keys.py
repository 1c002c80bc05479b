"""Who can open the book: the passphrase, the recovery sheet, a second holder.

The one thing a reader would get wrong: a key that is taken away still opens copies of the folder
that were made before.
"""

from __future__ import annotations

from rainbook.case import (
    change_passphrase,
    keys_of,
    new_recovery_code,
    recovery_sheet_text,
    remove_key,
)
from rainbook.record import RainbookError
from rainbook.web.interface import BOOK, Answer, Asked, Page, Slip
from rainbook.web.pages.new import passphrase_slips


def _keys(asked: Asked) -> Answer:
    """List the keys."""
    return asked.page("keys.html", keys=keys_of(asked.book))


def _change(asked: Asked) -> Answer:
    """Change the passphrase."""
    if not asked.posted:
        return asked.page("keys-change.html")
    secret, again = asked.form.exact("passphrase"), asked.form.exact("again")
    slips = passphrase_slips(asked, secret, again)
    if slips:
        return asked.page("keys-change.html", slips=slips)
    change_passphrase(asked.book, secret)
    asked.say(asked.t("start-keys-change-done"))
    return asked.go("keys")


def _sheet_again(asked: Asked) -> Answer:
    """Make a new recovery sheet; the old one opens nothing any more."""
    if not asked.posted:
        return asked.page("keys-sheet.html")
    code = new_recovery_code(asked.book)
    asked.desk.kept["sheet"] = recovery_sheet_text(code, asked.book.mark())
    return asked.go("sheet")


def _remove(asked: Asked) -> Answer:
    """Take a key out of force, after asking."""
    slot = asked.form.one("key") or asked.query.get("key", "")
    found = next((k for k in keys_of(asked.book) if k.slot == slot), None)
    if found is None:
        return asked.go("keys")
    if not asked.posted:
        return asked.page("keys-remove.html", key=found)
    if asked.form.one("yes"):
        try:
            remove_key(asked.book, slot)
        except RainbookError as refused:
            return asked.page("keys-remove.html", key=found, slips=[Slip("yes", str(refused))])
        asked.say(asked.t("start-keys-remove-done"))
    return asked.go("keys")


PAGES = (
    Page("keys", "/keys", _keys, BOOK),
    Page("keys-change", "/keys/change", _change, BOOK),
    Page("keys-sheet", "/keys/sheet", _sheet_again, BOOK),
    Page("keys-remove", "/keys/remove", _remove, BOOK),
)
