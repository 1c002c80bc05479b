"""Shows the first page in a browser, in a private window where one can be had.

The one thing a reader would get wrong: what a program is started with can be read by every account
of the computer. The browser is given the path of a file, and the token is in the file.
"""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import webbrowser
from contextlib import suppress
from pathlib import Path

FILE = "start.html"
_START = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Rainbook</title></head>'
    '<body><form id="go" method="post" action="http://127.0.0.1:{port}/enter">'
    '<input type="hidden" name="token" value="{token}"><button>Rainbook</button></form>'
    '<script>document.getElementById("go").submit()</script></body></html>\n'
)
_BEGIN = _START.partition("{")[0]
# a private window keeps no list of pages after it is closed
PRIVATE = {
    "linux": (
        ("firefox", "--private-window"), ("firefox-esr", "--private-window"),
        ("google-chrome", "--incognito"), ("chromium", "--incognito"),
        ("chromium-browser", "--incognito"), ("microsoft-edge", "--inprivate"),
        ("brave-browser", "--incognito"),
    ),
    "win32": (
        (r"%ProgramFiles%\Mozilla Firefox\firefox.exe", "-private-window"),
        (r"%ProgramFiles%\Google\Chrome\Application\chrome.exe", "--incognito"),
        (r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe", "--inprivate"),
        (r"%ProgramFiles%\Microsoft\Edge\Application\msedge.exe", "--inprivate"),
    ),
    "darwin": (
        ("/Applications/Firefox.app/Contents/MacOS/firefox", "--private-window"),
        ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "--incognito"),
        ("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge", "--inprivate"),
    ),
}


class StartFile:
    """The file the browser opens first; it holds the token, and only this account can read it.

    It lies in the folder of the books where there is one, because some browsers may not look into
    the folder for temporary files.
    """

    def __init__(self, port: int, token: str, home: Path) -> None:
        self._port, self._token, self._home = port, token, home
        self._path: Path | None = None
        self._made: Path | None = None

    def write(self) -> Path:
        """Write the file and return its path. Raises OSError."""
        folder = self._home
        if not folder.is_dir() or _is_somebodys(folder / FILE):
            folder = self._made = Path(tempfile.mkdtemp(prefix="rb-"))
        self._path = folder / FILE
        self._path.unlink(missing_ok=True)
        text = _START.format(port=self._port, token=html.escape(self._token))
        opened = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as file:
            file.write(text)
        return self._path

    def remove(self) -> None:
        """Take the file away again; more than once does no harm.

        One in the folder of the books goes too where it was written by a program started later,
        which has ended since.
        """
        with suppress(OSError):
            if not _is_somebodys(self._home / FILE):
                (self._home / FILE).unlink(missing_ok=True)
        with suppress(OSError):
            if self._path is not None:
                self._path.unlink(missing_ok=True)
            if self._made is not None:
                self._made.rmdir()
        self._path = self._made = None


def _is_somebodys(path: Path) -> bool:
    """Return whether a file of this name is there that is none of ours."""
    try:
        with path.open("rb") as file:
            return file.read(len(_BEGIN)).decode("utf-8", "replace") != _BEGIN
    except FileNotFoundError:
        return False
    except OSError:
        return True


def open_in_browser(file: Path) -> bool:
    """Open a file in a private window, or in any; return whether a browser was started."""
    for program, private in PRIVATE.get(sys.platform, ()):
        found = shutil.which(os.path.expandvars(program))
        if found and _started([found, private, file.as_uri()]):
            return True
    try:
        return webbrowser.open(file.as_uri())
    except (OSError, webbrowser.Error):
        return False


def _started(command: list[str]) -> bool:
    try:
        browser = subprocess.Popen(  # a fixed program and a file of ours
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )
    except OSError:
        return False
    # so that it does not stand in the list of processes after it ended
    threading.Thread(target=browser.wait, daemon=True).start()
    return True
