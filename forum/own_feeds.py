"""Feeds of a section's topics and of a topic's posts (Atom, RFC 4287)."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.http import http_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from communities.feeds import writable
from core import page_cache
from core.access import SignInNeeded
from core.audience import Audience
from core.meta import FeedLink
from core.visit import visit_of
from forum.access import section_for, topic_for
from forum.listing import with_rows
from forum.models import Topic
from forum.writing import excerpt

SHOWN = 30
EXCERPT_LETTERS = 600


class TalkFeed(Atom1Feed):
    """What was said, the newest first."""

    def latest_post_date(self):
        """When something was last said."""
        dates = (item["updateddate"] for item in self.items)
        return max(dates, default=self.feed["began_at"])


def feed_of_topic(topic) -> FeedLink:
    """Where the feed of a topic is."""
    return FeedLink(topic.title, settings.SITE_URL + reverse("forum:topic-feed", args=[topic.pk]))


def feeds_of_section(page) -> list[FeedLink]:
    """The feed of a section that everybody may read; none of any other."""
    if page.audience != Audience.EVERYONE:
        return []
    address = reverse("forum:section-feed", args=[page.translation_key])
    return [FeedLink(page.title, settings.SITE_URL + address)]


@require_safe
def topic_feed(request, pk: int):
    """The newest posts of a topic that everybody may read."""
    visit = visit_of(request)
    try:
        topic = topic_for(AnonymousUser(), pk, visit.now)
    except SignInNeeded:
        raise Http404 from None
    title = topic.title or topic.place.title
    address = topic.get_absolute_url() if topic.kind == Topic.Kind.FORUM else topic.place.url_path
    feed = _begin(title, address, "forum:topic-feed", topic.pk, topic.created_at)
    posts = topic.posts.shown().select_related("author").order_by("-number")[:SHOWN]
    for post in posts:
        words = _("%(name)s in “%(title)s”") % {"name": post.author_name, "title": title}
        way = reverse("forum:post-detail", args=[post.pk])
        _add(feed, words, way, excerpt(post.html, EXCERPT_LETTERS), post.shown_at, post.edited_at)
    return _answer(feed, visit)


@require_safe
def section_feed(request, key):
    """The topics of a section that everybody may read, those with the newest posts first."""
    visit = visit_of(request)
    try:
        section = section_for(AnonymousUser(), key, visit.now)
    except SignInNeeded:
        raise Http404 from None
    began_at = section.first_published_at or visit.now
    feed = _begin(section.title, section.url_path, "forum:section-feed", key, began_at)
    topics = Topic.objects.in_forum().shown().filter(place_key=key).listed()
    for topic in with_rows(topics).order_by("-last_post_at", "-pk")[:SHOWN]:
        said = excerpt(topic.last_post.html, EXCERPT_LETTERS) if topic.last_post else ""
        way = topic.get_absolute_url()
        _add(feed, topic.title, way, said, topic.created_at, topic.last_post_at)
    return _answer(feed, visit)


def _begin(title: str, address: str, name: str, key, began_at) -> TalkFeed:
    return TalkFeed(
        title=writable(title),
        link=settings.SITE_URL + address,
        description="",
        language=get_language(),
        feed_url=settings.SITE_URL + reverse(name, args=[key]),
        began_at=began_at,
    )


def _add(feed, title: str, way: str, words: str, made_at, changed_at):
    feed.add_item(
        title=writable(title),
        link=settings.SITE_URL + way,
        # Readers take it for HTML.
        description=escape(writable(words)),
        pubdate=made_at,
        updateddate=changed_at or made_at,
    )


def _answer(feed, visit) -> HttpResponse:
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    response.headers["Cache-Control"] = "public, max-age=600"
    response.headers["Last-Modified"] = http_date(feed.latest_post_date().timestamp())
    return page_cache.offer(response, until=visit.state.ends_at)
