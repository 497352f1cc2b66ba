"""Documents made in code: packages of office programs, PDFs by PDFium and PDFs by hand."""

import ctypes
import zipfile
import zlib
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import openpyxl
import pypdfium2
import ttf_opensans
from pypdfium2 import raw


def package(parts, method=zipfile.ZIP_DEFLATED):
    """A ZIP file of these parts."""
    output = BytesIO()
    with zipfile.ZipFile(output, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return output.getvalue()


# PDF


def pdf(pages):
    """A PDF of these pages, each a list of lines, set in a font that has all Latvian letters."""
    document = pypdfium2.PdfDocument.new()
    font = _font(document)
    for lines in pages:
        page = document.new_page(595, 842)
        for place, line in enumerate(lines):
            words = raw.FPDFPageObj_CreateTextObj(document, font, 12)
            text = f"{line}\0".encode("utf-16-le")
            raw.FPDFText_SetText(words, ctypes.cast(text, ctypes.POINTER(ctypes.c_ushort)))
            raw.FPDFPageObj_Transform(words, 1, 0, 0, 1, 50, 780 - 18 * place)
            raw.FPDFPage_InsertObject(page, words)
        page.gen_content()
    output = BytesIO()
    document.save(output)
    document.close()
    return output.getvalue()


@cache
def _font_file():
    return Path(ttf_opensans.OPENSANS_REGULAR.path).read_bytes()


def _font(document):
    data = _font_file()
    held = (ctypes.c_uint8 * len(data)).from_buffer_copy(data)
    return raw.FPDFText_LoadFont(document, held, len(data), raw.FPDF_FONT_TRUETYPE, True)


def stream(content, entries="", filters="/FlateDecode"):
    """The body of a compressed stream; with several filters it is compressed as often."""
    for _time in range(filters.count("Flate")):
        content = zlib.compress(content, 9)
    head = f"<</Length {len(content)}/Filter[{filters}]{entries}>>stream\n"
    return head.encode() + content + b"\nendstream"


def words(*lines):
    """The content of a page that writes these lines in Helvetica."""
    shown = "".join(f"({line})Tj 0 -14 Td " for line in lines)
    return f"BT /F 12 Tf 50 750 Td {shown}ET".encode()


def pdf_by_hand(objects=None, trailer="", box="0 0 595 842", resources="", page="", content=None):
    """A PDF of one page, whose objects (1 catalogue, 2 pages, 3 page, 4 content) may be others."""
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: (
            f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R/Resources<<"
            f"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>{resources}>>{page}>>"
        ).encode(),
        4: stream(words("Labdien Gulbene") if content is None else content),
        **(objects or {}),
    }
    output, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in bodies.items():
        places[number] = len(output)
        output += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(output)
    output += b"xref\n"
    for number, place in places.items():
        output += b"%d 1\n%010d 00000 n \n" % (number, place)
    output += f"trailer<</Root 1 0 R/Size {max(places) + 1}{trailer}>>\n".encode()
    return bytes(output + b"startxref\n%d\n%%%%EOF\n" % start)


# DOCX, PPTX, XLSX

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx_body(inside):
    """The main part of a text document around what is inside."""
    return f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{inside}</w:body></w:document>'


def docx_line(text, style=""):
    """A paragraph, in a style if one is named."""
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def docx(sections, pages=None, **more_parts):
    """A text document of (heading, lines), with the names of styles as a Latvian Word has them."""
    body = "".join(
        (docx_line(heading, "Virsraksts1") if heading else "")
        + "".join(docx_line(line) for line in lines)
        for heading, lines in sections
    )
    styles = (
        f'<w:styles xmlns:w="{_W}"><w:style w:styleId="Virsraksts1"><w:name w:val="heading 1"/>'
        '</w:style><w:style w:styleId="Parasts"><w:name w:val="Normal"/></w:style></w:styles>'
    )
    counted = f"<Properties><Application>W</Application><Pages>{pages}</Pages></Properties>"
    parts = {"word/document.xml": docx_body(body), "word/styles.xml": styles}
    return package(parts | ({"docProps/app.xml": counted} if pages else {}) | more_parts)


def related(targets):
    """A part that names others by the ids rId1, rId2 and so on."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Target={quoteattr(target)}/>'
        for number, target in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="http://x/relationships">{rows}</Relationships>'


def slide(lines, entries=""):
    """A slide of a presentation."""
    inside = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines)
    return f'<p:sld xmlns:p="p" xmlns:a="{_A}" {entries}><p:txBody>{inside}</p:txBody></p:sld>'


def show(ids):
    """The part of a presentation that names its slides."""
    rows = "".join(f'<p:sldId r:id="rId{n}" id="{256 + n}"/>' for n in ids)
    inside = f"<p:sldIdLst>{rows}</p:sldIdLst>"
    return f'<p:presentation xmlns:p="p" xmlns:r="{_R}">{inside}</p:presentation>'


def pptx(slides, **more_parts):
    """A presentation whose slides lie in the package in the opposite order."""
    names = [f"slides/slide{number}.xml" for number in range(len(slides), 0, -1)]
    parts = {f"ppt/{name}": slide(lines) for name, lines in zip(names, slides, strict=True)}
    parts["ppt/presentation.xml"] = show(range(1, len(slides) + 1))
    parts["ppt/_rels/presentation.xml.rels"] = related(names)
    return package(parts | more_parts)


def xlsx(sheets):
    """A workbook of (name, rows) as openpyxl writes it."""
    book = openpyxl.Workbook(write_only=True)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def xlsx_by_hand(rows, shared=(), state="visible"):
    """A workbook of one sheet with these rows as XML."""
    strings = "".join(f"<si><t>{escape(word)}</t></si>" for word in shared)
    sheet = f'<sheet name="Saraksts" sheetId="1" state="{state}" r:id="rId1"/>'
    return package(
        {
            "xl/workbook.xml": f'<workbook xmlns:r="{_R}"><sheets>{sheet}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": related(["/xl/worksheets/sheet1.xml"]),
            "xl/sharedStrings.xml": f"<sst>{strings}</sst>",
            "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
        }
    )


# ODT, ODP, ODS

_NAMES = 'xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:meta="m"'


def open_document(inside, **more_parts):
    """A package of the OpenDocument family around what is inside its content."""
    content = f"<office:document-content {_NAMES}>{inside}</office:document-content>"
    return package({"content.xml": content} | more_parts)


def _lines(lines):
    return "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)


def odt(sections, pages=None):
    """A text document of (heading, lines)."""
    inside = "".join(
        (f"<text:h>{escape(heading)}</text:h>" if heading else "") + _lines(lines)
        for heading, lines in sections
    )
    count = f'<meta:document-statistic meta:page-count="{pages}"/>' if pages else ""
    meta = f"<office:document-meta {_NAMES}>{count}</office:document-meta>"
    return open_document(inside, **{"meta.xml": meta})


def odp(slides):
    """A presentation."""
    return open_document(
        "".join(
            f"<draw:page><draw:frame>{_lines(lines)}</draw:frame></draw:page>" for lines in slides
        )
    )


def ods(sheets):
    """A workbook of (name, rows)."""

    def row(cells):
        inside = "".join(f"<table:table-cell>{_lines([cell])}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inside}</table:table-row>"

    return open_document(
        "".join(
            f"<table:table table:name={quoteattr(name)}>{''.join(map(row, rows))}</table:table>"
            for name, rows in sheets
        )
    )


# RTF


def rtf(lines):
    """A text document as Word writes it: what is not ASCII by its number, or in Windows-1257."""

    def coded(letter):
        if letter.isascii():
            return letter
        known = letter.encode("cp1257", errors="ignore")
        return f"\\u{ord(letter)}?" if not known else f"\\'{known[0]:02x}"

    text = "\\par\n".join("".join(map(coded, line)) for line in lines)
    fonts = r"{\fonttbl{\f0\fswiss\fcharset186 Calibri;}}"
    return f"{{\\rtf1\\ansi\\ansicpg1257\\deff0{fonts}\\f0 {text}}}".encode("ascii")
