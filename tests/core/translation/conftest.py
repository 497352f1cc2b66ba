from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.core.translation.pages import add_latvian


@pytest.fixture
def backstage(people):
    """An editor's browser, signed in."""
    client = Client()
    client.force_login(people.editor)
    return client


@pytest.fixture
def visitor():
    """The browser of somebody who has not signed in."""
    return Client()


@pytest.fixture
def latvian(site):
    """A live page of text in Latvian, with its live English translation."""
    if not hasattr(site, "latvian"):
        add_latvian(site)
    return site.latvian


@pytest.fixture
def later():
    """A moment at which whatever was due in an hour is overdue."""
    return timezone.now() + timedelta(hours=2)
