"""The table of orders, which acts touch which clause.

The one thing a reader would get wrong: an act that touches no clause is not listed.
"""

from __future__ import annotations

from rainbook.record import (
    ActSort,
    NeverArrived,
    OrderServed,
    SingleThreat,
    State,
)
from tests.orders.orders_told import (
    BREACH,
    CANNOT,
    CONTACT,
    DIARY_IS,
    ENTRY,
    LATER,
    MADE,
    NMO,
    ONE,
    SERVED,
    Clause,
    clause,
    order,
    said,
    sorted_as,
    under,
)
from tests.signs.build import (
    call,
    say,
)
from tests.signs.told import (
    KIM_IS,
)

SORTS = (
    Clause(
        "a missed call, a message and a withheld call that is somebody's",
        under([call("2024-06-12 07:00:00"), *ONE], order(), CONTACT),
        (("2", 0, BREACH), ("2", 1, BREACH)),
        says=("a call on 12 June 2024 at 07:00:00, a try that was not answered.",),
    ),
    Clause(
        "a message that never arrived, and one the phone kept out",
        under(
            [say(LATER), say("2024-06-13 10:00:00", state=State.BLOCKED_BY_DEVICE)],
            order(),
            CONTACT,
            NeverArrived(said([say(LATER)])),
        ),
        (("2", 0, BREACH), ("2", 1, BREACH)),
        says=(
            'a WhatsApp message on 12 June 2024 at 10:00:05 ("hello"), a try that did not reach '
            "Sam.",
            'on 13 June 2024 at 10:00:00 ("hello"), a try that did not reach Sam.',
        ),
    ),
    Clause(
        "a diary entry of which no sort is recorded",
        under([ENTRY], order(), CONTACT, DIARY_IS),
        (),
        lines=("1 act of which no sort is recorded: held against no clause.",),
    ),
    Clause(
        "followed: the diary's words",
        sorted_as("followed me", "following or watching"),
        (("2", 0, BREACH),),
        says=(
            'an act recorded as "followed me" on 12 June 2024 at 10:00:05 (the diary says '
            '"he stood at the gate").',
        ),
    ),
    Clause("followed is no contact", sorted_as("followed me", "any contact"), ()),
    Clause("a gift is contact", sorted_as("gift", "any contact"), (("2", 0, BREACH),)),
    Clause(
        "came to the home, and the clause names it",
        sorted_as("came to my home", "coming near a place", places=("my home", "school")),
        (("2", 0, BREACH),),
    ),
    Clause(
        "came to the work, and the clause names the home",
        sorted_as("came to my work", "coming near a place", places=("my home",)),
        (),
    ),
    Clause(
        "came to the home, and the clause names a street",
        sorted_as("came to my home", "coming near a place", places=("12 Elm Road",)),
        (("2", 0, CANNOT),),
        says=("Where it was is not recorded",),
    ),
    Clause(
        "the diary gives the street the clause names",
        sorted_as(
            "waited or watched",
            "coming near a place",
            places=("12, Elm Road",),
            where="outside 12 Elm Road",
        ),
        (("2", 0, BREACH),),
    ),
    Clause(
        "the diary gives another place",
        sorted_as(
            "waited or watched", "coming near a place", places=("12 Elm Road",), where="the park"
        ),
        (("2", 0, CANNOT),),
        says=('Its place is written as "the park"; whether that is a place of the clause',),
    ),
    Clause(
        "112 Elm Road is not 12 Elm Road",
        sorted_as(
            "waited or watched",
            "coming near a place",
            places=("12 Elm Road",),
            where="112 Elm Road",
        ),
        (("2", 0, CANNOT),),
    ),
    Clause(
        "a clause on coming near that names no place",
        sorted_as("came to my home", "coming near a place"),
        (("2", 0, CANNOT),),
        says=("The clause has no place noted",),
    ),
    Clause(
        "waited, and the clause is on watching too: the place does not matter",
        sorted_as("waited or watched", "coming near a place", "following or watching"),
        (("2", 0, BREACH),),
    ),
    Clause("published", sorted_as("published something", "publishing"), (("2", 0, BREACH),)),
    Clause("damage", sorted_as("damage or theft", "damage"), (("2", 0, BREACH),)),
    Clause(
        "a threat in a message is a message and a threat",
        under(
            ONE,
            order(),
            CONTACT,
            clause("threats or violence", number="3"),
            ActSort(said(ONE), "threat"),
        ),
        (("2", 0, BREACH), ("3", 0, BREACH)),
        says=('a WhatsApp message (recorded as "threat") on 12 June 2024',),
    ),
    Clause(
        "a message picked as a threat",
        under(ONE, order(), clause("threats or violence"), SingleThreat(said(ONE), "death")),
        (("2", 0, BREACH),),
        says=("a WhatsApp message (picked as a threat of death) on 12 June 2024 at 10:00:05",),
    ),
    Clause(
        "a message said to be something published is no contact",
        under(ONE, order(), CONTACT, ActSort(said(ONE), "published something")),
        (),
    ),
    Clause(
        "a clause of which only the words are recorded",
        under(ONE, order(), clause()),
        (),
        lines=("clause 2 has no sort of act noted that acts can be held against, so no act was.",),
    ),
    Clause(
        "clauses in words in the order itself",
        under(ONE, order(clauses=("must not contact Sam",))),
        (),
        lines=("its clauses are recorded as words only, with no sort of act noted",),
    ),
    Clause(
        "an order on somebody else",
        under(ONE, *KIM_IS, OrderServed("kim", NMO, MADE, SERVED), clause("any contact", of=8)),
        (),
    ),
)
