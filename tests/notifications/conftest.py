from datetime import UTC, datetime

import pytest
from django.core import mail

from notifications import actions, gathered, kinds, notices
from notifications.kinds import Kind
from notifications.notices import Category, Line, NoticeKind
from tests import world
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


class Talk:
    """Words for the notices of the test, as long as what they are about is there."""

    def __init__(self):
        self.gone = set()

    def __call__(self, person, told, now):
        return {
            notice.pk: Line(f"Anna raksta: {notice.about}", "Soliņi", f"Vārdi {notice.about}")
            for notice in told
            if notice.about not in self.gone
        }


def several(count, group):
    return f"{count} jauni ieraksti tēmā „{group}”"


@pytest.fixture
def talk(db, monkeypatch):
    """Kinds of notices of the test's own; what is put into `gone` may not be told of any more."""
    found = Talk()
    monkeypatch.setattr(notices, "_registry", {})
    said, named = Category("said", "Ko saka"), Category("named", "Kas mani min")
    rights = Category("rights", "Lēmumi", is_necessary=True)
    notices.register(NoticeKind("named", named, found, several))
    notices.register(NoticeKind("said", said, found, several))
    notices.register(NoticeKind("right", rights, found, several))
    notices.register(NoticeKind("own-letter", rights, found, has_own_letter=True))
    kinds.register(gathered.KIND)
    return found


@pytest.fixture
def anna(db):
    return world.person("anna@example.test", display_name="Anna")


@pytest.fixture
def tell(talk):
    """Tell people of something in the group “topic:1”."""

    def notify(*people, about="1", kind="said", at=NOW, group="topic:1"):
        actions.notify(
            kind=kind,
            people=[person.pk for person in people],
            about=about,
            now=at,
            place=("members:rules",),
            group=group,
        )

    return notify


@pytest.fixture
def post(db):
    """Gather and deliver what is due; the letters that left in this turn."""

    def turn(now=NOW):
        before = len(mail.outbox)
        actions.gather_due(now)
        actions.deliver_due(now)
        return mail.outbox[before:]

    return turn


@pytest.fixture
def server(settings):
    """A mail server that the site sends its letters to."""
    with mail_server() as plan:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", plan.port
        settings.EMAIL_TIMEOUT = 1
        settings.LETTERS_ANSWER_SECONDS = 1
        yield plan
