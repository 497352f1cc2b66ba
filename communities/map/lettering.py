"""Labels that never lie on one another, on a place or outside of the drawing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communities.map.patches import Patch
from communities.map.plane import WIDTH, Box, Point

GAP = 5
EDGE = 3
# How high a line is, of its letters.
LINE = 1.2

# How wide letters are in a bold face of the widest usual family, as parts of their height.
_WIDTHS = {
    **dict.fromkeys("iījlļI|.,:'’", 0.38),
    **dict.fromkeys("frtJ -()/", 0.5),
    **dict.fromkeys("mwMW", 1.05),
}
_USUAL, _CAPITAL = 0.7, 0.83

# What a label avoids where it can: a thread under its words, being taken for another's, lying on
# a neighbour's patch, and being far from its place.
_DISTURBED, _CONFUSED, _ASIDE, _FARTHEST = 30.0, 120.0, 1500.0, 150.0
# What it avoids at nearly any price: what cannot be read any more.
_HIDDEN = 5000.0
_CELL = 48

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


def lay_out(
    signs: dict[str, Sign], size: int, height: int, threads: Iterable[Point]
) -> dict[str, Label]:
    """A label in letters of this size for every sign that there is room for.

    Threads go through the given points.
    """
    stands = {key: list(_stands(sign, size)) for key, sign in signs.items()}
    costs = _costs(signs, stands, height, threads)
    near = _who_may_meet(stands)
    chosen = min(
        (_settled(stands, costs, near, order) for order in _orders(signs)),
        key=lambda chosen: _total(stands, costs, near, chosen),
        default={},
    )
    return _without_collisions(
        {key: stands[key][at] for key, at in chosen.items() if costs[key][at] < _HIDDEN}
    )


def _orders(signs: dict[str, Sign]) -> list[list[str]]:
    """Who chooses first: labels that settle in another order find another arrangement."""
    by_x = sorted(signs, key=lambda key: (signs[key].point, key))
    by_y = sorted(signs, key=lambda key: (signs[key].point[::-1], key))
    return [by_x, by_y, by_x[::-1], by_y[::-1]]


def _settled(stands, costs, near, order: list[str]) -> dict[str, int]:
    """A stand for each label: all move in turn to the cheapest, until none wants to move."""
    chosen = {key: min(range(len(each)), key=each.__getitem__) for key, each in costs.items()}
    for _round in range(30):
        before = dict(chosen)
        for key in order:
            taken = [stands[other][chosen[other]].box for other in near[key]]
            prices = [
                cost + _price(label.box, taken)
                for label, cost in zip(stands[key], costs[key], strict=True)
            ]
            chosen[key] = prices.index(min(prices))
        if chosen == before:
            break
    return chosen


def _price(box: Box, taken: list[Box]) -> float:
    covered = sum(box.overlap(other) for other in taken)
    return _HIDDEN / 2 + covered if covered else 0.0


def _total(stands, costs, near, chosen) -> float:
    return sum(
        costs[key][at] + _price(stands[key][at].box, [stands[k][chosen[k]].box for k in near[key]])
        for key, at in chosen.items()
    )


def _stands(sign: Sign, size: int) -> Iterator[Label]:
    """Where the label may stand, best first."""
    (x, y), wide, line = sign.point, width_of(sign.text, size), round(size * LINE)
    if sign.patch:
        for dx, dy in _SHIFTS:
            yield _label(x + dx, y + dy, "middle", wide, line)
        return
    beside, above = sign.reach + GAP, sign.reach + line // 2
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


def _costs(signs, stands, height, threads) -> dict[str, list[float]]:
    """What each stand costs, whatever the other labels do."""
    paper = Box(EDGE, EDGE, WIDTH - EDGE, height - EDGE)
    solid = [Box.around(s.point, s.reach + 2) for s in signs.values() if not s.patch]
    cells = defaultdict(list)
    for x, y in threads:
        cells[x // _CELL, y // _CELL].append((x, y))
    return {
        key: [
            _hidden(label.box, solid, paper)
            + _DISTURBED * _points_in(label.box, cells)
            + _CONFUSED * _mistaken(label.box, key, signs)
            + _ASIDE * _beside_patch(label, signs[key].patch) ** 2
            + _FARTHEST * number / len(labels)
            for number, label in enumerate(labels)
        ]
        for key, labels in stands.items()
    }


def _mistaken(box: Box, key: str, signs: dict[str, Sign]) -> int:
    """For how many other signs the label could be taken, because it is as near to them."""
    own = box.distance(signs[key].point)
    return sum(
        box.distance(sign.point) < own + sign.reach
        for name, sign in signs.items()
        if name != key and not sign.patch
    )


def _beside_patch(label: Label, patch: Patch | None) -> float:
    """How much of the label is not on its own patch, from 0 to 1."""
    if patch is None:
        return 0.0
    left, right = label.box.left, label.box.right
    inside = (min(right, b) - max(left, a) for a, b in patch.spans(label.y))
    return 1 - sum(part for part in inside if part > 0) / (right - left)


def _hidden(box: Box, solid: list[Box], paper: Box) -> float:
    covered = box.area - box.overlap(paper) + sum(box.overlap(each) for each in solid)
    return _HIDDEN + covered if covered > 0.5 else 0.0


def _points_in(box: Box, cells) -> int:
    columns = range(int(box.left) // _CELL, int(box.right) // _CELL + 1)
    rows = range(int(box.top) // _CELL, int(box.bottom) // _CELL + 1)
    return sum(box.holds(p) for x in columns for y in rows for p in cells.get((x, y), ()))


def _who_may_meet(stands: dict[str, list[Label]]) -> dict[str, list[str]]:
    """For each label the others that it could lie on, somewhere."""
    reaches = {key: _hull([label.box for label in labels]) for key, labels in stands.items()}
    return {
        key: [other for other in reaches if other != key and box.overlap(reaches[other])]
        for key, box in reaches.items()
    }


def _hull(boxes: list[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _without_collisions(labels: dict[str, Label]) -> dict[str, Label]:
    """The labels without those that lie on most others, until none lies on another."""
    kept = dict(labels)
    while True:
        meets = {
            key: sum(label.box.overlap(other.box) > 0 for k, other in kept.items() if k != key)
            for key, label in kept.items()
        }
        worst = max(meets, key=lambda key: (meets[key], key), default=None)
        if worst is None or not meets[worst]:
            return kept
        del kept[worst]
