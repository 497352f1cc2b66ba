"""RTF (Microsoft's specification 1.9.1): its text as a whole."""

from striprtf.striprtf import rtf_to_text

from core.file_text.document import Document
from core.file_text.limits import Limits
from core.file_text.reading import Place, PlaceKind, Trouble, Unreadable


def open_rtf(data: bytes, limits: Limits) -> Document:
    """Open a text document; letters that its encoding does not have are left out."""
    if not data.startswith(b"{\\rtf"):
        raise Unreadable(Trouble.MISMATCH)
    text = rtf_to_text(data.decode("latin-1"), encoding="cp1257", errors="ignore")
    return Document(iter([Place(PlaceKind.WHOLE, text[: 2 * limits.characters])]))
