"""Text as it is kept: one form of every letter, no unseen signs, no needless room. Pure."""

import re
import unicodedata

# Each of these reads a text of any kind in a time that grows as its length.
_LINE_ENDS = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
# A word that the end of a line has parted: PDFium marks it so, and programs with a soft hyphen.
_PARTED = re.compile("[\x02\ufffe\xad][^\\S\n]*\n\\s*")
# Controls, what turns the direction of a line, what has no width, and what no font has in common.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\uffff\U000e0000-\U0010ffff]"
)
_ROOM = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r" ?\n[ \n]*")


def tidy(text: str) -> str:
    """The text in NFC: lines without empty ones, words with one space between."""
    text = _PARTED.sub("", _LINE_ENDS.sub("\n", text.replace("\r\n", "\n")))
    text = _EMPTY_LINES.sub("\n", _ROOM.sub(" ", _UNSEEN.sub("", text)))
    return unicodedata.normalize("NFC", text).strip()


def has_words(text: str) -> bool:
    """Whether there is a letter at all; numbers of pages alone are not what anybody searches."""
    return any(map(str.isalpha, text))
