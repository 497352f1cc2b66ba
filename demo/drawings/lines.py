"""Lines that many things are made of, as rows of points."""

import math

Point = tuple[float, float]


def dome(x: float, y: float, across: float, up: float, parts: int = 14) -> list[Point]:
    """The upper half of an oval from right to left; up is negative where y grows downwards."""
    turns = [math.pi * part / parts for part in range(parts + 1)]
    return [(x + across * math.cos(turn), y + up * math.sin(turn)) for turn in turns]


def sagging(start: Point, end: Point, sag: float, parts: int) -> list[Point]:
    """A rope between two points that hangs lower by the sag in its middle."""
    points = []
    for part in range(parts + 1):
        share = part / parts
        x = start[0] + (end[0] - start[0]) * share
        y = start[1] + (end[1] - start[1]) * share
        points.append((x, y + sag * 4 * share * (1 - share)))
    return points


def smooth(points: list[Point], parts: int = 6) -> list[Point]:
    """A soft open line through all the points (a Catmull-Rom spline)."""
    ends = [points[0], *points, points[-1]]
    line = []
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for part in range(parts):
            line.append(_between(before, start, end, after, part / parts))
    return [*line, points[-1]]


def _between(before: Point, start: Point, end: Point, after: Point, share: float) -> Point:
    square, cube = share**2, share**3
    return tuple(
        0.5 * (2 * b + (c - a) * share + (2 * a - 5 * b + 4 * c - d) * square
               + (3 * b - a - 3 * c + d) * cube)
        for a, b, c, d in zip(before, start, end, after, strict=True)
    )  # fmt: skip
