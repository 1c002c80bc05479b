"""Alarm, distress and fear: three answers and the person's own words, kept together.

The one thing a reader would get wrong: the latest is written whole, so that what was answered
before is still in it. What is left open on the page is passed over, not answered.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rainbook.record import DO_NOT_KNOW, UNSAID, Decided, Impact, NotAsked
from rainbook.web.tell.kinds import PICK, WORDS, Field
from rainbook.web.tell.standing import One, Standing

_ANSWERS = ("yes", "no", DO_NOT_KNOW)
FEELINGS = (
    Field("alarm", PICK, _ANSWERS, "answer", key="alarm"),
    Field("distress", PICK, _ANSWERS, "answer", key="distress"),
    Field("fear_of_violence", PICK, _ANSWERS, "answer", key="fear of violence"),
    Field("words", WORDS, key="own words"),
)
FEELING_KEYS = tuple(f.key for f in FEELINGS)


def felt_before(standing: Standing, one: One) -> list[Decided]:
    """Return what was said of how it was, the oldest first."""
    return standing.said(Impact)


def felt_now(standing: Standing) -> Impact:
    """Return what was said last, whole; nothing said where nothing was."""
    found = [d.what for d in standing.said(Impact) if isinstance(d.what, Impact)]
    return found[-1] if found else Impact(standing.event, person=standing.person.key)


def felt_whole(
    standing: Standing, one: One, given: dict[str, Any]
) -> list[Impact | NotAsked]:
    """Return the whole answer, and what was passed over of it."""
    before = felt_now(standing)
    after = replace(before, **given)
    made: list[Impact | NotAsked] = [after] if after != before else []
    for spec in FEELINGS:
        passed = any(isinstance(d.what, NotAsked) for d in standing.noted(spec.key))
        if getattr(after, spec.name) in ("", UNSAID) and not passed:
            made.append(NotAsked(spec.key, standing.about))
    return made


