"""Boundaries in the backstage: an editor uploads, looks, shows and takes back; nobody else may."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.urls import reverse
from wagtail.models import GroupPagePermission, ModelLogEntry

from communities.actions import SETS_KEPT, add_boundaries, show_boundaries
from communities.boundaries import MAX_BYTES
from communities.models import BoundarySet
from core import stamp
from tests import world
from tests.communities.land import both, feature, file_of, neighbours, ring

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LIST = "/admin/boundaries/"
HOSTILE = "<script>alert(1)</script>"
INDEX = "/lv/kopienas/"


def build(site):
    """Two communities without a place of their own: only boundaries bring them onto the map."""
    site.pair = [
        world.community(site.index, "Tirzas pagasts", slug="tirza"),
        world.community(site.index, "Līgo pagasts", slug="ligo"),
    ]


@pytest.fixture
def pair(site):
    return site.pair


@pytest.fixture
def leader(site):
    """Somebody who may work on the pages of communities and on nothing else."""
    leader = world.person("lidere@example.test")
    group = Group.objects.create(name="Tirzas pagasts")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=site.index, permission=change)
    leader.groups.add(group)
    return leader


def upload(client, content: bytes, **fields):
    file = SimpleUploadedFile("robezas.geojson", content)
    return client.post(LIST, {"file": file, **fields})


def kept(user=None, **rings) -> BoundarySet:
    return add_boundaries(rings=rings, credit="", user=user, now=NOW)


def faults(response) -> list[str]:
    return response.context["form"].errors["file"]


def messages(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_an_editor_uploads_looks_shows_and_goes_back_to_dots(client, pair, people):
    client.force_login(people.editor)
    response = upload(client, both(), credit="Centrālā statistikas pārvalde")
    added = BoundarySet.objects.get()
    assert response.url == reverse("boundaries:detail", args=[added.pk])
    preview = client.get(response.url)
    assert "map__seams" in preview.content.decode()
    assert "map__seams" not in client.get(INDEX).content.decode()

    shown = client.post(response.url, {"decision": "show"}, follow=True)
    assert messages(shown)
    page = client.get(INDEX).content.decode()
    assert "map__seams" in page
    assert "Centrālā statistikas pārvalde" in page

    client.post(response.url, {"decision": "hide"})
    assert "map__seams" not in client.get(INDEX).content.decode()
    assert BoundarySet.objects.filter(is_shown=False).count() == 1


def test_the_preview_says_which_communities_are_in_the_file(client, pair, people):
    client.force_login(people.editor)
    west, _east = neighbours()
    content = file_of(feature("Tirzas pagasts", [west]), feature("Cita <b>vieta", [ring(24, 57)]))
    response = client.get(upload(client, content).url)
    assert [card.title for card in response.context["found"]] == ["Tirzas pagasts"]
    assert [card.title for card in response.context["missing"]] == ["Līgo pagasts"]
    html = response.content.decode()
    assert "Cita &lt;b&gt;vieta" in html
    assert "<b>vieta" not in html


def test_many_long_names_that_are_nobodys_are_told_in_short(client, pair, people):
    client.force_login(people.editor)
    strangers = [feature(f"Vieta {number} " + "a" * 500, [ring(24, 57)]) for number in range(50)]
    west, _east = neighbours()
    upload(client, file_of(feature("Tirzas pagasts", [west]), *strangers))
    assert len(messages(client.get(LIST))) < 600


def test_english_names_and_genitives_are_known(client, pair, people):
    pair[0].genitive, pair[0].short_name = "Tirzas pagasta", "Tirza"
    pair[0].save()
    client.force_login(people.editor)
    west, east = neighbours()
    content = file_of(feature("Tirza", [west]), feature("Ligo Parish", [east]))
    assert len(client.get(upload(client, content).url).context["missing"]) == 0


def test_what_is_kept_are_numbers_alone(client, pair, people):
    client.force_login(people.editor)
    feature_with_more = feature("Tirzas pagasts", [neighbours()[0]]) | {"id": HOSTILE}
    feature_with_more["properties"]["fill"] = HOSTILE
    upload(client, file_of(feature_with_more))
    rings = BoundarySet.objects.get().rings
    assert set(rings) == {str(pair[0].translation_key)}
    assert {type(x) for each in rings.values() for ring in each for xy in ring for x in xy} == {
        float
    }


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{broken",
        b"<svg><script>alert(1)</script></svg>",
        b"[" * 100_000,
        file_of(feature(HOSTILE, [ring(26.4, 57.1)])),
        both(geometry={"type": HOSTILE, "coordinates": HOSTILE}),
        both(geometry=feature("", [ring(2.3, 48.8)])["geometry"]),
        both(geometry=feature("", [[[y, x] for x, y in ring(26.4, 57.1)]])["geometry"]),
        both().replace(b"57.0]", b"NaN]", 1),
        b" " * (MAX_BYTES + 1),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_kindly_and_nothing_is_kept(
    client, pair, people, content
):
    client.force_login(people.editor)
    response = upload(client, content, credit="Dienests")
    assert response.status_code == 200
    assert len(faults(response)) == 1
    assert HOSTILE not in response.content.decode()
    # What was typed is still there.
    assert 'value="Dienests"' in response.content.decode()
    assert not BoundarySet.objects.exists()


def test_no_file_is_a_fault_as_well(client, pair, people):
    client.force_login(people.editor)
    assert faults(client.post(LIST, {}))


@pytest.mark.parametrize("decision", ["", "paint", HOSTILE])
def test_a_decision_that_there_is_not_changes_nothing(client, pair, people, decision):
    client.force_login(people.editor)
    added = kept()
    response = client.post(f"{LIST}{added.pk}/", {"decision": decision})
    assert response.status_code == 200
    assert BoundarySet.objects.filter(is_shown=False).count() == 1


@pytest.mark.parametrize("who", ["nobody", "resident", "leader"])
def test_nobody_else_gets_in(client, pair, people, leader, who):
    added = kept()
    if who != "nobody":
        client.force_login({"resident": people.resident, "leader": leader}[who])
    for address in (LIST, f"{LIST}{added.pk}/"):
        assert client.get(address).status_code in (302, 403)
        assert client.post(address, {"decision": "show"}).status_code in (302, 403)
    assert upload(client, both()).status_code in (302, 403)
    assert BoundarySet.objects.filter(is_shown=False).count() == 1


@pytest.mark.parametrize(("who", "is_led"), [("editor", True), ("admin", True), ("leader", False)])
def test_the_menu_leads_there_for_those_who_may(client, site, people, leader, who, is_led):
    client.force_login(leader if who == "leader" else getattr(people, who))
    assert (LIST in client.get("/admin/").content.decode()) == is_led


def test_other_methods_are_refused(client, people):
    client.force_login(people.editor)
    added = kept()
    assert client.put(LIST).status_code == 405
    assert client.delete(f"{LIST}{added.pk}/").status_code == 405


def test_a_set_that_is_gone_is_not_found(client, people):
    client.force_login(people.editor)
    assert client.get(f"{LIST}999/").status_code == 404


def test_deleting_takes_boundaries_off_the_map(client, pair, people):
    client.force_login(people.editor)
    address = upload(client, both()).url
    client.post(address, {"decision": "show"})
    client.post(address, {"decision": "delete"})
    assert not BoundarySet.objects.exists()
    assert "map__seams" not in client.get(INDEX).content.decode()


def test_one_set_is_shown_at_most(people):
    one, other = kept(), kept()
    show_boundaries(boundaries=one, user=people.editor)
    show_boundaries(boundaries=other, user=people.editor)
    assert list(BoundarySet.objects.filter(is_shown=True)) == [other]
    one.refresh_from_db()
    one.is_shown = True
    with pytest.raises(IntegrityError):
        one.save()


def test_showing_twice_changes_nothing_the_second_time(people):
    added = kept()
    show_boundaries(boundaries=added, user=people.editor)
    before = stamp.current()
    show_boundaries(boundaries=added, user=people.editor)
    assert stamp.current() == before


def test_the_oldest_sets_go_and_the_shown_one_stays(people):
    shown = kept()
    show_boundaries(boundaries=shown, user=people.editor)
    later = [
        add_boundaries(rings={}, credit="", user=None, now=NOW + timedelta(hours=number))
        for number in range(1, SETS_KEPT + 3)
    ]
    left = set(BoundarySet.objects.values_list("pk", flat=True))
    assert left == {shown.pk, *(each.pk for each in later[-SETS_KEPT:])}


def test_a_change_makes_kept_pages_stale(people):
    added = kept()
    before = stamp.current()
    show_boundaries(boundaries=added, user=people.editor)
    assert stamp.current() > before


def test_who_did_what_is_kept(people):
    added = kept(people.editor)
    show_boundaries(boundaries=added, user=people.editor)
    entries = ModelLogEntry.objects.filter(object_id=str(added.pk), user=people.editor)
    assert set(entries.values_list("action", flat=True)) == {"wagtail.create", "wagtail.publish"}
