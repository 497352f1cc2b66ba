"""Everything for one task in order: pages of editors that gather resources."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.blocks import BodyBlock
from core.models import BasePage
from core.visit import visit_of

MOST_ITEMS = 40


class CollectionPage(BasePage):
    """A bag for one task: resources in their order, with a sentence for each."""

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    page_description = _("Everything for one task in order, from the resources of the library.")
    parent_page_types = ["library.LibraryPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        InlinePanel("items", heading=_("What is in it"), label=_("resource"), max_num=MOST_ITEMS),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("collection")
        verbose_name_plural = _("collections")

    def get_context(self, request, *args, **kwargs):
        from library.collections.collection import collection_context

        context = super().get_context(request, *args, **kwargs)
        return context | collection_context(self, visit_of(request))


class CollectionItem(TranslatableMixin, Orderable):
    """A resource in a collection; in every language it is the one of that language."""

    page = ParentalKey(CollectionPage, on_delete=models.CASCADE, related_name="items")
    resource = models.ForeignKey(
        "library.ResourcePage",
        verbose_name=_("resource"),
        on_delete=models.CASCADE,
        related_name="collected",
    )
    sentence = models.TextField(
        _("what it is for here"),
        max_length=300,
        blank=True,
        help_text=_("One sentence."),
    )

    panels = [PageChooserPanel("resource", "library.ResourcePage"), FieldPanel("sentence")]
    override_translatable_fields = [SynchronizedField("resource", overridable=False)]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("resource in a collection")
        verbose_name_plural = _("resources in a collection")

    def __str__(self):
        return self.resource.title
