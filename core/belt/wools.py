"""The wools of the belt: dyed hues on linen by day, the same toned down on dark cloth by night."""

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]

_LINEN = {"warm": "#f5ecdb", "plain": "#f3eddd", "pale": "#f4ece1"}

# Wool by day and by night. The night's hues keep the day's, muted so that a band does not glare.
_WOOLS: dict[str, tuple[str, str]] = {
    "madder": ("#9c1c31", "#b8636b"),
    "pine": ("#1f4d3a", "#6a9a83"),
    "indigo": ("#27406f", "#7690bd"),
    "rye": ("#8c5c0c", "#b08c4c"),
    "walnut": ("#59392a", "#a8866f"),
    "moss": ("#515f1c", "#8e9b5b"),
    "plum": ("#632a55", "#a9789e"),
}


@dataclass(frozen=True)
class Tones:
    """The three colours of one belt in one theme, as #rrggbb."""

    ground: str
    weft: str
    edge: str


@dataclass(frozen=True)
class Pair:
    """Two wools that are worn together: the weft of the motifs and that of the edges."""

    light: Tones
    dark: Tones

    def tones(self, theme: Theme) -> Tones:
        """The colours for "light" or "dark"."""
        return {"light": self.light, "dark": self.dark}[theme]


def _pair(weft: str, edge: str, linen: str, cloth: str) -> Pair:
    (weft_light, weft_dark), (edge_light, edge_dark) = _WOOLS[weft], _WOOLS[edge]
    return Pair(
        light=Tones(_LINEN[linen], weft_light, edge_light),
        dark=Tones(cloth, weft_dark, edge_dark),
    )


# A pair is called by its weft: every weft has one companion.
PAIRS: dict[str, Pair] = {
    "madder": _pair("madder", "pine", "warm", "#292321"),
    "pine": _pair("pine", "rye", "plain", "#212825"),
    "indigo": _pair("indigo", "madder", "plain", "#22262d"),
    "rye": _pair("rye", "indigo", "warm", "#2a261f"),
    "walnut": _pair("walnut", "rye", "pale", "#292421"),
    "moss": _pair("moss", "plum", "plain", "#25281f"),
    "plum": _pair("plum", "moss", "pale", "#29222a"),
}
