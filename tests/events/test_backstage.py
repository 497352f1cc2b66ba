import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from core.roles import EDITORS
from events.models import EventKind
from tests import world
from tests.events import making


def build(site):
    site.editor = world.person("redaktore@example.test")
    site.editor.groups.add(Group.objects.get(name=EDITORS))
    site.tirza = world.community(site.index, "Tirza")
    site.leader = world.leader(site.tirza)
    site.event = making.event(making.calendar(site))


def browser(person) -> Client:
    found = Client()
    found.force_login(person)
    return found


def kind_sent(**fields) -> dict:
    names = {"name_lv": "Gadatirgus", "name_en": "Fair", "slug": "gadatirgus"}
    return {**names, "is_used": "on", "sort_order": "5", **fields}


def test_the_site_begins_with_kinds_in_both_languages(site):
    kinds = EventKind.objects.all()
    assert len(kinds) == 8
    assert all(each.name_lv and each.name_en and each.is_used for each in kinds)


def test_editors_hold_the_rights_to_the_kinds(site):
    rights = Permission.objects.filter(group__name=EDITORS, content_type__app_label="events")
    wanted = {f"{deed}_eventkind" for deed in ("add", "change", "delete")}
    assert wanted <= set(rights.values_list("codename", flat=True))


def test_an_editor_writes_kinds_and_a_leader_does_not(site):
    place = reverse("event-kinds:add")
    assert browser(site.leader).post(place, kind_sent()).status_code == 403
    assert not EventKind.objects.filter(slug="gadatirgus").exists()
    assert browser(site.editor).post(place, kind_sent()).status_code == 302
    assert EventKind.objects.get(slug="gadatirgus").name_en == "Fair"


def test_a_kind_that_an_event_has_stays(site):
    had, other = site.event.kind, making.kind("kursi")
    for kind in (had, other):
        place = reverse("event-kinds:delete", args=[kind.pk])
        assert browser(site.editor).post(place).status_code == 302
    assert EventKind.objects.filter(pk=had.pk).exists()
    assert not EventKind.objects.filter(pk=other.pk).exists()


def typed(**fields) -> dict:
    """The fields of "first Tuesday of every month, not in July and August", as they are sent."""
    rows = ("further_dates", "pauses", "changes")
    counts = {f"{row}-{name}_FORMS": "0" for row in rows for name in ("TOTAL", "INITIAL")}
    usual = {
        "first_date": "2027-01-05",
        "starts": "18:00",
        "ends": "20:00",
        "repeats": "monthly_by_weekday",
        "repeat_every": "1",
        "repeat_ordinals": ["1"],
        "repeat_weekdays": ["1"],
        "months_off": ["7", "8"],
    }
    return {**counts, **usual, **fields}


def answered(site, sent) -> str:
    response = browser(site.leader).post(reverse("event-forms:times"), sent)
    assert response.status_code == 200
    return response.content.decode()


def test_the_rule_is_said_in_words_with_the_next_dates(site):
    with override("lv"):
        said = answered(site, typed())
    assert "otrdien" in said
    assert said.count("<li>") == 6
    assert "2027. gada 5. janvāris" in said
    assert "jūlij" in said
    assert "2027. gada 6. jūlijs" not in said


def test_a_rule_that_is_wrong_is_explained(site):
    said = answered(site, typed(first_date="2027-01-06"))
    assert "kopa-times__problems" in said
    assert "2. februāris" in said


def test_what_cannot_be_read_is_named(site):
    said = answered(site, typed(starts="vakarā"))
    assert "kopa-times__problems" in said
    assert "<ol>" not in said


def test_rows_that_are_typed_count(site):
    pause = {"first_date": "2027-02-01", "last_date": "2027-02-28"}
    row = {f"pauses-0-{name}": value for name, value in pause.items()}
    said = answered(site, typed(**{"pauses-TOTAL_FORMS": "1", **row}))
    assert "2. februāris" not in said
    assert "2. marts" in said


@pytest.mark.parametrize("sent", [{}, {"first_date": ""}])
def test_nothing_is_said_of_what_has_no_day(site, sent):
    assert "<li>" not in answered(site, sent)


def test_what_is_over_is_said_to_be_over(site):
    said = answered(site, typed(first_date="2020-01-05", repeats="once"))
    assert "<ol>" not in said
    assert said.count("<p") == 2


def test_words_are_asked_for_by_post_and_by_those_at_work(site):
    place = reverse("event-forms:times")
    assert browser(site.leader).get(place).status_code == 405
    assert Client().post(place, typed()).status_code == 302
    resident = world.person("kads@example.test")
    assert browser(resident).post(place, typed()).status_code == 302


def test_the_form_says_when_an_event_is_kept_for(site):
    place = reverse("wagtailadmin_pages:edit", args=[site.event.pk])
    form = browser(site.editor).get(place).content.decode()
    assert 'data-times="' in form
    assert "kopa-times__rule" in form
    assert "js/backstage/times" in form
    assert form.count("data-repeats=") == 9
