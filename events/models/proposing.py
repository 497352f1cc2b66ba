"""What residents propose for the calendar, until it is a page or was refused."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

TITLE_LETTERS, LINE_LETTERS, TEXT_LETTERS = 150, 200, 1500


class Proposal(models.Model):
    """An event that somebody would like to see in the calendar, in their own words."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits")
        TAKEN_UP = "taken_up", _("taken up")
        REFUSED = "refused", _("refused")

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # None is the whole municipality.
    community_key = models.UUIDField(_("community"), null=True, blank=True)
    title = models.CharField(_("what takes place"), max_length=TITLE_LETTERS)
    when = models.CharField(_("when, in words"), max_length=LINE_LETTERS)
    where = models.CharField(_("where"), max_length=LINE_LETTERS)
    who = models.CharField(_("who organises it"), max_length=LINE_LETTERS)
    text = models.TextField(_("more about it"), max_length=TEXT_LETTERS, blank=True)
    sent_at = models.DateTimeField(_("sent"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    class Meta:
        verbose_name = _("proposed event")
        verbose_name_plural = _("proposed events")
        default_permissions = ()
        indexes = [models.Index(fields=["state", "sent_at"], name="events_proposal_waiting")]

    def __str__(self):
        return self.title
