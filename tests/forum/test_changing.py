"""People change and take back what they said; others see the words that were agreed to."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from forum.actions import delete_post, edit_post, publish, withdraw
from forum.models import ForumSettings, Mention, Post, PostVersion, Review, Topic
from forum.moderation import EDITS_A_DAY, Rule
from forum.search import keys_of
from members.pending import Refused
from tests import world
from tests.forum import making

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
HELD, SHOWN = PostVersion.State.HELD, PostVersion.State.SHOWN


def build(site):
    site.section = making.section(making.forum(site))
    site.strict = making.section(making.forum(site), "Stingrā", rule=Rule.ALL_HELD)
    site.article = world.article(site.news, "Talka pie ezera")


def change(post, text="Cits teksts.", now=NOW, place=None, **fields):
    post = Post.objects.select_related("topic", "author").get(pk=post.pk)
    post.topic.place = place
    return edit_post(post=post, person=post.author, text=text, now=now, **fields)


def words(post) -> str:
    return Post.objects.get(pk=post.pk).text


def test_what_may_be_shown_at_once_is_changed_at_once_and_openly(site):
    post = making.post(making.topic(site.section))
    before = post.text
    assert change(post, place=site.section)
    post.refresh_from_db()
    assert (post.text, post.edited_at) == ("Cits teksts.", NOW)
    assert (post.html, post.search_keys) == ("<p>Cits teksts.</p>\n", keys_of("Cits teksts."))
    assert [version.text for version in post.versions.order_by("pk")] == [before, "Cits teksts."]


def test_a_waiting_change_shows_the_words_from_before(site):
    post = making.post(making.topic(site.strict))
    before = post.text
    assert not change(post, place=site.strict)
    assert words(post) == before
    review = Review.objects.get()
    assert (review.kind, review.version.text) == (Review.Kind.EDIT, "Cits teksts.")


def test_a_second_change_takes_the_place_of_the_one_that_waits(site):
    post = making.post(making.topic(site.strict))
    change(post, "Viens", place=site.strict)
    seen = Review.objects.get()
    change(post, "Divi", NOW + timedelta(minutes=1), place=site.strict)
    assert not Review.objects.filter(pk=seen.pk).exists()
    assert Review.objects.get().version.text == "Divi"
    assert post.versions.get(state=HELD).text == "Divi"


def test_a_change_that_is_shown_at_once_ends_the_one_that_waits(site):
    post = making.post(making.topic(site.strict))
    change(post, "Gaida", place=site.strict)
    assert change(post, "Rādās", place=site.section)
    assert not Review.objects.exists()
    assert not post.versions.filter(state=HELD).exists()


def test_a_post_that_waits_goes_on_waiting_with_its_new_words(site):
    post = making.post(making.topic(site.strict), is_held=True)
    assert not change(post, place=site.strict)
    assert words(post) == "Cits teksts."
    assert Review.objects.get(closed_at=None).kind == Review.Kind.NEW


def test_whoever_changes_the_first_post_may_change_the_title(site):
    topic = making.topic(site.section, "Sens nosaukums")
    change(topic.posts.get(), title="Jauns nosaukums", place=site.section)
    topic.refresh_from_db()
    assert (topic.title, topic.search_keys) == ("Jauns nosaukums", keys_of("Jauns nosaukums"))
    change(making.post(topic), title="Mans nosaukums", place=site.section)
    topic.refresh_from_db()
    assert topic.title == "Jauns nosaukums"


def test_comments_have_no_titles(site):
    post = making.comment(site.article)
    change(post, title="Nosaukums", place=site.article)
    assert Topic.objects.get().title == ""


def test_a_change_of_mentions_is_known(site):
    anna, berta = making.person("Anna"), making.person("Berta")
    post = making.post(making.topic(site.section), text="@Anna, ko teiksi?")
    assert Mention.objects.get().person == anna
    change(post, "@Berta, ko teiksi?", place=site.section)
    assert Mention.objects.get().person == berta


@pytest.mark.parametrize("state", [Post.State.HIDDEN, Post.State.SET_ASIDE])
def test_what_a_moderator_took_away_is_not_changed(site, state):
    post = making.post(making.topic(site.section))
    withdraw(post, state, NOW)
    with pytest.raises(Refused):
        change(post, place=site.section)
    assert words(post) == post.text


@pytest.mark.parametrize("fields", [{"is_closed": True}, {"state": Topic.State.HIDDEN}])
def test_nothing_is_changed_in_a_topic_that_was_closed(site, fields):
    topic = making.topic(site.section)
    post = making.post(topic)
    Topic.objects.filter(pk=topic.pk).update(**fields)
    with pytest.raises(Refused):
        change(post, place=site.section)
    assert words(post) == post.text


def test_words_that_are_not_taken_are_not_taken_later_either(site):
    post = making.post(making.topic(site.section))
    settings, _new = ForumSettings.objects.get_or_create(site=site.home.get_site())
    ForumSettings.objects.filter(pk=settings.pk).update(refused_words="izpārdošana")
    with pytest.raises(Refused):
        change(post, "Liela izpārdošana!", place=site.section)
    assert words(post) == post.text


def test_limits_of_writing_do_not_hold_for_changing_but_changes_are_not_endless(site):
    post = making.post(making.topic(site.section), now=NOW)
    for number in range(1, EDITS_A_DAY):
        assert change(post, f"Teksts {number}", NOW + timedelta(seconds=number), site.section)
    assert change(post, "Pēdējais", NOW + timedelta(minutes=1), site.section)
    with pytest.raises(Refused):
        change(post, "Par daudz", NOW + timedelta(minutes=2), site.section)
    assert change(post, "Rīt", NOW + timedelta(days=2), site.section)


def test_taking_back_leaves_nothing_of_the_words(site, django_capture_on_commit_callbacks):
    anna = making.person("Anna")
    post = making.post(making.topic(site.section), text="@Anna, slepeni vārdi")
    change(post, "@Anna, vēl slepenāki vārdi", place=site.section)
    picture = making.picture(post, alt="Slepeni")
    storage, name = picture.file.storage, picture.file.name
    assert storage.exists(name) and anna.mentions.exists()
    with django_capture_on_commit_callbacks(execute=True):
        delete_post(post=post, now=NOW)
    post.refresh_from_db()
    assert (post.text, post.html, post.search_keys, post.fingerprint) == ("", "", "", "")
    assert (post.state, post.number) == (Post.State.DELETED, 2)
    assert not post.versions.exists() and not anna.mentions.exists()
    assert not storage.exists(name)


def test_what_is_taken_back_waits_no_more_and_twice_is_once(site):
    post = making.post(making.topic(site.section), is_held=True, submission=uuid4())
    for _turn in range(2):
        delete_post(post=Post.objects.get(pk=post.pk), now=NOW)
    assert Review.objects.get().closed_at == NOW
    assert Post.objects.get(pk=post.pk).state == Post.State.DELETED


def test_what_was_hidden_stays_for_the_objection(site):
    post = making.post(making.topic(site.section))
    withdraw(post, Post.State.HIDDEN, NOW)
    delete_post(post=post, now=NOW)
    assert words(post) == post.text != ""


def test_what_is_changed_while_it_waits_is_shown_as_it_was_changed(site):
    post = making.post(making.topic(site.section), is_held=True)
    change(post, place=site.section)
    publish(Post.objects.get(pk=post.pk), NOW)
    assert words(post) == "Cits teksts."
