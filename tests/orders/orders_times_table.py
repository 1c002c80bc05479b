"""The table of orders, when. See orders_told for what a line is.

The one thing a reader would get wrong: "cannot tell" is the answer for the second, the
minute or the day that was typed.
"""

from __future__ import annotations

from rainbook.record import (
    CameAfter,
    Withdrawn,
)
from tests.orders.orders_told import (
    AFTER,
    BEFORE,
    BREACH,
    CANNOT,
    CONTACT,
    DAYS,
    EARLY,
    ONE,
    ORDER,
    TO_THE_SECOND,
    Clause,
    clause,
    order,
    said,
    under,
)
from tests.signs.build import (
    say,
)

SERVICE = (
    Clause(
        "messages one second before, at and one second after it was served",
        under(TO_THE_SECOND, order(), CONTACT),
        (("2", 0, BEFORE), ("2", 1, CANNOT), ("2", 2, BREACH)),
        says=(
            "Possible breach of clause 2 of the non-molestation order: a WhatsApp message on "
            '10 June 2024 at 10:00:06 ("hello").',
            "Before the non-molestation order was served (on 10 June 2024 at 10:00:05), held "
            'against clause 2: a WhatsApp message on 10 June 2024 at 10:00:04 ("hello").',
            "It was served on 10 June 2024 at 10:00:05; whether this came before or after cannot "
            "be told.",
        ),
        lines=("until when it lasts is not recorded",),
    ),
    Clause(
        "served at a time to the minute: a message in that minute and in the next",
        under(
            [say("2024-06-10 10:00:30"), say("2024-06-10 10:01:00")],
            order("2024-06-10T10:00"),
            CONTACT,
        ),
        (("2", 0, CANNOT), ("2", 1, BREACH)),
    ),
    Clause(
        "served on a day: messages the day before, that day, and at the first second of the next",
        under(DAYS, order("2024-06-10"), CONTACT),
        (("2", 0, BEFORE), ("2", 1, CANNOT), ("2", 2, BREACH)),
        says=("It was served on 10 June 2024; whether this came before or after cannot be told.",),
        lines=("it is recorded as served on 10 June 2024, without a time",),
    ),
    Clause(
        "served at a time with an offset, which is the same second by the clock here",
        under(TO_THE_SECOND, order("2024-06-10T09:00:05Z"), CONTACT),
        (("2", 0, BEFORE), ("2", 1, CANNOT), ("2", 2, BREACH)),
    ),
    Clause(
        "made, but not served: nothing can be said but of the time before it was made",
        under([say("2024-05-31 10:00:00"), *ONE], order(""), CONTACT),
        (("2", 1, CANNOT),),
        says=("When it was served or known of is not recorded.",),
        lines=("when it was served or known of is not recorded", "That it was made does not show"),
    ),
    Clause(
        "neither made nor served",
        under(ONE, order("", made=""), CONTACT),
        (("2", 0, CANNOT),),
        says=("When it was served or known of is not recorded.",),
    ),
    Clause(
        "served in words that are no day",
        under(ONE, order("last spring"), CONTACT),
        (("2", 0, CANNOT),),
        says=('When it was served is recorded as "last spring"',),
        lines=('when it was served is recorded as "last spring", which cannot be read.',),
    ),
    Clause(
        "when it was made is not recorded: what came before it was served is not listed",
        under(TO_THE_SECOND, order(made=""), CONTACT),
        (("2", 1, CANNOT), ("2", 2, BREACH)),
        lines=("when it was made is not recorded",),
    ),
    Clause(
        "a message from before the order was made",
        under([say("2024-05-31 23:59:59"), say("2024-06-01 00:00:00")], order(), CONTACT),
        (("2", 1, BEFORE),),
    ),
    Clause(
        "an act without a time",
        under([say("", words="no day")], order(), CONTACT),
        (("2", 0, CANNOT),),
        says=("at a time that is not known", "The act has no time that can be laid beside it."),
    ),
    Clause(
        "an act without a time, said to have come after it was served",
        under([say("")], order(), CONTACT, CameAfter(said([say("")]), ORDER)),
        (("2", 0, BREACH),),
        says=("Sam said that it came after it was served.",),
    ),
    Clause(
        "an act in the second it was served, said to have come after",
        under(TO_THE_SECOND, order(), CONTACT, CameAfter(said(TO_THE_SECOND, 1), ORDER)),
        (("2", 0, BEFORE), ("2", 1, BREACH), ("2", 2, BREACH)),
    ),
    Clause(
        "an act before it was served, said to have come after: its time says otherwise",
        under(TO_THE_SECOND[:1], order(), CONTACT, CameAfter(said(TO_THE_SECOND), ORDER)),
        (("2", 0, BEFORE),),
    ),
    Clause(
        "a time to the minute, in the minute it was served",
        under([say("2024-06-10 10:00"), say("2024-06-10 10:01")], order(), CONTACT),
        (("2", 0, CANNOT), ("2", 1, BREACH)),
        says=("on 10 June 2024 at 10:01 (",),
    ),
    Clause(
        "only the day of an act is known",
        under([say("2024-06-10"), say("2024-06-11")], order(), CONTACT),
        (("2", 0, CANNOT), ("2", 1, BREACH)),
        says=('a WhatsApp message on 11 June 2024 ("hello").',),
    ),
    Clause(
        "served in the hour that happens twice, at the first 01:30; an act at 01:45 by the clock",
        under(
            [say("2024-10-27 01:45:00"), say("2024-10-27 02:00:00")],
            order("2024-10-27T01:30:00+01:00"),
            CONTACT,
        ),
        # 01:45 is 00:45 or 01:45 by the world's clock; 01:30+01:00 is 00:30: both come after
        (("2", 0, BREACH), ("2", 1, BREACH)),
        says=("on 27 October 2024 between 01:45:00 +01:00 and 01:45:00 +00:00",),
    ),
    Clause(
        "the same, served at the second 01:30",
        under([say("2024-10-27 01:45:00")], order("2024-10-27T01:30:00+00:00"), CONTACT),
        # 00:45 comes before 01:30 and 01:45 after
        (("2", 0, CANNOT),),
        says=("It was served on 27 October 2024 at 01:30:00 +00:00; whether",),
    ),
    Clause(
        "served at 01:30 by the clock in that hour: an act at 01:45 may be before or after",
        under(
            [say("2024-10-27 01:45:00"), say("2024-10-27 02:00:00")],
            order("2024-10-27T01:30:00"),
            CONTACT,
        ),
        (("2", 0, CANNOT), ("2", 1, BREACH)),
    ),
)


ENDS = (
    Clause(
        "until a day: the last second before, that day, the first second of the next",
        under(
            [say("2024-06-30 23:59:59"), say("2024-07-01 12:00:00"), say("2024-07-02 00:00:00")],
            order(until="2024-07-01"),
            CONTACT,
        ),
        (("2", 0, BREACH), ("2", 1, CANNOT), ("2", 2, AFTER)),
        says=(
            "After clause 2 of the non-molestation order ended (on 1 July 2024): ",
            "It is recorded as lasting until 1 July 2024; ",
        ),
    ),
    Clause(
        "until further order: no day, and nothing is left out for it",
        under(ONE, order(until="further order"), CONTACT),
        (("2", 0, BREACH),),
        lines=('until when it lasts is recorded as "further order"',),
    ),
    Clause(
        "a clause with a period of its own, beside one without",
        under(
            [say("2024-06-14 10:00:00"), say("2024-06-16 10:00:00"), say("2024-06-21 10:00:00")],
            order(until="2024-12-31"),
            clause("any contact", number="1"),
            clause("any contact", start="2024-06-15", end="2024-06-20"),
        ),
        (
            ("1", 0, BREACH),
            ("1", 1, BREACH),
            ("1", 2, BREACH),
            ("2", 0, EARLY),
            ("2", 1, BREACH),
            ("2", 2, AFTER),
        ),
        says=("Before clause 2 of the non-molestation order began (on 15 June 2024): ",),
    ),
    Clause(
        "acts on the first and on the last day of a clause",
        under(
            [say("2024-06-15 10:00:00"), say("2024-06-20 10:00:00")],
            order(),
            clause("any contact", start="2024-06-15", end="2024-06-20"),
        ),
        (("2", 0, CANNOT), ("2", 1, CANNOT)),
    ),
    Clause(
        "a clause recorded as lasting longer than its order",
        under(ONE, order(until="2024-06-11"), clause("any contact", end="2024-06-20")),
        (("2", 0, CANNOT),),
        says=("The order is recorded as ending on 11 June 2024 and the clause later",),
    ),
    Clause(
        "not served as far as is recorded, and an act after its end",
        under([say("2024-07-02 00:00:00")], order("", until="2024-07-01"), CONTACT),
        (("2", 0, AFTER),),
        silent=("When it was served",),
    ),
    Clause(
        "two orders that overlap, of one kind each",
        under(
            [say("2024-06-12 10:00:00"), say("2024-06-22 10:00:00"), say("2024-07-05 10:00:00")],
            order(until="2024-06-30"),
            CONTACT,
            order("2024-06-20T09:00:00", kind="restraining order", made="2024-06-15"),
            clause("any contact", number="1", of=8),
        ),
        (
            ("2", 0, BREACH),
            ("2", 1, BREACH),
            ("2", 2, AFTER),
            ("1", 1, BREACH),
            ("1", 2, BREACH),
        ),
        says=("Possible breach of clause 1 of the restraining order: ",),
    ),
    Clause(
        "an order that was taken back",
        under(ONE, order(), CONTACT, Withdrawn(ORDER)),
        (),
        lines=("Decision 7 belongs to decision 6, which was taken back; no act was held",),
    ),
    Clause(
        "an order taken back and recorded again; the clause still belongs to the first",
        under(ONE, order(), CONTACT, Withdrawn(ORDER), order()),
        (),
        lines=(
            "Decision 7 belongs to decision 6, which was taken back",
            "no clause is recorded, so no act was held against it",
        ),
    ),
)
