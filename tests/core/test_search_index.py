"""The database keeps the index of words by itself, whichever way rows are written."""

import pytest
from django.db import connection, transaction
from django.utils import timezone

from core import search_index
from core.search_query import Query, keys_of, query_of
from forum.models import Topic


def build(site):
    site.bench = topic("Soliņi pie ezera")


def topic(title: str) -> Topic:
    now = timezone.now()
    return Topic.objects.create(
        place_key="00000000-0000-4000-8000-000000000000",
        title=title,
        search_keys=keys_of(title),
        last_post_at=now,
        created_at=now,
    )


def titles(typed: str) -> list[str]:
    found = search_index.matching(Topic.objects.all(), query_of(typed))
    return [one.title for one in found]


def test_every_word_must_be_there_and_the_newest_come_first(site):
    topic("Soliņš parkā")
    assert titles("soliņu") == ["Soliņš parkā", "Soliņi pie ezera"]
    assert titles("ezers soliņš") == ["Soliņi pie ezera"]
    assert titles("ezers parks") == []
    assert titles("") == []


def test_so_many_words_may_be_enough(site):
    words = query_of("ezers parks soliņš", is_typed=False)
    assert not search_index.matching(Topic.objects.all(), words).exists()
    assert search_index.matching(Topic.objects.all(), words.with_least(2)).exists()


def test_a_search_keeps_the_conditions_of_the_rows(site):
    rows = Topic.objects.filter(place_key=site.bench.place_key)
    assert search_index.matching(rows, query_of("ezers")).count() == 1
    assert search_index.matching(rows.exclude(pk=site.bench.pk), query_of("ezers")).count() == 0


def test_rows_are_found_however_they_were_written(site):
    Topic.objects.filter(pk=site.bench.pk).update(search_keys=keys_of("tilts"))
    assert titles("ezers") == []
    assert titles("tilts") == ["Soliņi pie ezera"]
    Topic.objects.bulk_create([copy_of(site.bench, "Laipas pār tiltu")])
    assert len(titles("tilts")) == 2
    Topic.objects.all().delete()
    assert titles("tilts") == []


def copy_of(row, title: str) -> Topic:
    return Topic(
        place_key=row.place_key,
        title=title,
        search_keys=keys_of(title),
        last_post_at=row.last_post_at,
        created_at=row.created_at,
    )


def test_what_is_taken_back_leaves_nothing_in_the_index(site):
    with pytest.raises(LookupError), transaction.atomic():
        topic("Nekas no tā neiznāca")
        assert titles("iznāca neiznāca") == [] and titles("neiznāca")
        raise LookupError
    assert titles("neiznāca") == []


def test_an_index_that_is_lost_is_made_again(site):
    # PostgreSQL changes no table while keys that point to it are unchecked.
    connection.check_constraints()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER forum_topic_keys_insert")
        else:
            cursor.execute("ALTER TABLE forum_topic DROP COLUMN search_words")
    if connection.vendor == "sqlite":
        topic("Soliņš, kas palika nepamanīts")
        assert len(titles("soliņš")) == 1
    search_index.prepare("forum")
    search_index.prepare("forum")
    assert len(titles("soliņš")) == Topic.objects.count()
    topic("Vēl viens soliņš")
    assert len(titles("soliņš")) == Topic.objects.count()


def test_no_key_is_part_of_the_language_of_queries(site):
    for key in ("or", "and", "not", "near", "null", "привет", "中文"):
        Topic.objects.filter(pk=site.bench.pk).update(search_keys=key)
        query = Query(((key, f"{key}*"),))
        assert search_index.matching(Topic.objects.all(), query).count() == 1
