"""Takes a form with files apart while it arrives.

The one thing a reader would get wrong: nothing is collected but small fields. The bytes of a file
are handed on as they come; every limit is here, and passing one ends the reading with a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from rainbook.record import RainbookError

MOST_PARTS = 2_000
LONGEST_HEADER = 256 << 10  # bytes; a name of 100 kB still comes through, and is cut later
LONGEST_FIELD = 40_000  # bytes
STEP = 256 << 10  # bytes handed to the parser at a time


class FormNotRead(RainbookError):
    """What was sent is no form this app makes, or not a whole one."""


@dataclass(frozen=True, slots=True)
class Field:
    """A small field of the form."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Begun:
    """A file begins; `filename` as it was given, "" where none was chosen."""

    name: str
    filename: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of the file that began last."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Ended:
    """The file that began last is whole."""


Happening = Field | Begun | Piece | Ended


class Parts:
    """Give it the body piece by piece with `feed`; then `finish`."""

    def __init__(self, content_type: str) -> None:
        kind, options = parse_options_header(content_type)
        boundary = options.get(b"boundary", b"")
        if kind != b"multipart/form-data" or not boundary:
            raise FormNotRead("This did not come from the form on this page. Use the form again.")
        self._found: list[Happening] = []
        self._parts, self._whole, self._is_file = 0, False, False
        self._label, self._value = b"", b""
        self._headers: dict[bytes, bytes] = {}
        self._name, self._kept = "", bytearray()
        try:
            self._parser = MultipartParser(
                boundary,
                {
                    "on_part_begin": self._begin,
                    "on_header_field": self._header_field,
                    "on_header_value": self._header_value,
                    "on_header_end": self._header_end,
                    "on_headers_finished": self._headers_done,
                    "on_part_data": self._data,
                    "on_part_end": self._end,
                    "on_end": self._finished,
                },
                max_header_size=LONGEST_HEADER,
            )
        except FormParserError as wrong:
            raise _not_whole() from wrong

    def feed(self, data: bytes) -> Iterator[Happening]:
        """Yield what a piece of the body holds. Raises FormNotRead."""
        view = memoryview(data)
        for at in range(0, len(view), STEP):
            try:
                self._parser.write(bytes(view[at : at + STEP]))
            except FormParserError as wrong:
                raise _not_whole() from wrong
            found, self._found = self._found, []
            yield from found

    def finish(self) -> None:
        """Raise FormNotRead where the form broke off."""
        if not self._whole:
            raise _not_whole()

    def _begin(self) -> None:
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise FormNotRead(
                "That is more at one time than this page takes. Add fewer files at a time."
            )
        self._headers, self._label, self._value = {}, b"", b""
        self._name, self._kept, self._is_file = "", bytearray(), False

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self._label += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        self._headers[self._label.lower()] = self._value
        self._label = self._value = b""

    def _headers_done(self) -> None:
        _, options = parse_options_header(
            self._headers.get(b"content-disposition", b"").decode("latin-1")
        )
        self._name = _text(options.get(b"name", b""))
        given = options.get(b"filename")
        self._is_file = given is not None
        if given is not None:
            self._found.append(Begun(self._name, _text(given)))

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._is_file:
            self._found.append(Piece(data[start:end]))
            return
        if len(self._kept) + end - start > LONGEST_FIELD:
            raise FormNotRead(
                "One of the answers is longer than this page takes. Make it shorter and try again."
            )
        self._kept += data[start:end]

    def _end(self) -> None:
        whole = Ended() if self._is_file else Field(self._name, _text(bytes(self._kept)))
        self._found.append(whole)

    def _finished(self) -> None:
        self._whole = True


def _text(raw: bytes) -> str:
    """Return bytes of a form as text; a browser writes three characters of a name as codes."""
    said = raw.decode("utf-8", "replace")
    for code, char in (("%22", '"'), ("%0D", "\r"), ("%0A", "\n")):
        said = said.replace(code, char)
    return said


def _not_whole() -> FormNotRead:
    return FormNotRead("What was sent broke off or could not be read. Nothing of it was kept.")
