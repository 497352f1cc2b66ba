from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from communities.models.cards import community_cards
from core.visit import visit_of
from forum import listing
from forum.models import Post, Review, Topic
from tests import world
from tests.forum import making

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def build(site):
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.forum = making.forum(site)
    site.section = making.section(site.forum, community=site.parish)
    making.section(site.forum, "Otra")
    making.many_topics(site.section, 3)
    site.article = world.article(site.news, "Talka pie ezera")


@pytest.mark.parametrize("number", [1, 20, 21, 40, 41])
def test_a_post_stands_on_the_page_of_its_number(number):
    assert Post(number=number).page == (number - 1) // 20 + 1


@pytest.mark.parametrize(("last", "pages"), [(0, 1), (1, 1), (20, 1), (21, 2), (20_000, 1000)])
def test_numbers_fill_pages(last, pages):
    assert Topic(last_number=last).page_count == pages


def test_a_page_of_a_topic_has_its_numbers(site):
    topic = making.many_posts(Topic.objects.first(), 45)
    for page, count in ((1, 20), (2, 20), (3, 6), (4, 0)):
        assert topic.posts.on_page(page).count() == count


def test_two_posts_never_share_a_number_and_none_is_shown_without(site):
    topic = Topic.objects.first()
    for fields in ({"number": 1, "state": "hidden"}, {"number": None, "state": "shown"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Post.objects.create(topic=topic, created_at=NOW, **fields)


def test_a_page_has_one_talk(site):
    topic = making.comment(site.article).topic
    with pytest.raises(IntegrityError), transaction.atomic():
        Topic.objects.create(
            kind=Topic.Kind.COMMENTS, place_key=topic.place_key, created_at=NOW, last_post_at=NOW
        )


def test_a_post_waits_once_for_one_thing(site):
    review = making.post(Topic.objects.first(), place=site.section, is_held=True).reviews.get()
    again = {"post": review.post, "kind": review.kind, "opened_at": NOW}
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.create(**again)
    Review.objects.update(closed_at=NOW)
    Review.objects.create(**again)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the other database keeps statistics")
def test_lists_of_topics_come_from_an_index_in_their_order(site):
    """Sorting a hundred thousand topics to show twelve would cost twenty times the page."""
    visit = visit_of(RequestFactory().get("/lv/"))
    card = community_cards(visit, site.parish.locale_id)[0]
    request = RequestFactory().get("/lv/")
    request.user = making.person("Anna")
    with CaptureQueriesContext(connection) as captured:
        listing.forum_context(site.forum, request, visit)
        listing.section_context(site.section, request, visit)
        listing.community_topics(visit, site.parish.locale_id, card.key)
    asked = [query["sql"] for query in captured]
    lists = [sql for sql in asked if sql.startswith('SELECT "forum_topic"') and "LIMIT" in sql]
    plans = {sql: _plan(sql) for sql in lists}
    assert len(plans) >= 3
    assert [sql for sql, plan in plans.items() if "TEMP B-TREE" in plan] == []
    assert any("forum_topics_of_community" in plan for plan in plans.values())


def _plan(sql: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return "\n".join(str(row) for row in cursor.fetchall())
