"""What links the occasions, as a table: what is on record, the outcome, the sentence.

The one thing a reader would get wrong: the sentences are written by hand; none is copied from what
the program said. JOINED holds five decisions and ALEX_SEEN is the sixth, so what a row says is
number 7 and on.
"""

from __future__ import annotations

from rainbook.record import (
    ActSort,
    AimedAt,
    Blocked,
    CameAfter,
    Connects,
    GapReason,
    History,
    Impact,
    PurposeOf,
    ThemeOf,
    Together,
    ToldTo,
)
from tests.signs.build import KIM, SAM, Row, say
from tests.signs.told import (
    CANNOT_TELL,
    MAR3,
    MAR4,
    MAR9,
    NOT_SHOWN,
    SHOWN,
    Told,
    noted,
    plain,
    seen,
    stopped,
)

TWO = "2 acts by Alex towards Sam are recorded"
NOTHING_LINKS = f"{TWO}, and nothing that is recorded links them."
TOO_LITTLE = f"{TWO}, but too little is recorded about them to see what might link them."
LINKS = f"{TWO}; what is recorded links them in these ways:"
JAN, MAY = "2024-01-10", "2024-05-12"  # 123 days


def two(one: str = MAR3, other: str = MAY) -> list[Row]:
    return [seen(one, "he stood by the gate"), seen(other, "he rang the bell")]


LINKED = (
    Told(
        "nothing from Alex",
        plain(say(MAR3, SAM)),
        NOT_SHOWN,
        "No act by Alex towards Sam can be counted, so there is nothing to link.",
    ),
    Told(
        "one message",
        plain(say(MAR3)),
        NOT_SHOWN,
        "1 act by Alex towards Sam can be counted, so there is nothing to link.",
    ),
    Told(
        "two messages on two days",
        plain(say(MAR3), say(MAR4)),
        SHOWN,
        f"{LINKS} the same sort of act and near in time.",
        says=("2 acts of the same sort: message.", "There are only two acts", "a setting of this"),
    ),
    Told(
        "two diary entries four months apart, nothing else said",
        lambda: noted(two(JAN, MAY)),
        NOT_SHOWN,
        f"{NOTHING_LINKS} More than 92 days lie between them.",
        says=("123 days lie between 10 January 2024 and 12 May 2024; no reason is recorded.",),
    ),
    Told(
        "the same four months apart, both said to be waiting outside",
        lambda: noted(
            two(JAN, MAY),
            lambda event: ActSort(event(0), "waited or watched"),
            lambda event: ActSort(event(1), "waited or watched"),
        ),
        NOT_SHOWN,
        f"{NOTHING_LINKS} More than 92 days lie between them.",
        silent=("of the same sort",),
    ),
    Told(
        "the same, and a third time of the same sort",
        lambda: noted(
            [*two(JAN, MAY), seen("2024-09-20", "he sat in the car")],
            *(
                lambda event, n=n: ActSort(event(n), "waited or watched")  # type: ignore[misc]
                for n in (0, 1, 2)
            ),
        ),
        SHOWN,
        "3 acts by Alex towards Sam are recorded; what is recorded links them in these ways: the "
        "same sort of act.",
    ),
    Told(
        "four months apart, and threats before the first",
        lambda: noted(two(JAN, MAY), lambda event: History("alex", "threats", "2020")),
        SHOWN,
        f"{LINKS} history before.",
        says=("What had happened before the first act is recorded (threats)",),
    ),
    Told(
        "four months apart, history asked and not known",
        lambda: noted(two(JAN, MAY), lambda event: History("alex", "do not know")),
        NOT_SHOWN,
        f"{NOTHING_LINKS} More than 92 days lie between them.",
    ),
    Told(
        "four months apart; Sam says what connects them",
        lambda: noted(two(JAN, MAY), lambda event: Connects(event(0), event(1), "the same coat")),
        SHOWN,
        f"{LINKS} said to be connected.",
        says=("Sam says what connects two acts: 'the same coat'.",),
    ),
    Told(
        "four months apart, about the same thing",
        lambda: noted(
            two(JAN, MAY),
            lambda event: ThemeOf(event(0), "the ring"),
            lambda event: ThemeOf(event(1), "The ring"),
        ),
        SHOWN,
        f"{LINKS} the same theme.",
    ),
    Told(
        "four months apart, in prison in between: the gap is explained, and still nothing links",
        lambda: noted(
            two(JAN, MAY),
            lambda event: GapReason("alex", "prison or custody", "2024-02", "2024-04"),
        ),
        NOT_SHOWN,
        f"{NOTHING_LINKS} More than 92 days lie between them.",
        says=("the reason recorded is: prison or custody",),
        silent=("no reason is recorded",),
    ),
    Told(
        "two diary entries six days apart, no sort said",
        lambda: noted(two(MAR3, MAR9)),
        CANNOT_TELL,
        f"{TWO}; all that links them is near in time, which by itself says little.",
    ),
    Told(
        "the same, and alarm said for one",
        lambda: noted(two(MAR3, MAR9), lambda event: Impact(event(0), alarm="yes")),
        SHOWN,
        f"{LINKS} near in time.",
    ),
    Told(
        "the same, and asked about alarm: not known",
        lambda: noted(two(MAR3, MAR9), lambda event: Impact(event(0), alarm="do not know")),
        CANNOT_TELL,
        f"{TWO}; all that links them is near in time, which by itself says little.",
    ),
    Told(
        "the same, and the police were told of one",
        lambda: noted(two(MAR3, MAR9), lambda event: ToldTo("police", event=event(1))),
        SHOWN,
        f"{LINKS} near in time.",
    ),
    Told(
        "two entries without a time and without a sort",
        lambda: noted(two("", "")),
        CANNOT_TELL,
        TOO_LITTLE,
    ),
    Told(
        "two entries without a time, of two sorts",
        lambda: noted(
            two("", ""),
            lambda event: ActSort(event(0), "letter"),
            lambda event: ActSort(event(1), "spoke to me"),
        ),
        NOT_SHOWN,
        NOTHING_LINKS,
    ),
    Told(
        "two entries without a time, the sort asked and not known",
        lambda: noted(
            two("", ""),
            lambda event: ActSort(event(0), "do not know"),
            lambda event: ActSort(event(1), "do not know"),
        ),
        CANNOT_TELL,
        TOO_LITTLE,
    ),
    Told(
        "two entries without a time; Sam says one came after the block",
        lambda: noted(
            two("", ""),
            lambda event: Blocked("alex", ""),
            lambda event: CameAfter(event(1), 7),
        ),
        SHOWN,
        f"{LINKS} after a refusal.",
        says=("1 act came after a refusal, as Sam says.",),
    ),
    Told(
        "four months apart, told to stop in between",
        lambda: stopped(
            [
                say("2024-01-10 10:00"),
                say("2024-03-03 10:00", SAM, words="stop"),
                say("2024-05-12 10:00"),
            ],
            1,
        ),
        SHOWN,
        f"{LINKS} after a refusal.",
        silent=("of the same sort",),
    ),
    Told(
        "two acts, one of them at Kim",
        lambda: noted(two(MAR3, MAR4), lambda event: AimedAt(event(1), "somebody else")),
        NOT_SHOWN,
        "1 act by Alex towards Sam can be counted, so there is nothing to link.",
    ),
    Told(
        "the same, and Sam's alarm at the other is recorded",
        lambda: noted(
            two(MAR3, MAR4),
            lambda event: AimedAt(event(1), "somebody else", "yes"),
            lambda event: Impact(event(1), alarm="yes"),
        ),
        SHOWN,
        f"{LINKS} near in time.",
        says=("1 act aimed at somebody else, for which alarm, distress or fear of Sam is",),
    ),
    Told(
        "two meetings at a place both use",
        lambda: noted(
            two(MAR3, MAR4),
            lambda event: PurposeOf("alex", "a place both use", event(0)),
            lambda event: PurposeOf("alex", "a place both use", event(1)),
        ),
        NOT_SHOWN,
        "No act by Alex towards Sam can be counted, so there is nothing to link.",
        says=("2 acts said to be a meeting at a place both use",),
    ),
    Told(
        "two messages, and a time together in between",
        lambda: noted(
            [say(MAR3), say(MAR9)], lambda event: Together("alex", "reunited", "2024-03-05")
        ),
        SHOWN,
        f"{LINKS} the same sort of act and near in time.",
        says=("Recorded: reunited, from 2024-03-05.",),
    ),
    Told(
        "two messages in a group Sam is in",
        plain(
            *(say(at, thread="Family") for at in (MAR3, MAR4)),
            say(MAR4, SAM, thread="Family"),
            say(MAR4, KIM, thread="Family"),
        ),
        CANNOT_TELL,
        "2 acts by Alex are recorded, nearly all in a group Sam is in: whom they were aimed at is "
        "for a person to say, so what links them cannot be told here.",
    ),
)
