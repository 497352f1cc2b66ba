"""Keeping somebody from writing for a time, and ending that early."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from forum import notices
from forum.actions.recording import record
from forum.actions.showing import AlreadyDecided
from forum.models import Block, Decision, Post
from members.pending import Refused

DAYS = (1, 7, 30, 90)


@transaction.atomic
def block(
    *, post: Post, by, days: int, community_key, reason, now: datetime, note: str = ""
) -> Block:
    """Keep whoever wrote the post from writing for so many days; raises Refused.

    In one community, or on the whole site for None.
    """
    person = post.author or post.helper
    if person is None:
        raise Refused(_("Whoever wrote this has deleted their account."))
    decision = record(
        Decision.Kind.BLOCK, by=by, now=now, post=post, reason=reason, note=note, tells=False
    )
    made = Block.objects.create(
        person=person,
        community_key=community_key,
        decision=decision,
        begins_at=now,
        ends_at=now + timedelta(days=days),
    )
    # The letter says until when.
    notices.decided(decision, now)
    return made


@transaction.atomic
def unblock(*, block: Block, by, now: datetime, note: str = "") -> Decision:
    """Let the person write again from now on; raises AlreadyDecided when the block is over."""
    if not end_block(block, now):
        raise AlreadyDecided
    post = block.decision.post if block.decision else None
    return record(Decision.Kind.UNBLOCK, by=by, now=now, post=post, person=block.person, note=note)


def end_block(block: Block, now) -> bool:
    """End a block that still holds; False for one that is over."""
    return bool(Block.objects.filter(pk=block.pk, ends_at__gt=now).update(ends_at=now))
