"""Every guide: for which phone, whether this version reads the file, and its steps.

The one thing a reader would get wrong: `reads` is what the readers of this version do. Where it is
"kept", the file is sealed and given on as it is, and nothing of it comes into the timeline.
"""

from __future__ import annotations

from dataclasses import dataclass

from rainbook.web.drawn.pictures import DOTS, MOVE, NAME, PAPER, TABLE, Picture, listed

PHONES = ("android", "iphone")
BOTH = PHONES


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the name of its text, and its picture."""

    says: str
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Guide:
    """How to get one kind of file. `reads`: "read" or "kept"; `notes`: texts after the steps."""

    name: str
    group: str
    phones: tuple[str, ...]
    reads: str
    steps: tuple[Step, ...] = ()
    notes: tuple[str, ...] = ()


_TO_HERE = Step("move", MOVE)

GUIDES: tuple[Guide, ...] = (
    Guide(
        "whatsapp-android", "chats", ("android",), "read",
        (
            Step("wa-open"),
            Step("wa-dots", DOTS),
            Step("wa-more", listed("item-search", "item-mute", "item-more", mark=2)),
            Step("wa-export", listed("item-block", "item-clear", "item-export", mark=2)),
            Step("wa-media", listed("item-without", "item-with", mark=1)),
            Step("wa-save", listed("item-files", "item-drive", "item-send", mark=0)),
            _TO_HERE,
        ),
        ("wa-long", "wa-each", "wa-clear"),
    ),
    Guide(
        "whatsapp-iphone", "chats", ("iphone",), "read",
        (
            Step("wa-open"),
            Step("wa-name", NAME),
            Step("wa-down", listed("item-clear", "item-export", "item-block", mark=1)),
            Step("wa-media", listed("item-with", "item-without", mark=0)),
            Step("wa-save", listed("item-send", "item-files", mark=1)),
            _TO_HERE,
        ),
        ("wa-long", "wa-each", "wa-clear"),
    ),
    Guide(
        "texts-android", "texts", ("android",), "read",
        (
            Step("sms-get", listed("item-sms-app")),
            Step("sms-start", listed("item-back-up", "item-restore", mark=0)),
            Step("sms-what", listed("item-messages", "item-calls", mark=0)),
            Step("sms-media", listed("item-pictures", "item-emoji", mark=0)),
            Step("sms-where", listed("item-this-phone", "item-drive", mark=0)),
            Step("sms-now", listed("item-now")),
            _TO_HERE,
        ),
        ("sms-two", "sms-rights"),
    ),
    Guide("texts-iphone", "texts", ("iphone",), "kept", (), ("ios-texts", "ios-instead")),
    Guide("calls-iphone", "texts", ("iphone",), "kept", (), ("ios-calls", "ios-instead")),
    Guide(
        "contacts-android", "contacts", ("android",), "read",
        (
            Step("vcf-open"),
            Step("vcf-settings", listed("item-import", "item-export-file", mark=1)),
            Step("vcf-save"),
            _TO_HERE,
        ),
        ("vcf-use",),
    ),
    Guide(
        "contacts-iphone", "contacts", ("iphone",), "read",
        (
            Step("vcf-lists", listed("item-all-contacts", "item-family", mark=0)),
            Step("vcf-hold", listed("item-export-list", "item-delete-list", mark=0)),
            Step("wa-save", listed("item-send", "item-files", mark=1)),
            _TO_HERE,
        ),
        ("vcf-use",),
    ),
    Guide(
        "diary-table", "diary", BOTH, "read",
        (Step("csv-head", TABLE), Step("csv-line"), Step("csv-save")),
        ("csv-about", "csv-app"),
    ),
    Guide("diary-paper", "diary", BOTH, "kept", (Step("paper-photo", PAPER),),
          ("paper-keep", "csv-app")),
    Guide("pictures", "other", BOTH, "kept", (Step("pic-whole"), _TO_HERE), ("pic-prefer",)),
    Guide("e-mail", "other", BOTH, "kept", (), ("mail", "kept-use")),
    Guide("instagram-facebook", "other", BOTH, "kept", (Step("meta-ask"), Step("meta-json"),
          _TO_HERE), ("kept-use", "meta-careful")),
    Guide("telegram", "other", BOTH, "kept", (), ("telegram-how", "kept-use")),
    Guide("google", "other", BOTH, "kept", (), ("google-how", "kept-use")),
    Guide("other-apps", "other", BOTH, "kept", (), ("others", "kept-use")),
)
GROUPS = ("chats", "texts", "contacts", "diary", "other")


def guide_named(name: str) -> Guide | None:
    """Return the guide of a name, None where there is none."""
    return next((g for g in GUIDES if g.name == name), None)


def guides_for(phone: str) -> tuple[tuple[str, tuple[Guide, ...]], ...]:
    """Return the guides by group for one phone, or all of them where it is not said which."""
    wanted = (phone,) if phone in PHONES else PHONES
    found = (
        (group, tuple(g for g in GUIDES if g.group == group and set(g.phones) & set(wanted)))
        for group in GROUPS
    )
    return tuple((group, guides) for group, guides in found if guides)
