"""Starts the app: a port of this computer only, a page in the person's browser, and an end.

The one thing a reader would get wrong: the token that opens the door never stands in an address or
in the list of processes. It lies in a file only this account can read, which the browser opens and
which is gone afterwards.
"""

from __future__ import annotations

import argparse
import signal
import socket
import sys
import threading
from pathlib import Path

import uvicorn

from rainbook.record import RainbookError
from rainbook.web.app import App
from rainbook.web.desk import Desk
from rainbook.web.entrance.browser import StartFile, open_in_browser
from rainbook.web.entrance.door import Door
from rainbook.web.entrance.neutral import neutral
from rainbook.web.entrance.running import Running, opened_again
from rainbook.web.pages import session
from rainbook.web.pages import start as first
from rainbook.web.settings import read_settings
from rainbook.web.watch import Watch

NAME = "rainbook"
LOAD_AFTER = 3.0  # seconds
LEFT_FOR = 30 * 60  # seconds the page shown on leaving is still served
UNSEEN_FOR = 4 * 60 * 60  # seconds without anybody and without an open book


class PortTaken(RainbookError):
    """The port asked for cannot be had."""


class Serving:
    """One running app."""

    def __init__(self, home: Path, port: int = 0) -> None:
        self.socket = listening(port)
        self.port: int = self.socket.getsockname()[1]
        self.desk = Desk(home, read_settings(home))
        self.door = Door(
            self.port, neutral(lambda: self.desk.settings, lambda: bool(self.door.code))
        )
        self.app = App(self.desk, self.door, (*session.PAGES, *first.PAGES))
        self.running = Running(home, self.port, self.door, self.desk)
        self.desk.opened = self.running.note
        self.door.again = self.running.again
        self.watch = Watch(self.desk, lambda: self.door.visit)
        config = uvicorn.Config(
            self.app.asgi, log_config=None, access_log=False, server_header=False,
            lifespan="off", ws="none", timeout_keep_alive=5, timeout_graceful_shutdown=2,
        )
        self.server = uvicorn.Server(config)

    def run(self) -> None:
        """Serve until the person ends it, or some time after they left."""
        threading.Thread(target=self.watch.run, daemon=True).start()
        threading.Thread(target=self._end_some_day, daemon=True).start()
        threading.Thread(target=self._load_the_rest, daemon=True).start()
        try:
            self.server.run(sockets=[self.socket])
        finally:
            self.watch.end()
            self.running.gone()
            self.desk.lock()
            self.desk.end()

    def _load_the_rest(self) -> None:
        """Load the other pages once the first one had time to be shown."""
        if not self._ended.wait(LOAD_AFTER):
            self.app.load()

    def _end_some_day(self) -> None:
        while not self._ended.wait(30):
            idle = self.door.visit.idle()
            if (self.door.left and idle > LEFT_FOR) or (
                idle > UNSEEN_FOR and not self.desk.is_open
            ):
                self.server.should_exit = True
                return

    _ended = threading.Event()


def listening(port: int) -> socket.socket:
    """Return a socket on this computer's own address. Raises PortTaken."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        made.bind(("127.0.0.1", port))
    except (OSError, OverflowError) as refused:
        made.close()
        why = getattr(refused, "strerror", None) or "there is no such port"
        raise PortTaken(
            f"Port {port} of this computer cannot be used ({why}). Leave --port out to have a free "
            "one found."
        ) from refused
    made.listen(64)
    return made


def default_home() -> Path:
    """Return where books are kept unless something else is said."""
    return Path.home() / NAME


def main(given: list[str]) -> int:
    """Start the app, or show the one that runs already; return the exit code."""
    reads = argparse.ArgumentParser(
        prog=f"{NAME} open", description="Open the app in your browser, on this computer only."
    )
    reads.add_argument("--folder", type=Path, default=None, help="Where your books are kept.")
    reads.add_argument("--port", type=int, default=0, help="A port of this computer.")
    reads.add_argument(
        "--no-browser", action="store_true", help="Only print the address and the code."
    )
    asked = reads.parse_args(given)
    home = (asked.folder or default_home()).absolute()
    try:
        again = opened_again(home)
        if again is not None:
            _show(StartFile(*again, home), again[0], "", not asked.no_browser)
            return 0
        serving = Serving(home, asked.port)
    except RainbookError as failed:
        sys.stderr.write(f"{failed}\n")
        return 2
    door = serving.door
    start = StartFile(serving.port, door.token, home)
    # a computer that is shut down ends programs this way: nothing is to be left behind
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        serving.running.note()
        door.entered = start.remove
        _show(start, serving.port, door.code, not asked.no_browser)
        serving.run()
    finally:
        serving.running.gone()
        start.remove()
    return 0


def _show(start: StartFile, port: int, code: str, browser: bool) -> None:
    shown = browser and open_in_browser(start.write())
    if code:
        said = "If no page opens, go" if shown else "Go"
        sys.stdout.write(
            f"{said} to http://127.0.0.1:{port}/open in a browser on this computer and type this "
            f"code: {code[:5]}-{code[5:]}\nTo end: press Exit on the page, or Ctrl and C here.\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
