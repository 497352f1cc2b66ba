from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


def in_language(owner, name: str) -> str:
    """The owner's `name_<language>` value in the active language, else in Latvian."""
    return getattr(owner, f"{name}_{get_language()}", "") or getattr(owner, f"{name}_lv")


@register_setting(icon="home")
class SiteSettings(BaseSiteSetting):
    """What every page says about the site: its name, its contacts, its footer."""

    name = models.CharField(_("name of the site"), max_length=60, default="Kopā")
    tagline_lv = models.CharField(_("tagline in Latvian"), max_length=120, blank=True)
    tagline_en = models.CharField(_("tagline in English"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    footer_lv = models.TextField(_("footer text in Latvian"), max_length=500, blank=True)
    footer_en = models.TextField(_("footer text in English"), max_length=500, blank=True)

    panels = [
        FieldPanel("name"),
        MultiFieldPanel(
            [FieldPanel("tagline_lv"), FieldPanel("tagline_en")],
            heading=_("Tagline"),
            help_text=_("One line beside the name, at the head of every page."),
        ),
        MultiFieldPanel(
            [FieldPanel("address"), FieldPanel("email"), FieldPanel("phone")],
            heading=_("Contacts"),
        ),
        MultiFieldPanel([FieldPanel("footer_lv"), FieldPanel("footer_en")], heading=_("Footer")),
    ]

    class Meta:
        verbose_name = _("Site name and contacts")

    @property
    def tagline(self) -> str:
        return in_language(self, "tagline")

    @property
    def footer(self) -> str:
        return in_language(self, "footer")
