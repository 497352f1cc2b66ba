"""Invitations to a role, sent to one address each."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.models.roles import CommunityRole

GOOD_FOR = timedelta(days=14)


class InvitationQuerySet(models.QuerySet):
    def waiting(self, now):
        """Those that can still be accepted."""
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=now)


class Invitation(models.Model):
    """A role offered to whoever reads the letters of one address; good once, for fourteen days."""

    class Kind(models.TextChoices):
        LEADER = "leader", _("Leader")
        HELPER = "helper", _("Helper")
        EDITOR = "editor", _("Editor")
        ADMINISTRATOR = "administrator", _("Administrator")

    kind = models.CharField(_("role"), max_length=15, choices=Kind)
    # Empty for the roles of the whole municipality.
    community_key = models.UUIDField(null=True, db_index=True)
    address = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language of the letter"), max_length=2, default="lv")
    # The letter alone knows the token itself.
    token_digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    # The leader who steps back when this is accepted.
    successor_of = models.ForeignKey(
        CommunityRole, null=True, on_delete=models.SET_NULL, related_name="successions"
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["leader", "helper"], community_key__isnull=False)
                | Q(kind__in=["editor", "administrator"], community_key__isnull=True),
                name="communities_invitation_has_its_place",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.pk}"

    def is_waiting(self, now) -> bool:
        """Whether it can still be accepted."""
        return not self.accepted_at and not self.withdrawn_at and self.expires_at > now
