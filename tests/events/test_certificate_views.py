"""Certificates as organisers issue them, as their owners take them, and as anybody checks them."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.roles import EDITORS
from events import actions
from events.access import word_of
from events.models import Attendance, Certificate, Seating, SignUp
from events.models.timing import Frequencies
from tests import world
from tests.events import courses, making, signing
from tests.growth import assert_same_queries

PAST = timezone.localdate() - timezone.timedelta(days=3)


def build(site):
    parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.page = making.event(parish, "Kurss", PAST, takes_sign_ups=True, gives_certificates=True)
    other = world.community(site.index, "Lizuma pagasts", slug="lizums")
    editor = world.person("rita@example.test")
    editor.groups.add(Group.objects.get(name=EDITORS))
    site.people = SimpleNamespace(
        leader=world.leader(parish),
        stranger=world.leader(other, "lizums@example.test"),
        editor=editor,
        resident=signing.somebody("zane"),
    )
    site.anna = came(site.page, "anna")


def came(page, name: str) -> SignUp:
    """Somebody who signed up in time and came."""
    before = timezone.now() - timezone.timedelta(days=10)
    made = signing.come(page, name, now=before)
    actions.check_in(sign_up=made, of=PAST, came=1)
    return made


def address(site, name="certificates", *more):
    return reverse(f"events:{name}", args=[site.page.translation_key, *more])


def browser(person=None):
    found = Client()
    if person:
        found.force_login(person)
    return found


def check(code: str) -> str:
    return reverse("events:certificate", args=[code])


def test_organisers_look_through_the_names_and_issue(site):
    leader = browser(site.people.leader)
    page = leader.get(address(site)).content.decode()
    assert f'name="name-{site.anna.pk}" value="anna"' in page
    form = {f"name-{site.anna.pk}": " Anna   Bērziņa "}
    for _ in range(2):
        assert leader.post(address(site, "certificates-issue"), form).url == address(site)
    assert [each.name for each in Certificate.objects.all()] == ["Anna Bērziņa"]
    assert "Anna Bērziņa" in leader.get(address(site)).content.decode()


def test_a_name_that_nobody_sees_is_asked_for_again(site):
    form = {f"name-{site.anna.pk}": "Anna\u202eanzinrēB"}
    found = browser(site.people.leader).post(address(site, "certificates-issue"), form)
    assert found.status_code == 400
    assert not Certificate.objects.exists()


def test_nobody_else_issues_sees_or_takes_back(site):
    made = courses.certificate(site.anna)
    reads = [address(site), address(site, "certificate-paper", site.anna.pk)]
    writes = [
        address(site, "certificates-issue"),
        address(site, "certificate-take-back", site.anna.pk),
    ]
    for person, status in ((None, 302), (site.people.resident, 403), (site.people.stranger, 403)):
        for place in reads:
            assert browser(person).get(place).status_code == status
        for place in writes:
            assert browser(person).post(place).status_code == status
    leader = browser(site.people.leader)
    assert [leader.get(place).status_code for place in (*reads, *writes)] == [200, 200, 405, 405]
    assert Certificate.objects.get() == made


def test_one_that_is_wrong_is_taken_back_and_its_address_knows_it_no_more(site):
    made = courses.certificate(site.anna)
    assert browser().get(check(made.code)).status_code == 200
    browser(site.people.leader).post(address(site, "certificate-take-back", site.anna.pk))
    assert browser().get(check(made.code)).status_code == 404


def test_an_event_without_certificates_and_anothers_sign_up_have_none(site):
    plain = making.event(site.page.get_parent(), "Talka", PAST, takes_sign_ups=True)
    foreign = courses.certificate(signing.kept(plain)).sign_up
    editor = browser(site.people.editor)
    place = reverse("events:certificates", args=[plain.translation_key])
    assert editor.get(place).status_code == 404
    assert editor.get(address(site, "certificate-paper", foreign.pk)).status_code == 404
    assert editor.get(address(site, "certificate-paper", site.anna.pk)).status_code == 404


def test_owners_take_their_file_by_the_link_of_their_sign_up(site):
    word = word_of(site.anna)
    mine = reverse("events:my-sign-up", args=[word])
    file = reverse("events:my-certificate", args=[word])
    assert browser().get(file).status_code == 404
    assert file not in browser().get(mine).content.decode()
    made = courses.certificate(site.anna)
    assert file in browser().get(mine).content.decode()
    found = browser().get(file)
    assert found.content.startswith(b"%PDF-")
    assert found.headers["Content-Type"] == "application/pdf"
    assert found.headers["Content-Disposition"] == f'inline; filename="{made.number}.pdf"'
    assert "no-store" in found.headers["Cache-Control"]
    assert browser().get(reverse("events:my-certificate", args=["1:x"])).status_code == 404
    Certificate.objects.update(name="")
    assert browser().get(file).status_code == 404


def test_anybody_with_the_code_reads_what_the_paper_says_and_no_more(site):
    made = courses.certificate(site.anna, "Anna Bērziņa")
    found = browser().get(check(made.code.upper()))
    page = found.content.decode()
    for said in ("Anna Bērziņa", "Apmācību cikls", "Tirzas pagasts", made.number):
        assert said in page
    assert "anna@example.test" not in page
    assert "noindex" in page
    assert "no-store" in found.headers["Cache-Control"]


@pytest.mark.parametrize("code", ["0" * 20, "x", "🎉"])
def test_what_nobody_issued_is_not_there(site, code):
    found = browser().get(check(code))
    assert found.status_code == 404
    assert "noindex" in found.content.decode()


def test_when_names_are_deleted_one_asks_about_the_name(site):
    made = courses.certificate(site.anna, "Anna Bērziņa")
    Certificate.objects.update(name="")
    assert "Anna" not in browser().get(check(made.code)).content.decode()
    for name, is_theirs in (("anna  bērziņa", True), ("Berta", False), ("", False)):
        found = browser().post(check(made.code), {"name": name})
        assert found.status_code == 200
        assert found.context["is_theirs"] is is_theirs
    Certificate.objects.update(name_seal="")
    assert "<form" not in browser().get(check(made.code)).content.decode().split("<main")[1]


def test_a_form_that_grew_old_keeps_the_name(site):
    made = courses.certificate(site.anna, "Anna Bērziņa")
    Certificate.objects.update(name="")
    found = Client(enforce_csrf_checks=True).post(check(made.code), {"name": "Anna Bērziņa"})
    assert found.status_code == 403
    assert found.context["is_theirs"] is False
    assert "Anna Bērziņa" in found.content.decode()


def test_whoever_signs_up_for_a_certificate_signs_up_alone(site):
    page = making.event(
        site.page.get_parent(),
        "Jauns kurss",
        timezone.localdate() + timezone.timedelta(days=9),
        takes_sign_ups=True,
        gives_certificates=True,
        repeats=Frequencies.WEEKLY,
        repeat_count=3,
    )
    place = reverse("events:sign-up", args=[page.translation_key])
    resident = browser(site.people.resident)
    assert "party_size" not in resident.get(place).content.decode()
    resident.post(place, {"name": "Zane", "party_size": "5", "agrees": "on"})
    by_hand = reverse("events:sign-ups-add", args=[page.translation_key])
    browser(site.people.leader).post(by_hand, {"name": "Kaimiņš", "party_size": "5"})
    assert list(
        SignUp.objects.filter(seating__event_key=page.translation_key)
        .order_by("pk")
        .values_list("name", "party_size")
    ) == [("Zane", 1), ("Kaimiņš", 1)]


def test_more_people_ask_the_database_no_more(site):
    courses.certificate(site.anna)
    seats = Seating.objects.get(event_key=site.page.translation_key)
    assert_same_queries(
        [address(site)],
        lambda: [_another(seats, number) for number in range(20)],
        user=site.people.editor,
    )


def _another(seats, number):
    made = SignUp.objects.create(
        seating=seats,
        name=f"Dalībnieks {number}",
        state=SignUp.State.CONFIRMED,
        signed_up_at=signing.NOW,
        changed_at=signing.NOW,
    )
    Attendance.objects.create(sign_up=made, of=PAST, came=number % 3 and 1)
    if number % 2:
        courses.certificate(made)
