"""Keeping what was decided: a row that never changes, a line in the site's history, a letter."""

from django.utils.translation import override
from wagtail.log_actions import log

from core import stamp
from forum import notices
from forum.models import Decision


def record(
    kind: str, *, by, now, post=None, topic=None, review=None, person=None, tells=True, **grounds
) -> Decision:
    """Write down a decision inside the transaction that carries it out, and tell of it once.

    `grounds` are `reason`, `note` and `version`. A removal without a reason is a ValueError.
    """
    if kind in Decision.REMOVALS and grounds.get("reason") is None:
        raise ValueError("a removal needs a reason")
    topic = topic or (post.topic if post else None)
    decision = Decision.objects.create(
        kind=kind,
        post=post,
        topic=topic,
        review=review,
        person=person or _whom(post, topic),
        community_key=topic.community_key if topic else None,
        made_by=by,
        made_at=now,
        waited=now - review.opened_at if review else None,
        **grounds,
    )
    note_in_history(post or topic or decision, kind, by, decision=str(decision.key))
    # The public figures count it.
    stamp.bump()
    if tells:
        notices.decided(decision, now)
    return decision


def note_in_history(thing, action: str, by, **data):
    """Keep in the site's history who did what; nothing that anybody wrote is part of it."""
    with override("lv"):
        title = f"{thing._meta.verbose_name} {thing.pk}"
    log(instance=thing, action=f"forum.{action}", user=by, title=title, data=data)


def _whom(post, topic):
    if post is not None:
        return post.author or post.helper
    return topic.author if topic else None
