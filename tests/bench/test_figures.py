import pytest

from tests.bench.figures import BARE, UNCACHED, WAGTAIL, Sample, figure, percentile, ratio


def samples(*cpu_seconds: float) -> list[Sample]:
    return [Sample(seconds, 1 / seconds, [seconds]) for seconds in cpu_seconds]


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (20, 19), (100, 95), (101, 96)])
def test_percentile_is_one_of_the_values(count, expected):
    assert percentile(list(range(count, 0, -1)), 0.95) == expected


def test_a_ratio_is_taken_round_by_round():
    # The second round was twice as slow for everybody, which says nothing about the page.
    assert ratio(samples(0.03, 0.06, 0.03), samples(0.01, 0.02, 0.01)) == pytest.approx(3)


def test_a_figure_stands_beside_both_references():
    references = {BARE: samples(0.001, 0.001), WAGTAIL: samples(0.01, 0.01)}
    found = figure("front page", UNCACHED, samples(0.02, 0.02), references, 14)
    assert (found.cpu_ms, found.per_bare, found.per_wagtail) == pytest.approx((20, 20, 2))
