"""When a letter is tried again."""

import random
from datetime import timedelta

import pytest

from notifications.backoff import LONGEST_DELAY_OF_SERVER, delay_after

HOUR = timedelta(hours=1)


def minutes(attempts: int, **options) -> list[float]:
    chance = random.Random(1)
    return [delay_after(attempts, chance, **options) / timedelta(minutes=1) for _ in range(200)]


@pytest.mark.parametrize(("attempts", "usual"), [(0, 1), (1, 1), (2, 2), (5, 16), (8, 128)])
def test_each_time_twice_as_long_give_or_take_a_quarter(attempts, usual):
    found = minutes(attempts)
    assert usual * 0.75 <= min(found) < usual * 0.8
    assert usual * 1.2 < max(found) <= usual * 1.25


@pytest.mark.parametrize("attempts", [9, 20, 32_000])
def test_never_longer_than_some_four_hours(attempts):
    assert 180 <= min(minutes(attempts)) < max(minutes(attempts)) <= 300


def test_a_server_that_was_away_is_asked_often():
    assert max(minutes(20, longest=LONGEST_DELAY_OF_SERVER)) <= 12.5
