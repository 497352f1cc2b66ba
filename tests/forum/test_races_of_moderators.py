"""Moderators and reporters act at the same moment: one decides, and enough is enough once."""

import pytest
from django.db import OperationalError
from django.utils import timezone

from forum import actions
from forum.models import Decision, Objection, Post, Reason, Review
from members.actions import erase_person
from members.pending import Refused
from tests.forum import making, moderating
from tests.forum.test_races import assert_counted, together

pytestmark = pytest.mark.django_db(transaction=True)
NOW = timezone.now()
DAY = moderating.DAY


@pytest.fixture
def topic(site):
    return making.topic(making.section(making.forum(site)))


@pytest.fixture
def reason():
    return Reason.objects.create(name_lv="Cits", name_en="Other", rule_lv="–", rule_en="–")


def review_of(post):
    return Review.objects.select_related("post__topic", "version").get(post=post, closed_at=None)


def test_of_two_moderators_at_once_one_decides(topic, reason):
    for number in range(4):
        post = making.post(topic, text=f"Vai būs soliņi pie ezera, {number}.", is_held=True)
        first, second = review_of(post), review_of(post)
        one, other = making.person(f"Rita {number}"), making.person(f"Uga {number}")
        answers = together(
            lambda first=first, one=one: actions.approve(review=first, by=one, now=NOW),
            lambda second=second, other=other: actions.refuse(
                review=second, by=other, reason=reason, now=NOW
            ),
        )
        decision = Decision.objects.get(post=post)
        assert [type(answer) for answer in answers].count(actions.AlreadyDecided) == 1
        is_shown = Post.objects.get(pk=post.pk).state == Post.State.SHOWN
        assert is_shown == (decision.kind == Decision.Kind.APPROVE)


def test_people_who_report_at_once_are_all_counted_and_hide_a_post_once(topic, reason):
    post = making.post(topic)
    reporters = [making.person(f"Ziņotājs {number}") for number in range(4)]
    for reporter in reporters:
        making.post(topic, author=reporter, text=f"{reporter} šeit ir pazīstams un raksta.")
    moderating.hide_at(4)

    def reports(person):
        found = Post.objects.select_related("topic").get(pk=post.pk)
        return actions.report_post(post=found, person=person, reason=reason, now=NOW)

    answers = together(*(lambda person=person: reports(person) for person in reporters))
    assert [answer.weight for answer in answers] == [1, 1, 1, 1]
    assert Post.objects.get(pk=post.pk).state == Post.State.SET_ASIDE
    assert Review.objects.filter(post=post).count() == 1


def test_two_objections_at_once_are_one(topic, reason):
    post = making.post(topic)
    decision = actions.hide(post=post, by=making.person("Rita"), reason=reason, now=NOW)

    def objects():
        found = Decision.objects.select_related("post__topic").get(pk=decision.pk)
        return actions.object_to(decision=found, text="Kāpēc?", now=NOW)

    answers = together(objects, objects)
    assert [type(answer) for answer in answers].count(Refused) == 1
    assert Objection.objects.count() == Review.objects.filter(closed_at=None).count() == 1


def erases(person):
    """As the scheduled work does: again, when others were in the way."""
    for _turn in range(20):
        try:
            return erase_person(person=person, now=NOW)
        except OperationalError:
            continue
    raise AssertionError("never erased")


def test_somebody_is_erased_while_they_write_and_others_decide(topic, reason):
    editor = making.person("Rita")
    for number in range(3):
        author = making.person(f"Autors {number}")
        held, shown = (
            making.post(topic, author, text=f"Ezers {number}, {kind}", now=NOW - age, is_held=kind)
            for kind, age in ((True, 2 * DAY), (False, DAY))
        )
        review = review_of(held)
        new = actions.NewPost(text=f"Vēl {number}. teksts par ezera soliņiem.")
        answers = together(
            lambda author=author: erases(author),
            lambda review=review: actions.approve(review=review, by=editor, now=NOW),
            lambda shown=shown: actions.hide(post=shown, by=editor, reason=reason, now=NOW),
            lambda author=author, new=new: actions.submit_post(
                topic=topic, person=author, new=new, now=NOW + DAY
            ),
        )
        told = {type(answer) for answer in answers if isinstance(answer, Exception)}
        assert told <= {actions.AlreadyDecided, Refused}
        author.refresh_from_db()
        assert author.is_erased
        assert_counted(topic)
