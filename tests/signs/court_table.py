"""What a court asks next, as a table: what is on record, and which questions it raises.

The one thing a reader would get wrong: the questions are worked out by hand from what each row
says. Where nothing was said about alarm, that is a gap, and it raises the question.
"""

from __future__ import annotations

from rainbook.record import (
    ActSort,
    AimedAt,
    Blocked,
    CameAfter,
    DidBack,
    Explained,
    History,
    Impact,
    PersonNamed,
    PurposeOf,
    Relationship,
    SingleThreat,
    StartedBy,
    Together,
    ToldToStop,
)
from tests.signs.build import SAM, Row, say
from tests.signs.told import MAR3, MAR4, MAR9, NOT_SHOWN, SHOWN, Told, noted, plain, seen

JAN, MAY = "2024-01-10", "2024-05-12"
COUNT = "Is there more than one act?"
NEXUS = "What connects the acts?"
FEAR = "Was there fear, alarm or distress?"
GRAVE = "Is it grave enough?"
PURPOSE = "Was there another reason for the contact?"
BOTH = "Did both sides take part?"
TARGET = "Were two acts aimed at the same person?"
WEIGH = "Do at least two of the acts weigh enough to count?"
WHO = "Is it surely this person, and one person, who did it?"
NONE = "What is recorded raises none of the questions looked at here."
EACH_ALARMED = "Alarm: yes (2 answers)."


def raises(*titles: str) -> str:
    number = "1 question" if len(titles) == 1 else f"{len(titles)} questions"
    return f"What is recorded raises {number} a court may ask: {' '.join(titles)}"


def three(sort: str = "") -> list[Row]:
    return [seen(f"2024-03-0{n}", f"entry {n}") for n in (3, 4, 5)]


def alarmed(*places: int) -> list[object]:
    return [lambda event, n=n: Impact(event(n), alarm="yes") for n in places]


def sorts(*words: str) -> list[object]:
    return [lambda event, n=n, w=w: ActSort(event(n), w) for n, w in enumerate(words)]


def with_(rows: list[Row], *said: object):  # type: ignore[no-untyped-def]
    return lambda: noted(rows, *said)  # type: ignore[arg-type]


COURT = (
    Told("one message, nothing said", plain(say(MAR3)), SHOWN, raises(COUNT, FEAR)),
    Told(
        "two messages on two days, nothing said",
        plain(say(MAR3), say(MAR4)),
        SHOWN,
        raises(FEAR, GRAVE, WEIGH),
        says=("Only Sam can say it.", "is not answered"),
    ),
    Told(
        "two messages, alarm said for each",
        with_([say(MAR3), say(MAR4)], *alarmed(0, 1)),
        NOT_SHOWN,
        NONE,
        says=(EACH_ALARMED,),
    ),
    Told(
        "two messages, asked about alarm: no",
        with_([say(MAR3), say(MAR4)], lambda event: Impact(event(0), alarm="no")),
        SHOWN,
        raises(FEAR, GRAVE, WEIGH),
        says=("Alarm: no (1 answer).",),
    ),
    Told(
        "two messages, asked about alarm: not known",
        with_([say(MAR3), say(MAR4)], lambda event: Impact(event(0), alarm="do not know")),
        SHOWN,
        raises(FEAR, GRAVE, WEIGH),
        says=("Alarm: do not know (1 answer).",),
    ),
    Told(
        "two entries four months apart of which nothing is said but alarm",
        with_([seen(JAN, "one"), seen(MAY, "two")], *alarmed(0, 1)),
        SHOWN,
        raises(NEXUS),
        says=("Nothing recorded connects them.", "More than 92 days"),
    ),
    Told(
        "two kind messages after violence in the past",
        with_([say(MAR3), say(MAR4)], lambda event: History("alex", "violence", "2023")),
        NOT_SHOWN,
        NONE,
        says=("What had happened before the first act is recorded: violence.",),
    ),
    Told(
        "two meetings at the pool both use",
        with_(
            [seen(MAR3, "one"), seen(MAR4, "two")],
            lambda event: PurposeOf("alex", "a place both use", event(0)),
            lambda event: PurposeOf("alex", "a place both use", event(1)),
        ),
        SHOWN,
        raises(NEXUS),
        says=("2 acts said to be a meeting at a place both use; left besides: 0.",),
    ),
    Told(
        "one act at Sam, one at somebody else",
        with_(
            [say(MAR3), say(MAR4)],
            *alarmed(0),
            lambda event: AimedAt(event(1), "somebody else", "yes"),
        ),
        SHOWN,
        raises(TARGET),
        says=("1 act towards somebody else; towards Sam: 1.", "because of Sam"),
    ),
    Told(
        "three times followed",
        with_(three(), *sorts(*["followed me"] * 3)),
        NOT_SHOWN,
        NONE,
        says=("Acts a court may infer from are recorded: followed me.",),
    ),
    Told(
        "three entries, one of violence: once is not twice",
        with_(three(), *sorts("violence", "spoke to me", "spoke to me")),
        SHOWN,
        raises(FEAR, WEIGH),
        says=("For 2 acts nothing is recorded beyond the contact",),
    ),
    Told(
        "three messages, one picked as a threat of death",
        with_([say(MAR3), say(MAR4), say(MAR9)], lambda event: SingleThreat(event(2), "death")),
        NOT_SHOWN,
        NONE,
        says=("Picked as a threat.",),
    ),
    Told(
        "three messages about the child",
        with_(
            [say(MAR3), say(MAR4), say(MAR9)],
            *alarmed(0, 1),
            lambda event: PurposeOf("alex", "child"),
        ),
        SHOWN,
        raises(PURPOSE),
        says=(
            "The purpose recorded for the contact as a whole: child.",
            "With these set apart, 0 acts are left.",
        ),
    ),
    Told(
        "three messages, one of them about the child: two are left",
        with_(
            [say(MAR3), say(MAR4), say(MAR9)],
            *alarmed(0, 1),
            lambda event: PurposeOf("alex", "child", event(2)),
        ),
        NOT_SHOWN,
        NONE,
        says=("With these set apart, 2 acts are left.",),
    ),
    Told(
        "said to be about the child, but each is a threat",
        with_(three(), *sorts(*["threat"] * 3), lambda event: PurposeOf("alex", "child")),
        NOT_SHOWN,
        NONE,
    ),
    Told(
        "three messages of the other parent, another reason not asked for",
        with_(
            [say(MAR3), say(MAR4), say(MAR9)],
            *alarmed(0, 1),
            lambda event: Relationship("alex", "other parent"),
        ),
        SHOWN,
        raises(PURPOSE),
        says=("They are recorded as: other parent.", "whether they do was not said"),
    ),
    Told(
        "the same, and asked for another reason Sam said no",
        with_(
            [say(MAR3), say(MAR4), say(MAR9)],
            *alarmed(0, 1),
            lambda event: Relationship("alex", "other parent"),
            lambda event: Explained("alex", "no"),
        ),
        NOT_SHOWN,
        NONE,
        says=("Asked whether there is another reason, Sam said no.",),
    ),
    Told(
        "two messages, alarm said for each, and Sam invited one",
        with_([say(MAR3), say(MAR4)], *alarmed(0, 1), lambda event: DidBack(event(0), "invited")),
        SHOWN,
        raises(BOTH),
        says=("Sam says: invited (1 time).",),
    ),
    Told(
        "two messages, alarm said for each, and Sam answered one: an answer is not taking part",
        with_([say(MAR3), say(MAR4)], *alarmed(0, 1), lambda event: DidBack(event(0), "answered")),
        NOT_SHOWN,
        NONE,
        says=("1 answer recorded.",),
    ),
    Told(
        "two messages, alarm said for each; living together then",
        with_(
            [say(MAR3), say(MAR4)],
            *alarmed(0, 1),
            lambda event: Together("alex", "lived together", "2023"),
        ),
        SHOWN,
        raises(BOTH),
    ),
    Told(
        "Sam started one of them",
        with_([say(MAR3), say(MAR4)], *alarmed(0, 1), lambda event: StartedBy(event(0), "me")),
        SHOWN,
        raises(BOTH),
        says=("Sam started 1 contact.",),
    ),
    Told(
        "Sam wrote too, and no refusal is recorded",
        with_([say(MAR3), say(MAR3.replace("10:00", "11:00"), SAM), say(MAR4)], *alarmed(0, 2)),
        SHOWN,
        raises(BOTH),
        says=("No refusal with a time is recorded, and Sam sent Alex 1 WhatsApp message.",),
    ),
    Told(
        "Sam wrote only before and while telling them to stop",
        with_(
            [say(MAR3), say("2024-03-03 11:00", SAM), say(MAR4), say(MAR9)],
            *alarmed(0, 2),
            lambda event: ToldToStop("alex", event(1)),
        ),
        NOT_SHOWN,
        NONE,
    ),
    Told(
        "Sam told them to stop twice, and wrote nothing else",
        with_(
            [say(MAR3), say("2024-03-03 11:00", SAM), say(MAR4), say(MAR9, SAM)],
            *alarmed(0, 2),
            lambda event: ToldToStop("alex", event(1)),
            lambda event: ToldToStop("alex", event(3)),
        ),
        NOT_SHOWN,
        NONE,
    ),
    Told(
        "Sam told them to stop, and wrote once more",
        with_(
            [say(MAR3), say("2024-03-03 11:00", SAM), say(MAR4), say(MAR9, SAM)],
            *alarmed(0, 2),
            lambda event: ToldToStop("alex", event(1)),
        ),
        SHOWN,
        raises(BOTH),
        says=("After Alex was told to stop on 3 March 2024 at 11:00 Sam sent Alex 1 WhatsApp",),
    ),
    Told(
        "two calls to the door without a time; Sam says both came after the block",
        with_(
            [seen("", "one"), seen("", "two")],
            lambda event: Blocked("alex", ""),
            lambda event: CameAfter(event(0), 7),
            lambda event: CameAfter(event(1), 7),
        ),
        SHOWN,
        raises(FEAR),
    ),
    Told(
        "one act by Alex and one by Bo: two people are not one",
        with_([seen(MAR3, "one")], *alarmed(0), lambda event: PersonNamed("bo", "Bo", "suspect")),
        SHOWN,
        raises(WHO, COUNT),
        says=("Acts of different people are not put together.",),
    ),
)
