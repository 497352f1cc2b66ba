"""How somebody changes or takes back what they said."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from core import stamp
from forum import notices, writing
from forum.actions.mentioning import keep_mentions
from forum.actions.pictures import forget_picture
from forum.actions.posting import open_review, rule_of, words_of
from forum.actions.showing import AlreadyDecided, locked_topic_of, withdraw
from forum.comments import stored_settings
from forum.models import Post, PostVersion, Review, TaggedTopic, Topic
from forum.moderation import (
    DAY,
    EDITS_A_DAY,
    Cause,
    Draft,
    Outcome,
    Standing,
    Verdict,
    fingerprint,
    judge,
)
from forum.search import keys_of_post, keys_of_topic
from forum.standing import author_of
from forum.wording import refusal_of
from members.pending import Refused

# Limits of writing anew do not hold for changing what is there.
OF_NEW_POSTS = {Cause.TOO_FAST, Cause.TOO_MANY, Cause.REPEATED, Cause.TOO_MANY_TOPICS}


@transaction.atomic
def edit_post(*, post: Post, person, text: str, now: datetime, title: str = "") -> bool:
    """Change the words of one's own post; False when a moderator looks at them first.

    Until then readers see the words from before. Raises Refused.
    """
    place, topic = post.topic.place, locked_topic_of(post)
    topic.place = place
    post = Post.objects.get(pk=post.pk)
    post.topic = topic
    if post.state not in (Post.State.SHOWN, Post.State.HELD):
        raise Refused(_("This can be changed no more: a moderator has decided about it."))
    if not topic.takes_changes:
        raise Refused(_("This topic has been closed. What you typed is below: copy it if needed."))
    verdict = _judge(post, person, text, title, now)
    _keep_first_words(post)
    # What waited until now goes with its review: nobody approves words that were changed again.
    post.versions.filter(state=PostVersion.State.HELD).delete()
    if verdict.outcome == Outcome.PUBLISH or post.state == Post.State.HELD:
        add_version(post, text, title, PostVersion.State.SHOWN, now)
        apply_words(post, text, title, now)
        _wait_anew(post, now)
        return post.state == Post.State.SHOWN
    version = add_version(post, text, title, PostVersion.State.HELD, now)
    review = open_review(post, Review.Kind.EDIT, now, causes=verdict.causes, version=version)
    notices.review_opened(review, now)
    return False


@transaction.atomic
def delete_post(*, post: Post, now: datetime):
    """Take one's own post back: its words are gone for good, a mark stays where others answered."""
    states = (Post.State.SHOWN, Post.State.SET_ASIDE, Post.State.HELD)
    try:
        withdraw(post, Post.State.DELETED, now, come_from=states)
    except AlreadyDecided:
        return
    forget_words(post)
    # An objection to what was decided about the post is still answered.
    waiting = post.reviews.filter(closed_at=None).exclude(kind=Review.Kind.OBJECTION)
    waiting.update(closed_at=now)
    if Topic.objects.filter(pk=post.topic_id, state=Topic.State.DELETED).exists():
        forget_title(post.topic_id)


def forget_title(pk: int):
    """Nothing is left of what the topic was called."""
    Topic.objects.filter(pk=pk).update(title="", search_keys="")
    TaggedTopic.objects.filter(content_object=pk).delete()


def forget_words(post: Post):
    """Nothing is left of what the post said, in any version or picture."""
    post.versions.all().delete()
    post.mentions.all().delete()
    for picture in post.pictures.all():
        forget_picture(picture)
    Post.objects.filter(pk=post.pk).update(text="", html="", search_keys="", fingerprint="")


def apply_words(post: Post, text: str, title: str, now, *, is_reviewed: bool = False):
    """Let the post say this from now on."""
    topic = post.topic
    if title and title != topic.title and post.begins_topic:
        topic.title = title
        topic.search_keys = keys_of_topic(topic)
        topic.save(update_fields=["title", "search_keys"])
    post.text, post.html = text, writing.render(text)
    post.search_keys = keys_of_post(post)
    post.fingerprint = fingerprint(text)
    post.edited_at, post.is_reviewed = now, is_reviewed
    post.save(
        update_fields=["text", "html", "search_keys", "fingerprint", "edited_at", "is_reviewed"]
    )
    keep_mentions(post)
    stamp.bump()


def add_version(post: Post, text: str, title: str, state: str, now, made_by=None) -> PostVersion:
    """Remember the words beside those from before."""
    return PostVersion.objects.create(
        post=post,
        text=text,
        html=writing.render(text),
        title=title if post.begins_topic else "",
        state=state,
        made_at=now,
        made_by=made_by,
    )


def _keep_first_words(post: Post):
    if not post.versions.exists():
        title = post.topic.title if post.begins_topic else ""
        add_version(post, post.text, title, PostVersion.State.SHOWN, post.created_at)


def _wait_anew(post: Post, now):
    """Nobody decides about words by what stood there while they looked: the wait goes on as new."""
    kinds = (Review.Kind.NEW, Review.Kind.REPORTS)
    for seen in post.reviews.filter(closed_at=None, kind__in=kinds):
        Review.objects.filter(pk=seen.pk).update(closed_at=now)
        anew = open_review(post, seen.kind, seen.opened_at, causes=seen.causes)
        Review.objects.filter(pk=anew.pk).update(escalated_at=seen.escalated_at)
        notices.review_opened(anew, now)


def _judge(post: Post, person, text: str, title: str, now):
    settings = stored_settings()
    key = post.topic.community_key
    author = author_of(person, key, now, trusted_after=settings.trusted_after)
    made = PostVersion.objects.filter(post__author=person, made_by=None, made_at__gt=now - DAY)
    # The words of the beginning are no change.
    if made.exclude(made_at=F("post__created_at")).count() >= EDITS_A_DAY:
        raise Refused(_("You have changed much today. Please go on tomorrow."))
    draft = Draft(text=text, title=title, language=post.language, pictures=post.pictures.count())
    rule = rule_of(post.topic.place, settings)
    verdict = judge(draft, author, rule, words_of(settings), now)
    refusals = set(verdict.causes) - OF_NEW_POSTS
    if verdict.outcome == Outcome.REFUSE and refusals:
        raise Refused(refusal_of(tuple(refusals)))
    if verdict.outcome == Outcome.REFUSE:
        slow = replace(author, last_at=None, last_hour=0, last_day=0)
        verdict = judge(draft, slow, rule, words_of(settings), now)
    if author.standing != Standing.STAFF and _is_in_moderators_words(post):
        return Verdict(Outcome.HOLD, (*verdict.causes, Cause.MODERATORS_WORDS))
    return verdict


def _is_in_moderators_words(post: Post) -> bool:
    shown = post.versions.filter(state=PostVersion.State.SHOWN).order_by("-made_at", "-pk")
    return shown.values_list("made_by", flat=True).first() is not None
