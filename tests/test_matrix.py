"""Every address × everybody: who gets in where, by GET and by POST, as `tests/matrix.py` says."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client, override_settings

from tests import everything, world
from tests.addresses import all_addresses
from tests.matrix import DOORS, EXCEPTIONS, TABLE

ADDRESSES = {address.key: address for address in all_addresses()}
ROLES = ("nobody", "resident", "editor", "admin")
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
        people.editor.groups.add(Group.objects.get(name="Moderators"))
        yield SimpleNamespace(**vars(everything.make(people)), roots=roots)
        transaction.set_rollback(True)


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
                browser.force_login(getattr(found.people, role))
            response = getattr(browser, method)(path + everything.query(found, address.name), form)
            transaction.set_rollback(True)
        if response.streaming:
            # A file that is read to its end is closed.
            b"".join(response)
        return word(response)

    return ask


def word(response) -> str:
    """The status, or what a redirection means: to sign in, or a refusal on the way home."""
    if response.status_code == 302:
        if response.url.startswith("/admin/login/"):
            return "sign-in"
        messages = getattr(response.wsgi_request, "_messages", [])
        if response.url == "/admin/" and any(each.level_tag == "error" for each in messages):
            return "refused"
    return str(response.status_code)


def test_every_address_has_a_row_and_every_row_an_address():
    assert sorted(ADDRESSES) == sorted(TABLE)


def test_no_two_addresses_share_a_row():
    assert len(ADDRESSES) == len(all_addresses())


def test_no_address_breaks():
    assert not [key for key, row in TABLE.items() if "5" in (row.answers[0][0], row.answers[1][0])]


@pytest.mark.parametrize("key", TABLE)
def test_an_address_lets_in_those_it_should_and_nobody_else(ask, key):
    row = TABLE[key]
    for role in ROLES:
        answers = ask(key, role, "get"), ask(key, role, "post")
        if role in DOORS[row.door]:
            assert answers == EXCEPTIONS.get((key, role), row.answers), role
        else:
            assert set(answers) <= KEPT_OUT, role


TAKING_FORMS = [key for key, row in TABLE.items() if row.answers[1] not in ("404", "405")]


@pytest.mark.parametrize("key", TAKING_FORMS)
def test_an_address_takes_no_form_without_its_token(ask, key):
    role = DOORS[TABLE[key].door][-1]
    assert ask(key, role, "post", enforce_csrf_checks=True) == "403"
