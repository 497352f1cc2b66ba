"""Something is said: judged, kept, shown or left for a moderator; and what is refused."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from core.models.pages import Comments
from forum.actions import (
    NewPost,
    begin_topic,
    comment_on,
    edit_post,
    publish,
    submit_post,
)
from forum.models import Block, Following, ForumSettings, Mention, Post, Review, Topic
from forum.moderation import Cause, Rule
from members.pending import Refused
from tests import world
from tests.forum import making

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
TEXT = "Pie skolas vajadzētu gājēju pāreju, bērni tur iet katru dienu."


def build(site):
    site.forum = making.forum(site)
    site.section = making.section(site.forum)
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.theirs = making.section(site.forum, "Tirzas ļaudis", community=site.parish)
    site.article = world.article(site.parish, "Talka pie ezera")


@pytest.fixture
def topic(site):
    return making.topic(site.section, tags=("skola",))


def begin(section, person, **fields):
    new = NewPost(**{"title": "Pāreja", "text": TEXT} | fields)
    return begin_topic(section=section, person=person, new=new, now=NOW)


def answer(topic, person, now=NOW, **fields):
    new = NewPost(**{"text": TEXT} | fields)
    return submit_post(topic=topic, person=person, new=new, now=now)


def test_the_first_post_of_a_newcomer_waits_and_the_next_does_not(topic):
    anna = making.person("Anna")
    first = answer(topic, anna)
    assert first.verdict.causes == (Cause.FIRST_POSTS,)
    assert (first.post.state, first.post.number) == (Post.State.HELD, None)
    review = Review.objects.get()
    assert (review.post, review.kind, review.causes) == (first.post, "new", ["first_posts"])
    publish(first.post, NOW)
    second = answer(topic, anna, text="Vēl kas.", now=NOW + timedelta(hours=1))
    assert (second.post.state, second.post.number) == (Post.State.SHOWN, 3)


def test_a_topic_belongs_to_the_community_of_its_section_or_the_chosen_one(site):
    anna, key = making.person("Anna"), site.parish.translation_key
    assert begin(site.theirs, anna).post.topic.community_key == key
    for chosen, kept in ((None, None), (key, key), (uuid4(), None)):
        somebody = making.person(f"Kāds {chosen}")
        made = begin(site.section, somebody, community_key=chosen, text=f"{TEXT} {chosen}")
        assert made.post.topic.community_key == kept


def test_a_topic_keeps_its_words_for_search_and_its_language(site, people):
    made = begin(site.section, people.editor, title="A crossing by the school", tags=("school",))
    topic = made.post.topic
    assert topic.search_keys and list(topic.tags.names()) == ["school"]
    topic.place = site.section
    english = "We have to do this for the children of the school and the town."
    assert answer(topic, people.editor, text=english).post.language == "en"


def test_tags_are_shared_whatever_their_case(site, people):
    for title, tags in (("Viena", ("Skola",)), ("Otra", ("skola", "ceļi"))):
        begin(site.section, people.editor, title=title, text=title, tags=tags)
    topics = Topic.objects.filter(tags__name="Skola")
    assert topics.count() == 2


def test_the_same_form_makes_one_post_however_often_it_comes(site, people, topic):
    new = {"submission": uuid4()}
    first = answer(topic, people.resident, **new)
    assert answer(topic, people.resident, **new).post == first.post
    begun = begin(site.section, people.editor, submission=uuid4())
    again = begin(site.section, people.editor, submission=begun.post.submission)
    assert (again.post, again.verdict) == (begun.post, None)
    assert Topic.objects.filter(title="Pāreja").count() == 1
    said = NewPost(text="Paldies!")
    for _turn in range(2):
        comment_on(page=site.article, person=people.editor, new=said, now=NOW)
    assert Post.objects.filter(text="Paldies!").count() == 1


def test_the_same_form_with_other_words_says_something_else(site, people, topic):
    first = answer(topic, people.editor, submission=uuid4()).post
    again = answer(topic, people.editor, submission=first.submission, text="Un vēl kas.").post
    assert (again.pk != first.pk, again.text) == (True, "Un vēl kas.")
    first.refresh_from_db()
    assert first.text == TEXT
    # What was changed since is still the same form when it comes once more.
    first.topic = topic
    edit_post(post=first, person=people.editor, text="Labots.", now=NOW)
    assert answer(topic, people.editor, submission=first.submission).post == first


@pytest.mark.parametrize(
    ("fields", "after"),
    [({}, timedelta(hours=2)), ({"text": "Kas cits."}, timedelta(seconds=9))],
    ids=["the same words", "too fast"],
)
def test_a_refused_post_is_not_there(topic, fields, after):
    anna = making.person("Anna")
    answer(topic, anna)
    with pytest.raises(Refused):
        answer(topic, anna, NOW + after, **fields)
    assert anna.posts.count() == 1
    assert answer(topic, anna, NOW + timedelta(hours=2), text="Kas cits.")


def test_whoever_is_blocked_is_refused_there_alone(site, topic):
    anna, key = making.person("Anna"), site.parish.translation_key
    Block.objects.create(
        person=anna, community_key=key, begins_at=NOW, ends_at=NOW + timedelta(days=1)
    )
    with pytest.raises(Refused):
        begin(site.theirs, anna)
    assert answer(topic, anna)


def test_a_refused_topic_leaves_nothing_behind(site):
    ForumSettings.objects.update_or_create(
        site=site.home.get_site(), defaults={"refused_words": "izpārdošana*"}
    )
    with pytest.raises(Refused):
        begin(site.section, making.person("Anna"), title="Izpārdošanas visiem", tags=("viens",))
    assert not Topic.objects.exists()
    assert begin(site.section, making.person("Berta"))


@pytest.mark.parametrize(
    "fields",
    [
        {"is_closed": True},
        {"is_archived": True},
        {"state": Topic.State.HELD},
        {"state": Topic.State.HIDDEN},
        {"state": Topic.State.DELETED},
    ],
)
def test_a_topic_that_was_closed_meanwhile_takes_nothing(people, topic, fields):
    Topic.objects.filter(pk=topic.pk).update(**fields)
    with pytest.raises(Refused):
        answer(topic, people.resident)
    Topic.objects.filter(pk=topic.pk).update(
        is_closed=False, is_archived=False, state=Topic.State.SHOWN
    )
    assert answer(topic, people.resident)


def test_whoever_moderates_answers_in_a_closed_topic_but_not_before_its_first_post(site, people):
    topic = making.topic(site.section, is_held=True)
    with pytest.raises(Refused):
        answer(topic, people.editor)
    publish(topic.posts.get(), NOW)
    Topic.objects.filter(pk=topic.pk).update(is_closed=True)
    assert answer(topic, people.editor).post.number == 2


def test_leaders_answer_in_closed_topics_of_their_own_community_alone(site):
    leader = world.leader(site.parish)
    for section, is_let in ((site.theirs, True), (site.section, False)):
        topic = making.topic(section)
        Topic.objects.filter(pk=topic.pk).update(is_closed=True)
        if is_let:
            assert answer(topic, leader).post.state == Post.State.SHOWN
        else:
            with pytest.raises(Refused):
                answer(topic, leader, text="Un vēl.")


def test_only_those_who_moderate_begin_topics_where_residents_may_not(site, people):
    site.section.takes_topics = False
    with pytest.raises(Refused):
        begin(site.section, people.resident)
    assert begin(site.section, people.editor)


@pytest.mark.parametrize("who", ["resident", "editor", "leader", "stranger"])
def test_nobody_speaks_in_a_name_that_is_not_theirs(site, people, who):
    people.leader = world.leader(site.parish)
    other = world.community(site.index, "Lizuma pagasts", slug="lizums")
    people.stranger = world.leader(other, "lizums@example.test")
    made = answer(making.topic(site.theirs), getattr(people, who), is_official=True)
    offices = {"editor": "municipality", "leader": "community"}
    assert made.post.office == offices.get(who, "")


def test_what_a_helper_types_is_said_by_whoever_is_present(site, people):
    made = begin(site.section, people.editor, speaker="Skaidrīte", is_official=True, follows=True)
    post = made.post
    assert (post.author, post.speaker, post.helper) == (None, "Skaidrīte", people.editor)
    assert (post.helped_consent_at, post.office) == (NOW, "")
    assert post.topic.author is None
    assert not Following.objects.exists()


def test_an_answer_is_to_a_post_of_the_same_topic_that_has_a_place(site, people, topic):
    elsewhere = making.topic(site.section, "Cita").posts.get()
    waiting = making.post(topic, is_held=True)
    first = topic.posts.get(number=1)
    now = NOW
    for replied, kept in ((first, first), (elsewhere, None), (waiting, None)):
        now += timedelta(minutes=5)
        made = answer(topic, people.editor, now, text=str(now), reply_to=replied.pk)
        assert made.post.reply_to == kept


def test_whoever_wants_follows_what_they_write_in(people, topic):
    answer(topic, people.resident, follows=True)
    assert Following.objects.get().key == topic.key


def test_whom_the_words_name_is_kept_but_not_whoever_wrote(topic):
    anna, berta = making.person("Anna Ozola"), making.person("Berta")
    making.person("Anna Ozola-Liepa")
    post = answer(topic, anna, text="@Berta un @Anna Ozola, ko teiksiet?").post
    assert list(Mention.objects.values_list("post", "person")) == [(post.pk, berta.pk)]


class TestComments:
    def test_the_talk_begins_with_what_is_said_first(self, site, people):
        assert not Topic.objects.exists()
        made = comment_on(page=site.article, person=people.editor, new=NewPost(text=TEXT), now=NOW)
        topic = made.post.topic
        assert topic.community_key == site.parish.translation_key
        assert topic.place_key == site.article.translation_key
        assert (topic.kind, made.post.number) == (Topic.Kind.COMMENTS, 1)

    def test_pages_that_take_no_comments_take_none(self, site, people):
        site.article.comments = Comments.SHUT
        with pytest.raises(Refused):
            comment_on(page=site.article, person=people.editor, new=NewPost(text=TEXT), now=NOW)
        assert not Topic.objects.exists()

    @pytest.mark.parametrize("days", [0, 1])
    def test_nothing_is_said_after_the_last_day_by_whichever_way(self, site, people, days):
        post = making.comment(site.article)
        site.article.comments_until = NOW.date() - timedelta(days=days)
        post.topic.place = site.article
        ways = (
            lambda: comment_on(
                page=site.article, person=people.resident, new=NewPost(text="Viens"), now=NOW
            ),
            lambda: answer(post.topic, people.editor, text="Divi"),
        )
        for way in ways:
            if days:
                with pytest.raises(Refused):
                    way()
            else:
                assert way()

    def test_comments_are_asked_what_the_hub_asks_and_not_what_sections_do(self, site):
        making.comment(site.article)
        ForumSettings.objects.update(rule=Rule.ALL_HELD)
        made = comment_on(
            page=site.article, person=making.person("Anna"), new=NewPost(text=TEXT), now=NOW
        )
        assert made.verdict.causes == (Cause.SECTION_HOLDS_ALL,)
