"""What comes of reading a file: its text by places, its picture, and what was in the way. Pure."""

from dataclasses import dataclass
from enum import StrEnum


class Trouble(StrEnum):
    """Why the text of a file is not there, or not there to its end (`TOO_…`, `TOOK_…`)."""

    DAMAGED = "damaged"
    MISMATCH = "mismatch"
    PROTECTED = "protected"
    TOO_LARGE = "too_large"
    TOO_MANY_PARTS = "too_many_parts"
    TOOK_TOO_LONG = "took_too_long"
    NO_TEXT = "no_text"


class PlaceKind(StrEnum):
    """What the parts of a file are called; `WHOLE` has no parts."""

    PAGE = "page"
    SLIDE = "slide"
    SHEET = "sheet"
    SECTION = "section"
    WHOLE = "whole"


@dataclass(frozen=True)
class Place:
    """A part of a file with the text that stands there, in NFC and without control characters.

    Pages and slides have a number from 1, sheets and sections (by their heading) also a name.
    """

    kind: PlaceKind
    text: str
    number: int = 1
    name: str = ""


@dataclass(frozen=True)
class Reading:
    """What was found in a file: places in their order, those without text left out.

    `pages` counts pages or slides, None where nobody knows; `picture` is the first page as WebP.
    """

    places: tuple[Place, ...] = ()
    pages: int | None = None
    picture: bytes | None = None
    trouble: Trouble | None = None

    @property
    def text(self) -> str:
        """All of the text, places apart by an empty line."""
        return "\n\n".join(place.text for place in self.places)


class Unreadable(Exception):
    """The file cannot be read, or no further; says which trouble it is."""

    def __init__(self, trouble: Trouble):
        super().__init__(trouble.value)
        self.trouble = trouble
