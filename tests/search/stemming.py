"""How well forms of a word are brought together, and other words kept apart, by the stemmer.

The paradigms were written by the tables of Latvian grammar and not by the stemmer. While it was
made only those that are "known" were looked at to see what it misses; the others, "held" out, were
only counted. A query is a form, its targets are the other forms of the word.
"""

import csv
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from statistics import mean

from core.latvian import fold
from core.stemmer import keys_anew, keys_of_word
from tests.search.figures import Figure

HERE = Path(__file__).parent
KNOWN, HELD = "known", "held"

Keys = Callable[[str], Iterable[str]]


@dataclass(frozen=True)
class Paradigm:
    """A word in all its forms; the first is the one that dictionaries have."""

    part: str
    kind: str
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Quality:
    """Shares of what should be found, and of what is found rightly, over so many queries."""

    recall: float
    precision: float
    queries: int


@dataclass(frozen=True)
class Floors:
    """What must at least be reached."""

    recall: float = 0.96
    precision: float = 0.96
    words_per_second: int = 20_000


FLOORS = Floors()


@lru_cache(1)
def paradigms() -> tuple[Paradigm, ...]:
    """All words with their forms."""
    return tuple(
        Paradigm(row["part"], row["kind"], tuple(row["forms"].split()))
        for row in _rows("paradigms.csv")
    )


@lru_cache(1)
def look_alikes() -> tuple[tuple[str, str], ...]:
    """Pairs of words that look alike and mean something else."""
    return tuple((row["one"], row["other"]) for row in _rows("look_alikes.csv"))


def quality(stem: Keys, asked: Iterable[Paradigm], typed: Callable[[str], str] = str) -> Quality:
    """Ask for every form of these words, as it is typed, among the forms of all words there are."""
    holding = _holding(stem)
    recalls, precisions = [], []
    for paradigm in asked:
        number = paradigms().index(paradigm)
        for form in paradigm.forms:
            found = set().union(*(holding.get(key, ()) for key in stem(typed(form))))
            found -= {(number, form)}
            right = sum(owner == number for owner, _form in found)
            recalls += [right / (len(paradigm.forms) - 1)] if len(paradigm.forms) > 1 else []
            precisions += [right / len(found)] if found else []
    return Quality(mean(recalls), mean(precisions or [1]), len(recalls))


def kept_together(stem: Keys) -> list[tuple[str, str]]:
    """The pairs of look-alikes that are brought together, though they should not be."""
    return [pair for pair in look_alikes() if not set(stem(pair[0])).isdisjoint(stem(pair[1]))]


def words_per_second(stem: Keys, seconds: float = 1.0) -> float:
    """Distinct words per second in this process; what is given keeps nothing between words."""
    words = sorted({form for paradigm in paradigms() for form in paradigm.forms})
    done, began = 0, time.process_time()
    while (took := time.process_time() - began) < seconds:
        for word in words:
            stem(word)
        done += len(words)
    return done / took


def figures() -> list[Figure]:
    """How the stemmer does: over all words held out, by their kinds, and how quickly."""
    held = [paradigm for paradigm in paradigms() if paradigm.part == HELD]
    whole, bare = quality(keys_of_word, held), quality(keys_of_word, held, typed=fold)
    kinds = dict.fromkeys(word.kind for word in held if len(word.forms) > 1)
    alike = len(kept_together(keys_of_word))
    return [
        Figure(f"Recall, {len(held)} words, {whole.queries} forms", whole.recall, FLOORS.recall),
        Figure("Precision", whole.precision, FLOORS.precision),
        Figure("Recall, typed without marks", bare.recall),
        Figure("Precision, typed without marks", bare.precision),
        *(_of_kind(kind, [word for word in held if word.kind == kind]) for kind in kinds),
        Figure(f"Kept apart, {len(look_alikes())} pairs", 1 - alike / len(look_alikes()), 0.96),
        Figure(
            "Words per second",
            words_per_second(keys_anew),
            FLOORS.words_per_second,
            decimals=0,
        ),
    ]


def _of_kind(kind: str, words: list[Paradigm]) -> Figure:
    name = f"Recall, {len(words)} of {kind.replace('_', ' ')}"
    return Figure(name, quality(keys_of_word, words).recall)


def _holding(stem: Keys) -> dict[str, set[tuple[int, str]]]:
    """The forms that have a key, each with the number of its word."""
    holding: dict[str, set[tuple[int, str]]] = {}
    for number, paradigm in enumerate(paradigms()):
        for form in paradigm.forms:
            for key in stem(form):
                holding.setdefault(key, set()).add((number, form))
    return holding


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
