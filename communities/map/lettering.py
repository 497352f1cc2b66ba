"""Labels that never lie on one another, on a place or outside of the drawing."""

from collections.abc import Iterator
from dataclasses import dataclass

from communities.map.patches import Patch
from communities.map.plane import Box, Point

GAP = 5
# How high a line is, of its letters.
LINE = 1.2

# How wide letters are in a bold face of the widest usual family, as parts of their height.
_WIDTHS = {
    **dict.fromkeys("iījlļI|.,:'’", 0.38),
    **dict.fromkeys("frtJ -()/", 0.5),
    **dict.fromkeys("mwMW", 1.05),
}
_USUAL, _CAPITAL = 0.7, 0.83

# How far from the middle of its patch a label may stand, nearest first.
_SHIFTS = sorted(
    ((dx, dy) for dx in range(-84, 85, 14) for dy in range(-48, 49, 12)),
    key=lambda shift: (shift[0] ** 2 + (1.5 * shift[1]) ** 2, shift),
)


@dataclass(frozen=True)
class Sign:
    """What is to be labelled: its words, its point, and how far from that it reaches.

    With a patch the label stands in its middle, otherwise beside the point.
    """

    text: str
    point: Point
    reach: int
    patch: Patch | None = None


@dataclass(frozen=True)
class Label:
    """Where words stand: tied to the point by their start, middle or end, within the box."""

    x: int
    y: int
    anchor: str
    box: Box


def width_of(text: str, size: int) -> float:
    """The most room that the words take, in units, in letters of this size."""
    widths = (_WIDTHS.get(char) or (_CAPITAL if char.isupper() else _USUAL) for char in text)
    return sum(widths) * size


def stands_of(sign: Sign, size: int) -> Iterator[Label]:
    """Where the label may stand, best first."""
    (x, y), wide, line = sign.point, width_of(sign.text, size), round(size * LINE)
    if sign.patch:
        for dx, dy in _SHIFTS:
            yield _label(x + dx, y + dy, "middle", wide, line)
        return
    beside, above = sign.reach + GAP, sign.reach + line // 2 + 3
    yield _label(x + beside, y, "start", wide, line)
    yield _label(x - beside, y, "end", wide, line)
    for far in (0, line // 2, line):
        yield _label(x, y + above + far, "middle", wide, line)
        yield _label(x, y - above - far, "middle", wide, line)
        for down in (line // 2, -line // 2, line * 3 // 4, -line * 3 // 4):
            yield _label(x + beside + far // 2, y + down, "start", wide, line)
            yield _label(x - beside - far // 2, y + down, "end", wide, line)
        for aside in (wide / 4, wide / 2 - 12):
            for down in (above + far, -above - far):
                yield _label(x + aside, y + down, "middle", wide, line)
                yield _label(x - aside, y + down, "middle", wide, line)


def _label(x: float, y: float, anchor: str, wide: float, line: int) -> Label:
    x, y = round(x), round(y)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return Label(x, y, anchor, Box(left, y - line / 2, left + wide, y + line / 2))
