import struct
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from hypothesis import given, settings
from hypothesis import strategies as st

from core.uploads import check_document


def package(parts, method=zipfile.ZIP_DEFLATED):
    output = BytesIO()
    with zipfile.ZipFile(output, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return output.getvalue()


OFFICE = "application/vnd.openxmlformats-officedocument."
MAIN = {
    "docx": OFFICE + "wordprocessingml.document.main+xml",
    "xlsx": OFFICE + "spreadsheetml.sheet.main+xml",
    "pptx": OFFICE + "presentationml.presentation.main+xml",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
}


def types(*kinds):
    overrides = "".join(f'<Override PartName="/part" ContentType="{kind}"/>' for kind in kinds)
    return f"<?xml version='1.0'?><Types>{overrides}</Types>"


def office(extension, *more_types, **more_parts):
    content = types(MAIN[extension], *more_types)
    return package({"[Content_Types].xml": content, "main.xml": "<x/>", **more_parts})


def open_document(extension, **more_parts):
    return package({"mimetype": MAIN[extension], "content.xml": "<x/>", **more_parts})


DOCUMENTS = {
    "pdf": b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n",
    "rtf": rb"{\rtf1\ansi L\'eego}",
    "txt": "Līgo svētki\r\n\tplkst. 17.30\x0c".encode("utf-8-sig"),
    "csv": "Pagasts;Iedzīvotāji\nLīgo;-12\n".encode("cp1257"),
    **{extension: office(extension) for extension in ("docx", "xlsx", "pptx")},
    **{extension: open_document(extension) for extension in ("odt", "ods", "odp")},
}


def refused(data, name, **limits):
    """Return the code of the refusal, having made sure that its sentence is complete."""
    file = ContentFile(data, name=name)
    with pytest.raises(ValidationError) as caught:
        check_document(file, **limits)
    assert file.tell() == 0
    assert "%(" not in caught.value.messages[0]
    return caught.value.code


@pytest.mark.parametrize("extension", DOCUMENTS)
def test_it_takes_a_document_and_hands_it_back_rewound(extension):
    file = ContentFile(DOCUMENTS[extension], name=f"Nolikums.{extension.upper()}")
    assert check_document(file) is file
    assert file.read() == DOCUMENTS[extension]


@pytest.mark.parametrize(
    "name", ["a.html", "a.svg", "a.exe", "a.js", "a.jpg", "a.zip", "a.doc", "a.pdf.exe", "pdf"]
)
def test_it_refuses_other_kinds_by_name(name):
    assert refused(DOCUMENTS["pdf"], name) == "extension"


def test_it_refuses_every_document_under_the_name_of_another():
    for name in DOCUMENTS:
        for extension in DOCUMENTS.keys() - {name, "txt", "csv"}:
            assert refused(DOCUMENTS[extension], f"a.{name}") in {
                "content_mismatch",
                "not_text",
            }


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.pdf", "empty"),
        (b"<!doctype html><script>alert(1)</script>", "a.txt", "content_mismatch"),
        (b"\xef\xbb\xbf \n <SVG onload='x'>", "a.csv", "content_mismatch"),
        (b"MZ\x90\x00", "a.txt", "not_text"),
        ("Līgo".encode("utf-16"), "a.txt", "not_text"),
        (b"L\xecgo \x81", "a.txt", "not_text"),
        (b"MZ\x90\x00 %PDF- %%EOF", "a.pdf", "content_mismatch"),
        (DOCUMENTS["pdf"][:20], "a.pdf", "content_mismatch"),
        (rb"{\rtf1{\object\objemb{\*\objdata 0105}}}", "a.rtf", "active_content"),
        (office("docx", "application/vnd.ms-office.vbaProject"), "a.docx", "active_content"),
        (office("docx", "application/vnd.ms-office.vba&#80;roject"), "a.docx", "active_content"),
        (office("docx", **{"word/vbaProject.bin": b"x"}), "a.docx", "active_content"),
        (office("xlsx", **{"xl/macrosheets/sheet1.xml": b"x"}), "a.xlsx", "active_content"),
        (open_document("odt", **{"Basic/Standard/a.xml": "x"}), "a.odt", "active_content"),
        (package({"[Content_Types].xml": "<!DOCTYPE x>" + types(MAIN["docx"])}), "a.docx", None),
        (package({"[Content_Types].xml": types()}), "a.docx", None),
        (package({"word/document.xml": "<x/>"}), "a.docx", None),
        (package({"mimetype": MAIN["odt"] + "-template"}), "a.odt", None),
        (package({"mimetype": MAIN["odt"]}, zipfile.ZIP_BZIP2), "a.odt", None),
        (b"MZ" + DOCUMENTS["docx"], "a.docx", None),
        (DOCUMENTS["docx"] + b"tail", "a.docx", None),
        (DOCUMENTS["docx"][:-30], "a.docx", None),
    ],
)
def test_it_refuses_a_document_that_is_not_what_it_says(data, name, code):
    assert refused(data, name) == (code or "content_mismatch")


def test_it_refuses_macro_documents_under_a_harmless_name():
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    data = package({"[Content_Types].xml": types(macro), "word/vbaProject.bin": b"x"})
    assert refused(data, "a.docx") == "active_content"
    assert refused(data, "a.docm") == "extension"


def test_it_refuses_a_bomb_without_unpacking_it():
    bomb = office("docx", **{"word/media/a.xml": bytes(5_000_000)})
    assert refused(bomb, "a.docx", max_unpacked_bytes=1024 * 1024) == "too_much_inside"
    # A size that the directory only claims is believed, because nothing is unpacked to see.
    claimed = bytearray(DOCUMENTS["docx"])
    entry = claimed.rindex(b"PK\x01\x02")
    claimed[entry + 24 : entry + 28] = struct.pack("<I", 2**32 - 2)
    assert refused(bytes(claimed), "a.docx") == "too_much_inside"


def test_it_refuses_a_document_of_very_many_parts():
    data = office("docx", **{f"word/{n}.xml": "" for n in range(50)})
    assert refused(data, "a.docx", max_parts=51) == "too_much_inside"
    assert check_document(ContentFile(data, name="a.docx"), max_parts=52)


def test_it_does_not_open_an_archive_with_a_huge_directory():
    data = office("docx", **{f"word/{n:0200}.xml": "" for n in range(4500)})
    assert refused(data, "a.docx") == "content_mismatch"


def test_it_does_not_open_an_archive_that_points_to_another_directory():
    # A reader that knows ZIP64 follows the larger record, one that does not the smaller.
    data = DOCUMENTS["docx"]
    body, end = data[:-22], data[-22:]
    parts, size, start = struct.unpack("<10xHLL2x", end)
    larger = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, parts, parts, size, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(body), 1)
    assert zipfile.ZipFile(BytesIO(body + larger + locator + end)).namelist()
    assert refused(body + larger + locator + end, "a.docx") == "content_mismatch"


def test_it_refuses_an_archive_that_claims_words_behind_its_end():
    assert refused(DOCUMENTS["docx"][:-2] + b"\x07\x00", "a.docx") == "content_mismatch"


def test_it_refuses_a_document_with_a_locked_part():
    data = bytearray(DOCUMENTS["docx"])
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data), "a.docx") == "content_mismatch"


def test_it_refuses_a_document_that_names_its_kind_twice():
    data = office("docx", **{"[Content_Typez].xml": types(MAIN["docx"])})
    assert refused(data.replace(b"_Typez]", b"_Types]"), "a.docx") == "content_mismatch"


def test_it_unpacks_no_more_of_the_types_than_it_needs():
    data = package({"[Content_Types].xml": types(MAIN["docx"]) + " " * 3_000_000})
    assert refused(data, "a.docx") == "content_mismatch"


def test_it_reads_no_more_than_the_limit():
    assert refused(b"a" * 1001, "a.txt", max_bytes=1000) == "too_large"
    assert check_document(ContentFile(b"a" * 1000, name="a.txt"), max_bytes=1000)


@st.composite
def spoilt(draw, samples):
    """A good file with some bytes changed, put in or cut off."""
    name = draw(st.sampled_from(sorted(samples)))
    data = bytearray(samples[name])
    for _edit in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(data)))
        data[place : place + draw(st.integers(0, 8))] = draw(st.binary(max_size=8))
    return name, bytes(data)


@settings(max_examples=300, deadline=None)
@given(spoilt(DOCUMENTS))
def test_it_never_breaks_on_a_spoilt_document(sample):
    name, data = sample
    with suppress(ValidationError):
        check_document(ContentFile(data, name=f"a.{name}"))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", b"{\\rtf"]),
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x05\x06" + bytes(18)]),
    st.sampled_from(sorted(DOCUMENTS)),
)
def test_it_never_breaks_on_any_bytes(beginning, data, end, extension):
    with suppress(ValidationError):
        check_document(ContentFile(beginning + data + end, name=f"a.{extension}"))
