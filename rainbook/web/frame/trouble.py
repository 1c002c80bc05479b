"""What a page shows when something failed.

The one thing a reader would get wrong: a failure a person can do something about is shown in its
own words; of a fault of ours only the place in the program is shown, never a value, which could be
words from a record.
"""

from __future__ import annotations

import os
import traceback

from rainbook.record import RainbookError
from rainbook.web.desk import DeskBusy, NoBookOpen
from rainbook.web.interface import Answer, Asked, PageNotThere


def trouble(asked: Asked, failed: Exception) -> Answer:
    """Return the page for a failure."""
    if isinstance(failed, NoBookOpen):
        return asked.go("open")
    if isinstance(failed, DeskBusy):
        return asked.go("busy")
    if isinstance(failed, PageNotThere):
        return asked.page("not-there.html", status=404, sentence=str(failed))
    if isinstance(failed, RainbookError):
        return asked.page("trouble.html", status=422, sentence=str(failed))
    if isinstance(failed, OSError):
        said = asked.t("trouble-computer", said=failed.strerror or type(failed).__name__)
        return asked.page("trouble.html", status=500, sentence=said)
    return asked.page("trouble.html", status=500, sentence=our_fault(asked, failed))


def our_fault(asked: Asked, failed: Exception) -> str:
    """Return a sentence with the place of a fault of ours."""
    stack = traceback.extract_tb(failed.__traceback__)
    where = f"{os.path.basename(stack[-1].filename)}, {stack[-1].lineno}" if stack else "?"
    return asked.t("trouble-ours", kind=type(failed).__name__, where=where)
