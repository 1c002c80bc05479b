"""What `tell` asks and what `decide` takes, each with the page of the app that asks it.

The one thing a reader would get wrong: every kind can also be said on the page "decisions-make",
with every field it has; that is checked for each of them and stands in no row.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.web.parity_table import ENTRY, At, Row, at


def asks(question: str, *fields: str) -> At:
    """Return the page of a question about a person."""
    return at("tell-question", *fields, "do=save", "do=skip",
              places={"person": "alex", "question": question})


def of_entry(question: str, *fields: str, entry: str = "{entry}") -> At:
    """Return the page of a question about an entry."""
    return at("tell-entry-question", *fields, "do=save", "do=skip",
              places={"id": entry, "question": question})


def named(kind: str, *fields: str) -> At:
    """Return the page every kind can be said on."""
    return at("decisions-make", *fields, places={"kind": "{" + kind + "}"})


ABOUT_A_PERSON: Mapping[str, Row] = {
    "relationship": asks("you-two", "bond=former partners", "bond=stranger", "words"),
    "history": asks("before", "past=threats", "past=-no", "start-year", "words", "do=another"),
    "stop": asks("asked-to-end", "messages", "answer=another way", "answer=-no",
                 "answer=-unsure", "how", "at-year"),
    "blocked": asks("shut-off", "answer=yes", "answer=-no", "account", "at-year", "why"),
    "warned": asks("spoken-to", "answer=yes", "answer=-no", "by", "at-year"),
    "order": (
        asks("paper", "kind", "made-year", "served-year", "until-year", "do=another"),
        asks("{paper-says}", "words", "clause", "forbids=any contact", "places", "start-year"),
        asks("{paper-lets}", "words", "clause", "purpose=child", "hours-from", "hours-to"),
    ),
    "together": asks("together", "how=lived together", "how=-no", "start-year", "end-year"),
    # asked where nothing is counted for 28 days; the example has no such time
    "gaps": named("gap-reason", "reason=abroad", "start", "end", "words"),
    "reason": (
        asks("reason", "answer=yes", "answer=no", "answer=-unsure", "words"),
        asks("what-for", "purpose=none", "purpose=child", "words", "do=another"),
    ),
    "changed": asks("changed", "area=sleep", "area=-no", "words", "start-year", "end-year", "cost"),
    "told": asks("others", "answer=-no", "who", "at-year", "words", "reference"),
    "police": asks("contacts", "how=phone", "how=-no", "at-year", "who", "station", "reference",
                   "said", "promised", "promised_by-year", "kept=yes", "kept=do not know"),
    "gone": asks("soon-gone", "what=cctv", "what=-no", "where", "at-year", "kept_days",
                 "asked_at-year", "answer"),
    "keep-back": At("tell-person", leads=("keep-back",), places={"person": "alex"}),
}
"""By the word `tell PERSON --part` takes."""

ABOUT_AN_ENTRY: Mapping[str, Row] = {
    "who": (
        of_entry("who", "person=alex", "person=jo", "basis=seen", "basis=guess", "note"),
        of_entry("for-them", "answer=yes", "answer=-no", "basis=seen", entry="{of jo}"),
    ),
    "sort": of_entry("sort", "sort=came to my home", "sort=-unsure", "words"),
    "tag": of_entry("list", "tag=s2A_3_a", "words", "do=another"),
    "aimed": of_entry("aimed", "at=me", "at=group", "at=jo", "because_of_me=yes", "words"),
    "started": of_entry("started", "who=them", "who=me", "who=-unsure"),
    "back": of_entry("reply", "what=nothing", "what=argued", "what=-unsure", "words"),
    "purpose": of_entry("meant", "purpose=none", "purpose=child", "words"),
    "fear": of_entry("felt-then", "alarm=yes", "distress=no", "fear_of_violence=do not know",
                     "words"),
    "shown": of_entry("shown", "answer=-no", "who", "words", "contact", "do=another"),
    "knew": of_entry("knew", "answer=yes", "answer=-no", "words"),
    "arrived": of_entry("arrived", "answer=yes", "answer=-no", "words"),
    "after": of_entry("{after}", "answer=yes", "answer=-no", entry="{without a time}"),
    "threat": of_entry("serious", "of=death", "of=something", "of=-no", "words"),
    "theme": of_entry("about", "theme"),
    "allowed": of_entry("{let}", "answer=yes", "answer=no", "answer=-unsure", "words"),
}
"""By the word `tell PERSON --entry REFERENCE --part` takes."""

KINDS: Mapping[str, Row] = {
    "account": At("who", leads=("who-one",)),
    "acted-for": of_entry("for-them", "answer=yes", entry="{of jo}"),
    "aimed-at": of_entry("aimed", "at=me"),
    "allowed": of_entry("{let}", "answer=no"),
    "answered": asks("before", "past=-no", "past=-unsure"),
    "asks": named("asks", "person=alex", "words"),
    "blocked": asks("shut-off", "answer=yes"),
    "by-person": of_entry("who", "person=alex"),
    "came-after": of_entry("{after}", "answer=yes", entry="{without a time}"),
    "changed": asks("changed", "area=sleep"),
    "clause": asks("{paper-says}", "words"),
    "connects": of_entry("joins", "other", "words", "near-year"),
    # asked on the page of a file that leaves it open, and always here
    "date-order": named("date-order", "original", "order=day first", "order=year first"),
    "did-back": of_entry("reply", "what=answered"),
    "encoding": named("encoding", "original", "encoding=cp1252", "encoding=utf-8"),
    "explained": asks("reason", "answer=yes"),
    "gap-reason": named("gap-reason", "reason=abroad"),
    "history": asks("before", "past=threats"),
    "impact": (of_entry("felt-then", "alarm=yes"), asks("felt", "alarm=yes", "start-year")),
    "keep-back": at("keep-back-ask", "words", "do=more", "do=stop", places={"n": "1"}),
    "knew": of_entry("knew", "words"),
    "never-arrived": of_entry("arrived", "answer=yes"),
    "not-asked": asks("before", "do=skip"),
    "not-relevant": at("entry", "do=aside", places=ENTRY),
    "order-allows": asks("{paper-lets}", "words"),
    "order-served": asks("paper", "answer=yes"),
    "perishable": asks("soon-gone", "what=voicemail"),
    "person": at("person-new", "name", "role=suspect"),
    "police-contact": asks("contacts", "how=phone"),
    "produced-by": named("produced-by", "original", "name", "initials"),
    "purpose": (asks("what-for", "purpose=child"), of_entry("meant", "purpose=child")),
    "relationship": asks("you-two", "bond=partners"),
    "setting": at("case-settings", "zone", "law=scotland", "initials", "ref_style=plain",
                  "threat_words=on", "many_people", "period_cctv"),
    "single-threat": of_entry("serious", "of=death"),
    "sort": of_entry("sort", "sort=message"),
    "started-by": of_entry("started", "who=them"),
    "tag": of_entry("list", "tag=s2A_3_g"),
    "take-back": at("decisions", "number"),
    "theme": of_entry("about", "theme"),
    "together": asks("together", "how=reunited"),
    "told": asks("others", "who"),
    "told-to-stop": (asks("asked-to-end", "messages"), at("entry", "do=stop",
                                                        places={"id": "{own}"})),
    "warned": asks("spoken-to", "answer=yes"),
    "witness": of_entry("shown", "who"),
    "zone": at("files-one", "zone", places={"id": "{file}"}),
}
"""By the word `decide` takes."""

