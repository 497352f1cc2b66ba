from dataclasses import replace

import pytest

from tests.bench.budgets import broken
from tests.bench.figures import UNCACHED, WARM, EngineRun, Figure, Growth, Memory

UNCACHED_PAGE = Figure("front page", UNCACHED, 80, 20, 10, 20, per_wagtail=3.0, queries=15)
WARM_PAGE = Figure("front page", WARM, 900, 2, 1, per_bare=2.5, per_wagtail=0.1, queries=1)
TOPIC = Figure("forum topic", UNCACHED, 80, 20, 10, 20, per_wagtail=2.5, queries=12)
KEPT = EngineRun(
    database="SQLite",
    figures=[UNCACHED_PAGE, WARM_PAGE, TOPIC],
    memory=Memory(site=130, reference=100),
    growth=[Growth("front page", queries=(14, 14), time_ratio=2.0)],
)


def test_a_budget_is_kept_up_to_its_limit():
    assert broken(KEPT) == []


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"figures": [replace(UNCACHED_PAGE, per_wagtail=3.01)]}, "3.01 M"),
        ({"figures": [replace(UNCACHED_PAGE, queries=16)]}, "16 queries"),
        ({"figures": [replace(WARM_PAGE, per_bare=2.51)]}, "2.51 V"),
        ({"figures": [replace(WARM_PAGE, queries=2)]}, "2 queries"),
        ({"figures": [replace(TOPIC, per_wagtail=2.51)]}, "2.51 M"),
        ({"figures": [replace(TOPIC, queries=13)]}, "13 queries"),
        ({"memory": Memory(site=131, reference=100)}, "1.31"),
        ({"growth": [Growth("front page", (14, 15), 1.0)]}, "15 when large"),
        ({"growth": [Growth("front page", (14, 14), 2.01)]}, "2.01 times"),
    ],
)
def test_every_broken_budget_is_named(changes, word):
    (fault,) = broken(replace(KEPT, **changes))
    assert word in fault
