"""PPTX (ISO 29500-1, 19): slides in the order they are shown, without those that are hidden."""

from collections.abc import Iterator

from core.file_text.document import Document
from core.file_text.limits import Limits
from core.file_text.package import Attributes, Package, related
from core.file_text.prose import Prose
from core.file_text.reading import Place, PlaceKind, Trouble, Unreadable

_SHOW = "ppt/presentation.xml"


class _Slide(Prose):
    untold = frozenset({"Fallback"})
    room = {"br": "\n", "tab": "\t"}

    def start(self, tag, attributes):
        super().start(tag, attributes)
        if tag == "sld" and attributes.get("show") in {"0", "false"}:
            # Whatever its author has hidden stays so.
            self.told = frozenset()


def open_pptx(data: bytes, limits: Limits) -> Document:
    """Open a presentation; its pages are the slides."""
    package = Package(data, limits)
    if _SHOW not in package:
        raise Unreadable(Trouble.MISMATCH)
    names = related(package, _SHOW)
    slides = [
        names.get(slide.get("id"), "") for slide in package.all_of(_SHOW, Attributes("sldId"))
    ]
    return Document(_places(package, slides, limits), len(slides) or None)


def _places(package: Package, slides: list[str], limits: Limits) -> Iterator[Place]:
    is_damaged = False
    for number, name in enumerate(slides, 1):
        if name not in package:
            is_damaged = True
            continue
        for _name, text in package.read(name, _Slide(limits.characters)):
            yield Place(PlaceKind.SLIDE, text, number)
    if is_damaged:
        raise Unreadable(Trouble.DAMAGED)
