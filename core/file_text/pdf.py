"""PDF (ISO 32000): text page by page, and the first page as a picture."""

from collections.abc import Iterator
from functools import partial
from importlib import import_module
from io import BytesIO

import pypdfium2
from PIL import Image
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

from core.file_text.document import Document
from core.file_text.limits import Limits
from core.file_text.reading import Place, PlaceKind, Trouble, Unreadable

# Pillow looks for its writers when it first writes, and by then nothing can be opened any more.
Image.preinit()
import_module("PIL.WebPImagePlugin")


def open_pdf(data: bytes, limits: Limits) -> Document:
    """Open a PDF; one that asks for a password is `PROTECTED`."""
    if b"%PDF-" not in data[:1024]:
        raise Unreadable(Trouble.MISMATCH)
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code in {FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY}
        raise Unreadable(Trouble.PROTECTED if is_locked else Trouble.DAMAGED) from error
    if not len(pdf):
        raise Unreadable(Trouble.DAMAGED)
    return Document(_places(pdf), len(pdf), partial(_picture, pdf, limits.picture_side))


def _places(pdf: pypdfium2.PdfDocument) -> Iterator[Place]:
    is_damaged = False
    for number in range(1, len(pdf) + 1):
        text = ""
        try:
            text = _text(pdf[number - 1])
        except pypdfium2.PdfiumError:
            is_damaged = True
        yield Place(PlaceKind.PAGE, text, number)
    if is_damaged:
        raise Unreadable(Trouble.DAMAGED)


def _text(page: pypdfium2.PdfPage) -> str:
    try:
        return page.get_textpage().get_text_bounded()
    finally:
        # Closes the text with it; a large file is not held in memory page after page.
        page.close()


def _picture(pdf: pypdfium2.PdfDocument, side: int) -> bytes:
    page = pdf[0]
    image = page.render(scale=side / max(*page.get_size(), 1)).to_pil().convert("RGB")
    output = BytesIO()
    image.save(output, "WEBP", quality=75)
    return output.getvalue()
