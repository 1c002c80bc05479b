"""The words a refusal to be contacted is proposed by, in English and Welsh.

The one thing a reader would get wrong: a pattern alone is not enough. A demand must also begin a
clause or follow words that let it begin there ("please", "I told you to"); with `anywhere` the
pattern holds those words itself. Patterns look at folded text: lower case, no accents, "'" for
every apostrophe.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """`words` to find; what must not follow (`not_after`) or stand in the sentence (`not_with`)."""

    words: re.Pattern[str]
    not_after: re.Pattern[str] | None = None
    not_with: re.Pattern[str] | None = None
    anywhere: bool = False


def _p(words: str, not_after: str = "", not_with: str = "", anywhere: bool = False) -> Pattern:
    full = re.compile(rf"(?<![\w']){words}(?!['\w])")
    after = re.compile(not_after) if not_after else None
    within = re.compile(not_with) if not_with else None
    return Pattern(full, after, within, anywhere)


STOP = r"(?:st[o0]pp?|quit)"
LEAVE = r"(?:leave?|leve|leaf)"
NOT = r"(?:do ?n[o']?t|do not|don t|dnt)"
DONT = (
    rf"(?:{NOT}|never|no longer)(?: you)?"
    r"(?: (?:ever|dare|even|you|try to|try and|bother)){0,2}"
)
MINE = (
    r"(?:me|us|my (?:\w+ )?(?:mum|mam|mom|mother|dad|father|parents|family|kids|children|son|"
    r"daughter|sister|brother|friends?|boss|work|job|partner|boyfriend|girlfriend|husband|wife|"
    r"house|home|flat|phone|workplace|school))"
)
HERE = (
    r"(?:here|round|around|over|back|near (?:me|us|here|my \w+)|to my \w+|"
    r"to (?:the|our) house|to me)"
)
_REACH = (
    r"(?:cont?a?ct|conact|messag|mesag|messg|msg|text|txt|tex|ring|phon|fon|e-?mail|dm|snapchat|"
    r"write|writ|pester|harass|bother|hassl|stalk|follow|watch|track|threaten)"
)
_ENDING = r"e?(?:t|m)?(?:ing|in|n|ng|in')(?: to)?"
REACH = rf"(?:{_REACH}e?|call)"
REACHING = rf"{_REACH}{_ENDING}"
CALLING = r"call(?:ing|in|n|ng)"
AGAIN = r"(?:again|any ?more|ever(?: again)?|no more)"
LATER = (
    r"\W{0,2}(?:now|yet|before|after|until|till?|while|when|whilst|at|on|today|tonight|tomorrow|this|"
    r"unless|if|in|for|between|right|without|just|then|during|about|by|so|too|as|because|cos|i'?ll|"
    r"i will|let me|late|early|first|first thing)\b"
)
# "stop calling me names" is about a name: after "me" only these words may go on
NAMES = (
    r" (?!(?:again|at|now|please|pls|plz|and|or|on|from|every|all|any|ever|in|this|so|you|i|u|my|"
    r"for|until|ok|okay|then|constantly|nonstop|day|when|after|before|alex|mate|man|pal)\b)[a-z]"
)
UNDER = r"\b(?:if|when|while|whilst|until|unless|before|till)\b"
SHORT = r" (?:with|for (?:a|an|one|five|ten|\d+)|until|till|while|a (?:minute|sec|bit))\b"
END = (
    r"(?=\s*(?:$|[.!?,;\n)\x00]|[^\w\s'])"
    r"|\s+(?:please|pls|plz|now|ok|okay|and leave|thanks|thank you)\b)"
)
MORE = r"(?:all|bloody|fucking|constantly|always) "
CONTACT_NOUN = r"(?:contact|contacts|communication|messages|calls|texts)"

PAID = r"(?:paid|peidiwch|peidia)"
WELSH_REACH = r"(?:[cg]h?ysylltu|ffonio|tecstio|tecsto|texto|negesu|nilyn|dilyn)"
WITH_ME = r"(?:a|ag|i|at|efo|gyda) (?:fi|mi|ni)"
WELSH_LATER = r" (?:nawr|rwan|heno|heddiw|cyn|tan|os|pan)\b"

PATTERNS: tuple[Pattern, ...] = (
    # stop contacting me; stop calling
    _p(rf"{STOP} (?:{MORE})?{REACHING}(?: {MINE}| here| round)(?: {AGAIN})?"),
    _p(rf"{STOP} (?:{MORE})?{CALLING} {MINE}(?: {AGAIN})?", NAMES),
    _p(rf"{STOP} (?:{REACHING}|{CALLING}){END}"),
    _p(rf"{STOP} trying to (?:{REACH}|see|find|talk to|speak to|reach) {MINE}"),
    _p(rf"{STOP} (?:talking|speaking) to {MINE}", not_after=SHORT),
    _p(rf"{STOP} (?:coming|turning up|showing up|driving past|hanging (?:a?round))"
       rf"(?: (?:{HERE}|at my \w+|outside(?: my \w+)?|past(?: my \w+)?|up))?{END}"),
    _p(rf"{STOP} (?:{CONTACT_NOUN}|all contact)"),
    _p(rf"{STOP} sending (?:me|us|my \w+) (?:any |these |those |all |so many )*"
       r"(?:things|stuff|messages|msgs|texts|flowers|gifts|presents|letters|e-?mails|pictures|photos)"),
    _p(rf"(?:please|pls|plz|plse|pleas|i said|i mean it) {STOP}(?: it| this| now)?{END}"),
    # leave me alone
    _p(rf"{LEAVE} {MINE} (?:the (?:hell|fuck) |tf |well |completely )?"
       r"(?:alone?|a lone|be|in peace)", SHORT),
    # do not contact me again
    _p(rf"{DONT} (?:{REACH})(?: to)?(?: {MINE})?(?: or {REACH} {MINE})? {AGAIN}"),
    _p(rf"{DONT} (?:{REACH})(?: to)? {MINE}(?: or {REACH} {MINE})?", rf"{LATER}|{NAMES}", UNDER),
    _p(rf"{DONT} (?:come|turn up|show up) (?:{HERE}|anywhere near {MINE})(?: {AGAIN})?",
       LATER, UNDER),
    _p(rf"{DONT} (?:talk|speak) to {MINE} {AGAIN}"),
    # i do not want contact
    _p(rf"i (?:really )?{NOT} want (?:you )?(?:to )?"
       rf"(?:{REACH})(?:ing)? {MINE}", LATER, UNDER, anywhere=True),
    _p(rf"i (?:really )?(?:{NOT}|never) want to "
       rf"(?:talk|speak) (?:to|with) (?:you|u)(?: (?:{AGAIN})|{END})", anywhere=True),
    _p(rf"i (?:{NOT}|never) want to (?:see|hear from) (?:you|u) {AGAIN}",
       anywhere=True),
    _p(rf"i {NOT} want to hear from (?:you|u)", LATER, UNDER, anywhere=True),
    _p(rf"i {NOT} want (?:any |any more |anymore |further )?{CONTACT_NOUN} "
       r"(?:with|from) (?:you|u)", anywhere=True),
    _p(rf"i {NOT} want anything (?:more )?to do with (?:you|u)", anywhere=True),
    _p(rf"i want no (?:more |further )?{CONTACT_NOUN}(?: (?:with|from) (?:you|u))?", anywhere=True),
    # i have told you
    _p(r"i(?:'?ve| have)? (?:already )?(?:told|asked|begged|warned) (?:you|u)(?: \w+){0,4} "
       rf"(?:not to|to not|never to) (?:{REACH} {MINE}|come {HERE}|turn up|show up)",
       anywhere=True),
    _p(r"i(?:'?ve| have| am|'?m)? (?:already )?(?:told|asked|begged|asking|telling|begging) "
       rf"(?:you|u)(?: \w+){{0,4}} to {STOP}(?: it| this| now)?{END}", anywhere=True),
    # blocked
    _p(r"(?:i'?ve|i have|i'?m|i am)(?: now| just)? (?:blocked|blocking) (?:you|u|your number)",
       r" (?:by (?:accident|mistake)|accident)"),
    _p(r"(?:i'?m going to|i am going to|i'?ll|i will|i'?m gonna) block (?:you|u|your number)"),
    _p(r"(?:you'?re|you are|ur|u r|u are) blocked", r" (?:in|up|by|from (?:the|a))\b"),
    # keep away
    _p(rf"(?:stay|keep|get) (?:the (?:hell|fuck) )?away from {MINE}", SHORT),
    _p(rf"go away(?: and {LEAVE} me alone?)?{END}"),
    _p(r"(?:you'?re|you are|ur|u r) not welcome(?: (?:here|at my \w+|in my \w+))?",
       r" to\b", anywhere=True),
    _p(r"(?:lose|delete|forget|erase) my (?:phone )?number", r" (?:by|from the group)\b"),
    # Welsh, folded: "paid â chysylltu â fi", "gad lonydd i fi", "stopia ffonio"
    _p(rf"{PAID} (?:ag? )?(?:fy |a )?{WELSH_REACH}(?: (?:fi|i)\b)?(?: {WITH_ME})?", WELSH_LATER),
    _p(rf"{PAID} (?:a )?dod (?:yma|i'?r ty|yn agos|ger (?:fi|fy))", WELSH_LATER),
    _p(r"(?:gad|gadewch|gadwch) (?:lonydd i (?:fi|mi|ni)|fi (?:fod|lonydd)|lonydd imi|i mi fod)"),
    _p(rf"(?:stopia|stopiwch) (?:fy )?(?:a )?{WELSH_REACH}(?: {WITH_ME}| fi)?"),
    _p(r"(?:dwi|dw i|rwy|rydw i)(?:'n)? wedi (?:dy )?(?:f?lociot?|blocio) (?:di|ti|chi)?"),
)
ALLOWED_BEFORE = re.compile(
    r"(?:^|\s)(?:please|pls|plz|plse|pleas|just|now|so|and|or|but|ok|okay|then|seriously|"
    r"honestly|ffs|omg|oi|look|listen|hey|hi|hello|no|yes|again|enough|joking|kidding|"
    r"interested|sorry but|"
    r"(?:you|u|yous) (?:need|have|ought|really need) to|(?:you|u) (?:must|better|should|gotta)|"
    r"(?:need|want|wanted|like|love) (?:you|u) to|"
    r"(?:asked|told|telling|asking|begging|begged|warned|tell|ask) (?:you|u)(?: \w+){0,3} (?:to|2)|"
    r"(?:will|can|could|would) (?:you|u)(?: please| pls| just)*|once and for all|last time|"
    r"i (?:said|mean it)|that'?s why|this is why|for god'?s sake|for fuck'?s sake|plis)$"
)
NEGATED = re.compile(
    r"\b(?:do ?n[o']?t|never|can'?t|cannot|won'?t|not|did ?n[o']?t|doesn'?t|couldn'?t|"
    r"wouldn'?t|shouldn'?t|isn'?t|he|she|they)(?: (?!joking|kidding|interested)\w+)?$"
    r"|\b(?:he|she|they|who) (?:\w+ )?(?:said|told|asked|says|want|wants)\b"
    r"|\byou (?:said|told|asked|say)\b|\b(?:him|her|them) (?:to|2)(?: \w+)?$"
)
NAME_BEFORE = re.compile(r"(?:(?:hi|hey|ok|please|look|listen|no|omg|oi|right) )?([a-z]{3,})")
_NOT_A_NAME = """
you they she bus non full pit dont never always said says will would could should must did does who
what why when how that which has had have was were can cannot don won one every tube train next
first last tram short door gap cant wont didnt your her his their the this mum dad everybody
everyone people kids someone somebody nobody anyone hand nonstop wanna let lets might may rest
"""
NOT_A_NAME = frozenset(_NOT_A_NAME.split())
JOKE = re.compile(
    r"\b(?:(?:ha){2,}h?|(?:he){2,}|lo+l+|lmf?ao+|rofl|jk|(?:just|only) (?:kidding|joking)|xx+)\b"
    r"|[\U0001F602\U0001F923\U0001F606\U0001F61C\U0001F609\U0001F61D\U0001F61B\U0001F618\U0001F605]"
)
QUOTED = re.compile(
    "[\"\u201c\u201d\u00ab][^\"\u201c\u201d\u00bb\n]{1,400}[\"\u201d\u00bb]"
    r"|(?:^|(?<=\s))'[^'\n]{2,200}(?:'\w[^'\n]{0,200})*'(?=\s|[.,!?]|$)|^[ \t]*>[^\n]*",
    re.MULTILINE,
)
