"""A thing cut once and printed anywhere, in any size, facing either way."""

from demo.drawings.inks import Ink
from demo.drawings.lines import Point, dome
from demo.drawings.sheet import Sheet


class Stamp:
    """Shapes measured in the thing's own size: (0, 0) is the middle of its foot, up is positive."""

    def __init__(self, sheet: Sheet, x: float, foot: float, size: float, facing: int = 1):
        self.sheet = sheet
        self.inks = sheet.inks
        self.chance = sheet.chance
        self.size = size
        self._x, self._foot, self._facing = x, foot, facing

    def place(self, x: float, y: float) -> Point:
        """Where on the sheet a point of the thing lies."""
        return self._x + x * self.size * self._facing, self._foot - y * self.size

    def area(self, points: list[Point], ink: Ink):
        """A flat shape with the given corners."""
        self.sheet.area([self.place(x, y) for x, y in points], ink)

    def both(self, points: list[Point], ink: Ink):
        """A flat shape that is the same on both sides; the points are its right edge."""
        self.area([(-x, y) for x, y in points] + points[::-1], ink)

    def box(self, x: float, y: float, wide: float, tall: float, ink: Ink):
        """A flat rectangle from its lower left corner."""
        self.area([(x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)], ink)

    def oval(self, x: float, y: float, across: float, down: float, ink: Ink):
        """A flat oval from its middle and its two half axes."""
        self.sheet.oval(*self.place(x, y), across * self.size, down * self.size, ink)

    def arch(self, x: float, y: float, wide: float, tall: float, ink: Ink):
        """A rectangle with a round head, from its lower left corner."""
        half = wide / 2
        self.area([(x + wide, y), *dome(x + half, y + tall - half, half, half), (x, y)], ink)

    def taper(self, points: list[Point], start: float, end: float, ink: Ink):
        """A line whose width goes evenly from start to end."""
        line = [self.place(x, y) for x, y in points]
        self.sheet.taper(line, max(1.0, start * self.size), max(1.0, end * self.size), ink)

    def gouge(self, x: float, y: float, to_x: float, to_y: float, width: float, ink: Ink):
        """A cut, thick in the middle and pointed at both ends."""
        ends = (*self.place(x, y), *self.place(to_x, to_y))
        self.sheet.gouge(*ends, max(1.4, width * self.size), ink)
