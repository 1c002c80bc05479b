"""Fixated, second part of the table: what weakens or hides a first use after a refusal.

The one thing a reader would get wrong: what weakens a fact stands beside it; only what takes the
refusal away, or leaves open who wrote first, takes the fact away.
"""

from __future__ import annotations

from rainbook.record import (
    Blocked,
    Kind,
    Together,
    Way,
)
from tests.signs.build import (
    JOINED,
    SAM,
    Row,
    case,
    say,
)
from tests.signs.fixated_given import (
    BLOCK,
    BLOCKED,
    NEW,
    NEW_ACCOUNT,
    NEW_IS,
    NUMBER,
    UNSURE,
    given,
    text,
)
from tests.signs.told import (
    CANNOT_TELL,
    LEE,
    MAR3,
    MAR4,
    MAR9,
    MAR10,
    SHOWN,
    Told,
)

WEAKER = (
    Told(
        "blocked; Sam writes to the new number first",
        given(say(MAR3), say("2024-03-08 10:00", SAM, thread=NUMBER), text(MAR9)),
        CANNOT_TELL,
        f"{BLOCKED}. {UNSURE}",
        says=("the first record on it is by Sam",),
    ),
    Told(
        "blocked; a message from a new number, which Sam answers",
        given(say(MAR3), text(MAR9), say(MAR10, SAM, thread=NUMBER)),
        SHOWN,
        NEW_ACCOUNT,
        says=(f"To “{NUMBER}”, Sam sent 1 WhatsApp message.",),
    ),
    Told(
        "blocked, then together again; then a new number",
        given(
            say(MAR3), text(MAR9), more=(BLOCK, NEW_IS, Together("alex", "reunited", "2024-03-07"))
        ),
        CANNOT_TELL,
        f"{BLOCKED}. {UNSURE}",
        says=("the two being together again is recorded, from 7 March 2024",),
    ),
    Told(
        "blocked; contact about one thing agreed; then a new number",
        given(
            say(MAR3),
            text(MAR9),
            more=(BLOCK, NEW_IS, Together("alex", "agreed contact", "2024-03-07")),
        ),
        SHOWN,
        NEW_ACCOUNT,
        says=("Recorded: agreed contact, from 2024-03-07.",),
    ),
    Told(
        "blocked; the service notes that the block was undone; then a new number",
        given(say(MAR3), Row("2024-03-07 10:00", None, "", Kind.UNBLOCK, Way.SYSTEM), text(MAR9)),
        CANNOT_TELL,
        f"{BLOCKED}. {UNSURE}",
        says=("the service notes that a block was undone, on 7 March 2024",),
    ),
    Told(
        "blocked; the service notes a change of number; then the new number",
        given(say(MAR3), Row(MAR4, None, "", Kind.NUMBER_CHANGED, Way.SYSTEM), text(MAR9)),
        SHOWN,
        NEW_ACCOUNT,
        says=("1 change of number noted by the service itself",),
    ),
    Told(
        "blocked; then a new number, in a group Sam is in",
        given(
            say(MAR3),
            say(MAR9, NEW, thread="Team"),
            say("2024-03-09 10:01", SAM, thread="Team"),
            say("2024-03-09 10:02", LEE, thread="Team"),
        ),
        CANNOT_TELL,
        f"{BLOCKED}. {UNSURE}",
        says=("1 act in a group after a refusal",),
    ),
    Told(
        "blocked in the last record there is",
        given(say(MAR3)),
        CANNOT_TELL,
        f"{BLOCKED}. The records read end before that, so what came after is not known.",
    ),
    Told(
        "a block without a day; then a new number",
        given(say(MAR3), text(MAR9), more=(Blocked("alex", ""), NEW_IS)),
        CANNOT_TELL,
        "1 refusal is recorded, but none with a time that can be used; see the limits.",
        says=("Decision 6 does not say when the block was made",),
    ),
    Told(
        "blocked; no account is placed with Alex",
        lambda: case([say(MAR3), text(MAR9)], [*JOINED[:3], BLOCK]),
        CANNOT_TELL,
        "No account has been placed with Alex yet, so what came from which account cannot be "
        "looked at.",
    ),
)
