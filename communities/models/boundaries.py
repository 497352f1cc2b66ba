"""Boundaries of the communities, as editors have uploaded them."""

from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from communities.models.community import CommunityPage
from core.visit import shared_fact

Rings = tuple[tuple[tuple[float, float], ...], ...]


class BoundarySet(models.Model):
    """The outlines of the communities out of one file; the map shows one set, or none.

    Nothing of the file is kept but its numbers: rings of degrees (WGS 84, longitude first) by the
    translation key of each community.
    """

    rings = models.JSONField()
    credit = models.CharField(max_length=200, blank=True)
    is_shown = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("boundaries")
        verbose_name_plural = _("boundaries")
        default_permissions = ("change",)
        constraints = [
            models.UniqueConstraint(
                fields=["is_shown"],
                condition=models.Q(is_shown=True),
                name="communities_one_boundary_set_shown",
            )
        ]

    def __str__(self):
        return str(_("Boundaries on the map"))

    @property
    def outlines(self) -> dict[UUID, Rings]:
        """The rings by translation key, in a form that nobody can change."""
        return {
            UUID(key): tuple(tuple((x, y) for x, y in ring) for ring in rings)
            for key, rings in self.rings.items()
        }


@shared_fact
def shown_boundaries(visit) -> BoundarySet | None:
    """The set that the map shows; with none the communities are dots."""
    return BoundarySet.objects.filter(is_shown=True).first()


def names_of_communities() -> dict[str, UUID]:
    """Every name that a community goes by, in any language, and whose it is."""
    pages = CommunityPage.objects.order_by("path")
    columns = ("translation_key", "title", "short_name", "genitive")
    return {
        name: key for key, *names in pages.values_list(*columns) for name in names if name.strip()
    }
