"""Areas as patches of cloth, sewn together along seams that are drawn once for both sides."""

from collections.abc import Sequence
from dataclasses import dataclass

from communities.map.arcs import mesh_of
from communities.map.plane import Point

# An area narrower than this, in units, has its label beside it.
ROOM = 48
_LINES = 11

Outlines = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True)
class Patch:
    """An area: its outlines, the middle of its widest part, and how far it reaches from there."""

    outlines: tuple[tuple[Point, ...], ...]
    middle: Point
    reach: int

    @property
    def path(self) -> str:
        """The area as a path whose holes are left out by the even-odd rule."""
        return "".join(f"{_polyline(outline[:-1])}z" for outline in self.outlines)

    @property
    def has_room(self) -> bool:
        return 2 * self.reach >= ROOM

    def spans(self, y: int) -> list[tuple[float, float]]:
        """The stretches of a line from west to east that lie within the area."""
        # Half a unit aside no line goes exactly through a corner, all of which are whole.
        return _crossings(self.outlines, y + 0.5, 1)


def patch_of(outlines: Outlines) -> Patch:
    """The patch of an area whose closed outlines lie on the grid of whole units."""
    best = max(_chords(outlines), default=None)
    if best is None:
        return Patch(outlines, outlines[0][0], 0)
    _mark, long, x, y = best
    tall = max((b - a for a, b in _crossings(outlines, x, 0) if a <= y <= b), default=0)
    return Patch(outlines, (round(x), round(y)), round(min(long, tall) / 2))


def _chords(outlines: Outlines):
    """Stretches from west to east through the area: a mark, the length, and the middle."""
    ys = [y for outline in outlines for _x, y in outline]
    top, tall = min(ys), max(ys) - min(ys)
    for line in range(1, _LINES + 1):
        down = line / (_LINES + 1)
        y = int(top + tall * down) + 0.5
        for west, east in _crossings(outlines, y, 1):
            # Of two alike the one nearer to the middle is the better.
            yield (east - west) * (1 - abs(down - 0.5)), east - west, (west + east) / 2, y


def _crossings(outlines: Outlines, at: float, axis: int) -> list[tuple[float, float]]:
    """Where a straight line enters and leaves the area, in pairs; along x for axis 1."""
    found = []
    for outline in outlines:
        for one, other in zip(outline, outline[1:], strict=False):
            if (one[axis] > at) != (other[axis] > at):
                part = (at - one[axis]) / (other[axis] - one[axis])
                found.append(one[1 - axis] + part * (other[1 - axis] - one[1 - axis]))
    found.sort()
    return list(zip(found[::2], found[1::2], strict=False))


def seams_of(outlines: list[tuple[Point, ...]]) -> str:
    """All borders as one path, each once."""
    return "".join(_polyline(arc) for arc in mesh_of(outlines).arcs)


def _polyline(points: Sequence[Point]) -> str:
    steps = [
        step
        for (x, y), (to_x, to_y) in zip(points, points[1:], strict=False)
        for step in (to_x - x, to_y - y)
    ]
    # A path is as short as can be where a minus sign separates as well as a space.
    line = "".join(f" {step}" if step >= 0 else str(step) for step in steps)
    return f"M{points[0][0]} {points[0][1]}l{line.lstrip()}"
