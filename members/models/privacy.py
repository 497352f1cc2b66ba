import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DataExportQuerySet(models.QuerySet):
    def fetch(self, export, now) -> bool:
        """Take the export for handing it over; False when it was fetched already or is too old."""
        ready = self.filter(pk=export.pk, fetched_at=None, expires_at__gt=now)
        return ready.update(fetched_at=now) == 1


class DataExport(models.Model):
    """A person's wish to have what is kept about them, and the file that came of it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="exports")
    language = models.CharField(_("language"), max_length=2)
    asked_at = models.DateTimeField(_("asked"))
    made_at = models.DateTimeField(_("made"), null=True)
    expires_at = models.DateTimeField(_("expires"), null=True)
    fetched_at = models.DateTimeField(_("fetched"), null=True)
    token_digest = models.CharField(max_length=64, blank=True, db_index=True)

    objects = DataExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("data export")
        verbose_name_plural = _("data exports")

    def __str__(self):
        return str(self.key)


class Erasure(models.Model):
    """That a person's data will be erased, when and why; taken back by deleting the row."""

    class Cause(models.TextChoices):
        OWN_WISH = "own_wish", _("own wish")
        INACTIVITY = "inactivity", _("not used for a long time")

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="erasure")
    cause = models.CharField(_("cause"), max_length=20, choices=Cause)
    asked_at = models.DateTimeField(_("asked"))
    due_at = models.DateTimeField(_("due"), db_index=True)
    cancel_digest = models.CharField(max_length=64, db_index=True)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")

    def __str__(self):
        return f"{self.get_cause_display()} {self.due_at:%Y-%m-%d}"
