"""When the next letter of a rhythm leaves."""

from datetime import UTC, datetime

import pytest

from notifications.rhythms import Rhythm, next_letter


def at(*parts) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("rhythm", "now", "then"),
    [
        (Rhythm.AT_ONCE, at(2026, 11, 23, 10), at(2026, 11, 23, 10)),
        (Rhythm.NONE, at(2026, 11, 23, 10), None),
        # Five in the afternoon in Riga, in winter and in summer.
        (Rhythm.DAILY, at(2026, 11, 23, 10), at(2026, 11, 23, 15)),
        (Rhythm.DAILY, at(2026, 7, 1, 10), at(2026, 7, 1, 14)),
        (Rhythm.DAILY, at(2026, 11, 23, 15), at(2026, 11, 24, 15)),
        # The clocks change in the night between.
        (Rhythm.DAILY, at(2026, 10, 24, 20), at(2026, 10, 25, 15)),
        # Already the next day in Riga.
        (Rhythm.DAILY, at(2026, 11, 23, 22, 30), at(2026, 11, 24, 15)),
        (Rhythm.WEEKLY, at(2026, 11, 23, 10), at(2026, 11, 26, 7)),
        (Rhythm.WEEKLY, at(2026, 11, 26, 6, 59), at(2026, 11, 26, 7)),
        (Rhythm.WEEKLY, at(2026, 11, 26, 7), at(2026, 12, 3, 7)),
        (Rhythm.WEEKLY, at(2026, 10, 23, 10), at(2026, 10, 29, 7)),
    ],
)
def test_the_next_letter_leaves_by_the_clock_in_riga(rhythm, now, then):
    assert next_letter(rhythm, now) == then
