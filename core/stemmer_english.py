"""The key by which an English word is found in all its forms. Pure."""

from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer

from core.latvian import fold
from core.stemmer import WORD, WORD_LETTERS


def key_of_english(word: str) -> str:
    """One key, the same for "community" and "communities"; empty without a letter or figure."""
    return _key(word[:WORD_LETTERS])


@lru_cache(1 << 13)
def _key(word: str) -> str:
    plain = "".join(WORD.findall(fold(word)))[:WORD_LETTERS]
    # A stemmer keeps the word it is at in itself, and there are several threads.
    return EnglishStemmer().stemWord(plain) if plain.isascii() else plain
