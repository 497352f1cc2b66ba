from datetime import date, datetime, time

import pytest
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils import formats, translation
from django.utils.timesince import timesince


def test_dates_and_times_are_written_as_in_latvian():
    with translation.override("lv"):
        assert formats.date_format(date(2024, 10, 5)) == "2024. gada 5. oktobris"
        assert formats.date_format(date(2024, 10, 5), "SHORT_DATE_FORMAT") == "05.10.2024."
        assert formats.time_format(time(17, 30)) == "17.30"
        moment = datetime(2024, 10, 5, 17, 30)  # noqa: DTZ001 - only how it is written matters
        written = formats.date_format(moment, "DATETIME_FORMAT")
        assert written == "2024. gada 5. oktobris, plkst. 17.30"


def test_dates_are_written_as_in_english():
    with translation.override("en"):
        assert formats.date_format(date(2024, 10, 5)) == "5 October 2024"
        assert formats.time_format(time(17, 30)) == "17:30"


@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_week_begins_on_monday(language):
    with translation.override(language):
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 1


def test_numbers_are_written_as_in_latvian():
    with translation.override("lv"):
        assert formats.number_format(12345.5, force_grouping=True) == "12\xa0345,5"


@pytest.mark.parametrize("typed", ["05.10.2024.", "05.10.2024", "2024-10-05"])
def test_a_date_may_be_typed_in_these_ways(typed):
    with translation.override("lv"):
        accepted = formats.get_format("DATE_INPUT_FORMATS")
    read = {_read(typed, pattern) for pattern in accepted} - {None}
    assert read == {date(2024, 10, 5)}


def _read(typed, pattern):
    try:
        return datetime.strptime(typed, pattern).date()  # noqa: DTZ007
    except ValueError:
        return None


def test_the_latvian_plurals_of_django_are_mended():
    with translation.override("lv"):
        assert "vismaz 8 rakstzīmēm" in MinimumLengthValidator(8).get_help_text()
        assert "vismaz 21 rakstzīmei" in MinimumLengthValidator(21).get_help_text()
        assert timesince(date(2024, 1, 1), date(2024, 1, 22)) == "3\xa0nedēļas"
        assert timesince(date(2024, 1, 1), date(2024, 1, 2)) == "1\xa0diena"
