from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache, caches
from django_tasks import task_backends

from core import visit
from core.roles import EDITORS
from tests import world
from tests.services.template import django_db_setup  # noqa: F401

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server"}


def pytest_addoption(parser):
    parser.addoption(
        "--only-with-database", action="store_true", help="leave out what asks no database"
    )


def pytest_collection_modifyitems(config, items):
    """Run what asks no database on one kind of database alone."""
    if not config.getoption("--only-with-database"):
        return
    asks = {item: _asks_the_database(item) for item in items}
    config.hook.pytest_deselected(items=[item for item in items if not asks[item]])
    items[:] = [item for item in items if asks[item]]


def _asks_the_database(item) -> bool:
    return bool(
        item.get_closest_marker("django_db") or DATABASE_FIXTURES.intersection(item.fixturenames)
    )


@pytest.fixture(autouse=True)
def _own_state():
    """No test knows the site of the one before it."""
    visit.forget()
    task_backends["default"].clear()


@pytest.fixture
def tasks_done(settings):
    """What is queued is done at once; in other tests it is left undone."""
    settings.TASKS = world.TASKS_DONE


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    """Every test has roots of its own for files, and letters of its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PRIVATE_ROOT = tmp_path / "private"
    caches["renditions"].clear()


@pytest.fixture
def site(db):
    """The first pages of the site: `home`, `index` and `news` in Latvian, `english` the locale."""
    cache.clear()
    return world.first_pages()


@pytest.fixture
def people(db):
    """One person of each kind: `admin`, `editor`, `resident`."""
    editor = world.person("redaktore@example.test")
    editor.groups.add(Group.objects.get(name=EDITORS))
    return SimpleNamespace(
        admin=world.person("admin@example.test", is_superuser=True, is_staff=True),
        editor=editor,
        resident=world.person("iedzivotaja@example.test"),
    )
