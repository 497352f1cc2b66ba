"""Threads between neighbours: each has two yarns, one from each side, tied in the middle."""

from dataclasses import dataclass

from communities.map.plane import Point, distance

# How far a thread may bow out, as parts of its length, straightest first.
_BOWS = (0.1, -0.1, 0.18, -0.18, 0.26, -0.26)
# A thread keeps this far from the places that it does not join, where it can.
_CLEAR = 40
_SAMPLES = 12


@dataclass(frozen=True)
class Thread:
    """A thread from one place to another: a curve over `bend`, with its knot in the middle."""

    one: str
    other: str
    start: Point
    bend: Point
    end: Point

    @property
    def knot(self) -> Point:
        return self.at(0.5)

    def at(self, part: float) -> Point:
        """The point at this part of the way."""
        rest = 1 - part
        weights = rest * rest, 2 * rest * part, part * part
        points = self.start, self.bend, self.end
        x, y = (sum(w * p[axis] for w, p in zip(weights, points, strict=True)) for axis in (0, 1))
        return round(x), round(y)

    def points(self) -> list[Point]:
        """Points all along the way, close together."""
        steps = max(round(distance(self.start, self.end) / 8), 2)
        return [self.at(step / steps) for step in range(1, steps)]

    def yarn(self, key: str) -> str:
        """The half that begins at one of its two places, as a path."""
        (x, y) = self.start if key == self.one else self.end
        (bx, by), (kx, ky) = self.bend, self.knot
        return f"M{x} {y}q{_pair((bx - x) / 2, (by - y) / 2)}{_then(kx - x, ky - y)}"


def join(points: dict[str, Point], neighbours: dict[str, tuple[str, ...]]) -> tuple[Thread, ...]:
    """The threads between neighbours, each pair joined once, in a fixed order."""
    pairs = {
        (min(one, other), max(one, other))
        for one, others in neighbours.items()
        for other in others
        if other in points and one != other
    }
    return tuple(_thread(one, other, points) for one, other in sorted(pairs))


def _thread(one: str, other: str, points: dict[str, Point]) -> Thread:
    """The thread with the bow that leads it least past other places."""
    start, end = points[one], points[other]
    long = distance(start, end)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    strangers = [
        point
        for key, point in points.items()
        if key not in (one, other) and distance(point, middle) < long / 2 + 2 * _CLEAR
    ]
    candidates = [Thread(one, other, start, _bend(start, end, bow), end) for bow in _BOWS]
    return min(candidates, key=lambda thread: (_nearness(thread, strangers), _order(thread)))


def _order(thread: Thread) -> tuple:
    # Of two alike the one that sags is drawn, as a thread does.
    return distance(thread.bend, thread.at(0.5)) // 3, -thread.bend[1]


def _bend(start: Point, end: Point, bow: float) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    return (
        round((start[0] + end[0]) / 2 - dy * bow * 2),
        round((start[1] + end[1]) / 2 + dx * bow * 2),
    )


def _nearness(thread: Thread, strangers: list[Point]) -> float:
    """By how much it comes too near to places that it does not join."""
    way = [thread.at(step / _SAMPLES) for step in range(1, _SAMPLES)]
    nearest = (min(distance(point, place) for point in way) for place in strangers)
    return sum(max(_CLEAR - near, 0) for near in nearest)


def _pair(x: float, y: float) -> str:
    x, y = round(x), round(y)
    return f"{x}{'' if y < 0 else ' '}{y}"


def _then(x: float, y: float) -> str:
    text = _pair(x, y)
    return text if text.startswith("-") else f" {text}"
