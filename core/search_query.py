"""What is searched for, as keys of words (`core.stemmer`), and where it stands in a text. Pure.

Keys of Latvian and of English stand beside each other: an English text has those of English, and
of names also those of Latvian; whoever asks in English asks for both.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from core.latvian import fold
from core.stemmer import WORD, WORD_LETTERS, keys_of_word, words_of
from core.stemmer_english import key_of_english

LATVIAN, ENGLISH = "lv", "en"
LETTERS, WORDS = 200, 12
SHORTEST_BEGINNING = 4
# Of capitals alone and no longer it is an abbreviation (NVO, SATEKA), which has no endings.
LONGEST_ABBREVIATION = 6
# Words that stand in nearly every text, and tell nothing about any.
SMALL_WORDS = frozenset(
    fold(word)
    for word in WORD.findall(
        "un ir ar par no uz ka kas ko kā ja jo bet vai tas tā to tie tos arī gan nav būs būtu"
        " the and or of to in is it on at for with are was be a an"
    )
)


@dataclass(frozen=True)
class Query:
    """Words of which a text must hold all, or so many as `least` says.

    Each word is the keys of which any will do; a beginning of a word ends with an asterisk.
    """

    words: tuple[tuple[str, ...], ...] = ()
    least: int = 0
    language: str = LATVIAN

    def __bool__(self):
        return bool(self.words)

    def with_least(self, least: int) -> "Query":
        """The same words, of which so many are enough."""
        return replace(self, least=least)

    @property
    def ways(self) -> list[tuple[tuple[str, ...], ...]]:
        """The sets of words of which one must be there whole."""
        return list(combinations(self.words, self.least or len(self.words)))


def query_of(text: str, *, is_typed: bool = True, language: str = LATVIAN) -> Query:
    """The words of what somebody typed, whatever it is; the last one may be only begun."""
    text = text[:LETTERS]
    found = {fold(word): word for word in _telling(text, is_shouted=text.isupper())}
    words = [[*_asked(word, language)] for word in list(found.values())[:WORDS]]
    words = [keys for keys in words if keys]
    beginning = "".join(WORD.findall(list(found)[-1]))[:WORD_LETTERS] if is_typed and found else ""
    if words and len(found) <= WORDS and len(beginning) >= SHORTEST_BEGINNING:
        words[-1].append(f"{beginning}*")
    return Query(tuple(tuple(keys) for keys in words), language=language)


def keys_of(*texts: str, language: str = LATVIAN) -> str:
    """The keys of all words of the texts that tell anything, each once, with spaces between."""
    keys = (key for text in texts for key in _keys_in(text, language))
    return " ".join(dict.fromkeys(keys))


def marked(text: str, query: Query, letters: int = 220) -> list[tuple[str, bool]]:
    """A piece of the text around the first word found: parts, each with whether it was found."""
    places = _places(text, query)
    first = places[0][0] if places else 0
    begin = _word_begin(text, first - letters // 4) if first > letters // 2 else 0
    end = _word_end(text, begin + letters)
    parts, at = [("… ", False)] if begin else [], begin
    for start, stop in places:
        if begin <= start and stop <= end:
            parts += [(text[at:start], False), (text[start:stop], True)]
            at = stop
    parts += [(text[at:end], False), *([(" …", False)] if end < len(text) else [])]
    return [part for part in parts if part[0]]


def _places(text: str, query: Query) -> list[tuple[int, int]]:
    whole = {key for keys in query.words for key in keys if not key.endswith("*")}
    begun = tuple(key[:-1] for keys in query.words for key in keys if key.endswith("*"))
    # „vislabākais” is of „labs”.
    letters = {key[0] for key in whole} | {key[0] for key in begun} | {"v"}
    places = []
    for match in WORD.finditer(text):
        word = match[0]
        # No other form of a word begins with another letter, and most words do.
        if _plain_letter(word[0]) in letters and (
            not whole.isdisjoint(_asked(word, query.language)) or fold(word).startswith(begun)
        ):
            places.append(match.span())
    return places


@lru_cache(2048)
def _plain_letter(letter: str) -> str:
    return fold(letter)[:1]


def _whole(word: str) -> list[str]:
    return WORD.findall(fold(word))[:1]


def _keys_in(text: str, language: str) -> Iterator[str]:
    is_shouted = text.isupper()
    for word in _telling(text, is_shouted=is_shouted):
        yield from _kept(word, language, is_shouted=is_shouted)


def _telling(text: str, *, is_shouted: bool) -> list[str]:
    """The words that tell anything; where everything is in capitals, nothing is short for more."""
    return [
        word
        for word in words_of(text)
        if not _is_small(word) or (_is_abbreviation(word) and not is_shouted)
    ]


def _is_small(word: str) -> bool:
    return len(word) <= 5 and fold(word) in SMALL_WORDS


def _is_abbreviation(word: str) -> bool:
    return 2 <= len(word) <= LONGEST_ABBREVIATION and word.isupper()


def _kept(word: str, language: str, *, is_shouted: bool) -> Iterable[str]:
    """The keys that a text has for the word."""
    if _is_abbreviation(word) and not is_shouted:
        return _whole(word)
    if language != ENGLISH:
        return keys_of_word(word)
    of_name = () if word.isascii() and word.islower() else keys_of_word(word)
    return dict.fromkeys(filter(None, [key_of_english(word), *of_name]))


def _asked(word: str, language: str) -> Iterable[str]:
    """The keys of which any will do: the word's, and itself where it may be an abbreviation."""
    keys = [key_of_english(word)] if language == ENGLISH else []
    keys += keys_of_word(word)
    if len(word) <= LONGEST_ABBREVIATION:
        keys += _whole(word)
    return dict.fromkeys(filter(None, keys))


def _word_begin(text: str, at: int) -> int:
    """The beginning of the first word from there on."""
    return text.find(" ", at) + 1 if at > 0 and " " in text[at : at + 40] else max(at, 0)


def _word_end(text: str, at: int) -> int:
    """The end of the last word before there."""
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", max(at - 40, 0), at)
    return space if space > 0 else at
