"""The woven belt of a community: drawn from its name alone, the same for ever."""

from core.belt.address import belt_of, word_of
from core.belt.pattern import Belt, belt
from core.belt.png import belt_png, open_graph_png
from core.belt.svg import band_svg, belt_svg, mark_of, mark_svg

__all__ = [
    "Belt",
    "band_svg",
    "belt",
    "belt_of",
    "belt_png",
    "belt_svg",
    "mark_of",
    "mark_svg",
    "open_graph_png",
    "word_of",
]
