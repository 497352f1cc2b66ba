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
