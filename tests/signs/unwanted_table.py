"""Unwanted, as a table: what is on record, the outcome, the sentence. `docs/signs.md` is printed
from it.

The one thing a reader would get wrong: the sentences are written by hand; none is copied from what
the program said.
"""

from __future__ import annotations

from collections.abc import Callable

from rainbook.record import (
    AccountOf,
    Blocked,
    CaseFile,
    Kind,
    OrderServed,
    State,
    ToldToStop,
    Warn,
    Warned,
    Way,
    Withdrawn,
)
from tests.signs.build import JOINED, KIM, SAM, Row, call, case, id_of_row, say
from tests.signs.told import (
    CANNOT_TELL,
    GUESSED,
    LEE,
    MAR3,
    MAR4,
    MAR5,
    MAR9,
    NOT_SHOWN,
    SHOWN,
    Told,
    plain,
    stopped,
)

NOTHING = "No refusal is recorded. That is not the same as wanted."
TWICE = (
    "Sam told Alex to stop on 27 October 2024 at 01:30 +01:00 or, at the latest, on 27 October "
    "2024 at 01:30 +00:00"
)
STOP = "Sam told Alex to stop on 5 March 2024 at 10:00:01"


def _around(
    *rows: Row, stop: str = "2024-03-05 10:00:01", at: int = 0, more: tuple[object, ...] = ()
) -> Callable[[], CaseFile]:
    """Return a case whose row `at` is Sam's stop message, with the rows given around it."""
    listed = [*rows[:at], say(stop, SAM, words="please stop"), *rows[at:]]
    return lambda: stopped(listed, at, *more)


def _given(*decisions: object, rows: tuple[Row, ...] = ()) -> Callable[[], CaseFile]:
    return lambda: case(list(rows), [*JOINED, *decisions])  # type: ignore[list-item]


def _unusable(given: str, build: Callable[[], CaseFile], why: str) -> Told:
    """Return the line of a refusal nothing can be counted from."""
    said = "1 refusal is recorded, but none with a time that can be used; see the limits."
    return Told(given, build, CANNOT_TELL, said, (why,))


TWO_DAYS = (say(MAR5), say("2024-03-06 00:00"))
UNWANTED = (
    Told(
        "no refusal, 400 messages in 40 days",
        lambda: case(
            [
                say(f"2024-{m:02}-{d:02} {h:02}:00")
                for m in (3, 4)
                for d in range(1, 21)
                for h in range(10, 20)
            ]
        ),
        CANNOT_TELL,
        NOTHING,
    ),
    Told(
        "a refusal that was taken back",
        _given(Warned("alex", "2024-03-05", "PC 100"), Withdrawn(6), rows=TWO_DAYS),
        CANNOT_TELL,
        NOTHING,
    ),
    Told(
        "told to stop, and a message one second later",
        _around(say("2024-03-05 10:00:02")),
        SHOWN,
        f"{STOP}; after that 1 act by Alex is recorded, on 5 March 2024.",
        says=("After that by Alex: 1 (1 WhatsApp message)",),
    ),
    Told(
        "told to stop, and a message in the same second, below it",
        _around(say("2024-03-05 10:00:01")),
        CANNOT_TELL,
        f"{STOP}. Whether anything by Alex towards Sam came after cannot be told here.",
        says=("1 act: whether before or after", "1 of them below it in the same file"),
    ),
    Told(
        "told to stop; messages one second before, in the same second and one second after",
        _around(
            say("2024-03-05 10:00:00"), say("2024-03-05 10:00:01"), say("2024-03-05 10:00:02"), at=1
        ),
        SHOWN,
        f"{STOP}; after that 1 act by Alex is recorded, on 5 March 2024.",
        says=("1 act: whether before or after",),
    ),
    Told(
        "told to stop; the last message came one second before; the chat goes on",
        _around(say("2024-03-05 10:00:00"), say("2024-03-12 09:00:00", SAM), at=1),
        NOT_SHOWN,
        f"{STOP}. No act by Alex after that stands in the records read, which go on to 12 March "
        "2024.",
        says=(
            "After Alex was told to stop on 5 March 2024 at 10:00:01, Sam sent Alex 1 WhatsApp "
            "message",
        ),
    ),
    Told(
        "told to stop in the last record there is",
        _around(say("2024-03-05 10:00:00"), at=1),
        CANNOT_TELL,
        f"{STOP}. The records read end before that, so what came after is not known.",
    ),
    Told(
        "times to the minute: a message in the same minute",
        _around(say(MAR5), stop=MAR5),
        CANNOT_TELL,
        "Sam told Alex to stop on 5 March 2024 at 10:00. Whether anything by Alex towards Sam "
        "came after cannot be told here.",
    ),
    Told(
        "times to the minute: a message in the next minute",
        _around(say("2024-03-05 10:01"), stop=MAR5),
        SHOWN,
        "Sam told Alex to stop on 5 March 2024 at 10:00; after that 1 act by Alex is recorded, on "
        "5 March 2024.",
    ),
    Told(
        "told to stop in the hour that happens twice, a message later in that hour",
        _around(say("2024-10-27 01:45"), stop="2024-10-27 01:30"),
        CANNOT_TELL,
        f"{TWICE}. Whether anything by Alex towards Sam came after cannot be told here.",
    ),
    Told(
        "told to stop in the hour that happens twice, a message after it",
        _around(say("2024-10-27 02:00"), stop="2024-10-27 01:30"),
        SHOWN,
        f"{TWICE}; after that 1 act by Alex is recorded, on 27 October 2024.",
    ),
    Told(
        "blocked on a day; messages that day and at the first minute of the next",
        _given(Blocked("alex", "2024-03-05"), rows=TWO_DAYS),
        SHOWN,
        "Sam blocked Alex on 5 March 2024; after that 1 act by Alex is recorded, on 6 March 2024.",
        says=(
            "Only the day is recorded for decision 6 (5 March 2024)",
            "1 act: whether before or after Alex was blocked",
        ),
    ),
    Told(
        "blocked on a day; a message that day only",
        _given(Blocked("alex", "2024-03-05"), rows=TWO_DAYS[:1]),
        CANNOT_TELL,
        "Sam blocked Alex on 5 March 2024. Whether anything by Alex towards Sam came after cannot "
        "be told here.",
    ),
    Told(
        "blocked at a time by the clock, messages by two channels after",
        _given(Blocked("alex", "2024-03-05T09:59"), rows=(*TWO_DAYS, call("2024-03-07 10:00"))),
        SHOWN,
        "Sam blocked Alex on 5 March 2024 at 09:59; after that 3 acts by Alex are recorded, "
        "between 5 March and 7 March 2024.",
        says=("3 (2 WhatsApp messages and 1 call)",),
    ),
    Told(
        "warned by the police",
        _given(Warned("alex", "2024-03-04", "the police"), rows=TWO_DAYS),
        SHOWN,
        "Alex was warned by the police on 4 March 2024; after that 2 acts by Alex are recorded, "
        "between 5 March and 6 March 2024.",
    ),
    Told(
        "an order, served at a time with its offset",
        _given(
            OrderServed("alex", "non-molestation order", "2024-03-01", "2024-03-05T23:59:59+00:00"),
            rows=TWO_DAYS,
        ),
        SHOWN,
        "A non-molestation order was served on Alex on 5 March 2024 at 23:59:59; after that 1 act "
        "by Alex is recorded, on 6 March 2024.",
    ),
    _unusable(
        "an order with no date of service",
        _given(OrderServed("alex", "restraining order", "2024-03-01"), rows=TWO_DAYS),
        "Decision 6 does not say when it was served",
    ),
    _unusable(
        "a stop message that is not in the files",
        _given(ToldToStop("alex", "0" * 16), rows=TWO_DAYS),
        "is not in the files read",
    ),
    _unusable(
        "the message picked was sent by somebody who is not placed",
        lambda: stopped([say(MAR5, KIM, thread="Kim"), say("2024-03-06 10:00")], 0),
        "is not known to have been sent by Sam",
    ),
    _unusable(
        "the message picked was sent by Alex",
        lambda: stopped([say(MAR5), say("2024-03-06 10:00")], 0),
        "was sent by Alex",
    ),
    _unusable(
        "the stop message may have been typed inside another message",
        lambda: stopped(
            [say(MAR5, SAM, warn=Warn.MAY_BELONG_TO_MESSAGE_BEFORE), say("2024-03-06 10:00")], 0
        ),
        "may have been typed inside another message",
    ),
    _unusable(
        "told to stop in person, in words that are no day",
        _given(ToldToStop("alex", "", "last spring", "in person"), rows=TWO_DAYS),
        "'last spring' cannot be read as a day",
    ),
    Told(
        "told to stop; then one message in a group Sam is in",
        _around(
            say("2024-03-09 10:00:00", thread="Team"),
            say("2024-03-09 10:00:05", SAM, thread="Team"),
            say("2024-03-09 10:00:06", LEE, thread="Team"),
        ),
        CANNOT_TELL,
        f"{STOP}. Whether anything by Alex towards Sam came after cannot be told here.",
        says=("in a group: 1",),
    ),
    Told(
        "told to stop; then a call from a guessed number",
        lambda: case(
            [say("2024-03-05 10:00:01", SAM), call(MAR9)],
            [
                *GUESSED,
                AccountOf("alex", "whatsapp:name:Alex", "own number"),
                ToldToStop("alex", id_of_row([say("2024-03-05 10:00:01", SAM)], 0)),
            ],
        ),
        CANNOT_TELL,
        f"{STOP}. Whether anything by Alex towards Sam came after cannot be told here.",
        says=("who it is from is a guess",),
    ),
    Told(
        "told to stop; Alex writes, Sam answers twice",
        _around(
            say("2024-03-05 11:00:00"),
            say("2024-03-05 11:00:10", SAM),
            say("2024-03-05 11:00:20", SAM),
        ),
        SHOWN,
        f"{STOP}; after that 1 act by Alex is recorded, on 5 March 2024.",
        says=(
            "After Alex was told to stop on 5 March 2024 at 10:00:01, Sam sent Alex 2 WhatsApp "
            "messages.",
        ),
    ),
    Told(
        "told to stop; Alex writes; Sam's answer stays a draft, another fails",
        _around(
            say("2024-03-05 11:00:00"),
            say("2024-03-05 11:00:10", SAM, kind=Kind.DRAFT),
            say("2024-03-05 11:00:20", SAM, state=State.FAILED),
        ),
        SHOWN,
        f"{STOP}; after that 1 act by Alex is recorded, on 5 March 2024.",
        says=("nothing that Sam sent to Alex stands in the records read",),
    ),
    Told(
        "told to stop and later blocked; contact only in between",
        _around(
            say("2024-03-06 10:00:00"),
            say("2024-03-20 10:00:00", SAM),
            more=(Blocked("alex", "2024-03-07"),),
        ),
        SHOWN,
        f"{STOP}; after that 1 act by Alex is recorded, on 6 March 2024.",
        says=("Sam blocked Alex on 7 March 2024. After that by Alex: 0.",),
    ),
    Told(
        "a block noted by WhatsApp itself and not recorded by Sam",
        plain(
            say(MAR3),
            Row(MAR4, None, "You blocked this contact", Kind.BLOCK, Way.SYSTEM),
            say(MAR5),
        ),
        CANNOT_TELL,
        NOTHING,
        says=("1 block noted by the service itself",),
    ),
)
