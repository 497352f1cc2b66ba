"""Reading a topic: its pages, and the ways to a post of it."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from forum.access import post_for, topic_for


@require_safe
def topic_detail(request, pk: int, slug: str):
    """A page of a topic of the forum."""
    topic_for(request.user, pk, timezone.now())
    return HttpResponse()


@require_safe
def topic_unread(request, pk: int):
    """On to the first post that the person has not read."""
    return redirect(topic_for(request.user, pk, timezone.now()))


@require_safe
def post_detail(request, pk: int):
    """On to where the post stands."""
    return redirect(post_for(request.user, pk, timezone.now()).topic)
