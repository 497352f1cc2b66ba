"""Certificates of participation: what the paper says, and in time less."""

from secrets import token_hex

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.signing_up import SignUp

# 80 bits, in letters that can be typed from paper.
CODE_BYTES = 10


def new_code() -> str:
    """A word that nobody can guess."""
    return token_hex(CODE_BYTES)


class Certificate(models.Model):
    """That one person took part in a course; whoever has the code can ask whether it is true.

    The name stands here only as long as those of the sign-ups do. What is left of it then are
    seals: one tells whether a name that is typed is the same, one whose it was.
    """

    code = models.CharField(_("code"), max_length=20, unique=True, default=new_code)
    sign_up = models.OneToOneField(
        SignUp,
        verbose_name=_("sign-up"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="certificate",
    )
    issued_at = models.DateTimeField(_("issued"))
    language = models.CharField(_("language"), max_length=10)
    title = models.CharField(_("title"), max_length=255)
    organiser = models.CharField(_("organiser"), max_length=255)
    belt = models.CharField(_("belt"), max_length=20)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    sessions = models.PositiveSmallIntegerField(_("sessions attended"))
    of_sessions = models.PositiveSmallIntegerField(_("sessions in all"))
    minutes = models.PositiveIntegerField(_("minutes attended"), null=True, blank=True)
    name = models.CharField(_("name"), max_length=100, blank=True)
    name_seal = models.CharField(max_length=64, blank=True)
    holder_seal = models.CharField(max_length=64, blank=True, db_index=True)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        default_permissions = ()

    def __str__(self):
        return self.number

    @property
    def number(self) -> str:
        """What it is called on paper: the year in Riga and a number of its own."""
        return f"{timezone.localdate(self.issued_at).year}-{self.pk:04}"
