"""What an event's page says of signing up, and what it asks of those who do."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

MOST_QUESTIONS = 5


class SignUpPage(models.Model):
    """The part of an event's page that says who may sign up, for what and until when."""

    class SignsUpFor(models.TextChoices):
        SERIES = "series", _("All times together, such as a course")
        EACH = "each", _("Each time on its own")

    takes_sign_ups = models.BooleanField(_("people sign up"), default=False)
    signs_up_for = models.CharField(
        _("for what"),
        max_length=10,
        choices=SignsUpFor,
        default=SignsUpFor.SERIES,
        help_text=_("Only where the event comes again."),
    )
    capacity = models.PositiveIntegerField(
        _("seats"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(10000)],
        help_text=_("How many people there is room for. Leave empty when there is no limit."),
    )
    most_in_party = models.PositiveSmallIntegerField(
        _("most people at once"),
        default=6,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text=_("How many people one person may sign up, counting themselves."),
    )
    sign_up_opens_at = models.DateTimeField(
        _("open from"), null=True, blank=True, help_text=_("Leave empty for at once.")
    )
    sign_up_closes_at = models.DateTimeField(
        _("open until"), null=True, blank=True, help_text=_("Leave empty for until it begins.")
    )
    has_waiting_list = models.BooleanField(
        _("with a waiting list"),
        default=True,
        help_text=_("Whoever comes when all seats are taken waits in line and is told by letter."),
    )
    privacy_note = models.TextField(
        _("what the answers are needed for"),
        max_length=500,
        blank=True,
        help_text=_("Stands beside the form. The day on which all is deleted is added by itself."),
    )
    erase_after_days = models.PositiveSmallIntegerField(
        _("delete names and answers after so many days"),
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text=_("Counted from the last time. How many people came stays known."),
    )
    reminder_hours = models.PositiveSmallIntegerField(
        _("remind so many hours before"),
        null=True,
        blank=True,
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(336)],
        help_text=_("Leave empty to send no reminder."),
    )
    is_online_for_signed_up = models.BooleanField(
        _("show the address online only to those who signed up"), default=False
    )
    gives_certificates = models.BooleanField(
        _("with a certificate of participation"),
        default=False,
        help_text=_(
            "For a course: everybody signs up for themselves alone, and after the last time you "
            "issue the certificates on the page of those who have signed up."
        ),
    )
    certificate_from = models.PositiveSmallIntegerField(
        _("from how many times attended"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(366)],
        help_text=_("Leave empty for at least half of them."),
    )

    sign_up_fields = (
        "takes_sign_ups",
        "signs_up_for",
        "capacity",
        "most_in_party",
        "sign_up_opens_at",
        "sign_up_closes_at",
        "has_waiting_list",
        "erase_after_days",
        "reminder_hours",
        "is_online_for_signed_up",
        "gives_certificates",
        "certificate_from",
    )
    synchronised_sign_up = [SynchronizedField(name, overridable=False) for name in sign_up_fields]

    class Meta:
        abstract = True


class SignUpQuestion(TranslatableMixin, Orderable):
    """A question to those who sign up; its answers are kept under its translation key."""

    class Kind(models.TextChoices):
        TEXT = "text", _("An answer in words")
        CHOICE = "choice", _("One of several answers")
        YES_NO = "yes_no", _("A box to tick")

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="questions")
    words = models.CharField(_("question"), max_length=200)
    kind = models.CharField(_("how it is answered"), max_length=10, choices=Kind, default=Kind.TEXT)
    options = models.TextField(
        _("answers to choose from"),
        max_length=1000,
        blank=True,
        help_text=_("Each on a line of its own."),
    )
    is_required = models.BooleanField(_("must be answered"), default=False)

    panels = [
        FieldPanel("words"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("is_required")]),
        FieldPanel("options"),
    ]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in ("kind", "is_required")
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self):
        return self.words

    @property
    def key(self) -> str:
        """What its answers are kept under, the same in every language."""
        return str(self.translation_key)

    @property
    def choices(self) -> list[str]:
        """The answers to choose from, in order."""
        lines = (line.strip() for line in self.options.splitlines())
        return list(dict.fromkeys(line for line in lines if line))
