"""How a post becomes visible and stops being it: the only place where that happens.

Called inside the transaction of whatever was decided.
"""

from core import stamp
from forum import notices
from forum.models import Post, Topic


class AlreadyDecided(Exception):
    """Somebody else was faster: what is asked for has been decided."""


def locked(pk: int) -> Topic:
    """The topic as it now is, which nobody else changes before the transaction ends.

    Whoever changes posts takes their topic first, so that no two people wait for each other.
    """
    # Rows that name the topic may come meanwhile; its key does not change.
    return Topic.objects.select_for_update(no_key=True).get(pk=pk)


def locked_topic_of(post: Post) -> Topic:
    """The topic in which the post stands by now, as `locked` gives it.

    It may have been moved into another since it was read; `post` then knows the other one.
    """
    topic = locked(post.topic_id)
    pk = Post.objects.values_list("topic", flat=True).get(pk=post.pk)
    if pk != topic.pk:
        topic = locked(pk)
        post.refresh_from_db(fields=["topic", "number"])
    return topic


def publish(post: Post, now):
    """Give a waiting post its place and show it; raises AlreadyDecided when it waits no more.

    Whoever follows the topic is told, once.
    """
    topic = locked(post.topic_id)
    number = topic.last_number + 1
    waiting = Post.objects.filter(pk=post.pk, state=Post.State.HELD)
    if not waiting.update(state=Post.State.SHOWN, number=number, shown_at=now):
        raise AlreadyDecided
    post.refresh_from_db(fields=["state", "number", "shown_at"])
    post.topic = topic
    topic.last_number = number
    topic.post_count += 1
    topic.last_post, topic.last_post_at = post, now
    # A topic appears with the post that begins it.
    if number == 1:
        topic.state = Topic.State.SHOWN
    if post.office:
        _find_office(topic)
    topic.save()
    stamp.bump()
    notices.post_shown(post, now)


def withdraw(post: Post, state: str, now, *, come_from=(Post.State.SHOWN, Post.State.SET_ASIDE)):
    """Take a post's words off the site; raises AlreadyDecided when it is in none of these states.

    A mark stays in its place. With the post that began a topic goes the topic, unless its author
    deletes it and others have answered.
    """
    topic = locked_topic_of(post)
    was = Post.objects.filter(pk=post.pk).values_list("state", flat=True).first()
    there = Post.objects.filter(pk=post.pk, state__in=come_from).exclude(state=state)
    if not there.update(state=state):
        raise AlreadyDecided
    post.state = state
    if was == Post.State.SHOWN:
        _forget_in_topic(topic, post)
    if _begins(post, topic):
        _withdraw_topic(topic, state)
    topic.save()
    stamp.bump()


def put_back(post: Post, now):
    """Show a post again that was hidden or set aside; raises AlreadyDecided."""
    topic = locked_topic_of(post)
    hidden = Post.objects.filter(
        pk=post.pk, state__in=[Post.State.HIDDEN, Post.State.SET_ASIDE], number__isnull=False
    )
    if not hidden.update(state=Post.State.SHOWN):
        raise AlreadyDecided
    post.state = Post.State.SHOWN
    if _begins(post, topic) and topic.state == Topic.State.HIDDEN:
        topic.state = Topic.State.SHOWN
    topic.post_count += 1
    _find_last(topic)
    if post.office:
        _find_office(topic)
    topic.save()
    stamp.bump()


def count_anew(pk: int):
    """Count what a topic keeps of its posts after some came or went."""
    topic = locked(pk)
    topic.post_count = topic.posts.shown().count()
    _find_last(topic)
    _find_office(topic)
    topic.save()
    stamp.bump()


def _begins(post, topic) -> bool:
    """Whether it is the post of a topic of the forum without which there is no topic."""
    is_first = post.number == 1 or (post.number is None and topic.last_number == 0)
    return is_first and topic.kind == Topic.Kind.FORUM


def _withdraw_topic(topic, state):
    if state != Post.State.DELETED:
        topic.state = Topic.State.HIDDEN
    elif not topic.post_count:
        topic.state = Topic.State.DELETED


def _forget_in_topic(topic, post):
    topic.post_count -= 1
    if topic.answer_id == post.pk:
        topic.answer = None
    if topic.last_post_id == post.pk:
        _find_last(topic)
    if topic.official_answer_id == post.pk:
        _find_office(topic)


def _find_last(topic):
    last = topic.posts.shown().order_by("-number").first()
    topic.last_post = last
    if last is not None:
        topic.last_post_at = last.shown_at


def _find_office(topic):
    """The newest official answer is the one that the topic leads to."""
    answers = topic.posts.shown().exclude(office=Post.Office.NONE)
    if topic.kind == Topic.Kind.FORUM:
        # What begins a topic answers nothing.
        answers = answers.exclude(number=1)
    topic.official_answer = answers.order_by("-number").first()
