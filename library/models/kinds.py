"""What kinds of resources there are; editors write the list."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Named(models.Model):
    """Something of a list that editors write, with its name in both languages."""

    name_lv = models.CharField(_("name in Latvian"), max_length=60)
    name_en = models.CharField(_("name in English"), max_length=60)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The name in the active language."""
        return self.name_en if get_language() == "en" else self.name_lv


class ResourceKind(Named):
    """A kind of resources, such as a guide or a template."""

    slug = models.SlugField(
        _("short name in addresses"),
        unique=True,
        help_text=_("Latin letters and hyphens; it stays when the name changes."),
    )
    is_used = models.BooleanField(_("in use"), default=True)

    class Meta(Named.Meta):
        verbose_name = _("kind of resources")
        verbose_name_plural = _("kinds of resources")
