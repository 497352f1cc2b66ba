from itertools import count

import pytest
from django.test import Client

from core.models import PageStamp
from tests import world
from tests.journeys.browser import launch_arguments
from tests.journeys.looking import PHONE
from tests.running import running_demo

# All sites are served by one process, which must take no page of one for that of another.
STAMPS = count(1_000_000, 1_000_000)


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/journeys" in str(item.path):
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The system's Chromium."""
    return {**browser_type_launch_args, **launch_arguments()}


@pytest.fixture(scope="session")
def base_url(tmp_path_factory):
    """The demo site, running; one for each worker."""
    with running_demo(tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture
def complaints(page):
    """What the browser complains of while a test looks at pages: errors and foreign requests."""
    found = []
    page.on("console", lambda message: message.type == "error" and found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("request", lambda request: _is_foreign(request.url) and found.append(request.url))
    return found


def _is_foreign(url: str) -> bool:
    return not url.startswith(("http://localhost:", "http://127.0.0.1:", "data:", "blob:"))


@pytest.fixture
def sign_in(page, base_url):
    """Sign a person of the demo into the backstage."""

    def sign_in(email):
        page.goto("/admin/login/?next=/admin/")
        page.get_by_role("button", name=email, exact=True).click()
        page.wait_for_url("**/admin/")

    return sign_in


@pytest.fixture
def served(monkeypatch, live_server, settings):
    """The address of a site with its first pages, served from this process."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    settings.SITE_URL = live_server.url
    site = world.first_pages()
    PageStamp.objects.update(value=next(STAMPS))
    world.community(site.index, "Tirza")
    return live_server.url


@pytest.fixture
def visitor(browser, served, settings):
    """Open the site on a phone, as nobody or as a person who has signed in."""
    contexts = []

    def open_as(person=None, **options):
        context = browser.new_context(viewport=PHONE, base_url=served, **options)
        contexts.append(context)
        if person:
            client, name = Client(), settings.SESSION_COOKIE_NAME
            client.force_login(person)
            cookie = {"name": name, "value": client.cookies[name].value, "url": served}
            context.add_cookies([cookie])
        return context.new_page()

    yield open_as
    [context.close() for context in contexts]
