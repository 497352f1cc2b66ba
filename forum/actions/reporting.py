"""Telling the moderators that a post breaks the rules."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core import stamp
from forum import notices
from forum.access import is_author, may_moderate
from forum.actions.posting import open_review
from forum.actions.recording import note_in_history
from forum.actions.showing import locked_topic_of, withdraw
from forum.comments import stored_settings
from forum.models import Post, Reason, Report, Review
from forum.moderation import DAY, REPORTS_A_DAY, weight_of_report, weight_together
from forum.standing import author_of, reports_judged
from members.pending import Refused


@transaction.atomic
def report_post(
    *, post: Post, person, reason: Reason | None, note: str = "", now: datetime
) -> Report:
    """Keep the person's one report of the post and put it into the queue; raises Refused.

    Enough reports of people whom the site knows hide the post until a moderator has looked.
    """
    # One report after the other, so that the one that makes it enough sees all before it.
    topic = locked_topic_of(post)
    post = Post.objects.select_related("author", "helper").get(pk=post.pk)
    post.topic = topic
    known = Report.objects.filter(post=post, person=person).first()
    if known is not None:
        return known
    _check(post, person, now)
    settings = stored_settings()
    report = Report.objects.create(
        post=post,
        person=person,
        reason=reason,
        note=note,
        weight=_weight(person, topic.community_key, now, settings),
        made_at=now,
    )
    is_first = not post.reviews.filter(kind=Review.Kind.REPORTS, closed_at=None).exists()
    review = open_review(post, Review.Kind.REPORTS, now)
    if _is_enough(post, settings):
        withdraw(post, Post.State.SET_ASIDE, now, come_from=(Post.State.SHOWN,))
        note_in_history(post, "set_aside", None)
        notices.set_aside(post, now)
    if is_first:
        notices.review_opened(review, now)
    # The public figures count it.
    stamp.bump()
    return report


def _check(post, person, now):
    if is_author(person, post):
        raise Refused(_("This is your own post: you can change it or delete it."))
    if post.state not in (Post.State.SHOWN, Post.State.SET_ASIDE):
        raise Refused(_("Thank you. This post is not shown any more."))
    today = Report.objects.filter(person=person, made_at__gt=now - DAY).count()
    if today >= REPORTS_A_DAY:
        raise Refused(
            _("You have reported much today. Please go on tomorrow, or write to the editors.")
        )


def _weight(person, community_key, now, settings) -> int:
    author = author_of(person, community_key, now, trusted_after=settings.trusted_after)
    if author.is_blocked:
        return 0
    return weight_of_report(author.standing, *reports_judged(person))


def _is_enough(post, settings) -> bool:
    """Whether the reports that wait hide the post; never one that staff wrote or looked at."""
    wrote = post.author or post.helper
    is_by_staff = wrote is not None and may_moderate(wrote, post.topic.community_key)
    if post.state != Post.State.SHOWN or post.is_reviewed or is_by_staff:
        return False
    waiting = post.reports.filter(outcome=Report.Outcome.OPEN)
    weight = weight_together(waiting.values_list("person__email", "weight"))
    return weight >= settings.hides_at
