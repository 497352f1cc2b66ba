"""What people say with an e-mail address alone: answers, comments and topics."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.access import SignInNeeded
from forum import actions
from forum.access import may_help, page_with_key, section_for, topic_for
from forum.actions import NewPost, Submitted
from members.actions import change_profile
from members.pending import PendingKind, Refused, register

DONE = gettext_lazy("Thank you! What you wrote has arrived.")


def run_post(*, person, payload, now) -> str:
    """Answer in a topic."""
    topic = _open(topic_for, person, payload["topic"], now)
    new = _new(person, payload)
    submitted = actions.submit_post(topic=topic, person=person, new=new, now=now)
    _keep_name(person, payload)
    return _place(submitted)


def run_comment(*, person, payload, now) -> str:
    """Say something under a page."""
    page = _open(page_with_key, payload["page"], person, now)
    new = _new(person, payload)
    submitted = actions.comment_on(page=page, person=person, new=new, now=now)
    _keep_name(person, payload)
    return _place(submitted)


def run_topic(*, person, payload, now) -> str:
    """Begin a topic in a section."""
    section = _open(section_for, person, payload["section"], now)
    new = _new(person, payload)
    submitted = actions.begin_topic(section=section, person=person, new=new, now=now)
    _keep_name(person, payload)
    return _place(submitted)


def _open(door, *arguments):
    """What the door hands over; a refusal is told in words, because the text was written before."""
    try:
        return door(*arguments)
    except (Http404, PermissionDenied, SignInNeeded):
        raise Refused(
            _("The place where you wrote is not open any more. Copy what you wrote if you need it.")
        ) from None


def _keep_name(person, payload):
    """Call the person as they wish; last, because whoever writes in a topic takes that first."""
    if payload["name"] and not person.display_name:
        change_profile(person=person, changes={"display_name": payload["name"]})


def _new(person, payload) -> NewPost:
    return NewPost(
        text=payload["text"],
        language=payload["language"],
        submission=UUID(payload["submission"]),
        reply_to=payload["reply_to"],
        pictures=tuple(UUID(key) for key in payload["pictures"]),
        is_official=payload["is_official"],
        follows=payload["follows"],
        speaker=payload["speaker"] if may_help(person) else "",
        title=payload.get("title", ""),
        tags=tuple(payload.get("tags", ())),
        community_key=UUID(payload["community"]) if payload.get("community") else None,
    )


def _place(submitted: Submitted) -> str:
    """Where the post stands, or where it is said that it waits."""
    post = submitted.post
    if post.state == post.State.SHOWN:
        return reverse("forum:post-detail", args=[post.pk])
    return reverse("forum:received", args=[post.submission])


def _written(payload) -> str:
    return "\n\n".join(filter(None, (payload.get("title", ""), payload["text"])))


def _describe_post(payload) -> str:
    return _("Your answer will be added to “%(about)s”.") % payload


def _describe_comment(payload) -> str:
    return _("Your comment will be added under “%(about)s”.") % payload


def _describe_topic(payload) -> str:
    # The title is the writer's own, and a letter to whoever they name must not carry it.
    return _("Your topic will be begun in “%(about)s”.") % payload


def register_kinds():
    """Register all of them."""
    for name, run, describe in (
        ("forum.post", run_post, _describe_post),
        ("forum.comment", run_comment, _describe_comment),
        ("forum.topic", run_topic, _describe_topic),
    ):
        register(PendingKind(name, run, describe, _written, done=DONE))
