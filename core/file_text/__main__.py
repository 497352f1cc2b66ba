"""Reads the file on standard input and tells on standard output what it holds, a line a find.

Run by `core.file_text.reader`. All that is told so far stays, even if the process is ended.
"""

import base64
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from importlib import import_module

from core.file_text.document import Document
from core.file_text.limits import Limits, keep_within, open_nothing_more
from core.file_text.reading import Place, Trouble, Unreadable
from core.file_text.text import has_words, tidy

OPENERS = {
    "pdf": ("pdf", "open_pdf"),
    "docx": ("office", "open_docx"),
    "txt": ("plain", "open_text"),
    "csv": ("plain", "open_text"),
}


def main(extension: str, limits: Limits) -> None:
    """Read as much as the limits allow, and tell it."""
    keep_within(limits)
    # Each format has its libraries, and no file waits for those of another.
    module, name = OPENERS[extension]
    opener = getattr(import_module(f"core.file_text.{module}"), name)
    data = sys.stdin.buffer.read()
    open_nothing_more()
    picture = _tell_text(opener, data, limits)
    if picture:
        # A page that cannot be drawn is no trouble to those who look for its text.
        with suppress(Exception):
            _tell(picture=base64.b64encode(picture()).decode())


def _tell_text(opener: Callable, data: bytes, limits: Limits) -> Callable[[], bytes] | None:
    document, trouble = None, None
    try:
        document = opener(data, limits)
        _tell(pages=document.pages)
        if not _tell_places(document, limits):
            trouble = Trouble.NO_TEXT
    except Unreadable as error:
        trouble = error.trouble
    except MemoryError:
        trouble = Trouble.TOO_LARGE
    # What a damaged file makes its readers raise is of many kinds and means one thing.
    except Exception:
        trouble = Trouble.DAMAGED
    _tell(end=trouble)
    return document and document.picture


def _tell_places(document: Document, limits: Limits) -> bool:
    left, is_worded = limits.characters, False
    for count, place in enumerate(document.places):
        if count == limits.places:
            raise Unreadable(Trouble.TOO_MANY_PARTS)
        kept = _kept(place, left)
        if kept.text:
            _tell(place=[kept.kind, kept.number, kept.name, kept.text])
        left -= len(kept.text)
        is_worded = is_worded or has_words(kept.text)
        if not left:
            break
    return is_worded


def _kept(place: Place, most: int) -> Place:
    return replace(place, name=tidy(place.name)[:200], text=tidy(place.text)[:most])


def _tell(**find) -> None:
    sys.stdout.buffer.write(json.dumps(find, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1], Limits(**json.loads(sys.argv[2])))
    # Nothing is tidied up: what the file has left behind in memory is not touched again.
    os._exit(0)
