"""Fields that several kinds of things have alike."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Placed(models.Model):
    """A point on the map of Latvia: degrees, WGS 84."""

    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(55.6), MaxValueValidator(58.2)],
        help_text=_("Degrees north, WGS 84."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(20.8), MaxValueValidator(28.3)],
        help_text=_("Degrees east, WGS 84."),
    )

    class Meta:
        abstract = True


class Pictured(models.Model):
    """A picture, and what it shows for those who do not see it."""

    picture = models.ForeignKey(
        "core.HubImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    picture_alt = models.CharField(
        _("alternative text"),
        max_length=200,
        blank=True,
        help_text=_("What the picture shows. Leave empty only when it is decoration."),
    )

    class Meta:
        abstract = True
