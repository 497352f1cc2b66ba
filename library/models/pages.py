"""The library and its resources, which editors write as pages."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from communities.models import CommunityPage
from core.blocks import BodyBlock
from core.blocks.video import VideoBlock
from core.models import BasePage
from core.models.pages import HubPageQuerySet
from core.visit import visit_of
from library.models.facets import FacetValue
from library.models.kinds import ResourceKind
from library.models.panels import FACET_PANELS, RESOURCE_PANELS
from library.models.parts import Language
from library.models.topics import ResourceTopic
from library.page_form import ResourcePageForm


class LibraryPage(BasePage):
    """The library: everything that helps communities, below one page."""

    page_description = _("The library of resources; there is one.")
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["library.ResourcePage", "library.CollectionPage"]
    content_panels = [*BasePage.content_panels, *FACET_PANELS]

    class Meta:
        verbose_name = _("library")
        verbose_name_plural = _("libraries")

    def get_context(self, request, *args, **kwargs):
        from library.finding import library_context

        context = super().get_context(request, *args, **kwargs)
        return context | library_context(self, request, visit_of(request))


class ResourcePageQuerySet(HubPageQuerySet):
    def for_rows(self):
        """With what the rows of a list show."""
        shown = ("kind", "year", "author", "audience", "translation_key", "sort_key")
        return self.for_cards(*shown).select_related("kind")


class ResourcePage(BasePage):
    """Something that helps: a guide, a template, a law, with its files and links."""

    class Level(models.TextChoices):
        __empty__ = _("For everybody")
        BEGINNER = "beginner", _("For beginners")
        PRACTISED = "practised", _("For those with experience")

    class Licence(models.TextChoices):
        __empty__ = _("Not said")
        CC0 = "cc0", _("Free for any use (CC0)")
        BY = "cc-by", _("Free, name the author (CC BY)")
        BY_SA = "cc-by-sa", _("Free, name the author and share alike (CC BY-SA)")
        BY_NC = "cc-by-nc", _("Free where nothing is earned, name the author (CC BY-NC)")
        OFFICIAL = "official", _("Official document, not under copyright")
        OWN_USE = "own-use", _("For use in the communities; ask the author for more")

    kind = models.ForeignKey(
        ResourceKind,
        verbose_name=_("kind"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    level = models.CharField(_("level"), max_length=10, choices=Level, blank=True)
    body = StreamField(
        BodyBlock(),
        verbose_name=_("text"),
        blank=True,
        help_text=_("Text on the page is read on every telephone; a file is only for printing."),
    )
    video = StreamField([("video", VideoBlock())], verbose_name=_("video"), max_num=1, blank=True)
    topics = ClusterTaggableManager(
        verbose_name=_("topics"), through=ResourceTopic, blank=True, related_name="+"
    )
    author = models.CharField(
        _("author"), max_length=150, blank=True, help_text=_("The organisation that made it.")
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1900), MaxValueValidator(2100)],
    )
    language = models.CharField(
        _("language"), max_length=5, choices=Language, default=Language.LATVIAN
    )
    licence = models.CharField(_("licence"), max_length=10, choices=Licence, blank=True)
    communities = ParentalManyToManyField(
        CommunityPage,
        verbose_name=_("communities it comes from"),
        related_name="+",
        blank=True,
    )
    marks = ParentalManyToManyField(
        FacetValue, verbose_name=_("in our own ways of sorting"), related_name="+", blank=True
    )
    review_date = models.DateField(
        _("look it through by"),
        null=True,
        blank=True,
        help_text=_("From this day on whoever made the page is asked whether it still holds."),
    )

    objects = PageManager.from_queryset(ResourcePageQuerySet)()

    base_form_class = ResourcePageForm

    page_description = _("A guide, a template, a law or whatever else helps, with its files.")
    parent_page_types = ["library.LibraryPage"]
    subpage_types: list[str] = []

    content_panels = [*BasePage.content_panels, *RESOURCE_PANELS]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(
            SynchronizedField(name, overridable=False)
            for name in ("kind", "level", "year", "licence", "communities", "marks")
        ),
        *(SynchronizedField(name) for name in ("author", "language", "video", "review_date")),
    ]

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")

    @cached_property
    def shared_files(self) -> list:
        """The files as readers see them, in their order."""
        from library.files import files_of

        return files_of(self)

    @cached_property
    def shared_links(self) -> list:
        """The addresses elsewhere, in their order."""
        return list(self.links.all())

    @cached_property
    def shared_topics(self) -> list:
        """What it is about."""
        return list(self.topics.all())

    def get_context(self, request, *args, **kwargs):
        from library.resource import resource_context
        from library.use.shown import use_context

        context = super().get_context(request, *args, **kwargs)
        visit = visit_of(request)
        return context | resource_context(self, visit) | use_context(self, visit, request.user)

    def structured_data(self, shell):
        from library.structured_data import resource

        return [resource(self, shell)]
