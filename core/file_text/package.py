"""The ZIP packages of office programs: their parts as XML, read in a stream and never unpacked."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from core.file_text.limits import Limits
from core.file_text.reading import Trouble, Unreadable

# What comes of a damaged part, or of one that declares something.
_DAMAGES = (ParseError, DefusedXmlException, zipfile.BadZipFile, zlib.error, EOFError)
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_CHUNK = 256 * 1024
# A document with a password is encrypted whole, inside a file of another kind (MS-OFFCRYPTO).
_LOCKED_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Part:
    """What a part is made of, told one by one: override what is of interest.

    What is put into `found` is handed on while the part is still being read.
    """

    def __init__(self):
        self.found: list = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins; names are without their namespaces."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Some text, perhaps not all of it at once."""

    def close(self) -> None:
        """The part ends."""


class _Plain:
    # The same names stand in several namespaces (ISO 29500 strict and transitional). Where an
    # attribute has a twin without one, as `r:id` beside `id`, it is the one with which is meant.
    def __init__(self, part: Part):
        self.data, self.close, self._part = part.data, part.close, part

    def start(self, tag, attributes):
        names = sorted(attributes, key=_is_qualified)
        self._part.start(_local(tag), {_local(name): attributes[name] for name in names})

    def end(self, tag):
        self._part.end(_local(tag))


def _is_qualified(name: str) -> bool:
    return name.startswith("{")


def _local(name: str) -> str:
    return name.rpartition("}")[2]


class Package:
    """An open package. Reading more of it than is allowed raises `Unreadable`."""

    def __init__(self, data: bytes, limits: Limits):
        if data.startswith(_LOCKED_OFFICE):
            raise Unreadable(Trouble.PROTECTED)
        if not data.startswith(b"PK"):
            raise Unreadable(Trouble.MISMATCH)
        self._zip = zipfile.ZipFile(BytesIO(data))
        self._left = limits.unpacked_bytes
        if len(self._zip.infolist()) > limits.parts:
            raise Unreadable(Trouble.TOO_MANY_PARTS)

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str, part: Part) -> Iterator:
        """Yield what the part finds as its XML is read; a part that is not there is `MISMATCH`."""
        parser = DefusedXMLParser(target=_Plain(part), forbid_dtd=True)
        try:
            for chunk in self._chunks(name):
                parser.feed(chunk)
                yield from part.found
                part.found.clear()
            parser.close()
        except (Unreadable, *_DAMAGES):
            # What stands before the damage is still there to be found.
            part.close()
            yield from part.found
            raise
        yield from part.found

    def all_of(self, name: str, part: Part) -> list:
        """What the part finds, whole; nothing where the part is not there or is damaged."""
        if name not in self:
            return []
        try:
            return list(self.read(name, part))
        except _DAMAGES:
            return []

    def _chunks(self, name: str) -> Iterator[bytes]:
        if name not in self:
            raise Unreadable(Trouble.MISMATCH)
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise Unreadable(Trouble.PROTECTED)
        if info.compress_type not in _METHODS:
            raise Unreadable(Trouble.DAMAGED)
        with self._zip.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise Unreadable(Trouble.TOO_LARGE)
                yield chunk


class Attributes(Part):
    """Finds the attributes of every element of one name."""

    def __init__(self, tag: str):
        super().__init__()
        self._tag = tag

    def start(self, tag, attributes):
        if tag == self._tag:
            self.found.append(attributes)


def related(package: Package, name: str) -> dict[str, str]:
    """The parts that a part names by ids (ISO 29500-2, 9.3): their names by these ids."""
    folder, _, last = name.rpartition("/")
    rows = package.all_of(f"{folder}/_rels/{last}.rels", Attributes("Relationship"))
    return {
        row.get("Id", ""): normpath(join("/", dirname(name), row.get("Target", "")))[1:]
        for row in rows
        if row.get("TargetMode") != "External"
    }
