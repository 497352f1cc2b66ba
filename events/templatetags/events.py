"""What the templates of events say of days and hours."""

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.blocks.names import dialled
from events.calendar.periods import Period, View
from events.recurrence.rule import Occurrence

register = template.Library()
register.filter("dialled", dialled)


@register.simple_tag
def period_title(period: Period) -> str:
    """The days of the period as a heading."""
    if period.view == View.MONTH:
        return capfirst(date_format(period.first, "YEAR_MONTH_FORMAT"))
    first = date_format(period.first, "DATE_FORMAT")
    if period.first == period.last:
        return f"{capfirst(date_format(period.first, 'l'))}, {first}"
    return f"{first} – {date_format(period.last, 'DATE_FORMAT')}"


@register.simple_tag
def time_in_words(occurrence: Occurrence) -> str:
    """The day and the hours of one time, as people say them."""
    first = _day(occurrence.day)
    if occurrence.day != occurrence.last_day:
        if occurrence.is_all_day:
            return f"{first} – {_day(occurrence.last_day)}"
        return f"{first}, {_hour(occurrence.starts_at)} – {_day(occurrence.last_day)}, " + _hour(
            occurrence.ends_at
        )
    if occurrence.is_all_day:
        return _("%(day)s, all day") % {"day": first}
    return _("%(day)s, %(from)s–%(until)s") % {
        "day": first,
        "from": _hour(occurrence.starts_at),
        "until": _hour(occurrence.ends_at),
    }


def _day(day) -> str:
    return f"{capfirst(date_format(day, 'l'))}, {date_format(day, 'DATE_FORMAT')}"


def _hour(moment) -> str:
    return date_format(timezone.localtime(moment), "TIME_FORMAT")
