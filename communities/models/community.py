from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
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
        context["communities"] = communities_below(self, request.user)
        return context


def communities_below(page, user):
    """The communities below a page that the person may see, in alphabetical order."""
    communities = CommunityPage.objects.descendant_of(page).visible_to(user, timezone.now())
    return communities.order_by("sort_key", "pk")


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
        now = timezone.now()
        news = ArticlePage.objects.child_of(self).visible_to(request.user, now)
        context["news"] = latest_news(news, NEWS_SHOWN)
        context["neighbours"] = self.neighbours_visible_to(request.user, now)
        return context

    def neighbours_visible_to(self, user, now):
        """The neighbouring communities in the page's own language, in alphabetical order."""
        keys = [page.translation_key for page in [self, *self.counterparts]]
        of_this = Q(reverse_neighbours__translation_key__in=keys)
        to_this = Q(neighbours__translation_key__in=keys)
        named = CommunityPage.objects.filter(of_this | to_this).values("translation_key")
        pages = CommunityPage.objects.filter(translation_key__in=named, locale_id=self.locale_id)
        return pages.exclude(pk=self.pk).visible_to(user, now).order_by("sort_key", "pk")

    @cached_property
    def fact_list(self):
        """The facts in their order, read once."""
        return list(self.facts.all())


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
