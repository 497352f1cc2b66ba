"""What somebody tries who means ill, and what went wrong once."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from forum import actions
from forum.models import Post, Review
from forum.moderation import Rule
from tests.forum import making, moderating

NOW = timezone.now()
LATER = NOW + timedelta(minutes=5)


def build(site):
    site.people = SimpleNamespace(author=making.person("Anna"), editor=moderating.editor("Rita"))
    site.section = making.section(making.forum(site), rule=Rule.AT_ONCE)
    site.topic = making.topic(site.section)
    site.post = making.post(site.topic, author=site.people.author)


def change(post, text, now=NOW):
    post = Post.objects.select_related("topic", "author").get(pk=post.pk)
    post.topic.place = making._place_of(post.topic)
    return actions.edit_post(post=post, person=post.author, text=text, now=now)


def words(post) -> str:
    return Post.objects.get(pk=post.pk).text


def test_nobody_approves_words_that_were_changed_while_they_looked(site):
    held = making.post(site.topic, author=site.people.author, is_held=True)
    seen = moderating.review_of(held)
    change(held, "Pavisam citi vārdi.")
    with pytest.raises(actions.AlreadyDecided):
        actions.approve(review=seen, by=site.people.editor, now=NOW)
    waits = moderating.review_of(held)
    assert (waits.kind, waits.opened_at) == (Review.Kind.NEW, seen.opened_at)
    actions.approve(review=waits, by=site.people.editor, now=NOW)
    assert Post.objects.get(pk=held.pk).state == Post.State.SHOWN


def test_nobody_keeps_reported_words_that_were_changed_while_they_looked(site):
    seen = moderating.reported(site.post, making.person("Zane"))
    change(site.post, "Vēl sliktāki vārdi.")
    with pytest.raises(actions.AlreadyDecided):
        actions.keep(review=seen, by=site.people.editor, now=NOW)
    assert not Post.objects.get(pk=site.post.pk).is_reviewed
    assert moderating.review_of(site.post).opened_at == seen.opened_at


def test_words_that_a_moderator_changed_do_not_come_back_by_themselves(site):
    moderators = {"text": "Bez lamuvārda.", "reason": moderating.reason()}
    review = moderating.reported(site.post, making.person("Zane"))
    actions.approve_changed(review=review, by=site.people.editor, now=NOW, **moderators)
    assert not change(site.post, "Ar lamuvārdu.", LATER)
    assert words(site.post) == "Bez lamuvārda."
    waits = moderating.review_of(site.post)
    assert (waits.kind, waits.causes) == (Review.Kind.EDIT, ["moderators_words"])
    actions.approve(review=waits, by=site.people.editor, now=LATER)
    assert change(site.post, "Un vēl labāk.", LATER + timedelta(minutes=1))
