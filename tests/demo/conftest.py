import pytest
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from demo.build import build_demo
from tests import world


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo site, built once for the tests that only look at it."""
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        first_pages = world.first_pages()
        build_demo(timezone.now())
        yield first_pages
        transaction.set_rollback(True)
