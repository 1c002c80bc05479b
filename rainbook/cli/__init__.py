"""The command line. What the page can do, the command can do, through the same door
(`rainbook.case`).

The one thing a reader would get wrong: a passphrase comes from a prompt, a file or a file
descriptor, never from an
argument or the environment, where other programs could read it.
"""

from rainbook.cli.app import app, main

__all__ = ["app", "main"]
