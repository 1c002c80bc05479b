"""One example for each kind of thing `decide` takes.

The one thing a reader would get wrong: the entries, numbers and people in the examples are
invented. A reference like 3fa8c1d2e4b59607 is shown by `rainbook look --events PERSON`.
"""

from __future__ import annotations

from collections.abc import Mapping

_ONE = "event=3fa8c1d2e4b59607"
EXAMPLES: Mapping[str, str] = {
    "told-to-stop": f"person=alex {_ONE}  (or at=2024-03-24 instead of event)",
    "blocked": 'person=alex at="2024-05-13 07:52"',
    "warned": 'person=alex at=2024-05-27 by="PC Lee, by telephone"',
    "order-served": 'person=alex kind="non-molestation order" served=2024-06-01 clauses="…"',
    "not-relevant": _ONE,
    "by-person": f"{_ONE} person=alex basis=seen",
    "asks": 'person=alex words="No contact of any kind."',
    "date-order": 'original=export.txt order="day first"',
    "zone": "original=export.txt zone=Europe/London",
    "encoding": "original=diary.csv encoding=cp1252",
    "setting": "name=initials value=AB",
    "person": 'person=alex name="Alex Reed" role=them',
    "account": 'person=alex account=phone:+447700900317 basis="own number"',
    "take-back": "number=12",
    "relationship": 'person=alex bond="former partners" words="We parted in January."',
    "started-by": f"{_ONE} who=them",
    "did-back": f'{_ONE} what="asked to stop"',
    "purpose": f"person=alex purpose=child  (or of one entry: {_ONE})",
    "aimed-at": f"{_ONE} at=jo because_of_me=yes",
    "acted-for": f"{_ONE} person=alex basis=recognised",
    "sort": f'{_ONE} sort="came to my home"',
    "tag": f"{_ONE} tag=s2A_3_a",
    "together": 'person=alex how="lived together" start=2012 end=2014-05',
    "gap-reason": "person=alex reason=abroad start=2023-02 end=2023-06",
    "history": "person=alex past=threats start=2019",
    "impact": f'{_ONE} alarm=yes distress=yes fear_of_violence="do not know"',
    "changed": 'area=sleep words="I wake at every sound." start=2024-04',
    "witness": f'{_ONE} who="the camera of the shop next door"',
    "told": 'who="police, by telephone" at=2024-05-27 reference=00/00000/24',
    "knew": f'{_ONE} words="My new shift. I had told nobody."',
    "theme": f'{_ONE} theme="the ring"',
    "connects": f'{_ONE} other=b59607e4d2c1a83f words="The same car."',
    "came-after": f"{_ONE} refusal=12",
    "never-arrived": f'{_ONE} words="The office sent it back."',
    "explained": 'person=alex answer=yes words="Our son."',
    "single-threat": f"{_ONE} of=death",
    "clause": 'order=12 clause=1 words="You must not contact Sam." forbids="any contact"',
    "order-allows": 'order=12 words="Handing over the child." hours=09:00-17:00',
    "allowed": f"{_ONE} order=12 answer=no",
    "not-asked": "question=purpose about=alex",
    "answered": "question=blocked answer=no about=alex",
    "keep-back": 'kind=number words="07700 900555"',
    "police-contact": 'person=alex at=2024-05-27 how=phone who="PC Lee" promised="to ring back" '
    "promised_by=2024-06-03",
    "perishable": 'person=alex what=cctv where="the shop" at=2024-05-18 asked_at=2024-05-20',
    "produced-by": 'original=export.txt name="Jo Marsh" initials=JM',
}
