"""Words on drawn pictures, in Open Sans: a font that comes with the packages of the site."""

import unicodedata
from functools import lru_cache
from importlib.resources import files

from PIL import ImageDraw, ImageFont

PAPER, INK, INK_SOFT = "#faf6ee", "#1d2321", "#4d5651"

_TITLE_SIZES = range(104, 47, -4)
_TITLE_LINES = 3
_SUBTITLE_SIZE = 36
_GAP = 20

# Longer texts are cut before they are measured; nothing of this length fits the picture.
_MAX_TEXT = 300

# What every text of the site may need; checked against the font.
LATVIAN = "AĀBCČDEĒFGĢHIĪJKĶLĻMNŅOPRSŠTUŪVZŽaābcčdeēfgģhiījkķlļmnņoprsštuūvzž0123456789–—„“”…·€"

# A code point that is no character by definition, so a font shows its empty box for it.
_NO_CHARACTER = "\uffff"


def draw_title(
    draw: ImageDraw.ImageDraw, room: tuple[int, int, int, int], title: str, subtitle: str
) -> None:
    """Write the title, as large as three lines allow, and a line below it, in the room's middle."""
    left, top, right, bottom = room
    font, lines = _fitted(drawable(title, "Bold"), right - left)
    below = _face("Regular", _SUBTITLE_SIZE)
    step = round(font.size * 1.15)
    height = step * len(lines) + _GAP + _SUBTITLE_SIZE
    y = top + (bottom - top - height) // 2
    for line in lines:
        draw.text((left, y), line, font=font, fill=INK, anchor="la")
        y += step
    rest = _cut(drawable(subtitle, "Regular"), below, right - left)
    draw.text((left, y + _GAP), rest, font=below, fill=INK_SOFT, anchor="la")


def missing_letters(text: str, weight: str = "Bold") -> str:
    """The characters of `text` for which the font has only its empty box."""
    face = _face(weight, 12)
    box = bytes(face.getmask(_NO_CHARACTER))
    return "".join(char for char in text if bytes(face.getmask(char)) == box)


def drawable(text: str, weight: str) -> str:
    """`text` on one line, without what the font cannot draw."""
    plain = " ".join(unicodedata.normalize("NFC", text[:_MAX_TEXT]).split())
    missing = set(missing_letters(plain, weight))
    return " ".join("".join(char for char in plain if char not in missing).split())


@lru_cache(maxsize=16)
def _face(weight: str, size: int) -> ImageFont.FreeTypeFont:
    path = files("ttf_opensans") / "ttf" / f"OpenSans-{weight}.ttf"
    # The basic layout is part of Pillow everywhere; the other one depends on a system library.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def _fitted(text: str, width: int) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    for size in _TITLE_SIZES:
        font = _face("Bold", size)
        lines = _wrapped(text, font, width)
        if len(lines) <= _TITLE_LINES and all(font.getlength(line) <= width for line in lines):
            return font, lines
    last = " ".join(lines[_TITLE_LINES - 1 :])
    shown = [*lines[: _TITLE_LINES - 1], last]
    return font, [_cut(line, font, width) for line in shown if line]


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines: list[str] = []
    # A dash stays with the word before it: no line begins with one.
    for word in text.replace(" –", "\N{NO-BREAK SPACE}–").split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1].rstrip()
    return f"{text}…"
