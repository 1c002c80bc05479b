"""The table of orders, whose the acts are and whom they were aimed at.

The one thing a reader would get wrong: what another person did is listed only where a decision
says, by more than a guess, that it was done for this one.
"""

from __future__ import annotations

from rainbook.record import (
    ActedFor,
    ActSort,
    AimedAt,
    NotRelevant,
    Warn,
)
from tests.orders.orders_told import (
    BREACH,
    CANNOT,
    CONTACT,
    GROUP,
    KIM_ROW,
    LATER,
    ONE,
    Clause,
    clause,
    order,
    said,
    sorted_as,
    under,
)
from tests.signs.build import (
    ALEX_PHONE,
    call,
    say,
)
from tests.signs.told import (
    GUESSED,
    KIM_IS,
)

WHO = (
    Clause(
        "a message in a group Sam is in",
        under(GROUP, *KIM_IS, order(), clause("any contact", of=8)),
        (("2", 2, CANNOT),),
        says=("It stood in a group Sam is in; whom it was aimed at is not recorded.",),
    ),
    Clause(
        "a message in a group, said to be aimed at Sam",
        under(GROUP, *KIM_IS, order(), clause("any contact", of=8), AimedAt(said(GROUP, 2), "me")),
        (("2", 2, BREACH),),
    ),
    Clause(
        "a message set aside as not relevant",
        under([*ONE, say("2024-06-13 10:00:00")], order(), CONTACT, NotRelevant(said(ONE))),
        (("2", 1, BREACH),),
    ),
    Clause(
        "a call from a number that is only guessed to be Alex's",
        under([call(LATER, ALEX_PHONE)], order(), clause("any contact", of=5), joined=GUESSED),
        (),
    ),
    Clause(
        "a message whose heading may have been typed inside another",
        under([say(LATER, warn=Warn.MAY_BELONG_TO_MESSAGE_BEFORE)], order(), CONTACT),
        (),
    ),
    Clause(
        "Kim wrote for Alex, and Sam saw that; a clause on contact by others",
        under(
            KIM_ROW,
            *KIM_IS,
            order(),
            clause("contact by others", of=8),
            clause("any contact", number="3", of=8),
            ActedFor(said(KIM_ROW), "alex", "seen"),
        ),
        (("2", 0, BREACH),),
        says=("a WhatsApp message by Kim, for Alex (seen) on 12 June 2024",),
    ),
    Clause(
        "the same by a guess",
        under(
            KIM_ROW,
            *KIM_IS,
            order(),
            clause("contact by others", of=8),
            ActedFor(said(KIM_ROW), "alex", "guess"),
        ),
        (),
        lines=("1 act said to be done for them by somebody else by a guess: held against no",),
    ),
    Clause(
        "aimed at Kim because of Sam",
        under(
            ONE,
            *KIM_IS,
            order(),
            clause("contact by others", of=8),
            clause("any contact", number="3", of=8),
            AimedAt(said(ONE), "kim", "yes"),
        ),
        (("2", 0, BREACH),),
        says=("a WhatsApp message towards Kim on 12 June 2024",),
    ),
    Clause(
        "aimed at Kim, and it is not recorded whether because of Sam",
        under(
            ONE,
            *KIM_IS,
            order(),
            clause("contact by others", of=8),
            AimedAt(said(ONE), "kim"),
        ),
        (("2", 0, CANNOT),),
        says=("Whether it was because of Sam is not recorded.",),
    ),
    Clause(
        "Kim wrote for Alex, and no clause is on contact by others",
        under(
            KIM_ROW,
            *KIM_IS,
            order(),
            clause("any contact", of=8),
            ActedFor(said(KIM_ROW), "alex", "seen"),
        ),
        (),
        lines=("1 act done for them by somebody else: held only against a clause on contact by",),
    ),
    Clause(
        "the same clause recorded twice",
        under(ONE, order(), CONTACT, CONTACT),
        (("2", 0, BREACH),),
    ),
    Clause(
        "aimed at Kim, not because of Sam; a clause that names Kim beside one that does not",
        under(
            ONE,
            *KIM_IS,
            order(),
            clause("any contact", of=8),
            clause("any contact", number="3", of=8, words="must not contact Sam or Kim."),
            AimedAt(said(ONE), "kim", "no"),
        ),
        (("3", 0, BREACH),),
        lines=("1 act towards somebody other than Sam: held against a clause only where",),
    ),
    Clause(
        "contacted people around Sam, as the diary has it",
        sorted_as("contacted people around me", "contact by others"),
        (("2", 0, BREACH),),
    ),
    Clause(
        "what Kim did for Alex was set aside as not relevant",
        under(
            KIM_ROW,
            *KIM_IS,
            order(),
            clause("contact by others", of=8),
            ActedFor(said(KIM_ROW), "alex", "seen"),
            NotRelevant(said(KIM_ROW)),
        ),
        (),
    ),
    Clause(
        "something published in a group: whom it was aimed at does not matter for that",
        under(
            GROUP,
            *KIM_IS,
            order(),
            clause("publishing", of=8),
            ActSort(said(GROUP, 2), "published something"),
        ),
        (("2", 2, BREACH),),
    ),
)
