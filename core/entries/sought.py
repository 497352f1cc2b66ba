"""What somebody looks for: their words, words like them, and words that mean the same. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations, islice

from core.entries.keys import exact_of
from core.search_query import LATVIAN, LETTERS, WORDS, Query, query_of
from core.stemmer import words_of

# Each way is one more set of words that the database tries.
MOST_OTHERS = 6


@dataclass(frozen=True)
class SoughtWord:
    """A word: as it was typed, its keys, what it may be the beginning of, and keys near to it."""

    exact: str
    keys: tuple[str, ...]
    beginning: str = ""
    alike: tuple[str, ...] = ()

    def any_of(self, mark: str = "") -> tuple[str, ...]:
        """All that the word may be, each with the mark of a place before it."""
        begun = (f"{self.beginning}*",) if self.beginning else ()
        return tuple(f"{mark}{key}" for key in (*self.keys, *self.alike, *begun))


Words = tuple[SoughtWord, ...]


@dataclass(frozen=True)
class WiderQuery(Query):
    """A query that is also answered by any of these sets of words."""

    others: tuple[tuple[tuple[str, ...], ...], ...] = ()

    @property
    def ways(self):
        return [*super().ways, *self.others]


@dataclass(frozen=True)
class Sought:
    """The words, of which so many are enough as `least` says (all for 0), or one of the `others`.

    The others are the same with words in the place of others that mean the same.
    """

    words: Words = ()
    others: tuple[Words, ...] = ()
    least: int = 0
    language: str = LATVIAN

    def __bool__(self):
        return bool(self.words)

    @property
    def ways(self) -> list[Words]:
        """The sets of words of which one must be there."""
        return [*combinations(self.words, self.least or len(self.words)), *self.others]

    def query(self, mark: str = "") -> WiderQuery:
        """What the index is asked, for the place with this mark or for anywhere."""
        others = tuple(tuple(word.any_of(mark) for word in words) for words in self.others)
        words = _keys(self.words, mark)
        return WiderQuery(words, self.least, self.language, others)

    @property
    def to_mark(self) -> Query:
        """What is marked where it was found: all words of all ways."""
        words = dict.fromkeys(word for way in (self.words, *self.others) for word in way)
        return Query(_keys(tuple(words)), language=self.language)

    def with_alike(self, alike: dict[SoughtWord, tuple[str, ...]]) -> "Sought":
        """The same, where keys near to a word will do as well."""
        words = tuple(replace(word, alike=alike.get(word, ())) for word in self.words)
        return replace(self, words=words)

    def with_one_less(self) -> "Sought":
        """The same, of which one word less is enough."""
        return replace(self, least=(self.least or len(self.words)) - 1)


def sought_of(
    text: str, synonyms: Iterable[list[str]] = (), *, language: str = LATVIAN, is_typed: bool = True
) -> Sought:
    """What somebody typed, whatever it is; the last word may be only begun.

    Each of the `synonyms` is a list of terms, of one or more words, that mean the same.
    """
    words = words_in(text, is_typed=is_typed, language=language)
    others = islice(_others(words, synonyms, language), MOST_OTHERS)
    return Sought(words, tuple(others) if words else (), language=language)


def words_in(text: str, *, is_typed: bool, language: str = LATVIAN) -> Words:
    """The words that tell anything, each once; the last of what was typed may be begun."""
    typed = words_of(text[:LETTERS].replace("\0", " "))
    found: dict[str, SoughtWord] = {}
    last = len(typed) - 1
    for at, word in enumerate(typed):
        keys = query_of(word, is_typed=is_typed and at == last, language=language).words
        if keys and len(found) < WORDS:
            whole = tuple(key for key in keys[0] if key[-1] != "*")
            begun = "".join(key[:-1] for key in keys[0] if key[-1] == "*")
            exact = exact_of(word)
            found[exact] = SoughtWord(exact, whole, begun)
    return tuple(found.values())


def _others(words: Words, synonyms, language: str):
    """The words with each term among them replaced by each that means the same."""
    for terms in synonyms:
        ways = [words_in(term, is_typed=False, language=language) for term in terms]
        for term in filter(None, ways):
            left = [word for word in words if not any(_is_same(word, one) for one in term)]
            if len(words) - len(left) == len(term):
                for other in filter(None, ways):
                    if other != term:
                        yield tuple(dict.fromkeys((*left, *other)))


def _is_same(one: SoughtWord, other: SoughtWord) -> bool:
    return not set(one.keys).isdisjoint(other.keys)


def _keys(words: Words, mark: str = "") -> tuple[tuple[str, ...], ...]:
    return tuple(word.any_of(mark) for word in words)
