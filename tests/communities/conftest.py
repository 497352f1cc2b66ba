from copy import deepcopy

import pytest
from django.db import transaction
from django.test import override_settings

from tests import world
from tests.communities.leaders import two_communities


@pytest.fixture(scope="module")
def _made_places(django_db_setup, django_db_blocker, tmp_path_factory):
    """Two communities, made once; what a test changes is taken back after it."""
    roots = {name: tmp_path_factory.mktemp(name) for name in ("MEDIA_ROOT", "PRIVATE_ROOT")}
    with (
        django_db_blocker.unblock(),
        override_settings(**roots),
        transaction.atomic(),
    ):
        with override_settings(TASKS=world.TASKS_DONE):
            made = two_communities(world.first_pages())
        yield made, roots
        transaction.set_rollback(True)


@pytest.fixture
def places(_made_places, db, settings):
    """`own`, which `leader` leads, and `foreign`: two communities with news, drafts and files."""
    made, roots = _made_places
    for name, folder in roots.items():
        setattr(settings, name, folder)
    return deepcopy(made)


@pytest.fixture
def leader(client, places):
    """A browser in which the leader of Tirza has signed in."""
    client.force_login(places.leader)
    return client
