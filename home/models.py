from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from communities.models import ArticlePage, NewsIndexPage
from communities.models.community import community_cards
from communities.models.news import latest_news, with_places
from core.blocks import BodyBlock
from core.models import BasePage
from core.visit import shared_fact, visit_of

NEWS_SHOWN = 6


class HomePage(BasePage):
    """The front page of one language."""

    page_description = _("The front page; there is one in each language.")
    max_count_per_parent = 0
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "communities.CommunitiesIndexPage",
        "communities.NewsIndexPage",
        "home.StandardPage",
    ]

    class Meta:
        verbose_name = _("front page")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.objects.filter(locale_id=self.locale_id)
        visit = visit_of(request)
        context["communities"] = community_cards(visit, self.locale_id)
        context["news"] = with_places(latest_news(articles.seen_in(visit), NEWS_SHOWN))
        context["news_index"] = news_index_address(visit, self.locale_id)
        return context


@shared_fact
def news_index_address(visit, locale_id: int) -> str | None:
    """Where all news of a language are, if the visitor may see them."""
    pages = NewsIndexPage.objects.filter(locale_id=locale_id).seen_in(visit)
    return pages.values_list("url_path", flat=True).first()


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
