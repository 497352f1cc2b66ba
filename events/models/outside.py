"""Calendars of others that the site follows, and what is in them as it was fetched last."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from events.models.occurrences import TimeQuerySet
from events.outside.troubles import Trouble


class OutsideCalendar(models.Model):
    """A calendar of somebody else, such as a culture house; `etag` and `last_modified` are its."""

    name = models.CharField(_("name"), max_length=80)
    address = models.URLField(
        _("address"),
        max_length=500,
        unique=True,
        help_text=_("Of an iCalendar file; it begins with https:// and mostly ends with .ics."),
    )
    community_key = models.UUIDField(
        _("community"),
        null=True,
        blank=True,
        help_text=_("Whoever asks for the events of this community sees these too."),
    )
    is_used = models.BooleanField(_("in use"), default=True)
    etag = models.CharField(max_length=255, blank=True, editable=False)
    last_modified = models.CharField(max_length=255, blank=True, editable=False)
    fetched_at = models.DateTimeField(_("fetched"), null=True, editable=False)
    # When it was read as a whole: what has not changed since may reach further by now.
    read_at = models.DateTimeField(null=True, editable=False)
    failed_at = models.DateTimeField(null=True, editable=False)
    trouble = models.CharField(max_length=20, choices=Trouble, blank=True, editable=False)
    count = models.PositiveIntegerField(_("events"), default=0, editable=False)
    left_out = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("calendar of others")
        verbose_name_plural = _("calendars of others")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


class OutsideEvent(models.Model):
    """One time of an event of others; `uid` and `of` are its name in their calendar."""

    calendar = models.ForeignKey(OutsideCalendar, on_delete=models.CASCADE, related_name="events")
    uid = models.CharField(max_length=255)
    of = models.CharField(max_length=16, blank=True)
    title = models.CharField(max_length=255)
    text = models.TextField(blank=True)
    place = models.CharField(max_length=255, blank=True)
    url = models.URLField(max_length=500, blank=True)
    day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    is_all_day = models.BooleanField(_("the whole day"), default=False)
    is_cancelled = models.BooleanField(_("does not take place"), default=False)

    objects = TimeQuerySet.as_manager()

    class Meta:
        verbose_name = _("event of others")
        verbose_name_plural = _("events of others")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["calendar", "uid", "of"], name="events_outside_event_once"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gte=F("starts_at")), name="events_outside_event_ends"
            ),
        ]
        indexes = [
            models.Index(fields=["day", "starts_at", "id"], name="events_outside_day"),
            models.Index(
                fields=["last_day"],
                condition=models.Q(last_day__gt=F("day")),
                name="events_outside_long",
            ),
        ]

    def __str__(self):
        return self.title
