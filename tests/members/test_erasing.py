"""Accounts are deleted: with time to think, and then so that nothing tells who it was."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import reverse

from communities.models import ArticlePage
from members import actions, privacy
from members.models import Erasure, PendingAction, User
from members.pending import Refused
from notifications.models import DeadAddress, Letter
from tests import world
from tests.members.belongings import give_everything, markers_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
LATER = NOW + timedelta(days=14)


@pytest.fixture
def at_now():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture(autouse=True)
def _letters_in_files(settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path / "mail"


@pytest.fixture
def anna(site):
    return give_everything(world.person("anna@example.test"), site, "Anna", NOW)


def everything_in_the_database() -> dict[str, str]:
    """Every column of every row of every table, as text, by table."""
    encode = DjangoJSONEncoder(ensure_ascii=False).encode
    texts = {}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.proxy or not model._meta.managed:
            continue
        names = [field.attname for field in model._meta.concrete_fields]
        rows = [
            {name: str(row[name]) for name in names} for row in model._base_manager.values(*names)
        ]
        texts[model._meta.label] = encode(rows)
    decoded = [session.get_decoded() for session in Session.objects.all()]
    return texts | {"sessions, decoded": encode(decoded)}


def where_found(markers, tmp_path) -> set[str]:
    texts = everything_in_the_database()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    texts |= {str(path): f"{path} {path.read_bytes().decode(errors='replace')}" for path in files}
    return {
        place
        for place, text in texts.items()
        for marker in markers
        if marker.lower() in text.lower()
    }


def test_after_deletion_nothing_tells_who_it_was(
    site, anna, tmp_path, django_capture_on_commit_callbacks
):
    other = give_everything(world.person("bruno@example.test"), site, "Bruno", NOW)
    markers = [
        *markers_of(anna, "Anna"),
        "MansAnna",
        "Pārlūks Anna",
        "noslēpums-Anna",
        str(anna.key),
    ]
    assert len(where_found(markers, tmp_path)) >= 9
    of_other = where_found(markers_of(other, "Bruno"), tmp_path)
    actions.ask_export(person=anna, language="lv", now=NOW)
    actions.make_exports(NOW)
    actions.ask_erasure(person=anna, now=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase_due(LATER)
    assert where_found(markers, tmp_path) == set()
    assert where_found(markers_of(other, "Bruno"), tmp_path) == of_other
    told = Letter.objects.get(about=f"par:{anna.pk}").context
    assert told["page"] == "Vārdiņi"
    assert "(" in told["who"][0]
    names = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    assert not any("Anna" in name or name.endswith(".zip") for name in names)


def test_what_was_made_stays_as_that_of_a_deleted_user(site, anna):
    actions.ask_erasure(person=anna, now=NOW)
    actions.erase_due(LATER)
    erased = User.objects.get(pk=anna.pk)
    assert erased.is_erased
    assert not (erased.is_active or erased.has_usable_password())
    assert erased.key != anna.key
    assert re.fullmatch(r"erased-[0-9a-f]{32}@invalid", erased.email)
    assert str(erased) == erased.name
    assert "Anna" not in erased.name
    article = ArticlePage.objects.get(title="Raksts Anna", locale__language_code="lv")
    assert article.owner == erased
    assert article.revisions.filter(user=erased).exists()


def test_nothing_happens_before_the_time_is_over(anna):
    actions.ask_erasure(person=anna, now=NOW)
    actions.erase_due(LATER - timedelta(seconds=1))
    anna.refresh_from_db()
    assert not anna.is_erased
    actions.erase_due(LATER)
    actions.erase_due(LATER)
    anna.refresh_from_db()
    assert anna.is_erased


def confirm_deletion(client, person):
    response = client.post(reverse("members:erasure-ask"))
    action = PendingAction.objects.filter(kind="members.erase").latest("pk")
    assert response["Location"] == reverse("members:pending-begun", args=[action.key])
    letter = Letter.objects.filter(about__contains=str(action.key)).get()
    assert letter.address == person.email
    return client.post(response["Location"], {"code": letter.context["code"]})


def keeping_link(person) -> str:
    letter = Letter.objects.filter(person=person, kind__startswith="members.erasure").latest("pk")
    return "/" + letter.context["action_url"].split("/", 3)[3]


def test_whoever_asks_types_a_code_gets_a_letter_and_can_stop_it(site, client, at_now):
    person = world.person("anna@example.test")
    client.force_login(person)
    client.post(reverse("members:erasure-ask"))
    assert not Erasure.objects.exists()
    PendingAction.objects.all().delete()
    confirm_deletion(client, person)
    assert Erasure.objects.get(person=person).due_at == LATER
    for name in ("members:my-page", "members:my-data", "members:erasure-ask"):
        assert client.get(reverse(name)).status_code == 200
    client.logout()
    link = keeping_link(person)
    for _ in range(3):
        assert client.get(link).status_code == client.head(link).status_code == 200
    assert Erasure.objects.exists()
    assert client.post(link, follow=True).status_code == 200
    assert not Erasure.objects.exists()
    assert client.post(link).status_code == 200
    actions.erase_due(LATER)
    person.refresh_from_db()
    assert not person.is_erased


def test_the_person_can_stop_it_on_their_page(site, client, at_now):
    person, other = world.person("anna@example.test"), world.person("bruno@example.test")
    for each in (person, other):
        actions.ask_erasure(person=each, now=NOW)
    client.force_login(person)
    assert client.get(reverse("members:erasure-stop")).status_code == 405
    assert client.post(reverse("members:erasure-stop")).status_code == 302
    assert Erasure.objects.get().person == other


def test_a_code_sent_for_one_account_deletes_no_other(site, client, at_now):
    anna, bruno = world.person("anna@example.test"), world.person("bruno@example.test")
    client.force_login(anna)
    client.post(reverse("members:erasure-ask"))
    PendingAction.objects.update(address=bruno.email)
    with pytest.raises(Refused):
        actions.confirm_pending(action=PendingAction.objects.get(), now=NOW)
    assert not Erasure.objects.exists()


def test_the_only_administrator_stays(site, client, people, at_now):
    client.force_login(people.admin)
    assert confirm_deletion(client, people.admin).status_code == 409
    assert not Erasure.objects.exists()
    world.person("otra@example.test", is_superuser=True)
    actions.ask_erasure(person=people.admin, now=NOW)


def test_asking_twice_sends_one_letter(db):
    person = world.person("anna@example.test")
    assert actions.ask_erasure(person=person, now=NOW) == actions.ask_erasure(
        person=person, now=LATER
    )
    assert Letter.objects.count() == 1


YEARS_AGO = NOW - timedelta(days=720)


def silent(email, **fields):
    return world.person(email, date_joined=YEARS_AGO, **fields)


def test_who_was_away_for_long_is_warned_a_month_before_and_then_deleted(people):
    away = silent("anna@example.test")
    silent("bruno@example.test", last_login=NOW - timedelta(days=100))
    silent("cilda@example.test", active_at=NOW - timedelta(days=100))
    User.objects.filter(pk__in=[people.admin.pk, people.editor.pk]).update(date_joined=YEARS_AGO)
    actions.warn_inactive(NOW)
    actions.warn_inactive(NOW + timedelta(days=1))
    assert [erasure.person for erasure in Erasure.objects.all()] == [away]
    assert Letter.objects.get().kind == "members.erasure.inactivity"
    Letter.objects.update(state=Letter.State.SENT)
    actions.erase_due(NOW + timedelta(days=29))
    away.refresh_from_db()
    assert not away.is_erased
    actions.erase_due(NOW + timedelta(days=30))
    assert list(User.objects.filter(is_erased=True)) == [away]


def test_who_was_away_is_not_deleted_before_the_letter_has_left(db):
    away = silent("anna@example.test")
    actions.warn_inactive(NOW)
    for state in (Letter.State.WAITING, Letter.State.FAILED):
        Letter.objects.update(state=state)
        actions.erase_due(NOW + timedelta(days=31))
        away.refresh_from_db()
        assert not away.is_erased
    DeadAddress.objects.create(address="ANNA@example.test", found_at=NOW, smtp_code=550)
    actions.erase_due(NOW + timedelta(days=31))
    away.refresh_from_db()
    assert away.is_erased


def test_who_helps_a_community_is_left_alone(site):
    parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    world.leader(parish, silent("anna@example.test").email, kind="helper")
    later = silent("bruno@example.test")
    actions.warn_inactive(NOW)
    assert [erasure.person for erasure in Erasure.objects.all()] == [later]
    world.leader(parish, later.email, kind="helper")
    actions.erase_due(NOW + timedelta(days=30))
    assert not User.objects.filter(is_erased=True).exists()


@pytest.mark.parametrize("change", [{"last_login": NOW + timedelta(days=3)}, {"is_staff": True}])
def test_who_came_back_or_got_a_role_meanwhile_is_kept(change):
    away = silent("anna@example.test")
    actions.warn_inactive(NOW)
    User.objects.filter(pk=away.pk).update(**change)
    actions.erase_due(NOW + timedelta(days=30))
    away.refresh_from_db()
    assert not away.is_erased
    assert not Erasure.objects.exists()


# Content of the site, and the work on it: it points at the empty row afterwards.
MADE_BY_THEM = {
    "communities.BoundarySet",
    "wagtail_localize.SegmentOverride",
    "wagtail_localize.StringTranslation",
    "wagtail_localize.TranslationLog",
    "wagtailcore.TaskState",
    "wagtailcore.WorkflowState",
    # Tables of the packages, which the site's own take the place of.
    "wagtaildocs.Document",
    "wagtailimages.Image",
}


def test_every_table_that_knows_people_has_a_holder_who_speaks_for_it():
    found = {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_fields
        if field.related_model is User
    }
    spoken_for = {table for holder in privacy.registered() for table in holder.tables}
    assert found - spoken_for - MADE_BY_THEM == set()
    assert spoken_for <= {model._meta.label for model in apps.get_models(include_auto_created=True)}
