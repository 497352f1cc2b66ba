"""Keys by which words are found in all their forms: a light stemmer of Latvian. Pure.

From the tables of the six declensions of nouns, of adjectives with their degrees and of verbs of
the second and third conjugation: the longest ending goes, and what endings do to the letters before
them is undone. Keys have no diacritics, so that whoever types without them finds the same.
"""

import re
import unicodedata
from functools import lru_cache

from core.latvian import fold

# Raised whenever some word gets other keys than before: `core.search_index` then makes all anew.
VERSION = 2

# No word of any use is longer; of what is longer the beginning counts.
WORD_LETTERS = 40
# A letter may be written as letter and mark; of endless marks in a row Unicode's normal form would
# take the square of their number to find.
WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]{1,3}[^\W_]+)*[\u0300-\u036f]{0,3}")
ENDINGS = frozenset(
    re.findall(
        r"\w+",
        "a e i o s u y ai am as ei em es ie ij im is os um us iem ies"
        " ais aja ajai ajam ajas ajiem ajos amies aties",
    )
)
LONGEST_ENDING = 5
SHORTEST_STEM = 2
VOWELS = frozenset("aeiouy")

# Endings that soften the letter before them (upe – upju, latvietis – latvieša).
SOFTENING = frozenset(["a", "i", "u", "am", "as", "os", "us", "iem"])
LABIALS = frozenset("bfmpv")
# From how many letters on the last of a stem is thought to be a softened one: anywhere, or only
# where it nearly always is (-ietis, -ītis, the genitive in -u).
SOFTENED, OFTEN_SOFTENED = 5, 4

# What follows the vowel of a verb's stem where no noun ends so; it may be typed without marks.
VERB_ENDINGS = frozenset(
    f"{vowel}{ending}"
    for vowel in "aeio"
    for ending in re.findall(r"\w+", "t siet sieties jat jaties jamies jot joties")
) | frozenset(["eties", "oties"])
# Where a noun may end so, marks tell (strādāja – vēja), if not always (skolā is in the school).
MAYBE_VERB_ENDINGS = frozenset(
    f"{vowel}{ending}"
    for vowel in "āēīo"
    for ending in re.findall(
        r"\w+", "ju ji ja jam jām jas jās jos jāmies sim simies sies šu šos ties"
    )
) | frozenset(["ā", "ē", "o", "ities"])
LONGEST_VERB_ENDING = 8
SHORTEST_VERB_STEM = 3

# Words whose stem is that of a more common word (strādā, līga, vide): each with its forms.
_OWN = {
    "stradi": "stradi stradu stradiem stradus strados",
    "vidus": "vidus vidum vidu",
}
UNCHANGING = re.findall(r"\w+", "auto audio eiro foto kakao kino ligo metro radio video")
OWN_KEYS = {form: key for key, forms in _OWN.items() for form in forms.split()} | {
    word: word for word in UNCHANGING
}
# „vecāki” are parents, „pārāk” says too much of anything, „pasaka” is a tale, and the others are
# of the verb „nākt”.
NO_DEGREES = frozenset(
    re.findall(
        r"\w+", "vecak parak pasak atnak ienak iznak janak nonak panak parnak pienak sanak uznak"
    )
)


def words_of(text: str) -> list[str]:
    """The words of a text, in order and as they stand there."""
    return [unicodedata.normalize("NFC", word) for word in WORD.findall(text)]


def keys_of_word(word: str) -> tuple[str, ...]:
    """One to five keys of ASCII and other plain letters; forms of a word share one of them.

    None at all for what holds no letter or figure.
    """
    # With marks of their own, letters are four at most; no word is kept that is longer.
    return _kept_keys(word[: 4 * WORD_LETTERS])


def keys_anew(word: str) -> tuple[str, ...]:
    """The keys of a word, without keeping them for when it comes again."""
    word = unicodedata.normalize("NFC", word)[:WORD_LETTERS].lower()
    plain = "".join(WORD.findall(fold(word)))[:WORD_LETTERS]
    if not plain.isascii() or not plain.isalpha():
        return (plain,) if plain else ()
    if plain in OWN_KEYS:
        return (OWN_KEYS[plain],)
    if len(word) != len(plain):
        word = plain
    if verb := _verb_stems(VERB_ENDINGS, plain, plain):
        return verb
    verb = _verb_stems(MAYBE_VERB_ENDINGS, word, plain)
    return tuple(dict.fromkeys([*_noun_stems(word, plain), *verb]))


_kept_keys = lru_cache(1 << 15)(keys_anew)


def _verb_stems(endings: frozenset[str], word: str, plain: str) -> tuple[str, ...]:
    """What is left without one of these endings but for their vowel; nothing, if there is none.

    Of verbs in -īt and -ināt the vowel is lost in the present: lasīt – lasa, aicināt – aicina.
    """
    longest = min(LONGEST_VERB_ENDING, len(plain) - SHORTEST_VERB_STEM)
    for length in range(longest, 0, -1):
        ending = word[-length:]
        if ending not in endings:
            continue
        root = plain[:-length]
        if VOWELS.isdisjoint(root) or _is_of_noun(root, ending):
            return ()
        stem = plain[: len(root) + 1]
        return (stem, root) if stem[-1] == "i" or stem.endswith("ina") else (stem,)
    return ()


def _is_of_noun(root: str, ending: str) -> bool:
    """Whether it is rather somebody who does (skolotājs) or where something is (vidējais)."""
    return (ending[:2] == "āj" and root[-1] == "t") or (
        ending[:2] == "ēj" and len(root) == SHORTEST_VERB_STEM
    )


def _noun_stems(word: str, plain: str) -> list[str]:
    stem, ending = _without_ending(plain)
    written = word[: len(stem)]
    if ending.startswith("aj"):
        # „baltajam” is of „balts”, „iedzīvotājam” of „iedzīvotājs”; without marks it may be either.
        of_noun = [f"{stem}aj"]
        return of_noun if word[len(stem)] == "ā" else [*_degrees(word, written, stem), *of_noun]
    stems = _degrees(word, written, stem)
    return [*stems, *_before_softening(word, stem)] if _softens(stem, ending) else stems


def _without_ending(plain: str) -> tuple[str, str]:
    for length in range(min(LONGEST_ENDING, len(plain) - SHORTEST_STEM), 0, -1):
        stem, ending = plain[:-length], plain[-length:]
        if ending in ENDINGS and not VOWELS.isdisjoint(stem):
            return stem, ending
    return plain, ""


def _degrees(word: str, written: str, stem: str) -> list[str]:
    """The stem without what compares (labāks, vislabākais); both, where no mark tells."""
    if not stem.endswith("ak") or stem in NO_DEGREES:
        return [_hard(stem)]
    plainly = _hard(stem[:-2].removeprefix("vis"))
    if len(plainly) < SHORTEST_STEM or VOWELS.isdisjoint(plainly):
        return [stem]
    if written.endswith("āk"):
        return [plainly]
    return [stem, plainly] if word.isascii() else [stem]


def _hard(stem: str) -> str:
    is_soft = len(stem) > SHORTEST_STEM and stem[-1] == "j" and stem[-2] in LABIALS
    return stem[:-1] if is_soft else stem


def _softens(stem: str, ending: str) -> bool:
    """Whether the last letter of the stem may be a softened t or d."""
    if ending not in SOFTENING or stem[-1] not in "sz":
        return False
    is_often = ending == "u" or stem[-2] == "i" or stem[-3:-1] == "ie"
    return len(stem) >= (OFTEN_SOFTENED if is_often else SOFTENED)


def _before_softening(word: str, stem: str) -> list[str]:
    """What stands for „š” or „ž” in the word's other forms, where they may be meant."""
    if word[len(stem) - 1] not in "šž" and not (word.isascii() and len(stem) >= SOFTENED):
        return []
    hard = "t" if stem[-1] == "s" else "d"
    # „plekšu” is of „plekste”, „nakšu” of „nakts”.
    return [f"{stem[:-1]}{hard}", *([f"{stem}t"] if stem[-2] == "k" else [])]
