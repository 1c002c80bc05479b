"""Obsessive, as a table: what is on record, the outcome, the sentence. `docs/signs.md` is printed
from it.

The one thing a reader would get wrong: the sentences are written by hand; none is copied from what
the program said. The days are those of obsessive_rows.py.
"""

from __future__ import annotations

from rainbook.record import (
    GapReason,
    Together,
    Warn,
)
from tests.signs.build import KIM, SAM, File, call, case, say
from tests.signs.obsessive_crowds import CROWDS
from tests.signs.obsessive_rows import (
    ALEX_DIARY,
    APART,
    BACK,
    JAIL,
    RISE,
    ROSE,
    SILENT,
    STEP,
    TEXTS,
    WRITTEN,
    day,
    every,
    files,
    found,
    steady,
    unknown_replies,
)
from tests.signs.told import CANNOT_TELL, GUESSED, NOT_SHOWN, SHOWN, Told

PLAIN = (
    Told(
        "once a day for 60 days, then three times a day; nothing sent back",
        found(RISE),
        SHOWN,
        ROSE,
        (
            "Before the day of the change: 60 acts in 60 days, 1 a day (between 1 March and 29 "
            "April 2024).",
            "From the day of the change: 180 acts in 60 days, 3 a day (between 30 April and 28 "
            "June 2024).",
            "Longest run of acts with nothing sent back in between: 60 acts before, 180 acts after",
            "Nothing that Sam sent to Alex on these days stands in the records read.",
            "Words were read of 240 of 240 messages",
        ),
    ),
    Told(
        "the same, and Sam answers once a day throughout",
        found([*RISE, *every([1] * 120, SAM)]),
        SHOWN,
        ROSE,
        ("On these days Sam sent Alex 60 before (1 a day) and 60 after (1 a day).",),
    ),
    Told(
        "the same, and Sam answers three times in all, in the second half",
        found([*RISE, *every([1] * 3, SAM, start=80)]),
        SHOWN,
        ROSE,
    ),
    Told(
        "the same, and Sam answers once in the first half and 19 times in the second",
        found([*RISE, *every([1], SAM), *every([1, 0, 0] * 19, SAM, start=60)]),
        NOT_SHOWN,
        f"{ROSE} What Sam sent back rose alike: the rise is on both sides.",
    ),
    Told(
        "the same, and Sam answers on 5 days and then on 9, ten times each",
        found(
            [
                *RISE,
                *every(([10] + [0] * 11) * 5, SAM),
                *every(([10] + [0] * 5) * 9, SAM, start=60),
            ]
        ),
        CANNOT_TELL,
        f"{ROSE} What Sam sent back rose too, and the numbers are too small or too uneven to say "
        "whether it rose less.",
    ),
    Told(
        "three times a day for 60 days, then once a day",
        found(every(STEP[::-1])),
        NOT_SHOWN,
        steady(240),
        (
            "A fall was found: from 3 a day (180 acts in 60 days) to 1 a day (60 acts in 60 days) "
            "from about 30 April 2024.",
        ),
    ),
    Told(
        "four a day for 100 days, nine for 100, then one a day for 300",
        found(every([4] * 100 + [9] * 100 + [1] * 300)),
        SHOWN,
        # day 100 is 9 June and day 200 is 17 September 2024
        "Acts by Alex towards Sam rose from 4 a day (400 acts in 100 days) to 9 a day (900 acts in "
        "100 days) from about 9 June 2024.",
        (
            "The acts fell again from about 17 September 2024: 300 acts in the last 300 days.",
            "From the day of the change: 900 acts in 100 days, 9 a day (between 9 June and 16 "
            "September 2024).",
        ),
    ),
    Told(
        "once a day for 200 days, 12 for 200, then eight for 200",
        found(every([1] * 200 + [12] * 200 + [8] * 200)),
        SHOWN,
        # day 200 is 17 September 2024 and day 400 is 5 April 2025
        "Acts by Alex towards Sam rose from 1 a day (200 acts in 200 days) to 12 a day (2,400 acts "
        "in 200 days) from about 17 September 2024.",
        ("The acts fell again from about 5 April 2025: 1,600 acts in the last 200 days.",),
    ),
    Told("40 a day for 120 days", found(every([40] * 120)), NOT_SHOWN, steady(4_800)),
    Told(
        "once a day for 120 days, 60 on one day",
        found(every([1] * 80 + [60] + [1] * 39)),
        NOT_SHOWN,
        steady(179),
        ("Most acts on one day: 60.",),
    ),
)
FEW = (
    Told(
        "83 days, three times as many in the second half",
        found(every([1] * 41 + [3] * 42)),
        CANNOT_TELL,
        "167 acts by Alex towards Sam on 83 days can be compared; to hold a time against an "
        "earlier one, at least 84 days from the first to the last act are needed.",
        ("Before the middle day (there is too little to look for a change): 44 acts in 42 days",),
    ),
    Told(
        "19 acts in 110 days",
        found(every(([1] + [0] * 5) * 18 + [0, 1])),
        CANNOT_TELL,
        "19 acts by Alex towards Sam on 110 days can be compared; to hold a time against an "
        "earlier one, at least 20 acts are needed.",
    ),
    Told(
        "two messages in 100 days, then three a day",
        found([*every([1] + [0] * 49 + [1] + [0] * 49), *every([3] * 60, start=100)]),
        CANNOT_TELL,
        # 9 June 2024 is day 100
        "Acts by Alex towards Sam rose from 0.02 a day (2 acts in 100 days) to 3 a day (180 acts "
        "in 60 days) from about 9 June 2024. But to hold a rise against an earlier rate of their "
        "own, at least 5 acts before it are needed.",
    ),
    Told(
        "nothing by Alex",
        found(every([1] * 5, SAM)),
        CANNOT_TELL,
        "No act by Alex towards Sam is recorded, so there is nothing to compare.",
    ),
    Told(
        "calls from a guessed number only",
        lambda: case([call(f"{day(n)} 10:00") for n in range(120)], GUESSED),
        CANNOT_TELL,
        "No act by Alex towards Sam can be counted; 120 records might be, if it were certain who "
        "each is from.",
    ),
    Told(
        "messages whose times cannot be read",
        found([say("") for _ in range(30)]),
        CANNOT_TELL,
        "30 acts by Alex towards Sam, but none on a day that is certain.",
        ("30 acts whose day is not certain: in no rate.",),
    ),
    Told(
        "a rise, and one message of the year 2093 by a clock gone wrong",
        found([*RISE, say("2093-01-01 10:00", warn=Warn.TIME_IMPLAUSIBLE)]),
        SHOWN,
        ROSE,
        ("1 act whose day is not certain: in no rate.",),
    ),
    Told(
        "all acts in a time whose silence is explained",
        found(every([1] * 120), GapReason("alex", "abroad", day(-40), day(140))),
        CANNOT_TELL,
        "All acts by Alex towards Sam lie on days that are not compared; see the limits.",
        ("120 acts on days that are not compared",),
    ),
    Told(
        "a rise; what Sam sent back cannot be worked out",
        unknown_replies,
        CANNOT_TELL,
        f"{ROSE} What Sam sent back could not be worked out, so whether it rose on both sides "
        "cannot be told.",
    ),
)
TIMES = (
    Told(
        "once a day, 60 days in prison, once a day again",
        found(APART, JAIL),
        NOT_SHOWN,
        steady(120, "between 1 March and 27 August 2024"),
        (SILENT,),
        ("The rise begins where that time ends",),
    ),
    Told(
        "once a day, 60 days in prison, then three times a day",
        found(BACK, JAIL),
        SHOWN,
        "Acts by Alex towards Sam rose from 1 a day (60 acts in 60 days) to 3 a day (180 acts in "
        "60 days) from about 29 June 2024.",
        (SILENT, "The rise begins where that time ends."),
    ),
    Told(
        "the same, the months of prison known only as April to June",
        found(BACK, GapReason("alex", "prison or custody", "2024-04", "2024-06")),
        SHOWN,
        "Acts by Alex towards Sam rose from 1 a day (60 acts in 60 days) to 3 a day (180 acts in "
        "60 days) from about 29 June 2024.",
        (SILENT,),
    ),
    Told(
        "a rise that begins while they are together again",
        found(RISE, Together("alex", "reunited", day(50), day(80))),
        CANNOT_TELL,
        f"{ROSE} But it begins in a time recorded as reunited: whether that contact was wanted is "
        "for a person to say.",
        # by hand: days 50 to 59 once, days 60 to 80 three times: 10 + 63
        ("Reunited is recorded for a time in which 73 acts lie; they may have been wanted.",),
    ),
    Told(
        "a rise in the week after they stopped living together",
        found(RISE, Together("alex", "lived together", "2023", day(56))),
        SHOWN,
        ROSE,
        ("The rise begins where that time ends; messages may take the place of being near.",),
    ),
    Told(
        "once a day in one export; another kind of export begins halfway",
        files(File(every([1] * 120)), File(TEXTS, "b", "sms_backup")),
        CANNOT_TELL,
        f"{ROSE} But some of the files begin only later than others, and without them no rise is "
        "found: whether there was less before, or only less is kept, cannot be told.",
    ),
    Told(
        "the same, but that other export begins early, with somebody else's text",
        files(
            File(every([1] * 120)),
            File([say(f"{day(0)} 07:00", KIM, thread="Kim"), *TEXTS], "b", "sms_backup"),
        ),
        SHOWN,
        ROSE,
    ),
    Told(
        "a diary begun halfway, twice a day",
        files(
            File(every([1] * 120)),
            File(every([2] * 60, ALEX_DIARY, start=60), "b", "diary_csv"),
            more=[WRITTEN],
        ),
        CANNOT_TELL,
        f"{ROSE} But some of the files begin only later than others, and without them no rise is "
        "found: whether there was less before, or only less is kept, cannot be told.",
    ),
)
OBSESSIVE = (*PLAIN, *FEW, *TIMES, *CROWDS)
