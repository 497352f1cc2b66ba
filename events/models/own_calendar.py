"""The calendar that a person follows in a program of their own."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _


class OwnCalendar(models.Model):
    """A secret address, and the communities whose events stand there beside one's sign-ups.

    The word in the address follows from `key` and the site's secret; its digest alone is kept.
    """

    person = models.OneToOneField(
        "members.User", on_delete=models.CASCADE, related_name="own_calendar"
    )
    key = models.UUIDField(default=uuid4, editable=False)
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    community_keys = models.JSONField(_("communities"), default=list, blank=True)
    made_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("calendar of one’s own")
        verbose_name_plural = _("calendars of one’s own")
        default_permissions = ()

    def __str__(self):
        return f"{self.pk}"
