"""Files on their way in: from the browser through memory to the sealed store, piece by piece.

The one thing a reader would get wrong: nothing here writes a file. What arrives is handed on in
small pieces, and whoever seals sets the pace.
"""

from rainbook.web.uploads.names import last_part, room_left
from rainbook.web.uploads.parts import Begun, Ended, Field, FormNotRead, Happening, Piece
from rainbook.web.uploads.pipe import Pipe, UploadStopped
from rainbook.web.uploads.reading import FormRefused, happenings, let_go
from rainbook.web.uploads.sealing import About, SealingFile
from rainbook.web.uploads.sending import Came, Sending

__all__ = [
    "About",
    "Begun",
    "Came",
    "Ended",
    "Field",
    "FormNotRead",
    "FormRefused",
    "Happening",
    "Piece",
    "Pipe",
    "SealingFile",
    "Sending",
    "UploadStopped",
    "happenings",
    "last_part",
    "let_go",
    "room_left",
]
