"""Deciding about what waits in the queue, and about a post that stands on the site.

Every action is one transaction. Of two moderators at once one decides, and the other gets
AlreadyDecided. Who may decide is asked at the door, `forum.access`.
"""

from datetime import datetime

from django.db import transaction

from forum.actions.changing import add_version, apply_words
from forum.actions.recording import record
from forum.actions.showing import AlreadyDecided, locked_topic_of, publish, put_back, withdraw
from forum.models import Decision, Post, PostVersion, Report, Review


@transaction.atomic
def approve(*, review: Review, by, now: datetime, note: str = "") -> Decision:
    """Let a post or a changed post appear; raises AlreadyDecided."""
    close(review, by, now)
    post, version = review.post, None
    if review.kind == Review.Kind.EDIT:
        version = _settle_version(review, PostVersion.State.SHOWN)
        apply_words(post, version.text, version.title, now, is_reviewed=True)
    else:
        _mark_reviewed(post)
        publish(post, now)
    return record(
        Decision.Kind.APPROVE, by=by, now=now, post=post, review=review, version=version, note=note
    )


@transaction.atomic
def approve_changed(
    *, review: Review, by, text: str, reason, now: datetime, title: str = "", note: str = ""
) -> Decision:
    """Let the post appear in a moderator's words; the author's stay in its open history."""
    close(review, by, now)
    post = review.post
    if review.kind == Review.Kind.EDIT:
        authors = _settle_version(review, PostVersion.State.REFUSED)
    else:
        authors = _words_of_author(post)
    add_version(post, text, title, PostVersion.State.SHOWN, now, made_by=by)
    apply_words(post, text, title, now, is_reviewed=True)
    if review.kind == Review.Kind.NEW:
        publish(post, now)
    if review.kind == Review.Kind.REPORTS:
        _judge_reports(post, Report.Outcome.UPHELD)
        if post.state == Post.State.SET_ASIDE:
            put_back(post, now)
    grounds = {"reason": reason, "note": note, "version": authors}
    return record(Decision.Kind.EDIT, by=by, now=now, post=post, review=review, **grounds)


@transaction.atomic
def refuse(*, review: Review, by, reason, now: datetime, note: str = "") -> Decision:
    """Do not let a post appear, or leave a changed one as it was before."""
    close(review, by, now)
    post, version = review.post, None
    if review.kind == Review.Kind.EDIT:
        version = _settle_version(review, PostVersion.State.REFUSED)
    else:
        withdraw(post, Post.State.REFUSED, now, come_from=(Post.State.HELD,))
    grounds = {"reason": reason, "note": note, "version": version}
    return record(Decision.Kind.REFUSE, by=by, now=now, post=post, review=review, **grounds)


@transaction.atomic
def hide(*, post: Post, by, reason, now: datetime, note: str = "", review=None) -> Decision:
    """Take a post off the site; what else waits about it is over, and who reported it was right."""
    if review is not None:
        close(review, by, now)
    withdraw(post, Post.State.HIDDEN, now)
    _mark_reviewed(post)
    post.versions.filter(state=PostVersion.State.HELD).update(state=PostVersion.State.REFUSED)
    others = post.reviews.filter(closed_at=None).exclude(kind=Review.Kind.OBJECTION)
    others.update(closed_at=now, closed_by=by)
    _judge_reports(post, Report.Outcome.UPHELD)
    grounds = {"reason": reason, "note": note}
    return record(Decision.Kind.HIDE, by=by, now=now, post=post, review=review, **grounds)


@transaction.atomic
def restore(*, post: Post, by, now: datetime, note: str = "") -> Decision:
    """Show a post again that was hidden or set aside; reports that wait are not upheld."""
    put_back(post, now)
    _mark_reviewed(post)
    reported = post.reviews.filter(closed_at=None, kind=Review.Kind.REPORTS)
    reported.update(closed_at=now, closed_by=by)
    _judge_reports(post, Report.Outcome.DISMISSED)
    return record(Decision.Kind.RESTORE, by=by, now=now, post=post, note=note)


@transaction.atomic
def keep(*, review: Review, by, now: datetime, note: str = "") -> Decision:
    """Leave a reported post as it is, or show it again; the reports are not upheld."""
    close(review, by, now)
    post = review.post
    if post.state == Post.State.SET_ASIDE:
        put_back(post, now)
    _mark_reviewed(post)
    _judge_reports(post, Report.Outcome.DISMISSED)
    return record(Decision.Kind.KEEP, by=by, now=now, post=post, review=review, note=note)


@transaction.atomic
def warn(*, post: Post, by, reason, now: datetime, note: str = "") -> Decision:
    """Tell whoever wrote the post that it goes too far; it stays as it is."""
    return record(Decision.Kind.WARN, by=by, now=now, post=post, reason=reason, note=note)


def close(review: Review, by, now):
    """Take the review off the queue; raises AlreadyDecided when somebody else was faster."""
    locked_topic_of(review.post)
    waiting = Review.objects.filter(pk=review.pk, closed_at=None)
    if not waiting.update(closed_at=now, closed_by=by):
        raise AlreadyDecided
    review.closed_at, review.closed_by = now, by
    # What was read before may have changed meanwhile.
    review.post = Post.objects.select_related("topic", "author", "helper").get(pk=review.post_id)


def _settle_version(review, state) -> PostVersion:
    version = review.version
    waiting = PostVersion.objects.filter(
        pk=review.version_id, post_id=review.post_id, state=PostVersion.State.HELD
    )
    if not waiting.update(state=state):
        raise AlreadyDecided
    version.state = state
    return version


def _words_of_author(post) -> PostVersion:
    """The version that the post shows or would show; its first words where nobody changed them."""
    found = post.versions.exclude(state=PostVersion.State.HELD).order_by("-made_at", "-pk").first()
    if found is not None:
        return found
    return add_version(post, post.text, post.topic.title, PostVersion.State.SHOWN, post.created_at)


def _mark_reviewed(post):
    post.is_reviewed = True
    Post.objects.filter(pk=post.pk).update(is_reviewed=True)


def _judge_reports(post, outcome):
    post.reports.filter(outcome=Report.Outcome.OPEN).update(outcome=outcome)
