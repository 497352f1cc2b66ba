"""DOCX, PPTX and XLSX (ISO 29500): sections under their headings, slides and sheets."""

from collections.abc import Iterator

from core.file_text.document import Document
from core.file_text.limits import Limits
from core.file_text.package import Package, Part, Words
from core.file_text.reading import Place, PlaceKind, Trouble, Unreadable

_ROOM = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "tc": "\t"}
# What stands in for a drawing in old programs says the same once more.
_UNTOLD = {"Fallback"}


class _Styles(Part):
    """Finds the ids of the styles that are headings, whatever language they are called in."""

    def __init__(self):
        super().__init__()
        self._id = ""

    def start(self, tag, attributes):
        if tag == "style":
            self._id = attributes.get("styleId", "")
        elif tag == "name" and attributes.get("val", "").lower().startswith("heading"):
            self.found.append(self._id)


class _Body(Part):
    """Finds a section, as its heading and its text, for each heading and before the first."""

    def __init__(self, headings: set[str], most: int):
        super().__init__()
        self._headings, self._most = headings, most
        self._heading, self._text, self._length = "", [], 0
        self._paragraph, self._is_heading = [], False
        self._is_text, self._untold = False, 0

    def start(self, tag, attributes):
        if tag == "t":
            self._is_text = not self._untold
        elif tag in _ROOM and not self._untold:
            self._paragraph.append(_ROOM[tag])
        elif tag == "pStyle" and attributes.get("val") in self._headings:
            self._is_heading = True
        elif tag in _UNTOLD:
            self._untold += 1

    def data(self, text):
        if self._is_text:
            self._paragraph.append(text)
            self._length += len(text)

    def end(self, tag):
        if tag == "t":
            self._is_text = False
        elif tag in _UNTOLD:
            self._untold -= 1
        elif tag == "p":
            self._end_paragraph()

    def _end_paragraph(self):
        words = "".join(self._paragraph)
        if self._is_heading and words.strip():
            self._end_section()
            self._heading = words
        self._text.append(words)
        self._paragraph, self._is_heading = [], False
        if self._length > self._most:
            self._end_section()

    def _end_section(self):
        self.found.append((self._heading, "\n".join(self._text)))
        self._text, self._length = [], 0

    def close(self):
        self._end_section()


def open_docx(data: bytes, limits: Limits) -> Document:
    """Open a text document of Word; pages are as many as its writer counted last."""
    package = Package(data, limits)
    if "word/document.xml" not in package:
        raise Unreadable(Trouble.MISMATCH)
    counted = package.all_of("docProps/app.xml", Words("Pages"))
    return Document(_sections(package, limits), whole_number(counted))


def whole_number(words: list[str]) -> int | None:
    """The first of the words as a number of pages, or None."""
    word = words[0].strip()[:6] if words else ""
    return int(word) if word.isascii() and word.isdigit() and int(word) else None


def _sections(package: Package, limits: Limits) -> Iterator[Place]:
    headings = set(package.all_of("word/styles.xml", _Styles()))
    number = 0
    for name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        if name not in package:
            continue
        for heading, text in package.read(name, _Body(headings, limits.characters)):
            number += 1
            yield Place(PlaceKind.SECTION, text, number, heading)
