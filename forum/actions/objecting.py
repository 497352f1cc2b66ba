"""The one objection to a decision, and the second look that it leads to."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import stamp
from forum import notices
from forum.actions.blocking import end_block
from forum.actions.changing import add_version, apply_words
from forum.actions.recording import record
from forum.actions.reviewing import close
from forum.actions.showing import publish, put_back
from forum.models import Decision, Objection, Post, PostVersion, Review
from members.pending import Refused

# Half a year, as the Digital Services Act asks of large platforms (Regulation 2022/2065, art. 20).
OBJECT_WITHIN = timedelta(days=183)


def can_object(decision: Decision, now) -> bool:
    """Whether the person whom the decision is about may still object to it."""
    return (
        decision.kind in Decision.REMOVALS
        and decision.post_id is not None
        and not Objection.objects.filter(decision=decision).exists()
        and now - decision.made_at <= OBJECT_WITHIN
    )


def object_to(*, decision: Decision, text: str, now: datetime) -> Objection:
    """Ask somebody else to look at a decision again, once; raises Refused."""
    if not can_object(decision, now):
        raise _too_late()
    try:
        return _object_to(decision, text, now)
    except IntegrityError:
        raise _too_late() from None


def _too_late() -> Refused:
    return Refused(_("You have objected to this already, or the time for it is over."))


@transaction.atomic
def _object_to(decision, text, now) -> Objection:
    review = Review.objects.create(
        kind=Review.Kind.OBJECTION,
        post=decision.post,
        community_key=decision.post.topic.community_key,
        opened_at=now,
    )
    objection = Objection.objects.create(decision=decision, review=review, text=text, made_at=now)
    # The public figures count it.
    stamp.bump()
    notices.objection_made(objection, now)
    return objection


@transaction.atomic
def decide_objection(
    *, review: Review, by, is_overturned: bool, now: datetime, note: str = ""
) -> Decision:
    """Let the decision stand or take it back, with all that came of it; raises AlreadyDecided."""
    close(review, by, now)
    objection, outcomes = review.objection, Objection.Outcome
    objection.outcome = outcomes.OVERTURNED if is_overturned else outcomes.UPHELD
    objection.decided_at, objection.decided_by, objection.note = now, by, note
    objection.save()
    if is_overturned:
        _undo(objection.decision, review.post, now)
    decision = record(
        Decision.Kind.OVERTURN if is_overturned else Decision.Kind.UPHOLD,
        by=by,
        now=now,
        post=review.post,
        review=review,
        person=objection.decision.person,
        note=note,
        tells=False,
    )
    notices.objection_decided(objection, now)
    return decision


def _undo(decision, post, now):
    """Take back what the decision did, as far as it still holds."""
    Post.objects.filter(pk=post.pk).update(is_reviewed=True)
    kinds = Decision.Kind
    if decision.kind == kinds.HIDE and post.state == Post.State.HIDDEN:
        put_back(post, now)
    elif decision.kind == kinds.REFUSE and decision.version_id is None:
        _publish_refused(post, now)
    elif decision.kind in (kinds.REFUSE, kinds.EDIT) and decision.version_id:
        _give_words_back(post, decision.version, now)
    elif decision.kind == kinds.BLOCK and hasattr(decision, "block"):
        end_block(decision.block, now)


def _publish_refused(post, now):
    refused = Post.objects.filter(pk=post.pk, state=Post.State.REFUSED)
    if refused.update(state=Post.State.HELD):
        publish(post, now)


def _give_words_back(post, version, now):
    if post.state != Post.State.SHOWN:
        return
    add_version(post, version.text, version.title, PostVersion.State.SHOWN, now)
    apply_words(post, version.text, version.title, now, is_reviewed=True)
