"""Keys by which words are found in all their forms: a light stemmer of Latvian. Pure.

From the tables of the six declensions of nouns and of adjectives: the longest ending goes, and
what endings do to the letters before them is undone. Keys have no diacritics, so that whoever types
without them finds the same. Plurals of English come out right by the same endings.
"""

import re
import unicodedata
from functools import lru_cache

from core.latvian import fold

# No word of any use is longer; of what is longer the beginning counts.
WORD_LETTERS = 40
WORD = re.compile(r"[^\W_]+")
ENDINGS = frozenset(
    re.findall(
        r"\w+",
        "a e i o s u y ai am as ei em es ie ij im is os um us iem ies"
        " ais aja ajai ajam ajas ajiem ajos",
    )
)
LONGEST_ENDING = 5
SHORTEST_STEM = 2
VOWELS = frozenset("aeiouy")
# Endings that soften the letter before them (upe – upju, latvietis – latvieša).
SOFTENING = frozenset(["a", "i", "u", "am", "as", "os", "us", "iem"])
LABIALS = frozenset("bfmpv")


def words_of(text: str) -> list[str]:
    """The words of a text, in order and as they stand there."""
    return WORD.findall(unicodedata.normalize("NFC", text))


@lru_cache(1 << 15)
def keys_of_word(word: str) -> tuple[str, ...]:
    """One to three keys of ASCII and other plain letters; forms of a word share one of them.

    None at all for what holds no letter or figure.
    """
    word = unicodedata.normalize("NFC", word)[:WORD_LETTERS].lower()
    plain = "".join(WORD.findall(fold(word)))[:WORD_LETTERS]
    if not plain.isascii() or not plain.isalpha():
        return (plain,) if plain else ()
    stem, ending = _without_ending(plain)
    if ending.startswith("aj"):
        # „baltajam” is of „balts”, „iedzīvotājam” of „iedzīvotājs”; without marks it may be either.
        return (f"{stem}aj",) if word[-len(ending)] == "ā" else (stem, f"{stem}aj")
    if ending not in SOFTENING:
        return (stem,)
    return (_hard(stem), *_before_softening(word[: len(stem)], stem))


def _without_ending(plain: str) -> tuple[str, str]:
    for length in range(min(LONGEST_ENDING, len(plain) - SHORTEST_STEM), 0, -1):
        stem, ending = plain[:-length], plain[-length:]
        if ending in ENDINGS and not VOWELS.isdisjoint(stem):
            return stem, ending
    return plain, ""


def _hard(stem: str) -> str:
    is_soft = len(stem) > SHORTEST_STEM and stem[-1] == "j" and stem[-2] in LABIALS
    return stem[:-1] if is_soft else stem


def _before_softening(written: str, stem: str) -> tuple[str, ...]:
    """What may stand for „š” or „ž” in the word's other forms, where the mark was typed."""
    if written.endswith("kš"):
        return (f"{stem[:-1]}t", f"{stem}t")
    if written.endswith("š"):
        return (f"{stem[:-1]}t",)
    return (f"{stem[:-1]}d",) if written.endswith("ž") else ()
