from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

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
