from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache, caches

from core import visit
from tests import world
from tests.services.template import django_db_setup  # noqa: F401


@pytest.fixture(autouse=True)
def _own_state():
    """No test knows the site of the one before it."""
    visit.forget()


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
    editor.groups.add(Group.objects.get(name="Moderators"))
    return SimpleNamespace(
        admin=world.person("admin@example.test", is_superuser=True, is_staff=True),
        editor=editor,
        resident=world.person("iedzivotaja@example.test"),
    )
