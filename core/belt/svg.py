"""The belt as SVG: presentation attributes only, so that a strict content policy has no say in it.

Every row is a weft thread: one stroke per wool walks along it and lifts where the ground shows.
"""

import re

from core.belt.motifs import MOTIFS, REACH
from core.belt.pattern import EDGE, GROUND, HEIGHT, WEFT, Belt, belt
from core.belt.wools import Theme

# CSS pixels that a cell takes when nobody says otherwise; whole numbers keep the cells even.
_SCALE = 2

# Half a thread of ground around a motif: at 16, 32, 48 … pixels every cell is a whole pixel wide.
_MARK_SIDE = 2 * REACH + 2


def belt_svg(belt: Belt, *, repeats: int = 1, theme: Theme = "light") -> str:
    """A band of so many periods, at most 6 KB; it tiles in x and crops evenly at both ends.

    A single period has no ids and may stand in a page; more of them are for a file of its own.
    Raises ValueError when the band would be empty or wider than `band_svg`.
    """
    if not 1 <= repeats <= belt.band_repeats:
        raise ValueError(f"A band has at least one period and at most {belt.band_repeats}.")
    tones, rows, width = belt.wools.tones(theme), belt.rows(), belt.width * repeats
    threads = "".join(
        f'<path stroke="{colour}" d="{_strokes(rows, wool)}"/>'
        for wool, colour in ((WEFT, tones.weft), (EDGE, tones.edge))
    )
    return _document(width, HEIGHT, tones.ground, _repeated(threads, belt.width, repeats))


def band_svg(belt: Belt, *, theme: Theme = "light") -> str:
    """A band for the head of a page of up to 2592 CSS pixels; a narrower one crops it evenly."""
    return belt_svg(belt, repeats=belt.band_repeats, theme=theme)


def mark_svg(name: str, *, theme: Theme = "light") -> str:
    """A square patch in a name's wool, at most 1.5 KB: an avatar or a favicon, on any ground."""
    return mark_of(belt(name), theme=theme)


def mark_of(woven: Belt, *, theme: Theme = "light") -> str:
    """The square patch of a belt."""
    tones = woven.wools.tones(theme)
    # The answering motif, because it leaves its corners free for a round crop; ground on weft,
    # because a patch of linen on a page of linen has no rim.
    covers = MOTIFS[woven.motifs[2]]
    span = range(-REACH, REACH + 1)
    rows = tuple("".join(WEFT if covers(abs(x), abs(y)) else GROUND for x in span) for y in span)
    figure = f'<path stroke="{tones.ground}" d="{_strokes(rows, WEFT)}"/>'
    threads = f'<g transform="translate(.5 .5)">{figure}</g>'
    return _document(_MARK_SIDE, _MARK_SIDE, tones.weft, threads)


def _document(width: int, height: int, ground: str, threads: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width * _SCALE}" '
        f'height="{height * _SCALE}" viewBox="0 0 {width} {height}" '
        'preserveAspectRatio="xMidYMid slice" shape-rendering="crispEdges" aria-hidden="true">'
        f'<path fill="{ground}" d="M0 0h{width}v{height}H0z"/>{threads}</svg>\n'
    )


def _repeated(threads: str, width: int, repeats: int) -> str:
    if repeats == 1:
        return f"<g>{threads}</g>"
    copies = "".join(f'<use href="#period" x="{width * place}"/>' for place in range(1, repeats))
    return f'<g id="period">{threads}</g>{copies}'


def _strokes(rows: tuple[str, ...], wool: str) -> str:
    """A path along the middle of every run of `wool`, each run relative to the one before it."""
    steps, x, y = [], 0, 0
    for row, cells in enumerate(rows):
        for run in re.finditer(f"{wool}+", cells):
            start, end = run.span()
            move = f"m{start - x} {row - y}" if steps else f"M{start} {row}.5"
            steps.append(f"{move}h{end - start}")
            x, y = end, row
    return "".join(steps)
