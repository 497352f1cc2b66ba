"""The times at which events take place, kept so that the calendar can ask for those of a month."""

from datetime import date

from django.db import models
from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from events.recurrence.expansion import LONGEST


class OccurrenceQuerySet(models.QuerySet):
    def on_days(self, first: date, last: date):
        """Those that touch these days, the first and the last among them."""
        # Both ends of the day on which they begin are said, so that an index finds them.
        touching = self.filter(day__lte=last, day__gte=first - LONGEST)
        return touching.filter(last_day__gte=first)

    def of_pages(self, pages):
        """Those of these pages, a queryset of pages of events in one language."""
        mine = pages.filter(translation_key=OuterRef("event_key"))
        return self.filter(Exists(mine.order_by()))

    def in_order(self):
        """The earliest first; whole days before what begins at an hour."""
        return self.order_by("starts_at", F("is_all_day").desc(), "pk")


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
            models.Index(fields=["day", "starts_at"], name="events_occurrence_day"),
            models.Index(fields=["event_key", "starts_at"], name="events_occurrence_event"),
        ]

    def __str__(self):
        return f"{self.of}"
