"""The command `rainbook serve-guide`: hosts the guide, and reads what people said about it.

The one thing a reader would get wrong: it carries no TLS itself, so it listens to this computer
only, unless it is told that a server with TLS stands in front (docs/hosting.md).
"""

from __future__ import annotations

import argparse
import contextlib
import os
import socket
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import uvicorn

from rainbook.record import RainbookError
from rainbook.web.feedback.store import NAME, Kept, as_csv, as_lines
from rainbook.web.hosting.shield import Shield
from rainbook.web.hosting.site import Site
from rainbook.web.hosting.slow import timed
from rainbook.web.settings import LANGUAGES, LEAVING, Settings, is_address

HERE = "127.0.0.1"
CONNECTIONS = 400
_OURS = {NAME, "feedback.lock", "feedback.new"}


class HostingRefused(RainbookError):
    """What was asked for would put the guide, or a book, where it should not be."""


def main(given: Sequence[str]) -> int:
    """Serve the guide, or export feedback; return the exit code."""
    try:
        if given and given[0] == "export":
            return _export(given[1:])
        return _serve(given)
    except RainbookError as failed:
        sys.stderr.write(f"{failed}\n")
        return 2


def _serve(given: Sequence[str]) -> int:
    asked = _reader().parse_args(given)
    folder = _folder(asked.folder)
    behind = bool(asked.behind_proxy)
    if asked.host != HERE and not behind:
        raise HostingRefused(
            f"Without TLS the guide listens to {HERE} only. Put a server with TLS in front of it "
            "and say so with --behind-proxy; docs/hosting.md shows how."
        )
    if behind and not asked.name:
        raise HostingRefused(
            "Say under which name people reach the guide, for example --name guide.example.org."
        )
    if asked.leave not in LEAVING and not is_address(asked.leave):
        raise HostingRefused("--leave takes converter, calendar, blank, or an https address.")
    taken = _listening(asked.host, asked.port)
    port = taken.getsockname()[1]
    hosts = {f"{HERE}:{port}", f"localhost:{port}", *(name.lower() for name in asked.name)}
    site = Site(folder, Settings(asked.language, asked.leave))
    shield = Shield(frozenset(hosts), asked.behind_proxy or "")
    config = uvicorn.Config(
        shield.around(site.asgi), http=timed(asked.seconds), log_config=None, log_level="critical",
        access_log=False, server_header=False, lifespan="off", ws="none", proxy_headers=False,
        timeout_keep_alive=5, timeout_graceful_shutdown=2, limit_concurrency=CONNECTIONS,
        h11_max_incomplete_event_size=16 << 10,
    )
    sys.stdout.write(f"The guide is at http://{HERE}:{port}/ . To end: Ctrl and C.\n")
    sys.stdout.flush()
    uvicorn.Server(config).run(sockets=[taken])
    return 0


def _reader() -> argparse.ArgumentParser:
    reads = argparse.ArgumentParser(
        prog="rainbook serve-guide",
        description="Serve the guide, the help page and the feedback form. There is no book here.",
        epilog="To read what people said: rainbook serve-guide export --help",
    )
    say = reads.add_argument
    say("--folder", type=Path, required=True, help="Where feedback is kept; nothing else in it.")
    say("--port", type=int, default=8080, help="The port to listen at; 0 finds a free one.")
    say("--host", default=HERE, help="The address to listen at; another needs --behind-proxy.")
    say("--behind-proxy", metavar="ADDRESS", help="The address of the server with TLS in front.")
    say("--name", action="append", default=[], help="A name people reach the guide under.")
    say("--language", choices=LANGUAGES, default="en", help="The language of the pages.")
    say("--leave", default="converter", help="Where Exit leads: converter, calendar, blank, or "
        "an https address.")
    say("--seconds", type=float, default=20.0, help="How long one request may take.")
    return reads


def _folder(folder: Path) -> Path:
    """Return the folder, made if it is not there. Raises HostingRefused."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        other = sorted({one.name for one in folder.iterdir()} - _OURS)
    except OSError as failed:
        raise HostingRefused(f"{folder} cannot be used ({failed.strerror}).") from failed
    if other:
        raise HostingRefused(
            f"There are other files in {folder} ({other[0]}). Feedback needs a folder of its own, "
            "so that nothing private is ever beside it. Name a new one."
        )
    return folder


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except (OSError, OverflowError) as refused:
        made.close()
        raise HostingRefused(
            f"Port {port} at {host} cannot be used. Name another with --port."
        ) from refused
    made.listen(128)
    return made


def _export(given: Sequence[str]) -> int:
    reads = argparse.ArgumentParser(
        prog="rainbook serve-guide export", description="Read, copy or take away what people said."
    )
    say = reads.add_argument
    say("--folder", type=Path, required=True, help="Where feedback is kept.")
    say("--form", choices=("csv", "lines"), default="csv", help="A table, or lines of JSON.")
    say("--out", type=Path, help="A new file to write to; without it, the screen.")
    say("--delete-before", metavar="DAY", type=date.fromisoformat,
        help="Take away everything of earlier days (2026-01-31), and show nothing.")
    asked = reads.parse_args(given)
    kept = Kept(asked.folder)
    if asked.delete_before:
        gone = kept.delete_before(asked.delete_before)
        sys.stdout.write(f"{gone} taken away, {len(kept.entries())} left.\n")
        return 0
    entries = kept.entries()
    text = as_csv(entries) if asked.form == "csv" else as_lines(entries)
    if asked.out is None:
        # the screen of this computer may not know every letter
        with contextlib.suppress(AttributeError):
            sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        sys.stdout.write(text)
        return 0
    try:
        with asked.out.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as failed:
        raise HostingRefused(
            f"{asked.out} cannot be written ({failed.strerror}). Name a file that is not there yet."
        ) from failed
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
