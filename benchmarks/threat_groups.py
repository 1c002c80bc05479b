"""The groups of words that the order of threats is learnt with, written by hand.

A word in two lists belongs to the first. The lists say which words to treat alike; what each group
is worth is learnt, and may be nothing or less than nothing.
"""

from __future__ import annotations

PEOPLE = "SHE YOU HIM WOMAN SLUR"
HARM = "KILL HURT RAPE"
GROUPS = {
    "KILL": "kill murder execute hang hung lynch behead decapitate shoot shot gun slaughter slay "
    "strangle choke drown drowned suffocate smother poison stab impale butcher gas noose "
    "guillotine gallows rope crucify burn torch bullet firing grave dead death die dies died dying "
    "dismember assassinate euthanize shank bury buried corpse morgue exterminate annihilate knife "
    "machete hatchet axe coffin bleach acid neck throat hunt skin stone stoned minced strung "
    "overdose hell woodchipper oven cremate pyre tombstone finish end silence",
    "HURT": "beat beaten hit punch kick slap smack smash bash whip flog belt club knock break "
    "broken broke bleed bleeding blood bloody torture maim hurt harm injure attack assault bruise "
    "throw thrown threw shove push drag run deck clock fist backhand spank cane mutilate cripple "
    "strike struck pound pummel thrash scalp crush stomp trample curb bottle tase taser whack "
    "wreck destroy ruin punish punishment pain suffer scream face head teeth skull jaw ribs bone "
    "leg arm hand rip tear tore cut slit slice sliced bat hammer brick boot violence violent fight "
    "karma accident truck bus hard mess",
    "RAPE": "rape rapist gangbang gangrape molest grope sodomize sodomise fuck dick cock pussy ass "
    "anal force enslave slave cage chain leash tie tied gag kidnap breed impregnate grab touch "
    "finger mouth consent drug refugee immigrant cum naked strip",
    "HUNT": "stalk follow track house home door outside waiting expose leak dox nudes blackmail "
    "humiliate shame revenge deserve deserves deserved lesson regret pay",
    "HOPE": "hope wish hoping hopefully wishing pray imagine like love want wanna glad fun good "
    "great",
    "SHOULD": "should shoulda ought must need deserving supposed gotta better hafta",
    "WILL": "will would gonna going i'll i'd i'm id wont imma ima shall could",
    "LET": "let let's someone somebody anyone please just time",
    "SHE": "her she hers herself",
    "YOU": "you u ya yourself your",
    "HIM": "him he his them they their",
    "WOMAN": "woman women girl female wife girlfriend gf feminist feminazi mother daughter sister "
    "lady ladies chick roastie foid femoid stacy",
    "SLUR": "bitch whore slut cunt skank hoe hag thot twat",
    "ME": "i me my we",
    "NOT": "not no never don't didn't doesn't dont can't won't",
    "BE": "be been is was are were get got gets being",
}
