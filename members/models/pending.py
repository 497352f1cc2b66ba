import uuid

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from members.models.consent import ConsentText

CODE_TRIES = 5


class PendingActionQuerySet(models.QuerySet):
    def claim(self, action, now) -> bool:
        """Take the action for doing it; False when it is done already or too old."""
        waiting = self.filter(pk=action.pk, done_at=None, expires_at__gt=now)
        return waiting.update(done_at=now) == 1

    def count_try(self, action) -> bool:
        """Count one more try at the code; False when there were too many."""
        row = self.filter(pk=action.pk, tries__lt=CODE_TRIES)
        return row.update(tries=F("tries") + 1) == 1


class PendingAction(models.Model):
    """What somebody without an account wrote, waiting until the address is confirmed."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=60)
    payload = models.JSONField(default=dict)
    address = models.EmailField(_("e-mail address"), max_length=254, db_index=True)
    language = models.CharField(_("language"), max_length=2)
    consent = models.ForeignKey(ConsentText, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(_("created"))
    expires_at = models.DateTimeField(_("expires"), db_index=True)
    letters = models.PositiveSmallIntegerField(_("letters"), default=0)
    link_digest = models.CharField(max_length=64, db_index=True, blank=True)
    code_digest = models.CharField(max_length=64, blank=True)
    code_expires_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    done_at = models.DateTimeField(_("done"), null=True)
    done_url = models.CharField(max_length=500, blank=True)

    objects = PendingActionQuerySet.as_manager()

    class Meta:
        verbose_name = _("pending action")
        verbose_name_plural = _("pending actions")

    def __str__(self):
        return f"{self.kind} {self.created_at:%Y-%m-%d %H:%M}"
