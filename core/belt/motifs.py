"""The motifs of the belt: which cells of a 15 × 15 weave the weft covers.

A weave sees a cell only by its distances `a` and `b` from the two middle threads, so every motif
mirrors itself left-right and top-bottom, and no motif can come out with a turn to one side.
"""

from collections.abc import Callable

Weave = Callable[[int, int], bool]

REACH = 7
SIDE = 2 * REACH + 1


def _petal(a: int, b: int, *, width: int, length: int) -> bool:
    near, far = sorted((a, b))
    return 1 <= near <= width and near < far <= near + length


def _octagon(a: int, b: int) -> int:
    return max(a, b, a + b - 3)


def _block(a: int, b: int) -> int:
    """How many blocks of three threads lie between the middle block and this one."""
    return (a + 1) // 3 + (b + 1) // 3


# Heavy motifs fill their square: one of them leads a belt.
LEADING: dict[str, Weave] = {
    "nested-lozenges": lambda a, b: a + b in {0, 1, 3, 4, 6, 7} or a + b >= 11,
    "framed-rose": lambda a, b: _petal(a, b, width=3, length=4) or a + b == 0 or a + b >= 12,
    "wheel": lambda a, b: _octagon(a, b) in {6, 7} or a == 0 or b == 0 or a + b <= 3,
    "carved-star": lambda a, b: a + b <= 11 and not _petal(a, b, width=3, length=3) and a + b != 0,
    "framed-lozenge": lambda a, b: a + b in {0, 1, 4, 5} or a + b >= 9,
    "four-lozenges": lambda a, b: 1 <= abs(a - 4) + abs(b - 4) <= 3 or a + b <= 1,
    "saltire": lambda a, b: abs(a - b) <= 1 or (max(a, b) - min(a, b) >= 5 and max(a, b) >= 6),
    "eight-points": lambda a, b: a + b <= 2 or (a + b >= 6 and (max(a, b) <= 5 or a + b <= 7)),
    "deep-lozenge": lambda a, b: a + b in {0, 1, 2, 3, 7, 8} or a + b >= 12,
    "cross-in-lozenge": lambda a, b: (
        a + b in {7, 8}
        or a + b >= 11
        or (min(a, b) == 0 and max(a, b) <= 4)
        or (min(a, b) == 1 and max(a, b) == 3)
    ),
}

# Lighter motifs of the same height answer the leading one.
ANSWERING: dict[str, Weave] = {
    "lozenge": lambda a, b: a + b in {0, 1, 2, 5, 6, 7},
    "rose": lambda a, b: _petal(a, b, width=3, length=4),
    "morning-star": lambda a, b: (
        a + b <= 1 or ((max(a, b) <= 4 or a + b <= 7) and (max(a, b) == 4 or a + b >= 6))
    ),
    "stepped-cross": lambda a, b: min(a, b) <= 1 or (max(a, b) in {4, 5} and min(a, b) <= 3),
    "checked-lozenge": lambda a, b: _block(a, b) in {0, 2},
    "sun": lambda a, b: a + b <= 2 or _octagon(a, b) in {5, 6} or max(a, b) - min(a, b) == 7,
    "hooked-lozenge": lambda a, b: (
        a + b in {0, 3, 4} or (a + b in {7, 8} and min(a, b) >= 1) or a + b >= 12
    ),
    "quartered-lozenge": lambda a, b: min(a, b) >= 1 and a + b <= 8 and a + b not in {4, 5},
}

# Small motifs let the eye rest between the two.
RESTING: dict[str, Weave] = {
    "small-lozenge": lambda a, b: a + b in {0, 1, 4, 5},
    "small-rose": lambda a, b: _petal(a, b, width=2, length=3) or a + b == 0,
    "five-lozenges": lambda a, b: a + b <= 2 or abs(max(a, b) - 5) + min(a, b) <= 2,
    "small-cross": lambda a, b: (
        (min(a, b) == 0 and max(a, b) <= 5)
        or (min(a, b) == 1 and max(a, b) == 4)
        or (a == 2 and b == 2)
    ),
    "cross-of-crosses": lambda a, b: (
        min(a, b) == 0 or (max(a, b) == 5 and min(a, b) <= 2) or (a == 3 and b == 3)
    ),
    "quincunx": lambda a, b: a + b <= 2 or abs(a - 4) + abs(b - 4) <= 1,
    "eye": lambda a, b: a + b in {0, 1, 3, 4},
}

MOTIFS: dict[str, Weave] = LEADING | ANSWERING | RESTING

# What stands in the corners of the motifs that leave them empty, the same throughout a belt.
CORNERS: dict[str, Weave] = {
    "open": lambda a, b: False,
    "steps": lambda a, b: a + b >= 12,
    "lines": lambda a, b: a + b in {10, 11, 14},
    "hooks": lambda a, b: max(a, b) == REACH and min(a, b) >= 5,
}
ROOMY = frozenset(
    {
        "lozenge",
        "morning-star",
        "stepped-cross",
        "checked-lozenge",
        "small-lozenge",
        "small-rose",
        "five-lozenges",
        "small-cross",
        "cross-of-crosses",
        "eye",
    }
)
