"""How hard the words of the app are to read: the Flesch-Kincaid grade of a translation file.

    grade = 0.39 x words / sentences + 11.8 x syllables / words - 15.59

A sentence ends with . ? or !, with a line of a list, or with the text. What is left out: pieces
of fewer than four words (buttons and labels are no sentences and would make a file look easier than
it is), what is put in from outside, numbers, and names (a word with a capital inside a sentence).
Syllables are counted as groups of vowels, without a silent e at the end; tests/web/test_words.py
has the words this was tried on.

The one thing a reader would get wrong: the grade is a measure of long words and long sentences, not
of being understood. Nobody of that age has read them.
"""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast

FEWEST = 4  # words of a piece that is measured
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_END = re.compile(r"[.?!](?=\s|$|[\"”*)])|\n\s*(?:[-*]|\d+\.)\s|\n\s*\n")
_APART = re.compile(r"(?<![tscgx])i(?:a|o|u)|(?<=r)iou|[aeouy]ing$|uie|eo$|(?<![qg])ua")
_ODD = {"people": 2, "idea": 3, "ideas": 3, "area": 3, "areas": 3, "create": 2, "created": 3,
        "anyone": 3, "being": 2, "quiet": 2, "experience": 4, "one": 1, "once": 1, "does": 1}
_MARKS = re.compile(r"[*_`\"“”]|^\s*(?:[-*]|\d+\.)\s", re.M)


@dataclass(frozen=True)
class Read:
    """What was counted in a text."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """Return the grade, 0.0 where there is no sentence."""
        if not self.words:
            return 0.0
        per_word = self.syllables / self.words
        return 0.39 * self.words / self.sentences + 11.8 * per_word - 15.59


def syllables(word: str) -> int:
    """Return how many syllables a word has, by its groups of vowels; rather one too many."""
    bare = re.sub(r"[^a-z]", "", re.sub(r"['’]s?$", "", word.casefold()))
    if bare in _ODD:
        return _ODD[bare]
    bare = re.sub(r"(some|where|there|here|home|fore|time|safe)(?=[b-df-hj-np-tv-z])", _mute, bare)
    if not re.search(r"[^aeiouy]les?$", bare):
        bare = re.sub(r"(?<=[aeiouy])([^aeiouy]*)e$", r"\1", bare)
        bare = re.sub(r"(?<=[aeiouy])((?:[^aeiouy]*[^aeiouyszxcg])?)(?<!ch)(?<!sh)es$", r"\1", bare)
        bare = re.sub(r"(?<=[aeiouy])([^aeiouy]*[^aeiouytd])ed$", r"\1", bare)
    groups = len(re.findall(r"[aeiouy]+", re.sub(r"^y", "", bare)))
    return max(1, groups + len(_APART.findall(bare)))


def _mute(found: re.Match[str]) -> str:
    return found[1].removesuffix("e")


def counted(text: str) -> Read:
    """Count a text: every piece of four words or more."""
    words = sentences = parts = 0
    for piece in _END.split(text):
        found = _words_of(_MARKS.sub(" ", piece))
        if len(found) < FEWEST:
            continue
        sentences += 1
        words += len(found)
        parts += sum(syllables(word) for word in found)
    return Read(words, sentences, parts)


def read_file(path: Path) -> Read:
    """Count every text of a translation file."""
    reads = [counted(text) for text in texts_of(path).values()]
    return Read(*(sum(each) for each in zip(*map(astuple, reads), strict=True)))


def texts_of(path: Path) -> dict[str, str]:
    """Return each text of a translation file by its name; of two of one name, the last. What is
    put in from outside is left out, and the forms of a choice follow each other as sentences.
    """
    return {
        entry.id.name: _said(entry.value) if entry.value else ""
        for entry in entries_of(path) if isinstance(entry, ast.Message)
    }


def entries_of(path: Path) -> list[ast.EntryType]:
    """Return what a translation file holds: messages, comments, and what cannot be read."""
    return FluentParser().parse(path.read_text(encoding="utf-8")).body


def _said(pattern: ast.Pattern) -> str:
    parts: list[str] = []
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            parts.append(element.value)
        elif isinstance(element.expression, ast.SelectExpression):
            forms = [_said(variant.value) for variant in element.expression.variants]
            parts.append(" " + ". ".join(forms) + " ")
    return "".join(parts)


def _words_of(piece: str) -> list[str]:
    words = [word for word in _WORD.findall(piece) if word.strip("'’-")]
    return [w for n, w in enumerate(words) if w[0].islower() or n == 0 or w == "I"]
