"""How one entry is shown on the screen.

The one thing a reader would get wrong: what is shown is the entry as its source has it; who is
behind an account stands in another column, and only after somebody said so.
"""

from __future__ import annotations

from collections.abc import Mapping

from rainbook.case import shown_span
from rainbook.cli.screen import out, say, visible
from rainbook.record import Event, Problem

_KNOWN_TO_ALL = ("tz_assumed", "missing_attachment")
_WITHHELD = "withheld number"


def when_of(event: Event, home: str) -> str:
    """Return the time in the source's zone, every reading of it."""
    moment = event.moment
    zone = home if moment.zone == "UTC" else moment.zone
    if moment.readings:
        shown = dict.fromkeys(shown_span(a, b, zone) for a, b in moment.readings)
        return " or ".join(shown)
    return shown_span(moment.earliest, moment.latest, zone)


def who_of(event: Event) -> str:
    """Return the account named, for a call or text the owner made the one it went to."""
    actor = event.actor
    if actor is None:
        return ""
    if actor.kind == "withheld":
        return _WITHHELD
    if event.way == "sent" and event.thread and event.thread != actor.raw:
        return f"{actor.raw} to {event.thread}"
    return actor.raw


def what_of(event: Event) -> str:
    """Return the kind of entry and all there is to know of it beside its words."""
    said = [event.kind.replace("_", " ")]
    if event.way in ("received", "sent", "missed"):
        said.append(event.way)
    if event.call not in ("not_a_call", event.way):
        said.append(event.call.replace("_", " "))
    if event.state not in ("normal", "blocked_by_device"):
        said.append(event.state.replace("_", " "))
    if event.duration:
        said.append(_lasted(event.duration))
    odd = [w.replace("_", " ") for w in event.warnings if w not in _KNOWN_TO_ALL]
    return ", ".join(dict.fromkeys(said)) + (f" ({', '.join(odd)})" if odd else "")


def words_of(event: Event, longest: int = 200) -> str:
    """Return the words, or what stands in their place, cut at `longest` characters."""
    if event.words is not None:
        return visible(event.words, longest)
    if event.attachments:
        return visible(", ".join(a.name for a in event.attachments), longest)
    card = [event.more.get("name"), *_texts(event.more.get("numbers"))]
    card += _texts(event.more.get("emails"))
    return visible(", ".join(str(c) for c in card if c), longest)


def tell_problems(problems: tuple[Problem, ...], names: Mapping[str, str] | None = None) -> None:
    """Print what could not be read, each with its place; `names`: originals by SHA-256."""
    for problem in problems:
        where = ""
        if problem.start is not None and problem.end and problem.end > problem.start:
            where = f" (bytes {problem.start:,} to {problem.end:,})"
        file = " / ".join(n for n in ((names or {}).get(problem.original), problem.path) if n)
        of = f" in {file}" if file else ""
        say(f"Could not be read{of}{where}: {problem.sentence}", "  " if names else "")


def tell_accounted(done: int, of: int) -> None:
    """Print how much of a file is accounted for; nothing is said of a file without bytes."""
    if of:
        share = "every byte" if done == of else f"{done:,} of {of:,} bytes"
        out(f"Accounted for: {share}.")


def _lasted(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _texts(value: object) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list | tuple) else []
