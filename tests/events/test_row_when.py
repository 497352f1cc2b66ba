"""When an event takes place, as the rows of calendars and lists say it."""

from datetime import date, datetime, time, timedelta
from html import unescape

import pytest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import override

from events.models import KeptOccurrence

DAY = date(2026, 11, 25)


def said(language="lv", days=1, **context) -> list[str]:
    """The lines of a time in the evening of the day, or of whole days."""
    starts_at = timezone.make_aware(datetime.combine(DAY, time(18)))
    shown = KeptOccurrence(
        day=DAY,
        last_day=DAY + timedelta(days=days - 1),
        starts_at=starts_at,
        is_all_day=days > 1,
    )
    with override(language):
        row = render_to_string(
            "events/row_when.html", {"shown": shown, "with_days": True, "year": 2026, **context}
        )
    return [" ".join(unescape(strip_tags(line)).split()) for line in row.split("<br>")]


@pytest.mark.parametrize(
    ("language", "lines"),
    [("lv", ["25. novembris", "18.00"]), ("en", ["25 November", "18:00"])],
)
def test_the_day_is_said_in_words_and_the_hour_on_a_line_of_its_own(language, lines):
    assert said(language) == lines


def test_several_days_are_said_from_the_first_to_the_last():
    assert said(days=7) == ["25. novembris –", "1. decembris"]
    assert said("en", days=7, with_days=False) == ["25 November –", "1 December"]


@pytest.mark.parametrize(
    ("language", "first"), [("lv", "2026. gada 25. novembris"), ("en", "25 November 2026")]
)
def test_of_another_year_the_year_is_said(language, first):
    assert said(language, year=2025) == [first, said(language)[1]]


def test_in_a_calendar_the_hour_is_enough():
    assert said(with_days=False) == ["18.00"]
