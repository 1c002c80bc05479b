"""Pictures kept in boxes: HEIC, AVIF.

The one thing a reader would get wrong: they are read like films, because they are kept like films.
"""

from __future__ import annotations

from rainbook.handover.gate.files._iso import STILL, IsoMedia
from rainbook.handover.gate.files.interface import PICTURE

KIND = IsoMedia("heif", "a HEIC or AVIF picture", PICTURE, STILL)
