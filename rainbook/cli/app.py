"""Gathers the commands and turns every failure into a plain sentence.

The one thing a reader would get wrong: an error is printed without a trace of the program's inside,
because a trace can hold words from a record; with --json it is one JSON object.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from typing import Any

import typer

from rainbook.cli import (
    asking,
    checking,
    deciding,
    extras_page,
    giving,
    holders,
    keeping,
    keeping_back,
    looking,
    proof_page,
    reading,
    recipes_page,
    saying,
    stamping,
    taking_in,
    telling,
)
from rainbook.cli.screen import out_json, visible
from rainbook.record import RainbookError

DONE, FOUND, NOT_DONE = 0, 1, 2
# typer carries a copy of click or uses the real one, depending on its version: this is its class
_CALLED_WRONGLY: Any = typer.BadParameter.__mro__[2]

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="A private record book that stays on your computer. Begin with: rainbook new",
)
app.command("new")(keeping.new)
app.command("read")(reading.read)
app.command("add")(keeping.add)
saying.people.command("ask")(asking.ask)
app.add_typer(saying.people, name="people")
app.command("tell")(telling.tell)
app.command("decide")(deciding.decide)
app.command("look")(looking.look)
app.command("keep-back")(keeping_back.keep_back)
app.command("hand-over")(giving.hand_over)
app.command("recipes")(recipes_page.recipes)
app.command("verify")(checking.verify)
app.command("take-in")(taking_in.take_in)
app.add_typer(holders.keys, name="keys")
app.add_typer(extras_page.extra, name="extra")
extras_page.stamp.command("ask")(stamping.ask)
extras_page.stamp.command("keep")(stamping.keep)
extras_page.stamp.command("open")(proof_page.open_one)
app.add_typer(extras_page.stamp, name="stamp")
app.command("example")(checking.example)


def main() -> None:
    """Run the command and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(given: list[str]) -> int:
    """Run one command; return 0 when done, 1 when a check found something, 2 when something has to
    be mended first.
    """
    for stream in (sys.stdout, sys.stderr):
        # a terminal of another alphabet shows \\u2026 instead of failing
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    as_json = "--json" in given
    try:
        code = app(given, prog_name="rainbook", standalone_mode=False)
        sys.stdout.flush()
    except _CALLED_WRONGLY as wrong:
        return _called_wrongly(wrong, as_json)
    except RainbookError as failed:
        return _say(str(failed), as_json)
    except (KeyboardInterrupt, EOFError, typer.Abort):
        return _stopped(as_json)
    except OSError as failed:
        if _reader_gone(failed):
            return NOT_DONE
        return _say(
            f"The computer refused ({failed.strerror or type(failed).__name__}). What was reported "
            "as done is kept; nothing else was.",
            as_json,
        )
    except Exception as failed:
        return _our_fault(failed, as_json)
    # Ctrl-C inside a command comes back as 130
    return _stopped(as_json) if code == 130 else code if isinstance(code, int) else DONE


def _called_wrongly(wrong: Any, as_json: bool) -> int:
    said = wrong.format_message()
    if not as_json and type(wrong).__name__ == "NoArgsIsHelpError":
        sys.stdout.write(said + "\n")
        return NOT_DONE
    context = getattr(wrong, "ctx", None)
    more = f" See: {context.command_path} --help" if context is not None else ""
    return _say(said + more, as_json)


def _stopped(as_json: bool) -> int:
    return _say("Stopped. What was reported as done is kept; nothing else was.", as_json)


def _reader_gone(failed: OSError) -> bool:
    """Return whether the program that read our output has ended; then there is nobody to tell."""
    if failed.errno not in (errno.EPIPE, errno.EINVAL):
        return False
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return failed.errno == errno.EPIPE
    return True


def _our_fault(failed: Exception, as_json: bool) -> int:
    """Name the place of a fault of ours, and no value: a value could be words from a record."""
    where = traceback.extract_tb(failed.__traceback__)[-1]
    place = f"{os.path.basename(where.filename)}, line {where.lineno}"
    return _say(
        f"This is a fault in the program itself ({type(failed).__name__} at {place}), not "
        "something you did. What was reported as done is kept. Please tell the people who make it "
        "this one line.",
        as_json,
    )


def _say(sentence: str, as_json: bool) -> int:
    try:
        if as_json:
            out_json({"error": sentence})
        else:
            sys.stdout.flush()
            sys.stderr.write(visible(sentence) + "\n")
        sys.stdout.flush()
    except OSError:
        return NOT_DONE
    return NOT_DONE
