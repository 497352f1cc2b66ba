"""Topics that mean the same: found by the keys of their words. Pure."""

from collections.abc import Iterable

from core.latvian import fold
from core.stemmer import keys_of_word, words_of

# Two names of several words that differ in one small thing are about the same.
SHORTEST = 3


def same_name(name: str, other: str) -> bool:
    """Whether both are one name, whatever the case, the diacritics and the spaces."""
    return _plain(name) == _plain(other)


def looks_like(name: str, other: str) -> bool:
    """Whether two different names are probably of one topic: the same words in other forms."""
    if same_name(name, other):
        return False
    words, others = _words(name), _words(other)
    if not words or len(words) != len(others):
        return False
    return all(any(keys & theirs for theirs in others) for keys in words)


def like(name: str, others: Iterable[str]) -> list[str]:
    """Those of the names that are probably of the same topic as this one."""
    return [other for other in others if looks_like(name, other)]


def _plain(name: str) -> str:
    return " ".join(fold(name).split())


def _words(name: str) -> list[frozenset[str]]:
    found = (frozenset(keys_of_word(word)) for word in words_of(name))
    return [keys for keys in found if keys]
