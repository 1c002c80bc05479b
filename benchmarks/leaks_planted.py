"""Files with a secret planted in each, and files with none: the set the gate is measured on.

The one thing a reader would get wrong: the files are made by other programs than the ones that
look into them (Pillow, pikepdf, openpyxl, XlsxWriter, zipfile, email), or by hand from the
specification; so a mistake in our readers is not repeated in the set.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.leaks_in_documents import DOCUMENTS
from benchmarks.leaks_in_pictures import PICTURES
from benchmarks.leaks_in_places import PLACES
from benchmarks.leaks_in_sound import SOUND
from benchmarks.leaks_in_texts import TEXTS
from benchmarks.leaks_without import WITHOUT


@dataclass(frozen=True, slots=True)
class Planted:
    """One file. `words` is what was planted, "" in a file without; `metadata` as in a Piece."""

    name: str
    data: bytes
    secret: str
    words: str
    where: str
    metadata: bool


Maker = Callable[[str], bytes]
Slot = tuple[str, str, bool, Maker]
"""The file's ending, the place in it, whether that is metadata, and what makes it."""

STREETS = ("Larkspur Rise", "Tollgate Mews", "Penhallow Close", "Old Ropewalk", "Quarry Bank Lane")
TOWNS = ("Netherby", "Upper Tarn", "Saltmarket", "Great Oxenhope", "Wexcombe")
FIRMS = ("Harrow and Finch Upholstery", "Brindle Dental Practice", "Tarn Valley Sawmill",
         "Osprey Care Agency")
SCHOOLS = ("St Brannock's Primary School", "Wexcombe Academy", "Little Otters Nursery")
NAMES = ("Marta Quillfeather", "Joanna Threlkeld", "Sunita Vanterpool", "Bryony Ashcombe")
NETS = ("Larkspur-Hub-5G", "quillnet_home", "SKYBARN-7741", "TheOldForge")
CALENDAR = ("Tarn Valley Leisure Centre, Studio 2", "Wexcombe Surgery, Room 4",
            "Otters Nursery, side gate")


def secrets(seed: int) -> dict[str, list[str]]:
    """Return the secrets of one set, by their kind: four of each, all invented."""
    chance = random.Random(seed)
    letters, short = "ABDEFGHJLNPQRSTUWXYZ", "ABDEFGHJKMNPRSTUVWXY"

    def pick(many: str, length: int) -> str:
        return "".join(chance.choice(many) for _ in range(length))

    return {
        "address": [f"{chance.randint(2, 190)} {street}, {chance.choice(TOWNS)}"
                    for street in chance.sample(STREETS, 4)],
        # ZZ99 is kept for places that are not in the list of postcodes
        "postcode": [f"ZZ99 {chance.randint(1, 9)}{pick(letters, 2)}" for _ in range(4)],
        "workplace": chance.sample(FIRMS, 4),
        "school": [*chance.sample(SCHOOLS, 3), f"{chance.choice(TOWNS)} Village School"],
        "phone number": [f"+44 7700 900{chance.randint(100, 999)}" for _ in range(4)],
        "plate": [f"Q{pick(short, 1)}{chance.randint(10, 73)} {pick(short, 3)}" for _ in range(4)],
        "Wi-Fi name": chance.sample(NETS, 4),
        "calendar place": [*chance.sample(CALENDAR, 3), f"{chance.choice(TOWNS)} Library"],
        "author": chance.sample(NAMES, 4),
        "path": [f"C:\\Users\\{name.split()[0].lower()}.{n}\\Documents\\letters"
                 for n, name in enumerate(chance.sample(NAMES, 4))],
    }


def planted(seed: int) -> Iterator[Planted]:
    """Yield every file of the set: each text secret in each place, the places, and those without.
    """
    pool = secrets(seed)
    slots: list[Slot] = [*TEXTS, *PICTURES, *SOUND, *DOCUMENTS]
    number = 0
    for index, (ending, where, metadata, make) in enumerate(slots):
        for turn, (secret, words) in enumerate(pool.items()):
            number += 1
            chosen = words[(index + turn) % len(words)]
            name = f"{number:04d}.{ending}"
            yield Planted(name, make(chosen), secret, chosen, where, metadata)
    for ending, where, metadata, place in PLACES:
        for turn in range(3):
            number += 1
            chance = random.Random(f"{seed} {number}")
            data, words = place(chance.randint(50, 57), chance.randint(0, 5), turn)
            yield Planted(f"{number:04d}.{ending}", data, "GPS", words, where, metadata)
    for ending, where, clean in WITHOUT:
        for turn in range(5):
            number += 1
            data = clean(random.Random(f"{seed} {number}"), turn)
            yield Planted(f"{number:04d}.{ending}", data, "none", "", where, False)
