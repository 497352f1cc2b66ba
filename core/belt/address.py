"""A belt as a short word for addresses: a letter for each choice that the weaver made."""

from collections.abc import Iterable

from core.belt.motifs import CORNERS, MOTIFS
from core.belt.pattern import DIVIDERS, TEETH, Belt
from core.belt.wools import PAIRS

# Part of every word, so that a belt that would be drawn differently gets another address.
EDITION = "a"
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PERIODS = (4, 6)


def word_of(belt: Belt) -> str:
    """The word of a belt; `belt_of` reads it back."""
    choices = [
        (belt.pair, PAIRS),
        (belt.corners, CORNERS),
        (belt.divider, DIVIDERS),
        (belt.teeth, TEETH),
        *((motif, MOTIFS) for motif in belt.motifs),
    ]
    return EDITION + "".join(_LETTERS[list(names).index(name)] for name, names in choices)


def belt_of(word: str) -> Belt:
    """The belt that a word stands for; raises ValueError for a word that stands for none."""
    edition, letters = word[:1], word[1:]
    if edition != EDITION or len(letters) - 4 not in _PERIODS:
        raise ValueError("This word stands for no belt.")
    pair, corners, divider, teeth = (
        _choice(letter, names)
        for letter, names in zip(letters, (PAIRS, CORNERS, DIVIDERS, TEETH), strict=False)
    )
    motifs = tuple(_choice(letter, MOTIFS) for letter in letters[4:])
    return Belt(motifs, pair, corners, divider, teeth)


def _choice(letter: str, names: Iterable[str]) -> str:
    known = list(names)
    place = _LETTERS.find(letter)
    if not 0 <= place < len(known):
        raise ValueError("This word stands for no belt.")
    return known[place]
