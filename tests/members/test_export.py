"""People have what the site keeps about them: all of it, nothing of others', once."""

import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
import time_machine
from django.db import connection
from django.urls import reverse

from members import actions, privacy
from members.models import Consent, ConsentText, DataExport
from notifications.models import Letter
from tests import world
from tests.members.belongings import give_everything, markers_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture
def at_now():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def anna(site):
    return give_everything(world.person("anna@example.test"), site, "Anna", NOW)


def files(settings) -> list[Path]:
    return list(Path(settings.PRIVATE_ROOT).rglob("*.zip"))


def link_to_data(person) -> str:
    letter = Letter.objects.filter(kind="members.export", person=person).latest("pk")
    return "/" + letter.context["action_url"].split("/", 3)[3]


def ask_and_make(person, now=NOW):
    assert actions.ask_export(person=person, language="lv", now=now)
    actions.make_exports(now)


def test_an_export_has_everything_of_the_person_and_nothing_of_another(
    site, client, settings, anna, at_now
):
    other = give_everything(world.person("bruno@example.test"), site, "Bruno", NOW)
    client.force_login(anna)
    ask_and_make(anna)
    response = client.post(link_to_data(anna))
    assert response["Content-Disposition"].startswith("attachment")
    archive = zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))
    names = {f"{holder.name}.json" for holder in privacy.registered()}
    assert set(archive.namelist()) == {"README.txt"} | names
    kept = {name: json.loads(archive.read(name)) for name in names}
    text = json.dumps(kept, ensure_ascii=False)
    for marker in markers_of(anna, "Anna"):
        assert marker in text, marker
    for marker in markers_of(other, "Bruno"):
        assert marker not in text, marker
    for secret in (anna.password, "noslēpums-Anna", "kods-Anna"):
        assert secret not in text


def test_a_file_is_fetched_once_and_then_gone(site, client, settings, anna, at_now):
    client.force_login(anna)
    ask_and_make(anna)
    assert len(files(settings)) == 1
    address = link_to_data(anna)
    for _ in range(3):
        assert client.get(address).status_code == client.head(address).status_code == 200
    assert len(files(settings)) == 1
    assert b"".join(client.post(address).streaming_content)[:2] == b"PK"
    assert files(settings) == []
    assert client.post(address).status_code == 302
    assert client.get(address).status_code == 200


def test_only_the_person_gets_it_and_only_for_a_day(site, client, people, settings, anna, at_now):
    ask_and_make(anna)
    address = link_to_data(anna)
    assert client.post(address).status_code == 302
    client.force_login(people.admin)
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404
    client.force_login(anna)
    at_now.shift(timedelta(hours=24))
    assert client.post(address).status_code == 302
    assert len(files(settings)) == 1
    actions.prune_exports(NOW + timedelta(hours=25))
    assert files(settings) == []
    assert not DataExport.objects.exists()


def test_it_can_be_asked_for_once_a_day_and_not_by_get(site, client, anna, at_now):
    client.force_login(anna)
    ask = reverse("members:export-ask")
    assert client.get(ask).status_code == 405
    for _ in range(3):
        assert client.post(ask).status_code == 302
    assert DataExport.objects.count() == 1
    client.logout()
    assert client.post(ask).status_code == 302
    assert DataExport.objects.count() == 1


def test_making_twice_makes_one_file_and_one_letter(settings, anna):
    ask_and_make(anna)
    actions.make_exports(NOW)
    assert len(files(settings)) == 1
    assert Letter.objects.filter(about__startswith="export:").count() == 1
    assert files(settings)[0].stat().st_mode & 0o077 == 0


def test_an_export_is_taken_once_even_if_the_file_is_still_there(anna):
    ask_and_make(anna)
    export = DataExport.objects.get()
    assert DataExport.objects.fetch(export, NOW)
    assert not DataExport.objects.fetch(export, NOW)


def test_consents_are_kept_with_their_words(anna):
    text = ConsentText.objects.create(version=7, language="lv", text="Vārdi", valid_from=NOW)
    Consent.objects.create(person=anna, text=text, given_at=NOW)
    holder = next(each for each in privacy.registered() if each.name == "consents")
    assert {"version": 7, "text": "Vārdi"}.items() <= holder.export(anna)[-1].items()


@pytest.mark.django_db(transaction=True)
def test_of_ten_who_fetch_at_once_one_gets_it(settings, db):
    person = world.person("anna@example.test")
    ask_and_make(person)
    export, outcomes, gate = DataExport.objects.get(), [], Barrier(10)

    def fetch():
        gate.wait()
        try:
            actions.fetch_export(export=export, now=NOW).close()
            outcomes.append("file")
        except actions.NoLonger:
            outcomes.append("none")
        finally:
            connection.close()

    threads = [Thread(target=fetch) for _ in range(10)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(outcomes) == ["file"] + ["none"] * 9
