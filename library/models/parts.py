"""The rows of a resource's page: files, links, and other resources that go with it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField


class Language(models.TextChoices):
    """What a resource is written in."""

    LATVIAN = "lv", _("Latvian")
    ENGLISH = "en", _("English")
    OTHER = "other", _("Another language")


class ResourceFile(TranslatableMixin, Orderable):
    """A file of a resource; how long and how large it is, is read from the file."""

    page = ParentalKey("library.ResourcePage", on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        "core.HubDocument",
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    title = models.CharField(
        _("title on the page"),
        max_length=200,
        blank=True,
        help_text=_("Leave empty to take over the title of the document."),
    )
    language = models.CharField(
        _("language"), max_length=5, choices=Language, default=Language.LATVIAN
    )

    panels = [FieldPanel("document"), FieldRowPanel([FieldPanel("title"), FieldPanel("language")])]
    override_translatable_fields = [
        SynchronizedField("document", overridable=False),
        SynchronizedField("language", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """What the file is called on the page."""
        return self.title or self.document.title


class ResourceLink(TranslatableMixin, Orderable):
    """An address elsewhere that belongs to a resource."""

    page = ParentalKey("library.ResourcePage", on_delete=models.CASCADE, related_name="links")
    title = models.CharField(_("title"), max_length=200)
    url = models.URLField(_("address"), max_length=500)

    panels = [FieldRowPanel([FieldPanel("title"), FieldPanel("url")])]
    override_translatable_fields = [SynchronizedField("url")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self):
        return self.title


class RelatedResource(Orderable):
    """Another resource that goes with this one; chosen on the Latvian page for all languages."""

    page = ParentalKey("library.ResourcePage", on_delete=models.CASCADE, related_name="related")
    resource = models.ForeignKey(
        "library.ResourcePage",
        verbose_name=_("resource"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [PageChooserPanel("resource", "library.ResourcePage")]

    class Meta(Orderable.Meta):
        verbose_name = _("resource that goes with it")
        verbose_name_plural = _("resources that go with it")

    def __str__(self):
        return self.resource.title
