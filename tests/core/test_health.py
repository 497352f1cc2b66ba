from contextlib import contextmanager

import pytest
from django.core.cache import cache
from django.db import DatabaseError, connection


@contextmanager
def database_down():
    """Every query fails, as when nothing listens any more."""

    def fail(execute, sql, params, many, context):
        raise DatabaseError("gone")

    with connection.execute_wrapper(fail):
        yield


@pytest.fixture(autouse=True)
def _fresh_cache(db):
    cache.clear()


def test_it_is_alive_without_a_database(client):
    with database_down():
        response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")


def test_it_is_ready_when_everything_answers(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": True, "cache": True, "migrations": True}
    assert response["Cache-Control"] == "no-store"


def test_it_is_not_ready_without_a_database(client):
    with database_down():
        response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] is False


def test_it_is_not_ready_before_it_is_migrated(client):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'core'")
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["migrations"] is False


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/robots.txt"])
def test_it_takes_no_posts(client, path):
    assert client.post(path).status_code == 405
