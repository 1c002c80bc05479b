"""The story laid beside the law by hand: findings, elements, an order with two clauses, dates.

The one thing a reader would get wrong: nothing here was worked out by the program; each sentence is
made up so that the pages can be read against it. Rows are the rows of `story_files`: row 0 is line
1, row 2 line 3, row 3 line 4, row 6 is her mother's and not handed over, row 7 line 6, row 9 line
8.
"""

from __future__ import annotations

from typing import Any

from rainbook import record

SAM = "sam"
HOSTILE = "\u202eevil\u200b #panic(1) <label> *bold* ﷺ"
S7_3 = {
    "id": "s7_3",
    "section": "Protection from Harassment Act 1997 s.7(3)",
    "title": "Course of conduct",
    "words": "“conduct on at least two occasions in relation to that person”",
    "says": "",
    "source": "a dated text of the Act, s.7(3)",
    "as_of": "2015",
    "in_force": "not verified: the day was not read",
    "cannot_say": "Whether the occasions are linked is for a court.",
}
S4A = {
    **S7_3,
    "id": "s4A_1_b",
    "section": "Protection from Harassment Act 1997 s.4A(1)(b)",
    "title": "Stalking involving fear of violence or serious alarm or distress",
    "words": "“serious alarm or distress which has a substantial adverse effect”",
    "says": "Either of two routes.",
    "source": "a dated text of the Act, s.4A",
    "in_force": "2012-11-25",
    "cannot_say": "What B felt is for B to say.",
}


def line(text: str, *rows: int, log: tuple[int, ...] = ()) -> record.Line:
    return record.Line(text, rows, log)


def found(sign: str, outcome: str, sentence: str, *parts: Any, **more: Any) -> record.Finding:
    return record.Finding(sign, SAM, outcome, sentence, *parts, **more)


def findings() -> list[record.Finding]:
    """Four signs in no order, what links them, what a court asks, and one about her mother."""
    return [
        found(
            "repeated",
            "shown",
            "Sam Marsh contacted Asha Khan on 3 days.",
            (line("Each act by itself: 5.", 0, 2, 3, 7, 9),),
            (line("One reply, and a message of somebody else.", 1, 6, log=(2,)),),
            (line("Two dates are in doubt."),),
            (S7_3,),
            {"acts": 5},
        ),
        found("unwanted", "cannot tell", f"He wrote {HOSTILE}", (line(HOSTILE, 2),)),
        found("fixated", "not shown", "Nothing recorded shows a new channel."),
        found(
            "linked",
            "shown",
            "What is recorded links them in these ways: the same sort of act.",
            (line("Three messages of the same sort.", 0, 2, 3),),
            (line("A gap of two days.", 3, 7),),
        ),
        found(
            "court",
            "shown",
            "What is recorded raises 1 question a court may ask.",
            (line("Was contact wanted by both? One reply is recorded.", 1),),
            (line("Is it surely one person? Each act is from his own number.", 0, 2),),
            (line("How a court would answer is not said here."),),
        ),
        record.Finding("unwanted", "mum", "not shown", "About mum."),
    ]


def matrix(person: str = SAM) -> record.Matrix:
    """Two elements, one with two routes; a picked message; the card of dates."""
    return record.Matrix(
        person,
        "england_wales",
        "England and Wales",
        "2015",
        "The sections were read as they stood in 2015.",
        (line("Picked as conveying a threat of grievous bodily harm.", 7),),
        (
            record.DateCard(
                "Last dated incident + 6 months, ss.2/2A only: ask the police.",
                "2024-09-08",
                (9,),
                "DPP v Baker, as quoted by the prosecution's guidance",
            ),
        ),
        (
            record.ElementLine(
                S7_3, "", (line("Five acts.", 0, 2, 3, 7, 9),), (line("A reply.", 1),), ()
            ),
            record.ElementLine(
                S4A,
                "(i) fear of violence on at least two occasions",
                (),
                (),
                (line("Fear of violence is not recorded."),),
            ),
            record.ElementLine(
                S4A,
                "(ii) serious alarm or distress",
                (line("Distress: yes.", 7, log=(9,)),),
                (),
                (line("No change is recorded."),),
            ),
        ),
        (line("Whether a Bill of 2025 is in force is not known here."),),
    )


def clauses() -> tuple[record.ClauseCheck, ...]:
    """Clause 1 with three acts held against it; one of them was before the order was served."""

    def check(row: int, answer: str, text: str) -> record.ClauseCheck:
        about = line(text, row, log=(4, 7))
        return record.ClauseCheck(
            SAM, 4, "Non-molestation order", "1", "No contact.", row, answer, about
        )

    return (
        check(7, "before it was served", "Before it was served."),
        check(9, "possible breach", "Possible breach of clause 1: a photo on 8 March 2024."),
        check(5, "cannot tell", "Cannot tell: the message has no time."),
    )


def decisions() -> list[record.Decided]:
    """What the story's order says, how one message felt, and a picked message."""
    what = {
        7: record.OrderClause(4, "1", "No contact.", ("any contact",)),
        8: record.OrderClause(4, "2", "=Not to go to Mill Road.", ("coming near a place",)),
        9: record.Impact(distress="yes", words="I slept at mum's", person=SAM),
        10: record.ToldTo("police", "2024-03-09", "rang 101"),
        11: record.OrderAllows(4, "Letters through a solicitor.", "1"),
    }
    at = "2024-06-01T10:00:00Z"
    return [record.Decided(number, "Asha Khan", at, "", one) for number, one in what.items()]


def laid_out(**changes: Any) -> dict[str, Any]:
    """Return the fields of the case file that hold all this."""
    return {"matrices": (matrix(), matrix("mum")), "clauses": clauses(), **changes}
