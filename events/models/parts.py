"""The rows of an event's page: days, pauses, changes, its programme and what came of it."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from core.models.parts import Pictured
from events.models.timing import change_of
from events.recurrence.rule import Change


class FurtherDate(models.Model):
    """One more day of an event that takes place on the days of a list."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="further_dates")
    date = models.DateField(_("day"))

    class Meta:
        verbose_name = _("day")
        verbose_name_plural = _("days")
        ordering = ["date", "pk"]

    def __str__(self):
        return str(self.date)


class SeriesPause(models.Model):
    """Days on which an event that comes again does not take place."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="pauses")
    first_date = models.DateField(_("first day"))
    last_date = models.DateField(_("last day"))

    panels = [FieldRowPanel([FieldPanel("first_date"), FieldPanel("last_date")])]

    class Meta:
        verbose_name = _("pause")
        verbose_name_plural = _("pauses")
        ordering = ["first_date", "pk"]

    def __str__(self):
        return f"{self.first_date}–{self.last_date}"


class SeriesChange(TranslatableMixin, Orderable):
    """One time of an event that comes again, which differs from the others."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="changes")
    of = models.DateField(_("of which day"), help_text=_("The day on which it would usually be."))
    is_skipped = models.BooleanField(_("it does not take place"), default=False)
    date = models.DateField(_("on another day"), null=True, blank=True)
    starts = models.TimeField(_("from"), null=True, blank=True)
    ends = models.TimeField(_("until"), null=True, blank=True)
    place = models.CharField(_("in another place"), max_length=150, blank=True)
    note = models.CharField(
        _("why, or what else"), max_length=200, blank=True, help_text=_("Readers see this.")
    )

    panels = [
        FieldRowPanel([FieldPanel("of"), FieldPanel("is_skipped")]),
        FieldRowPanel([FieldPanel("date"), FieldPanel("starts"), FieldPanel("ends")]),
        FieldPanel("place"),
        FieldPanel("note"),
    ]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in ("of", "is_skipped", "date", "starts", "ends")
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("change of one time")
        verbose_name_plural = _("changes of single times")

    def __str__(self):
        return str(self.of)

    @property
    def change(self) -> Change:
        """The same in the words of recurrence."""
        return change_of(self)


class ProgrammeItem(TranslatableMixin, Orderable):
    """A part of an event with its time; of a trip, a stop with its place."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="programme")
    date = models.DateField(
        _("day"), null=True, blank=True, help_text=_("Only where the event takes several days.")
    )
    starts = models.TimeField(_("from"), null=True, blank=True)
    ends = models.TimeField(_("until"), null=True, blank=True)
    title = models.CharField(_("what happens"), max_length=150)
    text = models.TextField(_("more about it"), max_length=500, blank=True)
    place = models.CharField(_("where"), max_length=150, blank=True)
    # Trips go abroad, so these reach over Europe; degrees that were swapped lie outside of it.
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(34), MaxValueValidator(72)],
        help_text=_("Of a stop that is to be on the map of the trip: degrees north, WGS 84."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-25), MaxValueValidator(45)],
        help_text=_("Degrees east, WGS 84."),
    )
    is_pick_up = models.BooleanField(
        _("people can get on here"),
        default=False,
        help_text=_("Of a trip: whoever signs up chooses among these stops."),
    )

    panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("starts"), FieldPanel("ends")]),
        FieldRowPanel([FieldPanel("title"), FieldPanel("place")]),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("is_pick_up"),
    ]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in ("date", "starts", "ends", "latitude", "longitude", "is_pick_up")
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("part of the programme")
        verbose_name_plural = _("parts of the programme")

    def __str__(self):
        return self.title

    @property
    def is_on_map(self) -> bool:
        """Whether it is known where it is."""
        return None not in (self.latitude, self.longitude)

    def clean(self):
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": _("Give both the latitude and the longitude.")})


class EventResult(Pictured, TranslatableMixin, Orderable):
    """What came of an event: how many came, what was said, what is needed."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="results")
    of = models.DateField(
        _("of which day"),
        null=True,
        blank=True,
        help_text=_("Only where the event comes again: the day it was."),
    )
    attendance = models.PositiveIntegerField(_("how many people came"), null=True, blank=True)
    text = models.TextField(
        _("what came of it"), max_length=1500, help_text=_("Three sentences are enough.")
    )
    needs = models.TextField(_("what people said is needed"), max_length=1500, blank=True)
    document = models.ForeignKey(
        "core.HubDocument",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("For example the minutes."),
    )

    panels = [
        FieldRowPanel([FieldPanel("of"), FieldPanel("attendance")]),
        FieldPanel("text"),
        FieldPanel("needs"),
        FieldRowPanel([FieldPanel("picture"), FieldPanel("picture_alt")]),
        FieldPanel("document"),
    ]
    override_translatable_fields = [
        SynchronizedField("of", overridable=False),
        SynchronizedField("attendance", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("result")
        verbose_name_plural = _("results")

    def __str__(self):
        return self.text[:60]

    @cached_property
    def paragraphs(self) -> list[str]:
        """The text, a paragraph for each line that says something."""
        return [line for line in self.text.splitlines() if line.strip()]
