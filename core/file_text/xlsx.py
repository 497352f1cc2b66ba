"""XLSX (ISO 29500-1, 18): sheets by their names, row by row, without those that are hidden."""

from collections.abc import Iterator

from core.file_text.document import Document
from core.file_text.limits import Limits
from core.file_text.package import Attributes, Package, Part, related
from core.file_text.prose import Prose
from core.file_text.reading import Place, PlaceKind, Trouble, Unreadable

_BOOK = "xl/workbook.xml"
_SHARED = "xl/sharedStrings.xml"


class _Shared(Part):
    def __init__(self):
        super().__init__()
        self._words, self._is_text = [], False

    def start(self, tag, attributes):
        self._is_text = tag == "t"

    def data(self, text):
        if self._is_text:
            self._words.append(text)

    def end(self, tag):
        self._is_text = False
        if tag == "si":
            self.found.append("".join(self._words))
            self._words.clear()


class _Sheet(Prose):
    told = frozenset({"v", "t"})
    room = {"c": "\t"}
    lines = frozenset({"row"})

    def __init__(self, most: int, shared: list[str]):
        super().__init__(most)
        self._shared, self._type, self._index = shared, "", ""

    def start(self, tag, attributes):
        super().start(tag, attributes)
        if tag == "c":
            self._type = attributes.get("t", "n")

    def data(self, text):
        if self._type == "s":
            self._index += text
        elif self._type not in {"b", "e"}:
            super().data(text)

    def end(self, tag):
        if self._told and self._type == "s":
            self._type = "str"
            self.data(self._pointed())
        super().end(tag)

    def _pointed(self) -> str:
        index, self._index = self._index.strip(), ""
        is_number = index.isascii() and index.isdigit() and len(index) < 10
        return self._shared[int(index)] if is_number and int(index) < len(self._shared) else ""


def open_xlsx(data: bytes, limits: Limits) -> Document:
    """Open a workbook. How many pages it would print is not known."""
    package = Package(data, limits)
    if _BOOK not in package:
        raise Unreadable(Trouble.MISMATCH)
    return Document(_places(package, limits))


def _places(package: Package, limits: Limits) -> Iterator[Place]:
    names = related(package, _BOOK)
    shared = package.all_of(_SHARED, _Shared())
    for number, sheet in enumerate(package.all_of(_BOOK, Attributes("sheet")), 1):
        part = names.get(sheet.get("id"), "")
        # A sheet may be a chart alone. Whatever its author has hidden stays so.
        if sheet.get("state", "visible") == "visible" and part in package:
            for _name, text in package.read(part, _Sheet(limits.characters, shared)):
                yield Place(PlaceKind.SHEET, text, number, sheet.get("name", ""))
