"""One sign in full, and what a court asks next.

The one thing a reader would get wrong: what speaks against stands under the same heading as what
speaks for, and neither can be left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rainbook.cli.cited import name_of, tell_lines
from rainbook.cli.saying import NotSaid
from rainbook.cli.screen import out, say
from rainbook.record import CaseFile, Finding

_NOBODY = (
    "Nobody is named yet as the one whose contact this book is about, so nothing was looked for. "
    "See: rainbook people"
)
_SHORT = 10


def is_court(finding: Finding) -> bool:
    """Return whether a finding is a list of questions a court asks, and no sign of anything."""
    return finding.sign == "court"


SHOWN_AS = {"linked": "what links the acts", "court": "what a court asks next"}
"""What stands on the screen for a finding that is not one of the four signs."""


def sign_page(case: CaseFile, name: str, every: bool) -> None:
    """Print one sign in full, for everybody it was looked for. Raises NotSaid."""
    found = [f for f in case.findings if f.sign.casefold() == name.strip().casefold()]
    if not found:
        known = ", ".join(dict.fromkeys(f.sign for f in case.findings))
        raise NotSaid(f"There is no sign {name!r}. There is: {known}." if known else _NOBODY)
    for finding in found:
        tell_finding(case, finding, every)
        _law(finding)
        _figures(finding)


def court_page(case: CaseFile, every: bool) -> None:
    """Print what a court asks next about each person."""
    found = [f for f in case.findings if is_court(f)]
    if not found:
        say(_NOBODY if not case.findings else "No question is worked out for this case.")
    for finding in found:
        tell_questions(case, finding, every)
        _law(finding)
        out("")
    if found:
        say(
            "These are questions, not answers. Some of them only you can answer: rainbook tell "
            f"{found[0].person}"
        )


def tell_questions(case: CaseFile, finding: Finding, every: bool) -> None:
    """Print the questions that are raised and what raises them, then the others."""
    say(f"What a court asks next - {name_of(case, finding.person)}")
    say(finding.sentence)
    tell_lines(case, "raised", finding.supports, every)
    tell_lines(case, "not raised", finding.against, every)
    tell_lines(case, "limits", finding.limits, every)


def tell_finding(case: CaseFile, finding: Finding, every: bool) -> None:
    """Print what a sign says and what it rests on: for, against and limits."""
    if is_court(finding):
        tell_questions(case, finding, every)
        return
    said = SHOWN_AS.get(finding.sign, finding.sign)
    say(f"{name_of(case, finding.person)} - {said}: {finding.outcome}")
    say(finding.sentence)
    tell_lines(case, "for", finding.supports, every)
    tell_lines(case, "against", finding.against, every)
    tell_lines(case, "limits", finding.limits, every)


def _law(finding: Finding) -> None:
    for one in finding.law:
        quoted = one.get("words") or one.get("says", "")
        dated = f"as of {one.get('as_of', '')}; in force {one.get('in_force', '')}"
        say(f"law: {one.get('section', '')}: {quoted} ({dated}; {one.get('source', '')})", "  ")


def _figures(finding: Finding) -> None:
    for name, value in finding.figures.items():
        if shown := _plain(value):
            say(f"figure: {name.replace('_', ' ')}: {shown}", "  ")


def _plain(value: Any) -> str:
    """Return a figure that fits on a line; longer ones are in the JSON."""
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, Sequence) and 0 < len(value) <= _SHORT:
        parts = [_plain(v) if isinstance(v, str | int | float) else "" for v in value]
        return ", ".join(parts) if all(parts) else ""
    return ""
