"""Text as it is kept: one form of every letter, no unseen signs, no needless room. Pure."""

import re
import unicodedata

# A word that a line's end had parted is whole again: PDFium marks it so, programs with U+00AD.
_PARTED = re.compile("(?:[\x02\ufffe]|\xad\\s*?)\\s*\\n\\s*")
# Controls, what turns the direction of a line, what has no width, and what no font has in common.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\uffff\U000e0000-\U0010ffff]"
)
_LINE_ENDS = re.compile(r"\s*[\n\r\x0b\x0c\x85\u2028\u2029]\s*")
_ROOM = re.compile(r"[^\S\n]+")


def tidy(text: str) -> str:
    """The text in NFC: lines without empty ones, words with one space between."""
    text = _UNSEEN.sub("", _PARTED.sub("", text.replace("\r\n", "\n")))
    return unicodedata.normalize("NFC", _ROOM.sub(" ", _LINE_ENDS.sub("\n", text))).strip()


def has_words(text: str) -> bool:
    """Whether there is a letter at all; numbers of pages alone are not what anybody searches."""
    return any(map(str.isalpha, text))
