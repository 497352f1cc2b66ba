"""What people say about themselves, and who sees it."""

import uuid

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from core import stamp
from members import actions
from members.models import User
from tests import world

pytestmark = pytest.mark.django_db
EDIT = "members:profile-edit"


@pytest.fixture(autouse=True)
def _in_latvian():
    with override("lv"):
        yield


@pytest.fixture
def anna():
    return world.person("anna@example.test", display_name="Anna no Tirzas")


@pytest.fixture
def as_anna(client, anna):
    client.force_login(anna)
    return client


def posted(**changes) -> dict:
    return {
        "display_name": "Anna",
        "home_key": "",
        "about": "",
        "language": "lv",
        "letter_rhythm": "daily",
        **changes,
    }


OWN = ["members:my-page", EDIT, "members:my-data", "members:erasure-ask"]


@pytest.mark.parametrize("name", OWN)
def test_own_pages_are_for_whoever_signed_in_and_kept_nowhere(site, as_anna, client, name):
    response = as_anna.get(reverse(name))
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response.text
    as_anna.logout()
    response = client.get(reverse(name))
    assert response.status_code == 302
    assert f"next={reverse(name)}" in response["Location"].replace("%2F", "/")


@pytest.mark.parametrize("name", OWN)
def test_own_pages_are_there_in_english(site, as_anna, name):
    with override("en"):
        address = reverse(name)
    response = as_anna.get(address)
    assert response.status_code == 200
    assert 'lang="en"' in response.text


def test_what_is_said_is_kept(site, as_anna, anna):
    home = world.community(site.index, "Tirza")
    response = as_anna.post(
        reverse(EDIT),
        posted(
            home_key=str(home.translation_key),
            about="Audzēju bites.",
            is_public="on",
            language="en",
        ),
    )
    assert response.status_code == 302
    anna.refresh_from_db()
    assert (anna.display_name, anna.home_key) == ("Anna", home.translation_key)
    assert (anna.about, anna.is_public, anna.shows_home) == ("Audzēju bites.", True, False)
    assert (anna.language, anna.letter_rhythm) == ("en", "daily")


@pytest.mark.parametrize(
    "name", ["", "  ", "\u200b", "...", "A" * 61, "a@b.lv", "http://x", "An\u202ena"]
)
def test_what_is_no_name_is_refused_and_stays_in_the_form(site, as_anna, anna, name):
    response = as_anna.post(reverse(EDIT), posted(display_name=name, about="Bites"))
    assert response.status_code == 200
    assert 'aria-invalid="true"' in response.text
    assert "Bites" in response.text
    anna.refresh_from_db()
    assert (anna.display_name, anna.about) == ("Anna no Tirzas", "")


def test_names_of_staff_and_of_the_site_are_refused(site, people, as_anna, anna):
    User.objects.filter(pk=people.editor.pk).update(first_name="Ilze", last_name="Bērziņa")
    User.objects.filter(pk=people.admin.pk).update(display_name="Juris")
    leader = world.person("lidere@example.test", display_name="Līga Kalniņa")
    leader.groups.add(Group.objects.create(name="Tirza"))
    for name in ("llze Berzina", "Bērziņa Ilze", "JURIS", "Liga Kalnina", "Kopā", "Redaktore"):
        assert as_anna.post(reverse(EDIT), posted(display_name=name)).status_code == 200
    assert as_anna.post(reverse(EDIT), posted(display_name="Ilze")).status_code == 302


def test_an_editor_may_be_called_an_editor_and_a_leader_may_not(site, people, client):
    client.force_login(people.editor)
    answer = client.post(reverse(EDIT), posted(display_name="Redaktore Ilze"))
    assert answer.status_code == 302
    leader = world.person("lidere@example.test")
    leader.groups.add(Group.objects.create(name="Tirza"))
    client.force_login(leader)
    assert client.post(reverse(EDIT), posted(display_name="Redaktore Ilze")).status_code == 200
    assert client.post(reverse(EDIT), posted(display_name="Līga")).status_code == 302


FORGED = {
    "is_superuser": "on",
    "is_staff": "on",
    "is_active": "",
    "is_erased": "on",
    "user_permissions": ["1", "2"],
    "role": "leader",
    "community": "1",
    "live": "on",
    "email": "cita@example.test",
    "password": "x",
    "first_name": "Redaktors",
    "last_name": "Redaktors",
    "date_joined": "2000-01-01",
    "active_at": "2000-01-01",
}


def test_nothing_else_is_written_whatever_is_posted(site, people, as_anna, anna):
    columns = [field.name for field in User._meta.concrete_fields]
    before = User.objects.filter(pk=anna.pk).values(*columns).get()
    others = User.objects.exclude(pk=anna.pk).order_by("pk")
    others_before = list(others.values(*columns))
    forged = FORGED | {
        "groups": [str(group.pk) for group in Group.objects.all()],
        "owner": str(people.admin.pk),
        "pk": str(people.admin.pk),
        "id": str(people.admin.pk),
        "key": str(uuid.uuid4()),
    }
    assert as_anna.post(reverse(EDIT), posted(**forged)).status_code == 302
    after = User.objects.filter(pk=anna.pk).values(*columns).get()
    said = {"display_name": "Anna", "letter_rhythm": "daily"}
    assert after == before | said
    assert list(others.values(*columns)) == others_before
    assert not anna.groups.exists()
    assert not anna.user_permissions.exists()


@pytest.mark.parametrize("home", ["nekas", "00000000-0000-4000-8000-000000000000"])
def test_a_home_that_is_none_is_refused(site, as_anna, home):
    assert as_anna.post(reverse(EDIT), posted(home_key=home)).status_code == 200


def test_a_profile_shows_only_what_was_chosen(site, client, anna):
    home = world.community(site.index, "Tirza")
    User.objects.filter(pk=anna.pk).update(
        home_key=home.translation_key,
        about="Audzēju bites. <b>",
        first_name="Slepena",
        last_name="Persona",
    )
    address = reverse("members:profile", args=[anna.key])
    assert client.get(address).status_code == 404
    actions.change_profile(person=User.objects.get(pk=anna.pk), changes={"is_public": True})
    page = client.get(address).text
    assert "Anna no Tirzas" in page
    assert "Audzēju bites. &lt;b&gt;" in page
    assert "noindex" in page
    for hidden in (anna.email, "Slepena", "Persona", '<p class="lead">Tirza</p>'):
        assert hidden not in page
    User.objects.filter(pk=anna.pk).update(shows_home=True)
    assert '<p class="lead">Tirza</p>' in client.get(address).text


def test_a_new_name_is_new_on_every_page_that_is_kept(db, anna):
    before = stamp.current()
    actions.change_profile(person=anna, changes={"about": "Audzēju bites."})
    assert stamp.current() == before
    actions.change_profile(person=anna, changes={"display_name": "Anna Ozola"})
    assert stamp.current() > before


def test_a_profile_is_nowhere_when_the_person_is_gone(site, client, anna):
    address = reverse("members:profile", args=[anna.key])
    User.objects.filter(pk=anna.pk).update(is_public=True, is_active=False)
    assert client.get(address).status_code == 404
    assert client.get(reverse("members:profile", args=[uuid.uuid4()])).status_code == 404


def test_one_sees_ones_own_page_before_others_do(site, as_anna, anna):
    response = as_anna.get(reverse("members:profile", args=[anna.key]))
    assert response.status_code == 200
    assert "message--warning" in response.text


def test_a_person_is_never_called_by_their_address_in_public():
    person = User(email="anna@example.test")
    assert "anna" not in person.name
    assert User(email="x", is_erased=True, display_name="Anna").name != "Anna"


def test_pages_ask_the_same_however_many_communities_and_people_there_are(site, as_anna, anna):
    counts = []
    for number in range(2):
        with CaptureQueriesContext(connection) as queries:
            for name in ("members:my-page", EDIT):
                assert as_anna.get(reverse(name)).status_code == 200
            as_anna.post(reverse(EDIT), posted(display_name="Kopā"))
        counts.append(len(queries))
        for each in range(5):
            world.community(site.index, f"Kopiena {number}{each}")
            staff = world.person(f"s{number}{each}@example.test", is_staff=True)
            staff.groups.add(Group.objects.first())
    assert counts[0] == counts[1]
