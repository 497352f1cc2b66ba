"""The plane of the drawing: from degrees (WGS 84) to its units, y downwards as in SVG."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

WIDTH = 720
# How tall a drawing is at most, as a part of its width.
TALLEST = 1.2

Point = tuple[int, int]
Degrees = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, point: Point, reach: float) -> "Box":
        """The square whose sides are `reach` away from the point."""
        x, y = point
        return cls(x - reach, y - reach, x + reach, y + reach)

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)

    def overlap(self, other: "Box") -> float:
        """The area that the two share."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0

    def holds(self, point: Point) -> bool:
        """Whether the point lies in it."""
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom

    def distance(self, point: Point) -> float:
        """How far the point is from it; nought inside."""
        dx = max(self.left - point[0], 0, point[0] - self.right)
        dy = max(self.top - point[1], 0, point[1] - self.bottom)
        return (dx * dx + dy * dy) ** 0.5


@dataclass(frozen=True)
class Plane:
    """A flat view of a stretch of land, north up, `stretch` times as tall as it is."""

    west: float
    north: float
    shrink: float
    scale: float
    stretch: float
    left: float
    margin: int
    height: int

    def point(self, longitude: float, latitude: float) -> Point:
        """Where the place lies, on the grid of whole units that everything is drawn on."""
        x = self.left + (longitude - self.west) * self.shrink * self.scale
        y = self.margin + (self.north - latitude) * self.scale * self.stretch
        return round(x), round(y)


def plane_of(degrees: Iterable[Degrees], margin: int, stretch: float = 1) -> Plane:
    """The view that shows all of these with a margin around; there has to be one at least."""
    longitudes, latitudes = zip(*degrees, strict=True)
    west, north = min(longitudes), max(latitudes)
    shrink = cos(radians((north + min(latitudes)) / 2))
    wide, tall = (max(longitudes) - west) * shrink, (north - min(latitudes)) * stretch
    inner = WIDTH - 2 * margin
    scale = inner / max(wide, tall / TALLEST, 1e-3)
    left = margin + (inner - wide * scale) / 2
    height = round(tall * scale) + 2 * margin
    return Plane(west, north, shrink, scale, stretch, left, margin, height)


def distance(one: Point, other: Point) -> float:
    """How far apart two points are."""
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5


def apart(points: dict[str, Point], least: float, bounds: Box) -> dict[str, Point]:
    """The points, pushed apart until none is nearer to another than `least`, where there is room.

    Together they have room if each has a square of that size, twice.
    """
    least = min(least, (bounds.area / (2 * max(len(points), 1))) ** 0.5)
    moved = dict(points)
    keys = sorted(moved)
    pairs = [(one, other) for n, one in enumerate(keys) for other in keys[n + 1 :]]
    for _round in range(60):
        crowded = [pair for pair in pairs if distance(moved[pair[0]], moved[pair[1]]) < least]
        if not crowded:
            break
        for one, other in crowded:
            _push(moved, one, other, least, bounds)
    return moved


def _push(points: dict[str, Point], one: str, other: str, least: float, bounds: Box):
    (ax, ay), (bx, by) = points[one], points[other]
    apart = distance(points[one], points[other])
    # Two places on the very same spot part along the line from west to east.
    dx, dy = ((bx - ax) / apart, (by - ay) / apart) if apart else (1.0, 0.0)
    step = max((least - apart) / 2, 0) + 0.6
    points[one] = _within(ax - dx * step, ay - dy * step, bounds)
    points[other] = _within(bx + dx * step, by + dy * step, bounds)


def _within(x: float, y: float, bounds: Box) -> Point:
    x = min(max(x, bounds.left), bounds.right)
    return round(x), round(min(max(y, bounds.top), bounds.bottom))
