from importlib import import_module
from itertools import islice

import pytest

from core.file_text.document import number_of
from core.file_text.formats import MODULES
from core.file_text.limits import Limits
from core.file_text.reading import PlaceKind, Unreadable
from core.file_text.text import tidy
from core.uploads.documents import DOCUMENT_EXTENSIONS
from tests.core.file_text import making

LINES = (
    "Apkaimes darbnīca Līgo pagastā: kas mums vajadzīgs?",
    "Ēdoles šķūņi, ģimeņu ļaudis, ķērpji, ņemšana un žubīšu čivināšana.",
    "Budžets: 1 250,00 € & „pārējais” <līdz 5. oktobrim> — plkst. 17.30",
    "Ūdensvada iela 12, Gulbene, LV-4401; tālr. 2612 3456",
)


def sample(extension, number):
    """A file with `number` + 1 places, and what stands in each: (kind, number, name, text)."""
    texts = [
        [f"{place}. {line}" for line in LINES[: 1 + (place + number) % 4]]
        for place in range(1, number + 2)
    ]
    names = [f"Sadaļa {place} „ģ”" for place in range(1, number + 2)]
    named = list(zip(names, texts, strict=True))
    if extension in {"pdf", "pptx", "odp"}:
        kind = PlaceKind.PAGE if extension == "pdf" else PlaceKind.SLIDE
        return getattr(making, extension)(texts), _expected(kind, texts)
    if extension in {"docx", "odt"}:
        told = [[name, *lines] for name, lines in named]
        return getattr(making, extension)(named), _expected(PlaceKind.SECTION, told, names)
    if extension in {"xlsx", "ods"}:
        rows = [(name, [[line, "ž"] for line in lines]) for name, lines in named]
        told = [[f"{line} ž" for line in lines] for lines in texts]
        return getattr(making, extension)(rows), _expected(PlaceKind.SHEET, told, names)
    lines = [line for place in texts for line in place]
    written = "\r\n".join(lines).encode("utf-8-sig")
    data = making.rtf(lines) if extension == "rtf" else written
    return data, _expected(PlaceKind.WHOLE, [lines])


def _expected(kind, texts, names=None):
    names = names or [""] * len(texts)
    return [
        (kind, number, name, "\n".join(lines))
        for number, (name, lines) in enumerate(zip(names, texts, strict=True), 1)
    ]


def opened(extension, data):
    module = import_module(f"core.file_text.{MODULES[extension]}")
    return getattr(module, f"open_{extension}")(data, Limits())


def places(document):
    found = [(row.kind, row.number, row.name, tidy(row.text)) for row in document.places]
    return [row for row in found if row[3]]


def test_every_document_that_can_be_uploaded_can_be_read():
    assert set(MODULES) == set(DOCUMENT_EXTENSIONS)


@pytest.mark.parametrize("number", range(10))
@pytest.mark.parametrize("extension", MODULES)
def test_it_finds_all_text_in_its_places(extension, number):
    data, expected = sample(extension, number)
    document = opened(extension, data)
    assert places(document) == expected
    if extension in {"pdf", "pptx", "odp"}:
        assert document.pages == len(expected)


def test_a_text_document_has_the_pages_that_its_program_counted():
    assert opened("docx", making.docx([("", ["x"])], pages=12)).pages == 12
    assert opened("odt", making.odt([("", ["x"])], pages=12)).pages == 12
    assert opened("docx", making.docx([("", ["x"])])).pages is None
    assert opened("odt", making.odt([("", ["x"])])).pages is None


@pytest.mark.parametrize("word", ["", "0", "-1", "²", "x", "100000", "9" * 5000])
def test_a_count_that_is_none_is_not_believed(word):
    assert number_of(word) is None


def test_a_word_that_the_end_of_a_line_has_parted_is_whole_again():
    document = opened("pdf", making.pdf([["Pašval-", "dība"]]))
    assert places(document)[0][3] == "Pašvaldība"


def test_a_page_that_is_not_there_does_not_take_the_others_with_it():
    pages = b"<</Type/Pages/Kids[99 0 R 3 0 R]/Count 2>>"
    rows = opened("pdf", making.pdf_by_hand({2: pages})).places
    assert [(row.number, row.text) for row in islice(rows, 2)] == [(1, ""), (2, "Labdien Gulbene")]
    with pytest.raises(Unreadable, match="damaged"):
        next(rows)


def docx_text(inside):
    parts = {"word/document.xml": making.docx_body(inside)}
    return "\n".join(row[3] for row in places(opened("docx", making.package(parts))))


def test_docx_tells_what_is_shown_and_once():
    assert (
        docx_text(
            "<w:p><w:r><w:t>Viens</w:t><w:tab/><w:t>di</w:t></w:r><w:r><w:t>vi\nkopā</w:t><w:br/></w:r>"
            "<w:del><w:r><w:delText>izņemts</w:delText></w:r></w:del>"
            "<w:moveFrom><w:r><w:t>pārcelts</w:t></w:r></w:moveFrom>"
            "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
            "<w:p><w:r><Choice><w:t>ramis</w:t></Choice><Fallback><w:t>ramis</w:t></Fallback>"
            "</w:r></w:p>"
        )
        == "Viens divi kopā\nramis"
    )


def test_docx_tells_the_notes_at_the_foot_too():
    notes = making.docx_body(making.docx_line("Likuma 5. pants"))
    data = making.docx([("Ievads", ["Teksts"])], **{"word/footnotes.xml": notes})
    assert places(opened("docx", data)) == [
        (PlaceKind.SECTION, 1, "Ievads", "Ievads\nTeksts"),
        (PlaceKind.SECTION, 2, "", "Likuma 5. pants"),
    ]


def test_docx_of_any_size_keeps_its_places_small():
    line = "Vārds pie vārda. " * 100
    data = making.docx([("Garais", [line] * 1000)])
    rows = list(opened("docx", data).places)
    assert [row.name for row in rows] == ["Garais", "Garais"]
    assert sum(row.text.count("pie") for row in rows) == 100_000


def test_hidden_slides_and_sheets_stay_hidden():
    hidden = {"ppt/slides/slide2.xml": making.slide(["Slēpts"], 'show="0"')}
    data = making.pptx([["Slēpts"], ["Redzams"]], **hidden)
    assert places(opened("pptx", data)) == [(PlaceKind.SLIDE, 2, "", "Redzams")]
    row = '<row><c t="str"><v>Redzams</v></c></row>'
    assert places(opened("xlsx", making.xlsx_by_hand(row)))
    assert not places(opened("xlsx", making.xlsx_by_hand(row, state="hidden")))


@pytest.mark.parametrize(
    ("extension", "hiding", "part"),
    [
        ("odp", '<draw:drawing-page-properties draw:visibility="hidden"/>', "draw:page"),
        ("ods", '<draw:table-properties table:display="false"/>', "table:table"),
    ],
)
def test_what_is_hidden_in_open_document_stays_hidden(extension, hiding, part):
    inside = (
        f'<style office:name="a"/><style office:name="b">{hiding}</style>'
        f'<{part} draw:style-name="b"><text:p>Slēpts</text:p></{part}>'
        f'<{part} draw:style-name="a"><text:p>Redzams</text:p></{part}>'
    )
    found = places(opened(extension, making.open_document(inside)))
    assert [(row[1], row[3]) for row in found] == [(2, "Redzams")]


def test_a_slide_that_is_not_there_does_not_take_the_others_with_it():
    names = making.related(["slides/slide1.xml", "slides/gone.xml", "slides/slide2.xml"])
    parts = {
        "ppt/presentation.xml": making.show([2, 1, 3]),
        "ppt/_rels/presentation.xml.rels": names,
    }
    slides = opened("pptx", making.pptx([["Otrā"], ["Pirmā"]], **parts)).places
    assert [(row.number, row.text.strip()) for row in islice(slides, 2)] == [
        (2, "Pirmā"),
        (3, "Otrā"),
    ]
    with pytest.raises(Unreadable, match="damaged"):
        next(slides)


def test_xlsx_tells_numbers_and_words_however_they_are_kept():
    row = (
        '<row><c><v>4401</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>Iela</t></is></c>'
        '<c t="str"><f>A1</f><v>Summa</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>'
    )
    data = making.xlsx_by_hand(row, ["Ēka", "Ūdens"])
    assert places(opened("xlsx", data)) == [
        (PlaceKind.SHEET, 1, "Saraksts", "4401 Ūdens Iela Summa")
    ]


def test_open_document_keeps_remarks_and_what_was_taken_out_to_itself():
    inside = (
        "<text:tracked-changes><text:p>Izņemts</text:p></text:tracked-changes><text:p>Viens"
        "<text:s/><text:span>di</text:span>vi<office:annotation><text:p>Piezīme</text:p>"
        "</office:annotation><text:tab/>trīs</text:p><notes><text:p>Runātājam</text:p></notes>"
    )
    assert places(opened("odt", making.open_document(inside)))[0][3] == "Viens divi trīs"


def test_old_open_document_with_a_declared_manifest_is_read():
    manifest = '<!DOCTYPE manifest PUBLIC "a" "Manifest.dtd"><manifest/>'
    inside = "<text:p>Vecais</text:p>"
    data = making.open_document(inside, **{"META-INF/manifest.xml": manifest})
    assert places(opened("odt", data))[0][3] == "Vecais"


def test_text_may_be_in_the_encoding_of_older_latvian_programs():
    data = "Pagasts;Iedzīvotāji\nLīgo;12".encode("cp1257")
    assert places(opened("csv", data))[0][3] == "Pagasts;Iedzīvotāji\nLīgo;12"
