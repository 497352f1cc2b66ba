"""Reading a topic: its pages, and the ways to a post of it."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from core import errors, page_cache
from core.access import SignInNeeded
from core.audience import Audience
from core.shell import shell_below
from core.visit import visit_of
from forum import actions
from forum.access import page_with_key, post_for, topic_by_key, topic_for
from forum.listing import wish_of
from forum.models import Following, Topic
from forum.own_feeds import feed_of_topic
from forum.shown import page_of_number, talk
from forum.structured_data import discussion
from forum.views.signing_in import or_sign_in
from forum.writing import excerpt


@require_safe
@or_sign_in
def topic_detail(request, pk: int, slug: str):
    """A page of a topic of the forum."""
    visit = visit_of(request)
    topic = topic_for(request.user, pk, visit.now)
    if topic.kind != Topic.Kind.FORUM:
        return redirect(address_of_talk(topic))
    if slug != topic.slug:
        return redirect(topic, permanent=False)
    shown = talk(topic, _page_asked(request, topic), request.user)
    shell = _shell(request, topic, shown)
    context = {
        "shell": shell,
        "topic": topic,
        "talk": shown,
        "section": topic.place,
        "following": wish_of(request.user, topic.key),
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
        about=lambda shell: [discussion(topic, shown, shell)],
    )
    shell.number = shown.page
    first = shown.posts[0] if shown.posts and shown.page == 1 else None
    shell.description = excerpt(first.html) if first and first.state == first.State.SHOWN else ""
    shell.feeds = [*shell.feeds, feed_of_topic(topic)]
    return shell


def address_of_talk(topic, number: int = 1, post: int = 0) -> str:
    """Where a post with this number stands, in the active language; the place without any post."""
    page, anchor = page_of_number(number), f"#p{post}" if post else "#talk"
    if topic.kind == Topic.Kind.FORUM:
        base, name = topic.get_absolute_url(), "page"
        anchor = anchor if post else ""
    else:
        base, name = topic.place.url_path, "comments"
    return f"{base}?{name}={page}{anchor}" if page > 1 else f"{base}{anchor}"


@require_safe
@or_sign_in
def topic_unread(request, pk: int):
    """On to the first post that the person has not read; to the newest for those without account."""
    topic = topic_for(request.user, pk, timezone.now())
    read = talk(topic, 1, request.user).read_number
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


@never_cache
@require_POST
def topic_read(request, pk: int):
    """Remember how far the person has read, which their browser says by itself or a button does."""
    if not request.user.is_authenticated:
        return errors.sign_in(request)
    now = timezone.now()
    topic = topic_for(request.user, pk, now)
    asked = request.POST.get("number", "")
    is_number = asked.isascii() and asked.isdecimal() and len(asked) < 8
    number = min(int(asked), topic.last_number) if is_number else topic.last_number
    actions.mark_read(person=request.user, topic=topic, number=number, now=now)
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    return redirect(address_of_talk(topic))


@never_cache
@require_POST
def topic_follow(request, key):
    """Follow a topic or a section, mute it, or neither, as the button says."""
    if not request.user.is_authenticated:
        return errors.sign_in(request)
    now, wish = timezone.now(), request.POST.get("wish", "")
    place = _followed(request.user, key, now)
    if wish in Following.Wish.values:
        actions.choose(person=request.user, key=key, wish=wish, now=now)
    else:
        actions.unfollow(person=request.user, key=key)
    messages.success(request, _words_for(wish))
    return redirect(place)


def _followed(person, key, now) -> str:
    """The address of what has this key, if the person may read it; else Http404."""
    if Topic.objects.filter(key=key).exists():
        return address_of_talk(topic_by_key(person, key, now))
    try:
        return page_with_key(key, person, now).url_path
    except SignInNeeded:
        raise Http404 from None


def _words_for(wish: str) -> str:
    return {
        Following.Wish.FOLLOWS: _("You will be told when something new is said here."),
        Following.Wish.MUTED: _("You will hear nothing of this any more."),
    }.get(wish, _("You do not follow this any more."))


def back_to(topic) -> str:
    """The address of the topic for whoever comes back from a form."""
    return reverse("forum:topic-unread", args=[topic.pk])
