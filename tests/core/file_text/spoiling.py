"""Good documents spoiled at random, by the thousand: what no list of bad files has thought of."""

import time
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO
from random import Random

from core.file_text.formats import MODULES
from core.file_text.limits import Limits
from core.file_text.reader import read
from tests.core.file_text.making import package
from tests.core.file_text.test_formats import sample


@dataclass
class Seen:
    """How often each end came (None is a good one), and how long the slowest took, in seconds."""

    ends: Counter = field(default_factory=Counter)
    slowest: float = 0.0


def read_spoiled(*, times: int, seed: int, limits: Limits) -> Seen:
    """Read so many spoiled documents of all kinds by turns; the same seed spoils them the same."""
    chance, seen, kinds = Random(seed), Seen(), list(MODULES)
    good = {kind: sample(kind, 3)[0] for kind in kinds}
    for turn in range(times):
        kind = kinds[turn % len(kinds)]
        data = spoiled(good[kind], chance)
        began = time.monotonic()
        seen.ends[read(BytesIO(data), extension=kind, limits=limits).trouble] += 1
        seen.slowest = max(seen.slowest, time.monotonic() - began)
    return seen


def spoiled(data: bytes, chance: Random) -> bytes:
    """The file with a few places cut, changed, doubled or moved; of packages mostly a part."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = chance.choice(list(parts))
        return package(parts | {name: _spoiled(parts[name], chance)})
    return _spoiled(data, chance)


def _spoiled(data: bytes, chance: Random) -> bytes:
    for _time in range(chance.randint(1, 8)):
        start, end = sorted(chance.randrange(len(data) + 1) for _side in range(2))
        end = min(end, start + 200)
        piece = data[start:end]
        piece = chance.choice(
            [
                b"",
                piece * 2,
                piece[::-1],
                chance.randbytes(len(piece)),
                bytes(len(piece)),
                b"99999999999",
                b"-1",
                b"\xff" * 4,
            ]
        )
        data = data[:start] + piece + data[end:]
    return data[: chance.randrange(len(data) + 1)] if chance.random() < 0.1 else data
