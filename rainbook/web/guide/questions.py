"""The questions of the self-check, and where what an answer describes stands.

The one thing a reader would get wrong: nothing here works anything out. The page holds every text,
and the style sheet shows those that fit; no answer leaves the browser.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from rainbook.case.law_words import NationLaw, law_in_role

ANSWERS = ("yes", "no", "unsure")
SIDES = ("for", "against", "open")


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `sides`: for each answer that has a text, where it stands (of SIDES).
    `danger`: the answers after which 999 comes first. `law`: what the law says that bears on it.
    """

    id: str
    sides: Mapping[str, str]
    danger: tuple[str, ...]
    law: tuple[NationLaw, ...]

    def side(self, answer: str) -> str:
        """Return where the text of an answer stands, "" where there is none."""
        return self.sides.get(answer, "")

    @property
    def danger_classes(self) -> str:
        """Return the classes by which the style sheet shows that 999 comes first."""
        return " ".join(f"rb-said-{self.id}-{answer}" for answer in self.danger)


@cache
def questions() -> tuple[Question, ...]:
    """Return the questions in order."""
    text = (files("rainbook.web.guide") / "questions.toml").read_text(encoding="utf-8")
    return tuple(_question(told) for told in tomllib.loads(text)["question"])


def _question(told: Mapping[str, Any]) -> Question:
    return Question(
        told["id"],
        {answer: told[answer] for answer in ANSWERS if answer in told},
        tuple(told.get("danger", ())),
        law_in_role(*told["law"]) if "law" in told else (),
    )
