"""What leaders say of sign-up on an event's page is checked before it is kept."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from core.roles import EDITORS
from events.models import EventPage
from tests import world
from tests.events import making

ROWS = ("further_dates", "pauses", "changes", "programme", "questions", "results")


def build(site):
    site.editor = world.person("redaktore@example.test")
    site.editor.groups.add(Group.objects.get(name=EDITORS))


def sent(**fields) -> dict:
    """The form of a weekly event for which one signs up, as a browser sends it."""
    usual = {
        "title": "Rokdarbi",
        "slug": "rokdarbi",
        "kind": making.kind().pk,
        "for_whom": "everyone",
        "organiser": "community",
        "status": "confirmed",
        "audience": "everyone",
        "first_date": "2026-12-05",
        "starts": "18:00",
        "repeats": "weekly",
        "repeat_every": "1",
        "repeat_weekdays": ["5"],
        "repeat_count": "4",
        "takes_sign_ups": "on",
        "signs_up_for": "series",
        "capacity": "10",
        "most_in_party": "6",
        "erase_after_days": "30",
        "body": streamfield([]),
        "action-publish": "1",
    }
    rows = {name: inline_formset([]) for name in ROWS}
    return nested_form_data({**usual, **rows, **fields})


def kept(site, **fields) -> EventPage | None:
    parent = making.calendar(site)
    place = reverse("wagtailadmin_pages:add", args=["events", "eventpage", parent.pk])
    browser = Client()
    browser.force_login(site.editor)
    response = browser.post(place, sent(**fields))
    site.answer = response
    return EventPage.objects.filter(slug="rokdarbi").first()


def test_what_makes_sense_is_kept(site):
    question = {"words": "Ēdiens", "kind": "choice", "options": "Gaļas\nVeģetārs"}
    page = kept(site, questions=inline_formset([question]))
    assert page.takes_sign_ups
    assert page.capacity == 10
    assert page.questions.get().choices == ["Gaļas", "Veģetārs"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"repeat_count": ""},
        {"sign_up_opens_at": "2026-12-02 10:00", "sign_up_closes_at": "2026-12-01 10:00"},
        {"capacity": "0"},
        {"most_in_party": "0"},
        {"erase_after_days": "0"},
        {"questions": inline_formset([{"words": "?", "kind": "text"}] * 6)},
    ],
)
def test_what_makes_no_sense_is_refused(site, wrong):
    assert kept(site, **wrong) is None
    assert site.answer.status_code == 200


def test_what_never_ends_takes_sign_ups_for_each_time(site):
    assert kept(site, repeat_count="", signs_up_for="each").takes_sign_ups


@pytest.mark.parametrize("least", ["", "1", "4"])
def test_a_course_gives_certificates_from_as_many_times_as_there_are(site, least):
    page = kept(site, gives_certificates="on", certificate_from=least)
    assert page.gives_certificates
    assert str(page.certificate_from or "") == least


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"certificate_from": "5"}, "certificate_from"),
        ({"certificate_from": "0"}, "certificate_from"),
        ({"signs_up_for": "each"}, "gives_certificates"),
    ],
)
def test_certificates_that_nobody_could_get_are_refused(site, wrong, field):
    assert kept(site, gives_certificates="on", **wrong) is None
    assert field in site.answer.context["form"].errors


def test_an_event_that_takes_place_once_gives_certificates_too(site):
    once = {"repeats": "once", "repeat_weekdays": [], "repeat_count": "", "signs_up_for": "each"}
    assert kept(site, gives_certificates="on", certificate_from="1", **once)
