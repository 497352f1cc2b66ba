"""How a post becomes visible and stops being it: the only place where that happens.

Called inside the transaction of whatever was decided.
"""

from django.db.models import F

from core import stamp
from forum import notices
from forum.models import Post, Topic


class AlreadyDecided(Exception):
    """Somebody else was faster: what is asked for has been decided."""


def publish(post: Post, now):
    """Give a waiting post its place and show it; raises AlreadyDecided when it waits no more.

    Whoever follows the topic is told, once.
    """
    Topic.objects.filter(pk=post.topic_id).update(last_number=F("last_number") + 1)
    topic = Topic.objects.get(pk=post.topic_id)
    waiting = Post.objects.filter(pk=post.pk, state=Post.State.HELD)
    if not waiting.update(state=Post.State.SHOWN, number=topic.last_number, shown_at=now):
        raise AlreadyDecided
    post.refresh_from_db(fields=["state", "number", "shown_at"])
    post.topic = topic
    topic.post_count += 1
    topic.last_post, topic.last_post_at = post, now
    if topic.state == Topic.State.HELD:
        topic.state = Topic.State.SHOWN
    _keep_office(topic, post)
    topic.save(
        update_fields=["post_count", "last_post", "last_post_at", "state", "official_answer"]
    )
    stamp.bump()
    notices.post_shown(post, now)


def withdraw(post: Post, state: str, now, *, come_from=(Post.State.SHOWN, Post.State.SET_ASIDE)):
    """Take a post's words off the site; raises AlreadyDecided when it is in none of these states.

    A mark stays in its place. With the post that began a topic goes the topic, unless its author
    deletes it and others have answered.
    """
    was_shown = post.state == Post.State.SHOWN
    there = Post.objects.filter(pk=post.pk, state__in=come_from)
    if not there.update(state=state):
        raise AlreadyDecided
    post.state = state
    topic = Topic.objects.get(pk=post.topic_id)
    if was_shown:
        _forget_in_topic(topic, post)
    if post.number == 1 and topic.kind == Topic.Kind.FORUM:
        _withdraw_topic(topic, state)
    topic.save()
    stamp.bump()


def put_back(post: Post, now):
    """Show a post again that was hidden or set aside; raises AlreadyDecided."""
    hidden = Post.objects.filter(
        pk=post.pk, state__in=[Post.State.HIDDEN, Post.State.SET_ASIDE], number__isnull=False
    )
    if not hidden.update(state=Post.State.SHOWN):
        raise AlreadyDecided
    post.state = Post.State.SHOWN
    topic = Topic.objects.get(pk=post.topic_id)
    if post.number == 1 and topic.state == Topic.State.HIDDEN:
        topic.state = Topic.State.SHOWN
    topic.post_count += 1
    _find_last(topic)
    _keep_office(topic, post)
    topic.save()
    stamp.bump()


def _withdraw_topic(topic, state):
    if state != Post.State.DELETED:
        topic.state = Topic.State.HIDDEN
    elif not topic.post_count:
        topic.state = Topic.State.DELETED


def _forget_in_topic(topic, post):
    topic.post_count = max(0, topic.post_count - 1)
    if topic.answer_id == post.pk:
        topic.answer = None
    if topic.official_answer_id == post.pk:
        offices = topic.posts.shown().exclude(office=Post.Office.NONE)
        topic.official_answer = offices.order_by("-number").first()
    _find_last(topic)


def _find_last(topic):
    last = topic.posts.shown().order_by("-number").first()
    topic.last_post = last
    if last is not None:
        topic.last_post_at = last.shown_at


def _keep_office(topic, post):
    """The newest official answer is the one that the topic leads to."""
    if post.office and not post.is_first:
        topic.official_answer = post
