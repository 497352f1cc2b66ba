"""The first few rows of each day, in one query that reads no more of a full day than it shows."""

from datetime import date, timedelta

from django.db import connection

# Stands for the day while the question is written, and is in no calendar.
ANY_DAY = date(1, 1, 1)


def first_of_each_day(times, first: date, last: date, most: int) -> list:
    """At most so many of the times that begin on each of the days, and of those that go on then.

    The same question is asked for each day, and all of them at once: ranking all times of the month
    would read each of them, however few are shown.
    """
    parts = [_question(times.going_on(first)[:most])]
    sql, values = _question(times.beginning(ANY_DAY, ANY_DAY)[:most])
    any_day = connection.ops.adapt_datefield_value(ANY_DAY)
    for number in range((last - first).days + 1):
        day = connection.ops.adapt_datefield_value(first + timedelta(days=number))
        parts.append((sql, [day if value == any_day else value for value in values]))
    return _asked_at_once(times, parts)


def first_of_all(times, first: date, last: date, most: int) -> list:
    """At most so many of the times that begin on these days, and of those that go on then."""
    questions = (times.going_on(first)[:most], times.beginning(first, last)[:most])
    return _asked_at_once(times, [_question(each) for each in questions])


def _question(times) -> tuple[str, tuple]:
    return times.query.sql_with_params()


def _asked_at_once(times, parts: list) -> list:
    sql = " UNION ALL ".join(
        f"SELECT * FROM ({part}) AS part_{number}"  # noqa: S608
        for number, (part, _values) in enumerate(parts)
    )
    return list(
        times.model.objects.raw(sql, [value for _part, values in parts for value in values])
    )
