"""Who may read what: where the page of a discussion is closed to somebody, all of it is."""

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Site

from core.access import SignInNeeded
from core.audience import Audience
from core.models.pages import Comments
from forum import access
from forum.actions import publish, put_back, withdraw
from forum.models import ForumSettings, Post, Topic
from tests import world
from tests.forum import making

NOW = timezone.now()
# Words that stand on no page but where that is read which was said at the place.
WORDS = {"section": "Zilonis", "article": "Cielava"}
TITLE = "Kamielis"
ALL_WORDS = (TITLE, *WORDS.values())
PLACES = tuple(WORDS)


def build(site):
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.section = making.section(making.forum(site), community=site.parish)
    site.article = world.article(site.parish, "Talka pie ezera")
    site.author = making.person("Ilze")
    site.people = SimpleNamespace(
        nobody=AnonymousUser(),
        resident=making.person("Jānis"),
        leader=world.leader(site.parish),
        author=site.author,
    )
    other = world.community(site.index, "Lizuma pagasts", slug="lizums")
    site.people.stranger = world.leader(other, "lizums@example.test")
    topic = making.topic(site.section, f"{TITLE} pilsētā", site.author)
    site.posts = {
        "section": making.post(topic, site.author, text=f"{WORDS['section']} ir te."),
        "article": making.comment(site.article, site.author, text=f"{WORDS['article']} ir te."),
    }
    for post in site.posts.values():
        making.picture(post)


def ways(site, place) -> list[str]:
    """All addresses at which what was said at the place is read."""
    page, post = getattr(site, place), site.posts[place]
    picture = post.pictures.get()
    with override("lv"):
        addresses = [
            page.get_url(),
            reverse("forum:post-detail", args=[post.pk]),
            reverse("forum:post-picture", args=[picture.key, "small"]),
            f"{reverse('forum:search')}?q={WORDS[place]}",
        ]
        if place == "section":
            addresses += [
                post.topic.get_absolute_url(),
                page.get_parent().get_url(),
                reverse("forum:topic-feed", args=[post.topic_id]),
                reverse("forum:section-feed", args=[page.translation_key]),
                reverse("forum:topic-unread", args=[post.topic_id]),
                reverse("forum:post-versions", args=[post.pk]),
            ]
    return addresses


def shows(address, person, words=ALL_WORDS) -> bool:
    """Whether the person finds one of the words there; a browser goes where it is led."""
    browser = Client()
    if person.is_authenticated:
        browser.force_login(person)
    response = browser.get(address, follow=True)
    if response.streaming:
        b"".join(response)
        return response.status_code == 200
    text = re.sub(r"<[^>]*>", "", response.content.decode())
    # A word alone is what was searched for, said again.
    found = (f"{word} {after}" in text for word in words for after in ("pilsētā", "ir te"))
    return response.status_code == 200 and any(found)


def seen(site, place, person) -> list[str]:
    return [address for address in ways(site, place) if shows(address, person)]


def unpublished(page):
    page.unpublish()


def expired(page):
    type(page).objects.get(pk=page.pk)
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()


def deleted(page):
    page.delete()


def narrowed(page):
    page.audience = Audience.LEADERS
    page.save_revision().publish()


def switched_off(page):
    page.comments = Comments.SHUT
    page.save_revision().publish()


def usually_off(page):
    hub = Site.objects.get(is_default_site=True)
    ForumSettings.objects.update_or_create(site=hub, defaults={"comments_open": False})


@pytest.mark.parametrize("switch", [switched_off, usually_off])
def test_comments_that_are_switched_off_are_found_nowhere(site, switch):
    switch(site.article)
    for name in ("nobody", "resident"):
        assert seen(site, "article", getattr(site.people, name)) == []
    with override("lv"):
        feed = reverse("forum:topic-feed", args=[site.posts["article"].topic_id])
    assert not shows(feed, site.people.nobody)
    post = site.posts["article"]
    assert access.post_for(site.people.leader, post.pk, NOW) == post


@pytest.mark.parametrize("place", PLACES)
def test_everybody_reads_what_was_said_on_an_open_page(site, place):
    assert [
        address for address in ways(site, place) if not shows(address, site.people.nobody)
    ] == []


# A section in which something was said is not deleted.
WAYS_TO_CLOSE = [
    (place, close)
    for place in PLACES
    for close in (unpublished, expired, deleted, narrowed)
    if (place, close) != ("section", deleted)
]


@pytest.mark.parametrize(("place", "close"), WAYS_TO_CLOSE)
def test_with_its_page_all_that_was_said_is_gone_at_once(site, place, close):
    for person in (site.people.nobody, site.people.resident):
        assert seen(site, place, person)
    addresses = ways(site, place)
    close(getattr(site, place))
    for person in (site.people.nobody, site.people.resident):
        assert [address for address in addresses if shows(address, person)] == []
        assert site.posts[place] not in access.posts_for(person, timezone.now())
        assert site.posts[place].topic not in access.topics_for(person, timezone.now())


@pytest.mark.parametrize("place", PLACES)
def test_leaders_read_what_is_said_among_leaders(site, place):
    narrowed(getattr(site, place))
    # Programs that fetch news sign in nowhere.
    feeds = {address for address in ways(site, place) if address.endswith(".xml")}
    assert {*ways(site, place)} - {*seen(site, place, site.people.leader)} == feeds


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("state", [Post.State.HIDDEN, Post.State.SET_ASIDE])
def test_what_a_moderator_takes_away_is_gone_at_once_and_comes_back(site, place, state):
    post, nobody, word = site.posts[place], site.people.nobody, [WORDS[place]]
    addresses = [address for address in ways(site, place) if shows(address, nobody, word)]
    assert len(addresses) >= 4
    with transaction.atomic():
        withdraw(post, state, NOW)
    assert [address for address in addresses if shows(address, nobody, word)] == []
    assert post not in access.posts_for(nobody, NOW)
    with transaction.atomic():
        put_back(post, NOW)
    assert [address for address in addresses if shows(address, nobody, word)] == addresses


@pytest.mark.parametrize("state", [Topic.State.HELD, Topic.State.HIDDEN, Topic.State.DELETED])
def test_a_topic_that_is_not_shown_shows_no_posts(site, state):
    post = site.posts["section"]
    Topic.objects.filter(pk=post.topic_id).update(state=state)
    for person in (site.people.nobody, site.people.resident, site.people.stranger):
        with pytest.raises(Http404):
            access.topic_for(person, post.topic_id, NOW)
        with pytest.raises(Http404):
            access.post_for(person, post.pk, NOW)
        assert post not in access.posts_for(person, NOW)
    assert access.topic_for(site.people.leader, post.topic_id, NOW)


def test_whoever_began_a_topic_sees_it_while_it_waits_and_not_once_it_is_refused(site):
    author = site.people.resident
    topic = making.topic(site.section, "Gaida", author, is_held=True)
    assert access.topic_for(author, topic.pk, NOW) == topic
    for person in (site.people.nobody, site.people.stranger, site.people.author):
        with pytest.raises(Http404):
            access.topic_for(person, topic.pk, NOW)
    withdraw(topic.posts.get(), Post.State.REFUSED, NOW, come_from=[Post.State.HELD])
    with pytest.raises(Http404):
        access.topic_for(author, topic.pk, NOW)


def test_a_waiting_post_is_there_for_its_author_and_those_who_moderate(site):
    post = making.post(site.posts["section"].topic, site.author, is_held=True, place=site.section)
    for person in (site.people.author, site.people.leader):
        assert access.post_for(person, post.pk, NOW) == post
    for person in (site.people.nobody, site.people.resident, site.people.stranger):
        with pytest.raises(Http404):
            access.post_for(person, post.pk, NOW)
    publish(post, NOW)
    assert access.post_for(site.people.nobody, post.pk, NOW) == post


def test_a_closed_page_is_told_to_be_there_as_the_page_itself_is(site):
    post = site.posts["section"]
    narrowed(site.section)
    with pytest.raises(SignInNeeded):
        access.post_for(site.people.nobody, post.pk, NOW)
    with pytest.raises(PermissionDenied):
        access.post_for(site.people.resident, post.pk, NOW)


class TestOwn:
    def test_only_authors_change_their_posts_and_only_what_is_not_decided(self, site):
        post = site.posts["section"]
        assert access.own_post_for(site.author, post.pk, NOW) == post
        with pytest.raises(SignInNeeded):
            access.own_post_for(site.people.nobody, post.pk, NOW)
        for person in (site.people.resident, site.people.leader):
            with pytest.raises(PermissionDenied):
                access.own_post_for(person, post.pk, NOW)
        withdraw(post, Post.State.HIDDEN, NOW)
        with pytest.raises(Http404):
            access.own_post_for(site.author, post.pk, NOW)


class TestModerating:
    def test_leaders_moderate_their_own_community_and_editors_everything(self, site, people):
        key = site.parish.translation_key
        who = {"resident": False, "stranger": False, "author": False, "leader": True}
        for name, may in who.items():
            assert access.may_moderate(getattr(site.people, name), key) is may
            assert not access.may_moderate(getattr(site.people, name), None)
        assert access.may_moderate(people.editor, key) and access.may_moderate(people.editor, None)

    def test_whoever_moderates_nothing_has_no_queue(self, site, people):
        held = making.post(site.posts["section"].topic, is_held=True, place=site.section)
        for person in (site.people.leader, people.editor):
            assert access.reviews_for(person).get().post == held
        assert not access.reviews_for(site.people.stranger).exists()
        for person in (site.people.nobody, site.people.resident):
            with pytest.raises(PermissionDenied):
                access.reviews_for(person)

    def test_a_review_is_for_those_who_moderate_there(self, site, people):
        held = making.post(site.posts["section"].topic, is_held=True, place=site.section)
        review = held.reviews.get()
        for person in (site.people.leader, people.editor):
            assert access.review_for(person, review.pk) == review
        for person in (site.people.stranger, site.people.resident, site.people.nobody):
            with pytest.raises(PermissionDenied):
                access.review_for(person, review.pk)


class TestTranslations:
    def test_readers_of_both_languages_share_what_is_said(self, site):
        english = world.translated(site.article)
        post = site.posts["article"]
        assert access.talk_of(english) == access.talk_of(site.article) == post.topic
        for language, page in (("lv", site.article), ("en", english)):
            with override(language):
                assert access.page_with_key(page.translation_key, site.people.nobody, NOW) == page
            assert f"{WORDS['article']} ir te." in Client().get(page.get_url()).content.decode()
        new = making.comment(english, site.people.resident, text="The elephant is here.")
        assert new.topic == post.topic
        assert "The elephant is here." in Client().get(site.article.get_url()).content.decode()

    def test_where_the_active_language_has_no_page_the_other_is_shown(self, site):
        with override("en"):
            page = access.page_with_key(site.section.translation_key, site.people.nobody, NOW)
        assert page == site.section

    def test_sections_in_both_languages_list_the_same_topics(self, site):
        world.translated(site.section.get_parent().specific)
        english = world.translated(site.section)
        topics = access.topics_for(site.people.nobody, NOW).at([english.translation_key])
        assert topics.get() == site.posts["section"].topic


def test_official_names_are_those_of_the_place(site, people):
    key = site.parish.translation_key
    office = Post.Office
    for person, there, elsewhere in (
        (people.editor, office.MUNICIPALITY, office.MUNICIPALITY),
        (site.people.leader, office.COMMUNITY, office.NONE),
        (site.people.resident, office.NONE, office.NONE),
    ):
        assert (access.office_of(person, key), access.office_of(person, None)) == (
            there,
            elsewhere,
        )
