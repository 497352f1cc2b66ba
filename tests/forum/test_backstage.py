from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from core.roles import EDITORS
from forum.models import DutyTurn, ForumSettings, Reason
from tests import world
from tests.forum import making, moderating

NOW = timezone.now()


def build(site):
    site.editor = moderating.editor("Rita")
    site.topic = making.topic(making.section(making.forum(site)))


def browser(person):
    found = Client()
    found.force_login(person)
    return found


def reason_sent(**fields):
    return {
        "name_lv": "Kurpnieka darbi",
        "name_en": "Cobbling",
        "rule_lv": "Kurpnieks, paliec pie savām liestēm.",
        "rule_en": "Let the cobbler stick to his last.",
        "is_used": "on",
        "sort_order": "5",
        **fields,
    }


def test_the_site_begins_with_reasons_in_both_languages(site):
    reasons = Reason.objects.all()
    assert len(reasons) >= 7
    assert all(each.name_lv and each.name_en and each.rule_lv and each.rule_en for each in reasons)


def test_editors_hold_the_rights_of_moderation(site):
    rights = Permission.objects.filter(group__name=EDITORS, content_type__app_label="forum")
    assert {"moderate", "change_forumsettings", "change_reason", "add_dutyturn"} <= set(
        rights.values_list("codename", flat=True)
    )


def test_an_editor_writes_reasons(site):
    response = browser(site.editor).post(reverse("moderation-reasons:add"), reason_sent())
    assert response.status_code == 302
    reason = Reason.objects.get(name_lv="Kurpnieka darbi")
    assert (reason.is_used, reason.is_for_reports) == (True, False)
    assert "Kurpnieka darbi" in Client().get(reverse("forum:figures")).content.decode()


def test_a_reason_that_was_given_stays(site):
    moderating.hidden(making.post(site.topic), site.editor)
    given, other = moderating.reason(), Reason.objects.last()
    for reason in (given, other):
        place = reverse("moderation-reasons:delete", args=[reason.pk])
        assert browser(site.editor).post(place).status_code == 302
    assert Reason.objects.filter(pk=given.pk).exists()
    assert not Reason.objects.filter(pk=other.pk).exists()


def test_an_editor_opens_the_settings_of_discussion(site):
    settings = ForumSettings.for_site(Site.objects.get())
    place = reverse("wagtailsettings:edit", args=["forum", "forumsettings", settings.site_id])
    assert browser(site.editor).get(place).status_code == 200
    stranger = world.person("kads@example.test")
    assert browser(stranger).get(place).status_code == 302


@pytest.mark.parametrize(("days", "is_kept"), [(6, True), (-1, False)])
def test_a_turn_ends_no_earlier_than_it_begins(site, days, is_kept):
    today = timezone.localdate(NOW)
    sent = {
        "person": site.editor.pk,
        "first_date": today.isoformat(),
        "last_date": (today + timedelta(days=days)).isoformat(),
    }
    browser(site.editor).post(reverse("moderation-duty:add"), sent)
    assert DutyTurn.objects.exists() == is_kept


def test_the_rota_names_editors_alone(site):
    resident = making.person("Zane")
    today = timezone.localdate(NOW).isoformat()
    sent = {"person": resident.pk, "first_date": today, "last_date": today}
    response = browser(site.editor).post(reverse("moderation-duty:add"), sent)
    assert response.status_code == 200
    assert "zane@example.test" not in response.content.decode()
    assert not DutyTurn.objects.exists()
