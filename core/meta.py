"""What search engines, social networks and feed readers are told in the head of a page."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from core.audience import Audience
from core.sharing import SharedPicture, picture_of
from core.structured_data import as_script, breadcrumb_list, organization, website
from core.translation.state import code_of

# How the Open Graph protocol names the languages of the site.
TERRITORIES = {"lv": "lv_LV", "en": "en_GB"}


@dataclass(frozen=True)
class Alternate:
    """The absolute address of a page in a language; `x-default` is for all other languages."""

    code: str
    url: str


@dataclass(frozen=True)
class FeedLink:
    """A feed that a reader of the page may want to follow."""

    title: str
    url: str


@dataclass
class Meta:
    """What is said of a page that everybody may find, beside its description and address."""

    title: str
    locale: str
    other_locales: list[str] = field(default_factory=list)
    alternates: list[Alternate] = field(default_factory=list)
    picture: SharedPicture | None = None
    published_at: str = ""
    data: SafeString = SafeString()


_feed_finders: list[Callable] = []


def register_feeds(find: Callable):
    """Have `find(visit, page)` asked which feeds to offer; the page is None where there is none."""
    if find not in _feed_finders:
        _feed_finders.append(find)


def feeds_for(visit, page) -> list[FeedLink]:
    """The feeds that the head of the page offers."""
    return [feed for find in _feed_finders for feed in find(visit, page)]


def describe_page(page, shell, visit):
    """Put into the shell what is said of the page; nothing when it is not for everybody."""
    if page.audience != Audience.EVERYONE:
        return
    others = [other for other in page.counterparts if _is_open(other, visit.now)]
    addresses = {code_of(other.locale_id): other.url_path for other in others}
    shell.meta = meta = _meta(page.seo_title or page.title, page.url_path, addresses)
    meta.picture = picture_of(page, visit, shell.site)
    pieces = [*_place_of(shell), *page.structured_data(shell)]
    dates = [piece["datePublished"] for piece in pieces if "datePublished" in piece]
    meta.published_at = next(iter(dates), "")
    meta.data = as_script(pieces)


def describe_address(shell, addresses: dict[str, str], pieces=()):
    """Put into the shell what is said of an address without a page, and of its counterparts."""
    shell.meta = _meta(shell.title, shell.address, addresses)
    shell.meta.data = as_script([*_place_of(shell), *pieces])


def _place_of(shell) -> list[dict]:
    """Where in the site the page is; the front page tells of the site itself."""
    if shell.breadcrumbs:
        return [breadcrumb_list(shell)]
    return [organization(shell.site), website(shell)]


def _meta(title: str, address: str, others: dict[str, str]) -> Meta:
    own = get_language()
    addresses = {own: address, **others}
    codes = [code for code, _name in settings.LANGUAGES if code in addresses]
    alternates = [Alternate(code, settings.SITE_URL + addresses[code]) for code in codes]
    default = Alternate("x-default", alternates[0].url)
    return Meta(
        title,
        TERRITORIES[own],
        [TERRITORIES[code] for code in codes if code != own],
        [*alternates, default],
    )


def _is_open(page, now) -> bool:
    is_over = page.expire_at and page.expire_at <= now
    return page.live and page.audience == Audience.EVERYONE and not is_over
