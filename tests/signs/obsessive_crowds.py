"""Obsessive among people who write a lot and mean nothing by it: the negative controls.

The one thing a reader would get wrong: how much there is decides nothing; also where it grows, an
ordinary reason that was recorded, or an answer that grows alike, keeps it from being shown.
"""

from __future__ import annotations

from rainbook.record import (
    Explained,
    PurposeOf,
    Relationship,
    Withdrawn,
)
from tests.signs.build import KIM, SAM
from tests.signs.obsessive_rows import (
    RISE,
    ROSE,
    STEP,
    every,
    found,
    purpose,
    steady,
)
from tests.signs.told import CANNOT_TELL, NOT_SHOWN, SHOWN, Told

WEEK = [1, 1, 1, 1, 1, 0, 0]
CROWDS = (
    Told(
        "a busy family group that gets busier",
        found(
            [
                *every([5] * 60 + [15] * 60, thread="Family"),
                *every([3] * 60 + [9] * 60, SAM, thread="Family"),
                *every([3] * 60 + [9] * 60, KIM, thread="Family"),
            ],
        ),
        CANNOT_TELL,
        "1,200 acts by Alex, but only in a group Sam is in: whom they were aimed at is for a "
        "person to say.",
    ),
    Told(
        "the other parent about the children, every day for 120 days",
        found(every([1] * 120, words="pick-up at 3?")),
        NOT_SHOWN,
        steady(120),
    ),
    Told(
        "the other parent writes more once school begins, the purpose recorded",
        found(RISE, PurposeOf("alex", "child")),
        CANNOT_TELL,
        purpose("child"),
    ),
    Told(
        "the same, the purpose taken back",
        found(RISE, PurposeOf("alex", "child"), Withdrawn(6)),
        SHOWN,
        ROSE,
    ),
    Told(
        "an employer, on working days, for 17 weeks and a day",
        # 1 March 2024 is a Friday: that day, and 17 weeks of five
        found(every([1, 0, 0, *WEEK * 17])),
        NOT_SHOWN,
        steady(86, "between 1 March and 28 June 2024"),
    ),
    Told(
        "an employer calls more, the purpose recorded as work",
        found(RISE, PurposeOf("alex", "work")),
        CANNOT_TELL,
        purpose("work"),
    ),
    Told(
        "letters about a debt, every week for 20 weeks",
        found(every(([1] + [0] * 6) * 19 + [1], words="balance due")),
        NOT_SHOWN,
        steady(20, "between 1 March and 12 July 2024"),
    ),
    Told(
        "letters about a debt come more often, the sender recorded as an institution",
        found(RISE, Relationship("alex", "institution")),
        CANNOT_TELL,
        f"{ROSE} But the sender is recorded as an institution: whether the rise is more than that "
        "is for a person to say.",
    ),
    Told(
        "a mutual argument that grows on both sides",
        found([*RISE, *every(STEP, SAM)]),
        NOT_SHOWN,
        f"{ROSE} What Sam sent back rose alike: the rise is on both sides.",
        ("On these days Sam sent Alex 60 before (1 a day) and 180 after (3 a day).",),
    ),
    Told(
        "a journalist asks again and again before a story, the purpose recorded",
        found(RISE, PurposeOf("alex", "press")),
        CANNOT_TELL,
        purpose("press"),
    ),
    Told(
        "delivery notices, every day for 120 days",
        found(every([1] * 120, words="out for delivery")),
        NOT_SHOWN,
        steady(120),
        (),
        ("A fall was found",),
    ),
    Told(
        "delivery notices come more often, another reason recorded",
        found(RISE, Explained("alex", "yes", "the shop")),
        CANNOT_TELL,
        f"{ROSE} But another reason for it is recorded: whether the rise is more than that is for "
        "a person to say.",
    ),
    Told(
        "a loving couple, 12 a day, Sam 8",
        found([*every([12] * 120), *every([8] * 120, SAM)]),
        NOT_SHOWN,
        steady(1_440),
    ),
    Told(
        "a loving couple that writes three times as much once one is away",
        found([*every([4] * 60 + [12] * 60), *every([3] * 60 + [9] * 60, SAM)]),
        NOT_SHOWN,
        "Acts by Alex towards Sam rose from 4 a day (240 acts in 60 days) to 12 a day (720 acts in "
        "60 days) from about 30 April 2024. What Sam sent back rose alike: the rise is on both "
        "sides.",
    ),
)
