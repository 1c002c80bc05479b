"""Begins: the app where nothing is said, the command where something is.

The one thing a reader would get wrong: this is the only place that knows both fronts, and it loads
only the one that is meant.
"""

from __future__ import annotations

import sys
from importlib import import_module

APP = {"open": "rainbook.web.serve", "serve-guide": "rainbook.web.hosted",
       "carry": "rainbook.web.carry"}
"""The commands that are no part of the command line, and what they start."""
_MORE = """
The app, in your browser, on this computer only:
  open          open the app; the same as rainbook alone
  carry         put the program on a stick
  serve-guide   for organisations: serve the public guide, without any book
"""


def main() -> None:
    """Start what was asked for and leave with its exit code."""
    given = sys.argv[1:]
    name = given[0] if given else "open"
    if name in APP:
        try:
            code = import_module(APP[name]).main(given[1:])
        except KeyboardInterrupt:
            code = 0
        sys.exit(code)
    if given == ["--help"]:
        sys.stdout.write(_MORE.lstrip() + "\n")
    import_module("rainbook.cli").main()


if __name__ == "__main__":
    main()
