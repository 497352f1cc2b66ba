"""Files of the demo's own texts in the formats that offices use, as small as they can be."""

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Font
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

MOMENT = (2026, 1, 1, 0, 0, 0)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True)
class Part:
    """A line of a paper: a heading ("h"), a paragraph ("p") or an item of a list ("li")."""

    kind: str
    text: str


def parts_of(title: str, blocks: Iterable) -> list[Part]:
    """The lines of a paper with this title, out of the blocks of a body in a data file."""
    parts = [Part("h", title)]
    for block in blocks:
        kind, said = ("p", block) if isinstance(block, str) else next(iter(block.items()))
        texts = said if kind == "ul" else [said]
        parts += [Part("li" if kind == "ul" else kind, text) for text in texts]
    return parts


def packed(texts: dict[str, str], first: str = "") -> bytes:
    """A ZIP file of these texts, with one of them uncompressed at its beginning."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in texts.items():
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            package.writestr(entry, text)
    return buffer.getvalue()


def docx(parts: list[Part]) -> bytes:
    """A text for Word (ECMA-376)."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    body = "".join(map(_word_paragraph, parts))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'{XML}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    return packed(
        {
            "[Content_Types].xml": types({"/word/document.xml": kind}),
            "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
            "word/document.xml": document,
        }
    )


def _word_paragraph(part: Part) -> str:
    size, weight = (36, "<w:b/>") if part.kind == "h" else (24, "")
    text = f"– {part.text}" if part.kind == "li" else part.text
    run = f'<w:rPr>{weight}<w:sz w:val="{size}"/></w:rPr><w:t>{escape(text)}</w:t>'
    return f'<w:p><w:pPr><w:spacing w:after="120"/></w:pPr><w:r>{run}</w:r></w:p>'


def odt(parts: list[Part]) -> bytes:
    """A text for LibreOffice (OASIS OpenDocument 1.3)."""
    kind = "application/vnd.oasis.opendocument.text"
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    body = "".join(
        f'<text:h text:outline-level="1">{escape(part.text)}</text:h>'
        if part.kind == "h"
        else f"<text:p>{'– ' if part.kind == 'li' else ''}{escape(part.text)}</text:p>"
        for part in parts
    )
    content = (
        f'{XML}<office:document-content xmlns:office="{space}office:1.0" '
        f'xmlns:text="{space}text:1.0" office:version="1.3"><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>"
    )
    manifest = (
        f'{XML}<manifest:manifest xmlns:manifest="{space}manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    texts = {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}
    return packed(texts, first="mimetype")


def xlsx(title: str, rows: list[list]) -> bytes:
    """A sheet with a heading above each column."""
    book = Workbook()
    sheet = book.active
    sheet.title = title[:31]
    for row in rows:
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = 24
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def pdf(parts: list[Part]) -> bytes:
    """A text on pages of A4."""
    fonts = files("ttf_opensans") / "ttf"
    for weight in ("Regular", "Bold"):
        registerFont(TTFont(f"OpenSans-{weight}", fonts / f"OpenSans-{weight}.ttf"))
    buffer = BytesIO()
    sheet = Canvas(buffer, pagesize=A4, invariant=True, lang="lv")
    sheet.setTitle(parts[0].text)
    height = A4[1] - 30 * mm
    for part in parts:
        font, size = ("OpenSans-Bold", 18) if part.kind == "h" else ("OpenSans-Regular", 12)
        text = f"– {part.text}" if part.kind == "li" else part.text
        for line in simpleSplit(text, font, size, A4[0] - 50 * mm):
            if height < 30 * mm:
                sheet.showPage()
                height = A4[1] - 30 * mm
            sheet.setFont(font, size)
            sheet.drawString(25 * mm, height, line)
            height -= size * 1.5
        height -= 6
    sheet.save()
    return buffer.getvalue()


def types(kinds: dict[str, str]) -> str:
    """What the parts of a package are (ECMA-376, part 2)."""
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{XML}<Types xmlns="{PACKAGE}content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relations(targets: list[tuple[str, str]]) -> str:
    """What a part leads to: pairs of a kind and a place, known as r1, r2 and so on."""
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}relationships">{rows}</Relationships>'
