"""When an event takes place, as its page says it; `series` is what the rest of the code knows."""

from datetime import time, timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail_localize.fields import SynchronizedField

from events.fields import MonthDaysField, MonthsField, OrdinalsField, WeekdaysField
from events.recurrence.rule import Change, Frequency, Pause, Rule, Series, Timing

# How long a time takes that has a beginning and no end.
USUAL_LENGTH = timedelta(hours=2)


class Frequencies(models.TextChoices):
    """How an event comes again, in the words of the form."""

    ONCE = Frequency.ONCE, _("It does not: it takes place once")
    WEEKLY = Frequency.WEEKLY, _("Every week, or every few weeks")
    MONTHLY_BY_WEEKDAY = (
        Frequency.MONTHLY_BY_WEEKDAY,
        _("Every month on a weekday, such as the first Tuesday"),
    )
    MONTHLY_BY_DATE = Frequency.MONTHLY_BY_DATE, _("Every month on a date, such as the 15th")
    YEARLY = Frequency.YEARLY, _("Every year on the same date")
    DATES = Frequency.DATES, _("On the days of a list")


class TimedPage(models.Model):
    """The part of an event's page that says when; times are those of the clock on the wall."""

    first_date = models.DateField(_("day"), null=True, help_text=_("The first day of several."))
    starts = models.TimeField(
        _("from"), null=True, blank=True, help_text=_("Leave empty for the whole day.")
    )
    last_date = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("Only for an event that goes on for several days without a break."),
    )
    ends = models.TimeField(_("until"), null=True, blank=True)
    repeats = models.CharField(
        _("does it come again"), max_length=20, choices=Frequencies, default=Frequencies.ONCE
    )
    repeat_every = models.PositiveSmallIntegerField(
        _("every how many weeks, months or years"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(52)],
        help_text=_("1 is every one, 2 is every second."),
    )
    repeat_weekdays = WeekdaysField(_("on which weekdays"))
    repeat_ordinals = OrdinalsField(_("which of the month"))
    repeat_month_days = MonthDaysField(_("on which dates of the month"))
    repeat_until = models.DateField(_("until, this day included"), null=True, blank=True)
    repeat_count = models.PositiveSmallIntegerField(
        _("or so many times"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(366)],
    )
    months_off = MonthsField(_("not in these months"))

    timing_fields = (
        "first_date",
        "starts",
        "last_date",
        "ends",
        "repeats",
        "repeat_every",
        "repeat_weekdays",
        "repeat_ordinals",
        "repeat_month_days",
        "repeat_until",
        "repeat_count",
        "months_off",
    )
    synchronised_timing = [SynchronizedField(name, overridable=False) for name in timing_fields]

    class Meta:
        abstract = True

    @cached_property
    def change_rows(self) -> list:
        """The single times that differ, read once."""
        return list(self.changes.all()) if self.repeats != Frequencies.ONCE else []

    @cached_property
    def series(self) -> Series | None:
        """When it takes place, or None as long as there is no day; of the page as it was read."""
        if self.first_date is None:
            return None
        changes = tuple(row.change for row in self.change_rows if row.of)
        dates, pauses = (), ()
        if self.repeats == Frequencies.DATES:
            dates = tuple(row.date for row in self.further_dates.all() if row.date)
        elif self.repeats != Frequencies.ONCE:
            pauses = tuple(
                Pause(row.first_date, row.last_date)
                for row in self.pauses.all()
                if row.first_date and row.last_date
            )
        return Series(timing_of(self), rule_of(self, dates, pauses), changes)


def timing_of(said) -> Timing:
    """When one time begins and how long it takes, of whatever has the fields of a page."""
    days = (said.last_date - said.first_date) if said.last_date else timedelta(0)
    if said.starts is None:
        return Timing(said.first_date, None, days + timedelta(days=1))
    if said.ends is None:
        return Timing(said.first_date, said.starts, days or USUAL_LENGTH)
    return Timing(said.first_date, said.starts, days + between(said.starts, said.ends))


def between(starts: time, ends: time) -> timedelta:
    """How long it is from one time of the day to another; less than nothing the wrong way round."""
    return _since_midnight(ends) - _since_midnight(starts)


def _since_midnight(moment: time) -> timedelta:
    return timedelta(hours=moment.hour, minutes=moment.minute)


def rule_of(said, dates=(), pauses=()) -> Rule:
    """How it comes again, of whatever has the fields of a page; what does not apply is left out."""
    frequency = Frequency(said.repeats)
    if frequency == Frequency.ONCE:
        return Rule()
    if frequency == Frequency.DATES:
        return Rule(frequency, dates=tuple(dates))
    by_weekday = frequency in (Frequency.WEEKLY, Frequency.MONTHLY_BY_WEEKDAY)
    is_ordinal = frequency == Frequency.MONTHLY_BY_WEEKDAY
    is_by_date = frequency == Frequency.MONTHLY_BY_DATE
    return Rule(
        frequency,
        every=said.repeat_every or 1,
        weekdays=tuple(said.repeat_weekdays or ()) if by_weekday else (),
        ordinals=tuple(said.repeat_ordinals or ()) if is_ordinal else (),
        month_days=tuple(said.repeat_month_days or ()) if is_by_date else (),
        until=said.repeat_until,
        count=said.repeat_count,
        months_off=tuple(said.months_off or ()),
        pauses=tuple(pauses),
    )


def change_of(row) -> Change:
    """What differs on one day, of a row that says it."""
    lasts = None
    if row.starts and row.ends:
        lasts = between(row.starts, row.ends)
    return Change(
        of=row.of,
        is_skipped=row.is_skipped,
        first_date=row.date,
        starts=row.starts,
        lasts=lasts,
        place=row.place,
        note=row.note,
    )
