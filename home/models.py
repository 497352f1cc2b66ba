from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from communities.models import ArticlePage
from communities.models.cards import community_cards
from communities.models.news import latest_cards, latest_news, news_place
from core.access import pages_open_to
from core.blocks import BodyBlock
from core.models import BasePage
from core.visit import shared_fact, visit_of
from events.calendar.addresses import calendar_address
from events.calendar.listing import coming_events
from forum.listing import forum_address, latest_topics
from home.search.models import PinnedPage as PinnedPage
from home.search.models import SearchedWords as SearchedWords
from home.search.models import Synonyms as Synonyms
from home.statement import AccessibilityStatementPage as AccessibilityStatementPage

NEWS_SHOWN = 6
HIGHLIGHTS_SHOWN = 3


class HomePage(BasePage):
    """The front page of one language."""

    page_description = _("The front page; there is one in each language.")
    max_count_per_parent = 0
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "communities.CommunitiesIndexPage",
        "communities.NewsIndexPage",
        "home.StandardPage",
        "home.AccessibilityStatementPage",
        "forum.ForumPage",
        "events.CalendarPage",
        "library.LibraryPage",
    ]

    class Meta:
        verbose_name = _("front page")

    content_panels = [
        *BasePage.content_panels,
        InlinePanel(
            "highlights",
            heading=_("What matters now"),
            label=_("page"),
            max_num=HIGHLIGHTS_SHOWN,
            help_text=_(
                "Up to three pages, shown first. Without any, the latest news of the whole "
                "municipality stand there. The English front page shows the same in English."
            ),
        ),
    ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        visit, locale_id = visit_of(request), self.locale_id
        highlights = highlights_of(visit, locale_id)
        shown = {page.pk for page in highlights}
        articles = ArticlePage.objects.filter(locale_id=locale_id).exclude(pk__in=shown)
        context["communities"] = community_cards(visit, locale_id)
        context["highlights"] = highlights
        context["news"] = latest_cards(visit, locale_id, articles, NEWS_SHOWN)
        context["news_place"] = news_place(visit, locale_id)
        context["events"] = coming_events(visit, locale_id)
        context["calendar_url"] = calendar_address(visit, locale_id)
        context["topics"] = latest_topics(visit, locale_id)
        context["forum_url"] = forum_address(visit, locale_id)
        return context


class Highlight(Orderable):
    """A page that the front page shows first; chosen once, on the Latvian front page."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="highlights")
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels = [PageChooserPanel("page")]

    class Meta(Orderable.Meta):
        verbose_name = _("page that matters now")
        verbose_name_plural = _("pages that matter now")

    def __str__(self):
        return self.page.title


@shared_fact
def highlights_of(visit, locale_id: int) -> tuple:
    """What matters now: the pages that editors chose, else the latest of the whole municipality."""
    chosen = Highlight.objects.filter(home__locale__language_code="lv")
    keys = list(chosen.order_by("sort_order", "pk").values_list("page__translation_key", flat=True))
    pages = pages_open_to(visit.circles, visit.now).filter(locale_id=locale_id)
    found = list(pages.filter(translation_key__in=keys).specific())
    if found:
        articles = [page for page in found if isinstance(page, ArticlePage)]
        models.prefetch_related_objects(articles, "picture__renditions")
        return tuple(sorted(found, key=lambda page: keys.index(page.translation_key)))
    place = news_place(visit, locale_id)
    articles = ArticlePage.objects.below([place.path] if place else [])
    return tuple(latest_news(articles.seen_in(visit), HIGHLIGHTS_SHOWN))


class StandardPage(BasePage):
    """A page of text, with the pages below it listed at its end."""

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    page_description = _("A page of text, such as a description of a project.")
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        below = StandardPage.objects.child_of(self).seen_in(visit_of(request))
        context["pages_below"] = below.for_cards().order_by("path")
        return context
