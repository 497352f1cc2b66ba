"""Labels that never lie on one another, on a place or outside of the drawing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from communities.map.lettering import GAP, Label, Sign, stands_of
from communities.map.patches import Patch
from communities.map.plane import WIDTH, Box, Point

# No label is nearer to the edge of the drawing.
EDGE = 3

# What a label avoids where it can: a thread under its words, being taken for another's, lying on
# a neighbour's patch, and being far from its place; and at nearly any price, another label.
_DISTURBED, _CONFUSED, _ASIDE, _FARTHEST, _COVERED = 30.0, 120.0, 1500.0, 260.0, 2500.0
_CELL = 48

# Up to so many labels are arranged in several ways, of which the best is taken.
_FEW = 40

# A label somewhere, and what that costs whatever the other labels do.
Stand = tuple[Label, float]


def lay_out(
    signs: dict[str, Sign], size: int, height: int, threads: Iterable[Point]
) -> dict[str, Label]:
    """A label in letters of this size for every sign that there is room for.

    Threads go through the given points.
    """
    labels = {key: list(stands_of(sign, size)) for key, sign in signs.items()}
    near = _who_may_meet(labels)
    paper = Box(EDGE, EDGE, WIDTH - EDGE, height - EDGE)
    sewn = _in_cells(threads)
    stands = {}
    for key, sign in signs.items():
        others = [signs[other] for other in near[key]]
        if free := list(_free_stands(sign, labels[key], others, paper, sewn)):
            stands[key] = free
    near = {key: [other for other in near[key] if other in stands] for key in stands}
    arrangements = [_settled(stands, near, order) for order in _orders(signs, stands)]
    best = min(arrangements, key=lambda chosen: _total(stands, near, chosen), default={})
    return _without_collisions({key: label for key, (label, _cost) in best.items()})


def _who_may_meet(labels: dict[str, list[Label]]) -> dict[str, list[str]]:
    """For each sign the others whose labels, or which themselves, its own could lie on."""
    reaches = {key: _hull([label.box for label in each]) for key, each in labels.items()}
    return {
        key: [other for other in sorted(reaches) if other != key and box.overlap(reaches[other])]
        for key, box in reaches.items()
    }


def _hull(boxes: list[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _in_cells(points: Iterable[Point]) -> dict[Point, list[Point]]:
    """The points, to be found by the square of a coarse grid that they lie in."""
    cells = defaultdict(list)
    for x, y in points:
        cells[x // _CELL, y // _CELL].append((x, y))
    return dict(cells)


def _free_stands(sign: Sign, labels, others: list[Sign], paper: Box, sewn) -> Iterator[Stand]:
    """The stands on the paper that hide no dot."""
    dots = [other for other in others if not other.patch]
    solid = [Box.around(dot.point, dot.reach + GAP) for dot in dots]
    for number, label in enumerate(labels):
        box = label.box
        if box.area - box.overlap(paper) < 0.5 and not any(box.overlap(dot) for dot in solid):
            yield (
                label,
                _DISTURBED * _points_in(box, sewn)
                + _CONFUSED * _mistaken(box, sign, dots)
                + _ASIDE * _beside_patch(label, sign.patch) ** 2
                + _FARTHEST * number / len(labels),
            )


def _points_in(box: Box, cells) -> int:
    columns = range(int(box.left) // _CELL, int(box.right) // _CELL + 1)
    rows = range(int(box.top) // _CELL, int(box.bottom) // _CELL + 1)
    return sum(box.holds(p) for x in columns for y in rows for p in cells.get((x, y), ()))


def _mistaken(box: Box, sign: Sign, dots: list[Sign]) -> int:
    """For how many dots' the label could be taken, because it is as near to them."""
    own = box.distance(sign.point)
    return sum(box.distance(dot.point) < own + dot.reach for dot in dots)


def _beside_patch(label: Label, patch: Patch | None) -> float:
    """How much of the label is not on its own patch, from 0 to 1."""
    if patch is None:
        return 0.0
    left, right = label.box.left, label.box.right
    inside = (min(right, b) - max(left, a) for a, b in patch.spans(label.y))
    return 1 - sum(part for part in inside if part > 0) / (right - left)


def _orders(signs: dict[str, Sign], stands: dict[str, list[Stand]]) -> list[list[str]]:
    """Who chooses first: labels that choose in another order find another arrangement."""
    by_x = sorted(stands, key=lambda key: (signs[key].point, key))
    by_y = sorted(stands, key=lambda key: (signs[key].point[::-1], key))
    return [by_x, by_y, by_x[::-1], by_y[::-1]] if len(stands) <= _FEW else [by_y]


def _settled(stands, near, order: list[str]) -> dict[str, Stand]:
    """A stand for each label: all move in turn to the cheapest, until none wants to move."""
    chosen = {key: min(each, key=lambda stand: stand[1]) for key, each in stands.items()}
    for _round in range(30 if len(stands) <= _FEW else 2):
        before = dict(chosen)
        for key in order:
            taken = [chosen[other][0].box for other in near[key]]
            chosen[key] = min(stands[key], key=lambda stand: _price(stand, taken))  # noqa: B023
        if chosen == before:
            break
    return chosen


def _price(stand: Stand, taken: list[Box]) -> float:
    """What the stand costs beside labels in these boxes."""
    label, cost = stand
    covered = sum(label.box.overlap(box) for box in taken)
    return cost + _COVERED + covered if covered else cost


def _total(stands, near, chosen: dict[str, Stand]) -> float:
    return sum(
        _price(stand, [chosen[other][0].box for other in near[key]])
        for key, stand in chosen.items()
    )


def _without_collisions(labels: dict[str, Label]) -> dict[str, Label]:
    """The labels without those that lie on most others, until none lies on another."""
    meets = {
        key: {k for k, other in labels.items() if k != key and label.box.overlap(other.box)}
        for key, label in labels.items()
    }
    while any(meets.values()):
        worst = max(meets, key=lambda key: (len(meets[key]), key))
        del meets[worst]
        for others in meets.values():
            others.discard(worst)
    return {key: labels[key] for key in meets}
