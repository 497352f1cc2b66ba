"""What the head of a page says of the community that the page belongs to."""

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from communities.models.cards import card_at
from core.meta import FeedLink
from core.models import Audience
from core.sharing import Place
from core.shell import frame_of


def place_of(visit, page) -> Place | None:
    """The community that the page is, or lies below."""
    card = card_at(visit, page.locale_id, page.path or "")
    return Place(card.title, card.belt) if card else None


def feed_links(visit, page) -> list[FeedLink]:
    """The feeds that a page offers: that of the site, and that of the page's community."""
    site = frame_of(visit, get_language()).site
    links = [FeedLink(feed_title(site.name), feed_address(f"/{get_language()}/", "rss"))]
    is_open = page is not None and page.audience == Audience.EVERYONE
    card = card_at(visit, page.locale_id, page.path or "") if is_open else None
    if card:
        links.append(FeedLink(feed_title(card.title), feed_address(card.url_path, "rss")))
    return links


def feed_title(name: str) -> str:
    """What the news of the site or of a community are called in a feed reader."""
    return _("%(name)s: news") % {"name": name}


def feed_address(url_path: str, kind: str) -> str:
    """Where the feed of the front page or community at the address is; kind is rss or atom."""
    return f"{settings.SITE_URL}{url_path}{kind}.xml"
