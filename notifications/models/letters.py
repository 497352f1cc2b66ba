from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

ABOUT_LENGTH = 120


class LetterQuerySet(models.QuerySet):
    def due(self, now):
        """The letters that may be sent now, in the order in which they should leave."""
        waiting = self.filter(state=Letter.State.WAITING, next_attempt_at__lte=now)
        return waiting.order_by("-is_urgent", "next_attempt_at", "pk")

    def claim(self, pk: int, *, token: str, now) -> bool:
        """Take a waiting letter for this process; False when another was faster."""
        waiting = self.filter(pk=pk, state=Letter.State.WAITING, next_attempt_at__lte=now)
        taken = waiting.update(
            state=Letter.State.SENDING,
            claim_token=token,
            claimed_at=now,
            attempts=models.F("attempts") + 1,
        )
        return taken == 1

    def for_recipient(self, *, kind: str, about: str, person=None, address=""):
        """The letters of the kind about the thing that have reached, or will reach, the one."""
        mine = models.Q(person=person) if person else models.Q(address__iexact=address)
        if person:
            mine |= models.Q(address__iexact=person.email)
        else:
            mine |= models.Q(person__email__iexact=address)
        return self.filter(mine, kind=kind, about=about)


class Letter(models.Model):
    """A letter in the outbox: to whom, of what kind and about what, and how far it has come."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits to be sent")
        SENDING = "sending", _("Being sent")
        HANDED = "handed", _("Handed to the mail server")
        SENT = "sent", _("Has been sent")
        FAILED = "failed", _("Could not be sent")
        DROPPED = "dropped", _("Left unsent")

    ENDED = (State.HANDED, State.SENT, State.FAILED, State.DROPPED)

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="letters",
    )
    address = models.EmailField(blank=True)
    language = models.CharField(max_length=8, blank=True)
    kind = models.CharField(max_length=60)
    about = models.CharField(max_length=ABOUT_LENGTH)
    context = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    is_urgent = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField()
    give_up_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    claim_token = models.CharField(max_length=32, blank=True)
    sent_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=80, blank=True)
    message_id = models.CharField(max_length=200, unique=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        default_permissions = ("change",)
        indexes = [
            models.Index(fields=["state", "next_attempt_at"], name="notifications_due"),
            models.Index(fields=["claim_token"], name="notifications_claim"),
            models.Index(fields=["-created_at", "-id"], name="notifications_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                name="notifications_person_or_address",
                condition=models.Q(person__isnull=False, address="")
                | (models.Q(person__isnull=True) & ~models.Q(address="")),
            ),
            models.UniqueConstraint(
                "kind",
                "about",
                "person",
                condition=models.Q(person__isnull=False),
                name="notifications_once_per_person",
            ),
            models.UniqueConstraint(
                "kind",
                "about",
                Lower("address"),
                condition=models.Q(person__isnull=True),
                name="notifications_once_per_address",
            ),
        ]

    def __str__(self):
        return f"{self.kind}: {self.about}"

    @property
    def recipient(self) -> str:
        """Where the letter goes: the person's address as it is now, or the bare one."""
        return self.person.email if self.person_id else self.address


class DeadAddress(models.Model):
    """An address at which nobody is, as its own mail server said."""

    address = models.EmailField()
    found_at = models.DateTimeField()
    smtp_code = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("dead address")
        verbose_name_plural = _("dead addresses")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(Lower("address"), name="notifications_one_row_per_address")
        ]

    def __str__(self):
        return str(self.smtp_code)
