"""The doors of moderators, and of those whom a decision is about."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature, Signer
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from core.roles import is_editor
from forum.access.reading import (
    check_moderator,
    community_of_section,
    is_author,
    may_moderate,
    may_moderate_anything,
    moderated_keys,
    open_keys,
    post_for,
    topic_for,
)
from forum.models import Block, Decision, ForumSectionPage, Post, Review, Topic

DECISIONS = Decision.objects.select_related("reason", "post__topic", "topic", "person")


def reviews_for(person):
    """What waits where the person moderates, the oldest first; raises PermissionDenied."""
    if not may_moderate_anything(person):
        raise PermissionDenied
    waiting = Review.objects.filter(closed_at=None).order_by("opened_at", "pk")
    if is_editor(person):
        return waiting
    return waiting.filter(community_key__in=moderated_keys(person))


def review_for(person, pk: int) -> Review:
    """Something that waits or waited, for whoever moderates there; or raises."""
    found = Review.objects.select_related(
        "post__topic", "post__author", "post__helper", "version", "objection__decision__reason"
    )
    review = get_object_or_404(found, pk=pk)
    check_moderator(person, review.community_key)
    return review


def may_decide(person, review: Review) -> bool:
    """Whether somebody who moderates there may decide about this very thing.

    Never about what is their own, nor about an objection to what they decided themselves.
    """
    if is_author(person, review.post):
        return False
    if review.kind != Review.Kind.OBJECTION:
        return True
    decision = review.objection.decision
    return person.pk not in (decision.made_by_id, decision.person_id)


def review_to_decide(person, pk: int) -> Review:
    """The same, for somebody who may decide about it; or raises."""
    review = review_for(person, pk)
    if not may_decide(person, review):
        raise PermissionDenied
    return review


def post_to_moderate(person, pk: int, now) -> Post:
    """A post that the person moderates and did not write; or raises."""
    post = post_for(person, pk, now)
    check_moderator(person, post.topic.community_key)
    if is_author(person, post):
        raise PermissionDenied
    return post


def topic_to_tend(person, pk: int, now) -> Topic:
    """A topic that the person moderates; or raises."""
    topic = topic_for(person, pk, now)
    check_moderator(person, topic.community_key)
    return topic


def sections_to_move_to(person, topic: Topic, now) -> list[ForumSectionPage]:
    """The other sections that the person reads and in which they still moderate the topic."""
    sections = ForumSectionPage.objects.filter(translation_key__in=open_keys(person, now))
    return [
        page
        for page in sections.select_related("community", "locale").order_by("title", "pk")
        if page.locale.language_code == get_language()
        and page.translation_key != topic.place_key
        and may_moderate(person, community_of_section(page) or topic.community_key)
    ]


def post_that_answers(person, pk: int, now) -> Post:
    """A post of a topic that the person began or moderates; or raises."""
    post = post_for(person, pk, now)
    began = post.topic.author_id is not None and post.topic.author_id == person.pk
    if not began:
        check_moderator(person, post.topic.community_key)
    return post


def block_for(person, pk: int) -> Block:
    """A block that the person may end: an editor any, a leader those of their community."""
    block = get_object_or_404(Block.objects.select_related("person", "decision__post"), pk=pk)
    check_moderator(person, block.community_key)
    if block.person_id == person.pk:
        raise PermissionDenied
    return block


def decision_for(person, key) -> Decision:
    """A decision, for whoever it is about and for those who moderate there; else Http404."""
    decision = get_object_or_404(DECISIONS, key=key)
    is_about = person.is_authenticated and decision.person_id == person.pk
    if not is_about and not may_moderate(person, decision.community_key):
        raise Http404
    return decision


def _signer() -> Signer:
    return Signer(salt="forum.decision", sep=".")


def decision_word(decision: Decision) -> str:
    """The word in the address by which a letter leads to the decision without signing in."""
    return _signer().sign(str(decision.key))


def decision_by_word(word: str) -> Decision:
    """The decision that a letter's link leads to; Http404 once its person is erased."""
    try:
        key = UUID(_signer().unsign(word))
    except (BadSignature, ValueError):
        raise Http404 from None
    return get_object_or_404(DECISIONS, key=key, person__is_erased=False)
