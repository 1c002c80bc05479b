"""The matrix, element by element, as a table: the acts, whom they were towards, what they were.

The one thing a reader would get wrong: the lines are written by hand; none is copied from what the
program said.
"""

from __future__ import annotations

from rainbook.record import (
    ActedFor,
    ActTag,
    AimedAt,
    Connects,
    GapReason,
    ThemeOf,
    WitnessOf,
)
from tests.law.matrix_told import ACROSS, NI, OLD, SC, THREE, TWO, Beside, with_said
from tests.signs.build import KIM, SAM, call, id_of_row, say
from tests.signs.told import MAR3, MAR9

COURSE = (
    Beside(
        "nothing from Alex",
        with_said([say(MAR3, SAM)]),
        "s7_3",
        gaps=("No act by Alex is recorded.",),
        silent=("words ask",),
    ),
    Beside(
        "one act",
        with_said([say(MAR3)]),
        "s7_3",
        bears=("Each act counted by itself: 1 (1 WhatsApp message).",),
        gaps=("1 act is recorded; the words ask for 2 occasions or more.",),
        silent=("What connects",),
    ),
    Beside(
        "two acts on two days",
        with_said(TWO),
        "s7_3",
        bears=(
            "Each act counted by itself: 2 (2 WhatsApp messages).",
            "By session (a new one after more than 60 minutes without an act): 2 occasions.",
            "By calendar day (Europe/London): 2 days, between 3 March and 9 March 2024.",
        ),
        weakens=(
            "Longest time from one day with an act to the next: 6 days (3 March 2024 to 9 March "
            "2024).",
        ),
        gaps=("What connects the acts is not recorded.",),
        silent=("words ask", "surely only"),
    ),
    Beside(
        "three calls in five minutes",
        with_said([call(f"2024-03-03 10:0{n}:00") for n in (0, 2, 4)]),
        "s7_3",
        bears=("By session (a new one after more than 60 minutes without an act): 1 occasion.",),
        weakens=(
            "Counted by session or by day they are surely only 1. What is an occasion is for a "
            "court.",
            "Courts have differed: three calls within five minutes were held capable of being a "
            "course of conduct (Kelly v DPP; the judgment was not read for this tool).",
        ),
    ),
    Beside(
        "two acts with a theme and a reason for the time between",
        with_said(
            TWO,
            (0, lambda e: ThemeOf(e, "the flat")),
            (1, lambda e: ThemeOf(e, "the flat")),
            (0, lambda e: Connects(e, id_of_row(TWO, 1), "he said he would come back")),
            GapReason("alex", "abroad", "2024-03-04", "2024-03-08"),
        ),
        "s7_3",
        bears=(
            "Said to be about the same thing, 2 acts: “the flat”.",
            "Said to be connected: “he said he would come back”.",
            "A reason for a time without acts: abroad (2024-03-04 to 2024-03-08).",
        ),
        silent=("What connects the acts is not recorded",),
    ),
    Beside(
        "an act without a day beside one with a day",
        with_said([say(MAR3), say("")]),
        "s7_3",
        gaps=("The day of 1 act is not recorded.",),
    ),
)
TO_KIM = with_said(TWO, (1, lambda e: AimedAt(e, "kim", "yes")))
WHOM = (
    Beside(
        "two acts, one of them towards Kim",
        TO_KIM,
        "s7_3",
        bears=("Each act counted by itself: 1 (1 WhatsApp message).",),
        weakens=("1 act towards Kim, not Sam: not among the occasions here.",),
        gaps=("1 act is recorded; the words ask for 2 occasions or more.",),
    ),
    Beside(
        "two acts, one of them towards Kim",
        TO_KIM,
        "s7_5",
        bears=("1 act towards Sam.",),
        weakens=("1 act towards Kim.",),
    ),
    Beside(
        "two acts, one of them towards Kim because of Sam",
        TO_KIM,
        "s1_1A",
        bears=("1 act towards Sam.", "1 act towards Kim.", "Because of Sam: yes (1)."),
        gaps=("What the acts were meant to make somebody do, or not do, is not recorded.",),
    ),
    Beside(
        "two acts, both towards Sam",
        with_said(TWO),
        "s1_1A",
        gaps=("No act towards another person is recorded.",),
        silent=("towards Sam",),
    ),
    Beside(
        "two acts, one of them towards Kim, in Scotland",
        TO_KIM,
        "s39_6_course",
        bears=("Beside these, 1 act towards Kim: the words are “B or any other person”.",),
        silent=("words ask", "not among the occasions"),
        law=SC,
    ),
    Beside(
        "an act whose target is not known",
        with_said(TWO, (0, lambda e: AimedAt(e, "do not know"))),
        "s7_5",
        gaps=("Whom 1 act was aimed at: do not know.",),
    ),
    Beside(
        "an act in a group",
        with_said([say(MAR3), say(MAR9)], (0, lambda e: AimedAt(e, "group"))),
        "s7_5",
        bears=("1 act towards Sam.",),
        gaps=("Whom 1 act in a group Sam is in was aimed at is not recorded.",),
    ),
)
BY_KIM = [say(MAR3), say(MAR9, KIM, thread="Kim")]
THROUGH = (
    Beside(
        "an act by Kim that is said to be for Alex",
        with_said(BY_KIM, (1, lambda e: ActedFor(e, "alex", "seen", "she said he asked her"))),
        "s7_3A",
        bears=("1 act by Kim, said to be done for Alex (basis: seen): “she said he asked her”.",),
        silent=("No act done by somebody else",),
    ),
    Beside(
        "the same act is no occasion of Alex's",
        with_said(BY_KIM, (1, lambda e: ActedFor(e, "alex", "seen"))),
        "s7_3",
        bears=("Each act counted by itself: 1 (1 WhatsApp message).",),
        gaps=("1 act is recorded; the words ask for 2 occasions or more.",),
    ),
    Beside(
        "an act by Kim that is a guess",
        with_said(BY_KIM, (1, lambda e: ActedFor(e, "alex", "guess"))),
        "s7_3A",
        gaps=(
            "1 act by Kim, said to be done for Alex (basis: guess): a guess, so it bears on "
            "nothing here.",
        ),
        silent=("No act done by somebody else",),
    ),
    Beside(
        "an act by Kim that is said to be for Kim",
        with_said(BY_KIM, (1, lambda e: ActedFor(e, "kim", "seen"))),
        "s7_3A",
        gaps=("No act done by somebody else for Alex is recorded.",),
        silent=("by Kim",),
    ),
)
SORTED = (
    Beside(
        "three acts, two of them tagged",
        with_said(
            THREE,
            (0, lambda e: ActTag(e, "s2A_3_b")),
            (1, lambda e: ActTag(e, "s2A_3_b")),
            (1, lambda e: ActTag(e, "something_else", "he left a wreath")),
        ),
        "s2A_2_b",
        bears=(
            "(b) contacting, or attempting to contact, a person by any means: 2 acts, 2 sessions, "
            "2 days.",
            "something else that frightened or distressed me: 1 act, 1 session, 1 day.",
        ),
        gaps=("Not tagged: 1 act.",),
        silent=("(b) contacting, or attempting to contact, a person by any means;",),
    ),
    Beside(
        "no act tagged",
        with_said(TWO),
        "s2A_2_b",
        gaps=("Not tagged: 2 acts.",),
        silent=("No act is tagged as",),
    ),
    Beside(
        "a tag of another jurisdiction",
        with_said(TWO, (0, lambda e: ActTag(e, "s39_6_e"))),
        "s2A_2_b",
        gaps=(
            "The tag 's39_6_e' is not one of this law file's: it bears on nothing here.",
            "Not tagged: 2 acts.",
        ),
    ),
    Beside(
        "an act towards Kim, tagged, in Northern Ireland",
        with_said(TWO, (1, lambda e: AimedAt(e, "kim")), (1, lambda e: ActTag(e, "s1_4_a"))),
        "s1_4",
        bears=("following B or any other person: 1 act.",),
        gaps=("Not tagged: 1 act.",),
        law=NI,
    ),
)
ALONE = (
    Beside(
        "three acts, one with a witness, in Scotland",
        with_said(THREE, (1, lambda e: WitnessOf(e, "a neighbour", "saw him at the door"))),
        "corroboration",
        bears=("Can be shown by a neighbour: “saw him at the door”.",),
        gaps=("Who or what else can show this act is not recorded for 2 acts.",),
        law=SC,
    ),
)
BEFORE = (
    Beside(
        "two acts before 25 November 2012",
        with_said(OLD),
        "s2A_2_b",
        weakens=(
            "2 acts before 25 November 2012, left out here: s.2A(2)(b) was not in force then and "
            "does not reach back.",
        ),
        gaps=("No act by Alex from 25 November 2012 on is recorded.",),
        silent=("Not tagged",),
    ),
    Beside(
        "the same two acts, under a section that was there",
        with_said(OLD),
        "s7_3",
        bears=("Each act counted by itself: 2 (2 WhatsApp messages).",),
        silent=("left out here",),
    ),
    Beside(
        "one act on the day before and one on the day",
        with_said(ACROSS),
        "s2A_2_b",
        weakens=(
            "1 act before 25 November 2012, left out here: s.2A(2)(b) was not in force then and "
            "does not reach back.",
        ),
        gaps=("Not tagged: 1 act.",),
    ),
    Beside(
        "an act that can be read as the day before or the day",
        with_said([say("2012-11-24 10:00", or_at="2012-11-25 10:00")]),
        "s2A_2_b",
        gaps=(
            "Whether 1 act came before 25 November 2012, when s.2A(2)(b) came into force, is not "
            "recorded.",
            "Not tagged: 1 act.",
        ),
    ),
    Beside(
        "two acts on 12 and 13 December 2010, in Scotland",
        with_said([say("2010-12-12 10:00"), say("2010-12-13 10:00")]),
        "s39_6_course",
        weakens=(
            "1 act before 13 December 2010, left out here: s.39(6) was not in force then and does "
            "not reach back.",
        ),
        gaps=("1 act is recorded; the words ask for 2 occasions or more.",),
        law=SC,
    ),
    Beside(
        "two acts on 26 and 27 April 2022, in Northern Ireland",
        with_said([say("2022-04-26 10:00"), say("2022-04-27 10:00")]),
        "s1_4_course",
        weakens=(
            "1 act before 27 April 2022, left out here: s.1(4) was not in force then and does not "
            "reach back.",
        ),
        gaps=("1 act is recorded; the words ask for 2 occasions or more.",),
        law=NI,
    ),
)
ACTS = (*COURSE, *WHOM, *THROUGH, *SORTED, *ALONE, *BEFORE)
