"""Fixated, as a table: what is on record, the outcome, the sentence. `docs/signs.md` is printed
from it.

The one thing a reader would get wrong: the sentences are written by hand; none is copied from what
the program said. What was first used after a refusal stands in
`fixated_accounts` and `fixated_weaker`.
"""

from __future__ import annotations

from rainbook.record import (
    Account,
    AimedAt,
    Explained,
    PurposeOf,
)
from tests.signs.build import (
    KIM,
    WITHHELD,
    call,
    say,
)
from tests.signs.fixated_accounts import WAYS_ROUND
from tests.signs.fixated_given import (
    AFTER_STOP,
    DIARY_IS,
    LOVE,
    NEW_IS,
    NO_REFUSAL,
    STOP,
    STOPPED,
    UNSURE,
    USED_BEFORE,
    about,
    by_alex,
    diary,
    for_alex,
    knew,
    nothing_until,
    sort_is,
    stop,
    text,
    themed,
    to_kim,
)
from tests.signs.fixated_weaker import WEAKER
from tests.signs.told import (
    CANNOT_TELL,
    KIM_IS,
    MAR3,
    MAR4,
    MAR9,
    MAR10,
    NOT_SHOWN,
    SHOWN,
    Told,
)

AGAIN = (
    Told(
        "told to stop; then the same text on two days",
        stop([say(MAR3), STOP, say(MAR9, words=LOVE), say(MAR10, words=f"{LOVE}!!")]),
        SHOWN,
        f"{AFTER_STOP}, 2 acts by Alex on 2 days say the same or nearly the same.",
        says=("2 texts after a refusal were compared with each other.", USED_BEFORE),
    ),
    Told(
        "told to stop; then the same text twice on one day",
        stop([say(MAR3), STOP, say(MAR9, words=LOVE), say("2024-03-09 11:00", words=LOVE)]),
        NOT_SHOWN,
        nothing_until("9 March 2024", STOPPED),
    ),
    Told(
        "told to stop; the same text on two days, one of them before that",
        stop([say(MAR3, words=LOVE), STOP, say(MAR9, words=LOVE), say(MAR10)]),
        NOT_SHOWN,
        nothing_until("10 March 2024", STOPPED),
    ),
    Told(
        "told to stop; then the same text on two days; all contact is about a child",
        stop(
            [say(MAR3), STOP, say(MAR9, words=LOVE), say(MAR10, words=LOVE)],
            more=(PurposeOf("alex", "child"),),
        ),
        CANNOT_TELL,
        f"{STOPPED}. {UNSURE}",
        says=(
            "texts that came again do not show anything by themselves here",
            "A purpose is recorded for the contact as a whole: child.",
        ),
    ),
    Told(
        "told to stop; then the same text on two days, and for one of them a purpose",
        stop(
            [say(MAR3), STOP, say(MAR9, words=LOVE), say(MAR10, words=LOVE)],
            (3, lambda event: PurposeOf("alex", "debt", event)),
        ),
        NOT_SHOWN,
        nothing_until("10 March 2024", STOPPED),
        says=("a purpose is recorded for each, so none of them is used here",),
    ),
    Told(
        "told to stop; then one theme on two days, in other letters the second time",
        stop(
            [say(MAR3), STOP, say(MAR9, words="one"), say(MAR10, words="two")],
            (2, themed("the wedding")),
            (3, themed("The Wedding")),
        ),
        SHOWN,
        f"{AFTER_STOP}, 2 acts by Alex on 2 days stand under one theme, as recorded.",
        says=("are recorded under one theme: “the wedding”.",),
    ),
    Told(
        "told to stop; then one theme on one day",
        stop(
            [say(MAR3), STOP, say(MAR9, words="one"), say("2024-03-09 11:00", words="two")],
            (2, themed("the wedding")),
            (3, themed("the wedding")),
        ),
        NOT_SHOWN,
        nothing_until("9 March 2024", STOPPED),
        says=("The theme “the wedding” is recorded for 2 acts, but not on two days or more",),
    ),
    Told(
        "no refusal; one theme on two days",
        about([say(MAR9), say(MAR10)], (0, themed("money")), (1, themed("money"))),
        CANNOT_TELL,
        NO_REFUSAL,
    ),
    Told(
        "told to stop; then a new number, and the same text on two days",
        stop([say(MAR3), STOP, text(MAR9, words=LOVE), text(MAR10, words=LOVE)], more=(NEW_IS,)),
        SHOWN,
        f"{STOPPED}; after that Alex used an account that stands in no earlier record (2 acts, "
        "between 9 March and 10 March 2024). Also recorded: nearly the same text on 2 days.",
    ),
)

OTHERS = (
    Told(
        "two messages to Kim, because of Sam",
        about([say(MAR3), say(MAR4)], (0, to_kim), (1, to_kim), more=KIM_IS),
        SHOWN,
        "2 acts by or for Alex are recorded that went to or through other people because of Sam.",
        says=("2 acts by Alex towards others, recorded as being because of Sam.",),
    ),
    Told(
        "one message to Kim, because of Sam",
        about([say(MAR3), say(MAR4)], (0, to_kim), more=KIM_IS),
        CANNOT_TELL,
        NO_REFUSAL,
    ),
    Told(
        "two messages to Kim; whether because of Sam is not recorded",
        about(
            [say(MAR3), say(MAR4)],
            (0, lambda event: AimedAt(event, "kim")),
            (1, lambda event: AimedAt(event, "kim")),
            more=KIM_IS,
        ),
        CANNOT_TELL,
        NO_REFUSAL,
        says=("2 acts towards others: whether because of Sam is not recorded.",),
    ),
    Told(
        "two diary entries of contact with people around Sam",
        about(
            [diary(MAR3), diary(MAR4)],
            (0, sort_is("contacted people around me")),
            (1, sort_is("contacted people around me")),
            more=(DIARY_IS,),
        ),
        SHOWN,
        "2 acts by or for Alex are recorded that went to or through other people because of Sam.",
    ),
    Told(
        "two messages by Kim that Sam says were for Alex",
        about(
            [say(MAR3, KIM, thread="Kim"), say(MAR4, KIM, thread="Kim")],
            (0, for_alex("recognised")),
            (1, for_alex("seen")),
            more=KIM_IS,
        ),
        SHOWN,
        "2 acts by or for Alex are recorded that went to or through other people because of Sam.",
        says=(
            "2 acts done by somebody else for Alex, as Sam recorded it, on this basis: "
            "recognised and seen.",
        ),
    ),
    Told(
        "two messages by Kim that may have been for Alex, by a guess",
        about(
            [say(MAR3, KIM, thread="Kim"), say(MAR4, KIM, thread="Kim")],
            (0, for_alex("guess")),
            (1, for_alex("guess")),
            more=KIM_IS,
        ),
        CANNOT_TELL,
        NO_REFUSAL,
        says=("a guess is not counted",),
    ),
    Told(
        "six strangers said to have acted for Alex",
        about(
            [
                say(f"2024-03-0{d} 10:00", Account("whatsapp", "name", f"S{d}"), thread=f"S{d}")
                for d in range(1, 7)
            ],
            *((d, for_alex("seen")) for d in range(6)),
        ),
        CANNOT_TELL,
        NO_REFUSAL,
        says=("6 different people or accounts are recorded as having acted for Alex.",),
    ),
    Told(
        "one act that shows knowledge Alex should not have had",
        about([say(MAR3)], (0, knew), more=(Explained("alex", "yes", "a shared friend"),)),
        SHOWN,
        "1 act by Alex is recorded as showing knowledge Alex should not have had.",
        says=("“my new address”", "Another reason is recorded: “a shared friend”."),
    ),
    Told(
        "one such act, Alex's by a guess",
        about([call(MAR3, WITHHELD, thread=None)], (0, by_alex("guess")), (0, knew)),
        CANNOT_TELL,
        NO_REFUSAL,
        says=("Knowledge is recorded of an act that is in no count",),
    ),
    Told(
        "at home and at work, in 2022 and in 2024, and nothing else",
        about(
            [diary("2022-03-03 10:00"), diary(MAR4)],
            (0, sort_is("came to my home")),
            (1, sort_is("came to my work")),
            more=(DIARY_IS,),
        ),
        CANNOT_TELL,
        NO_REFUSAL,
        says=(
            "Acts are recorded at 2 places.",
            "Acts are recorded in 2 calendar years (2022 and 2024), between 3 March 2022 and 4 "
            "March 2024.",
            "by itself it shows nothing",
        ),
    ),
)

FIXATED = (*WAYS_ROUND, *WEAKER, *AGAIN, *OTHERS)
