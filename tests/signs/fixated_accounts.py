"""Fixated, first part of the table: accounts, services and ways of contact after a refusal.

The one thing a reader would get wrong: most lines differ from the one above in a single fact, and
that fact decides.
"""

from __future__ import annotations

from rainbook.record import (
    Account,
    AccountOf,
    Blocked,
    OrderServed,
    State,
    Warned,
)
from tests.signs.build import (
    KIM,
    SAM,
    WITHHELD,
    call,
    case,
    say,
)
from tests.signs.fixated_given import (
    BLOCK,
    BLOCKED,
    DIARY_IS,
    LOVE,
    NEW_ACCOUNT,
    NEW_IS,
    NEW_PHONE,
    NO_REFUSAL,
    NUMBER,
    STOP,
    STOPPED,
    UNSURE,
    USED_BEFORE,
    about,
    by_alex,
    diary,
    given,
    nothing_until,
    sort_is,
    stop,
    text,
    two_files,
)
from tests.signs.told import (
    CANNOT_TELL,
    LEE,
    MAR3,
    MAR4,
    MAR9,
    MAR10,
    NOT_SHOWN,
    SHOWN,
    Told,
)

WAYS_ROUND = (
    Told(
        "no refusal, the same 400 words in 40 days",
        lambda: case(
            [
                say(f"2024-{m:02}-{d:02} {h:02}:00", words=LOVE)
                for m in (3, 4)
                for d in range(1, 21)
                for h in range(10, 20)
            ]
        ),
        CANNOT_TELL,
        NO_REFUSAL,
        silent=("alike", "the same or nearly"),
    ),
    Told(
        "blocked; then a message from a number that stands in no record before",
        given(say(MAR3), text(MAR9)),
        SHOWN,
        NEW_ACCOUNT,
        says=(
            f"After Alex was blocked on 5 March 2024: 1 WhatsApp message from “{NUMBER}”, an "
            "account that stands in no earlier record. The first is of 9 March 2024. The basis on "
            "which this is said to be Alex: own number. The records of this service go back to 3 "
            "March 2024.",
            f"Nothing that Sam sent to “{NUMBER}” stands in the records read.",
        ),
    ),
    Told(
        "blocked; then a call from a telephone that was in use before",
        given(say(MAR3), call(MAR4), call(MAR9)),
        NOT_SHOWN,
        nothing_until("9 March 2024"),
        says=(USED_BEFORE,),
        silent=("stands in no earlier record.",),
    ),
    Told(
        "blocked; then the old number in another spelling",
        given(call(MAR4), call(MAR9, Account("phone", "phone", "07700 900123"))),
        NOT_SHOWN,
        nothing_until("9 March 2024"),
        says=(USED_BEFORE,),
    ),
    Told(
        "blocked; then a first call, where the call list begins after the block",
        given(say(MAR3), call(MAR9)),
        CANNOT_TELL,
        f"{BLOCKED}. {UNSURE}",
        says=(
            "whether it was in use before cannot be told; the records of this service begin on 9 "
            "March 2024",
        ),
    ),
    Told(
        "blocked; then a new number by text, where only the calls go back before the block",
        given(call(MAR3), say(MAR9, NEW_PHONE, thread=NUMBER)),
        CANNOT_TELL,
        f"{BLOCKED}. {UNSURE}",
        says=("the records of this service begin on 9 March 2024",),
    ),
    Told(
        "blocked; then a known number, for the first time on a service Sam used before",
        given(
            call(MAR3),
            say(MAR4, KIM, thread="Kim"),
            say(MAR9, Account("whatsapp", "phone", "+44 7700 900123"), thread="+44 7700 900123"),
        ),
        SHOWN,
        f"{BLOCKED}; after that Alex used a service that stands in no earlier record (1 act, on 9 "
        "March 2024).",
        says=("known before from another service",),
    ),
    Told(
        "told to stop; then a new number, in the same export",
        stop([say(MAR3), STOP, text(MAR9)], more=(NEW_IS,)),
        SHOWN,
        f"{STOPPED}; after that Alex used an account that stands in no earlier record (1 act, on 9 "
        "March 2024).",
    ),
    Told(
        "told to stop; then a number in an export of its own, where the older one has only a name",
        two_files(refused=True),
        CANNOT_TELL,
        f"{STOPPED}. {UNSURE}",
        says=("show another account only as a telephone showed it then",),
    ),
    Told(
        "the same, but blocked: what arrives after a block is not the account that was blocked",
        two_files(BLOCK),
        SHOWN,
        NEW_ACCOUNT,
    ),
    Told(
        "the same, but the block was of a telephone number, not of that service",
        two_files(Blocked("alex", "2024-03-05", "phone:+447700900123")),
        CANNOT_TELL,
        f"{BLOCKED}. {UNSURE}",
    ),
    Told(
        "warned by the police; then a new number",
        given(say(MAR3), text(MAR9), more=(NEW_IS, Warned("alex", "2024-03-04", "the police"))),
        SHOWN,
        "Alex was warned by the police on 4 March 2024; after that Alex used an account that "
        "stands in no earlier record (1 act, on 9 March 2024).",
    ),
    Told(
        "an order served; two new accounts after it",
        given(
            say(MAR3),
            text(MAR9),
            say(MAR10, LEE, thread="Lee"),
            more=(
                NEW_IS,
                AccountOf("alex", "whatsapp:name:Lee", "recognised"),
                OrderServed("alex", "non-molestation order", "2024-03-01", "2024-03-04"),
            ),
        ),
        SHOWN,
        "A non-molestation order was served on Alex on 4 March 2024; after that Alex used 2 "
        "accounts that stand in no earlier record (2 acts, between 9 March and 10 March 2024).",
        says=("The basis on which this is said to be Alex: recognised.",),
    ),
    Told(
        "blocked on a day; a new number on that day only",
        given(say(MAR3), text("2024-03-05 18:00"), say(MAR9, SAM)),
        CANNOT_TELL,
        f"{BLOCKED}. {UNSURE}",
        says=("whether its first record is before or after the refusal cannot be told",),
    ),
    Told(
        "blocked; then a number that is Alex's by a guess",
        given(
            say(MAR3), text(MAR9), more=(BLOCK, AccountOf("alex", "phone:+447700900456", "guess"))
        ),
        CANNOT_TELL,
        f"{BLOCKED}. {UNSURE}",
        says=("who it is from is a guess",),
    ),
    Told(
        "blocked; then a withheld call, the voice recognised; an earlier one stands with nobody",
        about(
            [call(MAR3), call(MAR4, WITHHELD, thread=None), call(MAR9, WITHHELD, thread=None)],
            (2, by_alex("recognised")),
            more=(BLOCK,),
        ),
        SHOWN,
        NEW_ACCOUNT,
        says=(
            "1 call from a withheld number, which stands in no earlier act of Alex’s",
            "1 call from withheld numbers before that stand with nobody",
        ),
    ),
    Told(
        "blocked; then a withheld call, Alex's by a guess",
        about(
            [call(MAR3), call(MAR9, WITHHELD, thread=None)], (1, by_alex("guess")), more=(BLOCK,)
        ),
        CANNOT_TELL,
        f"{BLOCKED}. {UNSURE}",
    ),
    Told(
        "blocked; then a call from a new number that the telephone stopped",
        given(call(MAR3), call(MAR9, NEW_PHONE, thread=NUMBER, state=State.BLOCKED_BY_DEVICE)),
        SHOWN,
        NEW_ACCOUNT,
        says=("1 of them was blocked, rejected or never arrived; a try is an act too.",),
    ),
    Told(
        "blocked; then a letter, the first in a diary that goes back before the block",
        about(
            [diary(MAR3), diary(MAR9)],
            (0, sort_is("came to my home")),
            (1, sort_is("letter")),
            more=(BLOCK, DIARY_IS),
        ),
        SHOWN,
        f"{BLOCKED}; after that Alex used a way of contact that stands in no earlier record (1 "
        "act, on 9 March 2024).",
        says=("1 act recorded as “letter”", "seen. The diary goes back to 3 March 2024."),
    ),
    Told(
        "blocked; then a letter, in a diary that was begun after the block",
        about([say(MAR3), diary(MAR9)], (1, sort_is("letter")), more=(BLOCK, DIARY_IS)),
        CANNOT_TELL,
        f"{BLOCKED}. {UNSURE}",
        says=("the diary does not go back before the refusal",),
    ),
)
