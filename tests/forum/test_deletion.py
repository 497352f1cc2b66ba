"""What was said keeps its place from being deleted, and goes when its page is gone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction
from django.urls import reverse

from communities.deletion import CommunityHasContent, content_of
from communities.models import CommunityPage
from forum.actions import delete_post, follow
from forum.actions.pruning import prune_topics
from forum.deletion import SectionHasTopics
from forum.models import Decision, Following, ForumSectionPage, Post, Topic
from tests import world
from tests.forum import making

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def build(site):
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.forum = making.forum(site)
    site.section = making.section(site.forum)
    site.article = world.article(site.news, "Talka pie ezera")


def test_topics_hang_on_their_community(site):
    key = site.parish.translation_key
    assert not content_of(site.parish)
    topic = making.topic(site.section, community_key=key)
    assert len(content_of(site.parish).others) == 1
    with pytest.raises(CommunityHasContent), transaction.atomic():
        CommunityPage.objects.get(pk=site.parish.pk).delete()
    delete_post(post=topic.posts.get(), now=NOW)
    CommunityPage.objects.get(pk=site.parish.pk).delete()


def test_sections_hang_on_their_community(site):
    world.translated(making.section(site.forum, "Tirzas ļaudis", community=site.parish))
    assert [words[:2] for words in content_of(site.parish).others] == ["1 "]


def test_a_section_with_topics_is_not_deleted_by_any_door(site, client, people):
    topic = making.topic(site.section)
    for page in (site.section, site.forum):
        with pytest.raises(SectionHasTopics), transaction.atomic():
            type(page).objects.get(pk=page.pk).delete()
    client.force_login(people.admin)
    address = reverse("wagtailadmin_pages:delete", args=[site.section.pk])
    page = client.post(address, follow=True).content.decode()
    assert f"{SectionHasTopics(site.section, 1).message()[:30]}" in page
    assert ForumSectionPage.objects.filter(pk=site.section.pk).exists()
    delete_post(post=topic.posts.get(), now=NOW)
    client.post(address)
    assert not ForumSectionPage.objects.filter(pk=site.section.pk).exists()


def test_a_translation_of_a_section_goes_alone(site):
    making.topic(site.section)
    world.translated(site.forum)
    world.translated(site.section).delete()
    assert ForumSectionPage.objects.filter(pk=site.section.pk).exists()


def test_talk_goes_when_its_page_is_gone_and_not_before(
    site, settings, django_capture_on_commit_callbacks
):
    post = making.comment(site.article)
    making.picture(post)
    kept = making.comment(world.article(site.news, "Otra ziņa"))
    decision = Decision.objects.create(kind="approve", post=post, made_at=NOW)
    for key in (post.topic.key, site.article.translation_key, kept.topic.key):
        follow(person=post.author, key=key, now=NOW)
    site.article.unpublish()
    prune_topics(NOW)
    assert Post.objects.count() == 2
    site.article.delete()
    with django_capture_on_commit_callbacks(execute=True):
        prune_topics(NOW)
    assert Topic.objects.get() == kept.topic
    assert Following.objects.get().key == kept.topic.key
    assert list((Path(settings.PRIVATE_ROOT) / "forum").iterdir()) == []
    decision.refresh_from_db()
    assert decision.post is None
