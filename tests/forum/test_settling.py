"""Leaders moderate their own community, also after what is talked about went into another."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Page

from forum.access import review_for
from forum.models import Topic
from tests import world
from tests.forum import making, moderating


def build(site):
    site.tirza = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.lizums = world.community(site.index, "Lizuma pagasts", slug="lizums")
    site.before, site.after = (
        world.leader(site.tirza, "tirza@example.test"),
        world.leader(site.lizums, "lizums@example.test"),
    )


def assert_moderated_by_the_new_leader_alone(site, post):
    review = moderating.review_of(post)
    assert review_for(site.after, review.pk) == review
    with pytest.raises(PermissionDenied):
        review_for(site.before, review.pk)
    topic = Topic.objects.get(pk=post.topic_id)
    assert topic.community_key == review.community_key == site.lizums.translation_key


def test_topics_go_with_their_section(site):
    section = making.section(making.forum(site), community=site.tirza)
    post = making.post(making.topic(section), is_held=True)
    section.community = site.lizums
    section.save_revision().publish()
    assert_moderated_by_the_new_leader_alone(site, post)


def test_comments_go_with_their_page(site):
    article = world.article(site.tirza, "Talka pie ezera")
    post = making.comment(article, is_held=True)
    Page.objects.get(pk=article.pk).move(Page.objects.get(pk=site.lizums.pk), pos="last-child")
    assert_moderated_by_the_new_leader_alone(site, post)


def test_a_topic_keeps_the_community_it_was_begun_for(site):
    section = making.section(making.forum(site))
    topic = making.topic(section, community_key=site.tirza.translation_key)
    section.save_revision().publish()
    topic.refresh_from_db()
    assert topic.community_key == site.tirza.translation_key
