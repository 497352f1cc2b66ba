"""News for feed readers: of the whole site in a language, and of each community (RSS 2.0, Atom)."""

import re
from datetime import datetime
from uuid import uuid5

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed
from django.utils.html import escape
from django.utils.http import http_date
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from communities.head import feed_address, feed_title
from communities.models import ArticlePage, CommunityPage
from communities.models.news import as_cards, with_communities
from communities.structured_data import noon_of
from core import access, page_cache
from core.models import Audience
from core.sharing import rendition_of
from core.shell import frame_of
from core.translation.state import code_of
from core.visit import visit_of

NEWS_SHOWN = 20
# What an item says beyond what cards show.
COLUMNS = ("date", "picture", "last_published_at", "translation_key", "locale")
# What XML has no way of writing, and what people paste all the same.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class _FeedByChange:
    """A feed changes when one of its items does, whatever day the news are of."""

    def latest_post_date(self) -> datetime:
        changes = (item["updateddate"] for item in self.items)
        return max(changes, default=self.feed["began_at"])


class RssFeed(_FeedByChange, Rss201rev2Feed):
    """News as RSS 2.0."""


class AtomFeed(_FeedByChange, Atom1Feed):
    """News as Atom (RFC 4287)."""


KINDS = {"rss": RssFeed, "atom": AtomFeed}


@require_safe
def news_feed(request, path, kind):
    """The newest news that everybody may read, of the site or of the community at the address."""
    visit = visit_of(request)
    community = _community(visit, f"/{get_language()}/{path}") if path else None
    feed = _begin(frame_of(visit, get_language()).site, community, kind, visit.now)
    for article in _articles(visit, community):
        feed.add_item(**_item(article))
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    response.headers["Cache-Control"] = "public, max-age=600"
    response.headers["Last-Modified"] = http_date(feed.latest_post_date().timestamp())
    return page_cache.offer(response, until=visit.state.ends_at)


def _community(visit, address: str) -> CommunityPage:
    # The slug has an index, the address has none.
    slug = address.rstrip("/").rpartition("/")[2]
    found = CommunityPage.objects.filter(slug=slug, url_path=address).first()
    if found is None:
        raise Http404
    try:
        access.check_page(found, AnonymousUser(), visit.now)
    except access.SignInNeeded:
        raise Http404 from None
    return found


def _articles(visit, community) -> list[ArticlePage]:
    articles = ArticlePage.objects.open_to([Audience.EVERYONE], visit.now)
    if community:
        articles = articles.child_of(community)
    else:
        articles = articles.filter(locale__language_code=get_language())
    newest = as_cards(articles).for_cards(*COLUMNS).order_by("-date", "-pk")[:NEWS_SHOWN]
    found = list(newest)
    return with_communities(found, visit, found[0].locale_id) if found else []


def _begin(site, community, kind: str, now: datetime):
    """The feed without its items."""
    title = feed_title(community.title if community else site.name)
    about = (community.summary if community else site.tagline) or title
    address = community.url_path if community else f"/{get_language()}/"
    return KINDS[kind](
        title=writable(title),
        link=settings.SITE_URL + address,
        description=writable(about),
        subtitle=writable(about),
        language=get_language(),
        author_name=writable(site.name),
        feed_url=feed_address(address, kind),
        began_at=(community.last_published_at if community else None) or now,
    )


def _item(article) -> dict:
    language = code_of(article.locale_id)
    noon = noon_of(article.date)
    return {
        "title": writable(article.title),
        "link": settings.SITE_URL + article.url_path,
        # Readers take it for HTML.
        "description": escape(writable(article.summary)) or None,
        "pubdate": noon,
        "updateddate": timezone.localtime(article.last_published_at or noon),
        # The same for ever, wherever the site or the page moves.
        "unique_id": uuid5(article.translation_key, language).urn,
        "unique_id_is_permalink": False,
        "categories": [writable(article.community.title)] if article.community else [],
        "enclosures": _enclosures(article),
    }


def _enclosures(article) -> list[Enclosure]:
    rendition = rendition_of(article)
    if rendition is None:
        return []
    try:
        size = rendition.file.size
    except OSError:
        return []
    return [Enclosure(settings.SITE_URL + rendition.url, str(size), "image/jpeg")]


def writable(text: str) -> str:
    """The text without what XML cannot write."""
    return UNWRITABLE.sub("", text)
