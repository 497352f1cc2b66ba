"""A way over the map: numbered stops joined in their order, above the communities around them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from communities.map.arranging import lay_out
from communities.map.drawing import AIR, Place
from communities.map.lettering import Label, Sign, width_of
from communities.map.patches import seams_of
from communities.map.plane import WIDTH, Box, Degrees, Plane, Point, apart, distance, plane_of

# How far the badge of a stop and the dot of a community reach.
BADGE, DOT = 25, 10
# The drawing is small and has letters of one size: 12 pixels high where it is narrowest.
LETTER = 31
MARGIN = 70
# Without outlines it is a scheme, and with more room from north to south more names fit.
STRETCH = 1.5
# No name takes more of the width than this part; a longer one is in the list alone.
LONGEST = 0.55
# So much of the land around the stops is shown, as a part of their reach, and never less degrees;
# from west to east, where degrees are half as long here, it is twice as much.
AROUND, LEAST_AROUND = 0.06, 0.01


@dataclass(frozen=True)
class Stop:
    """A stop with its number in the list; at some people get on."""

    number: int
    label: str
    latitude: float
    longitude: float
    is_pick_up: bool = False


@dataclass(frozen=True)
class Mark:
    """A stop or a community as it is drawn; without a label where there is no room for one."""

    of: Stop | Place
    x: int
    y: int
    label: Label | None

    @property
    def shape(self) -> str:
        """A path around it: a badge for a stop, with corners where people get on, or a dot."""
        start, reach = f"M{self.x} {self.y}", DOT if isinstance(self.of, Place) else BADGE
        if getattr(self.of, "is_pick_up", False):
            side = 2 * reach
            return f"{start}m-{reach}-{reach}h{side}v{side}h-{side}z"
        arc = f"a{reach} {reach} 0 1 0"
        return f"{start}m-{reach} 0{arc} {2 * reach} 0{arc}-{2 * reach} 0z"


@dataclass(frozen=True)
class Route:
    """Everything that the drawing shows; it begins `top` units below nought."""

    width: int
    top: int
    height: int
    stops: tuple[Mark, ...]
    communities: tuple[Mark, ...]
    line: str
    seams: str


@lru_cache(maxsize=64)
def draw_route(stops: tuple[Stop, ...], places: tuple[Place, ...]) -> Route:
    """Draw the stops, of which there is one at least, and what lies around them of the places.

    The nearest place is always shown, however far away the stops are.
    """
    land = _land(stops)
    shown = _shown_places(land, places)
    is_scheme = not any(place.rings for place in places)
    plane = plane_of([*land, *shown.values()], MARGIN, STRETCH if is_scheme else 1)
    points = _points(stops, plane)
    signs = [_sign(stop, point) for stop, point in zip(stops, points, strict=True)]
    marks = _marks(stops, signs, _labels(signs, points, plane.height))
    around = {place: plane.point(*where) for place, where in shown.items()}
    line = "M" + "L".join(f"{x} {y}" for x, y in points)
    seams = _seams(plane, places)
    communities = _communities(around, signs, marks, plane.height)
    top, bottom = _edges([*marks, *communities])
    return Route(WIDTH, top, bottom - top, tuple(marks), communities, line, seams)


def _edges(marks: list[Mark]) -> tuple[int, int]:
    """The first and the last line that something is drawn on, with a little air."""
    boxes = [Box.around((mark.x, mark.y), BADGE) for mark in marks]
    boxes += [mark.label.box for mark in marks if mark.label]
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    return round(top) - AIR, round(bottom) + AIR


def _marks(stops, signs: list[Sign], names: list[Label | None]) -> list[Mark]:
    """The stops with their names, each name once, however often the way comes by."""
    said: set[str] = set()
    marks = []
    for stop, sign, name in zip(stops, signs, names, strict=True):
        marks.append(Mark(stop, *sign.point, None if sign.text in said else name))
        if name:
            said.add(sign.text)
    return marks


def _communities(around: dict[Place, Point], signs, stops: list[Mark], height: int):
    """What is drawn of the places around: nothing of those under a stop or its name."""
    points = [sign.point for sign in signs]
    taken = [Box.around(point, BADGE + DOT) for point in points]
    taken += [stop.label.box for stop in stops if stop.label]
    free = {
        place: point
        for place, point in around.items()
        if not any(map(Box.around(point, DOT).overlap, taken))
    }
    dots = [Sign(place.label, point, DOT) for place, point in free.items()]
    unnamed = [replace(sign, text="") for sign in signs]
    labels = _labels([*dots, *unnamed], points, height)
    return tuple(
        Mark(place, *point, None if label and any(map(label.box.overlap, taken)) else label)
        for (place, point), label in zip(free.items(), labels, strict=False)
    )


def _land(stops: Iterable[Stop]) -> tuple[Degrees, Degrees]:
    """The corners in the south-west and north-east of the land that the stops are on."""
    wests, souths = zip(*map(_where, stops), strict=True)
    reach = max(max(wests) - min(wests), max(souths) - min(souths))
    around = max(AROUND * reach, LEAST_AROUND)
    return (
        (min(wests) - 2 * around, min(souths) - around),
        (max(wests) + 2 * around, max(souths) + around),
    )


def _where(thing: Stop | Place) -> Degrees | None:
    """Longitude and latitude; of a place that has an outline alone, the middle of that."""
    if None not in (thing.longitude, thing.latitude):
        return thing.longitude, thing.latitude
    if not getattr(thing, "rings", ()):
        return None
    longitudes, latitudes = zip(*thing.rings[0], strict=True)
    return (min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2


def _shown_places(land, places: Iterable[Place]) -> dict[Place, Degrees]:
    """The places on the land with where they are, or the one that is nearest to it."""
    known = {place: where for place in places if (where := _where(place))}
    (west, south), (east, north) = land
    shown = {
        place: (x, y) for place, (x, y) in known.items() if west < x < east and south < y < north
    }
    if shown or not known:
        return shown
    middle = ((west + east) / 2, (south + north) / 2)
    nearest = min(known, key=lambda place: (distance(known[place], middle), place.key))
    return {nearest: known[nearest]}


def _points(stops: tuple[Stop, ...], plane: Plane) -> list[Point]:
    """Where the stops are drawn: those in the same place stand beside one another."""
    room = Box(BADGE, BADGE, WIDTH - BADGE, plane.height - BADGE)
    points = {f"{number:06}": plane.point(*_where(stop)) for number, stop in enumerate(stops)}
    return list(apart(points, 2 * BADGE + 4, room).values())


def _sign(stop: Stop, point: Point) -> Sign:
    is_short = width_of(stop.label, LETTER) <= LONGEST * WIDTH
    return Sign(stop.label if is_short else "", point, BADGE)


def _labels(signs: list[Sign], points: list[Point], height: int) -> list[Label | None]:
    """The labels of the signs that have words; the others are in their way all the same."""
    # Keys of one length are in the order of the signs.
    named = {f"{number:06}": sign for number, sign in enumerate(signs)}
    labels = lay_out(named, LETTER, height, _along(points))
    return [
        labels[key] if sign.text and key in labels and _is_plain(labels[key], sign, signs) else None
        for key, sign in named.items()
    ]


def _is_plain(label: Label, sign: Sign, signs: list[Sign]) -> bool:
    """Whether nobody could take the label for another's: their numbers name stops too."""
    own = label.box.distance(sign.point) - sign.reach
    others = (each for each in signs if each.text != sign.text)
    return all(label.box.distance(each.point) - each.reach > own for each in others)


def _along(points: list[Point]) -> list[Point]:
    """Points all along the way, close together."""
    found = []
    for (x, y), (to_x, to_y) in zip(points, points[1:], strict=False):
        steps = max(round(distance((x, y), (to_x, to_y)) / 10), 1)
        found += [
            (x + (to_x - x) * step / steps, y + (to_y - y) * step / steps) for step in range(steps)
        ]
    return found


def _seams(plane: Plane, places: Iterable[Place]) -> str:
    rings = (ring for place in places for ring in place.rings)
    return seams_of([tuple(plane.point(*corner) for corner in ring) for ring in rings])
