"""Documents that people upload: of a kind we know, and truly what their name says."""

import html
import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.uploads.intake import MEGABYTE, read_within

MAX_DOCUMENT_BYTES = 20 * MEGABYTE
MAX_UNPACKED_BYTES = 300 * MEGABYTE
MAX_PARTS = 5000

_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OFFICE_KINDS = {
    "docx": _OFFICE + "wordprocessingml.document.main+xml",
    "xlsx": _OFFICE + "spreadsheetml.sheet.main+xml",
    "pptx": _OFFICE + "presentationml.presentation.main+xml",
}
_OPEN_DOCUMENT_KINDS = {
    "odt": _OPEN_DOCUMENT + "text",
    "ods": _OPEN_DOCUMENT + "spreadsheet",
    "odp": _OPEN_DOCUMENT + "presentation",
}
# Archives are not here: what lies inside cannot be checked without unpacking it, and a telephone
# cannot show it. Neither are doc, xls and ppt, whose macros cannot be told from the outside.
DOCUMENT_EXTENSIONS = (
    "pdf", *_OFFICE_KINDS, *_OPEN_DOCUMENT_KINDS, "rtf", "txt", "csv",
)  # fmt: skip

_MACRO_TYPES = re.compile(r"macroenabled|vbaproject|macrosheet|activex", re.IGNORECASE)
_MACRO_PARTS = re.compile(r"vbaproject|vbadata|(^|/)(macrosheets|activex|basic|scripts)/", re.I)
_RTF_OBJECT = re.compile(rb"\\obj(data|html|ocx|autlink|update)", re.IGNORECASE)
_OTHER_BEGINNINGS = re.compile(rb"\s*(<[a-z!?/]|%pdf-|\{\\rtf)", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")

# The only two methods of these formats; the reader unpacks any other without a bound.
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}

# The records that end a ZIP file (PKWARE APPNOTE 4.3.16, 4.3.15) and their length.
_ZIP_END, _ZIP_END_LENGTH = b"PK\x05\x06", 22
_ZIP64_LOCATOR, _ZIP64_LOCATOR_LENGTH = b"PK\x06\x07", 20
_MAX_DIRECTORY_BYTES = MEGABYTE
_MAX_TYPES_BYTES = MEGABYTE


def check_document(
    file,
    *,
    max_bytes: int = MAX_DOCUMENT_BYTES,
    max_unpacked_bytes: int = MAX_UNPACKED_BYTES,
    max_parts: int = MAX_PARTS,
):
    """Return the same file, rewound; ValidationError unless its content is what its name says."""
    extension = _allowed_extension(file)
    data = read_within(file, max_bytes=max_bytes)
    if extension == "pdf":
        _check_pdf(data)
    elif extension == "rtf":
        _check_rtf(data)
    elif extension in {"txt", "csv"}:
        _check_text(data, extension)
    else:
        _check_package(data, extension, max_unpacked_bytes, max_parts)
    return file


def _allowed_extension(file) -> str:
    name = str(getattr(file, "name", None) or "")
    extension = PurePosixPath(name.replace("\\", "/")).suffix[1:].lower()
    if extension not in DOCUMENT_EXTENSIONS:
        raise ValidationError(
            _(
                "Files of this kind cannot be uploaded. "
                "Please save yours as one of these and try again: %(kinds)s."
            ),
            code="extension",
            params={"kinds": ", ".join(DOCUMENT_EXTENSIONS)},
        )
    return extension


def _mismatch(extension: str) -> ValidationError:
    return ValidationError(
        _(
            "This file is damaged or is not a real %(kind)s file. "
            "Please open it in the program it was made with, save it again and upload the new copy."
        ),
        code="content_mismatch",
        params={"kind": extension.upper()},
    )


def _active_content() -> ValidationError:
    return ValidationError(
        _(
            "This document contains macros or embedded programs. "
            "Please save it without them, or as PDF, and try again."
        ),
        code="active_content",
    )


def _check_pdf(data: bytes) -> None:
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-2048:]:
        raise _mismatch("pdf")


def _check_rtf(data: bytes) -> None:
    if not data.startswith(b"{\\rtf"):
        raise _mismatch("rtf")
    if _RTF_OBJECT.search(data):
        raise _active_content()


def _check_text(data: bytes, extension: str) -> None:
    text = _decoded(data)
    if text is None or _CONTROLS.search(text):
        raise ValidationError(
            _(
                "This file is not plain text that we can read. "
                "Please save it as text in the UTF-8 encoding and try again."
            ),
            code="not_text",
        )
    if _OTHER_BEGINNINGS.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise _mismatch(extension)


def _decoded(data: bytes) -> str | None:
    # Windows-1257 is what older Latvian programs write.
    for encoding in ("utf-8-sig", "cp1257"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _check_package(data: bytes, extension: str, max_unpacked_bytes: int, max_parts: int) -> None:
    if not _has_small_directory(data):
        raise _mismatch(extension)
    # What a damaged archive makes the reader raise is of many kinds and means one thing.
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            names = [part.filename for part in parts]
            unpacked = sum(part.file_size for part in parts)
            kind = _kind_of(package, extension, names)
    except Exception as error:
        raise _mismatch(extension) from error
    if len(parts) > max_parts or unpacked > max_unpacked_bytes:
        raise ValidationError(
            _(
                "This document unpacks to far more than it seems. "
                "Please make it smaller, or save it as PDF, and try again."
            ),
            code="too_much_inside",
        )
    if _MACRO_TYPES.search(kind) or any(_MACRO_PARTS.search(name) for name in names):
        raise _active_content()
    if not _is_kind(kind, extension) or any(part.flag_bits & 1 for part in parts):
        raise _mismatch(extension)


def _has_small_directory(data: bytes) -> bool:
    # Read before the archive is opened, because opening it reads the whole directory. The end
    # record must be the very last thing, so that every reader finds the same directory.
    end = data[-_ZIP_END_LENGTH:]
    before = data[-_ZIP_END_LENGTH - _ZIP64_LOCATOR_LENGTH :]
    return (
        data.startswith(b"PK\x03\x04")
        and end.startswith(_ZIP_END)
        and end.endswith(b"\x00\x00")
        and not before.startswith(_ZIP64_LOCATOR)
        and int.from_bytes(end[12:16], "little") <= _MAX_DIRECTORY_BYTES
    )


def _kind_of(package: zipfile.ZipFile, extension: str, names: list[str]) -> str:
    part = "[Content_Types].xml" if extension in _OFFICE_KINDS else "mimetype"
    if names.count(part) != 1 or package.getinfo(part).compress_type not in _METHODS:
        return ""
    with package.open(part) as stream:
        text = stream.read(_MAX_TYPES_BYTES + 1).decode("utf-8-sig")
    # Nothing else is unpacked. A declaration could hide a type from a plain look at the text.
    if len(text) > _MAX_TYPES_BYTES or "<!" in text:
        return ""
    return html.unescape(text)


def _is_kind(kind: str, extension: str) -> bool:
    if extension in _OFFICE_KINDS:
        return f'"{_OFFICE_KINDS[extension]}"' in kind
    return kind.strip() == _OPEN_DOCUMENT_KINDS[extension]
