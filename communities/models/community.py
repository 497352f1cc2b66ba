from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from communities.models.news import ArticlePage, latest_news
from core.blocks import BodyBlock
from core.models import BasePage
from core.visit import shared_fact, visit_of

NEWS_SHOWN = 6


class CommunitiesIndexPage(BasePage):
    """The list of all communities."""

    page_description = _("The list of all communities; there is one.")
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["communities.CommunityPage"]

    class Meta:
        verbose_name = _("communities page")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["communities"] = community_cards(visit_of(request), self.locale_id)
        return context


class CommunityPage(BasePage):
    """A community: a parish or the town, with its facts, its neighbours and its news."""

    class Kind(models.TextChoices):
        PARISH = "parish", _("Parish")
        TOWN = "town", _("Town")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PARISH)
    genitive = models.CharField(
        _("name in the genitive"),
        max_length=100,
        help_text=_("Whose? For example: Tirzas pagasta."),
    )
    locative = models.CharField(
        _("name in the locative"),
        max_length=100,
        help_text=_("Where? For example: Tirzas pagastā."),
    )
    centre = models.CharField(
        _("centre"), max_length=100, blank=True, help_text=_("The village that is its centre.")
    )
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
    neighbours = ParentalManyToManyField(
        "self",
        symmetrical=False,
        related_name="reverse_neighbours",
        blank=True,
        verbose_name=_("neighbours"),
        help_text=_("Saying it on one side is enough."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    page_description = _("One community: its page is the home of everything it publishes.")
    parent_page_types = ["communities.CommunitiesIndexPage"]
    subpage_types = ["communities.ArticlePage"]

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldRowPanel([FieldPanel("genitive"), FieldPanel("locative")]),
            ],
            heading=_("Name"),
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("centre"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading=_("Centre"),
        ),
        InlinePanel("facts", heading=_("Facts"), label=_("fact")),
        FieldPanel("neighbours"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("summary")]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("slug"),
        # The cases are of the Latvian name; English has none.
        SynchronizedField("genitive"),
        SynchronizedField("locative"),
    ]

    class Meta:
        verbose_name = _("community page")
        verbose_name_plural = _("community pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        visit = visit_of(request)
        context["news"] = latest_news(ArticlePage.objects.child_of(self).seen_in(visit), NEWS_SHOWN)
        cards = community_cards(visit, self.locale_id)
        context["neighbours"] = [card for card in cards if self.translation_key in card.neighbours]
        return context

    @cached_property
    def fact_list(self):
        """The facts in their order, read once."""
        return list(self.facts.all())


@dataclass(frozen=True)
class CommunityCard:
    """What is shown of a community away from its page; neighbours by their translation keys."""

    key: UUID
    title: str
    summary: str
    url_path: str
    latitude: float | None
    longitude: float | None
    neighbours: frozenset[UUID]


@shared_fact
def community_cards(visit, locale_id: int) -> tuple[CommunityCard, ...]:
    """All communities of a language that the visitor may see, in alphabetical order."""
    neighbours = _neighbours()
    pages = CommunityPage.objects.filter(locale_id=locale_id).seen_in(visit)
    columns = ("translation_key", "title", "summary", "url_path", "latitude", "longitude")
    rows = pages.order_by("sort_key", "pk").values_list(*columns)
    return tuple(CommunityCard(*row, frozenset(neighbours[row[0]])) for row in rows)


def _neighbours() -> dict[UUID, set[UUID]]:
    """Who are neighbours: to say it on one side, in one language, is enough."""
    said = CommunityPage.neighbours.through.objects.values_list(
        "from_communitypage__translation_key", "to_communitypage__translation_key"
    )
    neighbours = defaultdict(set)
    for one, other in said:
        neighbours[one].add(other)
        neighbours[other].add(one)
    return neighbours


class CommunityFact(TranslatableMixin, Orderable):
    """A figure about a community, with the day it is of and where it comes from."""

    page = ParentalKey(CommunityPage, on_delete=models.CASCADE, related_name="facts")
    label = models.CharField(_("what"), max_length=100)
    value = models.CharField(_("value"), max_length=100, help_text=_("With its unit."))
    as_of = models.CharField(
        _("as of"), max_length=60, blank=True, help_text=_("The year or the day it is true of.")
    )
    source_url = models.URLField(_("source"), max_length=500, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("label"), FieldPanel("value")]),
        FieldRowPanel([FieldPanel("as_of"), FieldPanel("source_url")]),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("fact")
        verbose_name_plural = _("facts")

    def __str__(self):
        return f"{self.label}: {self.value}"
