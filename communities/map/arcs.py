"""Borders that areas share, so that neighbours who met before they were simplified still meet.

Rings are cut where they part from one another. What lies between two cuts, an arc, is simplified
once for both sides, by the method of Visvalingam and Whyatt (1993): the point that matters least
goes first. It takes n log n steps whatever the shape, which Douglas and Peucker's does not.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

Point = tuple[float, float]
Ring = Sequence[Point]

# What is left of an arc at least, so that no area collapses: points between its two ends.
_LEAST_OPEN, _LEAST_CLOSED = 1, 3


@dataclass
class Mesh:
    """Rings as arcs: every ring is a list of numbers of arcs, and whether each runs backwards."""

    arcs: list[Ring]
    rings: list[list[tuple[int, bool]]]

    def joined(self) -> list[Ring]:
        """The rings again, each closed by its first point."""
        return [self._ring(uses) for uses in self.rings]

    def _ring(self, uses) -> Ring:
        ring: Ring = []
        for number, is_backwards in uses:
            arc = self.arcs[number]
            ring += (arc[::-1] if is_backwards else arc)[:-1]
        return [*ring, ring[0]]


def mesh_of(rings: list[Ring]) -> Mesh:
    """Cut closed rings at the points where they part; repeated points in a row count once."""
    cleaned = [_open(ring) for ring in rings]
    forks = _forks(cleaned)
    numbers: dict[tuple[Point, ...], int] = {}
    mesh = Mesh([], [])
    for ring in cleaned:
        uses = []
        for arc in _arcs(ring, forks):
            backwards = arc[::-1]
            is_backwards = backwards < arc
            known = tuple(backwards if is_backwards else arc)
            number = numbers.setdefault(known, len(mesh.arcs))
            if number == len(mesh.arcs):
                mesh.arcs.append(list(known))
            uses.append((number, is_backwards))
        mesh.rings.append(uses)
    return mesh


def _open(ring: Ring) -> Ring:
    """The ring without its last point and without repetitions."""
    points = ring[:-1]
    return [point for number, point in enumerate(points) if point != points[number - 1]]


def _forks(rings: list[Ring]) -> set[Point]:
    """The points where rings part, or one meets itself: there they have different neighbours."""
    neighbours: dict[Point, frozenset] = {}
    forks = set()
    for ring in rings:
        for number, point in enumerate(ring):
            beside = frozenset((ring[number - 1], ring[(number + 1) % len(ring)]))
            if neighbours.setdefault(point, beside) != beside:
                forks.add(point)
        forks.update(point for point, times in Counter(ring).items() if times > 1)
    return forks


def _arcs(ring: Ring, forks: set[Point]) -> list[Ring]:
    cuts = [number for number, point in enumerate(ring) if point in forks]
    if not cuts:
        # A ring on its own begins at the same point whichever of two areas it is given for.
        first = ring.index(min(ring))
        turned = ring[first:] + ring[:first]
        return [[*turned, turned[0]]]
    turned = ring[cuts[0] :] + ring[: cuts[0]] + [ring[cuts[0]]]
    ends = [*(cut - cuts[0] for cut in cuts), len(ring)]
    return [turned[a : b + 1] for a, b in zip(ends, ends[1:], strict=False)]


def simplify(arcs: list[Ring], budget: int, least_area: float) -> list[Ring]:
    """The arcs with at most `budget` points between their ends, as far as no area collapses.

    Points whose triangle with their neighbours is smaller than `least_area` go in any case.
    """
    lines = [_Line(arc) for arc in arcs]
    queue = [
        (area, number, place)
        for number, line in enumerate(lines)
        for place, area in line.weights.items()
    ]
    heapify(queue)
    total = len(queue)
    while queue:
        area, number, place = heappop(queue)
        if area >= least_area and total <= budget:
            break
        line = lines[number]
        # A point that was weighed anew stands in the queue again, further on.
        if line.weights.get(place) == area and len(line.weights) > line.floor:
            total -= 1
            for beside in line.drop(place):
                heappush(queue, (line.weights[beside], number, beside))
    return [line.rest() for line in lines]


class _Line:
    """An arc that loses points; `weights` are the areas of those left between its ends."""

    def __init__(self, arc: Ring):
        self.arc, self.last = arc, len(arc) - 1
        self.floor = _LEAST_CLOSED if arc[0] == arc[-1] else _LEAST_OPEN
        self.before = list(range(-1, self.last))
        self.after = list(range(1, self.last + 2))
        self.weights = {place: self._area(place) for place in range(1, self.last)}

    def drop(self, place: int) -> list[int]:
        """Take the point out, and weigh anew those beside it, which are returned."""
        dropped = self.weights.pop(place)
        one, other = self.before[place], self.after[place]
        self.after[one], self.before[other] = other, one
        weighed = [beside for beside in (one, other) if 0 < beside < self.last]
        for beside in weighed:
            # A point never matters less than one that had to go before it.
            self.weights[beside] = max(self._area(beside), dropped)
        return weighed

    def rest(self) -> Ring:
        """The ends, and what is left between them."""
        return [self.arc[place] for place in (0, *self.weights, self.last)]

    def _area(self, place: int) -> float:
        arc = self.arc
        return _area(arc[self.before[place]], arc[place], arc[self.after[place]])


def _area(one: Point, middle: Point, other: Point) -> float:
    return (
        abs((middle[0] - one[0]) * (other[1] - one[1]) - (other[0] - one[0]) * (middle[1] - one[1]))
        / 2
    )
