"""The times at which events take place, kept so that the calendar can ask for those of a month."""

from datetime import date

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from events.models.signing_up import Seating


class TimeQuerySet(models.QuerySet):
    """Rows with a first and a last day and the moment at which they begin."""

    def beginning(self, first: date, last: date | None = None):
        """Those that begin on these days, the first and the last among them."""
        begun = self.filter(day__gte=first)
        return begun if last is None else begun.filter(day__lte=last)

    def going_on(self, day: date):
        """Those of several days that began before the day and touch it, the first to end first."""
        long = self.filter(last_day__gt=F("day"))
        # In the order of their own index, or the database would rather read all that ever began.
        return long.filter(last_day__gte=day, day__lt=day).order_by("last_day", "pk")

    def in_order(self):
        """The earliest first; whole days, which begin at midnight, before all others of theirs."""
        return self.order_by("day", "starts_at", "pk")


class OccurrenceQuerySet(TimeQuerySet):
    def with_seats(self, today: date):
        """Those from this day on for which one can still sign up and have a seat."""
        is_full = Q(taken__gte=F("capacity")) | Q(waiting__gt=0) | Q(is_closed=True)
        seats = Seating.objects.filter(event_key=OuterRef("event_key"))
        taken = seats.filter(Q(of=None) | Q(of=OuterRef("of"))).filter(is_full)
        return self.filter(~Exists(taken), day__gte=today, is_cancelled=False)

    def of_pages(self, pages):
        """Those of these pages, a queryset of pages of events in one language."""
        mine = pages.filter(translation_key=OuterRef("event_key"))
        return self.filter(Exists(mine.order_by()))


class KeptOccurrence(models.Model):
    """One time of an event, of all its translations; `of` is its day by the rule."""

    event_key = models.UUIDField()
    of = models.DateField(_("day by the rule"))
    # In the site's own zone, so that the days of a month are found as days.
    day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    is_all_day = models.BooleanField(_("the whole day"), default=False)
    is_cancelled = models.BooleanField(_("does not take place"), default=False)
    is_moved = models.BooleanField(_("moved"), default=False)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("time of an event")
        verbose_name_plural = _("times of events")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["event_key", "of"], name="events_occurrence_once"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gte=F("starts_at")), name="events_occurrence_ends"
            ),
        ]
        indexes = [
            models.Index(fields=["day", "starts_at", "id"], name="events_occurrence_day"),
            models.Index(
                fields=["last_day"],
                condition=models.Q(last_day__gt=F("day")),
                name="events_occurrence_long",
            ),
            models.Index(fields=["event_key", "starts_at"], name="events_occurrence_event"),
        ]

    def __str__(self):
        return f"{self.of}"
