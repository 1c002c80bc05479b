"""Gathers the commands and turns every failure into a plain sentence.

The one thing a reader would get wrong: an error is printed without a trace of the program's inside,
because a trace
can hold words from a record; with --json it is one JSON object.
"""

from __future__ import annotations

import json
import sys

import typer

from rainbook.cli import giving, keeping, reading, saying
from rainbook.cli.desk import out
from rainbook.record import RainbookError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="A private record book that stays on your computer.",
)
app.command("new")(keeping.new)
app.command("read")(reading.read)
app.command("add")(keeping.add)
app.add_typer(saying.people, name="people")
app.command("decide")(saying.decide)
app.command("look")(reading.look)
app.command("hand-over")(giving.hand_over)
app.command("verify")(giving.verify)
app.add_typer(keeping.keys, name="keys")
app.command("example")(giving.example)


def main() -> None:
    """Run the command; exit 0 when done, 1 when a check found something, 2 when something has to be
    mended first.
    """
    try:
        app(standalone_mode=True)
    except RainbookError as failed:
        _say(str(failed))
    except KeyboardInterrupt:
        _say("Stopped. What was reported as done is kept; nothing else was.")
    except BrokenPipeError:
        sys.stderr.close()  # whoever was reading has gone; there is nobody to tell
        sys.exit(2)
    except (OSError, MemoryError, RecursionError) as failed:
        _say(
            f"The computer refused ({type(failed).__name__}: "
            f"{getattr(failed, 'strerror', None) or failed}). Nothing was changed half-way."
        )


def _say(sentence: str) -> None:
    if "--json" in sys.argv:
        out(json.dumps({"error": sentence}))
    else:
        sys.stderr.write(sentence + "\n")
    sys.exit(2)
