from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Who may read a page, from the widest circle to the narrowest."""

    EVERYONE = "everyone", _("Everyone")
    SIGNED_IN = "signed_in", _("People who have signed in")
    LEADERS = "leaders", _("Community leaders and editors")

    @classmethod
    def narrowest(cls, *audiences: str) -> str:
        """The narrowest of the given circles."""
        return max(audiences, key=cls.values.index)

    @classmethod
    def wider_than(cls, audience: str) -> list[str]:
        """The circles that let in more people than the given one."""
        return cls.values[: cls.values.index(audience)]

    @classmethod
    def open_to(cls, user) -> list[str]:
        """The circles that the person belongs to."""
        if user is None or not user.is_authenticated:
            return [cls.EVERYONE]
        if user.has_perm("wagtailadmin.access_admin"):
            return list(cls)
        return [cls.EVERYONE, cls.SIGNED_IN]
