"""Turns the plain words of a decided case into what a person would have recorded.

The one thing a reader would get wrong: this is the interviewer, not the product. It reads the facts
a case file gives about acts, replies, impact and context, and writes typed decisions; it never sees
the outcome, and what it does not recognise it leaves unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

SORT_OF_KIND: Mapping[str, str] = {
    "follow": "followed me",
    "contact_call": "call",
    "contact_voicemail": "voicemail",
    "contact_text": "message",
    "contact_email": "e-mail",
    "contact_letter": "letter",
    "contact_social": "social media",
    "contact_inperson": "spoke to me",
    "visit_home": "came to my home",
    "visit_work": "came to my work",
    "loiter_watch": "waited or watched",
    "surveillance": "filmed or spied",
    "surveillance_device": "tracker or device",
    "account_intrusion": "got into an account",
    "publish": "published something",
    "third_party_contact": "contacted people around me",
    "gift": "gift",
    "property_damage": "damage or theft",
    "entry": "came in",
    "threat": "threat",
    "violence": "violence",
    "report_to_authority": "report to an authority",
    "legal_process": "legal step",
    "other": "something else",
}
WEAPON = re.compile(r"\b(weapons?|knife|knives|gun|kill|stab|burn|petrol|acid)\b", re.I)
NOT_PART = re.compile(
    r"\b(not proved|not proven|disproved|rejected|not found|not accepted)\b", re.I
)
BACKGROUND = re.compile(r"background|prior conviction|earlier conviction|history", re.I)

BONDS: tuple[tuple[str, str], ...] = (
    (r"co-?parent|custody|parents? of|foster", "other parent"),
    (
        r"\b(former|ex|divorced|separated|brief)\b.*(partner|intimate|spouse|couple)|"
        r"\bex-(wife|husband|spouses?|partner)|divorced|former (wife|husband)",
        "former partners",
    ),
    (r"cohabit|spouses|\bmarried|partners", "partners"),
    (
        r"regulator|council|authority|creditor|\bbank\b|debt|utility|landlord|tenant|leaseholder|lessee|contractor|supplier",
        "institution",
    ),
    (r"neighbour|roommate|housemate|flatmate", "neighbour"),
    (r"employ|supervisor|colleague|co-worker|business", "work"),
    (r"patient|client|customer|lawyer|solicitor|teacher|pupil|student", "client or patient"),
    (r"famil|brother|sister|father|mother|cousin", "family"),
    (r"friend", "friend"),
    (r"stranger", "stranger"),
    (r"acquaint|associate|known", "acquaintance"),
)
PURPOSES: tuple[tuple[str, str], ...] = (
    (
        r"coinciden|by chance|paths crossed|\bchance (meeting|encounter)|accidental|"
        r"happened to (meet|be)|ran into|both (attend|use|shop|go)",
        "a place both use",
    ),
    (
        r"\bchild|\bdaughter|\bson\b|\bschool|custody|visitation|access arrangements|exam|banquet",
        "child",
    ),
    (r"\bdebts?\b|\binvoice|\barrears|\bowed\b|\brent\b|mis-selling|\bloan", "debt"),
    (
        r"allegation|complain|\breports? to\b|\btax\b|fraud to|"
        r"accus\w+ .*\bto (the )?(police|council)",
        "complaint",
    ),
    (r"journalis|newspaper|press inquiry|reporter", "press"),
    (r"\bcourt papers|served (the )?(claim|defence|writ)|pleading|litigation", "legal step"),
)
SAME_AGAIN = re.compile(
    r"\b(on |the )?same (subject|matter|topic|issue|theme|vein|terms|words|grievance)\b|"
    r"\bsimilar (text|"
    r"letter|message|e-?mail)",
    re.I,
)

DENIED = re.compile(
    r"^(none|no |not |nothing)|did not (object|say|tell)|never (told|objected)|"
    r"without objection",
    re.I,
)
BLOCKED = re.compile(r"\bblock|changed? (her|his|their) number", re.I)
WARNED = re.compile(
    r"\bpolice|caution|warn|notice|words of advice|officer|\border\b|solicitor'?s "
    r"letter|bail",
    re.I,
)
REFUSED = re.compile(
    r"\b(told|asked|made (it )?clear|said)\b.*\b(stop|not|never|leave|no (more|further|contact)|"
    r"stay away|alone|end|interested)|cut off|refus|reject|unwanted|uninvited|without permission|"
    r"had not let|not interested|stop\b|returned (it|the)|objected",
    re.I,
)
TOLD_OFF = re.compile(
    r"caution|\bwarn|notice|words of advice|stay away|not to (contact|write|call|"
    r"come|go)",
    re.I,
)
TO_C = re.compile(r"\bC (was )?(fined|cautioned|warned|advised)")
REPORTED = re.compile(r"\breport|called police|police witness|told police", re.I)

FEAR = re.compile(
    r"\bfear|\bafraid|terrif|frighten|scared|felt threatened|for (her|his) life", re.I
)
OF_VIOLENCE = re.compile(r"fear\w* (of|for) (violence|(her|his|their) (safety|life))|terrif", re.I)
ALARM = re.compile(r"alarm|shaken|panic|\bhid\b|threatened|anxi|trembl|nervous|unsafe", re.I)
DISTRESS = re.compile(
    r"distress|upset|\bcr(y|ied)|harass|depress|sleep|moved (home|house)|"
    r"intimidat|worried",
    re.I,
)
NOT_FELT = re.compile(
    r"\b(no|not|never|without|nor)\b[^.;,]{0,25}(fear|alarm|afraid|distress|"
    r"frighten|scared|upset|threat)|annoy|irritat|embarrass|amus",
    re.I,
)

DID_BACK: tuple[tuple[str, str], ...] = (
    (
        r"\bask(ed|ing)? (him|her|them|d) to stop|told (him|her|them|d) to (stop|leave|go)|"
        r"objected|"
        r"to ask (him|her|them) to stop",
        "asked to stop",
    ),
    (r"not reported|did not report|feared disbelief", "nothing"),
    (r"declined|refused|ignored|no reply|did not (reply|answer|respond)", "nothing"),
    (r"invit|asked (him|her|them|d) (to|over|back)", "invited"),
    (r"agreed|met (him|her|them|d)|went (with|back)|resumed|affection|friendly", "agreed"),
    (r"hit|struck|fought|pushed|assault|threw", "hit back"),
    (r"insult|abus|swore|shouted", "insulted"),
    (r"argu|quarrel|both", "argued"),
    (r"report|police|called 999", "reported it"),
    (r"repl|answer|rang|respond|wrote|texted|sent", "answered"),
)
REUNITED = re.compile(
    r"reunit|reconcil|got back|back together|resumed (the|their) relationship|"
    r"on and off|separated many times",
    re.I,
)
LIVED = re.compile(r"liv(ed|ing) together|cohabit|moved in|began living", re.I)
BOTH = re.compile(
    r"\bboth (part|side)|mutual|on both sides|recorded constantly|"
    r"(insult|hit|attack|abus|shout|fought|threaten|swor)\w* (at )?each other|fired a gun|retaliat",
    re.I,
)
PAST: tuple[tuple[str, str], ...] = (
    (r"assault|violen|attack|indecent", "violence"),
    (r"threat", "threats"),
    (r"convict|prison|sentence|caution|licence|probation|bail", "conviction or caution"),
    (r"(restraining|protecti\w+|no-contact|non-molestation|harassment) order|injunction", "order"),
)
CUSTODY = re.compile(r"custody on remand|in custody|in prison|jailed|remand|imprison", re.I)
AWAY = re.compile(r"\babroad\b|overseas|hospital", re.I)


def first_of(table: tuple[tuple[str, str], ...], text: str) -> str:
    """Return the word of the first pattern found in the text, "" for none."""
    return next((word for pattern, word in table if re.search(pattern, text, re.I)), "")


def sort_of(kind: str, act: str) -> str:
    """Return the sort of act, "" where the case does not say."""
    if kind in ("other", "unknown") and WEAPON.search(act):
        return "threat"
    return SORT_OF_KIND.get(kind, "")


def felt(impact: str) -> dict[str, str]:
    """Return what was recorded of alarm, distress and fear of violence; nothing where denied."""
    if NOT_FELT.search(impact):
        return {}
    said = {}
    if FEAR.search(impact) or ALARM.search(impact):
        said["alarm"] = "yes"
    if OF_VIOLENCE.search(impact):
        said["fear_of_violence"] = "yes"
    if DISTRESS.search(impact):
        said["distress"] = "yes"
    return said


CHILD_ORDER = re.compile(
    r"custody (order|dispute|arrangement|hearing)|visitation|child (contact|"
    r"arrangements)|contact order",
    re.I,
)
WHOLE: tuple[tuple[str, str], ...] = (
    (r"journalis|newspaper|reporter|broadcaster", "press"),
    (r"debt collect|creditor", "debt"),
    (r"litigant|opposing part", "legal step"),
)
