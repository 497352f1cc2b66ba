"""Files of text: TXT and CSV."""

from core.file_text.document import Document
from core.file_text.limits import Limits
from core.file_text.reading import Place, PlaceKind, Trouble, Unreadable

# Windows-1257 is what older Latvian programs write.
_ENCODINGS = ("utf-8-sig", "cp1257")


def open_txt(data: bytes, limits: Limits) -> Document:
    """Open a text in UTF-8 or Windows-1257."""
    if b"\0" in data:
        raise Unreadable(Trouble.MISMATCH)
    text = _decoded(data)[: 2 * limits.characters]
    return Document(iter([Place(PlaceKind.WHOLE, text)]))


open_csv = open_txt


def _decoded(data: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(Trouble.DAMAGED)
