"""After a change of the stemmer all keys are made anew, some at a time and only once."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.utils import timezone

from core import search_index, search_renewal
from core.models import JobRun
from core.search_query import keys_of, query_of
from forum.models import Topic

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def build(site):
    now = timezone.now()
    for title in ("Soliņi pie ezera", "Tilts pār upi"):
        Topic.objects.create(
            place_key="00000000-0000-4000-8000-000000000000",
            title=title,
            search_keys="novecojis",
            last_post_at=now,
            created_at=now,
        )


@pytest.fixture
def forgotten():
    """Nothing is known of an earlier renewal."""
    JobRun.objects.filter(name__startswith="search-keys-").delete()
    cache.clear()


def found(typed: str) -> int:
    return search_index.matching(Topic.objects.all(), query_of(typed)).count()


def test_old_keys_are_made_anew_once(site, forgotten, django_assert_num_queries):
    assert found("ezers") == 0 and found("novecojis") == 2
    search_renewal.renew_keys(NOW)
    assert found("ezers") == 1 and found("novecojis") == 0
    Topic.objects.update(search_keys="novecojis")
    with django_assert_num_queries(1):
        search_renewal.renew_keys(NOW)
    assert found("novecojis") == 2


def test_a_new_version_is_a_renewal_of_its_own(site, forgotten, monkeypatch):
    search_renewal.renew_keys(NOW)
    Topic.objects.update(search_keys="novecojis")
    monkeypatch.setattr(search_renewal, "VERSION", search_renewal.VERSION + 1)
    search_renewal.renew_keys(NOW)
    assert found("ezers") == 1


def test_a_long_renewal_goes_on_where_it_stopped(site, forgotten, monkeypatch):
    monkeypatch.setattr(search_renewal, "TURN_SECONDS", -1)
    monkeypatch.setattr(search_index, "ROWS_AT_ONCE", 1)
    first = Topic.objects.earliest("pk")
    for _turn in range(100):
        search_renewal.renew_keys(NOW)
        if not Topic.objects.filter(search_keys="novecojis").exists():
            break
        # What was reached is not looked at again.
        Topic.objects.filter(pk=first.pk).exclude(search_keys="novecojis").update(search_keys="x")
    first.refresh_from_db()
    assert first.search_keys == "x"
    assert found("tilts") == 1


def test_what_was_reached_may_be_forgotten(site, forgotten, monkeypatch):
    monkeypatch.setattr(search_renewal, "TURN_SECONDS", -1)
    search_renewal.renew_keys(NOW)
    cache.clear()
    monkeypatch.undo()
    search_renewal.renew_keys(NOW)
    topics = Topic.objects.all()
    assert [one.search_keys for one in topics] == [keys_of(one.title) for one in topics]
