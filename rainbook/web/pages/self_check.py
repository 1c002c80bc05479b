"""Questions a person can ask herself or himself; what the answers describe, in the law's words.

The one thing a reader would get wrong: no answer is ever sent. The page is the same for everybody,
the style sheet shows what fits, and the form's method sends nothing.
"""

from __future__ import annotations

from rainbook.web.guide.questions import ANSWERS, SIDES, questions
from rainbook.web.interface import Answer, Asked, Page


def show(asked: Asked) -> Answer:
    """Show the questions."""
    return asked.page(
        "check-yourself.html",
        questions=questions(),
        answers=ANSWERS,
        sides=SIDES,
        danger_classes=" ".join(q.danger_classes for q in questions() if q.danger),
    )


PAGES = (Page("self-check", "/guide/yourself", show),)
