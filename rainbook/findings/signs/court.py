"""What a court asks next: each question that what is recorded raises, with the entries that raise
it.

The one thing a reader would get wrong: "shown" here means that at least one question is raised. It
says nothing about how a court would answer, and a question that is not raised is not answered.
"""

from __future__ import annotations

from rainbook.findings.interface import Asked, Law, Question, Seen, questions, wording
from rainbook.record import CaseFile, Finding, Line, Person


class WhatACourtAsks:
    """See the module."""

    name = "court"
    title = "What a court asks next"

    def look(self, case: CaseFile, person: Person, law: Law) -> Finding:
        """Return the questions raised for this person: `supports` holds why each is raised,
        `against` what answers each that is not.
        """
        seen = Seen(case, person)
        asked = [(question, question.ask(seen)) for question in questions()]
        raised = [(q, a) for q, a in asked if a.raised]
        return Finding(
            sign=self.name,
            person=person.key,
            outcome="shown" if raised else "not shown",
            sentence=_sentence(raised),
            supports=tuple(line for pair in raised for line in _lines(*pair)),
            against=tuple(line for pair in asked if not pair[1].raised for line in _lines(*pair)),
            limits=(
                Line(
                    "How a court would answer is not said here. A question that is not raised is "
                    "not answered: it is only that nothing recorded raises it."
                ),
                Line(law.note),
            ),
            figures={
                "raised": [q.name for q, _ in raised],
                "not_raised": [q.name for q, a in asked if not a.raised],
            },
        )


SIGN = WhatACourtAsks()


def _sentence(raised: list[tuple[Question, Asked]]) -> str:
    if not raised:
        return "What is recorded raises none of the questions looked at here."
    titles = " ".join(q.title for q, _ in raised)
    return (
        f"What is recorded raises {wording.many(len(raised), 'question')} a court may ask: {titles}"
    )


def _lines(question: Question, asked: Asked) -> list[Line]:
    return [
        Line(f"{question.title} {line.text}", line.rows, line.decisions) for line in asked.lines
    ]
