"""By what resources can be chosen: what the library offers, and the editors' own marks."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from library.models.kinds import Named


class Facet(ClusterableModel, Named):
    """A way of their own in which editors sort resources, such as by the size of a project."""

    slug = models.SlugField(
        _("short name in addresses"),
        unique=True,
        help_text=_("Latin letters and hyphens; it stays when the name changes."),
    )

    class Meta(Named.Meta):
        verbose_name = _("way of sorting")
        verbose_name_plural = _("ways of sorting")


class FacetValue(Named):
    """One of the values of such a way, by which resources are marked."""

    facet = ParentalKey(Facet, on_delete=models.CASCADE, related_name="values")
    slug = models.SlugField(_("short name in addresses"))

    panels = [
        FieldRowPanel([FieldPanel("name_lv"), FieldPanel("name_en")]),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("sort_order")]),
    ]

    class Meta(Named.Meta):
        verbose_name = _("value")
        verbose_name_plural = _("values")
        constraints = [
            models.UniqueConstraint(fields=["facet", "slug"], name="library_one_value_per_slug")
        ]

    def __str__(self):
        return f"{self.facet.name}: {self.name}"


class By(models.TextChoices):
    """What every resource can be chosen by, and the editors' own ways."""

    KIND = "kind", _("Kind")
    TOPIC = "topic", _("Topic")
    COMMUNITY = "community", _("Community")
    LEVEL = "level", _("Level")
    LANGUAGE = "language", _("Language")
    YEAR = "year", _("Year")
    FORMAT = "format", _("Format")
    AUDIENCE = "audience", _("Who may read it")
    OWN = "own", _("A way of our own")


class OfferedFacet(TranslatableMixin, Orderable):
    """A way of choosing that the library's page offers, in its order."""

    page = ParentalKey("library.LibraryPage", on_delete=models.CASCADE, related_name="facets")
    by = models.CharField(_("by what"), max_length=10, choices=By)
    own = models.ForeignKey(
        Facet,
        verbose_name=_("which way of our own"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    heading = models.CharField(
        _("heading"), max_length=60, blank=True, help_text=_("Leave empty for the usual one.")
    )

    panels = [FieldRowPanel([FieldPanel("by"), FieldPanel("own")]), FieldPanel("heading")]
    override_translatable_fields = [
        SynchronizedField("by", overridable=False),
        SynchronizedField("own", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("way of choosing")
        verbose_name_plural = _("ways of choosing")

    def __str__(self):
        return self.heading or self.get_by_display()
