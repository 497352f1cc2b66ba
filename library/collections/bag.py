"""The files of a collection as one ZIP: in their order, under names that every system takes. Pure.

The number in front makes each name one of its own and none a word that Windows keeps to itself.
"""

import re
import unicodedata
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

from core.uploads.intake import MEGABYTE

MOST_FILES = 200
MOST_BYTES = 100 * MEGABYTE
NAME_LETTERS = 80
# What no name holds in Windows (learn.microsoft.com, "Naming files"), and what nobody sees.
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


def safe_name(number: int, title: str, extension: str) -> str:
    """A name for the file in its place: "07 Sēdes protokols.docx"."""
    text = unicodedata.normalize("NFC", title)
    seen = "".join(letter for letter in text if unicodedata.category(letter) not in ("Cf", "Cs"))
    words = " ".join(FORBIDDEN.sub(" ", seen).split())
    if extension and words.lower().endswith(f".{extension.lower()}"):
        words = words[: -len(extension) - 1]
    # Neither a dot nor a space may end a name, and a longer one does not fit into its folder.
    words = words[:NAME_LETTERS].rstrip(". ")
    name = f"{number:02} {words}".rstrip()
    return f"{name}.{extension.lower()}" if extension else name


def write_bag(target: BinaryIO, contents: tuple[str, str], files: Iterable[tuple], now: datetime):
    """Write the ZIP: a list of contents as (name, text), then files as (name, open file).

    Files are stored as they are: those of offices and PDF are packed already.
    """
    moment = now.timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as bag:
        name, text = contents
        # With the mark in front, old Windows programs read the letters right.
        bag.writestr(zipfile.ZipInfo(name, moment), text.encode("utf-8-sig"))
        for name, file in files:
            with file, bag.open(zipfile.ZipInfo(name, moment), "w") as part:
                while piece := file.read(MEGABYTE):
                    part.write(piece)
