"""DOCX (ISO 29500-1, 17): sections under their headings, and the notes at their feet."""

from collections.abc import Iterator
from itertools import count

from core.file_text.document import Document, number_of
from core.file_text.limits import Limits
from core.file_text.package import Package, Part
from core.file_text.prose import Sections
from core.file_text.reading import Place, PlaceKind, Trouble, Unreadable

_BODY = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


class _Headings(Part):
    # The ids of styles are called in the language of the program, the names are always English.
    def __init__(self):
        super().__init__()
        self._id = ""

    def start(self, tag, attributes):
        if tag == "style":
            self._id = attributes.get("styleId", "")
        elif tag == "name" and attributes.get("val", "").lower().startswith("heading"):
            self.found.append(self._id)


class _Sections(Sections):
    # What a drawing has for old programs, and what was moved, stands once more elsewhere.
    untold = frozenset({"Fallback", "moveFrom"})
    room = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

    def __init__(self, most: int, headings: set[str]):
        super().__init__(most)
        self._headings, self._is_heading = headings, False

    def start(self, tag, attributes):
        super().start(tag, attributes)
        if tag == "pStyle":
            self._is_heading = attributes.get("val") in self._headings

    def end_line(self):
        is_heading, self._is_heading = self._is_heading, False
        if is_heading:
            self.end_heading()
        super().end_line()


class _Pages(Part):
    def __init__(self):
        super().__init__()
        self._is_count = False

    def start(self, tag, attributes):
        self._is_count = tag == "Pages"

    def data(self, text):
        if self._is_count:
            self.found.append(text)


def open_docx(data: bytes, limits: Limits) -> Document:
    """Open a text document; its pages are as many as the program counted that wrote it."""
    package = Package(data, limits)
    if _BODY not in package:
        raise Unreadable(Trouble.MISMATCH)
    counted = "".join(package.all_of("docProps/app.xml", _Pages()))
    return Document(_places(package, limits), number_of(counted))


def _places(package: Package, limits: Limits) -> Iterator[Place]:
    headings = set(package.all_of("word/styles.xml", _Headings()))
    numbers = count(1)
    for name in (_BODY, *filter(package.__contains__, _NOTES)):
        for heading, text in package.read(name, _Sections(limits.characters, headings)):
            yield Place(PlaceKind.SECTION, text, next(numbers), heading)
