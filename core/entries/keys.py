"""Keys of an entry, each with the place where its word stands. Pure.

Beside the key itself stands the same key with a mark before it, so that an index without places
finds „in the title” like any other word; no key of a word holds a mark.
"""

from core.latvian import fold
from core.search_query import LATVIAN, keys_of
from core.stemmer import WORD, WORD_LETTERS, words_of

IN_TITLE, IN_SUMMARY, EXACT = "§", "¶", "¤"


def keys_of_words(text: str, language: str = LATVIAN) -> str:
    """The keys of the words of a text, and the words themselves without diacritics, marked."""
    return " ".join(dict.fromkeys([*keys_of(text, language=language).split(), *_exact(text)]))


def keys_of_entry(title_keys: str, summary_keys: str, text_keys: str) -> str:
    """All keys by which an entry is found; what stands in the title counts as of the summary."""
    titled, summed = title_keys.split(), summary_keys.split()
    marked = [f"{IN_TITLE}{key}" for key in titled if key[0] != EXACT]
    marked += [f"{IN_SUMMARY}{key}" for key in (*titled, *summed) if key[0] != EXACT]
    return " ".join(dict.fromkeys([*titled, *summed, *text_keys.split(), *marked]))


def plain_keys(keys: str) -> set[str]:
    """Of the keys those without a mark, which is what words of the vocabulary are."""
    return {key for key in keys.split() if key[0] not in (IN_TITLE, IN_SUMMARY, EXACT)}


def exact_of(word: str) -> str:
    """The word as it was typed, but for diacritics, capitals and a length that no word has."""
    return "".join(WORD.findall(fold(word)))[:WORD_LETTERS]


def _exact(text: str) -> list[str]:
    words = dict.fromkeys(words_of(text))
    return [f"{EXACT}{exact}" for word in words if (exact := exact_of(word))]
