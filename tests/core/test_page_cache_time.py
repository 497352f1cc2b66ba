import os
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import InterfaceError, OperationalError, connection
from django.test import RequestFactory
from django.utils import timezone

from core import stamp
from core.visit import next_midnight
from tests import world
from tests.core.keeping import FRONT, Reader, alone, is_kept, page_of
from tests.services.supervisor import CHECKOUT
from tests.services.template import database_url

RENAME = """
from home.models import HomePage
page = HomePage.objects.get(slug="lv")
page.title = "Cits nosaukums"
page.save_revision().publish()
"""


@pytest.fixture
def reader(site):
    """A reader for whom the front page is kept already."""
    reader = Reader()
    reader.get(FRONT)
    return reader


@contextmanager
def database_down(error=OperationalError):
    """Every statement fails, as it does when the database has gone."""

    def fail(*_):
        raise error("the database is down")

    with connection.execute_wrapper(fail):
        yield


@pytest.mark.parametrize(
    ("now", "midnight"),
    [
        ("2026-01-15T12:00", "2026-01-15T22:00"),
        ("2026-01-15T22:00", "2026-01-16T22:00"),
        ("2026-07-15T20:59", "2026-07-15T21:00"),
        # Clocks go forward on 29 March 2026 and back on 25 October 2026, both at 01:00 UTC.
        ("2026-03-28T21:59", "2026-03-28T22:00"),
        ("2026-03-28T22:00", "2026-03-29T21:00"),
        ("2026-10-24T20:59", "2026-10-24T21:00"),
        ("2026-10-24T21:00", "2026-10-25T22:00"),
    ],
)
def test_midnight_is_that_of_riga_also_when_the_clocks_change(now, midnight):
    now, midnight = (datetime.fromisoformat(word).replace(tzinfo=UTC) for word in (now, midnight))
    assert next_midnight(now) == midnight


@pytest.mark.parametrize("last_second", ["2026-01-15T21:59:59", "2026-10-25T21:59:59"])
def test_what_is_kept_ends_at_midnight_in_riga(site, last_second):
    with time_machine.travel(f"{last_second}+00:00", tick=False) as clock:
        reader = Reader()
        reader.get(FRONT)
        assert is_kept(reader)
        clock.shift(1)
        assert not is_kept(reader)
        assert is_kept(reader)


@pytest.fixture
def expiring(site):
    """An article that expires in an hour and its translation; yields them and the fast clock."""
    with time_machine.travel("2026-05-10T08:00:00+00:00", tick=False) as clock:
        page = world.article(site.news, "Talka", slug="talka")
        translation = world.translated(page)
        page.expire_at = timezone.now() + timedelta(hours=1)
        page.save_revision().publish()
        yield page, translation, clock


def test_an_expired_page_is_gone_at_that_moment_in_both_languages(expiring):
    *pages, clock = expiring
    reader = Reader()
    addresses = [page.get_url() for page in pages]
    assert [reader.get(address).status_code for address in addresses] == [200, 200]
    clock.shift(3599)
    assert all(is_kept(reader, address) for address in addresses)
    clock.shift(1)
    assert [reader.get(address).status_code for address in addresses] == [404, 404]


def test_lists_lose_an_expired_page_at_that_moment(expiring):
    *_pages, clock = expiring
    reader = Reader()
    for seconds, is_listed in ((3599, True), (1, False)):
        reader.get(FRONT)
        clock.shift(seconds)
        assert ("Talka" in reader.get(FRONT).content.decode()) is is_listed


def test_an_edit_in_one_process_shows_at_the_next_request_to_another(reader, site):
    other = Reader()
    before = other.get(FRONT).content
    assert is_kept(other) and is_kept(reader)
    site.home.title = "Kopā ar mums"
    site.home.save_revision().publish()
    for process in (reader, other):
        page = process.get(FRONT)
        assert page.content != before
        assert "Kopā ar mums" in page.content.decode()


def test_what_was_rendered_while_somebody_edited_is_rendered_again(db):
    def answer(request):
        stamp.bump()
        return page_of(10)

    middleware = alone(answer)
    middleware(RequestFactory().get(FRONT))
    assert not middleware.store.get((FRONT, ""), stamp.current(), 0)


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_readers_keep_the_pages_while_the_database_is_down(reader, error):
    page = reader.get(FRONT).content
    stamp.bump()
    with database_down(error):
        assert reader.get(FRONT).content == page
        reader.raise_request_exception = False
        assert reader.get("/lv/kopienas/").status_code == 500
    assert not is_kept(reader)


def test_pages_that_are_over_are_not_served_even_while_the_database_is_down(site):
    with time_machine.travel("2026-01-15T21:59:59+00:00", tick=False) as clock:
        reader = Reader(raise_request_exception=False)
        reader.get(FRONT)
        clock.shift(1)
        with database_down():
            assert reader.get(FRONT).status_code == 500


@pytest.mark.django_db(transaction=True)
def test_an_edit_by_another_process_of_the_machine_shows_at_once(reader):
    assert is_kept(reader)
    command = [sys.executable, "manage.py", "shell", "--verbosity", "0", "--command", RENAME]
    variables = os.environ | {"DATABASE_URL": database_url()}
    subprocess.run(command, cwd=CHECKOUT, env=variables, check=True)
    assert "Cits nosaukums" in reader.get(FRONT).content.decode()
