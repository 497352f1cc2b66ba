"""The first few rows of each day, in one query that reads no more of a full day than it shows."""

from datetime import date, timedelta

from django.db import connection

# Stands for the day while the question is written, and is in no calendar.
ANY_DAY = date(1, 1, 1)


def first_of_each_day(times, first: date, last: date, most: int) -> list:
    """At most so many of the times that begin on each of the days, in their own order.

    The same question is asked for each day, and all of them at once: ranking all times of the month
    would read each of them, however few are shown.
    """
    sql, values = times.beginning(ANY_DAY, ANY_DAY)[:most].query.sql_with_params()
    any_day = connection.ops.adapt_datefield_value(ANY_DAY)
    parts, parameters = [], []
    for number in range((last - first).days + 1):
        day = connection.ops.adapt_datefield_value(first + timedelta(days=number))
        parts.append(f"SELECT * FROM ({sql}) AS day_{number}")  # noqa: S608
        parameters += [day if value == any_day else value for value in values]
    return list(times.model.objects.raw(" UNION ALL ".join(parts), parameters))
