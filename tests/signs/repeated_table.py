"""Repeated, as a table: what is on record, the outcome, the sentence. `docs/signs.md` is printed
from it.

The one thing a reader would get wrong: the sentences are written by hand; none is copied from what
the program said.
"""

from __future__ import annotations

from rainbook.record import AccountOf, Kind, NotRelevant, PersonNamed, State, Warn, Way
from tests.signs.build import (
    ALEX_PHONE,
    JOINED,
    KIM,
    NAMED,
    OWNER,
    SAM,
    WITHHELD,
    File,
    Row,
    call,
    case,
    id_of_row,
    say,
)
from tests.signs.repeated_floods import KELLY, NO_PAUSE
from tests.signs.told import (
    ALEX_DIARY,
    CANNOT_TELL,
    GUESSED,
    KIM_IS,
    LEE,
    MAR3,
    MAR4,
    MAR5,
    MAR9,
    MAR10,
    NOT_SHOWN,
    SHOWN,
    Told,
    plain,
)

ASKS = "the law asks for two occasions or more."
UNSURE = "whether that is two occasions cannot be told here."
REPEATED = (
    Told(
        "nothing from Alex; Alex's account is known",
        plain(say(MAR3, SAM)),
        NOT_SHOWN,
        f"No act by Alex towards Sam is recorded; {ASKS}",
    ),
    Told(
        "one message", plain(say(MAR3)), NOT_SHOWN, f"1 act by Alex towards Sam is recorded; {ASKS}"
    ),
    *NO_PAUSE,
    Told(
        "two messages on two days",
        plain(say(MAR3), say(MAR4)),
        SHOWN,
        "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 3 March and 4 March 2024.",
        says=(
            "connected in a course of conduct is for a court",
            "must be an individual",
            "out of date",
            "Crime and Policing Bill",
        ),
        silent=(KELLY,),
    ),
    Told(
        "a message and a missed call, on two days, from two accounts placed with Alex",
        plain(say(MAR3), call("2024-03-09 23:10:07")),
        SHOWN,
        "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 3 March and 9 March 2024.",
        says=("1 WhatsApp message and 1 call",),
    ),
    Told(
        "two messages four months apart",
        plain(say("2024-01-10 10:00"), say("2024-05-12 10:00")),
        SHOWN,
        "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 10 January and 12 May 2024.",
        says=(
            "123 days (10 January 2024 to 12 May 2024)",
            "the fewer the occasions and the further spread apart",
        ),
    ),
    Told(
        "two messages on one day, five hours apart",
        plain(say(MAR3), say("2024-03-03 15:00")),
        CANNOT_TELL,
        "2 acts by Alex are recorded on 3 March 2024, but they make 2 sessions and lie on 1 day: "
        f"{UNSURE}",
        says=(KELLY,),
    ),
    Told(
        "two messages five minutes apart, either side of midnight",
        plain(say("2024-03-03 23:58"), say("2024-03-04 00:03")),
        CANNOT_TELL,
        "2 acts by Alex are recorded between 3 March and 4 March 2024, but they make 1 session "
        f"and lie on 2 days: {UNSURE}",
    ),
    Told(
        "one message to Sam, one to Kim (in the chat Kim gave)",
        lambda: case(
            [
                File([say(MAR3)]),
                File([say(MAR9, thread="Kim"), say("2024-03-09 10:01", KIM, thread="Kim")], "b"),
            ],
            [*JOINED, *KIM_IS],
        ),
        NOT_SHOWN,
        f"1 act by Alex towards Sam is recorded; {ASKS}",
        says=("Not counted: 1 act towards Kim.", "s.1(1A)", "towards Kim 1 and Sam 1."),
    ),
    Told(
        "one message to Sam, one in a group Sam is in",
        plain(
            say(MAR3),
            say(MAR9, thread="Team"),
            say("2024-03-09 10:01", SAM, thread="Team"),
            say("2024-03-09 10:02", LEE, thread="Team"),
        ),
        CANNOT_TELL,
        "2 acts by Alex are recorded, but only 1 outside groups: whether what was said in a group "
        "was aimed at Sam cannot be told here.",
        says=("1 act stood in a group Sam is in",),
    ),
    Told(
        "two messages before stalking was a named offence (25 November 2012)",
        plain(say("2012-11-01 10:00"), say("2012-11-24 10:00")),
        SHOWN,
        "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 1 November and 24 November "
        "2012.",
        says=(
            "2 acts before 25 November 2012: s.2A(1), s.2A(3) and s.4A(1)(b) did not exist then",
        ),
    ),
    Told(
        "one message the day before it was, one on the day",
        plain(say("2012-11-24 23:59"), say("2012-11-25 10:00")),
        SHOWN,
        "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 24 November and 25 November "
        "2012.",
        says=("1 act before 25 November 2012",),
    ),
    Told(
        "two messages whose day can be read two ways (4 March or 3 April; 6 May or 5 June), the "
        "readings apart",
        plain(
            say(MAR4, or_at="2024-04-03 10:00"), say("2024-06-05 10:00", or_at="2024-05-06 10:00")
        ),
        SHOWN,
        "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 4 March and 5 June 2024.",
        says=("2 acts whose day is not certain",),
    ),
    Told(
        "two messages whose day can be read two ways (4 March or 3 April; 5 March or 3 May), the "
        "readings overlapping",
        plain(say(MAR4, or_at="2024-04-03 10:00"), say(MAR5, or_at="2024-05-03 10:00")),
        CANNOT_TELL,
        "2 acts by Alex are recorded between 4 March and 3 May 2024, but they make between 1 and "
        f"2 sessions and lie on between 1 and 2 days: {UNSURE}",
    ),
    Told(
        "two messages 91 minutes apart, and one between them or on another day",
        plain(
            say("2024-03-04 10:00"),
            say("2024-03-04 11:31"),
            say("2024-03-04 10:45", or_at="2024-04-03 10:45"),
        ),
        CANNOT_TELL,
        "3 acts by Alex are recorded between 4 March and 3 April 2024, but they make between 1 "
        f"and 3 sessions and lie on between 1 and 2 days: {UNSURE}",
    ),
    Told(
        "one message, and one whose time cannot be read",
        plain(say(MAR3), say("")),
        CANNOT_TELL,
        "2 acts by Alex are recorded on 3 March 2024, but they make between 1 and 2 sessions and "
        f"lie on between 1 and 2 days: {UNSURE}",
        says=("1 act whose session is not certain", "1 act whose day is not certain"),
    ),
    Told(
        "three diary days, seen by Sam, day only",
        lambda: case(
            [
                Row(f"2024-03-{d}", ALEX_DIARY, "by the gate", Kind.DIARY, Way.OBSERVED, None)
                for d in ("03", "10", "17")
            ],
            [*NAMED, AccountOf("alex", "diary:name:Alex", "seen")],
        ),
        SHOWN,
        "Alex acted towards Sam on 3 occasions (3 acts, 3 days) between 3 March and 17 March 2024.",
        says=("3 diary entries",),
    ),
    Told(
        "three calls a week apart, from a number that is only a guess",
        lambda: case([call(MAR3), call(MAR10), call("2024-03-17 10:00")], GUESSED),
        CANNOT_TELL,
        "No act by Alex towards Sam can be counted; 3 more records might be, if it were certain "
        "who each is from.",
        says=("Left out, 3 records: who it is from is a guess",),
    ),
    Told(
        "one sure message and one call from a guessed number",
        lambda: case(
            [say(MAR3), call(MAR10)],
            [*GUESSED, AccountOf("alex", "whatsapp:name:Alex", "own number")],
        ),
        CANNOT_TELL,
        "1 act by Alex towards Sam can be counted; 1 more record might be, if it were certain who "
        "each is from.",
    ),
    Told(
        "two messages from an account given to two people",
        lambda: case(
            [say(MAR3), say(MAR10)],
            [
                *JOINED,
                PersonNamed("bo", "Bo", "other"),
                AccountOf("bo", "whatsapp:name:Alex", "recognised"),
            ],
        ),
        CANNOT_TELL,
        "No act by Alex towards Sam can be counted; 2 more records might be, if it were certain "
        "who each is from.",
        says=("its account was given to two people",),
    ),
    Told(
        "two messages, one under a heading that may have been typed inside a message",
        plain(say(MAR3), say(MAR10, warn=Warn.MAY_BELONG_TO_MESSAGE_BEFORE)),
        CANNOT_TELL,
        "1 act by Alex towards Sam can be counted; 1 more record might be, if it were certain who "
        "each is from.",
    ),
    Told(
        "two messages, but no account has been placed with Alex",
        lambda: case([say(MAR3), say(MAR10)], NAMED),
        CANNOT_TELL,
        "No account has been placed with Alex yet, so nothing can be counted.",
    ),
    Told(
        "25 withheld calls, and one message from Alex",
        lambda: case(
            [say(MAR3), *(call(f"2024-04-{d:02} 10:00", WITHHELD) for d in range(1, 26))],
            [*JOINED, AccountOf("alex", "phone:withheld", "recognised")],
        ),
        NOT_SHOWN,
        f"1 act by Alex towards Sam is recorded; {ASKS}",
    ),
    Told(
        "two messages, one set aside by Sam as not relevant",
        lambda: (lambda rows: case(rows, [*JOINED, NotRelevant(id_of_row(rows, 1))]))(
            [say(MAR3), say(MAR10)]
        ),
        NOT_SHOWN,
        f"1 act by Alex towards Sam is recorded; {ASKS}",
        says=("Left out, 1 record: set aside as not relevant",),
    ),
    Told(
        "one message that stands in two exports of the chat",
        lambda: case(
            [
                File([say(MAR3), say("2024-03-03 10:09", SAM)]),
                File([say("2024-03-03 10:00:31"), say("2024-03-03 10:09:02", SAM)], "b"),
            ]
        ),
        NOT_SHOWN,
        f"1 act by Alex towards Sam is recorded; {ASKS}",
        says=("Left out, 1 record: a second copy",),
    ),
    Told(
        "two calls the phone itself blocked: attempted contact",
        plain(
            call(MAR3, state=State.BLOCKED_BY_DEVICE), call(MAR10, state=State.BLOCKED_BY_DEVICE)
        ),
        SHOWN,
        "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 3 March and 10 March 2024.",
    ),
    Told(
        "a quarrel: two messages from Alex, five from Sam",
        plain(say(MAR3), *(say(f"2024-03-0{d} 10:30", SAM) for d in range(3, 8)), say(MAR10)),
        SHOWN,
        "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 3 March and 10 March 2024.",
        says=("In that time Sam sent Alex 5 WhatsApp messages.",),
    ),
    Told(
        "calls Sam made to Alex are not Alex's acts",
        plain(call(MAR3, OWNER, way=Way.SENT), call(MAR9, ALEX_PHONE, way=Way.SENT), say(MAR10)),
        NOT_SHOWN,
        f"1 act by Alex towards Sam is recorded; {ASKS}",
    ),
)
