from copy import deepcopy
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache, caches
from django.db import transaction
from django.test import override_settings
from django_tasks import task_backends

from core import visit
from core.roles import EDITORS
from tests import world
from tests.services.template import django_db_setup  # noqa: F401

# Each file is run by one process, so that what a module makes is made once.
LONG_FILES = ("tests/test_matrix.py", "tests/demo/test_build.py", "tests/hub/test_serve.py")
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server"}


def pytest_addoption(parser):
    parser.addoption(
        "--only-with-database", action="store_true", help="leave out what asks no database"
    )


def pytest_collection_modifyitems(config, items):
    """Begin with the files that take longest; ask on a second kind of database what asks one."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG_FILES))
    if config.getoption("--only-with-database"):
        left_out = [item for item in items if not _asks_the_database(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _asks_the_database(item)]


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


@pytest.fixture(scope="module")
def _built(request, django_db_blocker, tmp_path_factory):
    """What the module's `build(site)` makes, once; what a test changes is taken back after it."""
    build = getattr(request.module, "build", None)
    if not build:
        yield None
        return
    request.getfixturevalue("django_db_setup")
    roots = {name: tmp_path_factory.mktemp(name) for name in ("MEDIA_ROOT", "PRIVATE_ROOT")}
    with django_db_blocker.unblock(), override_settings(**roots), transaction.atomic():
        cache.clear()
        with override_settings(TASKS=world.TASKS_DONE):
            site = world.first_pages()
            build(site)
        yield site, roots
        transaction.set_rollback(True)


@pytest.fixture
def site(_built, db, settings):
    """The first pages of the site: `home`, `index` and `news` in Latvian, `english` the locale.

    A module with many tests of the same things adds them in a function `build(site)`, which is
    called once; every test gets them as they were made.
    """
    if not _built:
        cache.clear()
        return world.first_pages()
    site, roots = _built
    for name, folder in roots.items():
        setattr(settings, name, folder)
    return deepcopy(site)


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
