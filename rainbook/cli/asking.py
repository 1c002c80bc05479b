"""`people ask`: the open questions one by one, each with plain choices.

The one thing a reader would get wrong: skipping is not an answer, and "I do not know" is an answer.
It is written down as such, joins nothing, and is never taken for "no".
"""

from __future__ import annotations

import re

from rainbook.case import Book, Question, question_json
from rainbook.cli.desk import (
    DEFAULT_BOOK,
    BookOption,
    ByOption,
    JsonOption,
    PassFdOption,
    PassFileOption,
    opened,
)
from rainbook.cli.saying import ROLE_WORDS, WORD_OF_ROLE, is_name, sentence_of
from rainbook.cli.screen import out, out_json, say
from rainbook.cli.talking import BASES_SAID, Enough, choice, typed
from rainbook.record import AccountOf, Person, PersonNamed, RainbookError, Withdrawn

_ROLES = (
    ("them", "the one whose contact this book is about"),
    ("witness", "somebody who saw or heard something"),
    ("other", "somebody else"),
)


def ask(
    book: BookOption = DEFAULT_BOOK,
    as_json: JsonOption = False,
    passphrase_file: PassFileOption = None,
    passphrase_fd: PassFdOption = None,
    by: ByOption = "owner",
) -> None:
    """Go through what only you can say. Every question can be skipped."""
    with opened(book, passphrase_file, passphrase_fd, by) as one:
        looked, zone = one.looked(), one.settings()["zone"]
        if as_json:
            for question in looked.questions:
                out_json(question_json(question, zone))
            return
        open_ones = [q for q in looked.questions if q.code in ("whose", "two people")]
        open_ones.sort(key=lambda q: (-q.rows, q.accounts))
        if not open_ones:
            out("There is nothing to ask.")
            return
        say(
            "These questions are yours alone to answer. Enter skips one; q stops. Nothing is "
            "final: everything can be taken back later."
        )
        try:
            _me(one)
            for place, question in enumerate(open_ones, 1):
                out(f"\n{place} of {len(open_ones)}")
                if question.code == "whose":
                    say(sentence_of(question, zone))
                    _whose(one, question, question.accounts[0] in looked.not_known)
                else:
                    _two_people(one, question)
        except (Enough, EOFError):
            pass
        say("\nThat is all for now. What you said is written down. See: rainbook people")


def _me(book: Book) -> None:
    """Ask for the person's own name where nobody was named as them."""
    if any(p.role == "complainant" for p in book.people()):
        return
    name = typed("\nWhat is your name, as it should stand on paper? (Enter to skip) ")
    if name:
        _write(book, PersonNamed(_free_word(book, name), name, "complainant"))


def _whose(book: Book, question: Question, known_unknown: bool) -> None:
    named = book.people()
    choices = [f"{p.name} ({_who(p)})" for p in named]
    for number, text in enumerate(choices, 1):
        say(f"{number}  {text}", "  ")
    out("  n  somebody not named yet")
    out("  d  I do not know" + (" (what you said before)" if known_unknown else ""))
    out("  Enter  skip")
    chosen = choice("Which one? ", len(choices), "nd")
    account = question.accounts[0]
    if chosen == "d":
        book.not_known(account)
        say('Written down: you do not know. That is not a "no", and it joins nothing.')
    elif chosen == "n":
        person = _somebody_new(book, question)
        if person is not None:
            _basis(book, person, account)
    elif chosen:
        _basis(book, named[int(chosen) - 1], account)


def _somebody_new(book: Book, question: Question) -> Person | None:
    account = question.accounts[0]
    proposed = question.proposed[0] if question.proposed else ""
    if is_name(account):
        proposed = account.rpartition(":name:")[2]
    hint = f" (Enter for {proposed})" if proposed else " (Enter to skip)"
    name = typed(f"Their name, or a word for them{hint}: ") or proposed
    if not name:
        return None
    out("Who are they here?")
    for number, (_, text) in enumerate(_ROLES, 1):
        out(f"  {number}  {text}")
    out("  Enter  skip")
    chosen = choice("Which one? ", len(_ROLES))
    if not chosen:
        return None
    made = PersonNamed(_free_word(book, name), name, ROLE_WORDS[_ROLES[int(chosen) - 1][0]])
    _write(book, made)
    return Person(made.person, made.name, made.role)


def _basis(book: Book, person: Person, account: str) -> None:
    if person.role == "complainant":
        _write(book, AccountOf(person.key, account, "own number"))
        return
    out("How do you know?")
    for number, (_, text) in enumerate(BASES_SAID, 1):
        out(f"  {number}  {text}")
    out("  Enter  skip")
    chosen = choice("Which one? ", len(BASES_SAID))
    if chosen:
        _write(book, AccountOf(person.key, account, BASES_SAID[int(chosen) - 1][0]))


def _two_people(book: Book, question: Question) -> None:
    say(f"{question.accounts[0]} was given to two people, so it counts for neither. Which holds?")
    people = {p.key: p.name for p in book.people()}
    said = [d for d in book.decisions() if d.number in question.decisions]
    for number, one in enumerate(said, 1):
        who = one.what.person if isinstance(one.what, AccountOf) else ""
        say(f"{number}  {people.get(who, who)} (number {one.number} in the list)", "  ")
    out("  Enter  skip, both stay")
    chosen = choice("Which one? ", len(said))
    for number, one in enumerate(said, 1):
        if chosen and number != int(chosen):
            book.decide(Withdrawn(one.number), "asked which of two holds")
            say(f"Number {one.number} is taken back. It stays in the list as taken back.")


def _who(person: Person) -> str:
    return WORD_OF_ROLE.get(person.role, person.role)


def _write(book: Book, what: PersonNamed | AccountOf) -> None:
    try:
        number = book.decide(what, "asked one by one")
    except RainbookError as refused:
        say(str(refused))
    else:
        say(f"Written down as number {number}.")


def _free_word(book: Book, name: str) -> str:
    """Return a short word for a person that nobody has yet, from the first part of the name."""
    taken = {p.key for p in book.people()}
    parts = re.findall("[a-z0-9]+", name.lower())
    word = parts[0][:20] if parts else "person"
    number = 2
    free = word
    while free in taken:
        free, number = f"{word}-{number}", number + 1
    return free
