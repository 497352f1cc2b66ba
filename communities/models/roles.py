"""Who may do what for which community, and what a community has in the backstage."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection


class CommunityRole(models.Model):
    """A person's part in one community; both languages of the community share it."""

    class Kind(models.TextChoices):
        LEADER = "leader", _("Leader")
        HELPER = "helper", _("Helper")

    community_key = models.UUIDField(db_index=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="community_roles"
    )
    kind = models.CharField(_("role"), max_length=10, choices=Kind)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("role in a community")
        verbose_name_plural = _("roles in communities")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["community_key", "person"], name="communities_one_role_per_person"
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.community_key}"


class CommunityRights(models.Model):
    """What a community has in the backstage: leaders' group, files, trust.

    The group and the collection are made by `communities.provisioning`; either may be missing for
    a while after somebody deleted it by hand.
    """

    community_key = models.UUIDField(unique=True)
    group = models.OneToOneField(
        Group, null=True, on_delete=models.SET_NULL, related_name="community_rights"
    )
    collection = models.OneToOneField(
        Collection, null=True, on_delete=models.SET_NULL, related_name="community_rights"
    )
    is_trusted = models.BooleanField(_("publishes without approval"), default=False)
    # Whether somebody led it when it was last looked at; who goes away by whichever door is missed.
    is_led = models.BooleanField(default=False)
    # Since when nobody leads it; None while somebody does, and before anybody ever has.
    leaderless_since = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("rights of a community")
        verbose_name_plural = _("rights of communities")
        default_permissions = ()

    def __str__(self):
        return str(self.community_key)
