"""Sound kept in boxes: M4A.

The one thing a reader would get wrong: a recording a phone calls .m4a may begin as a
film does, and is then read as one.
"""

from __future__ import annotations

from rainbook.handover.gate.files._iso import SOUND, IsoMedia
from rainbook.handover.gate.files.interface import SPEECH

KIND = IsoMedia("m4a", "a sound recording (M4A)", SPEECH, SOUND)
