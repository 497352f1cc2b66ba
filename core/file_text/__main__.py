"""Reads the file on standard input and tells on standard output what it holds, a line a find.

Run by `core.file_text.reader`. All that is told so far stays, even if the process is ended.
"""

import base64
import json
import os
import sys
from collections.abc import Callable
from importlib import import_module

from core.file_text.document import Document
from core.file_text.formats import MODULES
from core.file_text.limits import Limits, keep_within, open_nothing_more
from core.file_text.reading import Trouble, Unreadable
from core.file_text.text import has_words, tidy


def main(extension: str, limits: Limits) -> None:
    """Read as much as the limits allow, and tell it."""
    keep_within(limits)
    module = import_module(f"core.file_text.{MODULES[extension]}")
    opener = getattr(module, f"open_{extension}")
    data = sys.stdin.buffer.read()
    open_nothing_more()
    picture = _tell_text(opener, data, limits)
    if picture:
        # A page that cannot be drawn is no trouble to those who look for its text: all is told.
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
    """Tell all places, and return whether there are words in them."""
    left, is_worded = limits.characters, False
    for count, place in enumerate(document.places):
        if count == limits.places:
            raise Unreadable(Trouble.TOO_MANY_PARTS)
        text = tidy(place.text)
        if text[:left]:
            _tell(place=[place.kind, place.number, tidy(place.name)[:200], text[:left]])
        if len(text) > left:
            raise Unreadable(Trouble.TOO_LARGE)
        left -= len(text)
        is_worded = is_worded or has_words(text)
    return is_worded


def _tell(**find) -> None:
    sys.stdout.buffer.write(json.dumps(find, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1], Limits(**json.loads(sys.argv[2])))
    # Nothing is tidied up: what the file has left behind in memory is not touched again.
    os._exit(0)
