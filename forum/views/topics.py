"""Reading a topic: its pages, and the ways to a post of it."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe

from core import page_cache
from core.audience import Audience
from core.shell import shell_below
from core.visit import visit_of
from forum.access import post_for, topic_for
from forum.addresses import address_of_talk
from forum.listing import tag_names, wish_of
from forum.models import Topic
from forum.own_feeds import feed_of_topic
from forum.shown import Frame, read_number, talk
from forum.structured_data import discussion
from forum.views.signing_in import or_sign_in


@require_safe
@or_sign_in
def topic_detail(request, pk: int, slug: str):
    """A page of a topic of the forum."""
    visit = visit_of(request)
    topic = topic_for(request.user, pk, visit.now)
    if topic.kind != Topic.Kind.FORUM:
        return redirect(address_of_talk(topic))
    # A topic that was merged into another has that one's address.
    if (pk, slug) != (topic.pk, topic.slug):
        return redirect(topic, permanent=False)
    frame = Frame(reverse("forum:post-create", args=[topic.pk]), topic.takes_posts)
    shown = talk(topic, _page_asked(request, topic), request.user, visit, frame)
    shell = _shell(request, topic, shown)
    context = {
        "shell": shell,
        "topic": topic,
        "talk": shown,
        "section": topic.place,
        "following": wish_of(request.user, topic.key),
        "tags": tag_names(visit, [topic.pk])[0],
    }
    response = render(request, "forum/topic_detail.html", context)
    is_open = topic.place.audience == Audience.EVERYONE and topic.state == Topic.State.SHOWN
    if is_open and not request.user.is_authenticated:
        return page_cache.offer(response, until=visit.state.ends_at)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _page_asked(request, topic) -> int:
    asked = request.GET.get("page", "1")
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 8 and int(asked)):
        raise Http404
    if int(asked) > topic.page_count:
        raise Http404
    return int(asked)


def _shell(request, topic, shown):
    addresses = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            addresses[code] = topic.get_absolute_url()
    shell = shell_below(
        request,
        topic.place,
        title=topic.title,
        address=topic.get_absolute_url(),
        addresses=addresses,
        about=lambda shell: [discussion(topic, shown)],
    )
    shell.number = shown.page
    shell.description = next((each.excerpt for each in shown.pieces if each.number == 1), "")
    shell.feeds = [*shell.feeds, feed_of_topic(topic)]
    return shell


@require_safe
@or_sign_in
def topic_unread(request, pk: int):
    """On to the first post that the person has not read, else to the newest."""
    topic = topic_for(request.user, pk, timezone.now())
    read = read_number(topic, request.user)
    rest = topic.posts.shown().filter(number__gt=read).order_by("number")
    chosen = rest.first() if read else None
    chosen = chosen or topic.posts.shown().order_by("-number").first()
    if chosen is None:
        return redirect(address_of_talk(topic))
    return redirect(address_of_talk(topic, chosen.number, chosen.pk))


@require_safe
@or_sign_in
def post_detail(request, pk: int):
    """On to where the post stands, on whichever page that is by now."""
    post = post_for(request.user, pk, timezone.now())
    return redirect(address_of_talk(post.topic, post.number or 1, post.pk))
