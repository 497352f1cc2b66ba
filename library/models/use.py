"""How resources are used: how often files are fetched, what helped whom, what is kept for later.

Everything but the files belongs to a resource by its translation key, so both languages share it.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import HubDocument

NOTE_LETTERS, REASON_LETTERS = 600, 500


class FileDownloads(models.Model):
    """How often a file was fetched on one day; by whom is not known."""

    document = models.ForeignKey(HubDocument, on_delete=models.CASCADE, related_name="+")
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("times"), default=0)

    class Meta:
        verbose_name = _("downloads of a file")
        verbose_name_plural = _("downloads of files")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["document", "day"], name="library_one_count_per_file_and_day"
            )
        ]

    def __str__(self):
        return f"{self.document_id} {self.day}: {self.count}"


class HelpfulMark(models.Model):
    """That a resource helped somebody."""

    resource_key = models.UUIDField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    marked_at = models.DateTimeField()

    class Meta:
        verbose_name = _("mark of a helpful resource")
        verbose_name_plural = _("marks of helpful resources")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["resource_key", "person"], name="library_helped_once_per_person"
            )
        ]

    def __str__(self):
        return str(self.resource_key)


class SavedResource(models.Model):
    """A resource that somebody keeps for later."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    resource_key = models.UUIDField()
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("resource kept for later")
        verbose_name_plural = _("resources kept for later")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["person", "resource_key"], name="library_saved_once_per_person"
            )
        ]

    def __str__(self):
        return str(self.resource_key)


class UseNote(models.Model):
    """How a community used a resource, in the words of a leader."""

    resource_key = models.UUIDField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    community_key = models.UUIDField(_("community"))
    text = models.TextField(_("how you used it"), max_length=NOTE_LETTERS)
    written_at = models.DateTimeField(_("written"))
    # Since when readers do not see it any more, and why; its author is told.
    hidden_at = models.DateTimeField(null=True, editable=False)
    hidden_reason = models.CharField(max_length=REASON_LETTERS, blank=True, editable=False)

    class Meta:
        verbose_name = _("note about use")
        verbose_name_plural = _("notes about use")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["resource_key", "person"], name="library_one_note_per_person"
            )
        ]

    def __str__(self):
        return self.text
