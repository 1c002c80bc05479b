"""`read`: what a file holds, without a book and without a trace.

The one thing a reader would get wrong: `read --json` is an interface others test against
(docs/read-json.md): an event a line, in file order, then one line of problems and bytes.
"""

from __future__ import annotations

from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from rainbook.case import Glance, event_json, problem_json, read_file
from rainbook.cli.desk import JsonOption
from rainbook.cli.rows import tell_accounted, tell_problems, what_of, when_of, who_of, words_of
from rainbook.cli.screen import counted, grid, out, out_json, say, visible

_SHOWN = 40
HOME = "Europe/London"


def read(
    file: Annotated[
        Path, typer.Argument(help="An export: a chat, texts, calls, a diary, contacts.")
    ],
    as_json: JsonOption = False,
    zone: Annotated[
        str | None, typer.Option(help="The time zone its clock was set to, like Europe/London.")
    ] = None,
    day_order: Annotated[
        str, typer.Option(help='"day first" or "month first", where the file leaves it open.')
    ] = "",
    encoding: Annotated[
        str, typer.Option(help="cp1252, for an old text file, once you have seen it reads right.")
    ] = "",
    every: Annotated[
        bool, typer.Option("--all", help="Show every entry, not only the first.")
    ] = False,
) -> None:
    """Show what a file holds. Nothing is kept."""
    glance = read_file(file, zone=zone, date_order=day_order, encoding=encoding)
    try:
        if as_json:
            _as_json(glance)
        else:
            _on_screen(glance, zone or HOME, every)
    finally:
        glance.close()


def _as_json(glance: Glance) -> None:
    for event in glance.events():
        out_json(event_json(event))
    reached = glance.accounted
    out_json(
        {
            "problems": [problem_json(p) for p in glance.problems],
            "accounted": {"bytes": reached.bytes, "of": reached.of},
            "wrapping": [asdict(w) for w in glance.wrappings],
            "original": glance.sha256,
            "size": glance.size,
        }
    )


def _on_screen(glance: Glance, home: str, every: bool) -> None:
    total = sum(len(t) for t in glance.tables)
    most = total if every else _SHOWN
    out(f"{visible(glance.name)}: {counted(total, 'entry')}")
    if total:
        out("")
    grid(
        "",
        ("when", "who", "what", "words"),
        (
            (when_of(event, home), who_of(event), what_of(event), words_of(event))
            for event in islice(glance.events(), most)
        ),
    )
    if total > most:
        say(f"… and {total - most:,} more. To see them all: add --all")
    out("")
    tell_problems(glance.problems)
    tell_accounted(glance.accounted.bytes, glance.accounted.of)
    out(f"SHA-256 {glance.sha256}")
    say(f"{glance.size:,} bytes. Nothing was kept, and nothing was written.")
