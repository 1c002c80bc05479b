"""More rows of "repeated" and "unwanted": what only the person can say.

The one thing a reader would get wrong: an act by somebody else, and an act that is after a refusal
by Sam's word alone, stand apart from what the records themselves show.
"""

from __future__ import annotations

from rainbook.record import (
    ActedFor,
    AimedAt,
    Blocked,
    CameAfter,
    GapReason,
    NeverArrived,
    State,
    ToldToStop,
    Withdrawn,
)
from tests.signs.build import KIM, SAM, call, say
from tests.signs.told import (
    CANNOT_TELL,
    MAR3,
    MAR4,
    MAR9,
    MAR10,
    NOT_SHOWN,
    SHOWN,
    Told,
    noted,
    plain,
    seen,
)

ONE = "1 act by Alex towards Sam is recorded; the law asks for two occasions or more."
TWO = "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 3 March and 4 March 2024."
BY_OTHERS = (
    Told(
        "one message by Alex; one by Kim said to be for Alex, as Sam recognised",
        lambda: noted(
            [say(MAR3), say(MAR4, KIM, thread="Kim")],
            lambda event: ActedFor(event(1), "alex", "recognised"),
        ),
        NOT_SHOWN,
        ONE,
        says=(
            "Besides these, 1 act by somebody else is said to have been done for Alex "
            "(s.7(3A)), known by: recognised. Not in the counts above.",
        ),
    ),
    Told(
        "the same, but for whom is a guess",
        lambda: noted(
            [say(MAR3), say(MAR4, KIM, thread="Kim")],
            lambda event: ActedFor(event(1), "alex", "guess"),
        ),
        NOT_SHOWN,
        ONE,
        says=("for whom is a guess",),
        silent=("Besides these",),
    ),
    Told(
        "two messages, one of them aimed at somebody else because of Sam",
        lambda: noted(
            [say(MAR3), say(MAR4)],
            lambda event: AimedAt(event(1), "somebody else", "yes"),
        ),
        NOT_SHOWN,
        ONE,
        says=("Not counted: 1 act towards somebody else.", "because of Sam, as Sam says: 1."),
    ),
    Told(
        "the same, asked whether because of Sam and not known",
        lambda: noted(
            [say(MAR3), say(MAR4)],
            lambda event: AimedAt(event(1), "somebody else", "do not know"),
        ),
        NOT_SHOWN,
        ONE,
        silent=("because of Sam, as Sam says",),
    ),
    Told(
        "two messages; whom one was aimed at is not known: it stays with Sam",
        lambda: noted([say(MAR3), say(MAR4)], lambda event: AimedAt(event(1), "do not know")),
        SHOWN,
        TWO,
    ),
    Told(
        "a message, and a letter the office sent back",
        lambda: noted(
            [say(MAR3), seen(MAR4, "a letter came to the office")],
            lambda event: NeverArrived(event(1), "sent back"),
        ),
        SHOWN,
        TWO.replace("contacted", "acted towards"),
        says=("kept from them): 1. A try is an act too.",),
    ),
    Told(
        "two calls, one blocked by the phone",
        plain(call(MAR3), call(MAR4, state=State.BLOCKED_BY_DEVICE)),
        SHOWN,
        TWO,
        says=("(blocked by the phone, sent back or kept from them): 1.",),
    ),
    Told(
        "two messages and a reason for the time between",
        lambda: noted(
            [say(MAR3), say(MAR4)],
            lambda event: GapReason("alex", "abroad", "2024-03-03", "2024-03-04"),
        ),
        SHOWN,
        TWO,
        says=("recorded: abroad, from 2024-03-03 to 2024-03-04.",),
    ),
)
BLOCK = "Sam blocked Alex"
BY_WORD = (
    Told(
        "a block without a day, two entries without a time; Sam says one came after it",
        lambda: noted(
            [seen("", "one"), seen("", "two")],
            lambda event: Blocked("alex", ""),
            lambda event: CameAfter(event(1), 7),
        ),
        SHOWN,
        f"{BLOCK}; after that, as Sam says, 1 act by Alex is recorded. Their own times do not "
        "show it.",
        says=("by the word of Sam, not by their own time: 1",),
    ),
    Told(
        "the same, taken back",
        lambda: noted(
            [seen("", "one"), seen("", "two")],
            lambda event: Blocked("alex", ""),
            lambda event: CameAfter(event(1), 7),
            lambda event: Withdrawn(8),
        ),
        CANNOT_TELL,
        "1 refusal is recorded, but none with a time that can be used; see the limits.",
    ),
    Told(
        "a block on 9 March; Sam says the entry of 4 March came after it: its own day denies that",
        lambda: noted(
            [seen(MAR4, "one"), say(MAR10, SAM)],
            lambda event: Blocked("alex", "2024-03-09"),
            lambda event: CameAfter(event(0), 7),
        ),
        NOT_SHOWN,
        f"{BLOCK} on 9 March 2024. No act by Alex after that stands in the records read, which go "
        "on to 10 March 2024.",
    ),
    Told(
        "told to stop on 9 March, an entry of that day; Sam says it came after",
        lambda: noted(
            [seen("2024-03-09", "one"), say(MAR9, SAM)],
            lambda event: ToldToStop("alex", at="2024-03-09"),
            lambda event: CameAfter(event(0), 7),
        ),
        SHOWN,
        "Sam told Alex to stop on 9 March 2024; after that, as Sam says, 1 act by Alex is "
        "recorded. Their own times do not show it.",
    ),
)
