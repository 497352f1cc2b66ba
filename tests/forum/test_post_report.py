import re
from types import SimpleNamespace

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from forum.models import Report, Review
from members.models import PendingAction
from notifications.actions import deliver_due
from tests.forum import making, moderating


def build(site):
    site.people = SimpleNamespace(
        author=making.person("Anna"),
        resident=making.person("Zane"),
        editor=moderating.editor("Rita"),
    )
    site.topic = making.topic(making.section(making.forum(site)), "Ceļš uz ezeru")
    site.post = making.post(site.topic, author=site.people.author)
    site.address = reverse("forum:post-report", args=[site.post.pk])


def browser(person=None, **options):
    found = Client(**options)
    if person:
        found.force_login(person)
    return found


def code_sent_to(address):
    deliver_due(timezone.now())
    [letter] = [letter for letter in mail.outbox if letter.to == [address]]
    return re.search(r"\d{3} ?\d{3}", letter.body)[0]


def sent(**fields):
    return {"reason": moderating.reason().pk, "note": "Tā nedrīkst.", **fields}


def test_whoever_has_signed_in_reports_at_once(site):
    response = browser(site.people.resident).post(site.address, sent())
    assert response.url.startswith(site.topic.get_absolute_url())
    report = Report.objects.get()
    assert (report.post, report.person, report.note) == (
        site.post,
        site.people.resident,
        "Tā nedrīkst.",
    )
    assert moderating.review_of(site.post).kind == Review.Kind.REPORTS


def test_a_report_needs_one_of_the_reasons(site):
    for reason in ("", "999", "x"):
        response = browser(site.people.resident).post(site.address, sent(reason=reason))
        assert response.status_code == 200
        assert "Tā nedrīkst." in response.content.decode()
    assert not Report.objects.exists()


def test_an_address_alone_is_enough_and_is_confirmed_by_a_code(site):
    visitor = browser()
    assert 'name="address"' in visitor.get(site.address).content.decode()
    response = visitor.post(site.address, sent(address="kaimins@example.test"))
    assert not Report.objects.exists()
    assert PendingAction.objects.get().kind == "forum.report"
    page = visitor.get(response.url).content.decode()
    assert "Ceļš uz ezeru" in page
    code = code_sent_to("kaimins@example.test")
    visitor.post(response.url, {"code": code})
    assert Report.objects.get().person.email == "kaimins@example.test"


def test_what_is_hidden_meanwhile_is_not_reported(site):
    visitor = browser()
    response = visitor.post(site.address, sent(address="kaimins@example.test"))
    moderating.hidden(site.post, site.people.editor)
    code = code_sent_to("kaimins@example.test")
    assert visitor.post(response.url, {"code": code}).status_code == 409
    assert not Report.objects.exists()


def test_ones_own_post_is_not_reported_and_a_hidden_one_is_not_there(site):
    assert browser(site.people.author).post(site.address, sent()).status_code == 403
    moderating.hidden(site.post, site.people.editor)
    assert browser(site.people.resident).get(site.address).status_code == 404
    assert browser().get(reverse("forum:post-report", args=[99999])).status_code == 404


def test_an_old_form_reports_nothing_and_keeps_what_was_typed(site):
    strict = browser(site.people.resident, enforce_csrf_checks=True)
    response = strict.post(site.address, sent())
    assert response.status_code == 403
    assert "Tā nedrīkst." in response.content.decode()
    assert not Report.objects.exists()


@pytest.mark.parametrize("method", ["put", "delete"])
def test_other_methods_are_refused(site, method):
    assert getattr(browser(site.people.resident), method)(site.address).status_code in (403, 405)
