"""Chance that is the same for the same seed on every machine and in every version of Python."""

import hashlib
import struct
from collections.abc import Iterator, Sequence
from typing import TypeVar

Choice = TypeVar("Choice")


class Chance:
    """An endless row of numbers that a seed alone decides."""

    def __init__(self, seed: str):
        # Python promises little about which numbers its own generator gives in the next version.
        self._numbers = _numbers(seed)

    def number(self, low: float, high: float) -> float:
        """A number from low up to, and without, high."""
        return low + (high - low) * next(self._numbers)

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both of them possible."""
        return low + int((high - low + 1) * next(self._numbers))

    def yes(self, share: float = 0.5) -> bool:
        """True in the given share of cases."""
        return next(self._numbers) < share

    def pick(self, options: Sequence[Choice]) -> Choice:
        """One of the options."""
        return options[int(len(options) * next(self._numbers))]

    def side(self) -> int:
        """Left (-1) or right (1)."""
        return 1 if self.yes() else -1


def _numbers(seed: str) -> Iterator[float]:
    block = 0
    while True:
        digest = hashlib.shake_256(f"{block}:{seed}".encode()).digest(4096)
        for (number,) in struct.iter_unpack(">I", digest):
            yield number / 2**32
        block += 1
