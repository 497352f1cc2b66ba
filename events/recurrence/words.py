"""When an event takes place, said in the language that is active. Pure."""

from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from itertools import islice

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.recurrence.expansion import LATEST, completed, days, occurrences
from events.recurrence.names import (
    EVERY_WEEKDAY,
    FROM_MONTH,
    IN_MONTH,
    ON_THE_ORDINAL,
    ON_THE_WEEKDAY,
    ON_WEEKDAYS,
    UNTIL_MONTH,
)
from events.recurrence.rule import LAST, Frequency, Pause, Rule, Series

# Of a list of days, so many are said one by one.
MONTHS_OF_YEAR = 12
MOST_SAID = 6
SHORTEST_MONTH = 28


def in_words(series: Series) -> str:
    """How the event comes again, such as "Every Tuesday, 18:00, until 31 May 2027"."""
    first_date = series.timing.first_date
    rule = completed(series.rule, first_date)
    said = [_beginning(series, rule)]
    if rule.frequency in (Frequency.ONCE, Frequency.DATES):
        return said[0]
    if _is_missing_somewhere(rule, first_date):
        if rule.frequency == Frequency.YEARLY:
            said.append(_("in leap years only"))
        else:
            said.append(_("if the month has that day"))
    if rule.until is not None:
        said.append(_("until %(date)s") % {"date": _dated(rule.until, UNTIL_MONTH)})
    if rule.count is not None:
        times = ngettext("%(count)s time", "%(count)s times", rule.count)
        said.append(times % {"count": rule.count})
    if rule.pauses:
        spans = _listed(_pause(pause) for pause in rule.pauses)
        said.append(_("with a pause %(spans)s") % {"spans": spans})
    return ", ".join(said)


def next_dates_in_words(
    series: Series, zone: tzinfo, horizon: date, *, after: datetime, most: int = 6
) -> list[str]:
    """The next times that begin after a moment, such as "Tuesday, 1 December 2026, 18:00"."""
    coming = (
        one
        for one in occurrences(series, zone, horizon)
        if one.starts_at > after and not one.is_cancelled
    )
    return [
        _moment(one.starts_at, is_all_day=one.is_all_day) for one in islice(coming, max(most, 0))
    ]


def _moment(moment: datetime, *, is_all_day: bool) -> str:
    said = {
        "weekday": date_format(moment.date(), "l"),
        "date": date_format(moment.date(), "DATE_FORMAT"),
        "time": time_format(moment.time(), "TIME_FORMAT"),
    }
    if is_all_day:
        return _("%(weekday)s, %(date)s") % said
    return _("%(weekday)s, %(date)s, %(time)s") % said


def _beginning(series: Series, rule: Rule) -> str:
    """Which days, in which months not, and at what time, in the order of the language."""
    said = {"days": _days(series, rule)}
    is_again = rule.frequency not in (Frequency.ONCE, Frequency.DATES)
    if rule.months_off and is_again:
        said["months"] = _listed(IN_MONTH[month - 1] for month in rule.months_off)
    if series.timing.starts is not None:
        said["time"] = time_format(series.timing.starts, "TIME_FORMAT")
    match sorted(said):
        case ["days", "months", "time"]:
            return _("%(days)s except %(months)s, %(time)s") % said
        case ["days", "months"]:
            return _("%(days)s except %(months)s") % said
        case ["days", "time"]:
            return _("%(days)s, %(time)s") % said
    return said["days"]


def _days(series: Series, rule: Rule) -> str:
    first_date = series.timing.first_date
    match rule.frequency:
        case Frequency.WEEKLY:
            return _weekly(rule)
        case Frequency.MONTHLY_BY_DATE:
            numbers = _listed(_numbered(day) for day in rule.month_days)
            return _monthly(rule, _("the %(ordinals)s") % {"ordinals": numbers})
        case Frequency.MONTHLY_BY_WEEKDAY if rule.every == MONTHS_OF_YEAR:
            # What people call every year is every twelfth month where it goes by weekdays.
            month = IN_MONTH[first_date.month - 1]
            said = {"month": month, "days": _weekdays_of_month(rule)}
            return _("Every year in %(month)s, on %(days)s") % said
        case Frequency.MONTHLY_BY_WEEKDAY:
            return _monthly(rule, _weekdays_of_month(rule))
        case Frequency.YEARLY:
            return _yearly(rule, _in_year(first_date))
        case Frequency.DATES:
            return _list_of_days(list(days(series.rule, first_date, LATEST)) or [first_date])
    return _dated(first_date, IN_MONTH)


def _weekly(rule: Rule) -> str:
    if rule.every > 1:
        return ngettext(
            "Every %(n)s week on %(weekdays)s", "Every %(n)s weeks on %(weekdays)s", rule.every
        ) % {"n": rule.every, "weekdays": _listed(ON_WEEKDAYS[day] for day in rule.weekdays)}
    if len(rule.weekdays) == len(EVERY_WEEKDAY):
        return _("Every day")
    weekdays = _listed(EVERY_WEEKDAY[day] for day in rule.weekdays)
    return _("Every %(weekdays)s") % {"weekdays": weekdays}


def _monthly(rule: Rule, which: str) -> str:
    if rule.every == 1:
        return _("On %(days)s of every month") % {"days": which}
    return ngettext(
        "Every %(n)s month on %(days)s", "Every %(n)s months on %(days)s", rule.every
    ) % {"n": rule.every, "days": which}


def _yearly(rule: Rule, which: str) -> str:
    if rule.every == 1:
        return _("Every year on %(date)s") % {"date": which}
    return ngettext("Every %(n)s year on %(date)s", "Every %(n)s years on %(date)s", rule.every) % {
        "n": rule.every,
        "date": which,
    }


def _weekdays_of_month(rule: Rule) -> str:
    one_alone = len(rule.ordinals) == 1
    ordinals = _listed(
        ON_THE_ORDINAL[ordinal] if one_alone or ordinal == LAST else _numbered(ordinal)
        for ordinal in rule.ordinals
    )
    weekdays = _listed(ON_THE_WEEKDAY[day] for day in rule.weekdays)
    return _("the %(ordinals)s %(weekdays)s") % {"ordinals": ordinals, "weekdays": weekdays}


def _list_of_days(all_days: list[date]) -> str:
    if len(all_days) <= MOST_SAID:
        return _listed(_dated(day, IN_MONTH) for day in all_days)
    said = ", ".join(_dated(day, IN_MONTH) for day in all_days[: MOST_SAID - 1])
    more = len(all_days) - MOST_SAID + 1
    return ngettext(
        "%(days)s and on %(count)s more day", "%(days)s and on %(count)s more days", more
    ) % {"days": said, "count": more}


def _pause(pause: Pause) -> str:
    first, last = pause.first_date, pause.last_date
    if first == last:
        return _("on %(date)s") % {"date": _dated(first, IN_MONTH)}
    if first.year != last.year:
        return _("from %(first)s to %(last)s") % {
            "first": _dated(first, FROM_MONTH),
            "last": _dated(last, UNTIL_MONTH),
        }
    return _("from %(first_day)s %(first_month)s to %(last_day)s %(last_month)s %(year)s") % {
        "first_day": first.day,
        "first_month": FROM_MONTH[first.month - 1],
        "last_day": last.day,
        "last_month": UNTIL_MONTH[last.month - 1],
        "year": first.year,
    }


def _dated(day: date, months: tuple) -> str:
    return _("%(day)s %(month)s %(year)s") % {
        "day": day.day,
        "month": months[day.month - 1],
        "year": day.year,
    }


def _in_year(day: date) -> str:
    return _("%(day)s %(month)s") % {"day": day.day, "month": IN_MONTH[day.month - 1]}


def _numbered(number: int) -> str:
    """The ordinal in figures; English has four endings, the catalogues of others one."""
    said = {"n": number}
    if number % 10 == 1 and number != 11:
        return _("%(n)sst") % said
    if number % 10 == 2 and number != 12:
        return _("%(n)snd") % said
    if number % 10 == 3 and number != 13:
        return _("%(n)srd") % said
    return _("%(n)sth") % said


def _listed(parts: Iterable[object]) -> str:
    *others, last = [str(part) for part in parts]
    if not others:
        return last
    return _("%(others)s and %(last)s") % {"others": ", ".join(others), "last": last}


def _is_missing_somewhere(rule: Rule, first_date: date) -> bool:
    """Whether a month or year comes round without its day."""
    match rule.frequency:
        case Frequency.MONTHLY_BY_DATE:
            return max(rule.month_days) > SHORTEST_MONTH
        case Frequency.YEARLY:
            return (first_date.month, first_date.day) == (2, 29)
    return False
