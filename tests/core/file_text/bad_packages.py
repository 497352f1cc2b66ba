"""Packages of office programs that are damaged, locked, endless, or up to something."""

import random
import struct
import zipfile

from core.file_text.reading import Trouble
from tests.core.file_text.making import (
    docx,
    docx_body,
    docx_line,
    open_document,
    package,
    pdf,
    pptx,
    related,
    show,
    slide,
    xlsx_by_hand,
)

MEGABYTE = 1024 * 1024


def _noise(size):
    return random.Random(7).randbytes(size)


def _marked_as_locked():
    data = bytearray(docx([("", ["Labdien"])]))
    for beginning, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := data.find(beginning, start + 1)) >= 0:
            data[start + place] |= 1
    return bytes(data)


def _false_size():
    data = bytearray(docx([("", ["Labdien " * 1000])]))
    data[22:26] = struct.pack("<I", 10)
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 10)
    return bytes(data)


def _false_sum():
    data = bytearray(docx([("", ["Labdien"])]))
    entry = data.index(b"PK\x01\x02")
    data[entry + 16] ^= 0xFF
    return bytes(data)


def _declared(declaration, inside="&a;"):
    return package({"word/document.xml": declaration + docx_body(docx_line("x") + inside)})


def _laughs():
    rows = "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(12))
    return f'<!DOCTYPE x [<!ENTITY a "ha">{rows}]>'


def _in_itself(depth=6):
    data = docx([("", ["x"])])
    for _level in range(depth):
        data = docx([("", ["Labdien"])], **{"word/embeddings/in.docx": data})
    return data


def _twice():
    first = docx_body(docx_line("Labdien"))
    data = bytearray(package({"word/document.xml": first, "word/documenu.xml": first}))
    return bytes(data.replace(b"documenu", b"document"))


def _slides(targets, **parts):
    return pptx([["Labdien"]], **{"ppt/_rels/presentation.xml.rels": related(targets), **parts})


_SECRET = "/etc/passwd"
_XXE = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{_SECRET}">]>'


def _bomb():
    return package({"word/document.xml": docx_body(docx_line("Labdien") + " " * (40 * MEGABYTE))})


BAD_PACKAGES = {
    "docx: a PDF by its name": (lambda: pdf([["x"]]), Trouble.MISMATCH),
    "docx: no main part": (lambda: package({"a.xml": "<x/>"}), Trouble.MISMATCH),
    "docx: the first half": (lambda: docx([("", ["Labdien"] * 500)])[:400], Trouble.DAMAGED),
    "docx: noise after the beginning": (lambda: b"PK\x03\x04" + _noise(50_000), Trouble.DAMAGED),
    "docx: a password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096),
        Trouble.PROTECTED,
    ),
    "docx: parts with a password": (_marked_as_locked, Trouble.PROTECTED),
    "docx: 40 MB in 40 kB": (_bomb, Trouble.TOO_LARGE),
    "docx: a size that is not so": (_false_size, {Trouble.DAMAGED, None}),
    "docx: a sum that is not so": (_false_sum, Trouble.DAMAGED),
    "docx: 6000 parts": (
        lambda: docx([("", ["x"])], **{f"word/{n}.xml": "" for n in range(6000)}),
        Trouble.TOO_MANY_PARTS,
    ),
    "docx: another way of packing": (
        lambda: package({"word/document.xml": docx_body(docx_line("x"))}, zipfile.ZIP_LZMA),
        Trouble.DAMAGED,
    ),
    "docx: archives in archives": (_in_itself, None),
    "docx: two parts of one name": (_twice, None),
    "docx: names that lead out": (
        lambda: docx([("", ["Labdien"])], **{"../../../tmp/out.txt": "x", "/tmp/out.txt": "x"}),
        None,
    ),
    "docx: a thousand million laughs": (lambda: _declared(_laughs(), "&m;"), Trouble.DAMAGED),
    "docx: a file of the machine": (lambda: _declared(_XXE), Trouble.DAMAGED),
    "docx: a declaration from elsewhere": (
        lambda: _declared('<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', ""),
        Trouble.DAMAGED,
    ),
    "docx: a long entity many times": (
        lambda: _declared(f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]>', "&a;" * 10_000),
        Trouble.DAMAGED,
    ),
    "docx: 200,000 levels": (
        lambda: package({"word/document.xml": docx_body("<w:p>" * 200_000)}),
        {Trouble.DAMAGED, Trouble.TOOK_TOO_LONG},
    ),
    "docx: an attribute of 15 MB": (
        lambda: package({"word/document.xml": docx_body(f'<w:p a="{"a" * 15 * MEGABYTE}"/>')}),
        {Trouble.NO_TEXT, Trouble.TOOK_TOO_LONG},
    ),
    "docx: no XML": (lambda: package({"word/document.xml": _noise(1000)}), Trouble.DAMAGED),
    "docx: an encoding that is none": (
        lambda: package({"word/document.xml": "<?xml version='1.0' encoding='utf-99'?><x/>"}),
        Trouble.DAMAGED,
    ),
    "docx: macros": (lambda: docx([("", ["Labdien"])], **{"word/vbaProject.bin": b"Shell"}), None),
    "docx: a script as text": (lambda: docx([("", ["Labdien <script>alert(1)</script>"])]), None),
    "docx: a heading in every line": (
        lambda: docx([(f"V {n}", []) for n in range(2500)]),
        Trouble.TOO_MANY_PARTS,
    ),
    "docx: pictures alone": (
        lambda: docx([("", [])], **{"word/media/a.png": b"x"}),
        Trouble.NO_TEXT,
    ),
    "pptx: one slide 20,000 times": (
        lambda: _slides(["slides/slide1.xml"], **{"ppt/presentation.xml": show([1] * 20_000)}),
        Trouble.TOO_MANY_PARTS,
    ),
    "pptx: a slide that is not there": (lambda: _slides(["slides/slide9.xml"]), Trouble.DAMAGED),
    "pptx: a slide of the machine": (
        lambda: _slides([f"../../../../..{_SECRET}"]),
        Trouble.DAMAGED,
    ),
    "pptx: a slide from elsewhere": (
        lambda: _slides(["http://127.0.0.1:9/slide.xml"]),
        Trouble.DAMAGED,
    ),
    "pptx: a slide hidden": (
        lambda: pptx([["Labdien"]], **{"ppt/slides/slide1.xml": slide(["Labdien"], 'show="0"')}),
        Trouble.NO_TEXT,
    ),
    "xlsx: a long word 100,000 times": (
        lambda: xlsx_by_hand('<row><c t="s"><v>0</v></c></row>' * 100_000, ["garš" * 8000]),
        Trouble.TOO_LARGE,
    ),
    "xlsx: words that are not there": (
        lambda: xlsx_by_hand(
            "".join(
                f'<row><c t="s"><v>{v}</v></c></row>' for v in ("-1", "9" * 5000, "²", "", "1e9")
            )
            + '<row><c t="inlineStr"><is><t>Labdien</t></is></c></row>',
            ["a"],
        ),
        None,
    ),
    "xlsx: a hidden sheet": (
        lambda: xlsx_by_hand('<row><c t="str"><v>x</v></c></row>', state="veryHidden"),
        Trouble.NO_TEXT,
    ),
    "ods: a thousand million cells": (
        lambda: open_document(
            '<table:table table:name="a"><table:table-row table:number-rows-repeated="1000000">'
            '<table:table-cell table:number-columns-repeated="1000"><text:p>Labdien</text:p>'
            "</table:table-cell></table:table-row></table:table>"
        ),
        None,
    ),
    "odt: a password": (
        lambda: open_document("", **{"META-INF/manifest.xml": "<m><f><encryption-data/></f></m>"}),
        Trouble.PROTECTED,
    ),
    "odp: no content": (
        lambda: package({"mimetype": "application/vnd.oasis.opendocument"}),
        Trouble.MISMATCH,
    ),
}
