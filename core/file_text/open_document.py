"""ODT, ODP and ODS (ISO 26300): sections under their headings, slides and sheets."""

from collections.abc import Iterator
from itertools import count

from core.file_text.document import Document, number_of
from core.file_text.limits import Limits
from core.file_text.package import Attributes, Package
from core.file_text.prose import Prose, Sections
from core.file_text.reading import Place, PlaceKind, Trouble, Unreadable

_CONTENT = "content.xml"
# The properties of a style that hide sheets and slides.
_HIDING = {"table-properties": "display", "drawing-page-properties": "visibility"}


class _Content(Prose):
    told = lines = frozenset({"p", "h"})
    # Remarks of the authors to one another, what they have taken out, and what only speakers see.
    untold = frozenset({"annotation", "tracked-changes", "notes"})
    room = {"s": " ", "tab": "\t", "line-break": "\n"}


class _Sections(_Content, Sections):
    def end(self, tag):
        if tag == "h" and not self._untold:
            self.end_heading()
        super().end(tag)


class _Parts(_Content):
    # Whatever its author has hidden stays so. The styles that say it stand before the text.
    part = ""

    def __init__(self, most: int):
        super().__init__(most)
        self._style, self._hiding, self._is_hidden = "", set(), False

    def start(self, tag, attributes):
        super().start(tag, attributes)
        if tag == "style":
            self._style = attributes.get("name", "")
        elif tag in _HIDING and attributes.get(_HIDING[tag]) in {"false", "hidden"}:
            self._hiding.add(self._style)
        elif tag == self.part:
            self._is_hidden = attributes.get("style-name") in self._hiding

    def data(self, text):
        if not self._is_hidden:
            super().data(text)

    def end(self, tag):
        super().end(tag)
        if tag == self.part:
            self.end_place()


class _Slides(_Parts):
    part = "page"


class _Sheets(_Parts):
    part = "table"
    lines = frozenset({"table-row"})
    room = _Content.room | {"table-cell": "\t"}

    def start(self, tag, attributes):
        super().start(tag, attributes)
        if tag == self.part:
            self.name = attributes.get("name", "")


def open_odt(data: bytes, limits: Limits) -> Document:
    """Open a text document; its pages are as many as the program counted that wrote it."""
    package = _opened(data, limits)
    counts = package.all_of("meta.xml", Attributes("document-statistic"))
    pages = number_of(counts[0].get("page-count", "")) if counts else None
    return Document(_places(package, _Sections(limits.characters), PlaceKind.SECTION), pages)


def open_odp(data: bytes, limits: Limits) -> Document:
    """Open a presentation; its pages are the slides."""
    package = _opened(data, limits)
    pages = len(package.all_of(_CONTENT, Attributes("page"))) or None
    return Document(_places(package, _Slides(limits.characters), PlaceKind.SLIDE), pages)


def open_ods(data: bytes, limits: Limits) -> Document:
    """Open a workbook. How many pages it would print is not known."""
    package = _opened(data, limits)
    return Document(_places(package, _Sheets(limits.characters), PlaceKind.SHEET))


def _opened(data: bytes, limits: Limits) -> Package:
    package = Package(data, limits)
    if package.all_of("META-INF/manifest.xml", Attributes("encryption-data")):
        raise Unreadable(Trouble.PROTECTED)
    if _CONTENT not in package:
        raise Unreadable(Trouble.MISMATCH)
    return package


def _places(package: Package, content: _Content, kind: PlaceKind) -> Iterator[Place]:
    numbers = count(1)
    for name, text in package.read(_CONTENT, content):
        yield Place(kind, text, next(numbers), name)
