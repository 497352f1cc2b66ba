"""The map of the communities: places by their coordinates, labels that never lie on one another.

Pure geometry: degrees (WGS 84) in, units of the drawing out, y downwards as in SVG.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

WIDTH = 720
MARGIN = 60
DOT = 9
LETTER = 9.4
LINE = 22
GAP = 6


@dataclass(frozen=True)
class Place:
    """A community on the map: its key, label and coordinates, and the keys of its neighbours."""

    key: str
    label: str
    latitude: float
    longitude: float
    neighbours: tuple[str, ...] = ()


@dataclass(frozen=True)
class Box:
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """The area that the two share."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, width) * max(0.0, height)


@dataclass(frozen=True)
class Dot:
    """A place as it is drawn: its point, and where its label stands."""

    place: Place
    x: float
    y: float
    label: Box

    @property
    def text_x(self) -> float:
        return round(self.label.left, 1)

    @property
    def text_y(self) -> float:
        """The baseline of the label."""
        return round(self.label.bottom - LINE * 0.28, 1)


@dataclass(frozen=True)
class Drawing:
    """Everything that the map shows."""

    width: int
    height: int
    dots: tuple[Dot, ...]
    threads: tuple[tuple[Dot, Dot], ...]


def draw(places: Iterable[Place]) -> Drawing:
    """Lay the places out; the same places always give the same drawing."""
    ordered = sorted(places, key=lambda place: place.key)
    if not ordered:
        return Drawing(WIDTH, 0, (), ())
    points, height = _points(ordered)
    labels = _labels(ordered, points, height)
    dots = tuple(
        Dot(place, *points[place.key], labels[place.key])
        for place in sorted(ordered, key=lambda place: (points[place.key][1], place.key))
    )
    return Drawing(WIDTH, height, dots, _threads(dots))


def _points(places) -> tuple[dict[str, tuple[float, float]], int]:
    """Where each place lies, with both directions to one scale, and the height that takes."""
    middle = sum(place.latitude for place in places) / len(places)
    flat = {p.key: (p.longitude * cos(radians(middle)), -p.latitude) for p in places}
    xs, ys = [x for x, _y in flat.values()], [y for _x, y in flat.values()]
    wide, tall = max(xs) - min(xs), max(ys) - min(ys)
    inner = WIDTH - 2 * MARGIN
    scale = inner / max(wide, tall * 0.8, 1e-6)
    left = MARGIN + (inner - wide * scale) / 2
    points = {
        key: (round(left + (x - min(xs)) * scale, 1), round(MARGIN + (y - min(ys)) * scale, 1))
        for key, (x, y) in flat.items()
    }
    return _apart(points), round(tall * scale + 2 * MARGIN)


def _apart(points: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """The points, pushed apart where two dots would lie on one another."""
    moved = dict(points)
    least = 3 * DOT
    for _round in range(40):
        crowded = [
            (one, other)
            for one, other in _pairs(sorted(moved))
            if _distance(moved[one], moved[other]) < least
        ]
        if not crowded:
            break
        for one, other in crowded:
            _push(moved, one, other, least)
    return moved


def _pairs(keys):
    return ((one, other) for number, one in enumerate(keys) for other in keys[number + 1 :])


def _distance(one, other) -> float:
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5


def _push(points, one, other, least):
    (ax, ay), (bx, by) = points[one], points[other]
    distance = _distance(points[one], points[other])
    # Two places on the very same spot part along the line from west to east.
    dx, dy = ((bx - ax) / distance, (by - ay) / distance) if distance else (1.0, 0.0)
    step = (least - distance) / 2 + 0.1
    points[one] = (round(ax - dx * step, 1), round(ay - dy * step, 1))
    points[other] = (round(bx + dx * step, 1), round(by + dy * step, 1))


def _labels(places, points, height) -> dict[str, Box]:
    """A box for each label: each takes the best free stand, the most crowded choosing first."""
    bounds = Box(0, 0, WIDTH, height)
    dots = {key: Box(x - DOT, y - DOT, x + DOT, y + DOT) for key, (x, y) in points.items()}
    stands = {place.key: _stands(place, points[place.key]) for place in places}
    chosen = {key: boxes[0] for key, boxes in stands.items()}
    # Every label in turn moves to the stand that costs least, until none wants to move.
    for _round in range(30):
        before = dict(chosen)
        for key in sorted(chosen):
            others = [box for name, box in chosen.items() if name != key]
            obstacles = [*others, *dots.values()]
            chosen[key] = min(
                stands[key],
                key=lambda box: (_cost(box, obstacles, bounds), stands[key].index(box)),  # noqa: B023
            )
        if chosen == before:
            break
    return chosen


def _cost(box: Box, obstacles, bounds: Box) -> float:
    inside = (box.right - box.left) * (box.bottom - box.top)
    outside = inside - box.overlap(bounds)
    return round(sum(box.overlap(obstacle) for obstacle in obstacles) + 4 * outside, 3)


def _stands(place: Place, point) -> list[Box]:
    """Where the label may stand, best first: beside, then above or below, then farther off."""
    x, y = point
    width = len(place.label) * LETTER + 4
    boxes = []
    for reach in (DOT + GAP, DOT + GAP + LINE):
        near, far = x + reach, x - reach - width
        boxes += [
            Box(near, y - LINE / 2, near + width, y + LINE / 2),
            Box(far, y - LINE / 2, far + width, y + LINE / 2),
        ]
        for left in (x - width / 2, x, x - width):
            boxes += [
                Box(left, y + reach - GAP / 2, left + width, y + reach - GAP / 2 + LINE),
                Box(left, y - reach + GAP / 2 - LINE, left + width, y - reach + GAP / 2),
            ]
    return boxes


def _threads(dots) -> tuple[tuple[Dot, Dot], ...]:
    """The pairs of neighbours, each once."""
    by_key = {dot.place.key: dot for dot in dots}
    pairs = {
        tuple(sorted((dot.place.key, key)))
        for dot in dots
        for key in dot.place.neighbours
        if key in by_key and key != dot.place.key
    }
    return tuple((by_key[one], by_key[other]) for one, other in sorted(pairs))
