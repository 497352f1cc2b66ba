"""Certificates: who gets one, when, in which name, and what is left of it in time."""

import json
from datetime import timedelta

import pytest
from django.core import mail
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from events import actions, kept
from events.certificates.course import course_of, participants_of
from events.certificates.seals import is_name, name_seal
from events.models import Certificate
from members.pending import Refused
from notifications.actions import deliver_due
from tests import world
from tests.events import signing
from tests.events.courses import DAYS, OVER, attend, course, issue


def build(site):
    site.parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    site.page = course(site.parish, erase_after_days=10)


def test_whoever_attended_half_of_the_times_gets_one_that_says_so(site):
    anna = attend(site.page, "anna", 3)
    berta = attend(site.page, "berta", 1)
    [made] = issue(site.page, anna, berta, anna="Anna Bērziņa")
    assert (made.name, made.title, made.organiser) == (
        "Anna Bērziņa",
        "Apmācību cikls",
        "Tirzas pagasts",
    )
    assert (made.first_day, made.last_day) == (DAYS[0], DAYS[-1])
    assert (made.sessions, made.of_sessions, made.minutes) == (3, 4, 360)
    assert made.number.startswith("2026-")
    assert len(made.code) == 20
    assert made.language == "lv"


@pytest.mark.parametrize(("least", "gets"), [(None, ["b", "c"]), (3, ["c"]), (1, ["a", "b", "c"])])
def test_from_how_many_times_is_said_by_the_page(site, least, gets):
    site.page.certificate_from = least
    for name, times in (("a", 1), ("b", 2), ("c", 3), ("d", 0)):
        attend(site.page, name, times)
    found = [each.sign_up.name for each in participants_of(course_of(site.page)) if each.has_enough]
    assert found == gets


def test_nobody_gets_one_before_the_last_time_is_over(site):
    anna = attend(site.page, "anna", 4)
    with pytest.raises(Refused):
        issue(site.page, anna, now=OVER - timedelta(seconds=1))
    assert not Certificate.objects.exists()
    assert issue(site.page, anna)


def test_each_is_issued_and_told_once(site):
    anna, berta = attend(site.page, "anna", 4), attend(site.page, "berta", 4)
    for _ in range(2):
        issue(site.page, anna)
    assert [each.name for each in Certificate.objects.all()] == ["anna"]
    assert [each.name for each in issue(site.page, anna, berta)] == ["berta"]
    assert signing.letters("certificate") == ["anna", "berta"]


def test_who_has_no_name_yet_or_cancelled_gets_none(site):
    anna, berta = attend(site.page, "anna", 4), attend(site.page, "berta", 4)
    actions.cancel_sign_up(sign_up=berta, now=signing.NOW)
    assert issue(site.page, anna, berta, anna="") == []


def test_what_was_ticked_off_for_a_day_that_is_none_does_not_count(site):
    anna = attend(site.page, "anna", 1)
    actions.check_in(sign_up=anna, of=DAYS[0] + timedelta(days=1), came=1)
    actions.check_in(sign_up=anna, of=DAYS[1], came=0)
    assert issue(site.page, anna) == []


def test_hours_are_said_only_where_the_page_says_them(site):
    for name, fields in (("anna", {"ends": None}), ("berta", {"starts": None, "ends": None})):
        page = course(site.parish, f"Bez stundām: {name}", **fields)
        [made] = issue(page, attend(page, name, 4), now=OVER + timedelta(days=2))
        assert made.minutes is None


def test_one_that_was_taken_back_can_be_issued_anew_under_another_code(site):
    anna = attend(site.page, "anna", 4)
    [wrong] = issue(site.page, anna)
    actions.take_back_certificate(certificate=wrong)
    anna.refresh_from_db()
    [right] = issue(site.page, anna, anna="Anna Bērziņa")
    assert right.code != wrong.code
    assert signing.letters("certificate") == ["anna", "anna"]


def test_the_letter_leads_to_the_file_and_says_until_when(site):
    anna = attend(site.page, "anna", 4)
    [made] = issue(site.page, anna)
    deliver_due(OVER)
    letter = mail.outbox[-1]
    assert letter.to == ["anna@example.test"]
    assert "/certificate.pdf" in letter.body or "/apliecib" in letter.body
    assert "2027. gada 1. janvār" in letter.body
    assert made.code not in letter.body


def test_after_a_while_the_name_is_gone_and_can_still_be_asked_about(site):
    anna = attend(site.page, "anna", 4)
    [made] = issue(site.page, anna, anna="Anna  Bērziņa")
    actions.forget_past(OVER + timedelta(days=10))
    made.refresh_from_db()
    assert (made.name, made.sign_up, made.title) == ("", None, "Apmācību cikls")
    assert is_name(made.code, "anna bērziņa ", made.name_seal)
    assert not is_name(made.code, "Anna Berziņa", made.name_seal)
    assert not is_name(made.code, "", "")
    assert made.name_seal != name_seal("cits", "Anna Bērziņa")


@pytest.mark.parametrize("is_late", [False, True])
def test_whoever_is_erased_can_be_asked_about_no_more(site, is_late):
    anna, other = attend(site.page, "anna", 4), attend(site.page, "berta", 4)
    person = anna.person
    certificates = issue(site.page, anna, other, anna="Anna Bērziņa")
    if is_late:
        actions.forget_past(OVER + timedelta(days=10))
    kept.erase(person, OVER + timedelta(days=11))
    erased, stays = (Certificate.objects.get(pk=each.pk) for each in certificates)
    assert (erased.name, erased.name_seal, erased.holder_seal) == ("", "", "")
    assert erased.sessions == 4
    assert is_name(stays.code, "berta", stays.name_seal)


def test_people_have_what_their_certificates_keep(site):
    anna = attend(site.page, "anna", 4)
    person = anna.person
    issue(site.page, anna, anna="Anna Bērziņa")
    told = json.dumps(kept.export(person), cls=DjangoJSONEncoder, ensure_ascii=False)
    assert "Anna Bērziņa" in told
    actions.forget_past(timezone.now() + timedelta(days=99))
    assert [each["title"] for each in kept.export(person)["certificates"]] == ["Apmācību cikls"]
    assert kept.export(signing.somebody("cita"))["certificates"] == []
