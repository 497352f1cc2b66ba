from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.core.paginator import Paginator
from django.db import models
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from communities.models.cards import card_at
from communities.structured_data import news_article
from core.blocks import BodyBlock
from core.models import BasePage
from core.models.pages import HubPageQuerySet
from core.models.parts import Pictured
from core.visit import shared_fact, shared_pieces, visit_of

NEWS_PER_PAGE = 20
NEWS_PER_LIST = 6
MORE_SHOWN = 3


def latest_news(articles, limit: int) -> list["ArticlePage"]:
    """The newest of the given articles, each with its picture."""
    return list(as_cards(articles).order_by("-date", "-pk")[:limit])


def as_cards(articles):
    """The articles as a queryset of what their cards show, pictures at all sizes along with it."""
    pictures = articles.for_cards("date", "picture").select_related("picture")
    return pictures.prefetch_related("picture__renditions")


def with_communities(articles: list["ArticlePage"], visit, locale_id) -> list["ArticlePage"]:
    """The articles, each knowing the card of its community; None for the whole municipality."""
    for article in articles:
        article.community = card_at(visit, locale_id, article.path)
    return articles


@dataclass(frozen=True)
class CardStyle:
    """How the cards of a list look: with or without their place, and the level of their titles."""

    shows_places: bool = True
    heading: str = "h3"
    template: str = "communities/news_card.html"


WITH_PLACES = CardStyle()
WITHOUT_PLACES = CardStyle(shows_places=False)
BELOW_TITLE = CardStyle(heading="h2")
AS_ROWS = CardStyle(template="communities/news_row.html")


def latest_cards(visit, locale_id, articles, limit: int, style=WITH_PLACES) -> list[SafeString]:
    """The newest of the given articles of a language that the visitor may see, as cards."""
    newest = articles.seen_in(visit).order_by("-date", "-pk").values_list("pk", flat=True)
    return news_cards(visit, list(newest[:limit]), locale_id, style)


@shared_pieces
def news_cards(visit, keys, locale_id: int, style: CardStyle) -> dict[int, SafeString]:
    """The cards of the articles with these numbers."""
    articles = list(as_cards(ArticlePage.objects.filter(pk__in=keys)))
    return {
        article.pk: render_to_string(style.template, {"article": article, "style": style})
        for article in with_communities(articles, visit, locale_id)
    }


def news_around(
    visit, locale_id: int, cards, limit: int = NEWS_PER_LIST, style=WITH_PLACES
) -> list[SafeString]:
    """The latest of these communities and of the whole municipality, as cards."""
    whole = news_place(visit, locale_id)
    paths = [card.path for card in cards] + ([whole.path] if whole else [])
    return latest_cards(visit, locale_id, ArticlePage.objects.below(paths), limit, style)


@dataclass(frozen=True)
class NewsPlace:
    """Where the news of the whole municipality are: the place in the tree and the address."""

    path: str
    url_path: str


@shared_fact
def news_place(visit, locale_id: int) -> NewsPlace | None:
    """The news page of a language, if the visitor may see it."""
    pages = NewsIndexPage.objects.filter(locale_id=locale_id).seen_in(visit)
    row = pages.order_by("pk").values_list("path", "url_path").first()
    return NewsPlace(*row) if row else None


class NewsIndexPage(BasePage):
    """News of the whole municipality, with the news of all communities beside it."""

    page_description = _("News of the whole municipality and of every community; there is one.")
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["communities.ArticlePage"]

    class Meta:
        verbose_name = _("news page")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        visit = visit_of(request)
        articles = ArticlePage.objects.filter(locale_id=self.locale_id).seen_in(visit)
        newest = articles.order_by("-date", "-pk").values_list("pk", flat=True)
        page = Paginator(newest, NEWS_PER_PAGE).get_page(request.GET.get("page"))
        context["articles"] = page
        context["shell"].number = page.number
        context["news"] = news_cards(visit, list(page), self.locale_id, BELOW_TITLE)
        return context


class ArticlePageQuerySet(HubPageQuerySet):
    def below(self, paths):
        """The articles at any of these places in the tree."""
        anywhere = reduce(or_, (Q(path__startswith=path) for path in paths), Q(pk=None))
        return self.filter(anywhere)


class ArticlePage(Pictured, BasePage):
    """A piece of news, of one community or of the whole municipality."""

    date = models.DateField(_("date"), default=timezone.localdate)
    body = StreamField(BodyBlock(), verbose_name=_("text"))
    source_name = models.CharField(
        _("source"), max_length=150, blank=True, help_text=_("Where the facts come from.")
    )
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)

    objects = PageManager.from_queryset(ArticlePageQuerySet)()

    usually_takes_comments = True

    page_description = _("A piece of news.")
    parent_page_types = ["communities.CommunityPage", "communities.NewsIndexPage"]
    subpage_types: list[str] = []

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("date"),
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Picture")),
        FieldPanel("body"),
        FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_url")], heading=_("Source")),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("news article")
        verbose_name_plural = _("news articles")
        indexes = [models.Index(fields=["-date"], name="communities_article_date")]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        visit = visit_of(request)
        context["community"] = community = card_at(visit, self.locale_id, self.path or "")
        context["belt"] = community.belt if community else ""
        place = community or news_place(visit, self.locale_id)
        beside = ArticlePage.objects.below([place.path] if place else []).exclude(pk=self.pk)
        context["more"] = latest_cards(visit, self.locale_id, beside, MORE_SHOWN, WITHOUT_PLACES)
        return context

    def structured_data(self, shell):
        return [news_article(self, shell)]
