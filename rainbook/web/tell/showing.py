"""A question made ready for its page: labels, choices, what was typed, what was said before.

The one thing a reader would get wrong: a text of the book (a name, an account, words) is handed on
as it is and made visible and safe by the template; a key stands for words of ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rainbook.record import UNSAID
from rainbook.web.interface import Form
from rainbook.web.tell.felt import felt_now
from rainbook.web.tell.kinds import DAY, LIST, PICK, TICKS, WHEN, Field
from rainbook.web.tell.offers import Offer, last_offers, offers_for
from rainbook.web.tell.plain_text import plain
from rainbook.web.tell.said import label_of
from rainbook.web.tell.standing import One, Standing
from rainbook.web.tell.times import BOXES
from rainbook.web.words import Words

_BOXES_OF_A_LIST = 3


@dataclass(frozen=True, slots=True)
class Box:
    """One field of a form. `groups`: choices under their headings' keys; `typed`: what stands in
    its boxes, by their ending ("" for the field itself); `ways`: the instants a time may mean;
    `last`: "no" and "I do not know"; `open`: whether it may be left open.
    """

    spec: Field
    label: str
    hint: str
    groups: tuple[tuple[str, tuple[Offer, ...]], ...]
    typed: Mapping[str, str]
    texts: tuple[str, ...]
    ways: tuple[str, ...] = ()
    last: tuple[Offer, ...] = ()
    open: bool = False


def boxes_of(
    standing: Standing,
    one: One,
    form: Form,
    words: Words,
    ways: Mapping[str, tuple[str, ...]],
    boxes: int = 0,
) -> tuple[Box, ...]:
    """Return the fields of a question, the answer first. `boxes`: how many a list has more."""
    made = []
    for spec in one.question.fields:
        first = spec is one.question.first
        offers = offers_for(standing, one, spec) if spec.widget in (PICK, TICKS) else ()
        made.append(
            Box(
                spec,
                label_of(one.question, spec, words),
                label_of(one.question, spec, words, "-hint"),
                _grouped(offers),
                _typed(spec, form),
                _texts(spec, form, boxes),
                ways.get(spec.name, ()),
                last=last_offers(one) if first and spec.widget == PICK else (),
                open=spec.widget == PICK and not first and not spec.need,
            )
        )
    return tuple(made)


def _grouped(offers: Sequence[Offer]) -> tuple[tuple[str, tuple[Offer, ...]], ...]:
    return tuple((key, tuple(found)) for key, found in groupby(offers, key=lambda o: o.group))


def _typed(spec: Field, form: Form) -> dict[str, str]:
    endings = [*BOXES, "meant"] if spec.widget in (WHEN, DAY) else ["from", "to"]
    found = {ending: form.one(f"{spec.name}-{ending}") for ending in endings}
    return {"": form.exact(spec.name), **found}


def _texts(spec: Field, form: Form, boxes: int) -> tuple[str, ...]:
    """Return every value of a field; a list is filled up with empty boxes."""
    texts = [t.replace("\r\n", "\n") for t in form.all(spec.name)]
    if spec.widget == LIST:
        least = max(_BOXES_OF_A_LIST, len(texts)) + boxes
        texts += [""] * (least - len(texts))
    return tuple(texts)


def before(standing: Standing, one: One) -> Form:
    """Return the form as it is first shown: empty, or with how it was said to be."""
    if not one.question.keys:
        return Form()
    now = felt_now(standing)
    told = {f.name: str(getattr(now, f.name)) for f in one.question.fields}
    return Form({name: [value] for name, value in told.items() if value not in ("", UNSAID)})


def short_of(one: One, words: Words) -> str:
    """Return a question in a few words, for the list of them."""
    values = {k: plain(v) for k, v in one.values.items()}
    return words.text(f"tell-{one.question.place}-short", **values)

