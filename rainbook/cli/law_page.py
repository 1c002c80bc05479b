"""What the law asks for, with what is on record beside each part of it.

The one thing a reader would get wrong: a part of the law with records beside it is not made out,
and one without any is not disproved. It says what bears on it and what is not recorded.
"""

from __future__ import annotations

from rainbook.cli.cited import name_of, references, tell_lines
from rainbook.cli.screen import out, say
from rainbook.record import CaseFile, ElementLine, Matrix


def law_page(case: CaseFile, every: bool) -> None:
    """Print each matrix: threats first, then the dates to ask about, then the parts of the law."""
    for matrix in case.matrices:
        _heading(case, matrix)
        if matrix.threats:
            say("\nTo be read first: single messages you picked.")
            tell_lines(case, "", matrix.threats, every)
        if matrix.card:
            say("\nDates to ask about.")
        for card in matrix.card:
            day = f" ({card.day})" if card.day and card.day not in card.sentence else ""
            cited = references(case, card.rows, card.decisions, every)
            say(f"{card.sentence}{day} Source: {card.source}.{cited}", "  ")
        for line in matrix.elements:
            _element(case, line, every)
        if matrix.limits:
            out("")
        tell_lines(case, "limits", matrix.limits, every)
        out("")
    if not case.matrices and any(p.role == "suspect" for p in case.people):
        say("Nothing is worked out beside the law for this book.")
    elif not case.matrices:
        say(
            "Nothing can be laid beside the law yet: nobody is named as the one whose contact this "
            "book is about. See: rainbook people"
        )


def _heading(case: CaseFile, matrix: Matrix) -> None:
    say(f"{matrix.name}: what the law asks for, and what is on record about "
        f"{name_of(case, matrix.person)}.")
    say(f"The law is given as of {matrix.as_of}. {matrix.note}")
    say("Nothing here says that any part of it is made out: that is for a court.")


def _element(case: CaseFile, line: ElementLine, every: bool) -> None:
    part = line.element
    out("")
    say(f"{part.get('section', '')}: {part.get('title', '')}")
    if line.route:
        say(f"One of two ways, looked at apart: {line.route}", "  ")
    for quoted in (part.get("words", ""), part.get("says", "")):
        if quoted:
            say(quoted, "  ")
    tell_lines(case, "on record", line.bears, every)
    tell_lines(case, "against", line.weakens, every)
    tell_lines(case, "not recorded", line.gaps, every)
    if not (line.bears or line.weakens or line.gaps):
        say("Nothing is on record that bears on it.", "  ")
    if said := part.get("cannot_say", ""):
        say(f"what no program can say: {said}", "  ")
    dated = f"as of {part.get('as_of', '')}; in force {part.get('in_force', '')}"
    say(f"({dated}; {part.get('source', '')})", "  ")
