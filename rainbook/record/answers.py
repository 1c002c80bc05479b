"""The closed lists of what a person can answer.

The one thing a reader would get wrong: the words are written into the log and shown as they are; a
word may be added, and none is ever taken away or given another meaning. "Do not know" and "not
said" are two answers, and neither is "no".
"""

from __future__ import annotations

UNSAID = "not said"
DO_NOT_KNOW = "do not know"
ANSWERS = ("yes", "no", DO_NOT_KNOW, UNSAID)
STARTERS = ("them", "me", "somebody else", DO_NOT_KNOW)
DONE_BACK = (
    "nothing",
    "answered",
    "asked to stop",
    "invited",
    "agreed",
    "argued",
    "insulted",
    "hit back",
    "reported it",
    "something else",
    DO_NOT_KNOW,
)
PURPOSES = (
    "none",
    "child",
    "debt",
    "complaint",
    "work",
    "press",
    "legal step",
    "a place both use",
    "something else",
    DO_NOT_KNOW,
)
TARGETS = ("me", "group", "somebody else", DO_NOT_KNOW)
"""Whom an act was aimed at; the short word of a person who was named is an answer too."""
SORTS = (
    "message",
    "call",
    "voicemail",
    "e-mail",
    "letter",
    "social media",
    "spoke to me",
    "came to my home",
    "came to my work",
    "followed me",
    "waited or watched",
    "filmed or spied",
    "tracker or device",
    "got into an account",
    "published something",
    "contacted people around me",
    "gift",
    "damage or theft",
    "came in",
    "threat",
    "violence",
    "report to an authority",
    "legal step",
    "something else",
    DO_NOT_KNOW,
)
BONDS = (
    "partners",
    "former partners",
    "family",
    "other parent",
    "friend",
    "acquaintance",
    "neighbour",
    "work",
    "client or patient",
    "institution",
    "stranger",
    "something else",
    DO_NOT_KNOW,
)
TOGETHER = ("lived together", "reunited", "agreed contact", DO_NOT_KNOW)
GAP_REASONS = (
    "prison or custody",
    "abroad",
    "ill or in hospital",
    "I moved or changed number",
    "an order was in force",
    "something else",
    DO_NOT_KNOW,
)
PASTS = (
    "violence",
    "threats",
    "following or unwanted contact",
    "conviction or caution",
    "order",
    "something else",
    DO_NOT_KNOW,
)
AREAS = (
    "sleep",
    "work or study",
    "routes and places",
    "home or move",
    "phone and accounts",
    "children",
    "health",
    "seeing people",
    "money",
    "something else",
)
SERIOUS_HARM = (
    "death",
    "grievous bodily harm",
    "rape",
    "assault by penetration",
    "serious financial loss",
    DO_NOT_KNOW,
)
"""What a threat of death or serious harm can be of: Online Safety Act 2023 s.181."""
FORBIDS = (
    "any contact",
    "contact by others",
    "publishing",
    "coming near a place",
    "following or watching",
    "threats or violence",
    "damage",
    "something else",
)
KEPT_BACK = (
    "address",
    "workplace",
    "school",
    "number",
    "email",
    "vehicle",
    "wifi",
    "place",
    "name",
    "something else",
)
"""What must not leave the house, by kind; how it is looked for depends on the kind."""
CONTACTS = ("in person", "phone", "online", "email", "letter", "something else")
PERISHABLES = (
    "cctv",
    "doorbell",
    "dash camera",
    "voicemail",
    "disappearing messages",
    "platform logs",
    "phone records",
    "delivery records",
    "something else",
)
"""What may show something and is not kept for long."""
