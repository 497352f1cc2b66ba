import pytest
from bs4 import BeautifulSoup
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse
from django.utils import translation

from core.models import Audience
from tests import world

INTERNALS = ("Traceback", "Exception", "Error", "django", "wagtail", "core.", "line ")
KIND = {
    (400, "lv"): "Šo pieprasījumu",
    (400, "en"): "This request could not be understood",
    (404, "en"): "There is no such page",
    (500, "en"): "Something broke on our side",
}


@pytest.fixture
def visitor(site):
    """A visitor's browser, which shows what the site answers when it fails."""
    return Client(raise_request_exception=False)


def broken(visitor, address):
    """The answer while every statement fails."""

    def fail(*_):
        raise OperationalError("the database is down")

    with connection.execute_wrapper(fail):
        return visitor.get(address)


def is_kind(response, status, language) -> bool:
    """Whether the answer is a whole page in the language that names no internals."""
    html = response.content.decode()
    page = BeautifulSoup(html, "html.parser")
    words = page.get_text(" ")
    return (
        response.status_code == status
        and page.html["lang"] == language
        and len(page.select("main h1")) == 1
        and page.title.get_text(strip=True) != ""
        and page.select_one(f'a[href="/{language}/"]') is not None
        and not any(word in words for word in INTERNALS)
    )


@pytest.mark.parametrize("language", ["lv", "en"])
def test_an_absent_page_is_told_kindly(visitor, language):
    assert is_kind(visitor.get(f"/{language}/nekas/"), 404, language)


@pytest.mark.parametrize("address", ["/nekas/", "/de/", "/media/nekas.webp", "/documents/1/a.pdf"])
def test_where_the_address_has_no_language_it_is_told_in_latvian(visitor, address):
    assert is_kind(visitor.get(address, follow=True), 404, "lv")


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_request_that_makes_no_sense_is_told_kindly(visitor, language):
    response = visitor.get(f"/{language}/", HTTP_HOST="evil.example")
    assert is_kind(response, 400, language)
    assert "evil.example" not in response.content.decode()


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_failure_is_told_kindly_and_without_the_database(visitor, language):
    assert is_kind(broken(visitor, f"/{language}/nekas/"), 500, language)


def test_a_failure_of_the_failure_is_told_too(visitor, settings):
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [], "APP_DIRS": False}]
    response = broken(visitor, "/lv/nekas/")
    assert (response.status_code, response.content) == (500, b"500")


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_page_of_a_smaller_circle_is_told_kindly(visitor, site, people, language):
    page = world.standard_page(site.home, "Telpa", slug="telpa", audience=Audience.LEADERS)
    translation = world.translated(page)
    visitor.force_login(people.resident)
    address = {"lv": page, "en": translation}[language].get_url()
    assert is_kind(visitor.get(address), 403, language)


def test_an_old_form_is_told_how_to_save_what_was_typed(site):
    visitor = Client(enforce_csrf_checks=True)
    with translation.override("lv"):
        address = reverse("account_login")
    response = visitor.post(address, {"email": "a@example.test", "by": "code"})
    assert is_kind(response, 403, "lv")
    assert "novecojusi" in response.content.decode()


@pytest.mark.parametrize(("status", "language"), KIND)
def test_it_says_what_happened(visitor, status, language):
    response = {
        400: lambda: visitor.get(f"/{language}/", HTTP_HOST="evil.example"),
        404: lambda: visitor.get(f"/{language}/nekas/"),
        500: lambda: broken(visitor, f"/{language}/nekas/"),
    }[status]()
    assert KIND[status, language] in response.content.decode()


def test_the_way_to_sign_in_leads_back(visitor, site):
    world.standard_page(site.home, "Telpa", slug="telpa", audience=Audience.SIGNED_IN)
    response = visitor.get("/lv/telpa/?a=1&b=2")
    assert response.url == f"{reverse('account_login')}?next=%2Flv%2Ftelpa%2F%3Fa%3D1%26b%3D2"


@pytest.mark.parametrize("address", ["/lv/nekas/", "/lv/nekas/?page=x"])
def test_errors_carry_the_headers_of_every_answer(visitor, address):
    for response in (visitor.get(address), broken(visitor, address)):
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
