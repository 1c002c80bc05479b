"""Learns the order of threats from the EDOS posts (CC0), and measures it on posts it never saw.

    python -m benchmarks.threat_words /path/to/edos_train_dev.csv [--choose | --write]

The one thing a reader would get wrong: the figures are for posts about women on two public sites,
not for messages to one person. Without a flag it learns again, says whether the weights that ship
are those it learns, and prints the figures; --choose compares settings inside the part it learns
from; --write writes the weights and the figures into the product.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.threat_fit import fit, rarity, sparse
from benchmarks.threat_groups import GROUPS, HARM, PEOPLE, ROLES
from benchmarks.threat_messages import HARMLESS, THREATS
from benchmarks.threat_phrases import phrases
from rainbook.findings.sorting import threat_parts, threats
from rainbook.findings.sorting.folding import words_of

SHIPPED = Path(threats.__file__).with_name(threats.WEIGHTS)
GROUPED = threat_parts.groups_from(GROUPS, PEOPLE, HARM, ROLES)
KEPT, AT_LEAST, POSITIVE, STRENGTH, MADE_UP = 8_000, 3, 10.0, 3.0, 0.06
TENTHS, LEARNT_FROM, READ, RUN, FOLDS, ROUNDS = 10, 8, 6, 6, 4, 5
AS_OF = "2026-11-22"


@dataclass(frozen=True)
class Posts:
    """The posts in the order of their ids: texts, whether each is a threat or a call to harm, the
    tenth (0-9) it lies in, and the first post it hangs together with. The first eight tenths are
    learnt from, the last two only measured.
    """

    texts: list[str]
    threat: npt.NDArray[np.bool_]
    sexist: npt.NDArray[np.bool_]
    tenth: npt.NDArray[np.int64]
    alike: npt.NDArray[np.int64]


def read(path: Path) -> Posts:
    """Return the posts; those that share six words in a row lie in the same tenth."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda r: r["rewire_id"])
    texts = [r["text"] for r in rows]
    alike = _alike(texts)
    tenth = [
        int(hashlib.sha256(rows[i]["rewire_id"].encode()).hexdigest()[:8], 16) % TENTHS
        for i in alike
    ]
    threat = np.array([r["label_vector"].startswith("1.") for r in rows])
    sexist = np.array([r["label_sexist"] == "sexist" for r in rows])
    plain = [re.sub(r"\[(?:USER|URL)\]", " ", t) for t in texts]
    return Posts(plain, threat, sexist, np.array(tenth), np.array(alike))


def _alike(texts: Sequence[str]) -> list[int]:
    """Return, for each text, the first text it hangs together with."""
    parent = list(range(len(texts)))

    def first(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    seen: dict[str, int] = {}
    for place, text in enumerate(texts):
        plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
        words = re.findall(r"[^\W_]+(?:'[^\W_]+)*", re.sub(r"\[(user|url)\]", " ", plain))
        for i in range(max(len(words) - RUN + 1, 1)):
            other = seen.setdefault(" ".join(words[i : i + RUN]), place)
            low, high = sorted((first(place), first(other)))
            parent[high] = low
    return [first(i) for i in range(len(texts))]


def features_of(text: str) -> frozenset[str]:
    """Return the features of a whole post."""
    return frozenset(threat_parts.parts_of(words_of(text), GROUPED))


def learn(features: Sequence[frozenset[str]], threat: npt.NDArray[np.bool_]) -> dict[str, float]:
    """Return the heaviest weights, learnt from the posts and, each counting little, the made-up
    sentences.
    """
    calls, others = ([features_of(p) for p in some] for some in phrases())
    given = [*features, *calls, *others]
    seen = Counter(name for one in features for name in one)
    every = seen + Counter(name for one in (*calls, *others) for name in one)
    names = sorted(name for name, times in every.items() if times >= AT_LEAST)
    rare = rarity(seen, len(features), names)
    wanted = np.append(threat, np.arange(len(calls) + len(others)) < len(calls))
    each = np.where(wanted, POSITIVE, 1.0)
    each[len(features) :] = MADE_UP
    found = fit(sparse(given, dict(zip(names, rare, strict=True))), wanted, STRENGTH * each)
    heaviest = np.sort(np.argsort(-np.abs(found), kind="stable")[:KEPT])
    return {names[i]: round(float(found[i] * rare[i]), 3) for i in heaviest}


def average_precision(threat: npt.NDArray[np.bool_], order: Iterable[int]) -> float:
    """Return the mean, over the threats, of the share of threats down to each."""
    hits = threat[np.fromiter(order, np.int64)]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean())


def choose(posts: Posts) -> None:
    """Print the average precision of four-fold cross-validation inside the part learnt from, five
    times with other folds, and the same for the tenths whose posts nobody read for the lists.
    """
    features = [features_of(t) for t in posts.texts]
    learnt, unread = posts.tenth < LEARNT_FROM, posts.tenth >= READ
    rounds, kept_back = [], []
    for fold_of in folds(posts):
        found = []
        for fold in range(FOLDS):
            here = np.flatnonzero(learnt & (fold_of != fold))
            there = np.flatnonzero(learnt & (fold_of == fold))
            weights = learn([features[i] for i in here], posts.threat[here])
            value = sparse([features[i] for i in there], weights).times(np.ones(len(weights)))
            order = there[np.argsort(-value, kind="stable")]
            found.append(average_precision(posts.threat, order))
            if posts.threat[new := order[unread[order]]].any():
                kept_back.append(average_precision(posts.threat, new))
        rounds.append(found)
        print(f"inside the part learnt from: {np.mean(found):.3f}, by fold {np.round(found, 3)}")
    print(f"together {np.mean(rounds):.3f}, spread of the folds {np.std(rounds):.3f}; "
          f"in the tenths not read {np.mean(kept_back):.3f}")


def folds(posts: Posts) -> list[npt.NDArray[np.int64]]:
    """Return five ways to put the posts into folds: by tenths, and four drawn ones."""
    found = [posts.tenth // 2]
    for seed in range(1, ROUNDS):
        drawn = np.random.default_rng(seed).permutation(len(posts.texts)) % FOLDS
        found.append(drawn[posts.alike])
    return found


def ordered(texts: Sequence[str]) -> list[int]:
    """Return the places of all texts as the product orders them, those without a word last."""
    order = [f.place for f in threats.sort_threats(texts)]
    return order + sorted(set(range(len(texts))) - set(order))


def invented() -> tuple[list[str], list[int], npt.NDArray[np.bool_]]:
    """Return the invented private messages, their order, and which of them are threats."""
    texts = [*HARMLESS, *THREATS]
    return texts, ordered(texts), np.arange(len(texts)) >= len(HARMLESS)


def measure(posts: Posts) -> dict[str, Any]:
    """Return the figures of what ships, on the part that was not touched."""
    there = np.flatnonzero(posts.tenth >= LEARNT_FROM)
    threat = posts.threat[there]
    order = ordered([posts.texts[i] for i in there])
    sexist = [i for i in order if posts.sexist[there][i]]
    rank = np.empty(len(there), np.int64)
    rank[order] = np.arange(len(there))
    _, look, second = invented()
    draw = np.random.default_rng(3)
    again = []
    for _ in range(2_000):
        some = draw.integers(0, len(there), len(there))
        again.append(average_precision(threat[some], np.argsort(rank[some], kind="stable")))
    low, high = np.quantile(again, (0.025, 0.975))
    return {
        "average_precision": round(average_precision(threat, order), 3),
        "interval_95": [round(float(low), 3), round(float(high), 3)],
        "chance": round(float(threat.mean()), 3),
        "among_sexist_posts_alone": round(average_precision(threat, sexist), 3),
        "chance_among_those": round(float(threat[sexist].mean()), 3),
        "among_invented_messages": round(average_precision(second, look), 2),
        "chance_among_invented": round(float(second.mean()), 2),
        "among_first_10": int(threat[order[:10]].sum()),
        "among_first_50": int(threat[order[:50]].sum()),
        "posts": len(there),
        "threats": int(threat.sum()),
        "measured_on": "posts about women on two public sites (EDOS), a fifth of them put aside "
        "before learning; not messages to one person",
        "as_of": AS_OF,
    }


def write(weights: dict[str, float], measured: dict[str, Any]) -> None:
    """Write the file that ships, one weight on a line."""
    held = {
        "what": "Words and pairs of words, and how much each moves a message up (more than 0) or "
        "down the order in which messages are shown for reading. Names in capitals are groups.",
        "learnt_from": "EDOS, 16,000 posts, CC0-1.0; see docs/decisions/0007-threat-words.md",
        "measured": measured,
        "groups_of_people": PEOPLE,
        "groups_of_harm": HARM,
        "groups": GROUPS,
        "roles": ROLES,
        "weights": dict(sorted(weights.items())),
    }
    text = json.dumps(held, ensure_ascii=False, indent=0)
    SHIPPED.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def main() -> int:
    """Learn, compare and measure; return 1 when what ships is not what is learnt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", type=Path)
    parser.add_argument("--choose", action="store_true")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    posts = read(given.posts)
    if given.choose:
        choose(posts)
        return 0
    here = np.flatnonzero(posts.tenth < LEARNT_FROM)
    weights = learn([features_of(posts.texts[i]) for i in here], posts.threat[here])
    if given.write:
        write(weights, {})
        write(weights, measure(posts))
        return 0
    ships = json.loads(SHIPPED.read_text(encoding="utf-8"))
    shared = set(ships["weights"]) & set(weights)
    apart = max((abs(ships["weights"][n] - weights[n]) for n in shared), default=0.0)
    print(f"{len(weights):,} weights learnt, {len(shared):,} of them ship; most apart {apart:.3f}")
    for name, value in (found := measure(posts)).items():
        print(f"{name}: {value}")
    texts, order, threat = invented()
    for place in order:
        print(f"  {'threat  ' if threat[place] else 'harmless'}  {texts[place]}")
    same = len(shared) >= 0.99 * len(weights) and apart <= 0.05 and found == ships["measured"]
    print("what ships is what is learnt" if same else "what ships is NOT what is learnt")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
