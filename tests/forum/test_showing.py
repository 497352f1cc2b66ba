"""Posts become visible and stop being it, and their topic always knows how many there are."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from core import stamp
from forum.actions import AlreadyDecided, delete_post, edit_post, publish, put_back, withdraw
from forum.models import Post, Topic
from members.pending import Refused
from tests import world
from tests.forum import making

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
STATES = Post.State


def build(site):
    site.section = making.section(making.forum(site))
    site.article = world.article(site.news, "Talka pie ezera")


@pytest.fixture
def topic(site):
    return making.topic(site.section)


def assert_counted(topic):
    topic.refresh_from_db()
    counted = making.counters_of(topic)
    assert {name: getattr(topic, name) for name in counted} == counted


def test_a_waiting_post_gets_the_next_number_when_it_is_shown(topic):
    first, second = (making.post(topic, is_held=True) for _ in range(2))
    assert (first.number, second.number) == (None, None)
    publish(second, NOW)
    publish(first, NOW)
    assert (second.number, first.number) == (2, 3)
    assert (first.state, first.shown_at) == (STATES.SHOWN, NOW)
    assert_counted(topic)
    assert (topic.last_post, topic.last_post_at) == (first, NOW)


def test_what_is_shown_is_not_shown_again_and_no_number_is_lost(topic):
    post = making.post(topic, is_held=True)
    publish(post, NOW)
    with pytest.raises(AlreadyDecided):
        publish(Post.objects.get(pk=post.pk), NOW)
    assert_counted(topic)
    assert topic.last_number == 2


@pytest.mark.parametrize("state", [STATES.HIDDEN, STATES.SET_ASIDE, STATES.DELETED])
def test_what_is_taken_away_leaves_its_number_behind(topic, state):
    kept, post = making.post(topic), making.post(topic)
    withdraw(post, state, NOW)
    assert_counted(topic)
    assert (topic.post_count, topic.last_post, topic.last_number) == (2, kept, 3)
    assert list(topic.posts.with_place().order_by("number"))[-1] == post
    with pytest.raises(AlreadyDecided):
        withdraw(post, state, NOW)
    assert making.post(topic).number == 4


def test_what_was_hidden_comes_back_to_its_place(topic):
    post = making.post(topic)
    withdraw(post, STATES.HIDDEN, NOW)
    put_back(post, NOW)
    assert Post.objects.get(pk=post.pk).number == 2
    assert_counted(topic)
    with pytest.raises(AlreadyDecided):
        put_back(post, NOW)


def test_what_its_author_deleted_does_not_come_back(topic):
    post = making.post(topic)
    delete_post(post=post, now=NOW)
    with pytest.raises(AlreadyDecided):
        put_back(Post.objects.get(pk=post.pk), NOW)


def test_a_topic_appears_with_its_first_post_and_goes_with_it(site):
    topic = making.topic(site.section, is_held=True)
    post = topic.posts.get()
    assert topic.state == Topic.State.HELD
    for change, state in (
        (lambda: publish(post, NOW), Topic.State.SHOWN),
        (lambda: withdraw(post, STATES.SET_ASIDE, NOW), Topic.State.HIDDEN),
        (lambda: put_back(post, NOW), Topic.State.SHOWN),
    ):
        change()
        assert Topic.objects.get(pk=topic.pk).state == state


def test_a_refused_topic_is_hidden_and_shown_once_it_is_approved_after_all(site):
    topic = making.topic(site.section, is_held=True)
    post = topic.posts.get()
    withdraw(post, STATES.REFUSED, NOW, come_from=[STATES.HELD])
    assert Topic.objects.get(pk=topic.pk).state == Topic.State.HIDDEN
    Post.objects.filter(pk=post.pk).update(state=STATES.HELD)
    publish(post, NOW)
    assert Topic.objects.get(pk=topic.pk).state == Topic.State.SHOWN


def test_a_topic_that_others_answered_outlives_its_first_post(topic):
    making.post(topic)
    delete_post(post=topic.posts.get(number=1), now=NOW)
    topic.refresh_from_db()
    assert (topic.state, topic.title) == (Topic.State.SHOWN, "Vai pie ezera būs soliņi?")


@pytest.mark.parametrize("is_held", [True, False])
def test_a_topic_that_nobody_answered_is_deleted_with_its_words(site, is_held):
    topic = making.topic(site.section, tags=("soliņi",), is_held=is_held)
    delete_post(post=topic.posts.get(), now=NOW)
    topic.refresh_from_db()
    assert (topic.state, topic.title, topic.search_keys) == (Topic.State.DELETED, "", "")
    assert not topic.tags.exists()


def test_the_talk_under_a_page_outlives_every_post(site):
    post = making.comment(site.article)
    delete_post(post=post, now=NOW)
    topic = Topic.objects.get(place_key=site.article.translation_key)
    assert (topic.state, topic.post_count, topic.last_post) == (Topic.State.SHOWN, 0, None)


def test_the_newest_official_answer_is_the_one(topic, people):
    old, new = (making.post(topic, people.editor, f"Atbilde {n}", is_official=True) for n in "12")
    making.post(topic)

    def official():
        return Topic.objects.get(pk=topic.pk).official_answer

    assert official() == new
    withdraw(old, STATES.HIDDEN, NOW)
    put_back(old, NOW)
    assert official() == new
    withdraw(new, STATES.HIDDEN, NOW)
    assert official() == old
    withdraw(old, STATES.HIDDEN, NOW)
    assert official() is None
    put_back(new, NOW)
    assert official() == new


def test_what_begins_a_topic_is_no_answer(site, people):
    topic = making.topic(site.section, author=people.editor, is_official=True)
    assert topic.official_answer is None
    answer = making.post(topic, people.editor, is_official=True)
    withdraw(answer, STATES.HIDDEN, NOW)
    assert Topic.objects.get(pk=topic.pk).official_answer is None


def test_the_answer_is_one_no_longer_when_it_goes(topic):
    post = making.post(topic)
    Topic.objects.filter(pk=topic.pk).update(answer=post)
    withdraw(post, STATES.HIDDEN, NOW)
    assert Topic.objects.get(pk=topic.pk).answer is None


def test_every_change_makes_kept_pages_stale(topic):
    post = making.post(topic, is_held=True)
    for change in (
        lambda: publish(post, NOW),
        lambda: withdraw(post, STATES.HIDDEN, NOW),
        lambda: put_back(post, NOW),
    ):
        before = stamp.current()
        change()
        assert stamp.current() > before


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_the_counters_say_what_the_tables_say(site, seed):
    chance = random.Random(seed)
    topic = making.topic(site.section)
    places = {topic.pk: site.section}
    now = NOW
    for _step in range(40):
        now += timedelta(minutes=20)
        post = chance.choice([None, None, *topic.posts.select_related("topic", "author")])
        try:
            with transaction.atomic():
                _do_something(topic, post, places[topic.pk], chance, now)
        except (AlreadyDecided, Refused):
            pass
        assert_counted(topic)
        numbers = topic.posts.exclude(number=None).order_by("number")
        assert list(numbers.values_list("number", flat=True)) == list(
            range(1, topic.last_number + 1)
        )


def _do_something(topic, post, place, chance, now):
    if post is None:
        making.post(topic, place=place, now=now, is_held=chance.random() < 0.4)
        return
    post.topic.place = place
    chance.choice(
        [
            lambda: publish(post, now),
            lambda: withdraw(post, STATES.HIDDEN, now),
            lambda: withdraw(post, STATES.SET_ASIDE, now),
            lambda: withdraw(post, STATES.REFUSED, now, come_from=[STATES.HELD]),
            lambda: put_back(post, now),
            lambda: delete_post(post=post, now=now),
            lambda: edit_post(post=post, person=post.author, text=f"{now}", now=now),
        ]
    )()
