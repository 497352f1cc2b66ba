"""What leaders suggest and ask for, and what becomes of it."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from communities.actions import decide_page
from core.roles import EDITORS
from library.asking.actions import AlreadyAnswered, answer_request, forget_requests
from library.models import ResourcePage, ResourceRequest
from notifications.models import Letter, Notice
from tests import world
from tests.library import making

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def build(site):
    site.library = making.library(site)
    site.guide = making.resource(site.library, slug="celvedis")
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.leader = world.leader(site.parish)
    site.resident = world.person("iedzivotaja@example.test")
    site.editor = world.person("redaktore@example.test")
    site.editor.groups.add(Group.objects.get(name=EDITORS))
    site.said = {
        "title": "Mūsu budžeta veidne",
        "summary": "Mazā projekta tāme.",
        "kind": making.kind().pk,
        "audience": "everyone",
    }


def browser(person=None) -> Client:
    found = Client()
    if person:
        found.force_login(person)
    return found


def place(name: str, *arguments) -> str:
    with override("lv"):
        return reverse(name, args=arguments)


def suggested(site, **fields) -> ResourcePage:
    file = SimpleUploadedFile("tame.txt", "Tāme: 100 eiro.".encode())
    said = site.said | {"file": file} | fields
    assert browser(site.leader).post(place("library:suggest"), said).status_code == 302
    return ResourcePage.objects.get(title=said["title"])


def decided(site, page, *, is_approved):
    page = ResourcePage.objects.get(pk=page.pk)
    decide_page(
        task_state=page.current_workflow_task_state,
        is_approved=is_approved,
        comment="Lūdzu, pielieciet gadu.",
        by=site.editor,
        now=NOW,
    )


def test_a_suggestion_is_a_draft_that_editors_approve(site):
    page = suggested(site)
    assert not page.live and page.owner == site.leader and page.workflow_in_progress
    assert list(page.communities.all()) == [site.parish]
    document = page.files.get().document
    assert browser().get(document.url).status_code == 404
    assert Letter.objects.filter(kind="page-submitted", person=site.editor).count() == 1
    decided(site, page, is_approved=True)
    assert "tame" in browser().get(ResourcePage.objects.get(pk=page.pk).url_path).content.decode()
    assert Letter.objects.filter(kind="page-approved", person=site.leader).count() == 1


def test_what_is_given_back_can_be_changed_and_sent_again(site):
    page = suggested(site)
    address = place("library:suggestion", page.pk)
    assert browser(site.leader).get(address).status_code == 404
    decided(site, page, is_approved=False)
    letter = Letter.objects.get(kind="page-returned", person=site.leader)
    assert letter.context["action_url"] == address
    shown = browser(site.leader).get(address).content.decode()
    assert "pielieciet gadu" in shown and "Mazā projekta tāme." in shown
    assert browser(site.editor).get(address).status_code == 404
    answer = browser(site.leader).post(address, site.said | {"summary": "Tāme 2026. gadam."})
    assert answer.status_code == 302
    page = ResourcePage.objects.get(pk=page.pk)
    assert page.workflow_in_progress
    assert page.get_latest_revision_as_object().summary == "Tāme 2026. gadam."


def test_nothing_typed_is_lost_and_residents_suggest_nothing(site):
    answer = browser(site.leader).post(place("library:suggest"), site.said)
    assert answer.status_code == 200 and "Mazā projekta tāme." in answer.content.decode()
    for name in ("library:suggest", "library:ask"):
        assert browser(site.resident).get(place(name)).status_code == 403
        assert browser().get(place(name)).status_code == 302


def test_a_request_is_answered_once_by_a_resource(site):
    mine = browser(site.leader)
    for _twice in range(2):
        mine.post(place("library:ask"), {"text": "Vajag līguma paraugu."})
    asked = ResourceRequest.objects.get()
    assert Notice.objects.filter(person=site.editor, kind="library.request").count() == 1
    theirs = browser(site.editor)
    listed = place("resource-requests:list")
    assert "līguma paraugu" in theirs.get(listed).content.decode()
    address = place("resource-requests:answer", asked.pk)
    assert theirs.post(address, {"resource": "", "answer": ""}).status_code == 200
    theirs.post(address, {"resource": site.guide.pk, "answer": ""})
    assert Letter.objects.filter(kind="library.request-answered", person=site.leader).count() == 1
    assert site.guide.url_path in mine.get(place("library:ask")).content.decode()
    with pytest.raises(AlreadyAnswered):
        answer_request(request_id=asked.pk, resource_key=None, answer="Nē", now=NOW)
    forget_requests(NOW + timezone.timedelta(days=181))
    assert not ResourceRequest.objects.exists()
