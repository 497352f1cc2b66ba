"""How often a word that was typed with one mistake is still taken for the word it was to be."""

import random

from core.search_spelling import is_near, variants
from core.stemmer import keys_of_word
from tests.search.figures import Figure
from tests.search.stemming import HELD, paradigms

LETTERS = "aābcčdeēfgģhiījkķlļmnņoprsštuūvzž"
SHORTEST_WORD = 5
FORMS_OF_EACH = 3
LEAST = 0.85


def figures() -> list[Figure]:
    """The share of mistyped forms of words held out that come to a key of the word."""
    chance = random.Random(7)
    known = {key for one in paradigms() for form in one.forms for key in keys_of_word(form)}
    index: dict[str, set[str]] = {}
    for key in sorted(known):
        for variant in variants(key):
            index.setdefault(variant, set()).add(key)
    found = [
        not own.isdisjoint(_near(mistyped(form, chance), index)) for own, form in _asked(chance)
    ]
    return [Figure(f"Found with one mistake, {len(found)} forms", sum(found) / len(found), LEAST)]


def mistyped(word: str, chance: random.Random) -> str:
    """The word with one letter added, left out, replaced or swapped with the next."""
    while True:
        at, letter = chance.randrange(len(word)), chance.choice(LETTERS)
        ways = [
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        ]
        if (made := chance.choice(ways)) != word:
            return made


def _asked(chance: random.Random):
    """Some forms of each word, with all keys of the word."""
    for one in paradigms():
        forms = [form for form in one.forms if len(form) >= SHORTEST_WORD]
        if one.part == HELD:
            own = {key for form in one.forms for key in keys_of_word(form)}
            for form in chance.sample(forms, min(FORMS_OF_EACH, len(forms))):
                yield own, form


def _near(word: str, index: dict[str, set[str]]) -> set[str]:
    return {
        key
        for typed in keys_of_word(word)
        for variant in variants(typed)
        for key in index.get(variant, ())
        if is_near(typed, key)
    }
