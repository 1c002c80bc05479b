"""Made-up sentences learnt from beside the posts: calls to harm, and the same verbs without.

The one thing a reader would get wrong: they are put together from frames and words, so many are odd
English; they only tell the learning which verbs are alike, and each weighs little beside a post.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

CALLS, OTHERS = 2_500, 1_500
_DONE_TO = (
    "kill killed", "murder murdered", "execute executed", "hang hung", "hang hanged",
    "lynch lynched", "behead beheaded", "shoot shot", "strangle strangled", "choke choked",
    "drown drowned", "stab stabbed", "burn burned", "gas gassed", "stone stoned", "beat beaten",
    "punch punched", "slap slapped", "kick kicked", "smack smacked", "smash smashed",
    "whip whipped", "flog flogged", "hit hit", "rape raped", "gangbang gangbanged",
    "torture tortured", "string strung", "cut cut", "throw thrown", "destroy destroyed",
    "assault assaulted", "poison poisoned", "crush crushed", "bury buried", "break broken",
    "knock knocked", "attack attacked", "deport deported", "lock locked", "skin skinned",
    "gut gutted", "slaughter slaughtered", "exterminate exterminated", "eliminate eliminated",
    "cripple crippled", "maim maimed", "bash bashed", "stomp stomped", "trample trampled",
    "molest molested", "kidnap kidnapped", "drug drugged", "chain chained", "cage caged",
    "enslave enslaved", "humiliate humiliated", "punish punished", "hunt hunted", "hurt hurt",
    "harm harmed", "grab grabbed", "grope groped", "spank spanked", "bomb bombed",
    "starve starved", "feed fed", "drag dragged", "tie tied", "silence silenced",
    "sterilize sterilized",
)
_WHO = (
    "her", "that bitch", "this woman", "the cunt", "you", "them", "these whores", "that slut",
    "women like that", "all feminists", "the witch", "my ex", "your wife", "these women", "him",
    "those girls", "this skank", "the hag", "a feminist", "your mother",
)
_TOOLS = (
    "rope noose bullet knife hammer brick bat whip belt boot fist truck bus gun guillotine bottle "
    "stake bomb grave coffin beating slap punch kicking taser hanging lynching cage gag"
)
_PARTS = "face head throat neck teeth skull mouth back stomach eyes"
_CALLS = (
    "{b} {w}", "just {b} {w}", "someone should {b} {w}", "somebody {b} {w}",
    "someone please {b} {w}", "i will {b} {w}", "i'm going to {b} {w}", "i want to {b} {w}",
    "i'd love to {b} {w}", "makes me want to {b} {w}", "{w} should be {d}",
    "{w} should have been {d}", "{w} needs to be {d}", "{w} deserves to be {d}",
    "{w} ought to be {d}", "{w} must be {d}", "i hope {w} gets {d}", "i hope they {b} {w}",
    "hope someone will {b} {w}", "he should have {d} {w}", "i would have {d} {w}",
    "let's {b} {w}", "if i see {w} i'll {b} {w}", "can't wait to see {w} get {d}",
    "glad {w} got {d}", "good, {w} deserved to be {d}", "you should {b} {w}",
    "we need to {b} {w}", "go {b} {w}", "it should be legal to {b} {w}",
    "why has nobody {d} {w} yet", "{b} {w} in the {p}", "{b} {w} to death", "put a {t} to {w}",
    "{w} needs a {t}", "{w} deserves a {t} to the {p}", "a {t} is too good for {w}",
    "give {w} a {t}", "get the {t} for {w}", "i hope {w} dies", "{w} should die",
    "hope {w} ends up dead", "time to {b} {w}",
)
_OTHERS = (
    "{d} by the police", "he was {d} in the news", "{w} {d} the ball",
    "they say {w} was {d} last year", "a man was arrested because {w} was {d}",
    "why did he {b} {w}", "it is wrong to {b} {w}", "nobody should {b} {w}",
    "{w} will {b} the child", "please don't {b} {w}", "she was {d} as a child and wrote a book",
    "the report says {d} women need help", "{w} said he {d} {w}",
    "he {d} his wife and went to prison", "what if they {b} us", "the film where {w} gets {d}",
    "men who {b} women are cowards", "stop men who {b} {w}", "i {d} my knee",
    "a {t} for the garden", "the {t} was late", "bought a {t} today", "my {p} hurts",
    "{w} washed her {p}", "see {w} face to face", "she has a nice {p}",
    "the law says to {b} is a crime", "he wants to {b} the market",
)


def phrases() -> tuple[list[str], list[str]]:
    """Return sentences that call for harm or threaten it, and sentences that do not; the same ones
    each time.
    """
    draw = random.Random(7)

    def one(frames: tuple[str, ...]) -> str:
        do, done = _of(_DONE_TO, draw).split()
        return _of(frames, draw).format(
            b=do, d=done, w=_of(_WHO, draw), t=_of(_TOOLS.split(), draw),
            p=_of(_PARTS.split(), draw),
        ) + "."

    return [one(_CALLS) for _ in range(CALLS)], [one(_OTHERS) for _ in range(OTHERS)]


def _of(given: Sequence[str], draw: random.Random) -> str:
    # random() alone is promised to give the same numbers in every Python
    return given[int(draw.random() * len(given))]
