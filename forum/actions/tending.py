"""Keeping topics in order: pinned, closed, moved, joined, and with the post that answers them."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from core import stamp
from forum import notices
from forum.access import community_of_section
from forum.actions.recording import note_in_history, record
from forum.actions.showing import count_anew, locked
from forum.models import Decision, Following, ForumSectionPage, Post, Reading, Review, Topic
from members.pending import Refused

# What each deed changes; closing and opening are decisions that stand in the record.
DEEDS = {
    "pin": {"is_pinned": True},
    "unpin": {"is_pinned": False},
    "close": {"is_closed": True},
    "open": {"is_closed": False},
    "archive": {"is_archived": True},
    "unarchive": {"is_archived": False},
}
DECIDED = {"close": Decision.Kind.CLOSE, "open": Decision.Kind.OPEN}
# Posts that are moved are numbered one by one.
MOVED_AT_ONCE = 100


def deeds_for(topic: Topic) -> tuple[str, ...]:
    """Which of DEEDS make sense: what is said under a page is only closed and opened."""
    return tuple(DEEDS) if topic.kind == Topic.Kind.FORUM else tuple(DECIDED)


def with_later(post: Post) -> list[Post]:
    """The post and those after it, as many as are moved at once."""
    rest = Post.objects.filter(topic=post.topic_id, number__gte=post.number or 0)
    return list(rest.order_by("number").select_related("topic")[:MOVED_AT_ONCE])


@transaction.atomic
def tend(*, topic: Topic, by, deed: str, now: datetime) -> bool:
    """Do one of DEEDS to the topic; False when it was so already."""
    topic = locked(topic.pk)
    changes = DEEDS[deed]
    if all(getattr(topic, name) == value for name, value in changes.items()):
        return False
    Topic.objects.filter(pk=topic.pk).update(**changes)
    if deed in DECIDED:
        record(DECIDED[deed], by=by, now=now, topic=topic)
    else:
        note_in_history(topic, deed, by)
        stamp.bump()
    return True


@transaction.atomic
def move_topic(*, topic: Topic, section: ForumSectionPage, by, now: datetime) -> Decision:
    """Move a topic of the forum to another section; what waits in it goes with it."""
    topic = locked(topic.pk)
    community_key = community_of_section(section) or topic.community_key
    Topic.objects.filter(pk=topic.pk).update(
        place_key=section.translation_key, community_key=community_key
    )
    topic.place_key, topic.community_key = section.translation_key, community_key
    waiting = Review.objects.filter(post__topic=topic, closed_at=None)
    waiting.update(community_key=community_key)
    return record(Decision.Kind.MOVE, by=by, now=now, topic=topic)


@transaction.atomic
def merge_topics(*, topic: Topic, target: Topic, by, now: datetime) -> Decision:
    """Put all posts of a topic behind those of another; its address leads there from now on.

    Raises Refused when they are one and the same, or one of them has been merged before.
    """
    topic, target = _both(topic, target)
    if topic.kind != Topic.Kind.FORUM or target.kind != Topic.Kind.FORUM:
        raise Refused(_("Only topics of the forum can be merged."))
    # Numbers stay in their order, and nobody counts posts one by one.
    topic.posts.update(topic=target, number=F("number") + target.last_number)
    Topic.objects.filter(pk=target.pk).update(last_number=target.last_number + topic.last_number)
    Topic.objects.filter(merged_into=topic).update(merged_into=target)
    Topic.objects.filter(pk=topic.pk).update(
        state=Topic.State.HIDDEN, merged_into=target, last_number=0, answer=None
    )
    waiting = Review.objects.filter(post__topic=target, closed_at=None)
    waiting.update(community_key=target.community_key)
    _move_followers(topic, target)
    count_anew(topic.pk)
    count_anew(target.pk)
    return record(Decision.Kind.MERGE, by=by, now=now, topic=topic)


@transaction.atomic
def move_posts(*, posts: list[Post], target: Topic, by, now: datetime) -> Decision:
    """Put posts of one topic behind those of another, in their order; raises Refused."""
    source, target = _both(posts[0].topic, target)
    rows = list(
        source.posts.filter(pk__in=[post.pk for post in posts], number__isnull=False)
        .order_by("number")
        .only("pk", "number")[:MOVED_AT_ONCE]
    )
    if source.kind == Topic.Kind.FORUM and any(row.number == 1 for row in rows):
        raise Refused(_("A topic cannot lose its first post: move or merge the whole topic."))
    for place, row in enumerate(rows, start=1):
        Post.objects.filter(pk=row.pk).update(topic=target, number=target.last_number + place)
    Topic.objects.filter(pk=target.pk).update(last_number=target.last_number + len(rows))
    Topic.objects.filter(pk=source.pk, answer__in=rows).update(answer=None)
    waiting = Review.objects.filter(post__in=rows, closed_at=None)
    waiting.update(community_key=target.community_key)
    count_anew(source.pk)
    count_anew(target.pk)
    return record(Decision.Kind.MOVE, by=by, now=now, topic=target)


@transaction.atomic
def mark_answer(*, post: Post, by, now: datetime) -> bool:
    """Mark the post as what answers its topic, or take the mark away again; True when marked.

    Raises Refused for a post that is not shown, or that began the topic.
    """
    topic = locked(post.topic_id)
    post = topic.posts.filter(pk=post.pk, state=Post.State.SHOWN).first()
    if post is None or (post.number == 1 and topic.kind == Topic.Kind.FORUM):
        raise Refused(_("This post cannot be marked as the answer."))
    is_marked = topic.answer_id != post.pk
    topic.answer = post if is_marked else None
    topic.save(update_fields=["answer"])
    note_in_history(topic, "answer" if is_marked else "unanswer", by)
    stamp.bump()
    if is_marked:
        notices.answered(post, now)
    return is_marked


def _both(topic, target) -> tuple[Topic, Topic]:
    """Both topics as they now are, taken in one order by everybody."""
    if topic.pk == target.pk:
        raise Refused(_("This is the same topic. Choose another."))
    found = {pk: locked(pk) for pk in sorted((topic.pk, target.pk))}
    topic, target = found[topic.pk], found[target.pk]
    if target.merged_into_id or topic.merged_into_id:
        raise Refused(_("One of the topics has been merged into another already."))
    if target.state != Topic.State.SHOWN:
        raise Refused(_("The other topic is not shown: nobody would read what is put into it."))
    return topic, target


def _move_followers(topic, target):
    """Whoever followed the topic follows the other, unless they have a wish about that one."""
    wishes = Following.objects.filter(key=topic.key)
    kept = Following.objects.filter(key=target.key).values("person")
    wishes.exclude(person__in=kept).update(key=target.key)
    Following.objects.filter(key=topic.key).delete()
    Reading.objects.filter(topic=topic).delete()
