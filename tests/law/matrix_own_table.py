"""The matrix, element by element, as a table: what the other person was told and what came after,
and what is on record against.

The one thing a reader would get wrong: no refusal recorded is a row of gaps. It is never "wanted".
"""

from __future__ import annotations

from rainbook.record import (
    Blocked,
    CameAfter,
    DidBack,
    Explained,
    OrderServed,
    PurposeOf,
    StartedBy,
    Together,
    ToldToStop,
)
from tests.law.matrix_told import TWO, Beside, with_said
from tests.signs.build import SAM, say
from tests.signs.told import MAR3, MAR9

STOP = [say(MAR3), say("2024-03-05 10:00:00", SAM, words="please stop"), say(MAR9)]
NO_STOP = "No message in which they were told to stop is recorded."
TOLD = (
    Beside(
        "no refusal recorded",
        with_said(TWO),
        "s1_2",
        gaps=(
            NO_STOP,
            "No block is recorded.",
            "No warning by somebody in authority is recorded.",
            "No order is recorded.",
            "Who started it is not recorded.",
        ),
        silent=("wanted", "welcome"),
    ),
    Beside(
        "a message to stop, one act before it and one after",
        with_said(STOP, (1, lambda e: ToldToStop("alex", e))),
        "s1_2",
        bears=(
            "Sam told Alex to stop on 5 March 2024 at 10:00:00; after it: 1 act, 1 session, 1 day.",
        ),
        weakens=("Sam sent Alex 1 WhatsApp message.",),
        silent=(NO_STOP,),
    ),
    Beside(
        "told to stop on a day on which there was an act, in no message",
        with_said(TWO, ToldToStop("alex", at="2024-03-03", how="at the door")),
        "s1_2",
        bears=("Sam told Alex to stop on 3 March 2024; after it: 1 act, 1 session, 1 day.",),
        gaps=(
            "Whether 1 act came before or after it is not recorded: Alex was told to stop on 3 "
            "March 2024.",
            NO_STOP,
        ),
    ),
    Beside(
        "the same, and Sam said the act came after it",
        with_said(
            TWO,
            ToldToStop("alex", at="2024-03-03"),
            (0, lambda e: CameAfter(e, 9)),
        ),
        "s1_2",
        bears=("Sam told Alex to stop on 3 March 2024; after it: 2 acts, 2 sessions, 2 days.",),
        silent=("Whether 1 act",),
    ),
    Beside(
        "an order whose day of service is missing",
        with_said(TWO, OrderServed("alex", "non-molestation order", made="2024-03-01")),
        "s1_2",
        gaps=("The day the non-molestation order was served is missing.",),
        silent=("No order is recorded",),
    ),
    Beside(
        "a refusal of somebody else's",
        with_said(TWO, Blocked("kim", "2024-03-04")),
        "s1_2",
        gaps=("No block is recorded.",),
    ),
)
AGAINST = (
    Beside(
        "Sam invited the first act and argued at the second",
        with_said(
            TWO,
            (0, lambda e: DidBack(e, "invited", "I asked him round")),
            (1, lambda e: DidBack(e, "argued")),
            (0, lambda e: StartedBy(e, "me")),
        ),
        "s1_1",
        weakens=(
            "What Sam did, about this act or message: invited: “I asked him round”.",
            "What Sam did, about this act or message: argued.",
            "Who started it: Sam, for 1 act.",
        ),
        silent=("Who started it is not recorded",),
    ),
    Beside(
        "do not know what Sam did back",
        with_said(TWO, (0, lambda e: DidBack(e, "do not know"))),
        "s1_1",
        gaps=("What Sam did back: do not know (1).",),
    ),
    Beside(
        "reunited from the day of the first act to the day after",
        with_said(TWO, Together("alex", "reunited", "2024-03-03", "2024-03-04")),
        "s1_1",
        weakens=("Reunited (2024-03-03 to 2024-03-04): 1 act in that time.",),
    ),
    Beside(
        "together, without days",
        with_said(TWO, Together("alex", "lived together")),
        "s1_1",
        gaps=("Together or in agreed contact: lived together, days not said to not said.",),
        silent=("in that time",),
    ),
    Beside(
        "a purpose, and another reason",
        with_said(
            TWO,
            PurposeOf("alex", "child", words="pick-up times"),
            Explained("alex", "yes", "we share a daughter"),
        ),
        "s1_3",
        bears=(
            "Is there another reason for all this? Yes: “we share a daughter”.",
            "As Alex would put it, all of it was for: child: “pick-up times”.",
        ),
        silent=("not recorded",),
    ),
    Beside(
        "the same purpose, against",
        with_said(TWO, PurposeOf("alex", "child")),
        "s1_1",
        weakens=("As Alex would put it, all of it was for: child.",),
    ),
    Beside(
        "no purpose, no other reason",
        with_said(TWO, PurposeOf("alex", "none"), Explained("alex", "no")),
        "s1_3",
        weakens=(
            "Is there another reason for all this? No.",
            "As Alex would put it, all of it was for: none.",
        ),
    ),
    Beside(
        "do not know of another reason",
        with_said(TWO, Explained("alex", "do not know")),
        "s1_3",
        gaps=(
            "Is there another reason for all this? Do not know.",
            "What Alex would say it was for is not recorded.",
        ),
    ),
    Beside(
        "nobody was asked",
        with_said(TWO),
        "s1_3",
        gaps=(
            "Whether there is another reason for all this is not recorded.",
            "What Alex would say it was for is not recorded.",
        ),
        silent=("Do not know",),
    ),
)
OWN_PART = (*TOLD, *AGAINST)
