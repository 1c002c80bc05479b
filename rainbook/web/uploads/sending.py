"""One form with files on its way into the book: the answers first, then each file.

The one thing a reader would get wrong: the answers are checked when the first file begins, before
one byte of it is sealed. A form whose answers do not do is not looked at any further.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rainbook.record import RainbookError
from rainbook.web.desk import Desk, NoBookOpen, Stopped
from rainbook.web.interface import Form, Slip
from rainbook.web.uploads.names import last_part, room_left
from rainbook.web.uploads.parts import Begun, Ended, Field, FormNotRead, Happening, Piece
from rainbook.web.uploads.sealing import About, SealingFile

MOST_FIELDS = 60


class AnswersNeeded(RainbookError):
    """The answers that come before the files do not do; `slips` say which."""

    def __init__(self, slips: list[Slip]) -> None:
        super().__init__(slips[0].sentence)
        self.slips = slips


class NoRoom(RainbookError):
    """There is not enough room on the disk for what is being sent."""


@dataclass(frozen=True, slots=True)
class Came:
    """One file that was sent. `trouble`: why it is not in the book, "" where it is."""

    name: str
    sha256: str = ""
    again: bool = False
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """The sentences and addresses this needs, made by the page."""

    sealing: str
    then: str
    no_name: str
    no_room: str


class Sending:
    """Give it each happening of a form with `take`; `came` is what came of the files.

    `own_of` returns what is recorded as "whose is it", and what is wrong with the answers.
    """

    def __init__(
        self,
        desk: Desk,
        saying: Saying,
        length: int,
        own_of: Callable[[Form], tuple[str, list[Slip]]],
    ) -> None:
        self.form, self.came = Form(), list[Came]()
        self._desk, self._saying, self._length = desk, saying, length
        self._own_of, self._own = own_of, ""
        self._checked = False
        self._name = ""
        self._now: SealingFile | None = None

    async def take(self, one: Happening) -> None:
        """Take the next happening. Raises AnswersNeeded, NoRoom, FormNotRead, DeskBusy, NoBookOpen
        and, where the person left, Stopped.
        """
        if isinstance(one, Field):
            self._field(one)
        elif isinstance(one, Begun):
            await self._begin(one)
        elif self._now is None:  # nothing was chosen in this field
            return
        elif isinstance(one, Piece):
            if not self._now.failed:
                await self._now.give(one.data)
        elif isinstance(one, Ended):
            await self._end(self._now)

    def check(self) -> None:
        """Hold the answers against what is needed. Raises AnswersNeeded."""
        if not self._checked:
            self._own, slips = self._own_of(self.form)
            if slips:
                raise AnswersNeeded(slips)
            self._checked = True

    async def give_up(self) -> None:
        """Keep nothing of a file that is still coming."""
        now, self._now = self._now, None
        if now is not None:
            await now.stop()

    def _field(self, one: Field) -> None:
        self.form.setdefault(one.name, []).append(one.value)
        if sum(map(len, self.form.values())) > MOST_FIELDS:
            raise FormNotRead("What was sent is not the form on this page. Use the form again.")

    async def _begin(self, one: Begun) -> None:
        self._now = None
        if one.filename == "":
            return
        self.check()
        if not self._desk.is_open:
            raise NoBookOpen("No book is open. Open it and add the file again.")
        if self._length > room_left(self._desk.book().vault().folder):
            raise NoRoom(self._saying.no_room)
        self._name = last_part(one.filename) or self._saying.no_name
        about = About(
            self._name, self._own, self.form.one("how"), self.form.one("came_from"), self._length
        )
        begun = SealingFile(self._desk, about, self._saying.sealing, self._saying.then)
        await begun.begin()
        self._now = begun

    async def _end(self, now: SealingFile) -> None:
        self._now = None
        try:
            original, again = await now.finish()
        except Stopped:
            raise
        except RainbookError as failed:
            self.came.append(Came(self._name, trouble=str(failed)))
        else:
            self.came.append(Came(self._name, original.sha256, again))
