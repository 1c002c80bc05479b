"""The question of `tell` for what must be kept back, kind by kind.

The one thing a reader would get wrong: it is not about the other person or an entry, so it is asked
once for the whole book; "no" is an answer and is written down as one.
"""

from __future__ import annotations

from rainbook.cli.keeping_back import ASKED, BEFORE
from rainbook.cli.screen import say
from rainbook.cli.talking import Talk
from rainbook.record import KEPT_BACK, Answered, KeepBack

_SENTENCE = (
    "Is there anything that must not go out with what you hand over: where you live now, work, a "
    "new number, a school?"
)
_OPTIONS = [(kind, f"{kind}: {ASKED[kind][0].lower()}{ASKED[kind][1:]}") for kind in KEPT_BACK]


def keep_back(talk: Talk) -> None:
    """Ask what must be kept back."""
    said = [d.what for d in talk.standing() if isinstance(d.what, (KeepBack, Answered))]
    done = any(isinstance(w, KeepBack) or w.question == "keep-back" for w in said)
    if not talk.open("keep-back", done=done):
        return
    say(BEFORE)
    while kind := talk.pick("keep-back", _SENTENCE, _OPTIONS, unsure=False, nothing="no, nothing"):
        if words := talk.words("It is (as it would be written): "):
            talk.write(KeepBack(kind, words))
        if not talk.more("Is there anything else?"):
            return
