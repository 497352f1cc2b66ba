from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from forum.models import Block, Decision, Post, Topic
from tests import world
from tests.forum import making, moderating


def build(site):
    forum = making.forum(site)
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.other_parish = world.community(site.index, "Lizuma pagasts", slug="lizums")
    site.people = SimpleNamespace(
        author=making.person("Anna"),
        resident=making.person("Zane"),
        editor=moderating.editor("Rita"),
        leader=world.leader(site.parish, "tirza@example.test"),
        stranger=world.leader(site.other_parish, "lizums@example.test"),
    )
    site.shared = making.section(forum)
    site.section = making.section(forum, "Tirzas lietas", community=site.parish)
    site.foreign = making.section(forum, "Lizuma lietas", community=site.other_parish)
    site.topic = making.topic(site.section, "Tirzas tilts", author=site.people.author)
    site.elsewhere = making.topic(site.foreign, "Lizuma tilts")
    site.post = making.post(site.topic, author=site.people.resident)


def browser(person=None):
    found = Client()
    if person:
        found.force_login(person)
    return found


def post(site, person, name, pk, **sent):
    return browser(person).post(reverse(f"forum:{name}", args=[pk]), sent)


def topic(site):
    return Topic.objects.get(pk=site.topic.pk)


def moderate(site, person, **sent):
    return post(site, person, "post-moderate", site.post.pk, **sent)


NAMES = ("topic-tend", "topic-move", "topic-merge", "post-move", "post-moderate")


@pytest.mark.parametrize("name", NAMES)
def test_nobody_but_moderators_of_the_place_gets_in(site, name):
    pk = site.post.pk if name.startswith("post") else site.topic.pk
    sent = {"deed": "close", "section": "x", "topic": str(site.elsewhere.pk)}
    for person in (site.people.stranger, site.people.resident, site.people.author):
        assert post(site, person, name, pk, **sent).status_code == 403
    assert post(site, None, name, pk, **sent).status_code == 302
    assert post(site, site.people.leader, name, 99999, **sent).status_code == 404
    assert not topic(site).is_closed


def test_a_leader_tends_the_topics_of_the_own_community(site):
    response = post(site, site.people.leader, "topic-tend", site.topic.pk, deed="close")
    assert response.url == site.topic.get_absolute_url()
    assert topic(site).is_closed
    assert post(site, site.people.leader, "topic-tend", site.topic.pk, deed="x").status_code == 404


def test_the_tools_stand_where_moderators_read(site):
    place = site.topic.get_absolute_url()
    assert reverse("forum:topic-tend", args=[site.topic.pk]) in (
        browser(site.people.leader).get(place).content.decode()
    )
    body = browser(site.people.author).get(place).content.decode()
    assert reverse("forum:topic-tend", args=[site.topic.pk]) not in body
    assert reverse("forum:post-answer", args=[site.post.pk]) in body


def test_a_topic_is_moved_only_to_where_the_person_moderates_it_still(site):
    sent = {"section": str(site.foreign.translation_key)}
    body = post(site, site.people.leader, "topic-move", site.topic.pk, **sent)
    assert body.status_code == 200
    assert topic(site).place_key == site.section.translation_key
    sent = {"section": str(site.shared.translation_key)}
    post(site, site.people.leader, "topic-move", site.topic.pk, **sent)
    assert topic(site).place_key == site.shared.translation_key
    assert topic(site).community_key == site.parish.translation_key


def test_a_topic_is_merged_only_into_one_that_the_person_moderates(site):
    address = site.elsewhere.get_absolute_url()
    response = post(site, site.people.leader, "topic-merge", site.topic.pk, topic=address)
    assert response.status_code == 200
    assert topic(site).merged_into is None
    response = post(site, site.people.editor, "topic-merge", site.topic.pk, topic=address)
    assert response.url == address
    assert browser().get(site.topic.get_absolute_url()).url == address


def test_a_post_moves_to_another_topic(site):
    sent = {"topic": str(site.elsewhere.pk), "with_later": "on"}
    assert (
        post(site, site.people.editor, "post-move", site.post.pk, topic="nekas").status_code == 200
    )
    response = post(site, site.people.editor, "post-move", site.post.pk, **sent)
    assert response.status_code == 302
    assert Post.objects.get(pk=site.post.pk).topic == site.elsewhere


def test_the_author_of_a_topic_marks_what_answers_it(site):
    for person in (site.people.resident, site.people.stranger):
        assert post(site, person, "post-answer", site.post.pk).status_code == 403
    assert (
        browser(site.people.author)
        .get(reverse("forum:post-answer", args=[site.post.pk]))
        .status_code
        == 405
    )
    post(site, site.people.author, "post-answer", site.post.pk)
    assert topic(site).answer_id == site.post.pk


def test_a_post_is_hidden_with_a_reason_and_shown_again(site):
    assert moderate(site, site.people.leader, deed="hide").status_code == 200
    assert Post.objects.get(pk=site.post.pk).state == Post.State.SHOWN
    moderate(site, site.people.leader, deed="hide", reason=moderating.reason().pk)
    assert Post.objects.get(pk=site.post.pk).state == Post.State.HIDDEN
    moderate(site, site.people.leader, deed="restore")
    assert Post.objects.get(pk=site.post.pk).state == Post.State.SHOWN


def test_a_leader_blocks_in_the_own_community_and_an_editor_everywhere(site):
    sent = {"deed": "block", "reason": moderating.reason().pk, "days": "7"}
    moderate(site, site.people.leader, **sent)
    moderate(site, site.people.editor, **sent)
    keys = set(Block.objects.values_list("community_key", flat=True))
    assert keys == {site.parish.translation_key, None}
    moderate(site, site.people.editor, **sent | {"days": "4000"})
    assert Block.objects.count() == 2


def test_nobody_moderates_what_they_wrote_themselves(site):
    own = making.post(site.topic, author=site.people.leader)
    sent = {"deed": "hide", "reason": moderating.reason().pk}
    assert post(site, site.people.leader, "post-moderate", own.pk, **sent).status_code == 403
    assert not Decision.objects.exists()


def test_every_form_can_be_read(site):
    for name, pk in (
        ("topic-move", site.topic.pk),
        ("topic-merge", site.topic.pk),
        ("post-move", site.post.pk),
        ("post-moderate", site.post.pk),
    ):
        found = browser(site.people.leader).get(reverse(f"forum:{name}", args=[pk]))
        assert found.status_code == 200
