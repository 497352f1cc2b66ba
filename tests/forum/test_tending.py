from types import SimpleNamespace

import pytest
from django.utils import timezone

from forum import actions
from forum.models import Following, Post, Topic
from members.pending import Refused
from tests.forum import making, moderating

NOW = timezone.now()


def build(site):
    site.people = SimpleNamespace(author=making.person("Anna"), editor=moderating.editor("Rita"))
    site.section = making.section(making.forum(site))
    site.topic = making.topic(site.section, author=site.people.author, posts=3)
    site.other = making.topic(site.section, "Cita tēma", posts=2)


def fresh(topic):
    found = Topic.objects.get(pk=topic.pk)
    counters = {name: getattr(found, name) for name in ("last_number", "post_count", "last_post")}
    assert counters | {"last_number": 0} == making.counters_of(found) | {"last_number": 0}
    return found


def merge(site):
    return actions.merge_topics(topic=site.topic, target=site.other, by=site.people.editor, now=NOW)


@pytest.mark.parametrize(
    ("deed", "name"), [("close", "is_closed"), ("pin", "is_pinned"), ("archive", "is_archived")]
)
def test_a_topic_is_tended_once(site, deed, name):
    assert actions.tend(topic=site.topic, by=site.people.editor, deed=deed, now=NOW)
    assert getattr(fresh(site.topic), name)
    assert not actions.tend(topic=site.topic, by=site.people.editor, deed=deed, now=NOW)


def test_two_topics_become_one_in_the_order_of_their_posts(site):
    posts = list(site.topic.posts.order_by("number"))
    hidden = posts[1]
    moderating.hidden(hidden, site.people.editor)
    merge(site)
    target = fresh(site.other)
    assert list(target.posts.order_by("number").values_list("pk", flat=True))[3:] == [
        post.pk for post in posts
    ]
    assert (target.last_number, target.post_count) == (7, 6)
    gone = fresh(site.topic)
    assert (gone.state, gone.merged_into, gone.post_count) == (Topic.State.HIDDEN, target, 0)


def test_whoever_followed_a_merged_topic_follows_the_other_as_they_wish(site):
    muted, follower = making.person("Ivo"), making.person("Dace")
    for person in (muted, follower):
        actions.follow(person=person, key=site.topic.key, now=NOW)
    actions.mute(person=muted, key=site.other.key, now=NOW)
    merge(site)
    wishes = Following.objects.filter(key=site.other.key)
    assert wishes.get(person=muted).wish == Following.Wish.MUTED
    assert wishes.get(person=follower).wish == Following.Wish.FOLLOWS
    assert not Following.objects.filter(key=site.topic.key).exists()


def test_a_topic_is_merged_once_and_not_with_itself(site):
    with pytest.raises(Refused):
        actions.merge_topics(topic=site.topic, target=site.topic, by=site.people.editor, now=NOW)
    merge(site)
    with pytest.raises(Refused):
        merge(site)
    third = making.topic(site.section, "Trešā tēma")
    actions.merge_topics(topic=site.other, target=third, by=site.people.editor, now=NOW)
    assert fresh(site.topic).merged_into == third


def test_posts_move_behind_those_of_another_topic(site):
    third = site.topic.posts.get(number=3)
    actions.mark_answer(post=third, by=site.people.author, now=NOW)
    actions.move_posts(
        posts=actions.with_later(third), target=site.other, by=site.people.editor, now=NOW
    )
    assert [post.number for post in fresh(site.topic).posts.order_by("number")] == [1, 2]
    assert fresh(site.topic).answer is None
    target = fresh(site.other)
    assert (target.last_number, target.posts.get(pk=third.pk).number) == (5, 4)


def test_a_topic_keeps_its_first_post(site):
    first = site.topic.posts.get(number=1)
    with pytest.raises(Refused):
        actions.move_posts(posts=[first], target=site.other, by=site.people.editor, now=NOW)
    assert fresh(site.topic).posts.count() == 4


def test_one_post_answers_a_topic_until_the_mark_is_taken_away(site):
    second = site.topic.posts.get(number=2)
    assert actions.mark_answer(post=second, by=site.people.author, now=NOW)
    assert fresh(site.topic).answer == second
    assert not actions.mark_answer(post=second, by=site.people.author, now=NOW)
    assert fresh(site.topic).answer is None


def test_neither_the_question_nor_a_hidden_post_answers_it(site):
    second = site.topic.posts.get(number=2)
    moderating.hidden(second, site.people.editor)
    for post in (site.topic.posts.get(number=1), Post.objects.get(pk=second.pk)):
        with pytest.raises(Refused):
            actions.mark_answer(post=post, by=site.people.author, now=NOW)
