"""What leaders miss in the library, until it is answered."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

REQUEST_LETTERS, ANSWER_LETTERS = 600, 500


class ResourceRequest(models.Model):
    """A resource that somebody asks for, and what came of it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits")
        ANSWERED = "answered", _("answered")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(_("what you miss"), max_length=REQUEST_LETTERS)
    asked_at = models.DateTimeField(_("asked"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    # The resource that answers it, if any does; else the words do.
    answer_key = models.UUIDField(null=True)
    answer = models.CharField(_("answer"), max_length=ANSWER_LETTERS, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True)

    class Meta:
        verbose_name = _("request for a resource")
        verbose_name_plural = _("requests for resources")
        default_permissions = ()
        indexes = [models.Index(fields=["state", "asked_at"], name="library_request_waiting")]

    def __str__(self):
        return self.text
