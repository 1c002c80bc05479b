"""Repeated, where acts follow each other without a pause.

The one thing a reader would get wrong: one session is not one occasion when it lasts for days.
"""

from __future__ import annotations

from tests.signs.build import call, say
from tests.signs.told import CANNOT_TELL, SHOWN, Told, plain

KELLY = "three calls within five minutes were held capable"
NO_PAUSE = (
    Told(
        "three calls in five minutes",
        plain(
            call("2024-03-03 10:00:00"), call("2024-03-03 10:02:00"), call("2024-03-03 10:05:00")
        ),
        CANNOT_TELL,
        "3 acts by Alex are recorded on 3 March 2024, but they make 1 session and lie on 1 day: "
        "whether that is two occasions cannot be told here.",
        says=(KELLY, "was not read"),
    ),
    Told(
        "a message every half hour for three days, without a pause",
        plain(
            *(
                say(f"2024-03-{3 + n // 48:02} {n % 48 // 2:02}:{n % 2 * 30:02}")
                for n in range(3 * 48)
            )
        ),
        SHOWN,
        "Alex contacted Sam on 3 days (144 acts, so close together that they make 1 session) "
        "between 3 March and 5 March 2024.",
    ),
    Told(
        "a message every half hour over one midnight",
        plain(say("2024-03-03 23:30"), say("2024-03-04 00:00")),
        CANNOT_TELL,
        "2 acts by Alex are recorded between 3 March and 4 March 2024, but they make 1 session "
        "and lie on 2 days: whether that is two occasions cannot be told here.",
    ),
)
