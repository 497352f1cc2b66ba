from core.file_text.limits import Limits
from core.file_text.reading import Trouble
from tests.core.file_text.spoiling import read_spoiled

LIMITS = Limits(cpu_seconds=2, wall_seconds=30)


def test_whatever_is_spoiled_it_lives_on():
    seen = read_spoiled(times=20, seed=11, limits=LIMITS)
    assert seen.ends.total() == 20
    assert seen.ends[None]
    assert seen.ends[Trouble.DAMAGED]
    assert seen.slowest < LIMITS.wall_seconds
