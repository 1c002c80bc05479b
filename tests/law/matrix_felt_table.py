"""The matrix, element by element, as a table: fear, alarm, distress and what changed.

The one thing a reader would get wrong: "no", "do not know" and nothing said are three lines.
"""

from __future__ import annotations

from rainbook.record import (
    AimedAt,
    Changed,
    History,
    Impact,
)
from tests.law.matrix_told import ACROSS, NI, SC, THREE, TWO, Beside, with_said
from tests.signs.build import say

NONE, SUBTLY = (
    "No impact is recorded.",
    "Whether Sam was asked if they changed their behaviour, even subtly, is not recorded (asked "
    "for by the 2018 protocol of police and prosecutors).",
)
YES = "Fear of violence, yes: "
ONLY_ONE = (
    "Fear of violence is recorded as yes for 1 act; the words ask for 2 occasions or more.",
)
FEAR = (
    Beside(
        "nothing said about fear",
        with_said(TWO),
        "s4",
        gaps=(
            NONE,
            "Fear of violence, not said, or not asked: 2 acts.",
            "Fear of violence is recorded as yes for no act; the words ask for 2 occasions or "
            "more.",
        ),
    ),
    Beside(
        "fear at two of three acts, and nothing said about the third",
        with_said(
            THREE,
            (0, lambda e: Impact(e, fear_of_violence="yes")),
            (1, lambda e: Impact(e, fear_of_violence="yes", words="I locked the door")),
        ),
        "s4",
        bears=(
            f"{YES}2 acts, 2 sessions, 2 days.",
            "In Sam's words: “I locked the door”.",
        ),
        gaps=("Fear of violence, not said, or not asked: 1 act.",),
        silent=("words ask", "No impact", "Fear of violence, no:"),
    ),
    Beside(
        "fear at one, no fear at another, do not know at the third",
        with_said(
            THREE,
            (0, lambda e: Impact(e, fear_of_violence="yes")),
            (1, lambda e: Impact(e, fear_of_violence="no")),
            (2, lambda e: Impact(e, fear_of_violence="do not know")),
        ),
        "s4",
        bears=(f"{YES}1 act, 1 session, 1 day.",),
        weakens=("Fear of violence, no: 1 act.",),
        gaps=("Fear of violence, do not know: 1 act.", *ONLY_ONE),
        silent=("not said, or not asked",),
    ),
    Beside(
        "no fear at an act, in words",
        with_said(TWO, (0, lambda e: Impact(e, fear_of_violence="no", words="I laughed"))),
        "s4",
        weakens=("Fear of violence, no: 1 act.", "In Sam's words: “I laughed”."),
    ),
    Beside(
        "fear at two acts ten minutes apart",
        with_said(
            [say("2024-03-03 10:00:00"), say("2024-03-03 10:10:00", words="again")],
            (0, lambda e: Impact(e, fear_of_violence="yes")),
            (1, lambda e: Impact(e, fear_of_violence="yes")),
        ),
        "s4",
        bears=(f"{YES}2 acts, 1 session, 1 day.",),
        gaps=(
            "Fear of violence is recorded as yes for 2 acts; counted by session or by day they are "
            "surely only 1. What is an occasion is for a court.",
        ),
    ),
    Beside(
        "fear said and then taken as no",
        with_said(
            TWO,
            (0, lambda e: Impact(e, fear_of_violence="yes")),
            (0, lambda e: Impact(e, fear_of_violence="no")),
        ),
        "s4",
        weakens=(
            "Fear of violence, no: 1 act.",
            "Fear of violence: the answer for 1 act was changed later; the later one is used.",
        ),
        silent=(YES,),
    ),
    Beside(
        "a later word about distress leaves the word about fear",
        with_said(
            TWO,
            (0, lambda e: Impact(e, fear_of_violence="yes")),
            (0, lambda e: Impact(e, distress="no")),
        ),
        "s4",
        bears=(f"{YES}1 act, 1 session, 1 day.",),
        silent=("changed later",),
    ),
    Beside(
        "fear said of no single act",
        with_said(TWO, Impact(start="2024-03", fear_of_violence="yes")),
        "s4",
        bears=("Fear of violence, said of no single act (2024-03): yes.",),
        gaps=(
            "Which acts it was is not recorded, so it is no occasion here.",
            "Fear of violence, not said, or not asked: 2 acts.",
        ),
        silent=(f"{YES}", "No impact"),
    ),
    Beside(
        "fear at an act towards Kim",
        with_said(
            TWO,
            (1, lambda e: AimedAt(e, "kim")),
            (1, lambda e: Impact(e, fear_of_violence="yes")),
        ),
        "s4",
        bears=(
            "Fear of violence, yes, about 1 act towards somebody else: not among the occasions "
            "here.",
        ),
        silent=(f"{YES}1 act",),
    ),
    Beside(
        "fear on both sides of 25 November 2012",
        with_said(
            ACROSS,
            (0, lambda e: Impact(e, fear_of_violence="yes")),
            (1, lambda e: Impact(e, fear_of_violence="yes")),
        ),
        "s4A_1_b",
        bears=(f"{YES}1 act, 1 session, 1 day.",),
        weakens=(
            "1 act before 25 November 2012, left out here: s.4A(1)(b) was not in force then and "
            "does not reach back.",
        ),
        gaps=ONLY_ONE,
        route="(i)",
    ),
    Beside(
        "violence before",
        with_said(TWO, History("alex", "violence", "2019")),
        "s4",
        bears=("From before: violence (2019).",),
    ),
)
ROUTES = (
    Beside(
        "no impact and no change recorded",
        with_said(TWO),
        "s4A_1_b",
        gaps=(NONE, "No change in daily life is recorded.", SUBTLY),
        silent=("Fear of violence",),
        route="(ii)",
    ),
    Beside(
        "no impact and no change recorded",
        with_said(TWO),
        "s4A_1_b",
        gaps=(NONE,),
        silent=("daily life", "Distress"),
        route="(i)",
    ),
    Beside(
        "sleep changed, and distress at one act",
        with_said(
            TWO,
            (0, lambda e: Impact(e, distress="yes")),
            Changed("sleep", "awake until four", "2024-03-04", cost="£40"),
        ),
        "s4A_1_b",
        bears=(
            "Distress, yes: 1 act, 1 session, 1 day.",
            "Changed in daily life, sleep (2024-03-04), cost: £40: “awake until four”.",
        ),
        gaps=("Distress, not said, or not asked: 1 act.",),
        silent=("No change", "even subtly", "No impact"),
        route="(ii)",
    ),
    Beside(
        "sleep changed, and distress at one act",
        with_said(
            TWO, (0, lambda e: Impact(e, distress="yes")), Changed("sleep", start="2024-03-04")
        ),
        "s4A_1_b",
        gaps=("Fear of violence, not said, or not asked: 2 acts.",),
        silent=("sleep", "Distress, yes"),
        route="(i)",
    ),
    Beside(
        "a change from before the first act, and one without a day",
        with_said(TWO, Changed("money", start="2024-02-01"), Changed("health")),
        "s4A_1_b",
        weakens=("This change is recorded from before the first act: money.",),
        gaps=("From when health changed is not recorded.",),
        route="(ii)",
    ),
    Beside(
        "alarm at an act, in Scotland",
        with_said(TWO, (0, lambda e: Impact(e, alarm="yes", distress="yes"))),
        "s39_2_c",
        bears=("Alarm, yes: 1 act, 1 session, 1 day.",),
        silent=("Distress",),
        law=SC,
    ),
    Beside(
        "distress at an act, in Northern Ireland",
        with_said(TWO, (0, lambda e: Impact(e, distress="yes"))),
        "s1_1_b",
        bears=("Distress, yes: 1 act, 1 session, 1 day.",),
        gaps=("No change in daily life is recorded.",),
        law=NI,
        route="(i)",
    ),
    Beside(
        "what a reasonable person would have had before them, in Northern Ireland",
        with_said(TWO),
        "s1_1_b",
        bears=("By sort of act: message (2).",),
        gaps=("What Alex knew about Sam is not recorded.",),
        law=NI,
        route="(ii)",
    ),
)
FELT = (*FEAR, *ROUTES)
