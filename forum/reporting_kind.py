"""Reporting as something that people do with an e-mail address alone."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.access import SignInNeeded
from forum.access import post_for
from forum.actions.reporting import report_post
from forum.addresses import address_of_talk
from forum.models import Post, Reason
from members.pending import PendingKind, Refused, register

REPORT = "forum.report"


def run(*, person, payload: dict, now) -> str:
    """Keep the report; on to the topic."""
    try:
        post = post_for(person, payload["post"], now)
    except (SignInNeeded, PermissionDenied, Http404) as closed:
        raise Refused(_("This post is not shown any more.")) from closed
    reason = Reason.objects.filter(pk=payload["reason"]).first()
    report_post(post=post, person=person, reason=reason, note=payload["note"], now=now)
    return address_of_talk(post.topic, post.number or 1)


def describe(payload: dict) -> str:
    """What will happen, in a sentence."""
    post = Post.objects.select_related("topic").filter(pk=payload["post"]).first()
    if post is None or not post.topic.title:
        return _("The moderators will look at the post that you report.")
    said = _("The moderators will look at the post that you report in “%(title)s”.")
    return said % {"title": post.topic.title}


def written(payload: dict) -> str:
    """What the person wrote beside the reason."""
    return payload["note"]


def register_kind():
    """Register it, once, when Django starts."""
    register(
        PendingKind(
            REPORT,
            run=run,
            describe=describe,
            written=written,
            button=gettext_lazy("Send the report"),
            done=gettext_lazy("Thank you! The moderators will look at it."),
        )
    )
