from django.core.paginator import Paginator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from core.blocks import BodyBlock
from core.models import BasePage
from core.visit import visit_of

NEWS_PER_PAGE = 20


def latest_news(articles, limit: int) -> list["ArticlePage"]:
    """The newest of the given articles, each with its picture."""
    return list(as_cards(articles).order_by("-date", "-pk")[:limit])


def as_cards(articles):
    """The articles as a queryset of what their cards show, pictures at all sizes along with it."""
    pictures = articles.for_cards("date", "picture").select_related("picture")
    return pictures.prefetch_related("picture__renditions")


def with_places(articles: list["ArticlePage"]) -> list["ArticlePage"]:
    """The articles, each knowing the title of the page above it; one query for all of them."""
    paths = {article.path[: -article.steplen] for article in articles}
    titles = dict(Page.objects.filter(path__in=paths).values_list("path", "title"))
    for article in articles:
        article.place = titles[article.path[: -article.steplen]]
    return articles


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
        articles = ArticlePage.objects.filter(locale_id=self.locale_id).seen_in(visit_of(request))
        newest = as_cards(articles).order_by("-date", "-pk")
        page = Paginator(newest, NEWS_PER_PAGE).get_page(request.GET.get("page"))
        context["articles"] = page
        context["news"] = with_places(list(page.object_list))
        return context


class ArticlePage(BasePage):
    """A piece of news, of one community or of the whole municipality."""

    date = models.DateField(_("date"), default=timezone.localdate)
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
    body = StreamField(BodyBlock(), verbose_name=_("text"))
    source_name = models.CharField(
        _("source"), max_length=150, blank=True, help_text=_("Where the facts come from.")
    )
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)

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
