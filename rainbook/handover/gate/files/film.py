"""Films: MP4, MOV, 3GP.

The one thing a reader would get wrong: a film may hold only sound; what is said in
it is not looked into either way.
"""

from __future__ import annotations

from rainbook.handover.gate.files._iso import IsoMedia
from rainbook.handover.gate.files.interface import FILM

KIND = IsoMedia("film", "a film (MP4, MOV, 3GP)", FILM, ())
