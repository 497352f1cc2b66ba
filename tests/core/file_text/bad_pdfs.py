"""PDFs that are damaged, locked, endless, far too much, or up to something."""

import random

from core.file_text.reading import Trouble
from tests.core.file_text.making import docx, pdf, pdf_by_hand, stream, words

MEGABYTE = 1024 * 1024


def _noise(size):
    return random.Random(7).randbytes(size)


def _spoiled(data):
    middle = len(data) // 3
    return data[:middle] + _noise(len(data) // 3) + data[2 * middle :]


def _locked():
    rows = f"/O<{'41' * 32}>/U<{'42' * 32}>"
    lock = f"<</Filter/Standard/V 1/R 2/P -44{rows}>>".encode()
    return pdf_by_hand({9: lock}, trailer=f"/Encrypt 9 0 R/ID[<{'00' * 16}><{'00' * 16}>]")


def _form(inside, names=""):
    return stream(
        inside, f"/Type/XObject/Subtype/Form/BBox[0 0 600 850]/Resources<</XObject<<{names}>>>>"
    )


def _forms_in_forms(depth=12):
    forms = {
        number: _form(b"/X Do " * 10, f"/X {number + 1} 0 R") for number in range(10, 10 + depth)
    }
    forms[10 + depth] = _form(words("deep"))
    second = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 850]/Contents 6 0 R"
        b"/Resources<</XObject<</X 10 0 R>>>>>>"
    )
    forms |= {
        2: b"<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>",
        5: second,
        6: stream(b"/X Do " * 10),
    }
    return pdf_by_hand(forms)


def _picture(entries, content=b"\0", filters="/FlateDecode", shown=b"600 0 0 800 0 0 cm /X Do"):
    picture = stream(content, f"/Type/XObject/Subtype/Image{entries}", filters)
    resources = "/XObject<</X 9 0 R>>"
    return pdf_by_hand({9: picture}, resources=resources, content=b"q " + shown + b" Q")


_HUGE = "/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB"
_ONE = "/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray"


def _tree(depth=3000):
    nodes = {
        number: b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (number + 1, number - 1)
        for number in range(10, 10 + depth)
    }
    return pdf_by_hand(
        {2: b"<</Type/Pages/Kids[10 0 R]/Count 1>>", **nodes, 10 + depth: b"<</Type/Page>>"}
    )


def _many_pages(count=2500):
    kids = b" ".join(b"%d 0 R" % number for number in range(10, 10 + count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return pdf_by_hand(
        {
            2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
            **dict.fromkeys(range(10, 10 + count), page),
        }
    )


def _programs():
    return pdf_by_hand(
        {
            1: b"<</Type/Catalog/Pages 2 0 R/OpenAction 9 0 R/Names<</EmbeddedFiles<<"
            b"/Names[(a.exe) 8 0 R]>>>>/AA<</WC 7 0 R>>>>",
            7: b"<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>",
            8: b"<</Type/Filespec/F(a.exe)/EF<</F 6 0 R>>>>",
            6: stream(b"MZ secret"),
            9: b"<</S/JavaScript/JS(while(true){app.alert(1);})>>",
        }
    )


def _wide_map():
    rows = b"<0000> <FFFF> <0041>\n" * 5000
    table = b"begincmap 5000 beginbfrange\n" + rows + b"endbfrange endcmap"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 8 0 R>>"
    return pdf_by_hand({9: font, 8: stream(table)}, resources="/Font<</F 9 0 R>>")


BAD_PDFS = {
    "nothing but a beginning": (lambda: b"%PDF-1.7\n", Trouble.DAMAGED),
    "nothing at all": (lambda: b"", Trouble.MISMATCH),
    "HTML by the name of a PDF": (
        lambda: b"<!doctype html><script>alert(1)</script>",
        Trouble.MISMATCH,
    ),
    "a ZIP by the name of a PDF": (lambda: docx([("", ["x"])]), Trouble.MISMATCH),
    "noise after the beginning": (lambda: b"%PDF-1.7\n" + _noise(100_000), Trouble.DAMAGED),
    "the first half": (lambda: pdf([["Labdien"]])[:4000], Trouble.DAMAGED),
    "noise in the middle": (
        lambda: _spoiled(pdf([["Labdien"]] * 5)),
        {None, Trouble.DAMAGED, Trouble.NO_TEXT},
    ),
    "a password": (_locked, Trouble.PROTECTED),
    "pages that hold themselves": (
        lambda: pdf_by_hand({2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"}),
        {Trouble.DAMAGED, Trouble.NO_TEXT},
    ),
    "two thousand million pages": (
        lambda: pdf_by_hand({2: b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>"}),
        {None, Trouble.DAMAGED, Trouble.TOO_MANY_PARTS},
    ),
    "fewer than no pages": (
        lambda: pdf_by_hand({2: b"<</Type/Pages/Kids[3 0 R]/Count -5>>"}),
        {None, Trouble.DAMAGED},
    ),
    "a page 3000 levels deep": (_tree, {None, Trouble.DAMAGED, Trouble.NO_TEXT}),
    "2500 pages": (_many_pages, Trouble.TOO_MANY_PARTS),
    "100,000 arrays in one another": (
        lambda: pdf_by_hand({9: b"[" * 100_000}, page="/Annots 9 0 R"),
        {None, Trouble.DAMAGED},
    ),
    "100,000 dictionaries in one another": (
        lambda: pdf_by_hand({3: b"<</A" * 100_000}),
        {None, Trouble.DAMAGED, Trouble.NO_TEXT},
    ),
    "a page of 50 MB of room": (
        lambda: pdf_by_hand({4: stream(bytes(MEGABYTE) * 50)}),
        {Trouble.NO_TEXT, Trouble.DAMAGED, Trouble.TOOK_TOO_LONG},
    ),
    "a stream compressed three times": (
        lambda: pdf_by_hand({4: stream(bytes(MEGABYTE) * 20, filters="/FlateDecode" * 3)}),
        {Trouble.NO_TEXT, Trouble.DAMAGED, Trouble.TOOK_TOO_LONG},
    ),
    "a form that draws itself": (
        lambda: pdf_by_hand({9: _form(b"/X Do", "/X 9 0 R")}, resources="/XObject<</X 9 0 R>>"),
        None,
    ),
    "forms in forms, 10 to the power of 13": (
        _forms_in_forms,
        {None, Trouble.TOOK_TOO_LONG, Trouble.DAMAGED},
    ),
    "a picture of 60,000 by 60,000": (lambda: _picture(_HUGE, bytes(MEGABYTE)), Trouble.NO_TEXT),
    "a broken JPEG": (lambda: _picture(_ONE, b"\xff\xd8\xff\xee", "/DCTDecode"), Trouble.NO_TEXT),
    "a broken JPEG 2000": (lambda: _picture(_ONE, _noise(5000), "/JPXDecode"), Trouble.NO_TEXT),
    "a broken JBIG2": (lambda: _picture(_ONE, _noise(5000), "/JBIG2Decode"), Trouble.NO_TEXT),
    "a broken fax": (lambda: _picture(_ONE, _noise(5000), "/CCITTFaxDecode"), Trouble.NO_TEXT),
    "a scanned page": (lambda: _picture(_ONE, bytes(64)), Trouble.NO_TEXT),
    "a page of no size": (lambda: pdf_by_hand(box="0 0 0 0"), {None, Trouble.NO_TEXT}),
    "a page of endless size": (lambda: pdf_by_hand(box="0 0 1e30 1e30"), {None, Trouble.NO_TEXT}),
    "a page as narrow as a hair": (
        lambda: pdf_by_hand(box="0 0 600 0.0001"),
        {None, Trouble.NO_TEXT},
    ),
    "programs that start themselves": (_programs, None),
    "a table of contents that points to itself": (
        lambda: pdf_by_hand(trailer="/Prev 9/XRefStm 9"),
        {None, Trouble.DAMAGED},
    ),
    "letters that mean everything": (_wide_map, {None, Trouble.NO_TEXT}),
    "text without end": (
        lambda: pdf_by_hand(content=words(*["Gulbene un vēl"] * 30_000)),
        {Trouble.TOO_LARGE, None, Trouble.TOOK_TOO_LONG},
    ),
}
