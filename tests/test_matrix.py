"""Every address × everybody: who gets in where, by GET and by POST, as `tests/matrix.py` says."""

from copy import deepcopy
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client, override_settings
from django.urls import Resolver404, resolve

from core.roles import EDITORS
from tests import everything, world
from tests.addresses import all_addresses
from tests.matrix import DOORS, EXCEPTIONS, FOREIGN_WORDS, OF_LEADERS, TABLE

ADDRESSES = {address.key: address for address in all_addresses()}
ROLES = ("nobody", "resident", "leader", "stranger", "editor", "admin")
SIGN_IN = ("wagtailadmin_login", "admin/login/", "account_login")
KEPT_OUT = {"sign-in", "refused", "403", "404", "405"}

# A list of the translation package is not ordered, which Django warns of and nobody notices.
pytestmark = pytest.mark.filterwarnings("ignore:Pagination may yield")


@pytest.fixture(scope="module")
def found(django_db_setup, django_db_blocker, tmp_path_factory):
    """One of everything, made once; what requests change is taken back after each."""
    roots = {name: tmp_path_factory.mktemp(name) for name in ("MEDIA_ROOT", "PRIVATE_ROOT")}
    with django_db_blocker.unblock(), override_settings(**roots), transaction.atomic():
        people = SimpleNamespace(
            admin=world.person("admin@example.test", is_superuser=True, is_staff=True),
            editor=world.person("redaktore@example.test"),
            resident=world.person("iedzivotaja@example.test"),
        )
        people.editor.groups.add(Group.objects.get(name=EDITORS))
        with override_settings(TASKS=world.TASKS_DONE):
            made = everything.make(people)
        cookies = {role: _cookies_of(getattr(people, role)) for role in ROLES if role != "nobody"}
        yield SimpleNamespace(**vars(made), roots=roots, cookies=cookies)
        transaction.set_rollback(True)


def _cookies_of(person):
    browser = Client()
    browser.force_login(person)
    return browser.cookies


@pytest.fixture
def ask(found, db, settings):
    """Ask for an address as somebody; returns the answer as a word of the table."""
    for name, folder in found.roots.items():
        setattr(settings, name, folder)

    def ask(key, role, method, **options):
        address = ADDRESSES[key]
        path = address.path(everything.values(found, address.name))
        form = everything.form(found, address.name) if method == "post" else {}
        browser = Client(raise_request_exception=False, **options)
        with transaction.atomic():
            if role != "nobody":
                browser.cookies = deepcopy(found.cookies[role])
            response = getattr(browser, method)(path + everything.query(found, address.name), form)
            transaction.set_rollback(True)
        # A file that is read to its end is closed.
        body = b"".join(response) if response.streaming else response.content
        if path.startswith("/admin/"):
            assert foreign_words(role, body.decode(errors="ignore")) == []
        return word(response)

    return ask


def word(response) -> str:
    """The status, or what a redirection means: to sign in, or a refusal on the way home."""
    if response.status_code == 302:
        if _leads_to_sign_in(response.url):
            return "sign-in"
        messages = getattr(response.wsgi_request, "_messages", [])
        if response.url == "/admin/" and any(each.level_tag == "error" for each in messages):
            return "refused"
    return str(response.status_code)


def _leads_to_sign_in(url: str) -> bool:
    try:
        match = resolve(urlsplit(url).path)
    except Resolver404:
        return False
    return (match.url_name or match.route) in SIGN_IN


def foreign_words(role, text) -> list[str]:
    """What the text tells a leader of the other's community."""
    text = text.casefold()
    return [each for each in FOREIGN_WORDS.get(role, ()) if each in text]


def expected(key, role) -> tuple[str, str] | None:
    """The answers of an address to somebody; None where they are kept out."""
    row = TABLE[key]
    if role in DOORS[row.door]:
        return EXCEPTIONS.get((key, role), row.answers)
    return OF_LEADERS.get(role, {}).get(key)


def test_every_address_has_a_row_and_every_row_an_address():
    assert sorted(ADDRESSES) == sorted(TABLE)


def test_every_row_of_leaders_is_of_the_backstage():
    rows = {key for table in OF_LEADERS.values() for key in table}
    assert [key for key in rows if TABLE[key].door not in ("backstage", "owner")] == []


def test_no_two_addresses_share_a_row():
    assert len(ADDRESSES) == len(all_addresses())


def test_no_address_breaks():
    assert not [key for key, row in TABLE.items() if "5" in (row.answers[0][0], row.answers[1][0])]


@pytest.mark.parametrize("key", TABLE)
def test_an_address_lets_in_those_it_should_and_nobody_else(ask, key):
    for role in ROLES:
        answers = ask(key, role, "get"), ask(key, role, "post")
        if awaited := expected(key, role):
            assert answers == awaited, role
        else:
            assert set(answers) <= KEPT_OUT, role


# Mail programs post there, with neither a cookie nor a token of a form (RFC 8058).
FOR_MACHINES = {"notices:stop(token)"}
TAKING_FORMS = [
    key
    for key, row in TABLE.items()
    if row.answers[1] not in ("404", "405") and key not in FOR_MACHINES
]


@pytest.mark.parametrize("key", TAKING_FORMS)
def test_an_address_takes_no_form_without_its_token(ask, key):
    role = DOORS[TABLE[key].door][-1]
    assert ask(key, role, "post", enforce_csrf_checks=True) == "403"


@pytest.mark.parametrize("key", FOR_MACHINES)
def test_an_address_for_machines_takes_a_form_without_a_token(ask, key):
    assert ask(key, "nobody", "post", enforce_csrf_checks=True) == TABLE[key].answers[1]
