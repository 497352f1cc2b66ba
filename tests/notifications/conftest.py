from datetime import UTC, datetime

import pytest

from notifications import actions, kinds
from notifications.kinds import Kind
from tests.services.mail import mail_server

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
TEMPLATE = """{% load i18n letters %}{{ title }}

{% if name %}{{ name }}!{% endif %}

{{ words }}

{{ comment_text|quoted }}

- viens
- divi

{% if action_url %}{% translate "Home" as label %}{% button label action_url %}{% endif %}
"""


@pytest.fixture
def now():
    return NOW


@pytest.fixture(autouse=True)
def _own_letters(settings, tmp_path, monkeypatch):
    """Templates, kinds and slips of the test's own."""
    folder = tmp_path / "templates"
    (folder / "letters").mkdir(parents=True)
    (folder / "letters" / "plain.txt").write_text(TEMPLATE, encoding="utf-8")
    (folder / "letters" / "broken.txt").write_text("{% load letters %}\n", encoding="utf-8")
    first, *others = settings.TEMPLATES
    settings.TEMPLATES = [{**first, "DIRS": [*first["DIRS"], folder]}, *others]
    settings.LETTERS_ROOT = tmp_path / "slips"
    settings.SITE_URL = "https://kopa.example"
    monkeypatch.setattr(kinds, "_registry", {})
    kinds.register(Kind("plain", "letters/plain.txt", label="Vēstule"))
    kinds.register(Kind("secret", "letters/plain.txt", is_secret=True, is_urgent=True))


@pytest.fixture
def write(db):
    """Queue a letter of the test's own kind to an address."""

    def queue(about="1", address="aija@example.test", *, kind="plain", at=NOW, **fields):
        context = {"title": "Talka", "words": "Ņemiet cimdus."} | fields.pop("context", {})
        recipient = fields if "person" in fields else {"address": address, **fields}
        return actions.queue(kind=kind, about=about, now=at, context=context, **recipient)

    return queue


@pytest.fixture
def server(settings):
    """A mail server that the site sends its letters to."""
    with mail_server() as plan:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", plan.port
        settings.EMAIL_TIMEOUT = 1
        settings.LETTERS_ANSWER_SECONDS = 1
        yield plan
