"""Many people write at the same moment: one after the other, each once, and all are counted."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import count
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.utils import timezone

from forum.actions import (
    AlreadyDecided,
    NewPost,
    delete_post,
    edit_post,
    follow,
    merge_topics,
    posting,
    publish,
    put_back,
    report_post,
    submit_post,
    withdraw,
)
from forum.kinds import run_post
from forum.models import Post, Topic
from forum.moderation import Rule
from members.models import User
from members.pending import Refused
from tests import world
from tests.forum import making, moderating

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
EARLIER = datetime(2026, 11, 20, 10, tzinfo=UTC)
PEOPLE = 8
WORDS = "Pie skolas vajadzētu gājēju pāreju, bērni tur iet katru dienu."


@pytest.fixture
def section(site):
    return making.section(making.forum(site), rule=Rule.AT_ONCE)


@pytest.fixture
def topic(section):
    return making.topic(section, now=EARLIER)


def together(*deeds) -> list:
    """What each answers when all begin at the same moment; what they raise is an answer too."""
    gate = Barrier(len(deeds))

    def do(deed):
        gate.wait()
        try:
            return deed()
        except (Refused, AlreadyDecided) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return [future.result() for future in [pool.submit(do, deed) for deed in deeds]]


def people(number=PEOPLE) -> list:
    return [making.person(f"Rakstītājs {each}") for each in range(number)]


def says(topic, person, text, now=NOW, **fields):
    """A deed: the person says this in the topic, as one request does."""

    def deed(submit=submit_post):
        found = Topic.objects.get(pk=topic.pk)
        found.place = topic.place
        return submit(topic=found, person=person, new=NewPost(text=text, **fields), now=now)

    return deed


def assert_counted(topic, numbers=None):
    topic.refresh_from_db()
    counted = making.counters_of(topic)
    assert {name: getattr(topic, name) for name in counted} == counted
    found = list(topic.posts.exclude(number=None).order_by("number"))
    assert [post.number for post in found] == list(range(1, topic.last_number + 1))
    assert numbers is None or len(found) == numbers


def test_what_eight_say_at_once_is_numbered_without_gaps(topic):
    deeds = [says(topic, each, f"Arī {each.name} tā domā.") for each in people()]
    assert {made.post.state for made in together(*deeds)} == {Post.State.SHOWN}
    assert_counted(topic, PEOPLE + 1)


def test_followers_who_answer_each_other_at_once_are_all_heard(topic):
    everybody = people()
    for each in everybody:
        follow(person=each, key=topic.key, now=EARLIER)
    together(*(says(topic, each, f"Arī {each.name} tā domā.") for each in everybody))
    assert_counted(topic, PEOPLE + 1)


def test_newcomers_who_say_their_names_at_once_are_all_heard(topic):
    def confirms(person):
        payload = {"topic": topic.pk, "text": f"{person.email} piekrīt.", "name": person.email[:5]}
        fields = {"language": "lv", "submission": str(uuid4()), "reply_to": None, "pictures": []}
        fields |= {"is_official": False, "follows": True, "speaker": ""}

        def deed():
            with transaction.atomic():
                return run_post(person=person, payload=payload | fields, now=timezone.now())

        return deed

    newcomers = [world.person(f"nac{number}@example.test") for number in range(PEOPLE)]
    others = [says(topic, each, f"Arī {each.name} tā domā.") for each in people()]
    answers = together(*map(confirms, newcomers), *others)
    assert not any(isinstance(answer, Exception) for answer in answers)
    assert_counted(topic, 2 * PEOPLE + 1)
    assert not User.objects.filter(email__startswith="nac", display_name="").exists()


def test_a_form_that_is_sent_twice_at_once_makes_one_post(topic):
    new, person = {"submission": NewPost(text="").submission}, people(1)[0]
    made = together(*(says(topic, person, WORDS, **new) for _ in range(PEOPLE)))
    assert {answer.post.pk for answer in made} == {topic.posts.get(number=2).pk}
    assert_counted(topic, 2)


def test_the_same_words_are_not_said_twice_by_two_forms_at_once(topic):
    person = people(1)[0]
    made = together(*(says(topic, person, WORDS) for _ in range(PEOPLE)))
    assert sum(isinstance(answer, Refused) for answer in made) == PEOPLE - 1
    assert_counted(topic, 2)


def test_without_the_guard_the_same_words_would_be_said_twice(topic, monkeypatch):
    """The trial itself: it does bring people together so that a mistake would be seen."""
    person, gate, judge = people(1)[0], Barrier(PEOPLE, timeout=60), posting._judge

    def judged(*arguments, **fields):
        verdict = judge(*arguments, **fields)
        # Nobody writes before everybody has looked, however busy the machine is.
        gate.wait()
        return verdict

    # One database guards by a lock on the person, the other by one writer at a time.
    monkeypatch.setattr(posting, "_one_at_a_time", lambda person: None)
    monkeypatch.setattr(posting, "_judge", judged)
    monkeypatch.setattr(posting, "locked", lambda pk: Topic.objects.get(pk=pk))
    submit = submit_post.__wrapped__ if connection.vendor == "sqlite" else submit_post
    topic.place.rule = Rule.ALL_HELD
    deeds = [says(topic, person, WORDS) for _ in range(PEOPLE)]
    together(*(lambda deed=deed: deed(submit) for deed in deeds))
    assert Post.objects.filter(text=WORDS).count() == PEOPLE


def test_what_two_moderators_approve_at_once_is_shown_once(topic):
    post = making.post(topic, is_held=True, now=NOW)

    def approve():
        with transaction.atomic():
            publish(Post.objects.get(pk=post.pk), NOW)

    answers = together(*[approve] * 4)
    assert sum(isinstance(answer, AlreadyDecided) for answer in answers) == 3
    assert_counted(topic, 2)


def test_posts_come_and_go_at_once_and_all_are_counted(topic):
    making.many_posts(topic, 12)
    numbered = list(topic.posts.exclude(number=1).order_by("number"))
    hidden, gone, theirs = numbered[:4], numbered[4:8], numbered[8:12]

    def hide(post):
        with transaction.atomic():
            withdraw(Post.objects.get(pk=post.pk), Post.State.HIDDEN, NOW)

    def hide_and_show(post):
        hide(post)
        with transaction.atomic():
            put_back(Post.objects.get(pk=post.pk), NOW)

    together(
        *(lambda post=post: hide(post) for post in hidden),
        *(lambda post=post: delete_post(post=post, now=NOW) for post in gone),
        *(lambda post=post: hide_and_show(post) for post in theirs),
        *(says(topic, each, f"Arī {each.name} tā domā.") for each in people(4)),
    )
    assert_counted(topic, 17)
    assert topic.post_count == 9


def test_a_post_that_is_set_aside_and_hidden_at_once_is_counted_once(topic):
    post = making.post(topic, now=NOW)

    def take(state):
        def deed():
            seen = Post.objects.get(pk=post.pk)
            with transaction.atomic():
                withdraw(seen, state, NOW)

        return deed

    together(take(Post.State.SET_ASIDE), take(Post.State.HIDDEN))
    assert_counted(topic, 2)


def test_a_first_post_is_changed_and_approved_at_once(section):
    for number in count(1):
        author = making.person(f"Autors {number}")
        topic = making.topic(section, f"Tēma {number}", author, is_held=True, now=EARLIER)
        post = topic.posts.select_related("topic").get()
        post.topic.place = section

        def approve(post=post):
            with transaction.atomic():
                publish(Post.objects.get(pk=post.pk), NOW)

        def change(post=post, author=author):
            return edit_post(post=post, person=author, text="Citādi.", title="Cita", now=NOW)

        together(approve, change)
        assert_counted(topic, 1)
        assert topic.title == "Cita"
        if number == 5:
            return


def test_nothing_is_said_into_a_topic_that_is_merged_meanwhile(topic):
    editor, everybody = making.person("Rita"), people(4)
    for number in range(4):
        other = making.topic(topic.place, f"Tēma {number}", now=EARLIER)
        merges = lambda other=other: merge_topics(topic=other, target=topic, by=editor, now=NOW)  # noqa: E731
        deeds = [says(other, each, f"{each.name} saka: {number}.") for each in everybody]
        together(merges, *deeds)
        other.refresh_from_db()
        assert (other.state, other.merged_into) == (Topic.State.HIDDEN, topic)
        assert not other.posts.exists()
    assert_counted(topic)


@pytest.mark.parametrize(
    "act",
    [
        lambda post, person: withdraw(post, Post.State.HIDDEN, NOW),
        lambda post, person: delete_post(post=post, now=NOW),
        lambda post, person: report_post(post=post, person=person, reason=None, now=NOW),
        lambda post, person: edit_post(post=post, person=post.author, text="Citādi.", now=NOW),
    ],
    ids=["hide", "delete", "report", "edit"],
)
def test_a_post_that_was_seen_in_another_topic_is_counted_where_it_stands(topic, act):
    moderating.hide_at(1)
    other = making.topic(topic.place, "Cita tēma", now=EARLIER)
    seen = Post.objects.select_related("topic").get(pk=making.post(other, now=EARLIER).pk)
    seen.topic.place = topic.place
    person = moderating.known("Dace", topic)
    merge_topics(topic=other, target=topic, by=person, now=NOW)
    with transaction.atomic():
        act(seen, person)
    assert_counted(topic)
    assert_counted(other, 0)
