"""The groups and roles of words that the order of threats is learnt with, written by hand.

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
ROLES = {
    "HARM": "kill murder execute executed hang hung lynch behead decapitate shoot shot slaughter "
    "slay strangle choke choked drown smother suffocate poison stab impale butcher gas "
    "gassed crucify crucified burn burnt torch dismember assassinate euthanize euthanise "
    "shank bury exterminate annihilate eliminate gun stone stoned stoning eradicate nuke "
    "bomb electrocute decapitated strangled silence whack eviscerate gut hunt cull "
    "sacrifice fry neuter sterilize sterilise incinerate cremate roast beat beaten hit "
    "punch kick slap smack smash bash whipped flog club knock break broke broken bleed "
    "torture tortured maim mutilate mutilated hurt harm injure attack assault bruise throw "
    "thrown threw shove shoved push drag deck clock backhand spank cripple strike struck "
    "pound pummel thrash scalp crush stomp trample curb tase wreck destroy rip tear cut "
    "slit slice sliced chop crack pop flatten run waterboard strung string beatdown "
    "uppercut bitchslap bitch-slap brand shave skin scar disfigure amputate thump cuff "
    "tackle bodyslam slam headbutt spit piss kneecap rape raped rapes raping rapist "
    "gangbang gang-raped gangrape gangraped gang molest grope groped sodomize sodomise "
    "sodomized enslave enslaved slave slaves sexslave kidnap impregnate breed bred drugged "
    "roofie roofied sexually traffic trafficked pimp pass train",
    "DEATH": "dead death die died dying grave coffin corpse morgue suicide overdose extinct "
    "extinction perish expire cancer aids hell funeral tombstone swing buried execution "
    "hangman",
    "TOOL": "rope noose bullet knife machete axe acid bleach guillotine gallows firing squad "
    "woodchipper oven stake hammer brick bat bottle taser grenade chainsaw shotgun rifle "
    "sword mines bulldozer fist boot belt cane whip razor truck bus cliff helicopter "
    "chamber rocks shark wolves lions pit river volcano hatchet pistol missile",
    "BODY": "face head throat neck teeth jaw skull ribs nose mouth eye balls womb uterus guts "
    "brain blood bloody bone bones leg arm hand tits boobs cunt pussy ass back lip shins asshole "
    "vagina body",
    "SEX": "fuck dick cock cum penis anal bang suck sex virginity blowjob gag touch finger grab "
    "naked strip consent bend tie tied chain cage leash seduce escalate pump dump",
    "JAIL": "jail prison cell lock arrest deport ship exile imprison asylum padded island",
    "HUNT": "stalk follow track house home door whereabouts expose leak dox doxx nudes blackmail "
    "humiliate shame revenge punish punishment discipline lesson regret ruin penniless "
    "homeless secretly film video record address starve bully harass degrade control ghost "
    "humiliation",
    "DESERVE": "deserve deserves deserved deserving karma asked asking coming justice",
    "NEED": "need must gotta should shoulda ought supposed better hafta should've shouldve belong "
    "legal",
    "HOPE": "hope hopefully hoping wish pray imagine want wanna love loved like enjoy glad happy "
    "good great fun cool satisfying rewarding favor favour please yes hahaha lol lmao "
    "fortunate worth",
    "WILL": "will would gonna going i'll i'd i'm id im wont imma ima shall could can we'll we'd "
    "let's let i've",
    "OTHERS": "someone somebody anyone everyone people men man guy husband boyfriend father dad he "
    "they him his thugs",
    "SHE": "her she herself she's she'd she'll woman women girl female females wife wives "
    "girlfriend gf feminist mother mom mum daughter sister lady ladies chick broad teacher "
    "ex bitch whore whores slut cunts skank hoe ho hag thot twat roastie roasties foid "
    "femoid stacy feminazi witch cow pig animal scum trash traitor creature degenerate "
    "degenerates thing vermin",
    "YOU": "you u ya yourself your you're youre ur",
    "ME": "i me my we us our myself",
    "NOT": "not no never don't didn't doesn't dont can't won't without isn't wasn't wouldn't "
    "cannot nothing aren't",
    "BE": "be been is was are were get got being have has had having",
    "LAW": "accuse accused accusation allegation false claim victim culture report law court case "
    "cases percent statistic crime crimes police convicted charges charged innocent trial "
    "survivor alleged threat threatened lied lie evidence story news article study",
    "KIN": "baby babies child children abortion unborn kid son fetus boy infant",
    "WHY": "because if when who why what how which that than said says told think believe know",
}
"""The part a word can have in "who is to do what to whom"; HARM, SEX and HUNT also carry how the
word ends."""
