from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from forum import access, actions
from forum.actions.objecting import OBJECT_WITHIN
from forum.models import Block, Decision, Objection, Post, Review
from members.pending import Refused
from tests.forum import making, moderating

NOW = timezone.now()


def build(site):
    site.people = SimpleNamespace(
        author=making.person("Anna"),
        editor=moderating.editor("Rita"),
        other=moderating.editor("Uga"),
    )
    site.section = making.section(making.forum(site))
    site.topic = making.topic(site.section)
    site.post = making.post(site.topic, author=site.people.author)


def fresh(post):
    return Post.objects.select_related("topic").get(pk=post.pk)


def hide(site):
    return moderating.hidden(fresh(site.post), site.people.editor, now=NOW)


def object_to(decision, now=NOW):
    return actions.object_to(decision=decision, text="Tā bija tikai ironija.", now=now)


def decide(objection, by, *, is_overturned):
    return actions.decide_objection(
        review=objection.review, by=by, is_overturned=is_overturned, now=NOW
    )


def test_an_objection_waits_for_somebody_else_than_before(site):
    objection = object_to(hide(site))
    assert objection.review.kind == Review.Kind.OBJECTION
    assert not access.may_decide(site.people.editor, objection.review)
    assert not access.may_decide(site.people.author, objection.review)
    assert access.may_decide(site.people.other, objection.review)


def test_one_objects_once(site):
    decision = hide(site)
    object_to(decision)
    with pytest.raises(Refused):
        object_to(Decision.objects.get(pk=decision.pk))
    assert Objection.objects.count() == 1


def test_one_objects_within_half_a_year(site):
    with pytest.raises(Refused):
        object_to(hide(site), now=NOW + OBJECT_WITHIN + timedelta(minutes=1))


def test_to_what_takes_nothing_away_nobody_objects(site):
    hide(site)
    decision = actions.restore(post=fresh(site.post), by=site.people.other, now=NOW)
    with pytest.raises(Refused):
        object_to(decision)


def test_a_decision_that_is_taken_back_shows_the_post_again(site):
    objection = object_to(hide(site))
    decide(objection, site.people.other, is_overturned=True)
    post = fresh(site.post)
    assert (post.state, post.number) == (Post.State.SHOWN, site.post.number)
    objection.refresh_from_db()
    assert objection.outcome == Objection.Outcome.OVERTURNED
    assert objection.decided_by == site.people.other


def test_a_decision_that_stands_changes_nothing(site):
    objection = object_to(hide(site))
    decision = decide(objection, site.people.other, is_overturned=False)
    assert fresh(site.post).state == Post.State.HIDDEN
    objection.refresh_from_db()
    assert objection.outcome == Objection.Outcome.UPHELD
    assert (decision.kind, decision.person) == (Decision.Kind.UPHOLD, site.people.author)


def test_a_second_look_is_taken_once(site):
    objection = object_to(hide(site))
    decide(objection, site.people.other, is_overturned=True)
    with pytest.raises(actions.AlreadyDecided):
        decide(objection, site.people.other, is_overturned=False)


def test_a_post_that_was_refused_appears_when_that_is_taken_back(site):
    topic = making.topic(site.section, "Jauna tēma", is_held=True)
    post = topic.posts.get()
    refused = actions.refuse(
        review=moderating.review_of(post),
        by=site.people.editor,
        reason=moderating.reason(),
        now=NOW,
    )
    decide(object_to(refused), site.people.other, is_overturned=True)
    post = fresh(post)
    assert (post.state, post.number, post.topic.state) == ("shown", 1, "shown")


def test_the_authors_words_come_back_when_the_change_is_taken_back(site):
    before, review = site.post.text, moderating.reported(fresh(site.post), making.person("Zane"))
    changed = actions.approve_changed(
        review=review,
        by=site.people.editor,
        text="Maigāk sakot.",
        reason=moderating.reason(),
        now=NOW,
    )
    assert fresh(site.post).text == "Maigāk sakot."
    decide(object_to(changed), site.people.other, is_overturned=True)
    assert fresh(site.post).text == before


def test_a_block_that_is_taken_back_is_over(site):
    block = actions.block(
        post=fresh(site.post),
        by=site.people.editor,
        days=7,
        community_key=None,
        reason=moderating.reason(),
        now=NOW,
    )
    assert block.ends_at == NOW + timedelta(days=7)
    decide(object_to(block.decision), site.people.other, is_overturned=True)
    assert Block.objects.get().ends_at == NOW


def test_every_decision_about_a_post_has_an_objection_of_its_own(site):
    first = object_to(hide(site))
    block = actions.block(
        post=fresh(site.post),
        by=site.people.editor,
        days=7,
        community_key=None,
        reason=moderating.reason(),
        now=NOW,
    )
    second = object_to(block.decision)
    assert first.review != second.review
    decide(second, site.people.other, is_overturned=False)
    first.review.refresh_from_db()
    assert first.review.closed_at is None


def test_an_objection_is_answered_though_the_author_deletes_the_post(site):
    warned = actions.warn(
        post=fresh(site.post), by=site.people.editor, reason=moderating.reason(), now=NOW
    )
    objection = object_to(warned)
    actions.delete_post(post=fresh(site.post), now=NOW)
    objection.review.refresh_from_db()
    assert objection.review.closed_at is None
    decide(objection, site.people.other, is_overturned=True)
    assert fresh(site.post).state == Post.State.DELETED
