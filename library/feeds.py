"""New resources for feed readers, in each language (RSS 2.0, Atom)."""

from uuid import uuid5

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.html import escape
from django.utils.http import http_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from communities.feeds import KINDS, writable
from core import page_cache
from core.audience import Audience
from core.meta import FeedLink
from core.shell import frame_of
from core.visit import visit_of
from library.models import LibraryPage, ResourcePage

SHOWN = 20


@require_safe
def new_resources(request, kind: str):
    """The newest resources that everybody may read."""
    visit, language = visit_of(request), get_language()
    everybodys = LibraryPage.objects.filter(locale__language_code=language)
    library = everybodys.open_to([Audience.EVERYONE], visit.now).order_by("pk").first()
    if library is None:
        raise Http404
    feed = _begin(library, frame_of(visit, language).site, kind, visit.now)
    pages = ResourcePage.objects.child_of(library).open_to([Audience.EVERYONE], visit.now)
    for page in pages.select_related("kind").order_by("-first_published_at", "-pk")[:SHOWN]:
        feed.add_item(**_item(page, language))
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    response.headers["Cache-Control"] = "public, max-age=600"
    response.headers["Last-Modified"] = http_date(feed.latest_post_date().timestamp())
    return page_cache.offer(response, until=visit.state.ends_at)


def feed_links(visit, page) -> list[FeedLink]:
    """The feed that the pages of the library offer."""
    if not isinstance(page, LibraryPage | ResourcePage) or page.audience != Audience.EVERYONE:
        return []
    site = frame_of(visit, get_language()).site
    return [FeedLink(_title(site), _address("rss"))]


def _title(site) -> str:
    return _("%(name)s: new resources") % {"name": site.name}


def _address(kind: str) -> str:
    return settings.SITE_URL + reverse("library:new-resources", args=[kind])


def _begin(library, site, kind: str, now):
    about = library.summary or library.title
    return KINDS[kind](
        title=writable(_title(site)),
        link=settings.SITE_URL + library.url_path,
        description=writable(about),
        subtitle=writable(about),
        language=get_language(),
        author_name=writable(site.name),
        feed_url=_address(kind),
        began_at=library.last_published_at or now,
    )


def _item(page: ResourcePage, language: str) -> dict:
    return {
        "title": writable(page.title),
        "link": settings.SITE_URL + page.url_path,
        # Readers take it for HTML.
        "description": escape(writable(page.summary)) or None,
        "pubdate": page.first_published_at,
        "updateddate": page.last_published_at,
        # The same for ever, wherever the site or the page moves.
        "unique_id": uuid5(page.translation_key, language).urn,
        "unique_id_is_permalink": False,
        "categories": [writable(page.kind.name)] if page.kind else [],
    }
