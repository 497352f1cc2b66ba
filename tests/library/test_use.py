"""How resources are used: downloads, marks, notes, and what is kept for later."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from core.roles import EDITORS
from core.visit import visit_of
from library import kept
from library.models import FileDownloads, HelpfulMark, SavedResource, UseNote
from library.use import actions
from library.use.downloads import downloads_of, uses_of
from library.use.shown import use_context
from notifications.models import Letter
from tests import world
from tests.growth import assert_same_queries, queries_of
from tests.library import making

pytestmark = pytest.mark.django_db
NOW = timezone.now()
BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}
TEXT = "Darbnīcā bijām divdesmit."


def build(site):
    site.library = making.library(site)
    site.tirza = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.file = making.document()
    site.guide = making.resource(
        site.library, "Darbnīcas ceļvedis", slug="celvedis", files=[site.file]
    )
    site.secret = making.document("piezimes.txt")
    site.closed = making.resource(
        site.library, "Līderu piezīmes", slug="piezimes", audience="leaders", files=[site.secret]
    )
    site.leader = world.leader(site.tirza)
    site.resident = world.person("iedzivotaja@example.test")
    site.editor = world.person("redaktore@example.test")
    site.editor.groups.add(Group.objects.get(name=EDITORS))


def browser(person=None) -> Client:
    found = Client()
    if person:
        found.force_login(person)
    return found


def place(name: str, *arguments) -> str:
    with override("lv"):
        return reverse(f"library:{name}", args=arguments)


def fetch(document, client=None, **headers):
    answer = (client or Client()).get(document.url, **{**BROWSER, **headers})
    list(answer.streaming_content if answer.streaming else ())
    return answer


def noted(site, text=TEXT, person=None, **fields) -> UseNote:
    said = {"resource_key": site.guide.translation_key, "person": person or site.leader}
    home = {"community_key": site.tirza.translation_key, "written_at": NOW}
    return UseNote.objects.create(**said, **home, text=text, **fields)


def page_text(person=None, address="/lv/kratuve/celvedis/") -> str:
    answer = browser(person).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_people_fetch_is_counted_by_days(site):
    assert fetch(site.file).status_code == 200
    fetch(site.file, HTTP_RANGE="bytes=0-")
    [row] = FileDownloads.objects.all()
    assert (row.document, row.day, row.count) == (site.file, timezone.localdate(), 2)
    assert downloads_of([site.file.pk]) == 2
    assert "Lejupielādēts 2 reizes" in page_text() or "Downloaded 2 times" in page_text()


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_USER_AGENT": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"HTTP_USER_AGENT": "curl/8.5"},
        {"HTTP_USER_AGENT": ""},
        {"HTTP_RANGE": "bytes=1024-"},
        {"HTTP_IF_NONE_MATCH": '"a"'},
        {"HTTP_SEC_PURPOSE": "prefetch"},
    ],
)
def test_robots_further_parts_and_looks_ahead_are_not_counted(site, headers):
    assert fetch(site.file, **headers).status_code == 200
    list(Client().head(site.file.url, **BROWSER).streaming_content)
    assert not FileDownloads.objects.exists()


def test_a_refused_download_and_the_file_of_no_resource_are_not_counted(site):
    other = making.document("cits.txt")
    assert fetch(site.secret).status_code == 404
    assert fetch(other).status_code == 200
    assert not FileDownloads.objects.exists()
    assert fetch(site.secret, browser(site.leader)).status_code == 200
    assert downloads_of([site.secret.pk]) == 1


def test_a_file_is_given_even_where_it_cannot_be_counted(site, monkeypatch):
    monkeypatch.setattr(FileDownloads._meta, "db_table", "nav_tadas")
    assert fetch(site.file).status_code == 200
    monkeypatch.undo()
    assert not FileDownloads.objects.exists()


def test_days_long_ago_are_added_up_by_months_once(site):
    long_ago = timezone.localdate(NOW - timedelta(days=800)).replace(day=1)
    for day, count in ((1, 1), (3, 2), (9, 4)):
        FileDownloads.objects.create(document=site.file, day=long_ago.replace(day=day), count=count)
    FileDownloads.objects.create(document=site.file, day=timezone.localdate(NOW), count=8)
    for _again in range(2):
        actions.fold_downloads(NOW)
        counts = dict(FileDownloads.objects.values_list("day", "count"))
        assert counts == {long_ago: 7, timezone.localdate(NOW): 8}


def test_use_is_what_was_fetched_and_whom_it_helped(site):
    FileDownloads.objects.create(document=site.file, day=NOW.date(), count=3)
    for person in (site.leader, site.resident):
        actions.mark_helpful(
            person=person, resource_key=site.guide.translation_key, has_helped=True, now=NOW
        )
    assert uses_of(site.library.locale_id) == {site.guide.pk: 5}


def test_a_resource_helps_a_person_once_and_no_longer_when_taken_back(site):
    mine, address = browser(site.resident), place("helped", site.guide.translation_key)
    for _twice in range(2):
        assert mine.post(address, {"wish": "yes"}).url == "/lv/kratuve/celvedis/"
    assert HelpfulMark.objects.count() == 1
    assert 'aria-pressed="true"' in page_text(site.resident)
    mine.post(address, {"wish": ""})
    assert not HelpfulMark.objects.exists()


def test_one_keeps_a_resource_for_later_and_puts_it_away(site):
    mine, address = browser(site.resident), place("save", site.guide.translation_key)
    for _twice in range(2):
        mine.post(address, {"wish": "yes"})
    assert SavedResource.objects.count() == 1
    assert "Darbnīcas ceļvedis" in page_text(site.resident, place("saved"))
    assert "Darbnīcas ceļvedis" not in page_text(site.leader, place("saved"))
    assert mine.post(address, {"wish": ""}).url == place("saved")
    assert not SavedResource.objects.exists()


def test_what_was_closed_since_is_not_shown_and_can_be_put_away(site):
    SavedResource.objects.create(
        person=site.resident, resource_key=site.closed.translation_key, saved_at=NOW
    )
    assert "Līderu piezīmes" not in page_text(site.resident, place("saved"))
    mine = browser(site.resident)
    assert mine.post(place("save", site.closed.translation_key), {"wish": ""}).status_code == 302
    assert not SavedResource.objects.exists()


@pytest.mark.parametrize("name", ["own-use", "helped", "save"])
def test_whoever_may_not_read_a_resource_can_do_nothing_with_it(site, name):
    key = site.closed.translation_key
    assert browser(site.resident).post(place(name, key), {"wish": "yes"}).status_code == 404
    answer = browser().post(place(name, key), {"wish": "yes"})
    assert answer.status_code in (302, 403) and "Līderu" not in answer.content.decode()
    assert not HelpfulMark.objects.exists() and not SavedResource.objects.exists()


def test_a_leader_tells_how_the_community_used_it_changes_and_deletes_it(site):
    mine, address = browser(site.leader), place("own-use", site.guide.translation_key)
    said = {"community": str(site.tirza.translation_key)}
    assert mine.post(address, said | {"text": TEXT}).url == "/lv/kratuve/celvedis/"
    text = page_text()
    assert TEXT in text and "Tirzas pagasts" in text and site.leader.email not in text
    mine.post(address, said | {"text": "Bijām trīsdesmit."})
    assert [note.text for note in UseNote.objects.all()] == ["Bijām trīsdesmit."]
    mine.post(place("note-delete", site.guide.translation_key))
    assert "trīsdesmit" not in page_text()


def test_what_was_typed_stays_when_it_cannot_be_taken(site):
    mine, address = browser(site.leader), place("own-use", site.guide.translation_key)
    said = {"community": str(site.tirza.translation_key)}
    answer = mine.post(address, said | {"text": "a" * 601})
    assert answer.status_code == 200 and "a" * 601 in answer.content.decode()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(site.leader)
    answer = strict.post(address, said | {"text": TEXT})
    assert answer.status_code == 403 and TEXT in answer.content.decode()
    assert not UseNote.objects.exists()


def test_who_leads_nothing_writes_no_note_and_nobody_for_others(site):
    address = place("own-use", site.guide.translation_key)
    said = {"text": TEXT, "community": str(site.tirza.translation_key)}
    assert browser(site.resident).post(address, said).status_code == 200
    other = world.community(site.index, "Lizums", slug="lizums")
    said["community"] = str(other.translation_key)
    assert browser(site.leader).post(address, said).status_code == 200
    assert not UseNote.objects.exists()


def test_an_editor_hides_a_note_with_a_reason_that_its_author_gets(site):
    note = noted(site)
    address = place("note-hide", note.pk)
    assert browser(site.leader).post(address, {"reason": "x"}).status_code == 403
    theirs = browser(site.editor)
    assert TEXT in theirs.get(address).content.decode()
    assert theirs.post(address, {"reason": ""}).status_code == 200
    theirs.post(address, {"reason": "Tajā ir tālruņa numurs."})
    assert TEXT not in page_text() and TEXT not in page_text(site.leader)
    [letter] = Letter.objects.filter(kind="library.note-hidden")
    assert letter.person == site.leader
    mine = page_text(site.leader, place("own-use", site.guide.translation_key))
    assert TEXT in mine and "Tajā ir tālruņa numurs." in mine
    theirs.post(address)
    assert TEXT in page_text()


def test_a_hidden_note_stays_hidden_when_it_is_changed(site):
    noted(site, hidden_at=NOW, hidden_reason="Nē")
    actions.write_note(
        person=site.leader,
        resource_key=site.guide.translation_key,
        community_key=site.tirza.translation_key,
        text="Cits teksts",
        now=NOW,
    )
    assert "Cits teksts" not in page_text()


def test_a_new_note_and_a_new_mark_are_on_the_page_that_is_kept(site):
    assert TEXT not in page_text()
    said = {"community_key": site.tirza.translation_key, "text": TEXT, "now": NOW}
    actions.write_note(person=site.leader, resource_key=site.guide.translation_key, **said)
    text = page_text()
    assert TEXT in text and "csrfmiddlewaretoken" not in text


def test_it_is_exported_and_erased(site):
    noted(site)
    key = site.guide.translation_key
    actions.mark_helpful(person=site.leader, resource_key=key, has_helped=True, now=NOW)
    actions.save_for_later(person=site.leader, resource_key=key, is_saved=True, now=NOW)
    said = kept.export(site.leader)
    assert said["notes"][0]["text"] == TEXT
    assert said["helped"][0]["resource_key"] == said["kept_for_later"][0]["resource_key"] == key
    kept.erase(site.leader, NOW)
    for model in (UseNote, HelpfulMark, SavedResource):
        assert not model.objects.exists()


def test_many_notes_and_kept_resources_cost_no_more_queries(site):
    saved = {"person": site.resident, "saved_at": NOW}
    key = site.guide.translation_key
    noted(site)
    SavedResource.objects.create(resource_key=key, **saved)
    making.collection(site.library, items=[(site.guide, "Sāciet ar to.")])

    def grow():
        for number in range(20):
            noted(site, f"Piezīme {number}", world.person(f"p{number}@example.test"))
        for page in [making.resource(site.library, f"Veidne {number}") for number in range(3)]:
            SavedResource.objects.create(resource_key=page.translation_key, **saved)

    visit = visit_of(RequestFactory().get("/lv/kratuve/celvedis/"))
    use_context(site.guide, visit, AnonymousUser())
    with CaptureQueriesContext(connection) as captured:
        found = use_context(site.guide, visit, AnonymousUser())
    assert len(found["notes"]) == 1 and len(captured) <= 3
    assert_same_queries(["/lv/kratuve/celvedis/"], grow)
    assert_same_queries([place("saved")], lambda: None, user=site.resident)
    assert len(queries_of(place("saved"), site.resident)) <= 25
