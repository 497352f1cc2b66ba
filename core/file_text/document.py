"""What a format hands over once a file of it is open. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.file_text.reading import Place


@dataclass(frozen=True)
class Document:
    """An open file: how many pages it says it has, its places one by one, how to picture it.

    Taking the next place may raise `Unreadable`, and anything else where the file is damaged.
    """

    places: Iterator[Place]
    pages: int | None = None
    picture: Callable[[], bytes] | None = None


def number_of(word: str) -> int | None:
    """The number of pages that the word is, from 1 to 99,999, or None."""
    word = word.strip()
    is_number = word.isascii() and word.isdigit() and len(word) < 6
    return int(word) or None if is_number else None
