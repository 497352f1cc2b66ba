"""A community's belt: the motifs, wools and borders that its name gives, and the woven cells."""

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.belt.motifs import ANSWERING, CORNERS, LEADING, MOTIFS, REACH, RESTING, ROOMY, SIDE
from core.belt.wools import PAIRS, Pair

# Hashed before the name. Another word here gives every community another belt, so it stays. It was
# chosen among many so that the first fourteen communities share wools and motifs out evenly.
EDITION = "belt 195354"

# The cells of a band: a motif, a thread of ground at each of its sides and a divider after it.
PITCH = SIDE + 3
HEIGHT = 27
GROUND, WEFT, EDGE = " ", "#", "="

# A band is at least this wide, in cells, which at two pixels each is more than most windows.
BAND_WIDTH = 1296

DIVIDERS = {
    "stitched": lambda b: b % 3 != 2,
    "dotted": lambda b: b % 2 == 0,
    "long-stitched": lambda b: b not in {0, 4},
}

# What stands on the bar above and below the motifs, by columns, nearest to the motifs first. All
# repeat within a pitch, so that they meet themselves again at the end of every period.
TEETH: dict[str, tuple[str, str, str]] = {
    "steps": ("#     ", "##   #", "######"),
    "comb": ("      ", "# # # ", "######"),
    "blocks": ("      ", " ## ##", "######"),
    "waves": ("      ", "##   #", " #####"),
}


@dataclass(frozen=True)
class Belt:
    """One woven belt: the motifs of a period from a leading one on, its wools and its borders."""

    motifs: tuple[str, ...]
    pair: str
    corners: str
    divider: str
    teeth: str

    @property
    def width(self) -> int:
        """The cells of one period, after which the band repeats."""
        return PITCH * len(self.motifs)

    @property
    def height(self) -> int:
        """The cells across the band, the same for every belt."""
        return HEIGHT

    @property
    def band_repeats(self) -> int:
        """The periods of a whole band: an odd number, so that a leading motif is in its middle."""
        return -(-BAND_WIDTH // self.width) // 2 * 2 + 1

    @property
    def wools(self) -> Pair:
        """The colours, by day and by night."""
        return PAIRS[self.pair]

    def rows(self) -> tuple[str, ...]:
        """One period from top to bottom, a character per cell, the leading motif in its middle."""
        columns = range(-self.width // 2, self.width // 2)
        half = HEIGHT // 2
        return tuple(
            "".join(self._cell(x, abs(y)) for x in columns) for y in range(-half, half + 1)
        )

    def _cell(self, x: int, b: int) -> str:
        if b > REACH:
            return _border(self.teeth, x, b)
        place, column = divmod(x + PITCH // 2, PITCH)
        if column == 0:
            return EDGE if DIVIDERS[self.divider](b) else GROUND
        motif = self.motifs[place % len(self.motifs)]
        a = abs(column - PITCH // 2)
        return WEFT if a <= REACH and covers(motif, self.corners, a, b) else GROUND


def belt(name: str) -> Belt:
    """The belt of a community of this name, the same for ever, however the name is encoded."""
    threads = _threads(name)
    pair = _take(threads, PAIRS)
    leading, answering = _take(threads, LEADING), _take(threads, ANSWERING)
    resting = _take(threads, RESTING)
    second = _take(threads, [motif for motif in RESTING if motif != resting])
    if next(threads) % 2:
        motifs = (leading, resting, answering, second, answering, resting)
    else:
        motifs = (leading, resting, answering, resting)
    return Belt(
        motifs=motifs,
        pair=pair,
        corners=_take(threads, CORNERS),
        divider=_take(threads, DIVIDERS),
        teeth=_take(threads, TEETH),
    )


def covers(motif: str, corners: str, a: int, b: int) -> bool:
    """Whether the weft covers the cell at these distances from the middle of a motif."""
    return MOTIFS[motif](a, b) or (motif in ROOMY and CORNERS[corners](a, b))


def _border(teeth: str, x: int, b: int) -> str:
    row = b - REACH - 2
    if row in range(3):
        pattern = TEETH[teeth][row]
        return WEFT if pattern[x % len(pattern)] == WEFT else GROUND
    return EDGE if b == HEIGHT // 2 else GROUND


def _threads(name: str) -> Iterator[int]:
    """Numbers below 65536 from the name, compared without case, encoding or spare spaces."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    text = f"{EDITION}\n{' '.join(folded.split())}"
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return (int.from_bytes(digest[i : i + 2], "big") for i in range(0, len(digest), 2))


def _take(threads: Iterator[int], choices: Sequence[str] | dict) -> str:
    names = list(choices)
    return names[next(threads) % len(names)]
