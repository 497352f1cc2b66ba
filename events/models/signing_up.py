"""Seats and those who sign up for them; an event's translations share one list."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Seating(models.Model):
    """The seats of one time of an event, or of all its times together; counted in people.

    `taken` is what the confirmed sign-ups come to, and decides alone whether there is room.
    """

    event_key = models.UUIDField(_("event"))
    of = models.DateField(_("day by the rule"), null=True, blank=True)
    capacity = models.PositiveIntegerField(_("seats"), null=True, blank=True)
    # What the page said last: a new word of the page counts, its old word undoes nobody's.
    capacity_of_page = models.PositiveIntegerField(null=True, blank=True)
    is_closed = models.BooleanField(_("closed by hand"), default=False)
    taken = models.IntegerField(_("seats taken"), default=0)
    # Those who wait in line; as long as there are any, nobody else is given a seat.
    waiting = models.PositiveIntegerField(_("sign-ups in line"), default=0)
    # Places in line are given once, and never to somebody else.
    last_place = models.PositiveIntegerField(default=0)
    # What people know of time and place, and how often they had to learn something new.
    told = models.CharField(max_length=64, blank=True)
    news = models.PositiveIntegerField(default=0)
    people_confirmed_at_end = models.PositiveIntegerField(
        _("people who had a seat"), null=True, blank=True
    )
    people_came = models.PositiveIntegerField(_("people who came"), null=True, blank=True)
    erased_at = models.DateTimeField(_("names deleted"), null=True, blank=True)

    class Meta:
        verbose_name = _("seats of an event")
        verbose_name_plural = _("seats of events")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["event_key", "of"],
                condition=Q(of__isnull=False),
                name="events_seating_of_time_once",
            ),
            models.UniqueConstraint(
                fields=["event_key"],
                condition=Q(of__isnull=True),
                name="events_seating_of_series_once",
            ),
            models.CheckConstraint(condition=Q(taken__gte=0), name="events_seating_taken"),
        ]

    def __str__(self):
        return f"{self.event_key} {self.of or ''}".strip()

    @property
    def free(self) -> int | None:
        """How many people there is still room for; None without a limit."""
        return None if self.capacity is None else max(0, self.capacity - self.taken)


class SignUpQuerySet(models.QuerySet):
    def standing(self):
        """Those that were not cancelled."""
        return self.exclude(state=SignUp.State.CANCELLED)

    def confirmed(self):
        """Those that have their seats."""
        return self.filter(state=SignUp.State.CONFIRMED)

    def waiting(self):
        """Those that wait, the first in line first."""
        return self.filter(state=SignUp.State.WAITING).order_by("place", "pk")


class SignUp(models.Model):
    """A person with whoever comes along; without a person it was entered by the organiser."""

    class State(models.TextChoices):
        CONFIRMED = "confirmed", _("has a seat")
        WAITING = "waiting", _("waits in line")
        CANCELLED = "cancelled", _("cancelled")

    seating = models.ForeignKey(Seating, on_delete=models.CASCADE, related_name="sign_ups")
    person = models.ForeignKey(
        "members.User",
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="sign_ups",
    )
    name = models.CharField(_("name"), max_length=100, blank=True)
    party_size = models.PositiveSmallIntegerField(_("people"), default=1)
    state = models.CharField(_("state"), max_length=10, choices=State)
    place = models.PositiveIntegerField(_("order of waiting"), null=True, blank=True)
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    pick_up = models.CharField(_("gets on at"), max_length=150, blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    signed_up_at = models.DateTimeField(_("signed up"))
    changed_at = models.DateTimeField(_("changed"))
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    entered_by = models.ForeignKey(
        "members.User",
        verbose_name=_("entered by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # How often it was changed: every change is told by one letter.
    version = models.PositiveIntegerField(default=0)
    # The day of which it was reminded last.
    reminded_of = models.DateField(null=True, blank=True)

    objects = SignUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign-up")
        verbose_name_plural = _("sign-ups")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["seating", "person"],
                condition=~Q(state="cancelled"),
                name="events_sign_up_once",
            ),
            models.CheckConstraint(condition=Q(party_size__gte=1), name="events_sign_up_somebody"),
            models.CheckConstraint(
                condition=Q(state="waiting", place__isnull=False)
                | (~Q(state="waiting") & Q(place__isnull=True)),
                name="events_sign_up_in_line",
            ),
        ]
        indexes = [
            models.Index(fields=["seating", "state", "place"], name="events_sign_up_line"),
        ]

    def __str__(self):
        return self.name or f"{self.pk}"

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def is_confirmed(self) -> bool:
        return self.state == self.State.CONFIRMED

    @property
    def is_cancelled(self) -> bool:
        return self.state == self.State.CANCELLED

    @property
    def line(self) -> int | None:
        """Which in line it is, from 1; None for one that does not wait."""
        if not self.is_waiting:
            return None
        ahead = SignUp.objects.waiting().filter(seating=self.seating_id, place__lt=self.place)
        return ahead.count() + 1


class Attendance(models.Model):
    """How many of a sign-up came on a day."""

    sign_up = models.ForeignKey(SignUp, on_delete=models.CASCADE, related_name="attendance")
    of = models.DateField(_("day by the rule"))
    came = models.PositiveSmallIntegerField(_("people who came"))

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["sign_up", "of"], name="events_attendance_once")
        ]

    def __str__(self):
        return f"{self.of}: {self.came}"
