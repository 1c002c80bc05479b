"""The table of orders, what an order allows, and papers that may be none.

The one thing a reader would get wrong: an exception that nobody has laid beside an act
does not take it off the list.
"""

from __future__ import annotations

from dataclasses import replace

from rainbook.record import (
    ActSort,
    Allowed,
    EventBy,
    OrderAllows,
    PurposeOf,
)
from tests.orders.orders_told import (
    BEFORE,
    BREACH,
    CANNOT,
    CHILD,
    CONTACT,
    ENTRY,
    EVENING,
    LATER,
    MAY,
    ONE,
    ORDER,
    TO_THE_SECOND,
    WORDS,
    Clause,
    clause,
    order,
    said,
    under,
)
from tests.signs.build import (
    ALEX_PHONE,
    call,
    say,
)

ALLOWS = (
    Clause(
        "an exception for the child: a message said to be about the child, one about money, one "
        "of which nobody said",
        under(
            [*ONE, say("2024-06-12 11:00:00"), say("2024-06-12 12:00:00")],
            order(),
            CONTACT,
            CHILD,
            PurposeOf("alex", "child", said(ONE)),
            PurposeOf("alex", "debt", said([*ONE, say("2024-06-12 11:00:00")], 1)),
        ),
        (("2", 0, MAY), ("2", 1, BREACH), ("2", 2, BREACH)),
        says=(
            "May be allowed by the non-molestation order, held against clause 2: a WhatsApp "
            'message on 12 June 2024 at 10:00:05 ("first words"). The order allows "may write '
            'about the child" (purpose: child), which this fits.',
            "which this does not fit.",
            "whether that covers this is not recorded.",
        ),
    ),
    Clause(
        "an exception for the child, and all of it is said to be about the child",
        under(ONE, order(), CONTACT, CHILD, PurposeOf("alex", "child")),
        (("2", 0, MAY),),
    ),
    Clause(
        "an exception for the child, and Sam does not know what it was for",
        under(ONE, order(), CONTACT, CHILD, PurposeOf("alex", "do not know")),
        (("2", 0, CANNOT),),
    ),
    Clause(
        "an exception of another order",
        under(ONE, order(), CONTACT, replace(CHILD, order=7), PurposeOf("alex", "child")),
        (("2", 0, BREACH),),
        silent=("The order allows",),
    ),
    Clause(
        "an exception of another clause",
        under(
            ONE,
            order(),
            CONTACT,
            clause("any contact", number="3"),
            replace(CHILD, clause="3"),
            PurposeOf("alex", "child"),
        ),
        (("2", 0, BREACH), ("3", 0, MAY)),
    ),
    Clause(
        "an exception for one account",
        under(
            [*ONE, call("2024-06-12 07:00:00"), say("2024-06-14 07:00:00", ALEX_PHONE)],
            order(),
            CONTACT,
            OrderAllows(ORDER, "by this number", account="phone:+447700900123"),
        ),
        (("2", 1, MAY), ("2", 0, BREACH), ("2", 2, MAY)),
    ),
    Clause(
        "hours across midnight: one second before, the first, the last and one second after",
        under(EVENING, order(), CONTACT, OrderAllows(ORDER, "at night", hours="22:00-06:00")),
        (("2", 0, BREACH), ("2", 1, MAY), ("2", 2, MAY), ("2", 3, BREACH)),
    ),
    Clause(
        "hours by the clock here: 16:30 in winter and in summer, written in London",
        under(
            [say("2024-10-26 16:30:00"), say("2024-10-28 16:30:00"), say("2024-10-28 17:30:00")],
            order(),
            CONTACT,
            OrderAllows(ORDER, "in the day", hours="09:00-17:00"),
        ),
        (("2", 0, MAY), ("2", 1, MAY), ("2", 2, BREACH)),
    ),
    Clause(
        "01:30 in the hour that happens twice: within 01:00 to 02:00 both times, and 01:45 with "
        "hours that end at 01:40",
        under(
            [say("2024-10-27 01:30:00"), say("2024-10-27 01:45:00")],
            order(),
            CONTACT,
            OrderAllows(ORDER, "then", hours="01:00-01:40"),
        ),
        (("2", 0, MAY), ("2", 1, BREACH)),
    ),
    Clause(
        "a time by the day only, and hours",
        under(
            [say("2024-06-12")],
            order(),
            CONTACT,
            OrderAllows(ORDER, "in the day", hours="9:00-17:00"),
        ),
        (("2", 0, CANNOT),),
        says=("whether this fits cannot be told.",),
    ),
    Clause(
        "hours that cannot be read",
        under(ONE, order(), CONTACT, OrderAllows(ORDER, "in the day", hours="office hours")),
        (("2", 0, BREACH),),
        lines=('has hours that cannot be read ("office hours")',),
    ),
    Clause(
        "allowed in a week, both days included",
        under(
            [say("2024-06-12 00:00:00"), say("2024-06-14 23:59:59"), say("2024-06-15 00:00:00")],
            order(),
            CONTACT,
            OrderAllows(ORDER, "to fetch his things", start="2024-06-12", end="2024-06-14"),
        ),
        (("2", 0, MAY), ("2", 1, MAY), ("2", 2, BREACH)),
    ),
    Clause(
        "purpose and hours: both must fit",
        under(
            [say("2024-06-12 16:00:00"), say("2024-06-12 18:00:00")],
            order(),
            CONTACT,
            replace(CHILD, hours="09:00-17:00"),
            PurposeOf("alex", "child"),
        ),
        (("2", 0, MAY), ("2", 1, BREACH)),
    ),
    Clause(
        "an exception in words only stands beside the act",
        under(ONE, order(), CONTACT, WORDS),
        (("2", 0, BREACH),),
        says=(
            'The order allows "save through a lawyer"; whether that covers this is not recorded.',
        ),
    ),
    Clause(
        "exceptions in words in the order itself",
        under(ONE, order(exceptions=("save through a lawyer",)), CONTACT),
        (("2", 0, BREACH),),
        says=('The order allows "save through a lawyer"; whether',),
    ),
    Clause(
        "Sam said yes, no and do not know to whether it was allowed",
        under(
            [say(f"2024-06-12 1{n}:00:00") for n in range(3)],
            order(),
            CONTACT,
            WORDS,
            *(
                Allowed(said([say(LATER)] * 3, n), ORDER, answer)
                for n, answer in enumerate(("yes", "no", "do not know"))
            ),
        ),
        (("2", 0, MAY), ("2", 1, BREACH), ("2", 2, CANNOT)),
        says=(
            "Sam said that the order allowed it.",
            "Sam said that the order did not allow it.",
            "Sam does not know whether the order allowed it.",
        ),
    ),
    Clause(
        "Sam said yes to an act from before it was served",
        under(TO_THE_SECOND[:1], order(), CONTACT, Allowed(said(TO_THE_SECOND), ORDER, "yes")),
        (("2", 0, BEFORE),),
    ),
    Clause(
        "an answer about another order changes nothing here",
        under(ONE, order(), CONTACT, Allowed(said(ONE), 99, "yes")),
        (("2", 0, BREACH),),
    ),
)


PAPERS = (
    Clause(
        "a police information notice",
        under(ONE, order(kind="police information notice"), clause("any contact", number="1")),
        (("1", 0, BREACH),),
        says=(
            "Possible breach of clause 1 of the police information notice (as recorded; whether "
            "it is an order is not known here): ",
        ),
        lines=("has, by itself, no clauses with the force of an order. As recorded; whether",),
    ),
    Clause(
        "a stalking protection order is not such a paper",
        under(ONE, order(kind="stalking protection order"), CONTACT),
        (("2", 0, BREACH),),
        silent=("as recorded",),
    ),
    Clause(
        "nor is a domestic abuse protection notice, which binds",
        under(ONE, order(kind="domestic abuse protection notice"), CONTACT),
        (("2", 0, BREACH),),
        silent=("as recorded",),
    ),
    Clause(
        "words that try to break out of their quotation",
        under([say(LATER, words='x") is allowed.\n\u202eend\x07')], order(), CONTACT),
        (("2", 0, BREACH),),
        says=('("x\') is allowed. / ⟦U+202E⟧end⟦U+0007⟧").',),
    ),
    Clause(
        "long words are cut",
        under([say(LATER, words="a" * 79 + "bcd")], order(), CONTACT),
        (("2", 0, BREACH),),
        says=('("' + "a" * 79 + 'b…").',),
    ),
    Clause(
        "a sighting that one decision gives to Alex",
        under(
            [replace(ENTRY, who=None)],
            order(),
            clause("following or watching"),
            EventBy(said([ENTRY]), "alex", "seen"),
            ActSort(said([ENTRY]), "filmed or spied"),
        ),
        (("2", 0, BREACH),),
    ),
)
