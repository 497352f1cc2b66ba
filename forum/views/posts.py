"""Saying something: an answer, a comment, a topic; and what becomes of it."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.visit import visit_of
from forum.access import page_with_key, received_post, section_for, talk_of, topic_for
from forum.comments import forum_settings, shows_comments
from forum.models import Topic
from forum.views.places import place_of_page, place_of_section, place_of_topic
from forum.views.typed import keeps_words
from forum.views.writing import write
from members.frames import personal_shell

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(METHODS)
@keeps_words
def post_create(request, pk: int):
    """Answer in a topic, or in what is said under a page."""
    visit = visit_of(request)
    topic = topic_for(request.user, pk, visit.now)
    if topic.kind == Topic.Kind.COMMENTS:
        place = place_of_page(topic.place, topic, visit, request.user)
    else:
        place = place_of_topic(topic, request.user)
    return write(request, place, visit.now)


@never_cache
@require_http_methods(METHODS)
@keeps_words
def comment_create(request, key):
    """Say something under the page with this key; 404 where there is no talk at all."""
    visit = visit_of(request)
    page = page_with_key(key, request.user, visit.now)
    if not shows_comments(page, forum_settings(visit)):
        raise Http404
    return write(request, place_of_page(page, talk_of(page), visit, request.user), visit.now)


@never_cache
@require_http_methods(METHODS)
@keeps_words
def topic_create(request, key):
    """Begin a topic in the section with this key."""
    now = timezone.now()
    section = section_for(request.user, key, now)
    return write(request, place_of_section(section, request.user), now)


@never_cache
@require_safe
def post_received(request, key):
    """What becomes of a post: the address is known to whoever sent it, and to nobody else."""
    post, visit = received_post(key), visit_of(request)
    if post.state == post.State.SHOWN:
        return redirect("forum:post-detail", post.pk)
    shell = personal_shell(request, _("Thank you"), "forum:received", key)
    context = {"shell": shell, "post": post, "hours": forum_settings(visit).answer_hours}
    return render(request, "forum/received.html", context)
