"""Nothing that a person is, asked for or wrote gets into the logs."""

import io
import json
import logging
import sys

import pytest
from django.db import IntegrityError, connection
from django.urls import reverse

from core.logs import JsonFormatter, without_personal_data
from tests import world

TOKEN = "Zx81kQw7vB2nM5xC8sD1fG4hJ6lP0oIu"


@pytest.fixture
def lines():
    """What the site's own handler writes, as the objects that its lines are."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    root.removeHandler(handler)


def everything(lines):
    return json.dumps(lines(), ensure_ascii=False).lower()


def traced(error):
    """What is written of an error besides the lines of code that it came through."""
    try:
        raise error
    except type(error):
        details = (logging.ERROR, __file__, 1, "it failed", (), sys.exc_info())
    line = JsonFormatter().format(logging.LogRecord("hub", *details))
    return json.loads(line)["traceback"].rpartition("raise error")[2]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("sent to anna.berzina+x@kopa.example.lv", "anna"),
        ("token " + TOKEN, TOKEN),
        ("from 192.168.14.7 and 10.0.0.1:55", "192.168"),
        ("from 2001:db8:85a3::8a2e:370:7334", "2001:db8"),
        ("from ::1", "::1"),
        ("from fe80:0:0:0:1:2:3:4", "fe80"),
        ('"GET /lv/?q=Anna HTTP/1.1"', "Anna"),
        ("/lv/atteikties/?adrese=x&y=Anna", "Anna"),
    ],
)
def test_addresses_tokens_and_questions_are_blotted_out(text, secret):
    assert secret not in without_personal_data(text)


@pytest.mark.parametrize("text", ["12:30:45", "core/views.py:15", "3.11.2", "Really? Yes."])
def test_what_is_nobodys_is_left(text):
    assert without_personal_data(text) == text


def test_a_visit_is_told_without_the_visitor(lines, client, site):
    world.article(site.news, "Annas svētki", slug="annas-svetki")
    client.get(
        "/lv/jaunumi/annas-svetki/?q=Bērziņa",
        REMOTE_ADDR="10.1.2.3",
        HTTP_USER_AGENT="AnnasTelefons",
        HTTP_REFERER="https://annas.example/",
    )
    [line] = [line for line in lines() if line["logger"] == "hub.requests"]
    assert (line["method"], line["status"]) == ("GET", 200)
    assert not any(word in everything(lines) for word in ("anna", "bērziņa", "10.1.2.3"))


@pytest.mark.parametrize(
    "address", ["/lv/anna-berzina/", "/media/anna.webp", "/documents/7/anna.pdf", "/anna/"]
)
def test_an_absent_address_is_not_told(lines, client, site, address):
    client.get(address, {"q": "Anna"}, follow=True)
    assert lines()
    assert "anna" not in everything(lines)


def test_what_was_typed_is_not_told(lines, client, site):
    address = reverse("account_login")
    client.post(address, {"email": "anna@example.test", "password": "Annas parole"})
    client.post(address, {"email": "anna@example.test", "by": "code", "next": "/lv/anna/"})
    client.get("/lv/", HTTP_HOST="anna.example")
    assert lines()
    assert "anna" not in everything(lines)


def test_what_editors_write_is_not_told(lines, site):
    world.translated(world.article(site.news, "Annas svētki", slug="annas-svetki")).unpublish()
    assert "annas" not in everything(lines)


def test_a_request_that_failed_is_told_by_its_place(lines, client, site):
    def fail(*_):
        raise ValueError("Anna")

    client.raise_request_exception = False
    with connection.execute_wrapper(fail):
        client.get("/lv/anna/")
    [line] = [line for line in lines() if line["logger"] == "django.request"]
    assert (line["level"], line["event"]) == ("error", 500)
    assert "in fail" in line["traceback"] and "ValueError" in line["traceback"]
    assert "/lv/anna/" not in everything(lines)


@pytest.mark.parametrize(
    "error",
    [
        ValueError("invalid literal for int() with base 10: 'Anna'"),
        KeyError("Anna"),
        IntegrityError('null value in column "x"\nDETAIL:  Failing row contains (1, Anna).'),
        IntegrityError("a row fails\nDETAIL:  Failing row contains (1, Anna)."),
        RuntimeError(f"anna@example.test {TOKEN} 10.1.2.3"),
        RuntimeError("“Anna”"),
    ],
)
def test_a_traceback_tells_no_words_of_people(error):
    words = traced(error)
    assert type(error).__name__ in words
    assert not any(secret in words for secret in ("Anna", "anna", TOKEN, "10.1"))


def test_a_traceback_tells_what_an_error_came_of():
    try:
        try:
            raise FileNotFoundError("gone")
        except OSError as error:
            raise RuntimeError("later") from error
    except RuntimeError as error:
        details = (logging.ERROR, __file__, 1, "it failed", (), (type(error), error, None))
    assert "FileNotFoundError: gone" in JsonFormatter().format(logging.LogRecord("hub", *details))


def test_it_tells_the_job_and_no_other_extras(lines):
    logging.getLogger("hub").warning("x", extra={"job": "prune", "email": "anna@example.test"})
    [line] = [line for line in lines() if line["logger"] == "hub"]
    assert line["job"] == "prune"
    assert "email" not in line


def test_kept_pages_are_not_told(lines, client, site):
    for _ in range(3):
        client.get("/lv/")
    assert len([line for line in lines() if line["logger"] == "hub.requests"]) == 1
