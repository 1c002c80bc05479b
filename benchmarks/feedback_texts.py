"""Made-up feedback for a UK page, with what is personal in it marked; and feedback without.

The one thing a reader would get wrong: the finder's own lists are not used here, though many names
stand in both (the benchmark prints how many). Names, streets and
postcodes come from the package `faker` (nine of its countries), numbers from `phonenumbers`; the
sentences of the held-out half are different sentences.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from faker import Faker

PLACES = ("en_GB", "en_IE", "en_IN", "en_PK", "yo_NG", "ig_NG", "pl_PL", "ro_RO", "tr_TR")
WEIGHTS = (45, 8, 12, 9, 5, 4, 8, 5, 4)

ROUND_IT = {
    "development": {
        "name": (
            "My name is {}.", "my name is {low} and this page is good", "I'm {} from the charity.",
            "{} told me about this page.", "My ex {} reads this.", "my husband {low} looks here",
            "I wish {first} had seen it.", "Thanks, {first}", "Please tell Mr {last} it is wrong",
            "I was helped by {} last year and the page was good.", "PC {last} sent me the link",
            "{} is my neighbour", "the advice from {first} was better", "Regards\n{}",
            "my son {first} found the page", "Is {first} the one who writes this?",
        ),
        "phone": ("call me on {}", "My number is {}.", "{} is my mobile", "ring {} after six",
                  "he texts from {} all day", "phone:{}", "text {} please, the page broke"),
        "mail": ("write to {}", "my email is {}", "{} is where I am", "email me at {} please"),
        "postcode": ("I live in {} and the list is wrong", "postcode {}",
                     "my area {low} is missing",
                     "Near {}, the map fails", "we are at {}."),
        "address": ("I live at {}", "my address is {}.", "He lives at {} now", "{low} is my house",
                    "send it to {}", "he waits outside {}"),
        "reference": ("crime reference {}", "my case number is {}", "Crime ref no: {}",
                      "reference {} was closed", "the police gave me {}", "crime number {}",
                      "my reference number is {}"),
    },
    "held-out": {
        "name": (
            "This is {} writing.", "{} here, I like the page", "I am {} and I read it twice",
            "hello my name's {low}", "his name is {low} and he can see this", "Kind regards, {}",
            "My sister {first} could not find the button.",
            "my boyfriend {low} would hate this page",
            "ask {first} about it", "It was {first} who showed me",
            "Mrs {last} from school said so",
            "DC {last} said to read this", "I split up with {} in spring", "{} keeps coming back",
            "yours sincerely\n{}", "I told {first} and she said it is clear",
            "what if {first} reads this", "my ex-partner, {}, is mentioned nowhere",
        ),
        "phone": ("you can get me on {}", "my phone is {} if you need it", "he rang from {} again",
                  "{}", "contact: {}", "Tel {} (evenings)", "is {} one of your numbers?"),
        "mail": ("reply to {}", "{}", "you can reach me: {}", "he uses {} to write to me"),
        "postcode": ("{}", "nothing near {} is listed", "My postcode is {low}",
                     "from {} originally",
                     "the office in {} has moved"),
        "address": ("my flat is {}", "we moved to {} in May", "{}", "Come to {}, he is there",
                    "the house at {low} is empty", "letters go to {}"),
        "reference": ("my crime no {}", "log number {}", "ref {}", "I have case {} open",
                      "they call it {}", "incident {} has no officer", "reference: {}"),
    },
}
ORDINARY = {
    "development": (
        "The Protection from Harassment Act 1997 link is dead.", "Call 101 or 999, then press 55.",
        "The National Stalking Helpline number 0808 802 0300 does not work from abroad.",
        "I use Firefox 128.0 on Windows 11 and the Exit button is cut off.",
        "Suzy Lamplugh Trust is spelt wrong.", "54% and 15% and 10% and 11% make 90, not 100.",
        "Sport the FOUR signs should be Spot the FOUR signs.", "It was last checked on 12/03/2021.",
        "In May I could read it, in June I could not.", "Will you add a page for Wales?",
        "Section 2A came into force on 25 November 2012.", "Can you say it in Polish or Urdu?",
        "My iPhone 12 shows 3 columns.", "I am Scottish and the law here is different.",
        "I'm Deaf and there is no video in BSL.", "The Rejected Stalker part is upsetting.",
        "THE TEXT IS TOO SMALL AND THE LINKS ARE GREY", "Crimestoppers is a charity.",
        "There are 4 links in a row that go nowhere.", "Mark the dates in bold, please.",
        "You took 2 pages to say one thing.", "Victim Support has two numbers. Which one is right?",
        "I found this through Google on Monday.", "a long way down the page",
        "WhatsApp and Facebook are named but TikTok is not.", "Grace under pressure, well done.",
        "My name is on the list, is that right?", "10 out of 10", "I am Autistic and I like lists.",
        "The Home Office page says 2019 and you say 2012.", "press shift 3 times did nothing",
        "The Silent Solution works on a mobile only.", "It took 20 minutes on the train to Leeds.",
        "I'm not sure what Cyber Stalking covers.", "Christian and Muslim groups could help too.",
        "Line 12, word 4: Stalkers has an apostrophe.", "I am happy with it.", "Hope this helps.",
    ),
    "held-out": (
        "Your Stalking Protection Orders page has 2 dead links.", "On Android 14 Chrome crashes.",
        "The Crown Prosecution Service guidance changed in 2023.", "Can a GP help? Please say so.",
        "Why is 55 only for mobiles?", "The hours 09:30-16:00 are out of date.",
        "I am Welsh and I would like it in Welsh.", "I'm Muslim and my imam did not know this.",
        "The 4 Signs picture has no text.", "Rose tinted view of what happens in Court.",
        "Airtags and Tile are not the same.", "Page 3 of 12 will not print.",
        "April is when your list was updated, says the foot.",
        "Samsung Galaxy S21, dark mode, bad.",
        "London has more services than Cornwall.", "Rape Crisis and Galop are missing.",
        "Add a Contents list at the top.", "I lost 30 minutes because of the Quick Exit.",
        "Your Easy Read version is from 2016.", "Sue is a verb too: can I sue?", "8/10, good.",
        "What does Obsessive mean here?", "On the Types page, Predatory comes last.",
        "The Domestic Abuse Act 2021 is not named.", "Call the Samaritans on 116 123.",
        "I'm Polish, please translate.", "At the end of the road there is help, nice words.",
        "This is Good but Long.", "In Scotland the helpline is 0800 027 1234.",
        "I read it in the library in Reading.", "The Bright Sky app could be linked.",
        "I'm sorry to say the Search box is broken.", "It says 404 on all the blue links.",
        "Jack of all trades page.", "BSL please", "Is Harassment a crime in Northern Ireland?",
        "Max width is too wide on a 27 inch screen.", "Bill of Rights has nothing to do with it.",
    ),
}


@dataclass(frozen=True, slots=True)
class Made:
    """One text, the kind that is in it ("" for none) and where it stands."""

    text: str
    kind: str
    start: int = 0
    end: int = 0


def ordinary(half: str) -> tuple[Made, ...]:
    """Return feedback with nothing personal in it."""
    return tuple(Made(text, "") for text in ORDINARY[half])


def personal(half: str, seed: int, each: int) -> list[Made]:
    """Return `each` texts of every kind, made afresh from a seed."""
    luck = random.Random(seed)
    Faker.seed(seed)
    makers = {place: Faker(place) for place in PLACES}
    made = []
    for kind, frames in ROUND_IT[half].items():
        for _ in range(each):
            maker = makers[luck.choices(PLACES, WEIGHTS)[0]]
            made.append(_set_in(luck.choice(frames), kind, _value(kind, luck, maker, makers)))
    return made


def _set_in(frame: str, kind: str, value: str) -> Made:
    for way, change in _WAYS.items():
        if way in frame:
            put = change(value)
            start = frame.index(way)
            text = frame.replace(way, put)
            return Made(text, kind, start, start + len(put))
    raise ValueError(frame)


_WAYS: dict[str, Callable[[str], str]] = {
    "{}": lambda v: v, "{low}": str.lower,
    "{first}": lambda v: v.split()[0], "{last}": lambda v: v.split()[-1],
}


def _value(kind: str, luck: random.Random, maker: Faker, makers: dict[str, Faker]) -> str:
    british = makers["en_GB"]
    if kind == "name":
        return f"{maker.first_name()} {maker.last_name()}".split("\n")[0]
    if kind == "phone":
        return _phone(luck)
    if kind == "mail":
        return _mail(luck, maker)
    if kind == "postcode":
        return _typed(luck, british.postcode())
    if kind == "address":
        return _address(luck, british)
    return _reference(luck)


def _phone(luck: random.Random) -> str:
    kept = ("7700900", "2079460", "1134960", "1614960", "1314960", "2890180", "1632960", "2920180")
    start = luck.choice(kept)
    digits = start + "".join(str(luck.randrange(10)) for _ in range(10 - len(start)))
    way = luck.randrange(8)
    local = f"0{digits}"
    said = ["oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return (
        local, f"{local[:5]} {local[5:]}", f"+44 {digits[:4]} {digits[4:]}", f"+44{digits}",
        f"{local[:5]} {local[5:8]} {local[8:]}", f"({local[:4]}) {local[4:7]}-{local[7:]}",
        f"0044 {digits}", " ".join(said[int(d)] for d in local),
    )[way]


def _mail(luck: random.Random, maker: Faker) -> str:
    name = re.sub(r"[^a-z.]", "", maker.user_name().lower()) or "somebody"
    way = luck.randrange(5)
    return (f"{name}@example.org", f"{name}{luck.randrange(99)}@example.co.uk",
            f"{name} at example dot com", f"{name}(at)example.net", f"@{name}_x")[way]


def _typed(luck: random.Random, code: str) -> str:
    return luck.choice((code, code.replace(" ", ""), code.lower(), code.replace(" ", "  ")))


def _address(luck: random.Random, maker: Faker) -> str:
    street = maker.street_name()
    number = luck.choice((str(luck.randrange(1, 200)), f"{luck.randrange(1, 90)}b"))
    way = luck.randrange(5)
    return (f"{number} {street}", f"{number}, {street}, {maker.city()}",
            f"Flat {luck.randrange(1, 30)}, {number} {street}",
            f"{number} {street}, {maker.postcode()}",
            f"Flat {luck.choice('ABCD')}, {maker.last_name()} House")[way]


def _reference(luck: random.Random) -> str:
    n = [str(luck.randrange(10)) for _ in range(12)]
    seven, five, year = "".join(n[:7]), "".join(n[7:]), str(luck.randrange(18, 27))
    letters = "".join(luck.choices("ABCDEFGHJKLMNPRSTUVWXY", k=2))
    return luck.choice((
        f"{seven}/{year}", f"{year}/{five}{n[0]}/{year}", f"{n[0]}{n[1]}{letters}{five}{year}",
        f"CAD {five[:4]}/{luck.randrange(10, 29)}MAR{year}", f"20{year}0612-0{five[:3]}",
        f"{letters}/{five}/{year}", f"4{year}00{seven}",
        f"{five[:3]} of {luck.randrange(1, 29)} June",
        f"{letters}-20{year}0{luck.randrange(1, 9)}12-{five[:4]}",
    ))


def overlap(names: Sequence[str], known: frozenset[str]) -> float:
    """Return which part of the first names made stands in the finder's list."""
    firsts = [name.split()[0].lower() for name in names]
    return sum(first in known for first in firsts) / max(len(firsts), 1)
